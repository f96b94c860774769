"""An officer prints a form and draws a number: nothing is printed that nobody has seen."""

from datetime import date

import pytest

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import ContestKind

FORMS = load_lawbook().forms


def test_the_formulir_laporan_asks_when_it_became_known() -> None:
    fields = {field.code: field for field in FORMS.forms["laporan"].fields}

    assert fields["tanggal_diketahui"].required
    assert not fields["pelapor_email"].required
    assert fields["nomor"].filled_by_office


def test_everything_about_a_person_is_marked_as_such() -> None:
    for field in FORMS.forms["laporan"].fields:
        if field.section in {"Pelapor", "Terlapor", "Saksi"}:
            assert field.personal, field.code


def test_a_model_code_is_printed_only_where_it_was_seen() -> None:
    laporan, temuan = FORMS.forms["laporan"], FORMS.forms["temuan"]
    day = date(2024, 10, 1)

    assert laporan.heading(ContestKind.PEMILU, day) == "Model B.1 Formulir Laporan"
    assert laporan.heading(ContestKind.PILKADA, day) == "Formulir Laporan"
    assert temuan.heading(ContestKind.PEMILU, date(2019, 1, 1)) == "Model B.2 Formulir Temuan"
    assert temuan.heading(ContestKind.PEMILU, day) == "Formulir Temuan"


@pytest.mark.parametrize(
    ("code", "number", "day", "parts", "written"),
    [
        (
            "lp",
            15,
            date(2024, 1, 5),
            {"jenis": "PL", "tingkat": "Kota", "kode": "13.03"},
            "015/LP/PL/Kota/13.03/I/2024",
        ),
        (
            "lp",
            2,
            date(2024, 10, 1),
            {"jenis": "PB", "tingkat": "Kab", "kode": "08.05"},
            "002/LP/PB/Kab/08.05/X/2024",
        ),
        (
            "lp_adm",
            22,
            date(2019, 5, 1),
            {"jenis": "PL", "tingkat": "RI", "kode": "00.00"},
            "22/LP/PL/ADM/RI/00.00/V/2019",
        ),
    ],
)
def test_the_three_numbers_ever_seen_are_written_alike(
    code: str, number: int, day: date, parts: dict[str, str], written: str
) -> None:
    assert FORMS.numbers[code].write(number, day, parts) == written
    assert written in FORMS.numbers[code].seen


@pytest.mark.parametrize("code", ["reg", "tm"])
def test_a_pattern_nobody_has_seen_says_so(code: str) -> None:
    assert FORMS.numbers[code].seen == ()
    assert FORMS.numbers[code].source.status is Status.UNVERIFIED


def test_a_missing_part_of_a_number_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(KeyError, match="kode"):
        FORMS.numbers["lp"].write(1, date(2024, 1, 1), {"jenis": "PL", "tingkat": "RI"})
