"""An officer reads the assessment: what is alleged stands open, what waits for a fact is folded."""

from dataclasses import replace

from django.template.loader import render_to_string
from tests.factories.cases import Desk, wita

from netra.domain.cases.state import Case
from netra.web.desk.assessment_panel import AssessmentPart, assess_for_page

FOLDED = "Butir yang mungkin, menunggu fakta ("


def panel(case: Case, desk: Desk) -> tuple[AssessmentPart, str]:
    part = assess_for_page(case, desk.law, desk.today)
    return part, render_to_string("desk/assessment.html", {"assessment": part})


def test_what_is_alleged_stands_open() -> None:
    desk = Desk(now=wita("2024-10-07 10:00"))
    part, page = panel(desk.case, desk)
    assert "DIS-4" in {item.code for item in part.items}
    assert "Butir hukum" in page


def test_the_many_regimes_of_an_unknown_status_wait_behind_one_line() -> None:
    desk = Desk(now=wita("2024-10-07 10:00"))
    facts = desk.case.facts
    unknown = replace(facts, deeds=("state_facilities",), actor=replace(facts.actor, status=None))
    part, page = panel(replace(desk.case, facts=unknown), desk)
    assert not part.items
    assert len(part.candidates) > 2
    assert f"{FOLDED}{len(part.candidates)})" in page
    assert "Apa status kepegawaian terlapor" in page
