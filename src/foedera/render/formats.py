"""The smaller JSON formats: what binds a state, clauses side by side, what a supposition changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.render import jsonable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.engine.compare import Feature
    from foedera.engine.differences import Change
    from foedera.engine.standing import Standing
    from foedera.model.answers import Answer
    from foedera.model.world import World

STANDING = "foedera.standing/1"
COMPARISON = "foedera.comparison/1"
WHAT_IF = "foedera.what-if/1"


def standing(state: str, on: str, found: Sequence[Standing]) -> dict[str, Any]:
    """Everything that binds a state on a day, as ``foedera.standing/1``."""
    return {"format": STANDING, "state": state, "on": on, "instruments": [jsonable.standing(one) for one in found]}


def comparison(clauses: Sequence[str], features: Sequence[Feature]) -> dict[str, Any]:
    """Clauses side by side, as ``foedera.comparison/1``."""
    rows = [
        {"feature": one.name, "values": dict(zip(clauses, one.values, strict=True)), "differs": one.differs}
        for one in features
    ]
    return {"format": COMPARISON, "clauses": list(clauses), "features": rows}


def what_if(
    before: tuple[World, Answer], after: tuple[World, Answer], changes: Sequence[Change], *, derivations: bool
) -> dict[str, Any]:
    """Two answers and what differs, as ``foedera.what-if/1``."""
    return {
        "format": WHAT_IF,
        "before": jsonable.answer(*before, derivations=derivations),
        "after": jsonable.answer(*after, derivations=derivations),
        "changes": [change(one) for one in changes],
    }


def change(one: Change) -> dict[str, Any]:
    """A status that differs; None where the answer has no such finding."""
    found = one.finding
    before, after = one.statuses
    return {
        "obligor": found.obligor or {"group": found.group, "except": list(found.excepted)},
        "beneficiary": found.beneficiary,
        "against": list(found.against),
        "provision": found.provision.id,
        "modality": found.duty.modality,
        "act": found.act,
        "before": before,
        "after": after,
    }
