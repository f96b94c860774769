"""The page about the steps of a case says what the table says."""

from pathlib import Path

from netra.domain.cases.table import BEGIN, END, as_markdown

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "case-transitions.md"


def test_the_page_holds_the_table_as_it_is() -> None:
    text = PAGE.read_text()
    written = text[text.index(BEGIN) : text.index(END) + len(END)]
    assert written == as_markdown(), "jalankan `netra case table` dan ganti tabel pada halaman itu"
