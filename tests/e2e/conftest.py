"""One installation for the session, one browser for a module, and people in front of it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.e2e.browsing import DESKTOP, PHONE, Watch
from tests.e2e.citizen import Citizen
from tests.e2e.installation import Installation, running
from tests.e2e.officer import Keyring, Officer

if os.environ.get("DATABASE_URL", "").startswith("postgres"):
    # Pages look the same whatever stands behind them: on PostgreSQL only the journey is made.
    collect_ignore = ["test_every_page.py", "test_scripts.py"]

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE_MS = 15_000


@pytest.fixture(scope="session")
def installation(
    chromium: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    with running(tmp_path_factory.mktemp("e2e") / "var") as started:
        yield started


@pytest.fixture(scope="session")
def keyring(installation: Installation) -> Keyring:
    return Keyring(installation)


@pytest.fixture(scope="module")
def browser(chromium: Path, installation: Installation) -> Iterator[Browser]:
    """For one module only: while it runs, Django refuses to query in this thread."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium), args=list(_QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def watch(installation: Installation, browser: Browser) -> Watch:
    return Watch(installation)


@pytest.fixture(autouse=True)
def nothing_that_a_page_must_not_do(watch: Watch, installation: Installation) -> Iterator[None]:
    """No console error, no refusal by the CSP, no request to anybody else, no error logged."""
    watch.faults.clear()
    yield
    assert not watch.faults, "\n".join(watch.faults)
    assert not installation.errors, "".join(installation.printed)


@pytest.fixture
def citizen(
    browser: Browser, watch: Watch, installation: Installation
) -> Iterator[Callable[..., Citizen]]:
    """``citizen(scripts=False)``: somebody with a phone."""
    contexts = []

    def arrive(*, scripts: bool) -> Citizen:
        context = watch.over(browser.new_context(viewport=PHONE, java_script_enabled=scripts))
        context.set_default_timeout(_PATIENCE_MS)
        contexts.append(context)
        return Citizen(context.new_page(), installation.public)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture
def officer(browser: Browser, watch: Watch, keyring: Keyring) -> Iterator[Callable[[str], Officer]]:
    """``officer("penerima")``: one of the fictional officers, logged in."""
    arrived: dict[str, Officer] = {}

    def arrive(who: str) -> Officer:
        if who not in arrived:
            arrived[who] = keyring.enter(who, browser, watch, DESKTOP)
            arrived[who].context.set_default_timeout(_PATIENCE_MS)
        return arrived[who]

    yield arrive
    for one in arrived.values():
        one.context.close()
