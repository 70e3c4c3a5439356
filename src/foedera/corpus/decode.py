"""Plain values to model records, validated. The only module that imports Pydantic."""

from __future__ import annotations

import dataclasses
import difflib
import typing
from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from foedera.model import conditions, doctrine, events, facts, instruments, officials, questions, states
from foedera.problems import Problem

if typing.TYPE_CHECKING:
    from pydantic_core import core_schema

    from foedera.corpus.positions import Document

KINDS: dict[str, type] = {
    **dict.fromkeys(typing.get_args(instruments.InstrumentKind), instruments.Instrument),
    "state": states.State,
    "organ": states.Actor,
    "group": states.Actor,
    "office_holder": officials.Official,
    "place": states.Place,
    "region": doctrine.Region,
    "event": events.Event,
    "event_kind": events.EventKind,
    "act": doctrine.Act,
    "doctrine": doctrine.Doctrine,
    "source": doctrine.Source,
    "coverage": doctrine.Coverage,
    "case": questions.Case,
    "scenario": questions.Scenario,
}
"""The record class of every ``kind``."""

_COMPUTED = {"mark"}
_MODULES = (conditions, doctrine, events, facts, instruments, officials, questions, states)
_MAX_PROBLEMS = 50

for _module in _MODULES:
    for _class in list(vars(_module).values()):
        if dataclasses.is_dataclass(_class) and isinstance(_class, type):
            setattr(_class, "__pydantic_config__", ConfigDict(extra="forbid"))  # noqa: B010 - not a declared attribute


@cache
def _adapter(record: type) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def decode_document(document: Document) -> tuple[list[Any], list[Problem]]:
    """Decode every record of a file: a mapping, or a sequence of mappings, each with its ``kind``."""
    value = document.value
    if value is None:
        return [], []
    if isinstance(value, list):
        pairs: list[tuple[tuple[str | int, ...], Any]] = [((index,), item) for index, item in enumerate(value)]
    else:
        pairs = [((), value)]
    records: list[Any] = []
    problems: list[Problem] = []
    for path, item in pairs:
        record, found = _decode_record(document, path, item)
        problems += found
        if record is not None:
            records.append(record)
    return records, problems


def _decode_record(document: Document, path: tuple[str | int, ...], item: Any) -> tuple[Any | None, list[Problem]]:
    mark, _ = document.locate(path)
    if not isinstance(item, dict):
        return None, [Problem("E401", "a record must be a mapping that says its 'kind'", mark)]
    kind = item.get("kind")
    record_class = KINDS.get(kind) if isinstance(kind, str) else None
    if record_class is None:
        where, _ = document.locate((*path, "kind"))
        message = f"no record is of the kind '{kind}'" if kind else "the record does not say its 'kind'"
        return None, [Problem("E401", message, where, hint=_meant(str(kind), KINDS))]
    heading = str(item.get("title") or item.get("name") or item.get("id") or kind)[:80]
    problem = _computed_keys(document, path, item, heading)
    if problem:
        return None, problem
    fields = {field.name for field in dataclasses.fields(record_class)}
    values = item if "kind" in fields else {key: value for key, value in item.items() if key != "kind"}
    try:
        record = _adapter(record_class).validate_python(values)
    except ValidationError as error:
        return None, [_problem(document, path, heading, record_class, line) for line in error.errors()[:_MAX_PROBLEMS]]
    return _placed(record, document, path), []


def _computed_keys(
    document: Document, path: tuple[str | int, ...], item: dict[str, Any], heading: str
) -> list[Problem]:
    found = [(*path, key) for key in item if key in _COMPUTED]
    provisions = item.get("provisions")
    if isinstance(provisions, list):
        for index, provision in enumerate(provisions):
            if isinstance(provision, dict):
                found += [(*path, "provisions", index, key) for key in provision if key in {"mark", "id"}]
    return [
        Problem(
            "E402",
            f"'{where[-1]}' is computed and cannot be written",
            document.locate(where, key=True)[0],
            heading=heading,
        )
        for where in found
    ]


def _placed(record: Any, document: Document, path: tuple[str | int, ...]) -> Any:
    """The record with its own place; the instruments in it with their provisions' places and ids."""
    changes: dict[str, Any] = {"mark": document.locate(path)[0]}
    if isinstance(record, instruments.Instrument):
        changes |= _instrument_parts(record, document, path)
    elif isinstance(record, questions.Scenario):
        changes["instruments"] = tuple(
            _placed(instrument, document, (*path, "instruments", index))
            for index, instrument in enumerate(record.instruments)
        )
    elif isinstance(record, questions.Case) and record.scenario:
        changes["scenario"] = _placed(record.scenario, document, (*path, "scenario"))
    return dataclasses.replace(record, **changes)


def _instrument_parts(
    record: instruments.Instrument, document: Document, path: tuple[str | int, ...]
) -> dict[str, tuple[Any, ...]]:
    """Provisions and parties, which inherit the instrument's sources and confidence where they give none."""
    provisions = tuple(
        dataclasses.replace(
            _inheriting(provision, record),
            id=f"{record.id}/{provision.article}" + (f"@{provision.version}" if provision.version else ""),
            mark=document.locate((*path, "provisions", index, "article"))[0],
        )
        for index, provision in enumerate(record.provisions)
    )
    return {"provisions": provisions, "parties": tuple(_inheriting(party, record) for party in record.parties)}


def _inheriting(part: Any, record: instruments.Instrument) -> Any:
    """A provision or party with the instrument's sources and confidence where it gives none."""
    sources, confidence = part.sources or record.sources, part.confidence or record.confidence
    return dataclasses.replace(part, sources=sources, confidence=confidence)


def _problem(document: Document, path: tuple[str | int, ...], heading: str, record_class: type, error: Any) -> Problem:
    where = (*path, *_written(error["loc"]))
    kind, context = error["type"], error.get("ctx", {})
    is_key = kind == "unexpected_keyword_argument"
    mark, words = document.locate(where, key=is_key)
    heading = f"{heading} > {words}" if words else heading
    if is_key:
        known = _known_keys(record_class, tuple(error["loc"][:-1]))
        return Problem("E403", f"unknown key '{where[-1]}'", mark, heading=heading, hint=_meant(str(where[-1]), known))
    if kind in {"missing", "missing_argument"}:
        return Problem("E404", f"the key '{where[-1]}' is missing", mark, heading=heading)
    if kind == "union_tag_invalid":
        tag = str(context.get("tag", ""))
        return Problem(
            "E405",
            f"no condition is called '{tag}'",
            mark,
            heading=heading,
            hint=_meant(tag, conditions.NODES),
        )
    if kind == "union_tag_not_found":
        return Problem(
            "E405",
            "a condition is a mapping with exactly one key",
            mark,
            heading=heading,
            hint="combine several with all: [...]",
        )
    if kind == "literal_error":
        allowed = str(context.get("expected", ""))
        names = [word.strip("'\" ") for word in allowed.replace(" or ", ", ").split(",")]
        return Problem(
            "E406",
            f"{_told(error['input'])} is not one of {allowed}",
            mark,
            heading=heading,
            hint=_meant(str(error["input"]), names),
        )
    if kind == "value_error":
        return Problem("E301", str(context.get("error", error["msg"])), mark, heading=heading)
    return Problem(
        "E407",
        f"this must be {_WANTED.get(kind, error['msg'])}, not {_told(error['input'])}",
        mark,
        heading=heading,
    )


def _written(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A location without the fields that YAML does not write: ``all: [..]`` fills the field ``of``."""
    steps: list[str | int] = []
    node: type[conditions.Node] | None = None
    for step in loc:
        if node is None or step != node.inline:
            steps.append(step)
        node = conditions.NODES.get(step) if isinstance(step, str) and node is None else None
    return tuple(steps)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - a screen's width, not a concept


_WANTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dataclass_type": "a mapping",
    "dict_type": "a mapping",
    "float_parsing": "a number",
    "float_type": "a number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "string_type": "text",
    "tuple_type": "a list",
}
"""What Pydantic misses, by its type of error."""


def _told(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return "nothing" if value is None else f"'{_short(value)}'"


def _meant(word: str, known: typing.Iterable[str]) -> str | None:
    close = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else None


def _known_keys(record_class: type, loc: tuple[Any, ...]) -> list[str]:
    """The keys allowed at a location, found by walking the record's annotations."""
    current: Any = record_class
    for step in loc:
        current = _inner(current, step)
    if dataclasses.is_dataclass(current):
        return [field.name for field in dataclasses.fields(current) if field.name not in _COMPUTED]
    return []


def _inner(annotation: Any, step: Any) -> Any:
    if isinstance(step, str) and step in conditions.NODES and annotation is conditions.Node:
        return conditions.NODES[step]
    if dataclasses.is_dataclass(annotation):
        annotation = typing.get_type_hints(annotation).get(str(step), annotation)
    for part in _leaves(annotation):
        if dataclasses.is_dataclass(part) or part is conditions.Node:
            return part
    return annotation


def _leaves(annotation: Any) -> list[Any]:
    parts = typing.get_args(annotation)
    return [leaf for part in parts for leaf in _leaves(part)] if parts else [annotation]


class _CorpusSchema(GenerateJsonSchema):
    """JSON Schema of the YAML form: a condition is a mapping with one key."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> dict[str, Any]:
        inner = self.generate_inner(schema["schema"])
        metadata = schema.get("metadata") or {}
        key = metadata.get("yaml_key")
        if not key:
            return inner
        wrapped = {
            "type": "object",
            "properties": {key: inner},
            "required": [key],
            "additionalProperties": False,
        }
        return {**wrapped, "inline": metadata["yaml_inline"]} if metadata.get("yaml_inline") else wrapped


def _written_inline(schema: Any) -> Any:
    """Let the value of a node like ``not: X`` stand for the one field that it fills."""
    if isinstance(schema, list):
        return [_written_inline(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    schema = _truths({key: _written_inline(value) for key, value in schema.items()})
    field = schema.get("inline")
    if not isinstance(field, str):
        return schema
    del schema["inline"]
    ((key, inner),) = schema["properties"].items()
    value = {"$ref": f"{inner['$ref']}/properties/{field}"} if "$ref" in inner else inner["properties"][field]
    return {**schema, "properties": {key: value}}


def _truths(schema: dict[str, Any]) -> dict[str, Any]:
    """An editor reads ``true`` as a boolean and ``'true'`` as text: both are written."""
    if schema.get("type") == "boolean":
        rest = {key: value for key, value in schema.items() if key != "type"}
        return {**rest, "enum": [True, False, "true", "false"]}
    allowed = schema.get("enum", [])
    if "true" in allowed and True not in allowed:
        rest = {key: value for key, value in schema.items() if key != "type"}
        return {**rest, "enum": [*allowed, True, False]}
    return schema


def record_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind of record.

    Raises:
        KeyError: there is no such kind.
    """
    schema: dict[str, Any] = _written_inline(_adapter(KINDS[kind]).json_schema(schema_generator=_CorpusSchema))
    properties = schema.get("properties", {})
    properties.pop("mark", None)
    schema["properties"] = {
        "kind": {"const": kind},
        **{key: value for key, value in properties.items() if key != "kind"},
    }
    schema["required"] = ["kind", *(key for key in schema.get("required", []) if key != "kind")]
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return schema
