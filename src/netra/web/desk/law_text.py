"""Grounds as an officer reads them: ``Pasal 454 ayat (6) UU 7/2017``."""

from collections.abc import Iterable

from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Citation


def pasal_text(law: Lawbook, grounds: Iterable[str]) -> str:
    """Several grounds on one line, written out."""
    return "; ".join(_written_out(law, ground) for ground in grounds)


def _written_out(law: Lawbook, ground: str) -> str:
    try:
        return citation_text(law.regulations, Citation.parse(ground))
    except ValueError:
        # A clock carries its grounds already written out.
        return ground
