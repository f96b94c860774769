"""What the description promises is what the running program does, also when it is asked nonsense."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from netra.apps.organisations.models import Contest, Office

pytestmark = pytest.mark.django_db(transaction=True)
DESCRIPTION = "/api/v1/openapi.json"
EXAMPLES = 12
OPERATIONS = (
    "assess",
    "acts",
    "act",
    "deeds",
    "regulation",
    "lawbook",
    "getClock",
    "sendLaporan",
    "askLaporan",
)
# Nothing can be asked wrongly where nothing, or any word, may be asked.
WITHOUT_INPUT = {"acts", "act", "deeds", "lawbook"}
ASKED = [
    pytest.param(name, mode, id=f"{name}-{mode.value}")
    for name in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or name not in WITHOUT_INPUT
]


def test_it_describes_itself_and_asks_nobody_else(api: Client) -> None:
    description = api.get(DESCRIPTION).json()
    assert description["openapi"].startswith("3.1")
    found = {
        operation["operationId"]
        for methods in description["paths"].values()
        for operation in methods.values()
    }
    assert found == set(OPERATIONS)
    links = {word for word in _words(description) if urlsplit(word).scheme in {"http", "https"}}
    assert links == set()


@pytest.mark.parametrize(("name", "mode"), ASKED)
def test_it_answers_as_described(
    api: Client, office: Office, contest: Contest, name: str, mode: GenerationMode
) -> None:
    """A stranger's program sends what the description allows, then what it does not."""
    schema = schemathesis.openapi.from_wsgi(DESCRIPTION, WSGIHandler())
    (operation,) = [
        found.ok()
        for found in schema.get_all_operations()
        if isinstance(found, Ok) and found.ok().definition.raw["operationId"] == name
    ]

    @seed(20241127)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        case.validate_response(case.call())

    ask()


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)
    elif isinstance(value, str):
        yield value
