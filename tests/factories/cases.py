"""A made-up office, its contests, and a desk that plays cases without a database."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.access import Actor, Membership, Role
from netra.domain.calendar import Zone
from netra.domain.cases.commands import (
    Command,
    DecidePleno,
    ForwardCase,
    HoldKlarifikasi,
    OpenCase,
    RecordKajianAwal,
    RecordNumber,
    Register,
    WriteKajian,
)
from netra.domain.cases.decide import decide
from netra.domain.cases.events import LaporanReceived
from netra.domain.cases.evolve import evolve
from netra.domain.cases.law import requirements
from netra.domain.cases.outcome import Accepted, Refused
from netra.domain.cases.state import (
    ActorFacts,
    Case,
    ContestFacts,
    OfficeFacts,
    State,
    Verdict,
)
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import ContestKind, Track

OFFICE = OfficeFacts("bawaslu-contoh", "Kota", "99.01", Zone.WITA)
PILKADA = ContestFacts(
    code="pilkada-contoh-2024",
    kind=ContestKind.PILKADA,
    series="PW",
    begins_on=date(2024, 2, 27),
    candidates_set_on=date(2024, 9, 22),
    campaign_from=date(2024, 9, 25),
    campaign_to=date(2024, 11, 23),
    voting_on=date(2024, 11, 27),
    ends_on=date(2025, 2, 28),
)
PEMILU = ContestFacts(
    code="pemilu-contoh-2024",
    kind=ContestKind.PEMILU,
    series="PL",
    begins_on=date(2022, 6, 14),
    candidates_set_on=date(2023, 11, 3),
    campaign_from=date(2023, 11, 28),
    campaign_to=date(2024, 2, 10),
    voting_on=date(2024, 2, 14),
    ends_on=date(2024, 10, 20),
)
STORY = (
    "Saya melihat kepala bidang itu naik ke panggung pada siang hari, memakai rompi biru tua, "
    "lalu memimpin yel-yel pasangan calon sambil mengacungkan tangan kepada semua orang di sana."
)
RESUME = "Terlapor diduga memimpin dukungan terbuka dalam kampanye pada hari kerja."


def wita(text: str) -> datetime:
    """An instant on the clock of the made-up office: ``2024-10-07 10:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=Zone.WITA.tzinfo).astimezone(UTC)


def member(role: Role, office: str = OFFICE.code) -> Actor:
    """A person with one role for many years."""
    return Actor("officer:1", (Membership(office, role, date(2020, 1, 1)),))


def everyone(office: str = OFFICE.code) -> Actor:
    """A small office, where one person holds every role of the desk."""
    desk = (Role.RECEIVING_OFFICER, Role.EXAMINER, Role.COMMISSIONER)
    return Actor("officer:1", tuple(Membership(office, one, date(2020, 1, 1)) for one in desk))


def received(
    *, contest: ContestFacts | None = PILKADA, anonymous: bool = False, **changes: Any
) -> LaporanReceived:
    values: dict[str, Any] = {
        "submission": UUID(int=1),
        "office": OFFICE.code,
        "contest": contest.code if contest else None,
        "channel": "web",
        "anonymous": anonymous,
        "act_date": date(2024, 10, 5) if contest is not PEMILU else date(2024, 1, 6),
        "known_date": date(2024, 10, 5) if contest is not PEMILU else date(2024, 1, 8),
        "deeds": ("attend_campaign",),
        "actor": ActorFacts(status="pns", position="administrator"),
        "circumstances": ("active_support",),
        "region_code": "64.71",
        "evidence_count": 1,
    }
    return LaporanReceived(**{**values, **changes})


@dataclass
class Desk:
    """Plays one case in memory: opens it, takes steps, moves its own clock."""

    now: datetime
    contest: ContestFacts | None = PILKADA
    report: LaporanReceived | None = None
    law: Lawbook = field(default_factory=load_lawbook)
    case: Case = field(init=False)
    drawn: int = 0

    def __post_init__(self) -> None:
        report = self.report or received(contest=self.contest)
        self.case = evolve(None, report, at=self.now, position=0)
        self.do(OpenCase(office=OFFICE, contest=self.contest))

    def ask(self, command: Command) -> Accepted | Refused:
        """What would happen, without letting it happen."""
        return decide(self.case, command, self.law, self.now)

    def do(self, command: Command) -> Case:
        """Take the step; it must be lawful."""
        result = self.ask(command)
        assert isinstance(result, Accepted), result
        for event in result.events:
            self.case = evolve(self.case, event, at=self.now, position=self.case.version + 1)
        return self.case

    def refused(self, command: Command) -> Refused:
        """Ask for the step; it must be refused."""
        result = self.ask(command)
        assert isinstance(result, Refused), result
        return result

    def wait(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def all_requirements(self) -> tuple[str, ...]:
        formal, materiel = requirements(self.law, self.case)
        return tuple(one.code for one in (*formal, *materiel))

    def number(self) -> int:
        self.drawn += 1
        return self.drawn

    @property
    def today(self) -> date:
        return self.case.today(self.now)

    def to(self, state: State) -> "Desk":
        """The straight way to a state of a laporan that fulfils everything."""
        while self.case.state is not state:
            self.do(self._straight())
        return self

    def _straight(self) -> Command:
        match self.case.state:
            case State.RECEIVED if not self.case.numbers:
                return RecordNumber(number=self.number())
            case State.RECEIVED:
                return RecordKajianAwal(met=self.all_requirements())
            case State.READY_TO_REGISTER:
                return Register(number=self.number())
            case State.REGISTERED:
                return HoldKlarifikasi(
                    held_on=self.today, party="saksi", name="Saksi Contoh", attended=True
                )
            case State.KLARIFIKASI:
                return WriteKajian(
                    verdict=Verdict.VIOLATION, tracks=(Track.HUKUM_LAINNYA,), text="Kajian."
                )
            case State.KAJIAN:
                return DecidePleno(
                    pleno_on=self.today,
                    verdict=Verdict.VIOLATION,
                    tracks=(Track.HUKUM_LAINNYA,),
                    reason="Terpenuhi.",
                )
            case State.DECIDED:
                return forward(self)
            case other:
                raise AssertionError(f"tidak ada jalan lurus dari {other}")


def forward(desk: Desk, **changes: Any) -> ForwardCase:
    values: dict[str, Any] = {
        "track": Track.HUKUM_LAINNYA,
        "authority": "bkn" if desk.today >= date(2024, 9, 4) else "kasn",
        "letter_number": "001/CONTOH/2024",
        "letter_on": desk.today,
        "resume": RESUME,
        "reporter_text": STORY,
    }
    return ForwardCase(**{**values, **changes})
