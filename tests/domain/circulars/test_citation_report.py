"""What the writer of a circular is told before signing."""

from datetime import date

import pytest

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.circulars.citations.dates import own_date
from netra.domain.circulars.citations.report import CitationReport, check_citations, day_words
from netra.domain.lawbook.regulations import PartlyKnownDay


def _check(text: str, on: date | None = date(2024, 9, 20)) -> CitationReport:
    return check_citations(text, load_lawbook().regulations, PartlyKnownDay(on, on) if on else None)


def test_a_repealed_article_is_named_with_the_one_that_says_it_now() -> None:
    finding = _check("Pasal 9 UU Nomor 5 Tahun 2014").findings[0]

    assert finding.to_json() == {
        "text": "Pasal 9 UU Nomor 5 Tahun 2014",
        "regulation": "uu-5-2014",
        "article": "9",
        "ayat": None,
        "huruf": None,
        "angka": None,
        "status": "repealed",
        "replaced_by": "uu-20-2023",
        "span": [0, 29],
        "changed_by": [],
        "instead": "UU 5/2014 sudah tidak berlaku pada 20 September 2024. "
        "Tulis: Pasal 9 ayat (2) UU 20/2023.",
        "wrong_sanction": None,
    }


def test_the_same_article_was_right_on_the_last_day_of_its_law() -> None:
    text = "Pasal 9 UU Nomor 5 Tahun 2014"

    assert _check(text, date(2023, 10, 30)).clean
    assert not _check(text, date(2023, 10, 31)).clean


def test_a_chain_of_successors_is_followed_to_the_one_in_force() -> None:
    standing = _check("PP 53/2010").findings[0].cited.standing

    assert standing.replaced_by == "pp-94-2021"


def test_an_amended_law_may_stand_once_its_amendment_is_named() -> None:
    bare = _check("Undang-Undang Nomor 1 Tahun 2015").findings[0]
    full = _check(
        "Undang-Undang Nomor 1 Tahun 2015 sebagaimana telah diubah terakhir dengan "
        "Undang-Undang Nomor 6 Tahun 2020"
    )

    assert bare.instead is not None
    assert "UU 6/2020" in bare.instead
    assert full.clean


def test_without_any_date_the_status_is_unknown_but_the_successor_is_told() -> None:
    finding = _check("Pasal 9 UU 5/2014", None).findings[0]

    assert finding.cited.standing.status == "date_unknown"
    assert finding.cited.standing.replaced_by == "uu-20-2023"


def test_a_short_name_means_what_the_letter_itself_says() -> None:
    report = _check("UU Nomor 5 Tahun 2014 (selanjutnya disebut UU ASN) berlaku. Pasal 9 UU ASN.")

    assert [one.cited.regulation for one in report.findings] == ["uu-5-2014", "uu-5-2014"]


def test_a_wrong_number_with_a_known_title_is_pointed_out() -> None:
    finding = _check("UU Nomor 20 Tahun 2024 tentang Aparatur Sipil Negara").findings[0]

    assert finding.cited.standing.status == "unknown"
    assert "Nomor 20 Tahun 2023" in (finding.instead or "")


def test_an_article_of_no_law_at_all_asks_for_the_law() -> None:
    finding = _check("Pasal 9 ayat (2) wajib ditaati.").findings[0]

    assert finding.cited.regulation is None
    assert "Sebutkan peraturannya" in (finding.instead or "")


@pytest.mark.parametrize(
    "text",
    [
        "PNS yang berpihak diberhentikan tidak dengan hormat sesuai PP 94/2021.",
        "Sesuai PP Nomor 94 Tahun 2021, ancamannya PTDH.",
        "Disiplin diatur PP 94/2021. Sanksi terberatnya pemberhentian tidak dengan hormat.",
    ],
)
def test_dismissal_without_honour_is_no_sanction_of_pp_94(text: str) -> None:
    report = _check(text)

    assert [one.code for one in report.sanctions] == ["ptdh"]
    assert report.findings[0].to_json()["wrong_sanction"] == "ptdh"
    assert "Pasal 8 ayat (4)" in report.sanctions[0].instead


@pytest.mark.parametrize(
    "text",
    [
        "PP 94/2021 tidak mengenal PTDH.",
        "Anggota partai diberhentikan tidak dengan hormat menurut Pasal 52 ayat (4) UU ASN.",
        "Menurut PP 94/2021 ia diberhentikan dengan hormat tidak atas permintaan sendiri.",
        "Disiplin diatur PP 94/2021.\n\nPegawai bank itu kena PTDH.",
    ],
)
def test_a_right_word_about_sanctions_is_left_alone(text: str) -> None:
    assert _check(text).sanctions == ()


def test_a_list_of_ways_of_support_is_told_what_it_leaves_out() -> None:
    text = "Dilarang ikut kampanye, mengerahkan ASN lain, memakai fasilitas negara."

    assert [code for code, _ in _check(text).missing] == [
        "PP94-N2",
        "PP94-N5",
        "PP94-N6",
        "PP94-N7",
    ]
    assert _check("ASN dilarang ikut kampanye.").missing == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ditetapkan di Teluk Melati\npada tanggal 12 September 2024", "12 September 2024"),
        ("Teluk Melati, 12 September 2024\n\nKepada Yth.", "12 September 2024"),
        ("Teluk Melati,     September 2024\n\nKepada Yth.", "September 2024"),
        ("Tanggal : 12-09-2024\nHal : Netralitas", "12 September 2024"),
        ("ujar sekda, Kamis (12/9/2024).", "12 September 2024"),
        ("Pilkada digelar 27 November 2024.\nCOPYRIGHT © Kantor Berita 2024", "tahun 2024"),
        ("Pemungutan suara pada 27 November 2024 berlangsung serentak.", "tidak ditemukan"),
        ("Kamis (32/13/2024)", "tidak ditemukan"),
    ],
)
def test_the_letters_own_date_is_found_and_no_other(text: str, words: str) -> None:
    assert day_words(own_date(text)) == words


def test_a_year_alone_is_enough_where_the_law_did_not_change_in_it() -> None:
    text = "Pasal 9 UU 5/2014 dan PP 94/2021. © Kantor Berita {}"

    def statuses(year: int) -> list[str]:
        report = _check(text.format(year), None)
        return [one.cited.standing.status.value for one in report.findings]

    assert statuses(2024) == ["repealed", "in_force"]
    assert statuses(2023) == ["date_unknown", "in_force"]


@pytest.mark.parametrize(
    "hostile",
    ["Pasal 9 dan " * 3000, "Undang-Undang tentang " * 2000, "Pasal " + "9" * 9000, "(" * 9000,
     "SE Menteri " * 2000, "a-\n" * 5000, "Pasal 1 sampai dengan Pasal 9999 UU ASN", ""],
)  # fmt: skip
def test_a_stranger_cannot_make_the_check_hang(hostile: str) -> None:
    assert _check(hostile).day is not None
