"""Runs the encoding and reads its findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import clingo

from .facts import facts_of

if TYPE_CHECKING:
    from foedera.model.questions import Question
    from foedera.model.world import World

ENCODING = Path(__file__).with_name("encoding.lp")


OTHERS = {"any_state": "any-state", "un_member": "un-members"}
"""A duty that falls on all others alike, as the engine names the group."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """What both sides are compared by."""

    provision: str
    obligor: str
    beneficiary: str
    act: str
    status: str
    listing: str


def solve(world: World, question: Question, rules: str | None = None) -> frozenset[Found]:
    """The findings of the encoding (those that are not ``not_due``)."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], rules if rules is not None else ENCODING.read_text("utf-8"))
    control.add("base", [], facts_of(world, question))
    control.ground([("base", [])])
    models: list[frozenset[Found]] = []
    control.solve(on_model=lambda model: models.append(_findings(model)))
    (only,) = models
    return only


def _findings(model: clingo.Model) -> frozenset[Found]:
    return frozenset(
        Found(*(_text(argument) for argument in symbol.arguments))
        for symbol in model.symbols(shown=True)
        if symbol.name == "finding"
    )


def _text(symbol: clingo.Symbol) -> str:
    if symbol.type is clingo.SymbolType.String:
        return symbol.string
    return OTHERS[symbol.arguments[0].string] if symbol.arguments else symbol.name
