"""Treaties and their condition trees with a rule taken out, for measuring what the rule is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.model import conditions as c

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.model.instruments import Instrument, Provision


def without_nodes(instrument: Instrument, is_gone: Callable[[c.Node], bool]) -> Instrument:
    """The instrument without the atoms that ``is_gone`` picks: what is left of its conditions holds without them."""
    kept = (replace(one, when=_pruned(one.when, is_gone)) for one in instrument.provisions)
    return replace(instrument, provisions=tuple(kept))


def _pruned(node: c.Node | None, is_gone: Callable[[c.Node], bool]) -> c.Node | None:
    if isinstance(node, c.All | c.AnyOf):
        parts = tuple(part for one in node.of if (part := _pruned(one, is_gone)))
        return type(node)(parts) if parts else None
    if isinstance(node, c.Not):
        inner = _pruned(node.of, is_gone)
        return c.Not(inner) if inner else None
    return None if node is None or is_gone(node) else node


def without_kind(instrument: Instrument, kind: str) -> Instrument:
    """The instrument without its clauses of a kind."""
    return replace(instrument, provisions=tuple(one for one in instrument.provisions if kind not in one.kind))


def neutral_in_any_war(instrument: Instrument) -> Instrument:
    """Neutrality promised if the partner is attacked becomes neutrality in every war of the partner."""
    return replace(instrument, provisions=tuple(map(_neutral_in_any_war, instrument.provisions)))


def _neutral_in_any_war(provision: Provision) -> Provision:
    is_wide = any(isinstance(node, c.Act) for node in c.nodes(provision.when))
    if "neutrality" not in provision.kind or provision.when is None or is_wide:
        return provision
    return replace(provision, when=_with_own_attacks(provision.when))


def _with_own_attacks(node: c.Node) -> c.Node:
    if isinstance(node, c.All | c.AnyOf):
        return type(node)(tuple(map(_with_own_attacks, node.of)))
    if isinstance(node, c.ArmedAttack):
        return c.AnyOf((node, c.Act(("armed_attack",), by="beneficiary", toward=node.by)))
    return node


def owed_by_all(instrument: Instrument) -> Instrument:
    """What one member promises, all members promise."""
    return replace(instrument, provisions=tuple(replace(one, obligors=()) for one in instrument.provisions))


def ended_a_day_earlier(instrument: Instrument) -> Instrument:
    """Every membership ends one day earlier, as if the recorded last day did not count."""
    parties = (replace(one, until=_day_before(one.until)) for one in instrument.parties)
    return replace(instrument, parties=tuple(parties))


def _day_before(day: Day | None) -> Day | None:
    return Day.exact(day.first - 1) if day and day.is_exact else day


def members_throughout(instrument: Instrument) -> Instrument:
    """Every member is one from the first to the last day of the instrument."""
    since = min(_days(one.since for one in instrument.parties), key=lambda day: day.first, default=None)
    is_open = any(one.until is None for one in instrument.parties)
    until = max(_days(one.until for one in instrument.parties), key=lambda day: day.last, default=None)
    last = None if is_open else until
    return replace(instrument, parties=tuple(replace(one, since=since, until=last) for one in instrument.parties))


def _days(days: Iterator[Day | None]) -> Iterator[Day]:
    return (day for day in days if day)
