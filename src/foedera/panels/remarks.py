"""What a reader must know about one panel, in sentences for its codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.model.world import World
    from foedera.panels.ground import Ground
    from foedera.panels.request import Request

_SHOWN = 30
_LISTS = {
    "cow": "the members of the state system after Correlates of War (imported as cow-states)",
    "gw": "the independent states after Gleditsch and Ward (imported as gw-states)",
    "iso": "the states of the corpus while they exist",
}
_YEARS = {
    "any": "A year says what holds on any of its days on which both states are in the list.",
    "share": "A year says on what share of its days a promise operates, among the days on which both states are in the "
    "list; it is empty if this is not known for every one of them.",
}
EMPTY = (
    "An empty cell means not known: a promise that may operate, or days for which no data set says that its silence "
    "means none. A 0 is written only where a data set claims to be complete."
)
_LEFT_OUT = (
    "Only clauses that name or list who owes and to whom make dyads. What binds or protects all states, or all members "
    "of the United Nations, alike is left out, and so are liberties (may) and exhortations (should) in legal texts."
)


def remarks(world: World, one: Ground) -> tuple[str, ...]:
    """The remarks on a panel of dyads."""
    request = one.request
    return (*general(world, request), _rows(request), EMPTY, _LEFT_OUT, *_outside(one))


def general(world: World, request: Request) -> tuple[str, ...]:
    """Which states, and for which days silence means none."""
    complete = [one for one in world.records.coverage.values() if one.subject == "obligations" and one.complete]
    covered = "; ".join(
        f"{one.span} ({one.why}{', only ' + ' '.join(one.states) if one.states else ''})" for one in complete
    )
    return (
        f"States: {_LISTS[request.states]}.",
        f"Silence means none in these days (first day/first day after): {covered}."
        if covered
        else "No data set in this panel claims to be complete for any day, so no cell is 0.",
    )


def _rows(request: Request) -> str:
    if request.by_day:
        return "Runs are half-open: until is the first day after the run. A pair has rows while both are in the list."
    if request.on_day:
        month, day = request.on_day
        return f"A year says what holds on {month:02d}-{day:02d}, if both states are in the list on that day."
    return _YEARS[request.aggregate]


def _outside(one: Ground) -> tuple[str, ...]:
    """What the list of states leaves out."""
    outside = one.outside
    total = outside.kept + outside.dropped
    if not outside.dropped:
        return (f"All {total} promises (treaty, obligor, beneficiary) of these days are between states in the list.",)
    text = (
        f"{outside.dropped} of {total} promises (treaty, obligor, beneficiary) of these days are left out, because "
        "obligor and beneficiary are never in the list on a day on which they operate."
    )
    if not outside.states:
        return (text,)
    shown, more = outside.states[:_SHOWN], len(outside.states) - _SHOWN
    return (text, f"States with promises and no row: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}.")
