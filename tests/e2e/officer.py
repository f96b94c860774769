"""Officers at the desk: logging in once, finding a case, taking its steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, StorageState
from tests.e2e.browsing import DESKTOP, Answers, Watch, fill
from tests.e2e.installation import Installation

DOMAIN = "contoh.netra.test"


@dataclass(slots=True)
class Keyring:
    """Who is logged in already: kept over all tests, so that each officer logs in once."""

    installation: Installation
    sessions: dict[str, StorageState] = field(default_factory=dict)

    def enter(self, who: str, browser: Browser, watch: Watch, size: Mapping[str, int]) -> "Officer":
        """A browser in which ``who`` is logged in."""
        context = browser.new_context(viewport=dict(size), storage_state=self.sessions.get(who))
        officer = Officer(watch.over(context), self.installation.desk)
        if who not in self.sessions:
            officer.log_in(f"{who}@{DOMAIN}", self.installation.password)
            officer.page.wait_for_url(lambda url: "/akun/" not in url)
            self.sessions[who] = context.storage_state()
        return officer


class Officer:
    """Somebody at the desk, with one page."""

    def __init__(self, context: BrowserContext, door: str) -> None:
        self.context, self.door = context, door
        self.page: Page = context.new_page()

    def log_in(self, email: str, password: str) -> None:
        self.page.goto(f"{self.door}/akun/masuk/")
        fill(self.page, {"Surel": email, "Kata sandi": password})
        self.page.get_by_role("button", name="Masuk", exact=True).click()

    def go(self, path: str) -> int:
        """Open an address; the status of the answer."""
        answer = self.page.goto(f"{self.door}{path}")
        assert answer is not None
        return answer.status

    @property
    def text(self) -> str:
        return self.page.get_by_role("main").inner_text()

    def await_case(self, words: str) -> None:
        """Until the worker has opened the case, and it is in the inbox."""
        self.go("/berkas/")
        self.page.wait_for_function(
            "async words => (await (await fetch('/berkas/')).text()).includes(words)",
            arg=words,
            polling=250,
        )
        self.go("/berkas/")

    def open_case(self, words: str) -> str:
        """Open the case whose line holds ``words``; its address."""
        line = self.page.locator(".n-inbox > li").filter(has_text=words)
        line.get_by_role("link").click()
        self.page.get_by_role("heading", name="Langkah yang sah sekarang").wait_for()
        return self.page.url.removeprefix(self.door)

    def take(self, path: str, step: str, answers: Answers | None = None) -> str:
        """Take a step from the page of the case; what the desk says then."""
        self.go(path)
        self.page.get_by_role("link", name=step).click()
        fill(self.page, answers or {})
        self.page.get_by_role("main").locator("button[type=submit]").click()
        return self.said

    @property
    def said(self) -> str:
        """What the desk answered: that it is done, or what is wrong."""
        return self.page.locator("main [role=status], main [role=alert]").inner_text()


__all__ = ["DESKTOP", "DOMAIN", "Keyring", "Officer"]
