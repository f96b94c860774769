"""The demonstration: fictional throughout, complete, loaded once however often one asks."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from netra.apps.accounts.models import User
from netra.apps.cases.models import Case
from netra.apps.intake.models import Submission
from netra.apps.journal.models import Entry
from netra.apps.journal.services import read
from netra.apps.organisations.clock import now
from netra.apps.organisations.models import Contest, Installation, Membership, Office
from netra.cli.demo import command, load, load_if_new, logins, password
from netra.cli.demo.load import document
from netra.domain.access import Role
from netra.domain.cases.state import State
from netra.domain.journal.verify import verify_stream

pytestmark = pytest.mark.django_db(transaction=True)
SHOWN = datetime(2024, 10, 7, 1, 0, tzinfo=UTC)


def test_it_shows_cases_of_many_kinds_and_loads_only_once() -> None:
    assert load_if_new()
    assert Submission.objects.count() == len(document("cases")["cases"])
    assert set(Case.objects.values_list("state", flat=True)) >= {
        State.RECEIVED,
        State.AWAITING_PERBAIKAN,
        State.READY_TO_REGISTER,
        State.INFORMASI_AWAL,
        State.KLARIFIKASI,
        State.KAJIAN,
        State.FORWARDED,
        State.CLOSED,
    }
    assert set(Contest.objects.values_list("kind", flat=True)) == {"pilkada", "pemilu"}
    zones = Office.objects.filter(kind="bawaslu").values_list("zone", flat=True)
    assert set(zones) >= {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}
    assert timedelta(0) <= now() - SHOWN < timedelta(hours=1)
    entries = list(Entry.objects.order_by("pk").values_list("hash", flat=True))
    assert not load()
    assert not load_if_new()
    assert list(Entry.objects.order_by("pk").values_list("hash", flat=True)) == entries
    for case in Case.objects.all():
        assert verify_stream(read(f"case:{case.pk.hex}")) == []


def test_a_load_that_was_cut_short_goes_on() -> None:
    """The clock is set last; until then every run goes on where the last one stopped."""
    load()
    entries = Entry.objects.count()
    Installation.objects.update(clock_shift=timedelta(0))
    assert load_if_new()
    assert Entry.objects.count() == entries
    assert now() < SHOWN + timedelta(hours=1)


def test_every_role_can_log_in_with_a_password_made_for_this_installation() -> None:
    load()
    held = set(Membership.objects.values_list("role", flat=True))
    assert held == {role.value for role in Role}
    for login in logins():
        assert login.email.endswith(".test")
        assert User.objects.get(email=login.email).check_password(password())


def test_where_there_are_real_offices_nothing_fictional_enters() -> None:
    Office.objects.create(
        code="bawaslu-sungguhan",
        name="Bawaslu",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
    )
    assert not load_if_new()
    outcome = CliRunner().invoke(command, ["load"])
    assert outcome.exit_code == 1
    assert "bukan basis data contoh" in outcome.output
    assert Submission.objects.count() == 0
    assert logins() == []


def test_the_clock_moves_in_a_demonstration_and_is_journalled() -> None:
    load()
    before = Entry.objects.count()
    outcome = CliRunner().invoke(command, ["clock", "2024-11-28T10:00+08:00"])
    assert outcome.exit_code == 0, outcome.output
    wanted = datetime(2024, 11, 28, 2, 0, tzinfo=UTC)
    assert timedelta(0) <= now() - wanted < timedelta(minutes=1)
    (entry,) = Entry.objects.order_by("pk")[before:]
    assert entry.kind == "clock_moved"


def test_the_clock_of_a_real_installation_is_nobodys_to_move() -> None:
    outcome = CliRunner().invoke(command, ["clock", "2024-11-28T10:00+08:00"])
    assert outcome.exit_code == 1
    assert "hanya dapat dipindah pada instalasi contoh" in outcome.output
    assert not Entry.objects.exists()


def names(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "name" and isinstance(part, str):
                yield part
            yield from names(part)
    elif isinstance(value, list):
        for part in value:
            yield from names(part)


def test_nobody_in_it_is_a_real_person() -> None:
    told = [
        name
        for file in ("offices", "contests", "people", "cases")
        for name in names(document(file))
    ]
    assert len(told) > 40
    assert [name for name in told if name and not re.search(r"\bContoh\b|\(contoh\)", name)] == []
