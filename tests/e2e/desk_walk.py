"""A walk past every page of the desk: each step's form, the agencies, the administrator."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page
from tests.e2e.browsing import fill, on
from tests.e2e.calendar_day import TODAY
from tests.e2e.inspection import Inspector
from tests.e2e.officer import Officer

from netra.domain.cases.transitions import TRANSITIONS

CASE_WORKERS = ("penerima", "pemeriksa", "anggota", "kaltim", "penajam", "bekasi", "ternate")
COMPLAINING = ("establish-facts", "hold-klarifikasi", "decide-pleno", "forward")
"""Forms that are also sent empty: between them they ask for every kind of answer."""
_DIFFERENT = 4
"""After so many cases the next one shows no part whose colours were not looked at."""
_STEP = re.compile(r'href="(/berkas/[0-9a-f-]+/langkah/([a-z-]+)/)"')
_CASE = re.compile(r'href="(/berkas/[0-9a-f-]{36}/)"')
_ROW = re.compile(r'n-inbox__title" href="([^"]+)".*?class="n-badge[^"]*"[^>]*>([^<]+)<', re.DOTALL)


@dataclass(slots=True)
class DeskWalk:
    """What was met on the way."""

    arrive: Callable[[str], Officer]
    eye: Inspector
    steps: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    crawled: set[tuple[str, str]] = field(default_factory=set)

    def go(self) -> None:
        for who in CASE_WORKERS:
            self._cases(who)
        self._incomplete("ternate")
        self._decided("bekasi")
        self._papers_and_names(self.arrive("pemeriksa"))
        self._refusals(self.arrive("penerima"))
        self._agencies()
        self._administrator(self.arrive("pengelola"))

    def _open(self, officer: Officer, path: str, what: str, status: int = 200) -> Page:
        assert officer.go(path) == status, path
        self.eye.look(officer.page, what)
        return officer.page

    def _cases(self, who: str) -> None:
        """A case of every state, and every step that is open in one of them."""
        officer = self.arrive(who)
        officer.go("/berkas/?keadaan=everything")
        rows = dict(_ROW.findall(officer.page.content()))
        for state, path in {state: path for path, state in rows.items()}.items():
            if (who, state) in self.crawled:
                continue
            self.crawled.add((who, state))
            page = self._read(officer, path)
            if state not in self.states:
                self.states.add(state)
                assert officer.go(path) == 200, path
                same_parts = len(self.states) > _DIFFERENT
                self.eye.look(officer.page, f"berkas {state}", again=same_parts)
            self._open_steps(officer, page)

    def _read(self, officer: Officer, path: str) -> str:
        answer = officer.context.request.get(f"{officer.door}{path}")
        assert answer.ok, path
        return answer.text()

    def _open_steps(self, officer: Officer, case_page: str) -> None:
        for path, name in _STEP.findall(case_page):
            if name in self.steps:
                continue
            self.steps.add(name)
            page = self._open(officer, path, f"langkah {name}")
            if name in COMPLAINING:
                page.get_by_role("main").locator("button[type=submit]").click()
                self.eye.look(page, f"langkah {name}, tidak diisi", again=True)

    def _incomplete(self, who: str) -> None:
        """No fictional case waits there: the walk lets one fail its kajian awal."""
        officer = self.arrive(who)
        path = self._case_with(officer, "record-kajian-awal")
        officer.go(f"{path}langkah/record-kajian-awal/")
        for box in officer.page.get_by_role("main").get_by_role("checkbox").all():
            box.uncheck()
        # What came too late could not be mended any more.
        fill(officer.page, {"Disampaikan paling lama 7 hari sejak diketahui": True})
        officer.page.get_by_role("main").locator("button[type=submit]").click()
        assert "tercatat" in officer.said
        self.eye.look(officer.page, "berkas, sesudah langkah")
        self._cases(who)

    def _decided(self, who: str) -> None:
        """A case found to be no violation, up to the form that closes it."""
        officer = self.arrive(who)
        path = self._case_with(officer, "decide-pleno")
        officer.take(
            path,
            "Catat putusan pleno",
            {
                "bukan pelanggaran": True,
                "pelanggaran hukum lainnya (netralitas ASN)": False,
                "Alasan tertulis": "Pleno menilai unsurnya tidak terpenuhi.",
                **on(TODAY),
            },
        )
        told = {"surat": True, "Isi pemberitahuan": "Bukan pelanggaran.", **on(TODAY)}
        officer.take(path, "Beri tahu pelapor", told)
        self._cases(who)

    def _case_with(self, officer: Officer, step: str) -> str:
        officer.go("/berkas/")
        for path in dict.fromkeys(_CASE.findall(officer.page.content())):
            if f"{path}langkah/{step}/" in self._read(officer, path):
                return path
        raise AssertionError(f"tidak ada berkas dengan langkah {step}")

    def _papers_and_names(self, officer: Officer) -> None:
        officer.go("/berkas/?keadaan=forwarded")
        path = officer.open_case("Kota Balikpapan")
        self._open(officer, f"{path}cetak/formulir/", "Formulir Laporan")
        self._open(officer, f"{path}cetak/tanda-bukti/", "tanda bukti")
        page = self._open(officer, f"{path}pelapor/", "buka identitas")
        opening = page.get_by_role("button", name="Buka dan catat")
        opening.click()
        self.eye.look(page, "buka identitas, tanpa alasan", again=True)
        fill(page, {"Untuk keperluan apa": "Memanggil pelapor untuk klarifikasi."})
        opening.click()
        page.get_by_role("heading", name="Saksi").wait_for()
        self.eye.look(page, "identitas terbuka")

    def _refusals(self, officer: Officer) -> None:
        page = self._open(officer, "/berkas/", "kotak masuk")
        page.locator("details[data-menu] summary").click()
        self.eye.look(page, "menu terbuka")
        self._open(officer, "/berkas/?cari=tidak-ada", "tidak ada yang cocok")
        self._open(officer, "/tidak-ada/", "tidak ditemukan", 404)
        self._open(officer, "/pengelola/petugas/", "bukan untuk peran ini", 403)
        officer.go("/berkas/?keadaan=forwarded")
        path = officer.open_case("Kota Balikpapan")
        self._open(officer, f"{path}langkah/register/", "langkah yang belum sah")
        self._open(officer, f"{path}langkah/forward/", "langkah peran lain", 403)
        page = self._open(officer, "/akun/kata-sandi/", "ganti kata sandi")
        page.get_by_role("main").locator("button[type=submit]").click()
        self.eye.look(page, "ganti kata sandi, tidak diisi", again=True)
        officer.context.clear_cookies(name="netra_meja_csrf")
        page.get_by_role("main").locator("button[type=submit]").click()
        self.eye.look(page, "bukan dari formulir kami")

    def _agencies(self) -> None:
        waiting = self.arrive("bupati")
        page = self._open(waiting, "/terusan/", "terusan")
        page.locator("a.n-inbox__title").first.click()
        page.get_by_role("heading", name="Resume Bawaslu").wait_for()
        self.eye.look(page, "surat")
        page.get_by_role("button", name="Catat putusan").click()
        self.eye.look(page, "surat, putusan tidak diisi", again=True)
        answered = self.arrive("kasn")
        answered.go("/terusan/")
        answered.page.locator("a.n-inbox__title").first.click()
        answered.page.get_by_role("heading", name="Putusan yang tercatat").wait_for()
        self.eye.look(answered.page, "surat yang sudah dijawab")
        self._open(self.arrive("ppk"), "/terusan/", "belum ada terusan")

    def _administrator(self, officer: Officer) -> None:
        self._open(officer, "/pengelola/kantor/", "kantor")
        own = self._open(officer, "/pengelola/kantor/ubah/", "kantor sendiri")
        own.get_by_role("main").get_by_role("textbox").first.fill("bukan kode")
        own.get_by_role("main").locator("button[type=submit]").click()
        self.eye.look(own, "kantor sendiri, salah isi", again=True)
        page = self._open(officer, "/jam-contoh/", "jam contoh")
        fill(page, {"Pukul": "siang"})
        page.get_by_role("button", name="Pindahkan jam").click()
        self.eye.look(page, "jam contoh, salah isi", again=True)
        self._open(officer, "/pengelola/petugas/", "petugas")
        page = self._open(officer, "/pengelola/petugas/baru/", "tambah petugas")
        adding = page.get_by_role("button", name="Tambah petugas")
        adding.click()
        self.eye.look(page, "tambah petugas, tidak diisi")
        newcomer = {
            "Nama lengkap": "Petugas Rekaan Baru",
            "Surel dinas": "baru@contoh.netra.test",
            "Pemeriksa": True,
            **on(TODAY),
        }
        fill(page, newcomer)
        adding.click()
        page.get_by_role("heading", name="Kata sandi awal").wait_for()
        self.eye.look(page, "kata sandi awal")
        page.get_by_role("link", name="Lanjut ke Petugas Rekaan Baru").click()
        page.get_by_role("heading", name="Petugas Rekaan Baru").wait_for()
        self.eye.look(page, "seorang petugas")

    @property
    def steps_not_seen(self) -> set[str]:
        everyone = {row.step.value.replace("_", "-") for row in TRANSITIONS if not row.by_system}
        return everyone - self.steps
