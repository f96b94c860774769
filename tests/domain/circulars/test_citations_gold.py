"""A drafter's letter is read as a careful lawyer would read it: measured on sentences by hand."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.circulars.citations.report import CitationReport, check_citations
from netra.domain.lawbook.regulations import PartlyKnownDay
from netra.domain.lawbook.values import Citation

GOLD = Path(__file__).parent / "gold"
Key = tuple[str | None, ...]


def _sentences() -> list[tuple[str, dict[str, Any], date]]:
    found = []
    for path in sorted(GOLD.glob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.extend(
            (path.stem, one, one.get("date", document["date"])) for one in document["items"]
        )
    return found


def _read(item: dict[str, Any], on: date) -> CitationReport:
    return check_citations(item["t"], load_lawbook().regulations, PartlyKnownDay(on, on))


def _wanted(item: dict[str, Any]) -> Counter[Key]:
    places = [Citation.parse(one) for one in item["c"]]
    return Counter((one.regulation, one.pasal, one.ayat, one.huruf, one.angka) for one in places)


def _got(report: CitationReport) -> Counter[Key]:
    keys = ("regulation", "article", "ayat", "huruf", "angka")
    return Counter(tuple(row[key] for key in keys) for row in report.to_json())


def test_f1_over_all_sentences_is_at_least_95_percent(
    record_property: Callable[[str, object], None],
) -> None:
    right = found = wanted = 0
    sentences = _sentences()
    for _, item, on in sentences:
        got, want = _got(_read(item, on)), _wanted(item)
        right += (got & want).total()
        found += got.total()
        wanted += want.total()
    f1 = 2 * right / (found + wanted)
    record_property("f1", f1)

    assert len(sentences) >= 150
    assert f1 >= 0.95, f"{len(sentences)} kalimat, {wanted} sitiran, F1 {f1:.3f}"


@pytest.mark.parametrize("kind", ["koran", "lain", "ocr", "surat"])
def test_no_kind_of_text_is_read_much_worse_than_the_others(kind: str) -> None:
    right = found = wanted = 0
    for stem, item, on in _sentences():
        if stem == kind:
            got, want = _got(_read(item, on)), _wanted(item)
            right += (got & want).total()
            found += got.total()
            wanted += want.total()

    assert 2 * right / (found + wanted) >= 0.95


def test_sentences_that_cite_nothing_stay_silent() -> None:
    silent = [(item, on) for _, item, on in _sentences() if not item["c"]]

    assert len(silent) >= 20
    assert [item["t"] for item, on in silent if _read(item, on).findings] == []


def test_every_span_gives_back_the_very_words() -> None:
    for _, item, on in _sentences():
        for row in _read(item, on).to_json():
            start, end = row["span"]
            assert item["t"][start:end] == row["text"]


def test_the_status_on_the_letters_date_is_the_one_written_by_hand() -> None:
    told = [(item, on) for _, item, on in _sentences() if "status" in item]
    wrong = [
        item["t"]
        for item, on in told
        if [row["status"] for row in _read(item, on).to_json()] != item["status"]
    ]

    assert len(told) >= 15
    assert wrong == []


def test_the_words_of_a_citation_are_cut_where_a_reader_would() -> None:
    told = [(item, on) for _, item, on in _sentences() if "q" in item]
    wrong = [
        item["t"]
        for item, on in told
        if [one.cited.text for one in _read(item, on).findings] != item["q"]
    ]

    assert wrong == []
