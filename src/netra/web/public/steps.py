"""The pages of the wizard in their order, and which of them a person meets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from netra.web.parts import Crumb
from netra.web.public import questions as q
from netra.web.public.answers import NAMED, UNKNOWN, Answers, DraftLaporan

_CONTENT, _WHO, _WHERE, _WHEN, _PROOF, _YOU = (
    "Kejadian", "Terlapor", "Tempat", "Waktu", "Bukti", "Anda",
)  # fmt: skip
REVIEW = "periksa"
_GROUPS = (_CONTENT, _WHO, _WHERE, _WHEN, _PROOF, _YOU, "Periksa")


def _always(answers: Answers) -> bool:
    del answers
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One page; ``asked`` says whether the answers so far call for it."""

    name: str
    group: str
    form: type[q.Question]
    asked: Callable[[Answers], bool] = _always


def _area_known(answers: Answers) -> bool:
    return answers.get("areas") != [UNKNOWN]


def _family(answers: Answers) -> bool:
    deeds, told = answers.get("deeds"), answers.get("circumstances")
    return (isinstance(deeds, list) and "spouse_accompany" in deeds) or (
        isinstance(told, list) and "own_family" in told
    )


def _regency_known(answers: Answers) -> bool:
    return answers.get("regency") not in {None, "", UNKNOWN}


def _named(answers: Answers) -> bool:
    return answers.get("named") == NAMED


STEPS = (
    Step("cerita", _CONTENT, q.Story),
    Step("bidang", _CONTENT, q.AreaQuestion),
    Step("perbuatan", _CONTENT, q.Deeds, _area_known),
    Step("keadaan", _CONTENT, q.Circumstances),
    Step("siapa", _WHO, q.Who),
    Step("pekerjaan", _WHO, q.Employment),
    Step("keluarga", _WHO, q.Family, _family),
    Step("provinsi", _WHERE, q.Province),
    Step("kabupaten", _WHERE, q.Regency),
    Step("kecamatan", _WHERE, q.District, _regency_known),
    Step("tempat", _WHERE, q.Place),
    Step("kejadian", _WHEN, q.When),
    Step("mengetahui", _WHEN, q.Known),
    Step("bukti", _PROOF, q.EvidenceQuestion),
    Step("saksi", _PROOF, q.WitnessQuestion),
    Step("nama", _YOU, q.Naming),
    Step("diri", _YOU, q.Identity, _named),
)
BY_NAME = {step.name: step for step in STEPS}
FIRST = STEPS[0]


def asked(draft: DraftLaporan) -> tuple[Step, ...]:
    """The pages this person meets, in order."""
    return tuple(step for step in STEPS if step.asked(draft.answers))


def after(draft: DraftLaporan, name: str) -> Step | None:
    """The next page that is not answered; ``None``: all are, so the review.

    Who came back from the review to change one answer returns there, unless the change brought
    up another question.
    """
    steps = asked(draft)
    names = [step.name for step in steps]
    ahead = steps[names.index(name) + 1 :] if name in names else steps
    return next((step for step in ahead if step.name not in draft.done), None) or first_open(draft)


def before(draft: DraftLaporan, name: str) -> Step | None:
    """The page that comes before ``name``; ``None``: this is the first."""
    steps = asked(draft)
    names = [step.name for step in steps]
    place = names.index(name) if name in names else len(names)
    return steps[place - 1] if place else None


def first_open(draft: DraftLaporan) -> Step | None:
    """The first page that is not answered; ``None``: all are."""
    return next((step for step in asked(draft) if step.name not in draft.done), None)


def crumbs(draft: DraftLaporan, group: str) -> tuple[Crumb, ...]:
    """The parts of the wizard by name, and where one is."""
    return tuple(Crumb(name, _state(draft, name, group)) for name in _GROUPS)


def _state(draft: DraftLaporan, name: str, group: str) -> str:
    if name == group:
        return "now"
    steps: Sequence[Step] = [step for step in asked(draft) if step.group == name]
    return "done" if steps and all(step.name in draft.done for step in steps) else "ahead"


def forget_dependent(draft: DraftLaporan, changed: set[str]) -> None:
    """An answer that rests on one that changed is no longer an answer."""
    if "province" in changed:
        changed = changed | {"regency"}
        draft.answers.pop("regency", None)
        draft.done.discard("kabupaten")
    if "areas" in changed:
        draft.done.discard("perbuatan")
    if "regency" in changed:
        draft.answers.pop("district", None)
        draft.done.discard("kecamatan")
