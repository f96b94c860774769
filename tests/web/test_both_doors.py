"""What holds at either door, whoever comes: a stranger, an officer, a proxy in front."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client, RequestFactory

MEGABYTE = 1_048_576


@pytest.fixture(params=["public_door", "desk_door"])
def door(request: pytest.FixtureRequest) -> Client:
    client: Client = request.getfixturevalue(request.param)
    client.raise_request_exception = False
    return client


@pytest.fixture
def form_page(door: Client, settings: object) -> str:
    urls = getattr(settings, "ROOT_URLCONF", "")
    return "/akun/masuk/" if urls.endswith("desk") else "/lapor/isi/"


@pytest.mark.django_db
def test_a_file_of_many_megabytes_is_refused_in_words(door: Client, form_page: str) -> None:
    """Multipart forms are not held to the library's own limit; they filled the disk."""
    answer = door.post(form_page, {"a": SimpleUploadedFile("x.mp4", b"x" * 3 * MEGABYTE)})
    assert answer.status_code == 413
    text = answer.content.decode()
    assert 'lang="id"' in text
    assert "terlalu panjang" in text.lower()


def test_a_small_file_is_not_kept_either() -> None:
    request: HttpRequest = RequestFactory().post(
        "/", {"story": "Cerita", "a": SimpleUploadedFile("x.txt", b"isi berkas")}
    )
    assert request.POST["story"] == "Cerita"
    assert not request.FILES


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/tidak-ada/"])
def test_another_host_name_is_refused_in_words(
    door: Client, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = door.get(address, HTTP_HOST="lain.example")
    assert answer.status_code == 400
    assert 'lang="id"' in answer.content.decode()
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    # Anybody could fill the disk with it.
    assert "lain.example" not in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/laporan", "/api/v1/laporan/status"])
def test_what_the_api_answers_to_a_report_is_stored_nowhere(public_door: Client, path: str) -> None:
    answer = public_door.generic("POST", path, b"{}", "application/json")
    assert answer["Cache-Control"] == "no-store"


_BEHIND_A_PROXY = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = sys.argv[1]
import django
django.setup()
from django.test import Client
from django.middleware.csrf import _get_new_csrf_string
from django.conf import settings
client = Client(enforce_csrf_checks=True)
token = _get_new_csrf_string()
client.cookies[settings.CSRF_COOKIE_NAME] = token
answer = client.put(
    "/lapor/isi/" if "public" in sys.argv[1] else "/kantor/pilih/",
    HTTP_X_CSRFTOKEN=token,
    HTTP_HOST="localhost", HTTP_ORIGIN="https://localhost", HTTP_X_FORWARDED_PROTO="https",
)
print(answer.status_code, answer.headers.get("Strict-Transport-Security", "-"))
"""


@pytest.mark.parametrize("program", ["public", "desk"])
def test_behind_a_proxy_that_ends_tls_a_form_is_taken(program: str, tmp_path: Path) -> None:
    """A browser names https as its origin; the door itself was reached by plain HTTP."""
    outcome = subprocess.run(
        [sys.executable, "-c", _BEHIND_A_PROXY, f"netra.config.settings.{program}"],
        env={**os.environ, "NETRA_VAR": str(tmp_path), "NETRA_HTTPS": "1", "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    status, _, hsts = outcome.stdout.strip().partition(" ")
    assert status == "405", outcome.stderr
    assert hsts.startswith("max-age=31536000")
