"""Reading cases: the inbox by clocks, the page of a case, what an agency sees and a stranger not."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from tests.apps.cases.test_case_steps import MET, path
from tests.factories.cases import RESUME, STORY, wita

from netra.apps.cases.selectors import (
    agencies,
    case_of,
    case_page,
    find,
    forwarded,
    inbox,
    step_for,
)
from netra.apps.cases.services import perform
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Office
from netra.domain.access import Action, Actor, Role
from netra.domain.cases.commands import RecordKajianAwal, RecordNumber, Register
from netra.domain.cases.recording import stream_of
from netra.domain.cases.state import Case, State

pytestmark = pytest.mark.django_db


def test_what_ends_first_stands_first_and_what_has_no_clock_stands_last(
    opened: Callable[..., Case], staff: Actor, office: Office, now: datetime
) -> None:
    later = opened(now + timedelta(days=3))
    first = opened(now)
    without = opened(now)
    perform(without.id, RecordKajianAwal(met=MET), by=staff, now=now)
    found = inbox(office.code)
    assert [one.id for one in found.lines] == [first.id, later.id, without.id]
    assert [one.clock and one.clock.code for one in found.lines] == [
        "kajian_awal",
        "kajian_awal",
        None,
    ]
    assert found.total == 3
    assert found.by_state == {State.RECEIVED: 2, State.READY_TO_REGISTER: 1}


def test_an_office_sees_its_own_cases_only(
    opened: Callable[..., Case], other_office: Office
) -> None:
    opened()
    assert inbox(other_office.code).lines == ()


def test_the_inbox_is_asked_by_state_by_number_and_by_page(
    opened: Callable[..., Case], staff: Actor, office: Office, bkn: Office, now: datetime
) -> None:
    closed = opened()
    for command in path(now, None):
        perform(closed.id, command, by=staff, now=now)
    running = [opened(now + timedelta(minutes=one)) for one in range(3)]
    perform(running[0].id, RecordNumber(), by=staff, now=now)
    assert closed.id not in {one.id for one in inbox(office.code).lines}
    assert [one.id for one in inbox(office.code, states=[State.CLOSED]).lines] == [closed.id]
    assert [one.id for one in inbox(office.code, text="002/LP").lines] == [running[0].id]
    assert inbox(office.code, text="tidak ada").lines == ()
    pages = [inbox(office.code, page=page, size=2).lines for page in (1, 2, 3)]
    assert [len(one) for one in pages] == [2, 1, 0]
    assert inbox(office.code, page=-5, size=2).lines == pages[0]


def test_a_case_is_found_by_its_numbers_and_its_id(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case = opened()
    for command in (RecordNumber(), RecordKajianAwal(met=MET), Register()):
        perform(case.id, command, by=staff, now=now)
    for reference in (
        "001/LP/PW/Kota/99.01/X/2024",
        "001/Reg/LP/PW/Kota/99.01/X/2024",
        str(case.id),
        case.id.hex,
    ):
        assert find(reference) == case.id
    assert find("999/LP") is None
    assert find("0" * 32) is None
    assert case_of(case.id) is not None


def test_the_page_shows_a_colleague_the_case_with_its_buttons_and_reasons(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    page = case_page(opened().id, staff, now)
    assert page is not None
    assert page.personal[0]["story"] == STORY
    assert page.office_name == "Bawaslu Kota Contoh"
    assert page.contest_name == "Pilkada Contoh"
    lawful = {one.step for one in page.steps if one.is_lawful}
    assert lawful == {
        Action.RECORD_NUMBER,
        Action.ESTABLISH_FACTS,
        Action.RECORD_KAJIAN_AWAL,
        Action.WITHDRAW,
    }
    assert all(one.refusal and one.refusal.ground for one in page.steps if not one.is_lawful)
    assert page.assessment is not None
    assert page.missing_facts == ()
    assert [clock.code for clock, _ in page.clocks] == ["laporan_window", "kajian_awal"]
    assert all(counted is not None and counted.working for _, counted in page.clocks)
    assert [one.kind for one in page.entries][:2] == ["laporan_received", "case_opened"]


def test_a_colleague_sees_the_steps_of_their_own_roles(
    opened: Callable[..., Case], hire: Callable[..., Actor], office: Office, now: datetime
) -> None:
    case = opened()
    page = case_page(case.id, hire(office, Role.COMMISSIONER), now)
    assert page is not None
    assert {one.step for one in page.steps} >= {Action.DECIDE_PLENO, Action.FORWARD}
    assert Action.RECORD_NUMBER not in {one.step for one in page.steps}


@pytest.mark.parametrize("role", Role)
def test_a_stranger_finds_no_page(
    opened: Callable[..., Case],
    hire: Callable[..., Actor],
    other_office: Office,
    now: datetime,
    role: Role,
) -> None:
    assert case_page(opened().id, hire(other_office, role), now) is None


def test_who_manages_accounts_sees_no_case(
    opened: Callable[..., Case], hire: Callable[..., Actor], office: Office, now: datetime
) -> None:
    assert case_page(opened().id, hire(office, Role.ADMINISTRATOR), now) is None


def test_without_facts_the_lawbook_cannot_be_asked_and_the_page_says_why(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    page = case_page(opened(deeds=()).id, staff, now)
    assert page is not None
    assert page.assessment is None
    assert [one.field for one in page.missing_facts] == ["deeds"]


def test_the_agency_reads_the_letter_and_the_resume_and_nothing_else(
    opened: Callable[..., Case],
    staff: Actor,
    hire: Callable[..., Actor],
    bkn: Office,
    now: datetime,
) -> None:
    case = opened()
    for command in path(now, bkn.code)[:7]:
        perform(case.id, command, by=staff, now=now)
    agency = hire(bkn, Role.AGENCY_OFFICER)
    lines = forwarded(agency, bkn.code, now)
    assert lines is not None
    (line,) = lines
    assert (line.letter_number, line.resume, line.sender) == (
        "017/CONTOH/X/2024",
        RESUME,
        "Bawaslu Kota Contoh",
    )
    assert STORY not in repr(line)
    assert case_page(case.id, agency, now) is None
    assert forwarded(staff, bkn.code, now) is None
    assert forwarded(agency, case.office.code, now) is None


def test_a_resume_that_was_shed_is_gone_and_the_letter_stays(
    opened: Callable[..., Case],
    staff: Actor,
    hire: Callable[..., Actor],
    bkn: Office,
    now: datetime,
) -> None:
    case = opened()
    for command in path(now, bkn.code)[:7]:
        perform(case.id, command, by=staff, now=now)
    stream = stream_of(case.id)
    position = next(one.position for one in journal.read(stream) if one.kind == "case_forwarded")
    journal.shed(stream, position, ["resume"], by=staff.name, reason="Retensi.", now=now)
    lines = forwarded(hire(bkn, Role.AGENCY_OFFICER), bkn.code, now)
    assert lines is not None
    assert lines[0].resume is None
    # A step after the shedding still finds its place in the journal.
    assert isinstance(perform(case.id, path(now, None)[7], by=staff, now=now), Case)


def test_the_form_of_a_letter_offers_the_authorities_of_the_day_and_their_offices(
    opened: Callable[..., Case], staff: Actor, bkn: Office, now: datetime
) -> None:
    case = opened()
    for command in path(now, None)[:6]:
        perform(case.id, command, by=staff, now=now)
    found = step_for(case.id, Action.FORWARD, now)
    assert found is not None
    offered = {one.name: [choice.value for choice in one.choices] for one in found[1].fields}
    assert offered["track"] == ["hukum_lainnya"]
    assert offered["authority"] == ["bkn", "ppk"]
    assert offered["agency"] == [bkn.code]
    assert step_for(bkn.pk and case.id.__class__(int=7), Action.FORWARD, now) is None


def test_only_agencies_of_the_region_and_of_the_nation_are_offered(bkn: Office) -> None:
    near, far = (
        Office.objects.create(
            code=f"ppk-{region}",
            name=f"PPK {region}",
            kind=Office.Kind.AGENCY,
            level=Office.Level.KOTA,
            region_code=region,
            authority="ppk",
        )
        for region in ("64.71", "31.71")
    )
    assert agencies(["ppk", "bkn"], "64.71.01") == [near, bkn]
    assert far not in agencies(["ppk"], "64.71.01")


def test_the_day_that_counts_for_rights_is_that_of_the_office(
    opened: Callable[..., Case], hire: Callable[..., Actor], office: Office
) -> None:
    from netra.domain.access import Membership

    until = Actor(
        "officer:9", (Membership(office.code, Role.EXAMINER, date(2020, 1, 1), date(2024, 10, 7)),)
    )
    case = opened()
    assert case_page(case.id, until, wita("2024-10-07 23:59")) is not None
    assert case_page(case.id, until, wita("2024-10-08 00:01")) is None
