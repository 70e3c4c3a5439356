"""The states of a panel: who is in the list when, and which state of the corpus bears which code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from foedera.datasets.codes import FOREVER, codes
from foedera.panels.request import PanelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from foedera.model.states import State
    from foedera.model.world import World
    from foedera.panels.request import Request

Member = tuple[int | str, int, int]
"""A code (a number, or a state id) and the days ``[since, until)`` of its membership, as ordinals."""
_SPAN = {"since": pl.Int32, "until": pl.Int32}


@dataclass(frozen=True, slots=True)
class Population:
    """The list of states.

    Attributes:
        codes: the codes in ascending order; tables hold their positions here.
        members: ``code``, ``since``, ``until``: spells in the list, not cut to the panel's days.
        bearers: ``state`` (position in the spells' states), ``code``, ``since``, ``until``.
    """

    codes: tuple[int | str, ...]
    members: pl.DataFrame
    bearers: pl.DataFrame

    @property
    def pairs(self) -> pl.DataFrame:
        """``obligor``, ``beneficiary``, ``since``, ``until``: when two different codes are both in the list."""
        owing, owed = (self.members.rename({"code": role}) for role in ("obligor", "beneficiary"))
        since, until = pl.max_horizontal("since", "since_right"), pl.min_horizontal("until", "until_right")
        return (
            owing.lazy()
            .join(owed.lazy(), how="cross")
            .filter(pl.col("obligor") != pl.col("beneficiary"))
            .select("obligor", "beneficiary", since=since, until=until)
            .filter(pl.col("since") < pl.col("until"))
            .collect()
        )


def population(world: World, states: Sequence[str], request: Request, members: Iterable[Member] | None) -> Population:
    """The list of states of a panel.

    Args:
        world: whose states bear the codes.
        states: the ids that the spells are numbered by.
        request: its ``states`` names the list.
        members: the imported list; None for the states of the corpus.

    Raises:
        PanelError: the list is empty in the days of the panel.
    """
    listed = sorted(_existing(world) if members is None else members)
    within = [(code, since, until) for code, since, until in listed if since < request.until and until > request.since]
    if not within:
        last = max((until for _, _, until in listed), default=0)
        hint = "the list ends earlier" if last and last <= request.since else "choose other days or another list"
        raise PanelError(f"no state is in the list '{request.states}' from {request.first} to {request.last}", hint)
    known = tuple(sorted({code for code, _, _ in within}))
    position = {code: at for at, code in enumerate(known)}
    table = pl.DataFrame(
        [(position[code], since, until) for code, since, until in within], {"code": pl.Int16, **_SPAN}, orient="row"
    )
    borne = _borne(world, request.states)
    bearers = [
        (at, position[code], since, until)
        for at, state in enumerate(states)
        for code, since, until in borne.get(state, ())
        if code in position
    ]
    return Population(known, table, pl.DataFrame(bearers, {"state": pl.Int16, "code": pl.Int16, **_SPAN}, orient="row"))


def code_values(codes: tuple[int | str, ...]) -> pl.Expr:
    """The codes as values, to be gathered by their positions."""
    is_number = all(isinstance(code, int) for code in codes)
    return pl.lit(pl.Series(codes, dtype=pl.Int16 if is_number else pl.String))


def _existing(world: World) -> Iterable[Member]:
    for state in world.records.states.values():
        for since, until in _existence(state):
            yield state.id, since, until


def _existence(state: State) -> Iterable[tuple[int, int]]:
    """The days of existence; on a doubtful day a state counts as existing."""
    if not state.exists:
        yield 1, FOREVER
    for span in state.exists:
        yield span.since.first, FOREVER if span.until is None else span.until.last


def _borne(world: World, system: str) -> dict[str, list[Member]]:
    """The codes that each state bears in a system, with their days."""
    if system == "iso":
        return {
            state.id: [(state.id, since, until) for since, until in _existence(state)]
            for state in world.records.states.values()
        }
    by_state = codes(world.records.states, system).by_state
    return {state: [(code, stint.since, stint.until) for code, stint in pairs] for state, pairs in by_state.items()}
