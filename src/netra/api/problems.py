"""Every error of the API is one shape: RFC 9457, ``application/problem+json``, in Indonesian."""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

MEDIA_TYPE = "application/problem+json"
BODY_LIMIT_BYTES = 262_144
"""A laporan of the longest story and all its evidence fits several times."""
_TYPES = "urn:netra:problem:"

_TITLES: Mapping[int, str] = {
    400: "Permintaan tidak terbaca",
    403: "Tidak diizinkan",
    404: "Tidak ditemukan",
    405: "Cara ini tidak tersedia di alamat ini",
    409: "Bertentangan dengan kiriman sebelumnya",
    413: "Terlalu besar",
    415: "Bentuk isian tidak didukung",
    422: "Isian belum benar",
    429: "Terlalu sering",
    500: "Ada gangguan",
    503: "Sedang tidak dapat melayani",
}
_DETAILS: Mapping[int, str] = {
    400: "Badan permintaan harus berupa JSON yang utuh.",
    404: "Periksa alamatnya; daftar alamat ada di /api/v1/openapi.json.",
    405: "Header Allow menyebut cara yang tersedia.",
    413: f"Badan permintaan paling besar {BODY_LIMIT_BYTES} bita.",
    415: "Kirim dengan Content-Type: application/json.",
    500: "Ada kesalahan di pihak kami. Isian Anda tidak disimpan; silakan coba lagi.",
}


class FieldProblem(Schema):
    """One field and what to do about it."""

    field: str
    message: str


class Problem(Schema):
    """RFC 9457. ``errors`` names the fields where the trouble lies."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem]


class Refused(Exception):
    """An operation's own refusal; becomes a problem."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        kind: str | None = None,
        errors: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.kind = kind
        self.errors = dict(errors or {})


def problem(
    status: int,
    detail: str | None = None,
    *,
    kind: str | None = None,
    errors: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The response. ``kind`` names a problem more closely than its status does."""
    body = Problem(
        type=f"{_TYPES}{kind}" if kind else "about:blank",
        title=_TITLES.get(status) or HTTPStatus(status).phrase,
        status=status,
        detail=detail or _DETAILS.get(status) or _TITLES.get(status, ""),
        errors=[FieldProblem(field=field, message=text) for field, text in (errors or {}).items()],
    )
    return HttpResponse(body.model_dump_json(), status=status, content_type=MEDIA_TYPE)


def problems(*statuses: int) -> dict[int, type[Problem]]:
    """For an operation's ``response``: the errors it declares."""
    return dict.fromkeys(statuses, Problem)


class ProblemResponses:
    """Middleware: refuses oversized bodies, and dresses errors that Django itself answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return self._get_response(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > BODY_LIMIT_BYTES:
            return problem(413)
        response = self._get_response(request)
        if request.method == "POST":
            # What was sent, and the receipt for it, are nobody's to keep.
            response.headers.setdefault("Cache-Control", "no-store")
        if response.status_code < HTTPStatus.BAD_REQUEST or response["Content-Type"] == MEDIA_TYPE:
            return response
        dressed = problem(response.status_code)
        if "Allow" in response:
            dressed["Allow"] = response["Allow"]
        return dressed


def read_json(request: HttpRequest) -> Mapping[str, object]:
    """The body as a JSON object; ``Refused`` says what is wrong with it."""
    if request.content_type != "application/json":
        raise Refused(415, _DETAILS[415])
    try:
        value = json.loads(request.body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(400, _DETAILS[400], kind="unreadable") from error
    if not isinstance(value, dict):
        raise Refused(422, "Isian harus berupa objek JSON.", kind="invalid")
    return value


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} bukan JSON")


def handle_problems(api: NinjaAPI) -> None:
    """Teach ``api`` the one shape of errors."""

    def refused(_request: HttpRequest, error: Refused | type[Refused]) -> HttpResponse:
        assert isinstance(error, Refused)
        return problem(error.status, error.detail, kind=error.kind, errors=error.errors)

    def invalid(
        _request: HttpRequest, error: ValidationError | type[ValidationError]
    ) -> HttpResponse:
        assert isinstance(error, ValidationError)
        found = {str(one["loc"][-1]): _words(one) for one in error.errors}
        return problem(422, "Periksa isian yang disebut.", kind="invalid", errors=found)

    def http_error(_request: HttpRequest, error: HttpError | type[HttpError]) -> HttpResponse:
        assert isinstance(error, HttpError)
        return problem(error.status_code)

    api.add_exception_handler(Refused, refused)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(HttpError, http_error)


def _words(error: Mapping[str, object]) -> str:
    """Pydantic's finding in Indonesian; the value itself is not repeated."""
    return {
        "missing": "Harus diisi.",
        "date_from_datetime_parsing": "Tulis tanggal seperti 2024-09-24.",
        "date_parsing": "Tulis tanggal seperti 2024-09-24.",
        "enum": "Pilihan ini tidak dikenal.",
        "literal_error": "Pilihan ini tidak dikenal.",
        "string_too_short": "Terlalu pendek.",
        "string_too_long": "Terlalu panjang.",
    }.get(str(error.get("type")), "Tidak dapat dibaca.")
