"""Browsers as people hold them, and a watch over what no page of ours may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError
from tests.e2e.installation import Installation

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 800}
SERVER_ERROR = 500
BAD_REQUEST = 400
_LOAD_FAILED = "Failed to load resource"


@dataclass  # without slots: playwright keeps its wrappers of our handlers on the object
class Watch:
    """What a browser saw; ``faults`` must stay empty."""

    installation: Installation
    faults: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)
    """Bytes over the wire of what the public door sent, by address; the heaviest answer counts."""

    def over(self, context: BrowserContext) -> BrowserContext:
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)
        return context

    def _console(self, message: ConsoleMessage) -> None:
        # A page that answers 404 on purpose is logged too: statuses are looked at below.
        if message.type == "error" and _LOAD_FAILED not in message.text:
            self.faults.append(f"{self._where(message.page)}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"{self._where(error.page)}: {error.error}")

    def _request(self, request: Request) -> None:
        ours = (f"{self.installation.public}/", f"{self.installation.desk}/", "data:", "blob:")
        if not request.url.startswith(ours):
            self.faults.append(f"permintaan ke luar: {request.url}")

    def _response(self, response: Response) -> None:
        part_of_page = not response.request.is_navigation_request()
        if response.status >= (BAD_REQUEST if part_of_page else SERVER_ERROR):
            self.faults.append(f"{response.request.method} {response.url}: {response.status}")
        if response.url.startswith(f"{self.installation.public}/"):
            size = int(response.headers.get("content-length", "0"))
            self.weights[response.url] = max(size, self.weights.get(response.url, 0))

    @staticmethod
    def _where(page: Page | None) -> str:
        return page.url if page else "?"


Answers = Mapping[str, str | bool]
"""By label: a text to write or an option to choose; ``True`` to tick, ``False`` to untick."""


def fill(page: Page, answers: Answers) -> None:
    """Answer the questions of a page by the words that label them."""
    for label, value in answers.items():
        box = page.get_by_role("main").get_by_label(label, exact=True)
        if isinstance(value, bool):
            box.set_checked(value)
        elif box.evaluate("element => element.tagName") == "SELECT":
            box.select_option(label=value)
        else:
            box.fill(value)


def on(day: date) -> Answers:
    """The three boxes of the one date that a page asks for."""
    return {"Hari": str(day.day), "Bulan": str(day.month), "Tahun": str(day.year)}
