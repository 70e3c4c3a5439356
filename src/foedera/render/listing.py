"""Lists of records with filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from rich.table import Table

from foedera.engine.lookup import QuestionError, plain, resolve
from foedera.engine.question import parse_day
from foedera.engine.standing import quiet
from foedera.law.force import bound, in_force
from foedera.model.instruments import Kind
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from foedera.api import Treaties
    from foedera.model.instruments import Instrument


def rows(treaties: Treaties, what: str, **filters: str | None) -> list[dict[str, Any]]:
    """The rows of a list.

    Raises:
        QuestionError: there is no such list, or a filter names something unknown.
    """
    makers: dict[str, Callable[..., list[dict[str, Any]]]] = {
        "instruments": _instruments,
        "states": _states,
        "places": _places,
        "officials": _officials,
        "events": _events,
        "kinds": _kinds,
        "sources": _sources,
    }
    name = plain(what)
    if name not in makers and f"{name}s" in makers:
        name += "s"
    if name not in makers:
        raise QuestionError(f"there is no list of '{what}'", f"choose {', '.join(makers)}")
    found = makers[name](treaties, **filters)
    text = filters.get("text")
    return [row for row in found if text is None or plain(text) in plain(" ".join(map(str, row.values())))]


def _instruments(
    treaties: Treaties, *, party: str | None, kind: str | None, on: str | None, **_: Any
) -> list[dict[str, Any]]:
    records = treaties.world.records.instruments.values()
    state = treaties.state(party) if party else None
    setting = quiet(treaties.world, parse_day(on)) if on else None
    if kind:
        kind = resolve(dict.fromkeys(get_args(Kind)), kind, "kind of clause")
    found = []
    for one in sorted(records, key=lambda item: item.id):
        if kind and not any(plain(kind) == plain(k) for p in one.provisions for k in p.kind):
            continue
        if state and setting is None and not _ever(treaties, one, state):
            continue
        if setting and in_force(setting, one).truth is Truth.FALSE:
            continue
        if state and setting and bound(setting, one, state).step.truth is Truth.FALSE:
            continue
        found.append(_row(one, in_force(setting, one).truth.word if setting else None))
    return found


def _ever(treaties: Treaties, instrument: Instrument, state: str) -> bool:
    record = treaties.world.records.states.get(state)
    chain = {state, record.continues.state} if record and record.continues else {state}
    return bool(chain & set(treaties.world.parties.get(instrument.id, {})))


def _row(one: Instrument, force: str | None) -> dict[str, Any]:
    row = {
        "id": one.id,
        "title": one.title,
        "signed": str(one.signed.on) if one.signed else "",
        "in_force": str(one.in_force.on) if one.in_force else "",
        "ended": str(one.ended.on) if one.ended else "",
        "binding": one.binding,
        "clauses": len(one.provisions),
    }
    return row if force is None else {**row, "in_force_on_day": force}


def _states(treaties: Treaties, *, klass: str | None, on: str | None, **_: Any) -> list[dict[str, Any]]:
    day = parse_day(on) if on else None
    if klass:
        classes = {name for state in treaties.world.records.states.values() for name in state.classes}
        klass = resolve(dict.fromkeys(sorted(classes)), klass, "class of states")
    return [
        {
            "id": one.id,
            "name": one.name,
            "cow": " ".join(str(code.code) for code in one.codes if code.system == "cow"),
            "gw": " ".join(str(code.code) for code in one.codes if code.system == "gw"),
            "exists": " ".join(str(span.span) for span in one.exists),
            "statehood": one.statehood,
        }
        for one in sorted(treaties.world.records.states.values(), key=lambda item: item.id)
        if (klass is None or klass in one.classes)
        and (day is None or any(span.span.contains(day) is not Truth.FALSE for span in one.exists))
    ]


def _places(treaties: Treaties, **_: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "administered_by": " ".join(dict.fromkeys(s.state for s in one.administered_by)),
            "claimed_by": " ".join(dict.fromkeys(s.state for s in one.claimed_by)),
        }
        for one in sorted(treaties.world.records.places.values(), key=lambda item: item.id)
    ]


def _officials(treaties: Treaties, **_: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "name": one.name,
            "states": " ".join(dict.fromkeys(office.state for office in one.offices)),
            "signed": " ".join(one.signed),
        }
        for one in sorted(treaties.world.records.officials.values(), key=lambda item: item.id)
    ]


def _events(treaties: Treaties, **_: Any) -> list[dict[str, Any]]:
    events = sorted(treaties.world.records.events.values(), key=lambda item: item.since.first)
    return [
        {
            "id": one.id,
            "type": one.type,
            "since": str(one.since),
            "until": str(one.until or ""),
            "title": one.title,
        }
        for one in events
    ]


def _kinds(treaties: Treaties, **_: Any) -> list[dict[str, Any]]:
    kinds = treaties.world.records.event_kinds.values()
    return [{"id": one.id, "from": one.actor, "to": one.target, "meaning": one.says} for one in kinds]


def _sources(treaties: Treaties, **_: Any) -> list[dict[str, Any]]:
    sources = sorted(treaties.world.records.sources.values(), key=lambda item: item.id)
    return [{"id": one.id, "type": one.type, "title": one.title, "url": one.url or ""} for one in sources]


def show(console: Console, found: list[dict[str, Any]]) -> None:
    """Print rows as a table; nothing found is said."""
    if not found:
        console.print("nothing found")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in found[0]:
        table.add_column(name.replace("_", " "), no_wrap=name == "id", overflow="fold")
    for row in found:
        table.add_row(*(str(value) for value in row.values()))
    console.print(table)
