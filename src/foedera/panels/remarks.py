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


_LEAST = (
    "A number counts what surely binds. Where complete is 0 there may be more: the number is a least one, and it is "
    "empty instead of 0."
)
_SIDES = "owes_ is what the state owes, owed_ what it is owed; partners are other states in the list."
_TEXTS = (
    "Every instrument has a row for each year in which it is, or may be, in force. The kinds say what its text "
    "promises by clauses that stand; 0 means that it has no such clause. What is political is said in binding."
)
_PARTIES = (
    "parties counts those in the list of states that are surely bound, and is empty where the list of the treaty's "
    "parties is not complete. An empty flag means that the clause may stand."
)
_ASKED = (
    "A row asks: if the attacker attacked the victim on any day of the year, who would have to defend the victim? This "
    "is the answer of `foedera ask ATTACKER VICTIM --on DAY` with its usual assumptions, for every day of the year."
)
_ONCE = "A state counts once, in its strongest status: due, expected (under a political commitment), arguable."
STATES = (_SIDES, _LEAST, EMPTY, _LEFT_OUT)
"""Remarks on states by year."""
TREATIES = (_TEXTS, _PARTIES)
"""Remarks on treaties by year."""
ATTACKS = (_ASKED, _ONCE, _LEAST)
"""Remarks on attackers and victims by year."""


def dyads(request: Request) -> tuple[str, ...]:
    """Remarks on pairs of states."""
    return (_rows(request), EMPTY, _LEFT_OUT)


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


def outside(one: Ground) -> tuple[str, ...]:
    """What the list of states leaves out."""
    left = one.outside
    total = left.kept + left.dropped
    if not left.dropped:
        return (f"All {total} promises (treaty, obligor, beneficiary) of these days are between states in the list.",)
    text = (
        f"{left.dropped} of {total} promises (treaty, obligor, beneficiary) of these days are left out, because "
        "obligor and beneficiary are never in the list on a day on which they operate."
    )
    if not left.states:
        return (text,)
    shown, more = left.states[:_SHOWN], len(left.states) - _SHOWN
    return (text, f"States with promises and no row: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}.")
