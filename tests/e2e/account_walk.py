"""A walk past the pages of an account: logging in and failing to, second factors, logging out."""

import base64
import hmac
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha1

from playwright.sync_api import BrowserContext, Page
from tests.e2e.browsing import fill
from tests.e2e.inspection import Inspector
from tests.e2e.officer import DOMAIN, Officer

_TRIES = 5
_STEP_SECONDS = 30
_FRESH = f"() => Date.now() / 1000 % {_STEP_SECONDS} < {_STEP_SECONDS // 2}"
"""A code that was just drawn is not past before it is sent."""
_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def code_of(secret: str) -> str:
    """The six digits that an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // _STEP_SECONDS), sha1)
    (number,) = struct.unpack_from(">I", digest, digest[-1] & 0xF)
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06d}"


@dataclass(slots=True)
class AccountWalk:
    """One fictional officer who sets up everything there is, in a browser of their own."""

    arrive: Callable[[], BrowserContext]
    door: str
    password: str
    eye: Inspector

    def go(self) -> None:
        self._at_the_door()
        officer = Officer(self.arrive(), self.door)
        officer.log_in(f"ri@{DOMAIN}", self.password)
        officer.page.wait_for_url("**/berkas/")
        self._open(officer, "/berkas/", "kotak masuk tanpa berkas")
        self._second_factors(officer)
        self._again(officer)

    def _open(self, officer: Officer, path: str, what: str) -> Page:
        assert officer.go(path) == 200, path
        self.eye.look(officer.page, what)
        return officer.page

    def _at_the_door(self) -> None:
        somebody = Officer(self.arrive(), self.door)
        self._open(somebody, "/akun/masuk/", "masuk")
        self._open(somebody, "/akun/tidak-aktif/", "akun tidak aktif")
        somebody.go("/tidak-ada/")
        self.eye.look(somebody.page, "tidak ditemukan, belum masuk")
        for count in range(_TRIES):
            somebody.log_in(f"bukan-petugas@{DOMAIN}", "kata sandi yang salah")
            if count == 0:
                self.eye.look(somebody.page, "masuk, kata sandi salah")
        somebody.page.get_by_role("heading", name="Akun terkunci sementara").wait_for()
        self.eye.look(somebody.page, "akun terkunci")
        somebody.context.close()

    def _second_factors(self, officer: Officer) -> None:
        page = self._open(officer, "/akun/pengaman/", "pengaman akun")
        session = officer.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": _KEY})
        officer.go("/akun/pengaman/totp/activate/")
        self._prove(page)
        self.eye.look(page, "aktifkan aplikasi kode")
        page.get_by_role("button", name="Aktifkan").click()
        self.eye.look(page, "aktifkan aplikasi kode, tidak diisi")
        page.wait_for_function(_FRESH)
        page.locator("[name=code]").fill(code_of(page.locator("main code").inner_text()))
        page.get_by_role("button", name="Aktifkan").click()
        page.wait_for_url("**/recovery-codes/**")
        self._open(officer, "/akun/pengaman/recovery-codes/", "kode cadangan")
        self._open(officer, "/akun/pengaman/recovery-codes/generate/", "kode cadangan baru")
        self._open(officer, "/akun/pengaman/webauthn/add/", "tambah kunci")
        page.get_by_label("Nama").fill("Kunci rekaan")
        page.get_by_role("button", name="Tambah kunci").click()
        page.wait_for_url(lambda url: not url.endswith("/add/"))
        self._open(officer, "/akun/pengaman/webauthn/", "kunci keamanan")
        for what in ("Ubah nama", "Hapus"):
            page.get_by_role("link", name=what).click()
            page.wait_for_url("**/keys/**")
            self.eye.look(page, f"kunci: {what}")
            page.go_back()
        self._open(officer, "/akun/pengaman/totp/deactivate/", "matikan aplikasi kode")
        self._open(officer, "/akun/pengaman/", "pengaman akun, lengkap")
        self._open(officer, "/akun/pastikan/", "pastikan dengan kata sandi")
        self._open(officer, "/akun/pengaman/reauthenticate/", "pastikan dengan kode")
        self._open(officer, "/akun/pengaman/webauthn/reauthenticate/", "pastikan dengan kunci")

    def _prove(self, page: Page) -> None:
        """The password once more, before an account is changed."""
        if page.locator("input[name=password]").count():
            fill(page, {"Kata sandi": self.password})
            page.get_by_role("main").locator("button[type=submit]").click()

    def _again(self, officer: Officer) -> None:
        page = self._open(officer, "/akun/keluar/", "keluar")
        page.get_by_role("main").get_by_role("button", name="Keluar").click()
        page.wait_for_url("**/akun/masuk/**")
        officer.log_in(f"ri@{DOMAIN}", self.password)
        page.get_by_role("heading", name="Langkah kedua").wait_for()
        self.eye.look(page, "langkah kedua")
        page.locator("[name=code]").fill("000000")
        page.get_by_role("button", name="Masuk", exact=True).click()
        self.eye.look(page, "langkah kedua, kode salah")
