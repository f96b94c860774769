"""Take the README's pictures of a running demonstration: see docs/howto/screenshots.md."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.e2e.citizen import TOLD, Citizen

HERE = Path(__file__).parent
PHONE = 500  # CSS pixels
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def page_of(browser: Browser, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 760 if width < PHONE else 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return page


def picture(page: Page, name: str) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.screenshot(path=HERE / f"{name}-{width}.png")


def public(browser: Browser, door: str) -> None:
    phone = page_of(browser, 360)
    phone.goto(door)
    picture(phone, "home")
    citizen = Citizen(phone, door)
    citizen.begin()
    citizen.tell(TOLD, until="perbuatan")
    picture(phone, "wizard")
    citizen.tell(TOLD)
    picture(phone, "review")
    code = citizen.send()
    picture(phone, "receipt")
    citizen.ask(code)
    picture(phone, "status")
    wide = page_of(browser, 1280)
    for name, address in (("home", "/"), ("deed", "/larangan/attend_campaign/")):
        wide.goto(door + address)
        picture(wide, name)


def desk(browser: Browser, door: str, email: str, password: str) -> None:
    page = page_of(browser, 1280)
    page.goto(door)
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.goto(f"{door}/berkas/")
    picture(page, "inbox")
    page.locator("main a[href^='/berkas/']").first.click()
    picture(page, "case")
    page.set_viewport_size({"width": 360, "height": 760})
    picture(page, "case")


def main(public_door: str, desk_door: str, email: str, password: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        public(browser, public_door)
        desk(browser, desk_door, email, password)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
