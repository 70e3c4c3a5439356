"""Clauses side by side, feature by feature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine.lookup import QuestionError, find_instrument
from foedera.engine.words import condition
from foedera.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Feature:
    """One row of a comparison: the values of one feature, and whether they differ."""

    name: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the clauses differ in it."""
        return len(set(self.values)) > 1


def find_clause(world: World, name: str) -> tuple[Instrument, Provision]:
    """A clause by ``instrument/article``; of several versions the latest.

    Raises:
        QuestionError: there is no such clause.
    """
    if name in world.provisions:
        return world.provisions[name]
    head, slash, article = name.partition("/")
    instrument = world.records.instruments[find_instrument(world, head)]
    wanted = article.strip().casefold()
    fitting = [p for p in instrument.provisions if wanted in (p.article.casefold(), p.id.partition("/")[2].casefold())]
    if not slash:
        raise QuestionError(
            f"'{name[:80]}' is an instrument, not a clause", f"name a clause, such as {instrument.provisions[0].id}"
        )
    if not fitting:
        known = ", ".join(p.id.partition("/")[2] for p in instrument.provisions)
        raise QuestionError(f"{instrument.id} has no clause '{article or name}'", f"its clauses are {known}")
    return instrument, fitting[-1]


def compare(world: World, names: list[str]) -> tuple[list[str], list[Feature]]:
    """The ids of the clauses and their features.

    Raises:
        QuestionError: a clause is not known.
    """
    clauses = [find_clause(world, name) for name in names]
    rows: list[Feature] = []
    for name, read in _FEATURES.items():
        rows.append(Feature(name, tuple(read(world, instrument, provision) for instrument, provision in clauses)))
    whole = Feature("condition", tuple(condition(world, provision.when) for _, provision in clauses))
    return [provision.id for _, provision in clauses], [*rows, whole]


def _atoms(provision: Provision) -> list[c.Node]:
    return [node for node in c.nodes(provision.when) if not isinstance(node, c.All | c.AnyOf | c.Not)]


def _trigger(_world: World, _instrument: Instrument, provision: Provision) -> str:
    names = dict.fromkeys(node.name.replace("_", " ") for node in _atoms(provision))
    return ", ".join(names) or "none: at all times"


def _area(_world: World, instrument: Instrument, provision: Provision) -> str:
    found = []
    for node in _atoms(provision):
        if isinstance(node, c.InDefinedArea):
            article = next((area.article for area in instrument.areas if area.id == node.area), "?")
            found.append(f"as article {article} defines")
        elif isinstance(node, c.InArea):
            found += [*(node.regions or ()), *(node.places or ())]
            if node.administered_by:
                found.append(f"administered by {node.administered_by}")
        elif isinstance(node, c.ArmedAttack) and node.covers:
            found.append(f"targets: {', '.join(node.covers)}")
    return "; ".join(dict.fromkeys(found)).replace("_", " ") or "none stated"


def _duties(read: Callable[[Duty], str]) -> Callable[[World, Instrument, Provision], str]:
    def join(_world: World, _instrument: Instrument, provision: Provision) -> str:
        return ", ".join(dict.fromkeys(read(duty).replace("_", " ") for duty in provision.duties)) or "none"

    return join


def _dated(day: object) -> str:
    return str(day) if day else "unknown"


_FEATURES: dict[str, Callable[[World, Instrument, Provision], str]] = {
    "instrument": lambda _w, i, _p: i.title,
    "in force": lambda _w, i, _p: _dated(i.in_force.on if i.in_force else None),
    "ended": lambda _w, i, _p: str(i.ended.on) if i.ended else "no",
    "binding": lambda _w, i, p: p.binding or i.binding,
    "kind": lambda _w, _i, p: ", ".join(p.kind).replace("_", " "),
    "trigger": _trigger,
    "duty": _duties(lambda duty: f"{duty.modality} {duty.act}"),
    "discretion": _duties(lambda duty: duty.discretion),
    "extent": _duties(lambda duty: duty.extent),
    "timing": _duties(lambda duty: duty.timing),
    "request": _duties(lambda duty: duty.request),
    "area": _area,
    "obligors": lambda _w, _i, p: ", ".join(p.obligors) or "the parties",
    "beneficiaries": lambda _w, _i, p: ", ".join(p.beneficiaries) or "the parties",
    "limits": lambda _w, _i, p: ", ".join(p.limits).replace("_", " ") or "none",
    "attack on one is an attack on all": lambda _w, _i, p: "yes" if p.deems_attack_on_all else "no",
    "confidence": lambda _w, _i, p: (p.confidence or "not given").replace("_", " "),
}
