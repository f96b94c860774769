"""Whoever holds the database can change rows; the chain tells which one, and how."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.journal.entry import GENESIS, Draft, Entry, canonical, chain, digest
from netra.domain.journal.verify import SHED, Personal, verify_stream

AT = datetime(2024, 10, 7, 1, 2, 3, 456789, tzinfo=UTC)


def stream(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for position in range(length):
        draft = Draft("case:1", "kind", AT, "officer:1", {"n": position}, {"story": f"s{position}"})
        entries.append(
            chain(
                draft,
                position=position,
                previous=entries[-1].hash if entries else GENESIS,
                salts={"story": f"salt{position}"},
            )
        )
    return entries


def personal(length: int) -> dict[int, dict[str, Personal]]:
    return {n: {"story": Personal(f"salt{n}", f"s{n}")} for n in range(length)}


def test_an_untouched_stream_has_no_fault() -> None:
    assert verify_stream(stream(5), personal(5)) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "other"),
        ("actor", "officer:2"),
        ("at", datetime(2024, 10, 8, tzinfo=UTC)),
        ("body", {"n": 99}),
        ("commitments", {}),
        ("stream", "case:2"),
    ],
)
def test_a_changed_entry_is_named(field: str, value: object) -> None:
    entries = stream(5)
    entries[2] = replace(entries[2], **{field: value})
    assert [fault.position for fault in verify_stream(entries)] == [2]


def test_a_rehashed_entry_breaks_the_link_of_the_next() -> None:
    entries = stream(5)
    forged = replace(entries[2], body={"n": 99})
    entries[2] = replace(forged, hash=digest(forged))
    assert [(f.position, f.what) for f in verify_stream(entries)] == [
        (3, "tidak menyambung ke entri sebelumnya")
    ]


def test_a_missing_entry_is_named() -> None:
    entries = stream(5)
    del entries[2]
    assert [(f.position, f.what) for f in verify_stream(entries)] == [(2, "entri hilang")]


def test_a_missing_first_entry_is_named() -> None:
    assert [f.position for f in verify_stream(stream(3)[1:])] == [0]


def test_exchanged_entries_are_named() -> None:
    entries = stream(4)
    entries[1], entries[2] = entries[2], entries[1]
    assert {f.position for f in verify_stream(entries)} >= {1}


def test_changed_personal_data_is_named() -> None:
    kept = personal(3) | {1: {"story": Personal("salt1", "another story")}}
    assert [str(f) for f in verify_stream(stream(3), kept)] == [
        "case:1 #1: data story berubah setelah dicatat"
    ]


def test_personal_data_that_vanished_is_a_fault_unless_it_was_shed() -> None:
    entries, kept = stream(3), personal(3)
    del kept[1]
    assert [f.what for f in verify_stream(entries, kept)] == ["data story hilang tanpa catatan"]
    shed = Draft("case:1", SHED, AT, "officer:1", {"position": 1, "fields": ["story"]})
    entries.append(chain(shed, position=3, previous=entries[-1].hash, salts={}))
    assert verify_stream(entries, kept) == []


@given(st.text(), st.text())
def test_a_commitment_binds_field_and_value(one: str, other: str) -> None:
    drafts = [Draft("s", "k", AT, "a", {}, {"story": text}) for text in (one, other)]
    first, second = (
        chain(d, position=0, previous=GENESIS, salts={"story": "same"}) for d in drafts
    )
    assert (first.hash == second.hash) == (one == other)


def test_the_canonical_text_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'
