"""The shapes of what the API sends, as JSON Schemas for its documents."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
MAYBE: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
MAYBE_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0}
TRUTH: Schema = {"enum": ["true", "unknown", "false"]}
STATUS: Schema = {"enum": ["due", "expected", "arguable", "barred", "not_due"]}
MAYBE_STATUS: Schema = {"enum": [*STATUS["enum"], None]}
MODALITY: Schema = {"enum": ["must", "may", "must_not", "should"]}
OBLIGOR: Schema = {
    "anyOf": [
        TEXT,
        {"type": "object", "properties": {"group": TEXT, "except": TEXTS}, "required": ["group", "except"]},
    ]
}


def named(name: str) -> Schema:
    """A schema that stands under its name in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(item: Schema) -> Schema:
    """An array."""
    return {"type": "array", "items": item}


def fields(*optional: str, **properties: Schema) -> Schema:
    """An object with these fields and no others; all are there but for the optional ones."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def record(*required: str, says: str) -> Schema:
    """A record as the corpus writes it, without the fields that it leaves empty."""
    return {"type": "object", "description": says, "required": list(required), "additionalProperties": True}


def _format(name: str, **properties: Schema) -> Schema:
    return fields(format={"const": name}, **properties)


_ROWS: dict[str, dict[str, Schema]] = {
    "treaty-row": {
        "id": TEXT,
        "title": TEXT,
        "signed": TEXT,
        "in_force": TEXT,
        "ended": TEXT,
        "binding": {"enum": ["legal", "political", "disputed"]},
        "clauses": COUNT,
        "in_force_on_day": TRUTH,
    },
    "state-row": {"id": TEXT, "name": TEXT, "cow": TEXT, "gw": TEXT, "exists": TEXT, "statehood": TEXT},
    "place-row": {"id": TEXT, "name": TEXT, "administered_by": TEXT, "claimed_by": TEXT},
    "official-row": {"id": TEXT, "name": TEXT, "states": TEXT, "signed": TEXT},
    "event-row": {"id": TEXT, "type": TEXT, "since": TEXT, "until": TEXT, "title": TEXT},
    "source-row": {"id": TEXT, "type": TEXT, "title": TEXT, "url": TEXT},
    "case-row": {"id": TEXT, "title": TEXT, "why": TEXT},
    "hit-row": {"kind": TEXT, "id": TEXT, "title": TEXT, "says": TEXT},
}
_CODED = fields(
    code=TEXT, severity={"enum": ["error", "warning"]}, message=TEXT, file=MAYBE, line=MAYBE_COUNT, column=MAYBE_COUNT,
    end_line=MAYBE_COUNT, end_column=MAYBE_COUNT, notes=TEXTS, hint=MAYBE, heading=MAYBE,
)  # fmt: skip
_PROBLEM = fields(
    "instance", "request_id", "hint", "problems", "more_problems", "parameters",
    type={"type": "string", "format": "uri-reference"}, title=TEXT, status=COUNT, detail=TEXT,
    instance={"type": "string", "format": "uri-reference"}, request_id=TEXT, hint=TEXT,
    problems=listed(named("corpus-problem")), more_problems=COUNT, parameters=listed(fields(name=TEXT, message=TEXT)),
)  # fmt: skip
_STANDING = fields(
    instrument=TEXT, title=TEXT, binding=TEXT, bound=TRUTH, owes=TEXTS, protected_by=TEXTS,
    derivation=named("answer.step"),
)  # fmt: skip
_CHANGE = fields(
    obligor=OBLIGOR, beneficiary=TEXT, against=TEXTS, provision=TEXT, modality=MODALITY, act=TEXT,
    before=MAYBE_STATUS, after=MAYBE_STATUS,
)  # fmt: skip
_FEATURE = fields(feature=TEXT, values={"type": "object", "additionalProperties": TEXT}, differs=FLAG)
_COVERED = record("id", "subject", "why", "complete", says="What the silence of the corpus means, and for which days.")
_MAP_ROW = fields(
    state=TEXT, name=TEXT, status=STATUS, modality=MODALITY, act=TEXT, says=TEXT, is_help=FLAG, provisions=TEXTS
)
_NETWORK_ROW = fields(
    instrument=TEXT, title=TEXT, in_force=TRUTH, kinds=TEXTS, holds=TEXTS, may_hold=TEXTS, not_parties=TEXTS
)
SHAPES: dict[str, Schema] = {
    **{name: fields("in_force_on_day", **row) for name, row in _ROWS.items()},
    **{
        f"{name}s": fields(total=COUNT, offset=COUNT, limit=COUNT, items=listed(named(name)))
        for name in _ROWS
    },
    "problem": _PROBLEM,
    "corpus-problem": _CODED,
    "standing": _format("foedera.standing/1", state=TEXT, on=TEXT, instruments=listed(_STANDING)),
    "comparison": _format("foedera.comparison/1", clauses=TEXTS, features=listed(_FEATURE)),
    "what-if": _format(
        "foedera.what-if/1", before=named("answer"), after=named("answer"), changes=listed(_CHANGE)
    ),
    "map": _format("foedera.map/1", on=TEXT, layer=TEXT, short=TEXT, states=listed(_MAP_ROW), alike=TEXTS),
    "network": _format("foedera.network/1", on=TEXT, instruments=listed(_NETWORK_ROW)),
    "treaty": record("id", "title", "binding", "provisions", says="An instrument, or some of its clauses."),
    "state": record("id", "name", says="A state, an organ or a group."),
    "place": record("id", "name", says="A place: who administers it, who claims it, who recognises which claim."),
    "official": record("id", "name", says="An office-holder, with the offices and days."),
    "event": record("id", "type", "title", "since", says="A recorded event with the positions taken on it."),
    "source": record("id", "type", "title", says="A source."),
    "rule": record("id", says="A rule of doctrine, with its sources."),
    "case": record("id", "title", "why", "expect", says="A question with the findings that the corpus expects."),
    "event-kind": record("id", "actor", "target", "says", says="A kind of event with the names of its two main roles."),
    "citation": {
        "type": "object", "required": ["id", "type", "title"], "properties": {"id": TEXT, "type": TEXT, "title": MAYBE},
    },
    "corpus": fields(
        digest=TEXT, version=TEXT, software=TEXT, counts={"type": "object", "additionalProperties": COUNT},
        coverage=listed(_COVERED), problems=listed(named("corpus-problem")),
    ),
}  # fmt: skip
"""Name to schema; ``answer`` and ``reading`` come from ``render.schemas``."""
