"""The documents of the API: for programs as OpenAPI, for people as a page made from the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse
from markupsafe import Markup

from foedera.web.api.models import send
from foedera.web.api.openapi import ABOUT, TAGS, document, examples
from foedera.web.api.routes import PREFIX
from foedera.web.page import PageOf
from foedera.web.problem_types import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPES = {"array": "several texts", "boolean": "true or false", "integer": "whole number", "string": "text"}
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, in words."""

    name: str
    place: str
    is_required: bool
    type: str
    description: Markup
    example: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as the page shows it.

    Attributes:
        id: its name among the operations, and its anchor.
        bodies: media types that it takes.
        sends: the name of the schema of what it sends, or empty.
        errors: status and meaning.
        request: the path and query of an example.
        response: the JSON of what is answered to it, cut short.
    """

    id: str
    method: str
    path: str
    summary: str
    description: Markup
    parameters: tuple[Parameter, ...]
    bodies: tuple[str, ...]
    sends: str
    errors: tuple[tuple[str, Markup], ...]
    request: str
    response: str


@router.get("/openapi.json")
def openapi(request: Request, page: PageOf) -> JSONResponse:
    """The OpenAPI document."""
    return send(document(request.app.routes, page.links.base))


@router.get("/api")
def documents(request: Request, page: PageOf) -> HTMLResponse:
    """What the API has, with examples."""
    made = document(request.app.routes, page.links.base)
    schemas = {name: _written(schema) for name, schema in made["components"]["schemas"].items()}
    return page.show(
        "api.html",
        title="API",
        prefix=PREFIX,
        about=ABOUT.split("\n\n"),
        groups=_groups(made),
        kinds=KINDS,
        schemas=schemas,
        limits=page.settings,
    )


def _groups(made: dict[str, Any]) -> list[tuple[str, str, list[Operation]]]:
    """The operations under the headings of the page."""
    found: dict[str, list[Operation]] = {name: [] for name in TAGS}
    for path, operations in made["paths"].items():
        for method, one in operations.items():
            found[one["tags"][0]].append(_operation(path, method, one))
    return [(name, TAGS[name], operations) for name, operations in found.items()]


def _operation(path: str, method: str, one: dict[str, Any]) -> Operation:
    example = examples().get(one["operationId"], {})
    ok = one["responses"]["200"]["content"]["application/json"]["schema"]
    return Operation(
        one["operationId"],
        method.upper(),
        path,
        one["summary"],
        _marked(one["description"]),
        _parameters(one.get("parameters", ())),
        tuple(one.get("requestBody", {}).get("content", ())),
        _name(ok.get("$ref", "")),
        tuple((status, _marked(says["description"])) for status, says in one["responses"].items() if status != "200"),
        example.get("request", ""),
        _written(example["response"]) if example else "",
    )


def _parameters(declared: Iterable[dict[str, Any]]) -> tuple[Parameter, ...]:
    """The parameters in words, those first that must be given."""
    return tuple(sorted(map(_parameter, declared), key=lambda one: not one.is_required))


def _parameter(one: dict[str, Any]) -> Parameter:
    schema = one["schema"]
    example = next(iter(schema.get("examples", ())), "")
    return Parameter(
        one["name"],
        one["in"],
        one.get("required", False),
        ", ".join(_type(schema)),
        _marked(one.get("description", "")),
        ", ".join(example) if isinstance(example, list) else str(example),
    )


def _type(schema: dict[str, Any]) -> Iterator[str]:
    """What a value may be, in words."""
    real = next((one for one in schema.get("anyOf", ()) if one.get("type") != "null"), schema)
    yield _TYPES[real["type"]]
    if "enum" in real:
        yield f"one of {' '.join(real['enum'])}"
    if "maximum" in real:
        yield f"{real['minimum']} to {real['maximum']:,}"
    if "maxLength" in real:
        yield f"at most {real['maxLength']:,} characters"
    if "maxItems" in real:
        yield f"at most {real['maxItems']}"
    if schema.get("default") not in (None, "", []):
        yield f"default {json.dumps(schema['default'])}"


def _marked(text: str) -> Markup:
    """A text with what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(one) if at % 2 else one for at, one in enumerate(parts))


def _name(ref: str) -> str:
    return ref.rpartition("/")[2]


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
