"""Sending a laporan by a program, and following it by its receipt."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from netra.apps.intake.models import ReporterIdentity, Submission
from netra.apps.organisations.models import Contest, Office

pytestmark = pytest.mark.django_db
PATH, STATUS = "/api/v1/laporan", "/api/v1/laporan/status"
Post = Callable[..., Any]


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def test_a_program_sends_and_its_reporter_follows(
    post: Post, told: dict[str, Any], office: Office, contest: Contest
) -> None:
    sent = post(PATH, told, key())
    assert sent.status_code == 201
    receipt = sent.json()
    assert receipt["office"] == office.name
    asked = post(STATUS, {"receipt": receipt["receipt"].lower().replace("-", " ")})
    assert asked.status_code == 200
    assert asked.json()["title"] == "Laporan diterima"
    assert "Warga Contoh" not in asked.content.decode()
    submission = Submission.objects.get()
    assert (submission.channel, submission.contest) == ("api", contest)
    assert ReporterIdentity.objects.filter(submission=submission).exists()


def test_the_same_key_is_one_laporan(post: Post, told: dict[str, Any], office: Office) -> None:
    headers = key()
    first, second = post(PATH, told, headers), post(PATH, told, headers)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["receipt"] == second.json()["receipt"]
    assert second.json()["again"] is True
    assert Submission.objects.count() == 1


def test_a_key_with_another_content_is_refused_and_changes_nothing(
    post: Post, told: dict[str, Any], office: Office
) -> None:
    headers = key()
    post(PATH, told, headers)
    other = post(PATH, {**told, "story": "Cerita yang sama sekali lain."}, headers)
    assert other.status_code == 409
    assert "receipt" not in other.json()
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("given", [None, "", "bukan-uuid", "1", "x" * 5000])
def test_a_key_that_is_none(
    post: Post, told: dict[str, Any], office: Office, given: str | None
) -> None:
    response = post(PATH, told, {} if given is None else {"Idempotency-Key": given})
    assert response.status_code == 422
    assert Submission.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"story": "pendek"}, "story"),
        ({"story": "a" * 30_000}, "story"),
        ({"region_code": "00"}, "region_code"),
        ({"act_date": "2199-01-01"}, "act_date"),
        ({"deeds": ["entah"]}, "deeds"),
        ({"hantu": 1}, "hantu"),
        ({"reporter": {"name": ""}}, "reporter.name"),
    ],
)
def test_what_must_be_mended_is_named_and_nothing_is_kept(
    post: Post, told: dict[str, Any], office: Office, change: dict[str, Any], field: str
) -> None:
    response = post(PATH, {**told, **change}, key())
    assert response.status_code == 422
    assert field in [one["field"] for one in response.json()["errors"]]
    assert Submission.objects.count() == 0


def test_where_no_office_receives_it_says_so(post: Post, told: dict[str, Any]) -> None:
    response = post(PATH, told, key())
    assert response.status_code == 503
    assert "kantor" in response.json()["detail"]


@pytest.mark.parametrize("given", ["", "AAAA", 7, None, "ABCD-EFGH-JKMN-PQRT-VWXY-Z234"])
def test_a_receipt_typed_wrongly_is_explained(post: Post, given: object) -> None:
    response = post(STATUS, {"receipt": given})
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "receipt"


def test_a_stranger_with_a_well_formed_code_learns_nothing(
    post: Post, told: dict[str, Any], office: Office
) -> None:
    from netra.domain.intake.receipt import derive

    post(PATH, told, key())
    stranger = derive(b"another key", "guess")
    assert post(STATUS, {"receipt": str(stranger)}).status_code == 404


def test_no_cookie_is_set_and_none_is_needed(
    api: Client, post: Post, told: dict[str, Any], office: Office
) -> None:
    assert not post(PATH, told, key()).cookies
