"""A careless editor changes the YAML; the lawbook names the file and the key, every time."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netra.adapters.holiday_calendar import indonesian_calendar
from netra.adapters.lawbook_files import PACKAGED, load_lawbook, read_documents
from netra.domain.deadlines.check import check
from netra.domain.lawbook.parse import LawbookInvalid, parse, version_of

DOCUMENTS = read_documents(PACKAGED)
Documents = dict[str, Any]


def _clock(documents: Documents, code: str, path: str = "procedures/pilkada.yaml") -> Any:
    return next(row for row in documents[path]["clocks"] if row["code"] == code)


def _regulation(documents: Documents, code: str, path: str = "regulations/asn.yaml") -> Any:
    return next(row for row in documents[path]["regulations"] if row["code"] == code)


def _authority(documents: Documents, code: str) -> Any:
    rows = documents["authorities/asn.yaml"]["authorities"]
    return next(row for row in rows if row["code"] == code)


def _no_source(documents: Documents) -> None:
    del _clock(documents, "handling")["versions"][0]["source"]


def _unknown_status(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["source"]["status"] = "pasti"


def _unknown_counting(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["counting"] = "hari_bulan"


def _negative_number(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["number"] = -3


def _number_left_out(documents: Documents) -> None:
    del _clock(documents, "handling")["versions"][0]["number"]


def _number_taken_away(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["number"] = None


def _unverified_clock_lapses(documents: Documents) -> None:
    _clock(documents, "laporan_window")["versions"][0]["source"]["status"] = "unverified"


def _no_example(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["examples"] = []


def _misspelt_key(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["konsekuensi"] = "…"


def _same_clock_twice(documents: Documents) -> None:
    documents["procedures/pilkada.yaml"]["clocks"].append(_clock(documents, "handling"))


def _period_backwards(documents: Documents) -> None:
    version = _clock(documents, "handling")["versions"][0]
    version["valid_from"], version["valid_until"] = date(2025, 1, 1), date(2024, 1, 1)


def _undated_value(documents: Documents) -> None:
    del documents["procedures/pilkada.yaml"]["last_checked"]


def _zone_missing_in_start(documents: Documents) -> None:
    version = _clock(documents, "laporan_window")["versions"][0]
    version["examples"][0]["start"] = "2024-09-24T10:00:00"


def _desk_closes_before_it_opens(documents: Documents) -> None:
    desk = documents["procedures/pilkada.yaml"]["procedure"]["desk"][0]
    desk["hours"]["senin"] = "16.00-08.00"


def _regulation_twice(documents: Documents) -> None:
    rows = documents["regulations/asn.yaml"]["regulations"]
    rows.append(deepcopy(rows[0]))


def _replaces_nobody(documents: Documents) -> None:
    _regulation(documents, "uu-20-2023")["replaces"] = ["uu-4-2014"]


def _ends_before_it_begins(documents: Documents) -> None:
    _regulation(documents, "uu-5-2014")["in_force_until"] = date(2010, 1, 1)


def _bounds_in_disorder(documents: Documents) -> None:
    bounds = [date(2024, 1, 2), date(2024, 1, 1)]
    _regulation(documents, "pp-94-2021")["in_force_from"] = bounds


def _same_article_twice(documents: Documents) -> None:
    articles = _regulation(documents, "pp-94-2021")["articles"]
    articles.append(deepcopy(articles[0]))


def _unreadable_article(documents: Documents) -> None:
    _regulation(documents, "pp-94-2021")["articles"][0]["at"] = "Ps. 3 d"


def _two_authorities_at_once(documents: Documents) -> None:
    _authority(documents, "kasn")["valid_until"] = date(2024, 9, 10)


def _unknown_authority(documents: Documents) -> None:
    _authority(documents, "bkn")["authority"] = "bkd"


def _authority_without_ground(documents: Documents) -> None:
    _authority(documents, "bkn")["dasar_hukum"] = []


def _number_part_unknown(documents: Documents) -> None:
    documents["forms/nomor/nomor.yaml"]["numbers"][0]["template"] = "{urut}/{apa}"


def _decree_outside_the_calendar(documents: Documents) -> None:
    documents["calendars/2025.yaml"]["decrees"][0]["day"] = date(1999, 1, 1)


def _province_in_two_zones(documents: Documents) -> None:
    documents["calendars/zones.yaml"]["zones"][0]["provinces"].append("51")


def _unknown_folder(documents: Documents) -> None:
    documents["rules/new.yaml"] = {}


def _not_a_mapping(documents: Documents) -> None:
    documents["regulations/asn.yaml"] = ["uu-5-2014"]


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (_no_source, "procedures/pilkada.yaml.clocks[handling].versions[0].source: harus diisi"),
        (_unknown_status, "source.status: 'pasti' tidak dikenal"),
        (_unknown_counting, "clocks[handling].versions[0].counting: 'hari_bulan' tidak dikenal"),
        (_negative_number, "number: harus berupa bilangan bulat positif, bukan -3"),
        (_number_left_out, "number: harus ditulis; null bila belum diketahui"),
        (_number_taken_away, "number: tanpa angka, statusnya harus unverified"),
        (_unverified_clock_lapses, "lapses: tenggat unverified tidak boleh menggugurkan"),
        (_no_example, "examples: harus punya sedikitnya satu contoh hitungan"),
        (_misspelt_key, "clocks[handling].versions[0].konsekuensi: kunci ini tidak dikenal"),
        (_same_clock_twice, "masa berlaku handling/pilkada bertumpuk"),
        (_period_backwards, "berakhir (2024-01-01) sebelum mulai (2025-01-01)"),
        (_undated_value, "last_checked: tidak menyebut kapan terakhir diperiksa"),
        (_zone_missing_in_start, "start: harus menyebut zona"),
        (_desk_closes_before_it_opens, "hours.senin: tutup sebelum buka"),
        (_regulation_twice, "regulations/asn.yaml.regulations[uu-5-2014]: kode 'uu-5-2014' sudah"),
        (_replaces_nobody, "regulations[uu-20-2023].replaces: peraturan 'uu-4-2014' tidak ada"),
        (_ends_before_it_begins, "[uu-5-2014]: tidak berlaku lagi sebelum mulai berlaku"),
        (_bounds_in_disorder, "in_force_from: harus dua tanggal berurutan"),
        (_same_article_twice, "regulations[pp-94-2021]: masa berlaku Pasal 3 huruf d bertumpuk"),
        (_unreadable_article, "at: sitiran 'pp-94-2021 Ps. 3 d' tidak dapat dibaca"),
        (_two_authorities_at_once, "masa berlaku hukum_lainnya/receives/pns"),
        (_unknown_authority, "authority: 'bkd' tidak dikenal"),
        (_authority_without_ground, "authorities[bkn].dasar_hukum: harus menyebut dasar hukum"),
        (_number_part_unknown, "template: bagian 'apa' tidak dikenal"),
        (_decree_outside_the_calendar, "calendars: Tanggal 1999-01-01 di luar kalender"),
        (_province_in_two_zones, "provinces: provinsi '51' sudah punya zona"),
        (_unknown_folder, "rules/new.yaml: bagian 'rules' tidak dikenal"),
        (_not_a_mapping, "regulations/asn.yaml: harus berupa pasangan kunci dan nilai"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_a_fault_is_named_with_its_place(tamper: Callable[[Documents], None], named: str) -> None:
    documents: Documents = deepcopy(DOCUMENTS)
    tamper(documents)

    with pytest.raises(LawbookInvalid) as caught:
        parse(documents, indonesian_calendar())

    assert any(named in problem for problem in caught.value.problems), caught.value.problems


def test_all_faults_are_named_at_once() -> None:
    documents: Documents = deepcopy(DOCUMENTS)
    _unknown_counting(documents)
    _unknown_authority(documents)
    _replaces_nobody(documents)

    with pytest.raises(LawbookInvalid) as caught:
        parse(documents, indonesian_calendar())

    assert len(caught.value.problems) >= 3


def _citation_to_nowhere(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["dasar_hukum"] = ["uu-1-2015 Pasal 999"]


def _citation_of_nothing(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["dasar_hukum"] = ["uu-99-2015"]


def _wrong_example(documents: Documents) -> None:
    example = _clock(documents, "handling")["versions"][0]["examples"][0]
    example["due"] = date(2024, 11, 15)


def _example_out_of_period(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["valid_from"] = date(2025, 1, 1)


def _ground_not_yet_in_force(documents: Documents) -> None:
    _clock(documents, "handling")["versions"][0]["dasar_hukum"] = ["uu-1-2026"]


def _replaced_but_endless(documents: Documents) -> None:
    _regulation(documents, "uu-5-2014")["in_force_until"] = "open"


def _checked_in_the_future(documents: Documents) -> None:
    documents["regulations/asn.yaml"]["last_checked"] = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (_citation_to_nowhere, "Pasal 999 belum tercatat pada uu-1-2015"),
        (_citation_of_nothing, "peraturan 'uu-99-2015' tidak ada dalam lawbook"),
        (_wrong_example, "due tertulis 2024-11-15, terhitung 2024-11-14"),
        (_example_out_of_period, "di luar masa berlaku barisnya"),
        (_ground_not_yet_in_force, "UU 1/2026 tidak berlaku pada 2024-11-11"),
        (_replaced_but_endless, "regulations.uu-5-2014: digantikan tetapi tidak menyebut"),
        (_checked_in_the_future, "diperiksa pada 2027-01-01, di masa depan"),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_the_check_finds_what_only_the_whole_shows(
    tamper: Callable[[Documents], None], named: str
) -> None:
    documents: Documents = deepcopy(DOCUMENTS)
    tamper(documents)

    report = check(parse(documents, indonesian_calendar()), date(2026, 11, 21))

    assert any(named in problem for problem in report.problems), report.problems


def test_a_key_written_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "regulations").mkdir()
    (tmp_path / "regulations" / "a.yaml").write_text("a: 1\na: 2\n")

    with pytest.raises(LawbookInvalid, match="ditulis dua kali"):
        load_lawbook(tmp_path)


@pytest.mark.parametrize("text", ["regulations: [", "a: 2024-13-45", "\x00", "!!python/name:os.x"])
def test_broken_yaml_is_named_by_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "regulations").mkdir()
    (tmp_path / "regulations" / "a.yaml").write_text(text)

    with pytest.raises(LawbookInvalid, match=r"regulations/a\.yaml"):
        load_lawbook(tmp_path)


def test_an_empty_folder_is_no_lawbook(tmp_path: Path) -> None:
    with pytest.raises(LawbookInvalid, match="tidak ada berkas YAML"):
        load_lawbook(tmp_path)


def test_the_version_follows_the_content_and_nothing_else() -> None:
    documents: Documents = deepcopy(DOCUMENTS)
    assert version_of(dict(reversed(documents.items()))) == version_of(DOCUMENTS)

    _clock(documents, "handling")["versions"][0]["number"] = 4
    assert version_of(documents) != version_of(DOCUMENTS)
