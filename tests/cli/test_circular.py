"""Somebody at BKPSDM checks a letter from the command line."""

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from netra.cli.circular import command

LETTER = """Teluk Melati, 12 September 2024

Dasar: Pasal 9 UU Nomor 5 Tahun 2014 dan PP 94/2021 Pasal 5 huruf n angka 6.
Pelanggar diberhentikan tidak dengan hormat sesuai PP 94/2021.
"""


def _pdf(text: str) -> bytes:
    """A one-page PDF with a text layer, made by hand."""
    lines = " ".join(
        f"({line}) Tj T*" for line in text.replace("(", "").replace(")", "").split("\n")
    )
    stream = f"BT /F1 11 Tf 14 TL 40 780 Td {lines} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    return bytes(out)


def _docx(text: str) -> bytes:
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "UU Pemilu"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "extra"),
    [
        ("surat.txt", LETTER.encode(), []),
        ("surat.txt", LETTER.encode("utf-16"), []),
        ("surat.pdf", _pdf(LETTER), []),
        ("surat.docx", _docx(LETTER), ["uu-7-2017"]),
    ],
)
def test_a_letter_of_each_kind_is_read(
    tmp_path: Path, name: str, content: bytes, extra: list[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    result = CliRunner().invoke(command, ["check", str(file), "--json"])
    rows = json.loads(result.output)

    assert [row["regulation"] for row in rows] == ["uu-5-2014", "pp-94-2021", "pp-94-2021", *extra]
    assert [row["status"] for row in rows][:2] == ["repealed", "in_force"]
    assert rows[2]["wrong_sanction"] == "ptdh"


def test_the_date_given_wins_over_the_letters_own(tmp_path: Path) -> None:
    file = tmp_path / "surat.txt"
    file.write_text(LETTER, encoding="utf-8")

    result = CliRunner().invoke(command, ["check", str(file), "--on", "2022-01-05", "--json"])

    assert json.loads(result.output)[0]["status"] == "in_force"


def test_the_words_tell_what_to_write_instead(tmp_path: Path) -> None:
    file = tmp_path / "surat.txt"
    file.write_text(LETTER, encoding="utf-8")

    result = CliRunner().invoke(command, ["check", str(file)])

    assert result.exit_code == 0
    assert "Tanggal surat: 12 September 2024" in result.output
    assert "Tulis: Pasal 9 ayat (2) UU 20/2023." in result.output
    assert "Sanksi keliru" in result.output
    assert "3 sitiran, 2 perlu diperiksa." in result.output


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "tidak berisi teks"),
        (b"%PDF-1.4 rusak", "PDF rusak"),
        (b"PK\x03\x04rusak", "DOCX rusak"),
        (b"\x89PNG\r\n\x00\x00", "Jenis berkas tidak dikenal"),
        (_pdf(" "), "mungkin hasil pindai"),
    ],
)
def test_a_careless_file_is_refused_with_a_reason(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "surat"
    file.write_bytes(content)

    result = CliRunner().invoke(command, ["check", str(file)])

    assert result.exit_code == 1
    assert why in result.output
