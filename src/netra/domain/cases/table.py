"""The transition table as Markdown, for the documentation that a test keeps true to it."""

from collections.abc import Iterable

from netra.domain.cases.state import State
from netra.domain.cases.transitions import TRANSITIONS, Transition

BEGIN = "<!-- begin: netra case table -->"
END = "<!-- end: netra case table -->"


def as_markdown() -> str:
    """States and steps, between the two marks of the page."""
    return "\n".join((BEGIN, "", *_states(), "", *_overview(), "", *_details(), END))


def _states() -> Iterable[str]:
    yield "| state | for the officer |"
    yield "|---|---|"
    for state in State:
        yield f"| `{state}` | {state.label} |"


def _overview() -> Iterable[str]:
    yield "| step | from | to | who |"
    yield "|---|---|---|---|"
    for row in TRANSITIONS:
        yield f"| [`{row.step}`](#{row.step}) | {_sources(row)} | {_targets(row)} | {_who(row)} |"


def _details() -> Iterable[str]:
    for row in TRANSITIONS:
        yield f"### {row.step}"
        yield ""
        yield f"*{row.title}*"
        yield ""
        yield f"- from {_sources(row)} to {_targets(row)}; by {_who(row)}"
        if row.guards:
            yield f"- only if: {', '.join(f'`{one.__name__}`' for one in row.guards)}"
        if row.starts:
            yield f"- starts: {', '.join(_starts(row))}"
        if row.stops:
            yield f"- stops: {', '.join(f'`{code}`' for code in row.stops)}"
        if row.draws:
            yield f"- draws a number: {' or '.join(row.draws)}"
        if row.fields:
            yield f"- asks for: {', '.join(_field(row))}"
        yield f"- Pilkada: {'; '.join(row.grounds.pilkada)}"
        yield f"- Pemilu: {'; '.join(row.grounds.pemilu)}"
        yield ""


def _sources(row: Transition) -> str:
    if set(row.sources) >= set(State) - {State.SUBMITTED, State.CLOSED}:
        return "any open state" + (" or `closed`" if State.CLOSED in row.sources else "")
    return ", ".join(f"`{state}`" for state in row.sources)


def _targets(row: Transition) -> str:
    targets = [f"`{state}`" for state in row.targets]
    if row.may_stay or not targets:
        targets.append("the same")
    return " or ".join(targets)


def _who(row: Transition) -> str:
    return ", ".join(sorted(row.roles)) or "the system"


def _starts(row: Transition) -> Iterable[str]:
    for start in row.starts:
        limits = [f"into `{start.into}`"] if start.into and len(row.targets) > 1 else []
        limits += [f"on track `{start.track}`"] if start.track else []
        where = f" ({', '.join(limits)})" if limits else ""
        yield f"`{start.code}` from `{start.origin}`{where}"


def _field(row: Transition) -> Iterable[str]:
    for field in row.fields:
        marks = [] if field.required else ["optional"]
        marks += ["personal"] if field.personal else []
        yield f"`{field.name}`" + (f" ({', '.join(marks)})" if marks else "")
