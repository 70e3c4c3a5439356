"""The JSON Schema of an answer."""

from __future__ import annotations

from typing import Any

from foedera.render.jsonable import FORMAT

_TRUTH = {"enum": ["true", "unknown", "false"]}
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}


def _object(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(ref: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{ref}"}}


def answer_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``foedera.answer/1``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **_object({
            "format": {"const": FORMAT},
            "corpus": _TEXT,
            "question": {"$ref": "#/$defs/question"},
            "assumptions": _list("assumption"),
            "findings": _list("finding"),
            "conflicts": _list("conflict"),
            "notices": _list("notice"),
            "coverage": _object({
                "complete": {"type": "boolean"},
                "gaps": {"type": "array", "items": _object({"what": _TEXT, "why": _TEXT})},
            }),
        }),
        "$defs": {"step": _step(), "finding": _finding(), **_parts()},
    }  # fmt: skip


def _step() -> dict[str, Any]:
    place = {"anyOf": [{"type": "null"}, _object({"file": _TEXT, "line": {"type": "integer"}})]}
    return _object({
        "id": _TEXT, "statement": _TEXT, "truth": _TRUTH, "cites": _TEXTS, "at": place, "children": _list("step"),
    })  # fmt: skip


def _finding() -> dict[str, Any]:
    group = _object({"group": _TEXT, "except": _TEXTS})
    source = _object({"id": _TEXT, "title": _MAYBE, "url": _MAYBE})
    return _object({
        "obligor": {"anyOf": [_TEXT, group]}, "beneficiary": _TEXT, "against": _TEXTS,
        "provision": _TEXT, "instrument": _TEXT, "kind": _TEXT, "kinds": _TEXTS,
        "modality": {"enum": ["must", "may", "must_not", "should"]},
        "act": _TEXT, "component_of": _MAYBE,
        "discretion": _TEXT, "extent": _TEXT, "effort": _TEXT, "decision": _TEXT, "timing": _TEXT, "request": _TEXT,
        "force": {"enum": ["legal", "political", "disputed"]},
        "status": {"enum": ["due", "expected", "arguable", "barred", "not_due"]},
        "hinges_on": _list("hinge"), "bars": _list("bar"), "awaits": _TEXTS, "limits": _TEXTS,
        "summary": _TEXT, "sources": {"type": "array", "items": source}, "confidence": _MAYBE,
        "derivation": {"$ref": "#/$defs/step"},
    }, "derivation")  # fmt: skip


def _parts() -> dict[str, Any]:
    names = {"anyOf": [_TEXT, _TEXTS, {"type": "null"}]}
    mapping = {"type": "object", "additionalProperties": names}
    return {
        "assumption": _object({
            "atom": _TEXT, "value": _TRUTH, "statement": _TEXT, "switched": {"type": "boolean"}, "disputed_by": _TEXTS,
        }),
        "hinge": _object({
            "atom": _MAYBE, "fact": _MAYBE, "statement": _TEXT, "asserted_by": _TEXTS, "denied_by": _TEXTS,
        }),
        "bar": _object({"act": _TEXT, "norm": _TEXT, "rule": _TEXT, "truth": _TRUTH, "statement": _TEXT}),
        "conflict": _object({
            "state": _TEXT, "between": _TEXTS, "acts": _TEXTS, "rule": _MAYBE,
            "settled": {"type": "boolean"}, "truth": _TRUTH, "why": _TEXT,
        }),
        "notice": _object({"instrument": _TEXT, "by": _TEXT, "given": _TEXT, "effect": _MAYBE, "why": _TEXT}),
        "event": _object({
            "kind": _TEXT, "roles": mapping, "since": _TEXT, "until": _MAYBE, "at": names, "target": _MAYBE,
            "attributes": mapping,
        }),
        "question": _object({
            "on": _TEXT, "view": _MAYBE, "events": _list("event"),
            "suppositions": {"type": "array", "items": mapping}, "short_form": {"type": "boolean"},
        }),
    }  # fmt: skip
