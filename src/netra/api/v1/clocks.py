"""When a deadline of the law ends."""

from datetime import date, datetime

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from netra.api.problems import Refused, problems
from netra.apps.ports import wired
from netra.domain.calendar import OutsideCalendar, Zone
from netra.domain.deadlines.clock import ClockUndetermined, compute_clock
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.vocabulary import ContestKind

router = Router(tags=["clocks"])


class ClockAnswer(Schema):
    """Both dates of the counting question: to ``warn_on`` surely in time, after ``due`` late."""

    code: str
    title: str
    start: date
    warn_on: date
    due: date
    due_at: datetime | None
    number: int
    counting: str
    reachable_until: datetime | None
    status: str
    lapses: bool
    consequence: str
    dasar_hukum: list[str]
    working: list[str]


class ClockQuestion(Schema):
    """What a clock needs to know."""

    start: str = Field(description="Tanggal, atau waktu beserta zonanya (ISO 8601)")
    contest: ContestKind = Field(ContestKind.NONE, description="Jenis pemilihan")
    region: str = Field("", description="Kode Kemendagri kantor penerima: menentukan zona")
    on: date | None = Field(None, description="Tanggal langkah; memilih versi aturan")


@router.get(
    "/clocks/{code}",
    response={200: ClockAnswer, **problems(404, 422)},
    summary="Hitung satu tenggat",
    operation_id="getClock",
)
def clock(request: HttpRequest, code: str, asked: Query[ClockQuestion]) -> object:
    """Kedua tanggal beserta hitungannya hari demi hari."""
    law = wired().lawbook()
    begun = _start(asked.start)
    zone = _zone(asked.region)
    if isinstance(begun, datetime) and zone is None:
        raise Refused(
            422,
            "Waktu dibaca menurut zona kantor penerima.",
            kind="invalid",
            errors={"region": "Sebutkan wilayahnya, atau kirim tanggal saja."},
        )
    try:
        found = compute_clock(law, code, asked.contest, begun, on=asked.on, zone=zone)
    except (UnknownClock, ClockUndetermined) as error:
        raise Refused(404, str(error), kind="no-such-clock") from error
    except OutsideCalendar as error:
        raise Refused(422, str(error), kind="invalid", errors={"start": str(error)}) from error
    return found.as_json()


def _start(text: str) -> date | datetime:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        message = "Tulis seperti 2024-09-24, atau 2024-09-24T10:00:00+08:00."
        raise Refused(422, message, kind="invalid", errors={"start": message})
    return moment


def _zone(region: str) -> Zone | None:
    if not region:
        return None
    try:
        return wired().lawbook().zone_of_region(region)
    except KeyError as error:
        message = "Wilayah ini tidak dikenal."
        raise Refused(422, message, kind="invalid", errors={"region": message}) from error
