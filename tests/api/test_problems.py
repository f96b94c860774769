"""Every error has one shape, whoever made the mistake and wherever it was noticed."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from netra.api.problems import BODY_LIMIT_BYTES

pytestmark = pytest.mark.django_db
LAPORAN, ASSESSMENTS = "/api/v1/laporan", "/api/v1/assessments"


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem in a response, after checking that it is one."""
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = json.loads(response.content)
    assert body.keys() == {"type", "title", "status", "detail", "errors"}
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert not response.cookies
    return body


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/v1/",
        "/api/v2/acts",
        "/api/v1/acts/TIDAK-ADA",
        "/api/v1/perkara",
        "/api/v1/acts/",
    ],
)
def test_an_unknown_address(api: Client, path: str) -> None:
    problem(api.get(path), 404)


def test_a_method_that_is_not_there(api: Client) -> None:
    response = api.delete("/api/v1/acts")
    problem(response, 405)
    assert response["Allow"] == "GET"


@pytest.mark.parametrize("path", [LAPORAN, ASSESSMENTS, "/api/v1/laporan/status"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b" ", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"story": NaN}', 400),
        (b"[" * 100_000, 400),
        (b"[]", 422),
        (b'"teks"', 422),
        (b"{}", 422),
        (b"null", 422),
    ],
    ids=lambda value: str(value[:12]) if isinstance(value, bytes) else str(value),
)
def test_a_body_that_cannot_be_read(api: Client, path: str, body: bytes, status: int) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    response = api.post(path, body, content_type="application/json", headers=headers)
    problem(response, status)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_body_of_another_kind(api: Client, kind: str) -> None:
    """So a form on a stranger's page cannot make a browser send a laporan."""
    headers = {"Idempotency-Key": str(uuid4())}
    problem(api.post(LAPORAN, b"{}", content_type=kind, headers=headers), 415)


def test_a_body_that_is_too_large(api: Client) -> None:
    body = b'{"story": "' + b"a" * BODY_LIMIT_BYTES + b'"}'
    headers = {"Idempotency-Key": str(uuid4())}
    problem(api.post(LAPORAN, body, content_type="application/json", headers=headers), 413)


def test_a_wrong_query_names_its_field_and_repeats_nothing(api: Client) -> None:
    found = problem(api.get("/api/v1/regulations/uu-20-2023", {"on": "<b>kemarin</b>"}), 422)
    assert [one["field"] for one in found["errors"]] == ["on"]
    assert "kemarin" not in json.dumps(found)


def test_a_missing_query_names_its_field(api: Client) -> None:
    found = problem(api.get("/api/v1/regulations/uu-20-2023"), 422)
    assert found["errors"] == [{"field": "on", "message": "Harus diisi."}]


def test_an_error_of_ours_tells_nothing_of_the_inside(
    api: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wiring is taken away: what happens then is what happens in any unforeseen case."""
    api.raise_request_exception = False
    settings.NETRA = None
    found = problem(api.get("/api/v1/acts"), 500)
    assert "NoneType" not in json.dumps(found)


def test_pages_keep_their_own_errors(api: Client) -> None:
    assert "problem" not in api.get("/tidak-ada/")["Content-Type"]
