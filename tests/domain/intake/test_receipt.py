"""Receipt codes, as the person types them who holds one, and as a stranger guesses them."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.intake.receipt import (
    ALPHABET,
    BASE,
    DATA_SYMBOLS,
    LENGTH,
    ReceiptCode,
    ReceiptMistyped,
    derive,
    parse,
    receipt_hash,
)

KEY = b"k" * 32
codes = st.text(min_size=1).map(lambda text: derive(KEY, text))


def test_a_code_cannot_be_guessed() -> None:
    assert DATA_SYMBOLS * math.log2(BASE) >= 96
    assert len(set(ALPHABET)) == BASE == 29


def test_the_alphabet_has_no_look_alikes() -> None:
    assert not set("ILOSU01") & set(ALPHABET)


@given(codes)
def test_the_owner_types_it_in_any_case_and_spacing(code: ReceiptCode) -> None:
    text = str(code)
    assert [len(group) for group in text.split("-")] == [4] * 6
    for typed in (text, text.lower(), text.replace("-", ""), f"  {text.replace('-', ' ')}\n"):
        assert parse(typed) == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed_and_its_group_is_named(
    code: ReceiptCode, place: int, symbol: str
) -> None:
    if code.symbols[place] == symbol:
        return
    wrong = code.symbols[:place] + symbol + code.symbols[place + 1 :]
    with pytest.raises(ReceiptMistyped, match=f"kelompok ke-{place // 4 + 1} lebih dulu"):
        parse(wrong)


@given(
    codes,
    st.tuples(st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1)),
    st.tuples(st.sampled_from(ALPHABET), st.sampled_from(ALPHABET)),
)
def test_two_wrong_symbols_are_noticed(
    code: ReceiptCode, places: tuple[int, int], symbols: tuple[str, str]
) -> None:
    wrong = list(code.symbols)
    for place, symbol in zip(places, symbols, strict=True):
        wrong[place] = symbol
    if "".join(wrong) == code.symbols:
        return
    with pytest.raises(ReceiptMistyped):
        parse("".join(wrong))


@given(codes)
def test_neighbours_swapped_are_noticed(code: ReceiptCode) -> None:
    for place, (one, other) in enumerate(pairwise(code.symbols)):
        if one != other:
            swapped = code.symbols[:place] + other + one + code.symbols[place + 2 :]
            with pytest.raises(ReceiptMistyped):
                parse(swapped)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Ketik kode"),
        ("   - - ", "Ketik kode"),
        ("ABCD", "yang Anda ketik 4"),
        ("OABC" * 6, "Huruf “O” pada kelompok ke-1"),
        ("A" * 200, "yang Anda ketik 200"),
        ("ÀBCD", "tidak pernah dipakai"),
        ("ᜀ" * 24, "tidak pernah dipakai"),
    ],
)
def test_what_is_no_code_gets_a_clear_answer(typed: str, told: str) -> None:
    with pytest.raises(ReceiptMistyped, match=told):
        parse(typed)


@given(st.text())
def test_nothing_typed_breaks_it(text: str) -> None:
    try:
        told = str(parse(text))
    except ReceiptMistyped as error:
        told = str(error)
    assert told


def test_the_same_form_gets_the_same_code_and_another_form_another() -> None:
    assert derive(KEY, "form") == derive(KEY, "form")
    assert derive(KEY, "form") != derive(KEY, "form2")


def test_a_stranger_with_the_database_alone_cannot_test_guesses() -> None:
    code = derive(KEY, "form")
    kept = receipt_hash(KEY, code)
    assert kept != receipt_hash(b"x" * 32, code)
    assert code.symbols not in kept
