"""Attributes of a question's event: the names and values that some clause tells apart."""

from __future__ import annotations

import difflib
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.engine.lookup import QuestionError, find_actor
from foedera.model.conditions import Attribute, nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.world import World


def read_attributes(world: World, given: Mapping[str, str] | None) -> dict[str, str]:
    """Attributes as the corpus writes them.

    Raises:
        QuestionError: no clause looks at an attribute of that name, or tells that value apart.
    """
    return {name: _value(world, name, value) for name, value in (given or {}).items()}


def _value(world: World, name: str, value: str) -> str:
    known = vocabulary(world)
    if name == "sent_by":
        return find_actor(world, value)
    if name not in known:
        hint = _meant(name, known) or f"these are known: {', '.join(sorted(known))}"
        raise QuestionError(f"no clause looks at an attribute called '{name[:80]}'", hint)
    written = value.strip().lower().replace(" ", "_").replace("-", "_")
    values = known[name]
    if values is None:
        return _number(name, value)
    if written not in values:
        raise QuestionError(
            f"'{value[:80]}' is not a value of '{name}'", _meant(written, values) or f"choose {', '.join(values)}"
        )
    return written


def _number(name: str, value: str) -> str:
    try:
        return f"{float(value):g}" if "e" in value.lower() else str(float(value)).removesuffix(".0")
    except ValueError:
        raise QuestionError(f"'{name}' is a number, not '{value[:80]}'") from None


def _meant(word: str, known: object) -> str | None:
    close = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)  # type: ignore[call-overload]
    return f"did you mean '{close[0]}'?" if close else None


@lru_cache(maxsize=8)
def vocabulary(world: World) -> dict[str, tuple[str, ...] | None]:
    """Every attribute that an event kind declares or a clause looks at, with its values; None for a free one."""
    found: dict[str, dict[str, None]] = {}
    for kind in world.records.event_kinds.values():
        for name, values in (kind.attributes or {}).items():
            found.setdefault(name, {}).update(dict.fromkeys(values))
    for instrument in world.records.instruments.values():
        for provision in instrument.provisions:
            for node in nodes(provision.when):
                if isinstance(node, Attribute):
                    found.setdefault(node.key, {}).update(dict.fromkeys(node.one_of or ()))
    return {name: tuple(values) or None for name, values in found.items()}
