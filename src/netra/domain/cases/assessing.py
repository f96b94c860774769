"""A case's facts as the assessment asks for them, and its answer as the case keeps it."""

from netra.domain.assessment.answer import Answer
from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import FactsInvalid, FieldProblem, parse_facts
from netra.domain.assessment.findings import Outcome
from netra.domain.cases.state import Assessed, Case
from netra.domain.lawbook.book import Lawbook


def answer_for(case: Case, law: Lawbook) -> Answer | tuple[FieldProblem, ...]:
    """What the lawbook answers to the facts known today, or what is missing to ask it."""
    try:
        return assess(parse_facts(facts_json(case)), law)
    except FactsInvalid as invalid:
        return invalid.problems


def facts_json(case: Case) -> dict[str, object]:
    """The facts in the form that ``netra assess`` and the API take."""
    facts, contest = case.facts, case.contest
    return {
        "deeds": list(facts.deeds),
        "act_date": facts.act_date,
        "known_date": facts.known_date,
        "reported_at": case.received_at,
        "zone": case.office.zone.value,
        "actor": {
            "status": facts.actor.status,
            "position": facts.actor.position,
            "role": facts.actor.role,
            "on_cltn": facts.actor.on_cltn,
            "spouse_of_candidate": facts.actor.spouse_of_candidate,
        },
        "contest": contest
        and {
            "kind": contest.kind.value,
            "candidates_set_on": contest.candidates_set_on,
            "campaign_from": contest.campaign_from,
            "campaign_to": contest.campaign_to,
            "voting_on": contest.voting_on,
        },
        "target": None,
        "circumstances": list(facts.circumstances),
    }


def assess_case(case: Case, law: Lawbook) -> Assessed | None:
    """The answer in short, by codes; ``None`` while the facts do not suffice to ask."""
    answer = answer_for(case, law)
    if not isinstance(answer, Answer):
        return None
    # Where something is alleged, what merely might be is not held against the terlapor.
    established = [one for one in answer.items if one.outcome == Outcome.ESTABLISHED.word]
    return Assessed(
        verdict=answer.verdict.value,
        status=answer.status.value,
        items=tuple(one.code for one in established or answer.items),
        tracks=tuple(f"{one.track.value}:{one.authority.value}" for one in answer.tracks),
        lawbook=answer.lawbook_version,
    )
