"""Text as people send it, made safe to keep: what cannot be read is taken out, all else stays."""

import re
import unicodedata

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNREADABLE = re.compile(
    # Control characters except tab and line feed; lone surrogates, which no database takes;
    # marks that turn the reading direction of what follows, so that a page would show another
    # text than the one that was sent. Letters of any script and emoji stay, with their joiners.
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_MANY_BREAKS = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """Several lines, NFC, at most one empty line in a row."""
    text = _UNREADABLE.sub("", _BREAKS.sub("\n", text))
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    """One line with single spaces, NFC."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # most texts are: nothing to take out
    text = _UNREADABLE.sub("", _BREAKS.sub(" ", text)).replace("\n", " ")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()
