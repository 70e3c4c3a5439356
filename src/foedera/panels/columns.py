"""The columns of panels: type, meaning and where they come from, for codebook and data package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.law.leading import KINDS

if TYPE_CHECKING:
    from foedera.panels.request import Request

Type = Literal["integer", "number", "string", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        type: as Frictionless Table Schema calls it.
        meaning: one or two sentences.
        source: ``treaties``, ``states`` or ``capabilities``: which data it rests on.
        is_key: whether it is a part of what tells rows apart.
        is_flag: whether it is 0, 1 or empty.
    """

    name: str
    type: Type
    meaning: str
    source: Literal["treaties", "states", "capabilities"] = "treaties"
    is_key: bool = False
    is_flag: bool = False


_SYSTEMS = {
    "cow": "Correlates of War code",
    "gw": "Gleditsch-Ward code",
    "iso": "id in the corpus: ISO 3166 alpha-3, or a slug for a state that never had one",
}
_PROMISED = {
    "defence": "to help when it is attacked",
    "offence": "to join in a war that it begins, or to fight when it is not attacked",
    "neutrality": "to stay out of a war and not to help its enemies",
    "nonaggression": "not to use force against it",
    "consultation": "to consult in a crisis",
}
_DETAILS = (
    Column(
        "treaties", "integer", "Number of treaties that surely bind; no fewer, where their statuses show doubtful ones."
    ),
    Column("treaty_ids", "string", "Their ids, and those of political and doubtful ones, separated by semicolons."),
    Column(
        "statuses",
        "string",
        "Of each treaty in treaty_ids: binding; political (in force, expected and not owed; it makes no flag 1); "
        "doubtful (perhaps in force, perhaps binding).",
    ),
    Column(
        "obligated_since",
        "date",
        "First day of the present unbroken spell of obligations of any of the five kinds: the one that is the last to "
        "begin in the row. It may lie before the panel, and before the state was in the list.",
    ),
    Column(
        "conditional", "integer", "Whether any of the binding promises holds only on a further condition.", is_flag=True
    ),
    Column(
        "unconditional_kinds",
        "string",
        "The kinds that are promised on the plain trigger, without a further condition.",
    ),
    Column(
        "discretion",
        "string",
        "What the binding duties leave to the obligor: none, how, whether_and_how, unknown.",
    ),
)


def columns(request: Request) -> tuple[Column, ...]:
    """The columns of a panel, in order."""
    return (*_keys(request), *_flags(request), *(_DETAILS if request.columns == "all" else ()))


def code(request: Request, name: str, role: str) -> Column:
    """A column with a state."""
    kind: Type = "string" if request.states == "iso" else "integer"
    return Column(name, kind, f"{role} ({_SYSTEMS[request.states]}).", "states", is_key=True)


def year() -> Column:
    """The column with the year."""
    return Column("year", "integer", "The year.", "states", is_key=True)


def _keys(request: Request) -> tuple[Column, ...]:
    if request.unit == "dyad-year":
        pair = code(request, "state", "The state with the lower code"), code(request, "partner", "The other state")
    else:
        pair = code(request, "obligor", "Who owes"), code(request, "beneficiary", "To whom")
    return (*pair, *_times(request))


def _times(request: Request) -> tuple[Column, ...]:
    if not request.by_day:
        return (year(),)
    if request.expand:
        return (Column("day", "date", "The day.", "states", is_key=True),)
    return (
        Column(
            "since", "date", "First day of a run of days in which nothing in the row changes.", "states", is_key=True
        ),
        Column("until", "date", "First day after the run.", "states"),
    )


def _flags(request: Request) -> tuple[Column, ...]:
    who = "One of the two owes the other" if request.unit == "dyad-year" else "The obligor owes the beneficiary"
    if request.aggregate == "share":
        share = "Share of the days of the year on which both are in the list, on which"
        return tuple(
            Column(kind, "number", f"{share} {who[0].lower()}{who[1:]} a promise of {kind}: {_PROMISED[kind]}.")
            for kind in KINDS
        )
    when = {"any": "on any day of the year", "on": f"on {_day(request)} of the year"}[request.aggregate]
    then = "" if request.by_day else f" {when}"
    return tuple(
        Column(kind, "integer", f"{who} a promise of {kind}{then}: {_PROMISED[kind]}.", is_flag=True) for kind in KINDS
    )


def _day(request: Request) -> str:
    return "{:02d}-{:02d}".format(*request.on_day) if request.on_day else ""
