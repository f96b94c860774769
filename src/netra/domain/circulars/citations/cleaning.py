"""A text as it was typed, scanned, or pasted, made even; every sign still knows where it stood."""

from dataclasses import dataclass

_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_SINGLE_QUOTES = frozenset("\u2018\u2019\u201a\u201b\u2032")
_DOUBLE_QUOTES = frozenset("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Even text: single spaces, plain dashes and quotes, words joined over a line's end.

    An empty line is kept as one ``\\n``: no citation runs across it.
    """

    text: str
    starts: tuple[int, ...]
    """For each sign, its offset in the original."""
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of ``text[start:end]``, which is not empty."""
        return self.starts[start], self.ends[end - 1]


def clean(original: str) -> Cleaned:
    """Even out ``original``; nothing is reworded, only spacing and signs."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(original):
        sign = original[at]
        if sign in _INVISIBLE:
            at += 1
            continue
        end = at + 1
        if sign.isspace():
            while end < len(original) and (original[end].isspace() or original[end] in _INVISIBLE):
                end += 1
            blank = original[at:end]
            if signs and signs[-1] == "-" and "\n" in blank and len(signs) > 1:
                if _word_was_broken(signs, original, end):
                    for column in (signs, starts, ends):
                        column.pop()
                at = end
                continue
            sign = "\n" if blank.count("\n") > 1 else " "
        signs.append(_plain(sign))
        starts.append(at)
        ends.append(end)
        at = end
    return Cleaned("".join(signs), tuple(starts), tuple(ends))


def _plain(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign in _SINGLE_QUOTES:
        return "'"
    return '"' if sign in _DOUBLE_QUOTES else sign


def _word_was_broken(signs: list[str], original: str, after: int) -> bool:
    """``Peratur-⏎an`` was one word; in ``Undang-⏎Undang`` the hyphen belongs."""
    return signs[-2].isalpha() and after < len(original) and original[after].islower()
