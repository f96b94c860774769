"""The lawbook as it ships: a jurist asks whether it is complete, dated and consistent."""

import re
from datetime import date

import pytest

from netra.adapters.lawbook_files import PACKAGED, load_lawbook, read_documents
from netra.domain.deadlines.check import check
from netra.domain.lawbook.book import regulation_on
from netra.domain.lawbook.description import all_codes, describe
from netra.domain.lawbook.regulations import Force
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Citation, Status

LAW = load_lawbook()
TODAY = date(2026, 11, 21)


def test_nothing_is_wrong_with_the_packaged_lawbook() -> None:
    report = check(LAW, TODAY)

    assert report.problems == ()
    assert report.examples > 50
    assert report.oldest_check == date(2026, 11, 1)


def test_every_section_says_how_sure_it_is() -> None:
    counts = check(LAW, TODAY).counts

    for section in ("regulations", "acts", "deeds", "clocks", "authorities", "forms"):
        assert sum(counts[section].values()) > 0, section
    assert counts["clocks"][Status.UNVERIFIED] > 0
    assert counts["authorities"][Status.UNVERIFIED] > 0


def test_the_lawbook_is_read_once_and_knows_its_version() -> None:
    assert load_lawbook() is LAW
    assert re.fullmatch(r"[0-9a-f]{64}", LAW.version)


def test_no_clause_of_the_lawbook_accuses_anybody() -> None:
    for path, content in read_documents(PACKAGED).items():
        assert "oknum" not in str(content).lower(), path


@pytest.mark.parametrize(
    ("code", "day", "force", "successor"),
    [
        ("uu-5-2014", date(2023, 10, 30), Force.IN_FORCE, "uu-20-2023"),
        ("uu-5-2014", date(2023, 10, 31), Force.REPEALED, "uu-20-2023"),
        ("uu-20-2023", date(2023, 10, 30), Force.NOT_YET_IN_FORCE, None),
        ("uu-20-2023", date(2023, 10, 31), Force.IN_FORCE, None),
        ("pp-53-2010", date(2021, 8, 31), Force.REPEALED, "pp-94-2021"),
        ("skb-5-instansi-2020", date(2022, 9, 22), Force.REPEALED, "skb-5-instansi-2022"),
        ("skb-5-instansi-2022", date(2022, 9, 21), Force.NOT_YET_IN_FORCE, None),
        ("mk-136-puu-xxii-2024", date(2024, 11, 13), Force.NOT_YET_IN_FORCE, None),
        ("mk-136-puu-xxii-2024", date(2024, 11, 14), Force.IN_FORCE, None),
        ("uu-1-2026", date(2026, 1, 1), Force.NOT_YET_IN_FORCE, None),
        ("uu-1-2026", date(2026, 1, 2), Force.IN_FORCE, None),
        # Only the year is known: neither yes nor no within it.
        ("uu-10-2016", date(2016, 6, 1), Force.UNKNOWN, None),
        # Two dates are known between which it came into force.
        ("perbawaslu-9-2024", date(2024, 9, 29), Force.NOT_YET_IN_FORCE, None),
        ("perbawaslu-9-2024", date(2024, 10, 1), Force.UNKNOWN, None),
        ("perbawaslu-9-2024", date(2024, 10, 14), Force.IN_FORCE, None),
        ("perbawaslu-7-2018", date(2022, 6, 1), Force.UNKNOWN, "perbawaslu-7-2022"),
        ("pp-manajemen-asn", date(2026, 1, 1), Force.UNKNOWN, None),
    ],
)
def test_a_regulation_stands_or_falls_by_date(
    code: str, day: date, force: Force, successor: str | None
) -> None:
    standing = regulation_on(LAW, code, day)

    assert standing.force is force
    assert [one.code for one in standing.replaced_by] == ([successor] if successor else [])


def test_a_circular_that_cites_the_repealed_law_is_told_what_replaced_it() -> None:
    standing = regulation_on(LAW, "uu-5-2014", date(2024, 9, 12))

    assert standing.sentence == (
        "UU 5/2014 sudah tidak berlaku pada 2024-09-12; digantikan oleh UU 20/2023."
    )


@pytest.mark.parametrize(
    ("day", "wanted", "unwanted"),
    [
        (date(2024, 11, 13), "Pejabat negara, pejabat ASN", "pejabat daerah"),
        (date(2024, 11, 14), "pejabat daerah", "dihapus"),
        (date(2026, 1, 1), "paling singkat 1 bulan", "dihapus"),
        (date(2026, 1, 2), "diberitakan dihapus", "paling singkat"),
    ],
)
def test_pasal_188_changes_on_its_two_days(day: date, wanted: str, unwanted: str) -> None:
    (row,) = LAW.regulations.resolve(Citation.parse("uu-10-2016 Pasal 188"), day)
    text = f"{row.summary} {row.penalty}"

    assert wanted in text
    assert unwanted not in text


def test_detention_disappears_from_pasal_494_in_2026() -> None:
    place = Citation.parse("uu-7-2017 Pasal 494")

    (before,) = LAW.regulations.resolve(place, date(2026, 1, 1))
    (after,) = LAW.regulations.resolve(place, date(2026, 1, 2))

    assert before.penalty == "kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000"
    assert after.penalty is not None
    assert "kurungan dihapus" in after.penalty
    assert after.source.status is Status.UNCONFIRMED


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("pp-94-2021 Pasal 5 huruf n angka 3", "Pasal 5 huruf n angka 3 PP 94/2021"),
        ("uu-7-2017 Pasal 454 ayat (6)", "Pasal 454 ayat (6) UU 7/2017"),
        ("skb-5-instansi-2022 Lampiran II", "Lampiran II SKB 5 Instansi 2022"),
        ("se-menpanrb-4-2024", "SE MenPANRB 4/2024"),
    ],
)
def test_a_citation_reads_as_a_letter_prints_it(written: str, printed: str) -> None:
    assert citation_text(LAW.regulations, Citation.parse(written)) == printed


@pytest.mark.parametrize(
    ("written", "resolves"),
    [
        ("pp-94-2021 Pasal 5 huruf n angka 3", True),
        ("pp-94-2021 Pasal 5", True),
        ("pp-94-2021 Pasal 14 huruf i angka 1", True),
        # The amending law speaks with the articles of the law it amends.
        ("uu-10-2016 Pasal 134 ayat (4)", True),
        ("uu-1-2015 Pasal 71 ayat (1)", True),
        ("pp-94-2021 Pasal 999", False),
        ("pp-1-1900", False),
    ],
)
def test_a_citation_leads_somewhere_or_says_why_not(written: str, *, resolves: bool) -> None:
    why = LAW.regulations.why_unresolved(Citation.parse(written))

    assert (why is None) is resolves


def test_angka_of_pasal_5_and_pasal_14_are_never_mixed_up() -> None:
    (row,) = [
        one
        for one in LAW.regulations.resolve(Citation.parse("pp-94-2021 Pasal 14 huruf i angka 1"))
        if one.at.angka
    ]

    assert "Pasal 5 huruf n angka 3" in row.summary


def test_every_code_can_be_shown_on_any_day() -> None:
    codes = all_codes(LAW)

    assert len(codes) > 200
    for code in codes:
        for day in (date(2013, 1, 1), date(2024, 10, 1), date(2030, 12, 31)):
            assert describe(LAW, code, day).lines, code
    with pytest.raises(KeyError):
        describe(LAW, "tidak-ada", TODAY)


@pytest.mark.parametrize(
    ("region", "zone"),
    [("11.01", "WIB"), ("32.75", "WIB"), ("64.71", "WITA"), ("51", "WITA"), ("96.71", "WIT")],
)
def test_a_region_knows_its_zone(region: str, zone: str) -> None:
    assert LAW.zone_of_region(region) == zone


def test_an_unknown_region_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        LAW.zone_of_region("99.01")
