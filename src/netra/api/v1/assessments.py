"""Facts in, law out. Nothing is stored."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from netra.api.problems import Refused, problems, read_json
from netra.apps.ports import wired
from netra.domain.assessment.assess import assess as assess_facts
from netra.domain.assessment.facts import FactsInvalid, parse_facts

router = Router(tags=["assessments"])


@router.post(
    "/assessments",
    response={200: dict[str, Any], **problems(400, 413, 415, 422)},
    summary="Nilai fakta",
    operation_id="assess",
)
def assess(request: HttpRequest) -> object:
    """Dugaan pelanggaran, bukan pelanggaran, atau perlu manusia; beserta alasannya."""
    try:
        facts = parse_facts(read_json(request))
    except FactsInvalid as error:
        found = {one.field: one.message for one in error.problems}
        raise Refused(422, "Periksa fakta yang disebut.", kind="invalid", errors=found) from error
    return assess_facts(facts, wired().lawbook()).to_json()
