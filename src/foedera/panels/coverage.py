"""The days for which silence does not mean "no obligation", pair by pair."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import polars as pl

from foedera.dates import Day
from foedera.panels.spells import meet
from foedera.runs import sampled, turns
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from foedera.model.doctrine import Coverage
    from foedera.model.world import World
    from foedera.panels.population import Population
    from foedera.panels.request import Request

Days = list[tuple[int, int]]
"""Half-open intervals of ordinals, ascending and apart."""
_PAIR = ["obligor", "beneficiary"]
_GAPS = {"obligor": pl.Int16, "beneficiary": pl.Int16, "since": pl.Int32, "until": pl.Int32}


def gaps(world: World, request: Request, population: Population, states: Sequence[str]) -> pl.DataFrame:
    """When silence about a pair means nothing: ``obligor``, ``beneficiary``, ``since``, ``until``.

    A record of complete coverage of obligations speaks for the pairs of its states (for all if it names none), on the
    days that are surely in its span.
    """
    complete = _complete(world)
    general = _general([one for one in complete if not one.states], request)
    pairs = population.pairs
    own = _own_gaps([one for one in complete if one.states], request, population, states, general)
    special = pl.DataFrame([(*pair, *days) for pair, found in own.items() for days in found], _GAPS, orient="row")
    others = pairs.join(pl.DataFrame(list(own), dict(list(_GAPS.items())[:2]), orient="row"), on=_PAIR, how="anti")
    everywhere = others.select(_PAIR).unique().join(_table(general, request), how="cross")
    return meet(pl.concat([everywhere, special]), pairs, _PAIR)


def general_gaps(world: World, request: Request) -> pl.DataFrame:
    """When silence about anybody means nothing, whatever is known of certain states: ``since``, ``until``."""
    return _table(_general([one for one in _complete(world) if not one.states], request), request)


def _complete(world: World) -> list[Coverage]:
    return [one for one in world.records.coverage.values() if one.subject == "obligations" and one.complete]


def _general(records: Iterable[Coverage], request: Request) -> Days:
    return _union(days for one in records for days in _days(one, request))


def _table(general: Days, request: Request) -> pl.DataFrame:
    return pl.DataFrame(_complement(general, request), {"since": pl.Int32, "until": pl.Int32}, orient="row")


def _own_gaps(
    limited: list[Coverage], request: Request, population: Population, states: Sequence[str], general: Days
) -> dict[tuple[int, int], Days]:
    """The gaps of pairs of which a record of certain states speaks, by pair of codes."""
    covered: dict[tuple[int, int], Days] = {}
    for record in limited:
        named = {at for at, state in enumerate(states) if state in record.states}
        spans = [row[1:] for row in population.bearers.iter_rows() if row[0] in named]
        for (one, *first), (other, *second) in permutations(spans, 2):
            for since, until in _days(record, request):
                days = max(since, first[0], second[0]), min(until, first[1], second[1])
                if one != other and days[0] < days[1]:
                    covered.setdefault((one, other), []).append(days)
    return {pair: _complement(_union((*general, *found)), request) for pair, found in covered.items()}


def _days(record: Coverage, request: Request) -> Days:
    window = request.since, request.until
    runs = sampled(turns((record.since, record.until)), window, lambda day: record.span.contains(Day.exact(day)))
    return [(since, until) for since, until, truth in runs if truth is Truth.TRUE]


def _union(found: Iterable[tuple[int, int]]) -> Days:
    merged: Days = []
    for since, until in sorted(found):
        if merged and since <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(until, merged[-1][1])
        else:
            merged.append((since, until))
    return merged


def _complement(covered: Days, request: Request) -> Days:
    edges = [request.since, *(edge for days in covered for edge in days), request.until]
    return [(since, until) for since, until in zip(edges[::2], edges[1::2], strict=True) if since < until]
