"""The desk in a real browser: nothing for axe to report, nothing wider than a phone, no CSP error."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer
from tests.web.desk.incident import Desk
from tests.web.desk.staff import PASSWORD, Hire, Officer

from netra.apps.organisations.models import Office
from netra.domain.access import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")
SIZES = ((360, 780), (1280, 800))


# The browser comes last of what a test asks for: while it runs, this thread has an event loop, in
# which Django refuses to touch the database.
@pytest.fixture
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium), args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def team(hire: Hire, office: Office, agency: Office) -> dict[str, Officer]:
    return {
        "member": hire(office, Role.COMMISSIONER),
        "examiner": hire(office, Role.EXAMINER),
        "administrator": hire(office, Role.ADMINISTRATOR),
        "agency": hire(agency, Role.AGENCY_OFFICER),
    }


def pages_of(desk: Desk) -> dict[str, list[str]]:
    """What each of them looks at."""
    case = [desk.case_id]
    return {
        "member": [
            reverse("desk:inbox"),
            f"{reverse('desk:inbox')}?keadaan=closed",
            reverse("desk:case", args=case),
            desk.url("forward"),
            desk.url("notify-reporter"),
            desk.url("close"),
            reverse("desk:print_report", args=case),
        ],
        "examiner": [
            reverse("desk:case", args=case),
            desk.url("establish-facts"),
            desk.url("record-kajian-awal"),
            desk.url("register"),
            reverse("desk:identity", args=case),
            reverse("account_change_password"),
            reverse("mfa_index"),
        ],
        "administrator": [
            reverse("desk:people"),
            reverse("desk:appoint"),
            reverse("desk:offices"),
            reverse("desk:demo_clock"),
            "/tidak-ada/",
        ],
        "agency": [reverse("desk:forwarded"), reverse("desk:forward", args=[*case, 1])],
    }


def faults_of(page: Page, url: str) -> list[str]:
    """Width on a phone; what axe finds on a large screen, where the same page shows most."""
    answer = page.goto(url)
    assert answer is not None
    if page.viewport_size == {"width": 360, "height": 780}:
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [f"{url}: lebih lebar dari layar ponsel"] if wide else []
    return [
        f"{url}: axe {one['id']} {[node['target'] for node in one['nodes']][:3]}"
        for one in Axe().run(page).response["violations"]
    ]


def test_every_page_is_accessible_and_fits_a_phone(
    forwarded: Desk, team: dict[str, Officer], live_server: LiveServer, browser: Browser
) -> None:
    faults: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    for who, addresses in pages_of(forwarded).items():
        for width, height in SIZES:
            context = browser.new_context(viewport={"width": width, "height": height})
            page = context.new_page()
            page.on("console", note)
            faults += faults_of(page, f"{live_server.url}/akun/masuk/")
            page.fill("[name=login]", team[who].user.email)
            page.fill("[name=password]", PASSWORD)
            page.get_by_role("button", name="Masuk", exact=True).click()
            for address in addresses:
                faults += faults_of(page, live_server.url + address)
            context.close()
    assert not faults, "\n".join(faults)


def test_a_passkey_is_made_and_opens_the_desk_without_a_password(
    team: dict[str, Officer], live_server: LiveServer, browser: Browser
) -> None:
    officer = team["examiner"]
    url = live_server.url.replace("127.0.0.1", "localhost")
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    page.goto(f"{url}/akun/masuk/")
    page.fill("[name=login]", officer.user.email)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.goto(f"{url}/akun/pengaman/webauthn/add/")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Lanjut").click()
    page.fill("[name=name]", "Kunci rekaan")
    page.check("[name=passwordless]")
    page.get_by_role("button", name="Tambah kunci").click()
    page.wait_for_url("**/recovery-codes/")
    page.goto(f"{url}/akun/keluar/")
    page.get_by_role("main").get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/akun/masuk/**")
    page.get_by_role("button", name="Masuk dengan kunci sandi (passkey)").click()
    page.wait_for_url("**/berkas/")
    assert page.get_by_role("heading", level=1).inner_text() == "Kotak masuk"


def test_the_desk_works_without_scripts(
    forwarded: Desk, team: dict[str, Officer], live_server: LiveServer, browser: Browser
) -> None:
    officer = team["examiner"]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/akun/masuk/")
    page.fill("[name=login]", officer.user.email)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.goto(live_server.url + forwarded.url("notify-reporter"))
    for part, value in (("day", "25"), ("month", "9"), ("year", "2024")):
        page.fill(f"[name=on-{part}]", value)
    page.check("[name=channel][value=letter]")
    page.fill("[name=text]", "Perkara Anda diteruskan.")
    page.get_by_role("button", name="Catat pemberitahuan").click()
    assert "tercatat" in page.get_by_role("status").inner_text()
    context.close()


def test_assets_are_built() -> None:
    """Without them the other tests here would look at bare pages."""
    assert (Path(settings.STATICFILES_DIRS[0]) / "netra" / "desk.css").exists()
