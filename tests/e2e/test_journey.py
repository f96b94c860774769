"""From a citizen's words to a decision the citizen can read, in real browsers on a real server."""

from collections.abc import Callable

import pytest
from tests.e2e.browsing import fill, on
from tests.e2e.calendar_day import TODAY
from tests.e2e.citizen import DISTRICT, NAME, STORY, TOLD, WITNESS, Citizen
from tests.e2e.officer import Officer

pytestmark = [pytest.mark.browser, pytest.mark.server]
RESUME = (
    "Pejabat administrator pada perangkat daerah diduga berbicara dalam kampanye terbuka dan "
    "memakai atribut peserta pemilihan."
)
SEALED = (NAME, WITNESS, "0800 0000 0099")
Arrive = Callable[[str], Officer]


@pytest.fixture
def on_paper(citizen: Callable[..., Citizen]) -> Citizen:
    """A citizen whose phone runs no scripts."""
    return citizen(scripts=False)


def reported(someone: Citizen) -> str:
    """From the front page to the receipt; its code."""
    page = someone.page
    page.goto(f"{someone.door}/")
    page.get_by_role("main").get_by_role("link", name="Laporkan dugaan pelanggaran").click()
    page.get_by_role("button", name="Mulai").click()
    someone.tell(TOLD)
    review = page.get_by_role("main").inner_text()
    for words in (STORY, "Bawaslu Kota Balikpapan", "Batas waktu melapor", "tanda tangan", NAME):
        assert words in review
    return someone.send()


def test_a_report_is_followed_from_the_first_page_to_its_end(
    on_paper: Citizen, officer: Arrive
) -> None:
    code = reported(on_paper)
    assert page_text(on_paper).count("Senin, 7 Oktober 2024") >= 1
    assert "Laporan" in on_paper.ask(code)

    receiver, examiner, member = (officer(who) for who in ("penerima", "pemeriksa", "anggota"))
    receiver.await_case(DISTRICT)
    path = receiver.open_case(DISTRICT)
    assert STORY in receiver.text
    for words in SEALED:
        assert words not in receiver.text

    handled(path, receiver, examiner)
    assert "Laporan diregister" in on_paper.ask(code)
    decided_and_forwarded(path, examiner, member)
    assert "diteruskan ke instansi yang berwenang" in on_paper.ask(code)

    answered_by_the_agency(officer("bkn"), path)
    told = {"surat": True, "Isi pemberitahuan": "Sudah ada hasilnya.", **on(TODAY)}
    assert "tercatat" in receiver.take(path, "Beri tahu pelapor", told)
    assert "tercatat" in examiner.take(path, "Tutup perkara")
    examiner.go(path)
    assert "Tidak ada langkah yang terbuka" in examiner.text

    end = on_paper.ask(code)
    assert "Perkara ditutup" in end
    assert "Badan Kepegawaian Negara (BKN): sanksi dijatuhkan." in end
    for words in (*SEALED, "Meranti", "77/REKAAN", RESUME):
        assert words not in end


def page_text(someone: Citizen) -> str:
    return someone.page.get_by_role("main").inner_text().replace("\xa0", " ")


def handled(path: str, receiver: Officer, examiner: Officer) -> None:
    """Numbered, found complete, registered."""
    assert "LP/PW/Kota/99.01/X/2024" in receiver.take(path, "Ambil nomor laporan")
    signed = {"Tanda tangan pada formulir sesuai dengan kartu identitas": True}
    assert "tercatat" in examiner.take(path, "Catat kajian awal", signed)
    assert "Reg/LP/PW/Kota/99.01/X/2024" in receiver.take(path, "Register")


def decided_and_forwarded(path: str, examiner: Officer, member: Officer) -> None:
    """Heard, studied, decided by the pleno and sent to the authority of the day."""
    heard = {"terlapor": True, "Nama": "Tokoh Rekaan Bernama Meranti", "Ya": True, **on(TODAY)}
    assert "tercatat" in examiner.take(path, "Catat klarifikasi", heard)
    found = {"pelanggaran": True, "pelanggaran hukum lainnya (netralitas ASN)": True}
    kajian = {**found, "Isi kajian": "Unsur terpenuhi: terlapor berbicara dalam kampanye."}
    assert "tercatat" in examiner.take(path, "Tulis kajian", kajian)
    pleno = {**found, **on(TODAY), "Alasan tertulis": "Pleno menyetujui kajian."}
    assert "tercatat" in member.take(path, "Catat putusan pleno", pleno)
    letter = {
        "Badan Kepegawaian Negara (SBT), tembusan kantor regional": True,
        "Badan Kepegawaian Negara (contoh)": True,
        "Nomor surat": "77/REKAAN/X/2024",
        "Resume Bawaslu": RESUME,
        **on(TODAY),
    }
    assert "tercatat" in member.take(path, "Teruskan ke instansi yang berwenang", letter)


def answered_by_the_agency(bkn: Officer, path: str) -> None:
    """The agency reads the resume and nothing else, and says what it decided."""
    assert bkn.go(path) == 404
    bkn.go("/terusan/")
    bkn.page.get_by_role("link", name="77/REKAAN/X/2024").click()
    assert RESUME in bkn.text
    for words in (STORY, *SEALED):
        assert words not in bkn.page.content()
    sanctioned = {"dijatuhi sanksi": True, "Nomor putusan": "SK-REKAAN-7", **on(TODAY)}
    fill(bkn.page, {**sanctioned, "Isi pokok": "Hukuman disiplin."})
    bkn.page.get_by_role("button", name="Catat putusan").click()
    assert "tercatat" in bkn.said


def test_a_case_does_not_exist_for_an_officer_of_another_office(officer: Arrive) -> None:
    owner, stranger = officer("lampung-tengah"), officer("penajam")
    owner.go("/berkas/?keadaan=everything")
    path = owner.open_case("Lampung Tengah")
    pages = ["", "langkah/decide-pleno/", "pelapor/", "cetak/formulir/", "cetak/tanda-bukti/"]
    for page in pages:
        assert owner.go(path + page) == 200, page
        assert stranger.go(path + page) == 404, page
        assert "Halaman tidak ditemukan" in stranger.text
    stranger.go("/berkas/?keadaan=everything")
    assert path not in stranger.page.content()


def test_an_agency_reads_letters_and_no_case(officer: Arrive) -> None:
    agency = officer("bupati")
    assert agency.go("/berkas/") == 403
    agency.go("/terusan/")
    agency.page.get_by_role("link", name="002/CONTOH/X/2024").click()
    path = agency.page.url.removeprefix(agency.door)
    assert "Resume Bawaslu" in agency.text
    other = officer("gakkumdu")
    assert other.go(path) == 404
    assert other.go(path.replace("terusan", "berkas").rsplit("/", 2)[0] + "/") == 404
