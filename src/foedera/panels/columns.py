"""The columns of panels: type, meaning and where they come from, for codebook and data package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.law.leading import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_COMPLETE = Column(
    "complete", "integer", "Whether the numbers are complete; if not, they are least numbers.", is_flag=True
)
_TREATY = (
    Column("treaty", "string", "Id of the instrument.", is_key=True),
    Column("atop_id", "integer", "Its number in ATOP, if it has one."),
    Column("binding", "string", "Its force: legal, political or disputed."),
    Column("in_force", "integer", "1 if it is surely in force, empty if that is doubtful.", is_flag=True),
    Column(
        "parties",
        "integer",
        "Number of states in the list that it surely binds; empty where its parties are not all known.",
    ),
    Column("party_ids", "string", "Their codes, separated by semicolons."),
)
_MEASURES = {
    "milex": "Military expenditure (unit: codebook of the data)",
    "milper": "Military personnel, thousands",
    "irst": "Iron and steel production, thousands of tons",
    "pec": "Primary energy consumption, thousands of coal-ton equivalents",
    "tpop": "Total population, thousands",
    "upop": "Urban population, thousands",
    "cinc": "Composite index of national capability",
}
_CAPABILITIES = tuple(Column(name, "number", f"{text}.", "capabilities") for name, text in _MEASURES.items())


def columns(request: Request) -> tuple[Column, ...]:
    """The columns of a panel, in order."""
    is_basic = request.columns == "basic"
    if request.unit == "state-year":
        capabilities = _CAPABILITIES if request.with_capabilities else ()
        return (code(request, "state", "The state"), year(), _COMPLETE, *_numbers(is_basic=is_basic), *capabilities)
    if request.unit == "treaty-year":
        return (_TREATY[0], _TREATY[1], year(), *_TREATY[2:4], *_promised(request), *_TREATY[4:])
    if request.unit == "attack-dyad-year":
        pair = code(request, "attacker", "Who attacks"), code(request, "victim", "Who is attacked")
        return (*pair, year(), _COMPLETE, *_helpers(is_basic=is_basic))
    return (*_keys(request), *_flags(request), *(() if is_basic else _DETAILS))


def _numbers(*, is_basic: bool) -> Iterator[Column]:
    sides = {"owes": "to which it owes", "owed": "that owe it"}
    for direction, said in sides.items():
        for kind in KINDS:
            yield Column(f"{direction}_{kind}_partners", "integer", f"Number of states {said} a promise of {kind}.")
            if not is_basic:
                under = (
                    "Number of treaties under which it owes"
                    if direction == "owes"
                    else "Number of treaties under which it is owed"
                )
                yield Column(f"{direction}_{kind}_treaties", "integer", f"{under} a promise of {kind}.")


def _helpers(*, is_basic: bool) -> Iterator[Column]:
    said = {
        "due": "bound to defend the victim",
        "expected": "politically committed to defend the victim",
        "arguable": "of which it is arguable that they are bound to defend the victim",
    }
    for name, what in said.items():
        yield Column(name, "integer", f"Number of states {what}.")
        if not is_basic:
            yield Column(f"{name}_ids", "string", "Their codes, separated by semicolons.")


def _promised(request: Request) -> Iterator[Column]:
    then = _when(request)
    for kind in KINDS:
        yield Column(
            kind, "integer", f"Whether a clause stands{then} that promises {kind}: {_PROMISED[kind]}.", is_flag=True
        )


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
    then = _when(request)
    return tuple(
        Column(kind, "integer", f"{who} a promise of {kind}{then}: {_PROMISED[kind]}.", is_flag=True) for kind in KINDS
    )


def _when(request: Request) -> str:
    """The days of a year that a row speaks of."""
    if request.by_day:
        return ""
    return " on {:02d}-{:02d} of the year".format(*request.on_day) if request.on_day else " on any day of the year"
