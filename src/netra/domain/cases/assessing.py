"""A case's facts as the assessment asks for them, and its answer as the case keeps it."""

from netra.domain.cases.state import Assessed, Case
from netra.domain.lawbook.book import Lawbook


def assess_case(case: Case, law: Lawbook) -> Assessed | None:
    """What the lawbook answers to the facts known today."""
    del case, law
    return None
