"""Sending a laporan, and asking by its receipt where it stands."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Header, Router, Schema, Status

from netra.api.problems import Refused, problems, read_json
from netra.apps.intake.models import Channel
from netra.apps.intake.selectors import status_of
from netra.apps.intake.services import NoOffice, submit
from netra.apps.organisations.clock import now as read_clock
from netra.apps.organisations.selectors import office_card
from netra.apps.ports import wired
from netra.domain.intake.reading import LaporanInvalid, World, parse_laporan
from netra.domain.intake.receipt import ReceiptMistyped, parse

router = Router(tags=["laporan"])

STATUS_QUESTION = {
    "type": "object",
    "required": ["receipt"],
    "properties": {"receipt": {"type": "string", "maxLength": 100}},
}


class SendingHeaders(Schema):
    """What makes sending twice harmless."""

    idempotency_key: UUID = Field(
        alias="Idempotency-Key",
        description="UUID acak pilihan Anda; kiriman ulang dengan kunci yang sama satu laporan.",
    )


class ReceiptAnswer(Schema):
    """The only time the code is told: without it nobody can ask where the laporan stands."""

    receipt: str
    office: str
    received_at: datetime
    again: bool


class RunningClock(Schema):
    """A deadline that runs; surely in time to ``warn_on``, late after ``due``."""

    code: str
    title: str
    start: date
    warn_on: date
    due: date
    status: str
    lapses: bool
    dasar_hukum: list[str]
    done_on: date | None


class HappenedAnswer(Schema):
    """One thing that happened."""

    at: datetime
    title: str
    text: str


class StatusAnswer(Schema):
    """Where a laporan stands, in words for its reporter."""

    state: str
    title: str
    text: str
    office: str
    received_at: datetime
    updated_at: datetime
    clocks: list[RunningClock]
    history: list[HappenedAnswer]


@router.post(
    "/laporan",
    response={
        200: ReceiptAnswer,
        201: ReceiptAnswer,
        **problems(400, 409, 413, 415, 422, 503),
    },
    summary="Kirim laporan",
    operation_id="sendLaporan",
)
def send(request: HttpRequest, headers: Header[SendingHeaders]) -> object:
    """201 untuk yang baru; 200 bila kunci dan isinya sudah pernah diterima."""
    now = read_clock()
    law = wired().lawbook()
    world = World(deeds=law.deeds, regions=wired().regions, zones=law.zones, now=now)
    try:
        laporan = parse_laporan(read_json(request), world)
    except LaporanInvalid as error:
        raise Refused(
            422, "Periksa isian yang disebut.", kind="invalid", errors=error.problems
        ) from error
    try:
        receipt = submit(
            laporan, channel=Channel.API, submission_key=str(headers.idempotency_key), now=now
        )
    except NoOffice as error:
        raise Refused(503, str(error), kind="no-office") from error
    if receipt.changed:
        raise Refused(
            409,
            "Kunci ini sudah dipakai untuk laporan dengan isi lain, dan laporan itu tetap seperti "
            "semula. Kirim laporan baru dengan kunci baru.",
            kind="key-reused",
        )
    answer = {
        "receipt": str(receipt.code),
        "office": receipt.office.name,
        "received_at": receipt.received_at,
        "again": receipt.again,
    }
    return Status(200 if receipt.again else 201, answer)


@router.post(
    "/laporan/status",
    response={200: StatusAnswer, **problems(400, 404, 413, 415, 422)},
    summary="Tanyakan satu laporan",
    operation_id="askLaporan",
)
def ask(request: HttpRequest) -> object:
    """Kode tanda terima dikirim dalam badan, tidak pernah dalam alamat."""
    typed = read_json(request).get("receipt")
    try:
        code = parse(typed if isinstance(typed, str) else "")
    except ReceiptMistyped as error:
        raise Refused(
            422, "Kode belum benar.", kind="invalid", errors={"receipt": str(error)}
        ) from error
    status = status_of(code)
    if status is None:
        raise Refused(404, "Tidak ada laporan dengan kode ini. Periksa kembali kodenya.")
    return {
        "state": status.state,
        "title": status.title,
        "text": status.text,
        "office": office_card(status.office_id).name,
        "received_at": status.received_at,
        "updated_at": status.updated_at,
        "clocks": [one.to_json() for one in status.clocks],
        "history": [one.to_json() for one in status.history],
    }
