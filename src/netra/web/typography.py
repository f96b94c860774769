"""Small typography: what must not be torn apart at the end of a line."""

import re

_NO_BREAK = "\N{NO-BREAK SPACE}"
_BEFORE_WORD = re.compile(r"(?<=\d) (?=[A-Z])|(?<=pukul) (?=\d)")


def unbroken(text: str) -> str:
    """``text`` with "7 Oktober", "pukul 16.00" and "16.00 WITA" each kept on one line."""
    return _BEFORE_WORD.sub(_NO_BREAK, text)
