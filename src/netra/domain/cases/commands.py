"""What somebody asks to be done with a case: one frozen value per step of the table."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from netra.domain.access import Action
from netra.domain.cases.state import ContestFacts, OfficeFacts, Verdict
from netra.domain.lawbook.vocabulary import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A request for one step. ``step`` names the row of the transition table."""

    step: ClassVar[Action]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Command):
    """A step that draws a number; the service draws ``number`` in the same transaction."""

    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase(Command):
    """Done by the system for every report that came in."""

    step: ClassVar[Action] = Action.OPEN_CASE
    office: OfficeFacts
    contest: ContestFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseClock(Command):
    """Done by the system when a clock's last moment has passed."""

    step: ClassVar[Action] = Action.LAPSE_CLOCK
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputeClocks(Command):
    """Done by the system when the calendar or the lawbook changed."""

    step: ClassVar[Action] = Action.RECOMPUTE_CLOCKS


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNumber(Numbered):
    step: ClassVar[Action] = Action.RECORD_NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishFacts(Command):
    """All facts as they are now known; what stays unknown stays empty."""

    step: ClassVar[Action] = Action.ESTABLISH_FACTS
    act_date: date | None = None
    known_date: date | None = None
    deeds: tuple[str, ...] = ()
    status: str | None = None
    position: str | None = None
    role: str | None = None
    on_cltn: bool | None = None
    spouse_of_candidate: bool | None = None
    circumstances: tuple[str, ...] = ()
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKajianAwal(Command):
    """``met`` holds the codes of the requirements that are fulfilled; all others are missing."""

    step: ClassVar[Action] = Action.RECORD_KAJIAN_AWAL
    met: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPerbaikan(Command):
    """``delivered_at`` is when the reporter received the notice: the clock begins there."""

    step: ClassVar[Action] = Action.REQUEST_PERBAIKAN
    message: str
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPerbaikan(Command):
    step: ClassVar[Action] = Action.RECORD_PERBAIKAN
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    step: ClassVar[Action] = Action.WITHDRAW
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Numbered):
    step: ClassVar[Action] = Action.REGISTER


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatAsInformasiAwal(Command):
    step: ClassVar[Action] = Action.TREAT_AS_INFORMASI_AWAL
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareTemuan(Command):
    step: ClassVar[Action] = Action.DECLARE_TEMUAN
    found_on: date
    pleno_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseInformasiAwal(Command):
    step: ClassVar[Action] = Action.CLOSE_INFORMASI_AWAL
    pleno_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendHandling(Command):
    step: ClassVar[Action] = Action.EXTEND_HANDLING
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldKlarifikasi(Command):
    """``party`` is who was heard by role; the name is personal data.

    The reporter's name is never kept: it stands under the seal alone.
    """

    step: ClassVar[Action] = Action.HOLD_KLARIFIKASI
    held_on: date
    party: str
    attended: bool
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteKajian(Command):
    step: ClassVar[Action] = Action.WRITE_KAJIAN
    verdict: Verdict
    tracks: tuple[Track, ...] = ()
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidePleno(Command):
    step: ClassVar[Action] = Action.DECIDE_PLENO
    pleno_on: date
    verdict: Verdict
    tracks: tuple[Track, ...] = ()
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardCase(Command):
    """``resume`` is Bawaslu's own summary; ``reporter_text`` is what it must not repeat.

    The service fills ``reporter_text`` from the journal; it is compared and never stored again.
    """

    step: ClassVar[Action] = Action.FORWARD
    track: Track
    authority: str
    agency: str | None = None
    letter_number: str
    letter_on: date
    resume: str
    reporter_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAuthorityDecision(Command):
    """``forward`` is the number of the letter within this case."""

    step: ClassVar[Action] = Action.RECORD_AUTHORITY_DECISION
    forward: int
    outcome: str
    decided_on: date
    decision_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyReporter(Command):
    step: ClassVar[Action] = Action.NOTIFY_REPORTER
    on: date
    channel: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(Command):
    step: ClassVar[Action] = Action.CLOSE
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideBetweenDates(Command):
    """A person decides whether a step between the two counting dates was in time."""

    step: ClassVar[Action] = Action.DECIDE_BETWEEN_DATES
    clock: str
    in_time: bool
    reason: str


COMMANDS: dict[Action, type[Command]] = {
    command.step: command
    for command in (
        OpenCase,
        LapseClock,
        RecomputeClocks,
        RecordNumber,
        EstablishFacts,
        RecordKajianAwal,
        RequestPerbaikan,
        RecordPerbaikan,
        Withdraw,
        Register,
        TreatAsInformasiAwal,
        DeclareTemuan,
        CloseInformasiAwal,
        ExtendHandling,
        HoldKlarifikasi,
        WriteKajian,
        DecidePleno,
        ForwardCase,
        RecordAuthorityDecision,
        NotifyReporter,
        CloseCase,
        DecideBetweenDates,
    )
}
