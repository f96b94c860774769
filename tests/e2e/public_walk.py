"""A walk past every page of the public door, its errors included."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Cookie, Page
from tests.e2e.browsing import Answers, fill
from tests.e2e.citizen import REVIEW, TOLD, UNNAMED, Citizen
from tests.e2e.inspection import Inspector

from netra.adapters.lawbook_files import load_lawbook
from netra.web.public.steps import STEPS

SOME_DEEDS = ("social_like", "vote", "obstruct_choice")
"""A page with doubts, one of what is allowed, one without an act; all others must only open."""
FAMILY: Mapping[str, Answers] = {
    **TOLD,
    "perbuatan": {
        **TOLD["perbuatan"],
        "Mendampingi suami atau istri yang menjadi calon": True,
    },
    "keluarga": {"Bukan": True, "Tidak": True},
    "kecamatan": {"Di kecamatan mana?": "Balikpapan Selatan"},
}
_LONG = 1_200_000


@dataclass(slots=True)
class PublicWalk:
    """What was met on the way."""

    context: BrowserContext
    door: str
    eye: Inspector
    steps: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    cookies: list[Cookie] = field(default_factory=list)

    def go(self) -> None:
        page = self.context.new_page()
        someone = Citizen(page, self.door)
        self._reading(page)
        self._asking(someone)
        self._may_i(page)
        self._telling(someone)
        self._without_a_name(someone)
        self._going_wrong(someone)
        page.close()

    def _reading(self, page: Page) -> None:
        for path, status in (
            ("/", 200),
            ("/larangan/", 200),
            ("/larangan/?cari=foto", 200),
            ("/larangan/?cari=kucing", 200),
            *((f"/larangan/{code}/", 200) for code in SOME_DEEDS),
            ("/tentang/", 200),
            ("/privasi/", 200),
            ("/lapor/", 200),
            ("/tidak-ada/", 404),
        ):
            self._open(page, path, status)
            self.eye.look(page, path)
        for code in load_lawbook().deeds:
            answer = self.context.request.get(f"{self.door}/larangan/{code}/")
            if not answer.ok:
                self.refused.append(f"/larangan/{code}/: {answer.status}")

    def _open(self, page: Page, path: str, status: int = 200) -> None:
        answer = page.goto(f"{self.door}{path}")
        if answer is None or answer.status != status:
            self.refused.append(f"{path}: {answer.status if answer else '-'}, bukan {status}")

    def _asking(self, someone: Citizen) -> None:
        self._open(someone.page, "/status/")
        self.eye.look(someone.page, "cek status")
        someone.ask("BUKAN-KODE")
        self.eye.look(someone.page, "kode salah tulis", again=True)

    def _may_i(self, page: Page) -> None:
        self._open(page, "/bolehkah/")
        self.eye.look(page, "bolehkah")
        asking = page.get_by_role("main").locator("form button[type=submit]").first
        asking.click()
        self.eye.look(page, "bolehkah, tidak diisi", again=True)
        fill(page, {"Pertanyaan Anda": "Bolehkah saya berfoto dengan calon bupati?"})
        asking.click()
        self.eye.look(page, "bolehkah, jawaban")

    def _telling(self, someone: Citizen) -> None:
        """Every question: as it is asked, and as it complains when it is left empty."""
        page = someone.page
        someone.begin()
        while (step := someone.step) != REVIEW:
            self.steps.add(step)
            self.eye.look(page, f"pertanyaan {step}")
            page.get_by_role("button", name="Lanjutkan").click()
            if someone.step == step:
                again = step != STEPS[0].name
                self.eye.look(page, f"pertanyaan {step}, tidak dijawab", again=again)
            else:
                page.get_by_role("button", name="Kembali").click()
            someone.answer(FAMILY[step])
        self.eye.look(page, "periksa")
        page.get_by_role("button", name="Kirim").click()
        self.eye.look(page, "periksa, tidak dicentang")
        code = someone.send()
        self.eye.look(page, "tanda terima")
        someone.ask(code)
        self.eye.look(page, "status")
        self._open(page, "/lapor/")

    def _without_a_name(self, someone: Citizen) -> None:
        page = someone.page
        someone.begin()
        someone.tell(UNNAMED)
        self.eye.look(page, "periksa, tanpa nama")
        self._open(page, "/lapor/")
        self.eye.look(page, "ada isian yang belum terkirim")
        page.get_by_role("button", name="Lanjutkan isian tadi").click()
        someone.send()
        self.eye.look(page, "tanda terima, tanpa nama")
        page.go_back()
        someone.send()
        self.eye.look(page, "tanda terima, dikirim lagi", again=True)

    def _going_wrong(self, someone: Citizen) -> None:
        page = someone.page
        for what, spoil in (
            ("isian rusak", "document.querySelector('input[name=draft]').value = 'rusak'"),
            (
                "terlalu panjang",
                f"document.querySelector('textarea').value = 'a'.repeat({_LONG})",
            ),
        ):
            someone.begin()
            page.get_by_role("textbox").fill("Cerita yang tidak boleh hilang.")
            page.evaluate(spoil)
            page.get_by_role("button", name="Lanjutkan").click()
            self.eye.look(page, what)
        someone.begin()
        self.cookies = self.context.cookies()
        self.context.clear_cookies()
        page.get_by_role("button", name="Lanjutkan").click()
        self.eye.look(page, "bukan dari formulir kami")

    @property
    def steps_not_seen(self) -> set[str]:
        return {step.name for step in STEPS} - self.steps
