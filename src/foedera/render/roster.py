"""An answer state by state: for each state the finding that weighs most, for a map and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine import words
from foedera.render.summary import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.answers import Answer, Finding, Status
    from foedera.model.world import World

LAYERS: Mapping[str, tuple[str, ...]] = {
    "duties": ("must", "should"),
    "help": ("must", "should"),
    "liberties": ("may",),
    "prohibitions": ("must_not",),
}
"""What a map shows, and the modalities that belong to it; ``help`` only what takes the side of one."""
_ORDER = list(SYMBOLS)


@dataclass(frozen=True, slots=True)
class Row:
    """One state.

    Attributes:
        leading: the finding that weighs most: help before other acts, then by status.
        findings: all of the state's findings in the layer that are not plainly not due.
        is_help: whether the leading act takes the side of one against the other.
        says: the leading finding in words, without the state's name.
    """

    state: str
    leading: Finding
    findings: tuple[Finding, ...]
    is_help: bool
    says: str

    @property
    def status(self) -> Status:
        """The status of the leading finding."""
        return self.leading.status

    @property
    def provisions(self) -> tuple[str, ...]:
        """The clauses of all findings, the leading one's first."""
        return tuple(dict.fromkeys(one.provision.id for one in (self.leading, *self.findings)))


@dataclass(frozen=True, slots=True)
class Roster:
    """The states of an answer, in the order of their weight and name.

    Attributes:
        alike: findings that bind every member of a group alike and are no state's own, in words.
    """

    rows: tuple[Row, ...]
    alike: tuple[str, ...]


def roster(world: World, found: Answer, layer: str = "duties") -> Roster:
    """The states with something to do (or not to do) in the layer; what is plainly not due is left out."""
    own: dict[str, list[Finding]] = {}
    alike: dict[str, None] = {}
    for one in found.findings:
        if one.status == "not_due" or one.duty.modality not in LAYERS[layer]:
            continue
        if layer == "help" and not _takes_side(world, one):
            continue
        if one.obligor:
            own.setdefault(one.obligor, []).append(one)
        elif not one.is_component:
            alike[_of_all(world, one)] = None
    rows = [_row(world, state, findings) for state, findings in own.items()]
    rows.sort(key=lambda row: (*_weight(world, row.leading), world.name(row.state)))
    return Roster(tuple(rows), tuple(alike))


def _row(world: World, state: str, findings: list[Finding]) -> Row:
    ordered = sorted(findings, key=lambda one: _weight(world, one))
    first = ordered[0]
    says = f"{words.MODAL[first.duty.modality]} {words.deed(world, first)}"
    return Row(state, first, tuple(ordered), _takes_side(world, first), says)


def _weight(world: World, one: Finding) -> tuple[bool, bool, int]:
    return one.is_component, not _takes_side(world, one), _ORDER.index(one.status)


def _takes_side(world: World, one: Finding) -> bool:
    act = world.records.acts.get(one.act)
    return act is not None and act.takes_side


def _of_all(world: World, one: Finding) -> str:
    group = (one.group or "").replace("-", " ").removesuffix("s")
    said = f"{words.MODAL[one.duty.modality]} {words.deed(world, one)}"
    return f"every other {group} {said} ({one.provision.id}: {words.plain(one.status)})"
