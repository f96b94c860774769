"""Items of the answer: classes as each text prints them, grounds in force on the day of the act."""

from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Item
from netra.domain.assessment.findings import Finding, act_status
from netra.domain.assessment.situation import Situation
from netra.domain.lawbook.acts import ClassRow
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.conditions import Dimension
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Status, weakest


def item_of(law: Lawbook, finding: Finding, situation: Situation, on: date) -> Item:
    """The item for one finding.

    Its status is the weakest of the act's text, the subject, every class that is stated and every
    ground shown. A class that no text gives states nothing, so it weakens nothing: it is ``null``,
    and ``class_status`` says how well that gap is known.
    """
    act = finding.act
    skb, pp94 = _first(act.skb, situation), _first(act.pp94, situation)
    grounds, grounds_status = _grounds(law, act.code, on)
    statuses = [act_status(act, situation.possible[Dimension.STATUS]), grounds_status]
    statuses.extend(row.source.status for row in (skb, pp94) if row and row.value)
    return Item(
        code=act.code,
        regime=act.regime,
        skb=skb.value if skb else None,
        pp94=pp94.value if pp94 else None,
        skb_status=skb.source.status if skb else None,
        pp94_status=pp94.source.status if pp94 else None,
        dasar_hukum=grounds,
        status=weakest(statuses),
        outcome=finding.outcome.word,
    )


def _first(rows: tuple[ClassRow, ...], situation: Situation) -> ClassRow | None:
    """The first row whose condition certainly holds, so that no class is stated on a maybe."""
    for row in rows:
        if row.when.holds(situation.possible, situation.told):
            return row
    return None


@lru_cache(maxsize=65536)
def _grounds(law: Lawbook, code: str, on: date) -> tuple[tuple[str, ...], Status]:
    grounds = law.acts[code].grounds_on(on)
    return (
        tuple(citation_text(law.regulations, ground.citation) for ground in grounds),
        weakest(ground.source.status for ground in grounds),
    )
