"""Events as entries and back: what a case was, its journal tells again, and no name with it."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.cases import PEMILU, PILKADA, Desk, received, wita

from netra.domain.access import Action
from netra.domain.calendar import Zone
from netra.domain.cases.codec import dump, load, load_dataclass
from netra.domain.cases.commands import COMMANDS, LapseClock, Numbered
from netra.domain.cases.decide import decide
from netra.domain.cases.events import EVENTS, CaseClosed, StepRefused
from netra.domain.cases.evolve import NotACase, evolve
from netra.domain.cases.fields import Field, FieldKind, parse_command
from netra.domain.cases.outcome import Accepted
from netra.domain.cases.recording import fold, personal_fields, stream_of, to_draft
from netra.domain.cases.state import Case, State
from netra.domain.cases.steps import lawful_steps
from netra.domain.journal.entry import GENESIS, Entry, chain
from netra.domain.journal.kinds import KINDS

SALT = "0" * 32


class Journal:
    """Keeps the entries that a played case would write."""

    def __init__(self, desk: Desk) -> None:
        self.entries: list[Entry] = []
        self.desk = desk

    def write(self, event: object, at: datetime) -> None:
        draft = to_draft(event, case_id=UUID(int=1), at=at, actor="officer:1")
        last = self.entries[-1] if self.entries else None
        self.entries.append(
            chain(
                draft,
                position=len(self.entries),
                previous=last.hash if last else GENESIS,
                salts=dict.fromkeys(draft.personal, SALT),
            )
        )


def test_every_kind_of_event_is_declared_with_its_personal_fields() -> None:
    for event in EVENTS:
        assert event.kind in KINDS
        if event.kind != "laporan_received":
            assert KINDS[event.kind].personal == personal_fields(event)


def test_a_sentence_names_only_what_an_entry_holds() -> None:
    for event in EVENTS:
        values = {one.name: "x" for one in fields(event)} | {"channel": "x"}
        assert KINDS[event.kind].sentence.format_map(values)


def test_personal_words_never_enter_the_body() -> None:
    draft = to_draft(
        CaseClosed(state=State.CLOSED, reason="Nama Contoh pindah."),
        case_id=UUID(int=1),
        at=datetime(2024, 10, 7, tzinfo=UTC),
        actor="officer:1",
    )
    assert draft.stream == stream_of(UUID(int=1)) == f"case:{UUID(int=1).hex}"
    assert draft.body == {"state": "closed"}
    assert draft.personal == {"reason": "Nama Contoh pindah."}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (bool, True),
        (int, 7),
        (str, "tujuh"),
        (date, date(2024, 10, 7)),
        (datetime, datetime(2024, 10, 7, 1, 2, 3, 4, tzinfo=UTC)),
        (UUID, UUID(int=5)),
        (Zone, Zone.WIT),
        (tuple[date, ...], (date(2024, 1, 1), date(2024, 1, 2))),
        (date | None, None),
        (date | None, date(2024, 1, 1)),
    ],
)
def test_values_come_back_as_they_went(kind: type, value: object) -> None:
    assert load(kind, dump(value)) == value


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (int, True),
        (int, "7"),
        (bool, 1),
        (str, 1),
        (date, 20241007),
        (date, "kemarin"),
        (Zone, "WIX"),
        (UUID, "x"),
        (tuple[str, ...], "abc"),
        (Case, []),
        (float, "1.0"),
        (int | str, 1),
    ],
)
def test_what_is_not_such_a_value_is_not_guessed(kind: type, data: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        load(kind, data)


def test_an_unknown_value_is_not_written() -> None:
    with pytest.raises(TypeError):
        dump(1.5)


def test_keys_of_a_later_version_are_left() -> None:
    event = load_dataclass(CaseClosed, {"state": "closed", "mood": "calm"})
    assert event == CaseClosed(state=State.CLOSED)


def test_a_stream_begins_with_a_report_and_has_one() -> None:
    at = datetime(2024, 10, 7, tzinfo=UTC)
    with pytest.raises(NotACase):
        evolve(None, CaseClosed(state=State.CLOSED), at=at, position=0)
    case = evolve(None, received(), at=at, position=0)
    with pytest.raises(NotACase):
        evolve(case, received(), at=at, position=1)
    assert fold([]) is None


def test_a_refusal_moves_nothing_but_the_version(desk: Desk) -> None:
    refused = StepRefused(step="close", code="x", ground="x", pasal=(), instead="")
    after = evolve(desk.case, refused, at=desk.now, position=99)
    assert after.version == 99
    assert after.state is desk.case.state


def answers(option_fields: tuple[Field, ...], random: Random, desk: Desk) -> dict[str, object]:
    """Some answer to every question, right or wrong: what an officer might type."""
    given: dict[str, object] = {}
    for field in option_fields:
        values = [choice.value for choice in field.choices]
        match field.kind:
            case FieldKind.CHOICES:
                keep = random.random()
                given[field.name] = [one for one in values if random.random() < keep]
            case FieldKind.CHOICE:
                if values and (field.required or random.random() < 0.5):
                    given[field.name] = random.choice(values)
            case FieldKind.DAY:
                day = desk.today - timedelta(days=random.choice([0, 0, 0, 1, 5]))
                given[field.name] = day.isoformat()
            case FieldKind.YES_NO:
                given[field.name] = random.choice(["ya", "tidak"])
            case FieldKind.INSTANT:
                given[field.name] = ""
            case _:
                given[field.name] = f"Kata-kata contoh {random.random()}"
    return given


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9), pemilu=st.booleans(), anonymous=st.booleans())
def test_the_journal_tells_the_case_again_after_any_walk(
    seed: int, *, pemilu: bool, anonymous: bool
) -> None:
    """A random officer at a random pace: the fold of the entries is the case, name by name."""
    random = Random(seed)
    contest = PEMILU if pemilu else PILKADA
    at = wita("2024-01-09 10:00") if pemilu else wita("2024-10-07 10:00")
    report = received(contest=contest, anonymous=anonymous)
    desk = Desk(now=at, contest=contest, report=report)
    journal = Journal(desk)
    journal.write(report, at)
    opened = decide(
        evolve(None, report, at=at, position=0),
        COMMANDS[Action.OPEN_CASE](office=desk.case.office, contest=contest),
        desk.law,
        at,
    )
    assert isinstance(opened, Accepted)
    for event in opened.events:
        journal.write(event, at)
    for _ in range(25):
        desk.wait(hours=random.choice([0, 1, 7, 30, 80]))
        for clock in desk.case.running_clocks:
            take(desk, journal, LapseClock(clock=clock.code))
        options = lawful_steps(desk.case, list(everybody()), desk.law, desk.now)
        if not options:
            break
        option = random.choice(options)
        try:
            command = parse_command(
                option.step, answers(option.fields, random, desk), option.fields, UTC
            )
        except ValueError:
            continue
        if isinstance(command, Numbered):
            command = type(command)(number=desk.number())
        take(desk, journal, command)
    folded = fold(journal.entries)
    assert folded == desk.case
    assert load(Case, dump(desk.case)) == desk.case


def everybody() -> tuple[object, ...]:
    from netra.domain.access import Role

    return tuple(Role)


def take(desk: Desk, journal: Journal, command: object) -> None:
    result = decide(desk.case, command, desk.law, desk.now)
    if not isinstance(result, Accepted):
        assert result.ground
        return
    for event in result.events:
        journal.write(event, desk.now)
    desk.do(command)
    assert desk.case.version == journal.entries[-1].position
