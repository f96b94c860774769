"""What scripts add on a citizen's phone, and what they must never lose."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.citizen import REVIEW, STORY, TOLD, UNNAMED, Citizen
from tests.e2e.officer import Officer

pytestmark = [pytest.mark.browser, pytest.mark.server]
KEPT = "sessionStorage.getItem('netra-laporan')"


@pytest.fixture
def someone(citizen: Callable[..., Citizen]) -> Citizen:
    return citizen(scripts=True)


def test_the_back_button_of_the_browser_loses_nothing(someone: Citizen) -> None:
    page = someone.page
    someone.begin()
    someone.tell(TOLD, until="tempat")
    for _ in ("kecamatan", "kabupaten", "provinsi", "pekerjaan", "siapa"):
        page.go_back()
    assert someone.step == "siapa"
    name = page.get_by_label("Nama", exact=True)
    expect(name).to_have_value("Tokoh Rekaan Bernama Meranti")
    name.fill("Tokoh Rekaan Bernama Ulin")
    page.get_by_role("button", name="Lanjutkan").click()
    assert someone.step == "tempat"  # what was answered after it is still answered
    someone.tell(TOLD)
    review = page.get_by_role("main").inner_text()
    for words in (STORY, "Ulin", "Kalimantan Timur", "Balikpapan Utara", "Lapangan Rekaan"):
        assert words in review


def test_a_lost_page_is_offered_again_until_the_report_is_sent(someone: Citizen) -> None:
    page = someone.page
    someone.begin()
    someone.tell(UNNAMED, until="siapa")
    page.goto(f"{someone.door}/larangan/")
    page.goto(f"{someone.door}/lapor/")
    page.get_by_role("button", name="Lanjutkan isian tadi").click()
    assert someone.step == "siapa"
    someone.tell(UNNAMED)
    assert STORY in page.get_by_role("main").inner_text()
    assert page.evaluate(KEPT)
    someone.send()
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    page.go_back()
    assert someone.step == REVIEW  # a page of what is sent already does not bring the copy back
    page.goto(f"{someone.door}/lapor/")
    expect(page.get_by_role("button", name="Mulai")).to_be_visible()
    expect(page.get_by_role("button", name="Lanjutkan isian tadi")).to_be_hidden()


def test_two_clicks_and_a_second_try_are_one_report(
    someone: Citizen, officer: Callable[[str], Officer]
) -> None:
    """Counted at the desk of Ternate, where nothing else comes in meanwhile."""
    page, desk = someone.page, officer("ternate")
    before = cases(desk)
    someone.begin()
    someone.tell(UNNAMED)
    someone.agree()
    page.get_by_role("button", name="Kirim").dblclick()
    page.wait_for_url("**/lapor/kirim/")
    first = someone.code
    page.go_back()
    if page.get_by_role("heading", level=1).inner_text() != "Periksa sebelum mengirim":
        page.go_back()  # the second click had its own place in the history
    assert someone.send() == first
    assert "Laporan ini sudah pernah dikirim" in page.get_by_role("main").inner_text()
    desk.page.wait_for_function(
        "async count => new RegExp(`\\\\b${count} berkas`).test("
        "await (await fetch('/berkas/?keadaan=everything')).text())",
        arg=before + 1,
        polling=250,
    )


def cases(desk: Officer) -> int:
    desk.go("/berkas/?keadaan=everything")
    found = re.search(r"(\d+) berkas\.", desk.text)
    assert found, desk.text
    return int(found[1])


def test_the_receipt_is_copied_saved_and_printed(someone: Citizen, tmp_path: Path) -> None:
    page = someone.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=someone.door)
    page.add_init_script("window.print = () => { window.printed = true; }")
    someone.begin()
    someone.tell(UNNAMED)
    code = someone.send()
    page.get_by_role("button", name="Salin kode").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan ke ponsel").click()
    kept = tmp_path / "kode.txt"
    download.value.save_as(kept)
    assert kept.read_text().strip() == code
    page.get_by_role("button", name="Cetak").click()
    assert page.evaluate("window.printed")


def test_a_date_is_filled_by_its_shortcut(someone: Citizen) -> None:
    page = someone.page
    someone.begin()
    someone.tell(TOLD, until="kejadian")
    page.get_by_role("button", name="Kemarin").click()
    assert date_boxes(page) == ["6", "10", "2024"]
    page.get_by_role("button", name="Hari ini").click()
    assert date_boxes(page) == ["7", "10", "2024"]


def date_boxes(page: Page) -> list[str]:
    return [page.get_by_label(box, exact=True).input_value() for box in ("Hari", "Bulan", "Tahun")]
