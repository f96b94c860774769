"""Receipt codes: made from the submission's own key, checked as they are typed, kept as hashes.

A code is 22 symbols drawn from 29 (106 bits) and 2 check symbols, in six groups of four. The
alphabet leaves out what the eye confuses with something else in it: I, L, O, S, U, 0 and 1. The
29 symbols are the field GF(29); the check symbols are those of a shortened Reed-Solomon code, so
any two wrong symbols are noticed, every swap of two among them, and one wrong symbol is located.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256

ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"
BASE = len(ALPHABET)
DATA_SYMBOLS = 22
LENGTH = DATA_SYMBOLS + 2
GROUP = 4
_ROOT = 2
"""A primitive root of 29: its powers are all different over the length of a code."""
_WEIGHTS = tuple(pow(_ROOT, place, BASE) for place in range(LENGTH))
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
_MADE = "netra:receipt:code"
_KEPT = "netra:receipt:hash"
_SUBMISSION = "netra:submission:hash"
_CONTENT = "netra:submission:content"


class ReceiptMistyped(ValueError):
    """The text is no receipt code; the message tells the person where to look."""


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """A well-formed code; ``str()`` gives the groups as a person reads them."""

    symbols: str

    def __str__(self) -> str:
        return "-".join(self.groups)

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(self.symbols[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def derive(key: bytes, submission_key: str) -> ReceiptCode:
    """The code of a submission: the same form sent again gets the same code."""
    number = int.from_bytes(_mac(key, _MADE, submission_key))
    values = []
    for _ in range(DATA_SYMBOLS):
        number, value = divmod(number, BASE)
        values.append(value)
    return ReceiptCode("".join(ALPHABET[value] for value in _with_checks(values)))


def receipt_hash(key: bytes, code: ReceiptCode) -> str:
    """What the database keeps of a code; useless without ``key``. Hex."""
    return _mac(key, _KEPT, code.symbols).hex()


def submission_hash(key: bytes, submission_key: str) -> str:
    """What the database keeps of a submission's key, to know it again. Hex."""
    return _mac(key, _SUBMISSION, submission_key).hex()


def content_hash(key: bytes, submission_key: str, content: str) -> str:
    """Tells whether a form sent again was changed meanwhile, without keeping what it says. Hex."""
    return _mac(key, _CONTENT, f"{submission_key}\0{content}").hex()


def parse(text: str) -> ReceiptCode:
    """Read what a person typed: any case, any spacing. ``ReceiptMistyped`` says what is wrong."""
    typed = [symbol for symbol in text.upper() if symbol.isalnum()]
    if not typed:
        raise ReceiptMistyped("Ketik kode tanda terima Anda, misalnya 7KQX-2M9P-….")
    for place, symbol in enumerate(typed):
        if symbol not in _VALUE:
            raise ReceiptMistyped(
                f"Huruf “{symbol}” pada {_group(place)} tidak pernah dipakai dalam kode. "
                "Kode tidak memakai huruf I, L, O, S, U dan angka 0, 1."
            )
    if len(typed) != LENGTH:
        raise ReceiptMistyped(
            f"Kode terdiri atas {LENGTH} huruf dan angka; yang Anda ketik {len(typed)}. "
            "Periksa apakah ada kelompok yang terlewat."
        )
    values = [_VALUE[symbol] for symbol in typed]
    total = sum(values) % BASE
    weighted = sum(w * v for w, v in zip(_WEIGHTS, values, strict=True)) % BASE
    if total or weighted:
        raise ReceiptMistyped(_where(total, weighted))
    return ReceiptCode("".join(typed))


def _where(total: int, weighted: int) -> str:
    """One wrong symbol betrays its place: weighted / total is the weight of that place."""
    if total and weighted:
        ratio = weighted * pow(total, -1, BASE) % BASE
        if ratio in _WEIGHTS:
            return (
                f"Kode ini salah ketik. Periksa {_group(_WEIGHTS.index(ratio))} lebih dulu, "
                "lalu kelompok lainnya."
            )
    return "Kode ini salah ketik. Periksa tiap kelompok; mungkin ada huruf yang tertukar."


def _group(place: int) -> str:
    return f"kelompok ke-{place // GROUP + 1}"


def _with_checks(values: list[int]) -> list[int]:
    """Append the two values that make the plain and the weighted sum vanish."""
    total = -sum(values) % BASE
    weighted = -sum(w * v for w, v in zip(_WEIGHTS, values, strict=False)) % BASE
    first, second = _WEIGHTS[-2], _WEIGHTS[-1]
    # x + y = total; first x + second y = weighted
    y = (weighted - first * total) * pow(second - first, -1, BASE) % BASE
    return [*values, (total - y) % BASE, y]


def _mac(key: bytes, purpose: str, value: str) -> bytes:
    return hmac.digest(key, f"{purpose}\0{value}".encode(), sha256)
