"""The OpenAPI document: the routes as they are declared, the project's own JSON Schemas, an example of every answer."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from foedera.render.schemas import answer_schema, reading_schema
from foedera.web.api.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.routing import BaseRoute

VERSION = "1"
ABOUT = (
    "Who must, may or must not do what if something happens, for whom, under which article, and why: the same "
    "functions as the command line and the Python package. Everything is read; nothing that is posted is kept.\n\n"
    "Addresses and fields keep their names and meanings while the address says v1. Fields and parameters may be added. "
    "What is to go is marked deprecated here and answered with a Deprecation header for a year before it goes."
)
TAGS = {
    "Questions": "Who must, may or must not do what.",
    "Records": "What the corpus holds. Lists come in pages, with a Link header.",
    "Pictures": "What the map and the network show, as rows.",
    "Corpus": "Version, coverage, kinds of events, schemas.",
    "Documents": "What a document says about treaties, checked.",
}
_LICENCE = {"name": "Code Apache-2.0, corpus CC BY 4.0", "identifier": "Apache-2.0 AND CC-BY-4.0"}


@cache
def examples() -> Mapping[str, Any]:
    """Operation to a request and the answer to it, cut short; a test holds them equal to what is answered."""
    found: Mapping[str, Any] = json.loads(files("foedera.web.api").joinpath("examples.json").read_text("utf-8"))
    return found


def document(routes: Sequence[BaseRoute], base: str) -> dict[str, Any]:
    """The OpenAPI document of a site that lives under the prefix ``base``."""
    made = get_openapi(
        title="foedera",
        version=VERSION,
        description=ABOUT,
        routes=routes,
        tags=[{"name": name, "description": says} for name, says in TAGS.items()],
        servers=[{"url": base or "/"}],
        license_info=_LICENCE,
    )
    made["components"] = {"schemas": _schemas()}
    for operations in made["paths"].values():
        for operation in operations.values():
            _add_example(operation)
    return made


def _schemas() -> dict[str, Any]:
    whole = {"answer": answer_schema(), "reading": reading_schema()}
    found = dict(SHAPES)
    for name, schema in whole.items():
        found |= _hoisted(name, schema)
    return dict(sorted(found.items()))


def _hoisted(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema and its definitions, each under a name of the document."""
    parts = {name: schema, **{f"{name}.{part}": one for part, one in schema.get("$defs", {}).items()}}
    return {part: _referring(name, one) for part, one in parts.items()}


def _referring(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_referring(name, one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: _referring(name, one) for key, one in value.items() if key not in {"$defs", "$schema"}}
    ref = found.get("$ref")
    if isinstance(ref, str):
        found["$ref"] = f"#/components/schemas/{name}{ref.removeprefix('#').replace('/$defs/', '.')}"
    return found


def _add_example(operation: dict[str, Any]) -> None:
    example = examples().get(operation["operationId"])
    if example:
        operation["responses"]["200"]["content"]["application/json"]["example"] = example["response"]
