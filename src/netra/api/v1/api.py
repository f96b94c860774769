"""The API's first version: nouns of the law, JSON in and out, no cookies and so no CSRF."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from typing_extensions import override

from netra.api.problems import MEDIA_TYPE, handle_problems
from netra.api.v1 import assessments, clocks, laporan, law
from netra.apps.ports import wired
from netra.domain.assessment.schema import answer_schema, facts_schema
from netra.domain.intake.schema import laporan_schema

Shape = Callable[[], Mapping[str, object]]

# The domain reads these bodies itself, so that every door says the same of the same fault; their
# schemas are made from the vocabularies when somebody asks.
_BODIES: Mapping[str, Shape] = {
    "assess": lambda: facts_schema(wired().lawbook()),
    "sendLaporan": lambda: laporan_schema(wired().lawbook().deeds),
    "askLaporan": lambda: laporan.STATUS_QUESTION,
}
_ANSWERS: Mapping[str, Shape] = {"assess": answer_schema}


class NetraAPI(NinjaAPI):
    @override
    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """As ninja makes it, with the bodies above and errors under their own media type."""
        schema = super().get_openapi_schema(*args, **kwargs)
        for methods in schema["paths"].values():
            for operation in methods.values():
                if body := _BODIES.get(operation["operationId"]):
                    content = {"application/json": {"schema": body()}}
                    operation["requestBody"] = {"required": True, "content": content}
                if answer := _ANSWERS.get(operation["operationId"]):
                    answered = operation["responses"][200]
                    answered["content"] = {"application/json": {"schema": answer()}}
                for status, response in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
        return schema


api = NetraAPI(
    title="netra",
    version="1",
    description=(
        "Penilaian dugaan pelanggaran netralitas ASN, isi lawbook, tenggat, dan laporan. "
        "Setiap galat berbentuk RFC 9457 (application/problem+json)."
    ),
    docs_url=None,
    urls_namespace="api-v1",
)
handle_problems(api)
for area in (assessments, law, clocks, laporan):
    api.add_router("", area.router)
