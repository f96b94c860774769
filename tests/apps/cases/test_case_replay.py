"""Every row follows from the journal; whatever was tampered with is named."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from django.db import connection
from tests.factories.cases import Desk

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseClock, CaseForward, DrawnNumber
from netra.apps.cases.replay import replay
from netra.apps.cases.selectors import case_page
from netra.apps.cases.services import perform
from netra.apps.cases.sweeps import lapse_clocks
from netra.apps.intake.models import ReporterIdentity, StatusRow, Submission
from netra.apps.organisations.models import Sequence
from netra.domain.access import Actor
from netra.domain.cases.commands import RecordNumber
from netra.domain.cases.fields import CommandInvalid, parse_command
from netra.domain.cases.state import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbered(opened: Callable[..., Case], staff: Actor, now: datetime) -> Case:
    case = perform(opened().id, RecordNumber(), by=staff, now=now)
    assert isinstance(case, Case)
    return case


def fields_that_differ() -> set[str]:
    return {one.field for one in replay().differences}


def test_untouched_rows_agree(numbered: Case) -> None:
    found = replay()
    assert (found.cases, found.numbers, found.differences) == (1, 1, ())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", "closed"),
        ("kind", "temuan"),
        ("version", 99),
        ("title", "999/LP"),
        ("anonymous", True),
        ("next_clock", ""),
        ("next_due_on", None),
        ("undecided", True),
        ("contest", None),
        ("registered_at", datetime.fromisoformat("2024-10-07T00:00:00+00:00")),
        ("snapshot", {}),
    ],
)
def test_a_changed_column_of_a_case_is_named(numbered: Case, column: str, value: object) -> None:
    CaseRow.objects.update(**{column: value})
    assert fields_that_differ() == {column}


def test_changed_and_missing_rows_below_a_case_are_named(numbered: Case) -> None:
    CaseClock.objects.filter(code="kajian_awal").update(due="2030-01-01")
    CaseClock.objects.filter(code="laporan_window").delete()
    DrawnNumber.objects.update(text="007/LP/PALSU")
    row = CaseRow.objects.get()
    CaseForward.objects.create(
        case=row,
        number=1,
        track="pidana",
        authority="kpu",
        letter_number="1",
        letter_on="2024-10-07",
    )
    assert fields_that_differ() == {"due", "tenggat laporan_window", "text", "penerusan 1"}


def test_a_case_row_that_is_gone_is_named(numbered: Case) -> None:
    for model in (CaseClock, DrawnNumber, CaseRow):
        model.objects.all().delete()
    Sequence.objects.all().delete()
    assert fields_that_differ() == {"baris perkara"}


def test_a_submission_marked_unopened_again_is_named(numbered: Case) -> None:
    Submission.objects.update(opened_at=None)
    assert fields_that_differ() == {"laporan masuk"}


def test_a_receipt_that_tells_another_state_is_named(numbered: Case) -> None:
    StatusRow.objects.update(state="closed")
    assert fields_that_differ() == {"status tanda terima"}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("channel", "api"),
        ("anonymous", True),
        ("contest", None),
        ("received_at", datetime.fromisoformat("2024-10-01T00:00:00+00:00")),
    ],
)
def test_a_changed_column_of_a_submission_is_named(
    numbered: Case, column: str, value: object
) -> None:
    Submission.objects.update(**{column: value})
    assert fields_that_differ() == {column}


def test_a_reporter_who_was_taken_out_or_swapped_is_named(numbered: Case) -> None:
    """The colleague who fears the reporter and holds the database leaves a trace."""
    ReporterIdentity.objects.update(sealed=b"seseorang lain")
    assert fields_that_differ() == {"identity"}
    ReporterIdentity.objects.all().delete()
    assert fields_that_differ() == {"identity"}


def test_a_report_not_yet_opened_whose_journal_is_gone_is_named(numbered: Case) -> None:
    Submission.objects.create(
        office=Submission.objects.get().office,
        channel="web",
        anonymous=True,
        key_hash="k",
        receipt_hash="r",
        content_hash="c",
        received_at=datetime.fromisoformat("2024-10-01T00:00:00+00:00"),
    )
    assert fields_that_differ() == {"jurnal"}


@pytest.mark.parametrize("last", [0, 2])
def test_a_sequence_with_a_gap_or_a_loss_is_named(numbered: Case, last: int) -> None:
    Sequence.objects.update(last=last)
    assert fields_that_differ() == {"urutan nomor"}


@pytest.mark.parametrize("body", [{"state": "terbang"}, [1], 7])
def test_a_journal_that_cannot_be_folded_is_named(numbered: Case, body: object) -> None:
    from netra.apps.journal import triggers
    from netra.apps.journal.models import Entry

    triggers.remove(connection)
    Entry.objects.filter(kind="case_opened").update(body=body)
    triggers.install(connection)
    assert fields_that_differ() == {"jurnal"}


@pytest.mark.parametrize("seed", range(12))
def test_after_any_walk_through_the_desk_the_rows_follow_from_the_journal(
    opened: Callable[..., Case], staff: Actor, now: datetime, seed: int
) -> None:
    """A random officer with the real forms of the desk, over the real services."""
    from tests.domain.cases.test_case_recording import answers

    random = Random(seed)
    case = opened(**({"reporter": None} if seed % 4 == 0 else {}))
    desk = Desk(now=now)
    for _ in range(18):
        desk.wait(hours=random.choice([0, 2, 20, 60]))
        lapse_clocks(desk.now)
        page = case_page(case.id, staff, desk.now)
        assert page is not None
        desk.case = page.case
        open_steps = [one for one in page.steps if one.is_lawful] or list(page.steps)
        option = random.choice(open_steps)
        try:
            command = parse_command(
                option.step, answers(option.fields, random, desk), option.fields, desk.now.tzinfo
            )
        except CommandInvalid:
            continue
        perform(case.id, command, by=staff, now=desk.now)
    assert replay().differences == ()
    assert isinstance(case.id, UUID)
    assert desk.now - now < timedelta(days=60)
