"""Every page of both doors: open to everybody, narrow enough, quiet, light, and on the clock."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Cookie
from tests.e2e.account_walk import AccountWalk
from tests.e2e.browsing import DESKTOP, PHONE, Watch, fill, on
from tests.e2e.calendar_day import TODAY
from tests.e2e.desk_walk import DeskWalk
from tests.e2e.inspection import AXE, Findings, Inspector, routes
from tests.e2e.installation import Installation
from tests.e2e.officer import Keyring, Officer
from tests.e2e.public_walk import PublicWalk

from netra.domain.calendar import Zone

pytestmark = [pytest.mark.browser, pytest.mark.server]
PUBLIC, DESK = "netra.config.urls_public", "netra.config.urls_desk"
FIRST_LOAD = 100_000
MOVED_TO = datetime(2024, 10, 7, 14, 30, tzinfo=Zone.WITA.tzinfo)
NOT_PAGES = {
    PUBLIC: {"healthz", "robots.txt", "favicon.ico"},
    DESK: {
        "",  # leads on to the first page of the officer's roles
        "akun/pengaman/webauthn/login/",
        "akun/pengaman/recovery-codes/download/",
        # only ever sent to, and leads back to a page
        "kantor/pilih/",
        "pengelola/petugas/<int:user_id>/penugasan/<int:membership_id>/akhiri/",
        "pengelola/petugas/<int:user_id>/akun/",
        "pengelola/petugas/<int:user_id>/kata-sandi/",
    },
}
"""Addresses behind which a browser shows no page of its own."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk through one door brought home."""

    urlconf: str
    found: Findings
    watch: Watch
    missing: set[str]
    refused: list[str]
    cookies: list[Cookie]


@pytest.fixture(scope="module")
def moved(browser: Browser, keyring: Keyring) -> datetime:
    """The administrator moves the demonstration's clock; every page must show it from then on."""
    admin = keyring.enter("pengelola", browser, Watch(keyring.installation), DESKTOP)
    admin.go("/jam-contoh/")
    fill(admin.page, {**on(TODAY), "Pukul": f"{MOVED_TO:%H.%M}"})
    admin.page.get_by_role("button", name="Pindahkan jam").click()
    assert "dipindahkan" in admin.said
    admin.context.close()
    return MOVED_TO


def still(context: BrowserContext) -> BrowserContext:
    """Nothing moves while it is looked at; axe is on every page from the start."""
    context.add_init_script(AXE)
    return context


@pytest.fixture(scope="module")
def public(browser: Browser, installation: Installation, moved: datetime) -> Walked:
    watch = Watch(installation)
    context = still(watch.over(browser.new_context(viewport=PHONE)))
    walk = PublicWalk(context, installation.public, Inspector(PUBLIC, moved))
    walk.go()
    context.close()
    return Walked(PUBLIC, walk.eye.found, watch, walk.steps_not_seen, walk.refused, walk.cookies)


@pytest.fixture(scope="module")
def desk(browser: Browser, keyring: Keyring, moved: datetime) -> Walked:
    installation, watch = keyring.installation, Watch(keyring.installation)
    arrived: dict[str, Officer] = {}

    def arrive(who: str) -> Officer:
        if who not in arrived:
            arrived[who] = keyring.enter(who, browser, watch, DESKTOP)
            still(arrived[who].context)
        return arrived[who]

    def stranger() -> BrowserContext:
        return still(watch.over(browser.new_context(viewport=DESKTOP)))

    eye = Inspector(DESK, moved)
    walk = DeskWalk(arrive, eye)
    walk.go()
    AccountWalk(stranger, installation.desk, installation.password, eye).go()
    return Walked(DESK, eye.found, watch, walk.steps_not_seen, [], [])


@pytest.fixture(params=["public", "desk"])
def walked(request: pytest.FixtureRequest) -> Walked:
    found: Walked = request.getfixturevalue(request.param)
    return found


def test_axe_finds_nothing_in_either_theme(walked: Walked) -> None:
    assert walked.found.axe == []


def test_no_page_is_wider_than_a_small_phone(walked: Walked) -> None:
    assert walked.found.wide == []


def test_every_page_shows_the_moved_clock(walked: Walked) -> None:
    assert walked.found.clock == []


def test_no_page_asks_others_or_is_refused_by_its_own_policy(walked: Walked) -> None:
    assert walked.watch.faults == []
    assert walked.refused == []


def test_no_page_was_left_out(walked: Walked) -> None:
    """A new address needs a visit in the walk, or a reason among those that are no pages."""
    addresses = {one for one in routes(walked.urlconf) if not one.startswith("api/")}
    assert addresses - walked.found.routes == NOT_PAGES[walked.urlconf]


def test_every_question_and_every_step_was_shown(walked: Walked) -> None:
    assert walked.missing == set()


def test_a_first_visit_to_the_public_door_is_light(public: Walked) -> None:
    """Whichever page comes first: itself and everything that it loads, as sent."""
    weights = public.watch.weights
    assets = sum(size for url, size in weights.items() if "/static/" in url)
    heavy = {url: size + assets for url, size in weights.items() if size + assets > FIRST_LOAD}
    assert assets > 0
    assert heavy == {}


def test_the_public_door_sets_one_cookie_that_ends_with_the_browser(public: Walked) -> None:
    (cookie,) = public.cookies
    assert cookie["name"] == "netra_lapor"
    assert cookie["expires"] == -1
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"


@pytest.mark.parametrize(
    ("door", "address"),
    [(door, one) for door, addresses in NOT_PAGES.items() for one in addresses if "<" not in one],
)
def test_what_is_no_page_shows_none(
    browser: Browser, installation: Installation, door: str, address: str
) -> None:
    base = installation.public if door == PUBLIC else installation.desk
    context = browser.new_context()
    answer = context.request.get(f"{base}/{address}", max_redirects=0)
    assert answer.status != 200 or "html" not in answer.headers["content-type"]
    context.close()
