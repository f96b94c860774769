"""What every page is held to: axe, the width of small phones, the demonstration's own clock."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Page

from netra.domain.calendar import MONTHS, Zone

AXE = Axe().axe_script
"""For the start of every page in a browser that walks: quicker than to bring it each time."""
# The rules that axe has by default, and what the design promises beyond them: 7:1 for text, which
# makes the rule that asks for less superfluous.
_EVERYTHING = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {
        "color-contrast": {"enabled": False},
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
    },
}
_STRUCTURE = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"color-contrast": {"enabled": False}, "target-size": {"enabled": True}},
}
# In the other theme only the colours differ.
_COLOURS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": ["color-contrast-enhanced", "link-in-text-block"],
}
_RUN = """([without, options]) => axe.run({exclude: without}, options).then(found =>
    found.violations.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(
        node => node.target.join(" ")).join(", ")}`))"""
_FRAME = [[".n-head"], [".n-foot"]]
"""The same on every page of a door and a login: looked at with the first page of each address."""
_OPEN_EVERYTHING = (
    "document.querySelectorAll('details:not([data-menu])').forEach(d => d.open = true)"
)
_TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
_HEIGHT = 780
_NARROW = 320
_CLOCK = re.compile(r"Waktu contoh: \w+, (\d+) (\w+) (\d{4}) pukul (\d\d)\.(\d\d) (WIB|WITA|WIT)")
_LATEST = timedelta(minutes=30)


@dataclass(slots=True)
class Findings:
    """What was wrong, by kind, and which pages were looked at."""

    axe: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    clock: list[str] = field(default_factory=list)
    routes: set[str] = field(default_factory=set)
    looks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Inspector:
    """Looks at the pages of one door; ``since`` is where the demonstration's clock was put."""

    urlconf: str
    since: datetime
    found: Findings = field(default_factory=Findings)
    met: set[str] = field(default_factory=set)

    def look(self, page: Page, what: str, *, again: bool = False) -> None:
        """Hold the page that is shown to everything, in both themes and on a small phone.

        ``again``: the same page with a complaint in it, whose colours were looked at elsewhere.
        """
        self.found.looks.append(what)
        path = urlsplit(page.url).path
        with suppress(Resolver404):  # the page that says so is a page, too
            self.found.routes.add(resolve(path, self.urlconf).route)
        where = f"{what} ({path})"
        if fault := self._clock_fault(page):
            self.found.clock.append(f"{where}: {fault}")
        page.emulate_media(reduced_motion="reduce")
        page.evaluate(_OPEN_EVERYTHING)
        without: list[list[str]] = [] if path not in self.met else _FRAME
        self.met.add(path)
        rules = _STRUCTURE if again else _EVERYTHING
        self.found.axe += [f"{where}: {one}" for one in page.evaluate(_RUN, [without, rules])]
        if not again:
            page.emulate_media(color_scheme="dark")
            self.found.axe += [
                f"{where}, gelap: {one}" for one in page.evaluate(_RUN, [without, _COLOURS])
            ]
            page.emulate_media(color_scheme="light")
        size = page.viewport_size
        assert size is not None
        self._measure(page, where)
        page.set_viewport_size({"width": _NARROW, "height": _HEIGHT})
        self._measure(page, where)
        page.set_viewport_size(size)

    def _measure(self, page: Page, where: str) -> None:
        if page.evaluate(_TOO_WIDE):
            self.found.wide.append(f"{where}: lebih lebar dari layar {page.viewport_size}")

    def _clock_fault(self, page: Page) -> str:
        band = page.locator(".n-band")
        text = band.inner_text().replace("\xa0", " ") if band.count() else ""
        shown = _CLOCK.search(text)
        if shown is None:
            return f"tidak menyebut waktu contoh: {text!r}"
        day, month, year, hour, minute, zone = shown.groups()
        at = datetime(
            int(year),
            MONTHS.index(month) + 1,
            int(day),
            int(hour),
            int(minute),
            tzinfo=Zone(zone).tzinfo,
        )
        late = at - self.since
        return "" if timedelta(0) <= late < _LATEST else f"jam yang lain: {at}"


def routes(urlconf: str) -> set[str]:
    """Every address of a door, as its URL configuration writes it."""
    return set(_routes(get_resolver(urlconf)))


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route
        else:
            yield from _routes(one, route)
