"""The JSON Schemas of answers and readings."""

from __future__ import annotations

from typing import Any, get_args

from foedera.reader import records
from foedera.render.jsonable import FORMAT
from foedera.render.reading_json import FORMAT as READING

_TRUTH = {"enum": ["true", "unknown", "false"]}
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_MAYBE: dict[str, Any] = {"type": ["string", "null"]}
_FLAG = {"type": "boolean"}
_NUMBER = {"type": "integer", "minimum": 0}
_SCORE = {"type": "number", "minimum": 0, "maximum": 1}


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


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``foedera.reading/1``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": READING,
        **_object({
            "format": {"const": READING}, "corpus": _TEXT, "on": _TEXT,
            "documents": _list("document"), "discrepancies": _list("discrepancy"),
            "notices": _TEXTS,
        }),
        "$defs": {"step": _step(), "mention": _mention(), **_claim(), **_documents()},
    }  # fmt: skip


def _mention() -> dict[str, Any]:
    return _object({
        "start": _NUMBER, "end": _NUMBER, "text": _TEXT, "type": {"enum": list(get_args(records.MentionType))},
        "id": _MAYBE, "ids": _TEXTS, "score": _SCORE,
        "alternatives": {"type": "array", "items": _object({"id": _TEXT, "score": _SCORE})},
        "how": {"enum": ["name", "description", "reference"]}, "date": _MAYBE, "why": _TEXT,
    })  # fmt: skip


def _claim() -> dict[str, Any]:
    """A claim, and its verdict; the core of an assurance has a verdict of its own."""
    outcome = _object({"definition": _TEXT, "outcome": _TEXT, "why": _TEXT})
    difference = _object({"feature": _TEXT, "here": _TEXT, "there": _TEXT})
    verdict = {
        "verdict": {"enum": list(get_args(records.VerdictWord))}, "says": _TEXT,
        "derivation": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/step"}]},
        "outcomes": {"type": "array", "items": outcome}, "differences": {"type": "array", "items": difference},
        "core": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/verdict"}]},
    }  # fmt: skip
    manners = {"enum": ["author", "quoted", "reported"]}
    claim = {
        "start": _NUMBER, "end": _NUMBER, "text": _TEXT,
        "speaker": _object({"manner": manners, "text": _TEXT, "id": _MAYBE, "assures": _FLAG}),
        "kind": {"enum": list(get_args(records.ClaimKind))}, "about": _TEXTS, "named": _TEXT,
        "negated": _FLAG, "supposed": _FLAG, "may_mean": _TEXTS, "said": {"$ref": "#/$defs/said"},
    }  # fmt: skip
    return {"claim": _object({**claim, **verdict}), "verdict": _object(verdict), "said": _said()}


def _said() -> dict[str, Any]:
    duty = {"kind": _TEXT, "modality": _TEXT, "discretion": _TEXT, "timing": _TEXT, "extent": _TEXT, "request": _TEXT,
            "against": _TEXTS, "matters": _TEXTS}  # fmt: skip
    number = _object({"number": {"type": "number"}, "unit": _TEXT})
    duties = {"type": "array", "items": _object(duty, *(name for name in duty if name != "kind"))}
    fields = {
        "date": _TEXT, "states": _TEXTS, "place": _TEXT, "persons": _TEXTS, "duties": duties, "others": _TEXTS,
        "numbers": {"type": "array", "items": number}, "word": _TEXT, "quote": _TEXT,
    }  # fmt: skip
    return _object(fields, *fields)


def _documents() -> dict[str, Any]:
    side = _object({"document": _NUMBER, "start": _NUMBER, "end": _NUMBER, "text": _TEXT, "states": _TEXT})
    numbers = {"type": "array", "items": _NUMBER}
    return {
        "document": _object({
            "name": _TEXT, "format": {"enum": list(get_args(records.Format))}, "dated": _MAYBE, "characters": _NUMBER,
            "text": _MAYBE, "mentions": _list("mention"), "claims": _list("claim"), "unlinked": numbers,
        }),
        "discrepancy": _object({
            "kind": {"enum": list(get_args(records.ClaimKind))}, "about": _TEXT, "point": _TEXT,
            "sides": {"type": "array", "items": side}, "record": _TEXT, "agrees": numbers,
        }),
    }  # fmt: skip
