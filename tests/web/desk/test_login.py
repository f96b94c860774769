"""Logging in: who gets in, who is locked out, and what is remembered of a try."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django.fixtures import Settings
from tests.web.desk.staff import PASSWORD, Hire, Officer

from netra.apps.organisations.models import Installation, Office
from netra.domain.access import Role
from netra.web.desk.session import BEGAN

LOGIN = "/akun/masuk/"
BROWSER = {"HTTP_USER_AGENT": "PerambanRekaan/1.0", "REMOTE_ADDR": "203.0.113.7"}


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def test_officer_enters_with_email_in_any_case(hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    browser = Client()
    answer = browser.post(LOGIN, {"login": officer.user.email.upper(), "password": PASSWORD})
    assert answer.status_code == 302
    assert browser.get("/").status_code == 302
    assert browser.get("/", follow=True).status_code == 200


def test_stranger_is_sent_to_the_login_page(desk_door: Client, db: None) -> None:
    answer = desk_door.get("/pengelola/petugas/")
    assert answer.status_code == 302
    assert answer["Location"].startswith(LOGIN)


def test_passwords_are_hashed_with_argon2(settings: Settings) -> None:
    from netra.config.settings import desk

    settings.PASSWORD_HASHERS = desk.PASSWORD_HASHERS
    assert identify_hasher(make_password("x")).algorithm == "argon2"


def test_five_wrong_passwords_lock_the_account_and_the_right_one_no_longer_opens_it(
    hire: Hire, office: Office
) -> None:
    officer = hire(office, Role.EXAMINER)
    browser = Client()
    answers = [
        browser.post(LOGIN, {"login": officer.user.email, "password": f"salah-{n}"}, **BROWSER)
        for n in range(5)
    ]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 429]
    assert "30 menit" in answers[-1].content.decode()
    right = Client().post(LOGIN, {"login": officer.user.email, "password": PASSWORD})
    assert right.status_code == 429


def test_a_colleague_is_not_locked_out_with_the_officer(hire: Hire, office: Office) -> None:
    officer, colleague = hire(office, Role.EXAMINER), hire(office, Role.EXAMINER)
    for n in range(5):
        Client().post(LOGIN, {"login": officer.user.email, "password": f"salah-{n}"}, **BROWSER)
    answer = Client().post(LOGIN, {"login": colleague.user.email, "password": PASSWORD}, **BROWSER)
    assert answer.status_code == 302


def test_of_a_failed_try_only_the_account_and_the_count_are_kept(
    hire: Hire, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    officer = hire(office, Role.EXAMINER)
    caplog.set_level("DEBUG")
    for word in ("rahasia-terketik", "rahasia-lain"):
        Client().post(
            f"{LOGIN}?next=/x", {"login": officer.user.email, "password": word}, **BROWSER
        )
    [row] = AccessAttempt.objects.values()
    assert (row["username"], row["failures_since_start"]) == (officer.user.email, 2)
    kept = " ".join(str(value) for value in row.values())
    for secret in ("203.0.113.7", "PerambanRekaan", "rahasia", "/x", "csrf"):
        assert secret not in kept
        assert secret not in caplog.text
    assert row["ip_address"] is None
    assert not AccessLog.objects.exists()
    assert not AccessFailureLog.objects.exists()


def test_a_login_leaves_no_address_or_browser_behind(hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    browser = Client()
    browser.post(LOGIN, {"login": officer.user.email, "password": PASSWORD}, **BROWSER)
    kept = " ".join(str(one.get_decoded()) for one in Session.objects.all())
    assert "203.0.113.7" not in kept
    assert "PerambanRekaan" not in kept
    assert not AccessLog.objects.exists()


def test_the_session_ends_twelve_hours_after_it_began_however_busy(
    hire: Hire, office: Office
) -> None:
    officer = hire(office, Role.ADMINISTRATOR)
    assert officer.browser.get("/pengelola/petugas/").status_code == 200
    session = officer.browser.session
    session[BEGAN] = int(time.time()) - 12 * 3600 - 1
    session.save()
    answer = officer.browser.get("/pengelola/petugas/")
    assert answer["Location"] == LOGIN
    assert officer.browser.get("/pengelola/petugas/").status_code == 302


def test_a_second_factor_is_asked_for_once_it_is_set_up(hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    browser = entered(officer)
    page = browser.get("/akun/pengaman/totp/activate/")
    secret = page.context["form"].secret
    answer = browser.post("/akun/pengaman/totp/activate/", {"code": code_of(secret)})
    assert answer["Location"] == "/akun/pengaman/recovery-codes/"
    codes = browser.get("/akun/pengaman/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10

    kept = " ".join(str(one.data) for one in Authenticator.objects.all())
    assert secret not in kept

    fresh = Client()
    answer = fresh.post(LOGIN, {"login": officer.user.email, "password": PASSWORD})
    assert answer["Location"].startswith("/akun/pengaman/authenticate/")
    assert fresh.get("/pengelola/petugas/").status_code == 302
    wrong = fresh.post("/akun/pengaman/authenticate/", {"code": "000000"})
    assert "Kode tidak cocok" in wrong.content.decode()
    assert fresh.post("/akun/pengaman/authenticate/", {"code": codes[0]}).status_code == 302
    assert fresh.get("/akun/pengaman/").status_code == 200


def test_wrong_second_factors_lock_the_account_too(hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    browser = entered(officer)
    secret = browser.get("/akun/pengaman/totp/activate/").context["form"].secret
    browser.post("/akun/pengaman/totp/activate/", {"code": code_of(secret)})
    thief = Client()
    thief.post(LOGIN, {"login": officer.user.email, "password": PASSWORD}, **BROWSER)
    for _ in range(5):
        thief.post("/akun/pengaman/authenticate/", {"code": "000000"}, **BROWSER)
    locked = Client().post(LOGIN, {"login": officer.user.email, "password": PASSWORD})
    assert locked.status_code == 429


def test_nobody_signs_up_and_nothing_is_mailed(desk_door: Client, db: None) -> None:
    for name in (
        "account_signup",
        "account_reset_password",
        "account_email",
        "account_set_password",
        "account_request_login_code",
        "mfa_signup_webauthn",
        "mfa_trust",
    ):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert desk_door.get("/akun/signup/").status_code == 404


def test_password_change_asks_for_the_old_one_and_for_a_strong_one(
    hire: Hire, office: Office
) -> None:
    officer = hire(office, Role.EXAMINER)
    url = "/akun/kata-sandi/"
    weak = officer.browser.post(
        url, {"oldpassword": PASSWORD, "password1": "kucing", "password2": "kucing"}
    )
    assert weak.status_code == 200
    new = "delapan-kuda-di-atas-awan"
    wrong = officer.browser.post(url, {"oldpassword": "bukan", "password1": new, "password2": new})
    assert "Kata sandi lama tidak cocok" in wrong.content.decode()
    good = officer.browser.post(url, {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert good.status_code == 302
    officer.user.refresh_from_db()
    assert officer.user.check_password(new)


def test_a_closed_account_does_not_open(hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    officer.user.is_active = False
    officer.user.save()
    answer = Client().post(LOGIN, {"login": officer.user.email, "password": PASSWORD})
    assert answer["Location"] == "/akun/tidak-aktif/"
    assert officer.browser.get("/akun/pengaman/").status_code == 302


def test_demo_logins_are_shown_in_a_demonstration_only(desk_door: Client, db: None) -> None:
    assert "Akun contoh" not in desk_door.get(LOGIN).content.decode()
    Installation.objects.create(demo=True)
    assert "Akun contoh" in desk_door.get(LOGIN).content.decode()


def test_passkey_options_are_offered_to_a_browser_that_asks(desk_door: Client, db: None) -> None:
    answer = desk_door.get("/akun/pengaman/webauthn/login/", HTTP_ACCEPT="application/json")
    assert answer.json()["request_options"]["publicKey"]["rpId"] == "testserver"


@pytest.mark.parametrize(
    "path",
    [
        "/akun/pengaman/",
        "/akun/pengaman/webauthn/",
        "/akun/pengaman/webauthn/add/",
        "/akun/pengaman/totp/activate/",
        "/akun/pengaman/recovery-codes/generate/",
        "/akun/kata-sandi/",
        "/akun/keluar/",
        "/akun/pastikan/",
    ],
)
def test_every_account_page_is_ours_and_is_not_stored(
    hire: Hire, office: Office, path: str
) -> None:
    officer = hire(office, Role.EXAMINER)
    answer = entered(officer).get(path)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'class="n-desk"' in page
    assert 'lang="id"' in page
    assert answer["Cache-Control"] == "no-store"


def entered(officer: Officer) -> Client:
    """A browser that logged in and confirmed the password once more."""
    browser = Client()
    browser.post(LOGIN, {"login": officer.user.email, "password": PASSWORD})
    browser.post("/akun/pastikan/", {"password": PASSWORD})
    return browser


def code_of(secret: str) -> str:
    """The code an authenticator app would show now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return f"{hotp_value(secret, counter):06d}"
