"""Answers, problems and records as JSON values. The formats are stable and versioned."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from foedera.dates import Day
from foedera.model.conditions import Node
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.engine.standing import Standing
    from foedera.model.answers import Answer, Bar, Conflict, Finding, Notice, Step
    from foedera.model.events import Event
    from foedera.model.questions import Question
    from foedera.model.world import World
    from foedera.problems import Mark, Problem

FORMAT = "foedera.answer/1"


def answer(world: World, found: Answer, *, derivations: bool = True) -> dict[str, Any]:
    """An answer as ``foedera.answer/1`` (DESIGN: "JSON of an answer")."""
    return {
        "format": FORMAT,
        "corpus": world.digest,
        "question": question(found.question),
        "assumptions": [
            {
                "atom": one.atom,
                "value": one.value.word,
                "statement": one.statement,
                "switched": one.switched,
                "disputed_by": list(one.disputed_by),
            }
            for one in found.assumptions
        ],
        "findings": [finding(world, one, derivations=derivations) for one in found.findings],
        "conflicts": [conflict(one) for one in found.conflicts],
        "notices": [notice(one) for one in found.notices],
        "coverage": {
            "complete": not found.gaps,
            "gaps": [{"what": gap.what, "why": gap.why} for gap in found.gaps],
        },
    }


def question(asked: Question) -> dict[str, Any]:
    """What was asked."""
    return {
        "on": str(asked.on),
        "view": asked.view,
        "events": [event(one) for one in asked.events],
        "suppositions": [{"without": name} for name in asked.without] + [{"with": name} for name in asked.with_],
        "short_form": asked.short_form,
    }


def event(one: Event) -> dict[str, Any]:
    """A stipulated event; a role filled by one actor is given as that actor."""
    return {
        "kind": one.type,
        "roles": {role: actors[0] if len(actors) == 1 else list(actors) for role, actors in one.roles.items()},
        "since": str(one.since),
        "until": str(one.until) if one.until else None,
        "at": one.at[0] if len(one.at) == 1 else list(one.at) or None,
        "target": one.target,
        "attributes": one.attributes or {},
    }


def finding(world: World, one: Finding, *, derivations: bool = True) -> dict[str, Any]:
    """One finding; the obligor of a duty of all alike is a group."""
    duty = one.duty
    result = {
        "obligor": one.obligor or {"group": one.group, "except": list(one.excepted)},
        "beneficiary": one.beneficiary,
        "against": list(one.against),
        "provision": one.provision.id,
        "instrument": one.instrument.id,
        "kind": one.provision.kind[0],
        "kinds": list(one.provision.kind),
        "modality": duty.modality,
        "act": one.act,
        "component_of": duty.act if one.is_component else None,
        "discretion": duty.discretion,
        "extent": duty.extent,
        "effort": duty.effort,
        "decision": duty.decision,
        "timing": duty.timing,
        "request": duty.request,
        "force": one.force,
        "status": one.status,
        "hinges_on": [hinge(leaf) for leaf in one.hinges_on],
        "bars": [bar(item) for item in one.bars],
        "awaits": list(one.awaits),
        "limits": list(one.provision.limits),
        "summary": one.provision.summary,
        "sources": sources(world, one),
        "confidence": one.provision.confidence,
    }
    if derivations:
        result["derivation"] = step(one.derivation, "1")
    return result


def sources(world: World, one: Finding) -> list[dict[str, Any]]:
    """The sources of a finding's provision, resolved."""
    found = []
    for name in one.provision.sources:
        local = (one.instrument.references or {}).get(name)
        record = local or world.records.sources.get(name)
        identifier = f"{one.instrument.id}#{name}" if local else name
        found.append({"id": identifier, "title": getattr(record, "title", None), "url": getattr(record, "url", None)})
    return found


def hinge(leaf: Step) -> dict[str, Any]:
    """An UNKNOWN leaf on which a status turns."""
    return {
        "atom": leaf.atom or None,
        "fact": leaf.fact or None,
        "statement": leaf.statement,
        "asserted_by": list(leaf.dispute.asserted_by),
        "denied_by": list(leaf.dispute.denied_by),
    }


def bar(one: Bar) -> dict[str, Any]:
    """A superior norm that forbids or may forbid the act."""
    return {
        "act": one.act,
        "norm": one.norm,
        "rule": one.rule,
        "truth": one.step.truth.word,
        "statement": one.step.statement,
    }


def conflict(one: Conflict) -> dict[str, Any]:
    """Two norms that one state cannot both keep."""
    return {
        "state": one.state,
        "between": list(one.between),
        "acts": list(one.acts),
        "rule": one.rule,
        "settled": one.settled,
        "truth": one.truth.word,
        "why": one.why,
    }


def notice(one: Notice) -> dict[str, Any]:
    """What a notice of withdrawal does to one instrument."""
    effect = str(one.effect) if one.effect else None
    return {"instrument": one.instrument.id, "by": one.by, "given": str(one.given), "effect": effect, "why": one.why}


def step(one: Step, identifier: str) -> dict[str, Any]:
    """A derivation; the id of a step is its path from the root."""
    return {
        "id": identifier,
        "statement": one.statement,
        "truth": one.truth.word,
        "cites": list(one.cites),
        "at": place(one.mark),
        "children": [step(child, f"{identifier}.{number}") for number, child in enumerate(one.children, start=1)],
    }


def place(mark: Mark | None) -> dict[str, Any] | None:
    """A place in the corpus."""
    return {"file": mark.file, "line": mark.line} if mark else None


def problem(one: Problem) -> dict[str, Any]:
    """A problem with its place."""
    mark = one.mark
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "file": mark.file if mark else None,
        "line": mark.line if mark else None,
        "column": mark.column if mark else None,
        "end_line": mark.end_line if mark else None,
        "end_column": mark.end_column if mark else None,
        "notes": list(one.notes),
        "hint": one.hint,
        "heading": one.heading,
    }


def standing(one: Standing) -> dict[str, Any]:
    """How an instrument stands toward a state."""
    return {
        "instrument": one.instrument.id,
        "title": one.instrument.title,
        "binding": one.instrument.binding,
        "bound": one.step.truth.word,
        "owes": [provision.id for provision in one.owes],
        "protected_by": [provision.id for provision in one.owed],
        "derivation": step(one.step, "1"),
    }


def record(one: Any) -> Any:
    """Any model record as plain values, without empty fields."""
    if isinstance(one, Day):
        return one.text
    if isinstance(one, Truth):
        return one.word
    if dataclasses.is_dataclass(one):
        values = {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}
        if isinstance(one, Node):
            return {one.name: _node(one, values)}
        return {name: record(value) for name, value in values.items() if value not in (None, (), "", {})}
    if isinstance(one, tuple | list):
        return [record(item) for item in one]
    if isinstance(one, dict):
        return {key: record(value) for key, value in one.items()}
    return one


def _node(one: Node, values: dict[str, Any]) -> Any:
    """What YAML writes below the node's name."""
    if one.inline:
        return record(values[one.inline])
    return {name: record(value) for name, value in values.items() if value is not None}
