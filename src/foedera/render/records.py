"""Single records as text: treaties, clauses, states, places, officials; what binds a state; clauses side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedera.engine import words
from foedera.engine.compare import find_clause
from foedera.engine.existence import absence
from foedera.engine.lookup import QuestionError
from foedera.engine.question import parse_day
from foedera.engine.standing import quiet
from foedera.law.force import bound, in_force
from foedera.model.instruments import Instrument, Provision
from foedera.model.officials import Official
from foedera.model.states import Place, State
from foedera.render import jsonable
from foedera.render.text import MARKS
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.api import Treaties
    from foedera.engine.compare import Feature
    from foedera.engine.standing import Standing
    from foedera.model.answers import Step

Found = tuple[Instrument, tuple[Provision, ...]] | State | Place | Official | Any


def find(treaties: Treaties, name: str) -> Found:
    """An instrument (with all its clauses), one clause (all its versions), a state, organ, place or office-holder.

    Raises:
        QuestionError: nothing is called so.
    """
    world = treaties.world
    head, slash, _ = name.partition("/")
    if slash:
        instrument, clause = find_clause(world, name)
        versions = (
            tuple(p for p in instrument.provisions if p.article == clause.article) if "@" not in name else (clause,)
        )
        return instrument, versions
    hints = []
    for look in (treaties.instrument, treaties.place, treaties.official, treaties.state):
        try:
            found = look(head)
        except QuestionError as error:
            hints.append(error.hint)
            continue
        if isinstance(found, Instrument):
            return found, found.provisions
        if isinstance(found, Official):
            return found
        if found in world.records.places:
            return world.records.places[found]
        actor = found.partition("/")[0]
        return world.records.states.get(actor) or world.records.actors[actor]
    meant = next((hint for hint in hints if hint and hint.startswith("did you mean")), "see `foedera list instruments`")
    raise QuestionError(f"no instrument, state, place or office-holder is called '{name[:80]}'", meant)


def as_json(treaties: Treaties, found: Found, on: str | None) -> Any:
    """A record as JSON, with its status on a day if one is given."""
    if not isinstance(found, tuple):
        return jsonable.record(found)
    instrument, provisions = found
    value = jsonable.record(instrument)
    value["provisions"] = [jsonable.record(provision) for provision in provisions]
    if on:
        setting = quiet(treaties.world, parse_day(on))
        value["on"] = {
            "day": on,
            "in_force": jsonable.step(in_force(setting, instrument), "1"),
            "parties": {
                state: bound(setting, instrument, state).step.truth.word for state in _members(treaties, instrument)
            },
        }
    return value


def _members(treaties: Treaties, instrument: Instrument) -> list[str]:
    recorded = list(treaties.world.parties.get(instrument.id, ()))
    return list(
        dict.fromkeys([*recorded, *(heir for state in recorded for heir in treaties.world.heirs.get(state, ()))])
    )


def show(console: Console, treaties: Treaties, found: Found, on: str | None) -> None:
    """Print a record."""
    if isinstance(found, tuple):
        _instrument(console, treaties, *found, on=on)
    elif isinstance(found, Place):
        _place(console, treaties, found)
    elif isinstance(found, Official):
        _official(console, treaties, found)
    else:
        _plain(console, found)


def _field(console: Console, name: str, value: str) -> None:
    if value:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(min_width=12)
        grid.add_row(Text(name, style="bold"), Text(value))
        console.print(grid)


def _instrument(
    console: Console,
    treaties: Treaties,
    instrument: Instrument,
    provisions: tuple[Provision, ...],
    *,
    on: str | None,
) -> None:
    console.print(Text(instrument.title, style="bold"))
    _field(console, "id", f"{instrument.id} ({instrument.kind.replace('_', ' ')}, {instrument.binding})")
    for name, dated in (("signed", instrument.signed), ("in force", instrument.in_force), ("ended", instrument.ended)):
        if dated:
            how = f" ({dated.how})" if dated.how else ""
            _field(console, name, f"{dated.on}{how} [{words.plain(dated.confidence or instrument.confidence)}]")
            for reading in dated.readings:
                _field(console, "", f"reading {reading.on}: {reading.note or ''} [{', '.join(reading.sources)}]")
    if not instrument.in_force and instrument.binding != "political":
        _field(console, "in force", "no day of entry into force is on record")
    _parties(console, treaties, instrument, on)
    for label, names in (("supersedes", instrument.supersedes), ("yields to", instrument.yields_to)):
        _field(console, label, ", ".join(names))
    if on:
        console.print()
        _step_line(console, in_force(quiet(treaties.world, parse_day(on)), instrument))
    for provision in provisions:
        _clause(console, treaties, provision)
    if len(provisions) == len(instrument.provisions):
        _remarks(console, instrument)
    _sources(console, instrument, provisions)


def _parties(console: Console, treaties: Treaties, instrument: Instrument, on: str | None) -> None:
    if on:
        setting = quiet(treaties.world, parse_day(on))
        shown = [(state, bound(setting, instrument, state).step.truth) for state in _members(treaties, instrument)]
        firm = [treaties.world.name(state) for state, truth in shown if truth is Truth.TRUE]
        doubtful = [treaties.world.name(state) for state, truth in shown if truth is Truth.UNKNOWN]
        _field(console, "bound then", ", ".join(firm) or "none")
        _field(console, "doubtful", ", ".join(doubtful))
        return
    spells = []
    for party in instrument.parties:
        since = f" since {party.since}" if party.since else ""
        until = f" until {party.until}" if party.until else ""
        status = f" ({party.status})" if party.status != "party" else ""
        spells.append(f"{treaties.world.name(party.state)}{since}{until}{status}")
    _field(console, "parties", "; ".join(spells) or "every UN member, by the Charter")


def _clause(console: Console, treaties: Treaties, provision: Provision) -> None:
    console.print()
    heading = Text.assemble((provision.id, "bold cyan"), f"   {', '.join(provision.kind).replace('_', ' ')}")
    if provision.since or provision.until:
        heading.append(f"   (stands {provision.span})", style="dim")
    console.print(heading)
    lines = [provision.summary]
    lines += [f"when: {words.condition(treaties.world, provision.when)}"]
    for duty in provision.duties:
        axes = ", ".join(
            f"{axis} {value.replace('_', ' ')}"
            for axis in ("discretion", "extent", "effort", "decision", "timing", "request")
            if (value := getattr(duty, axis)) != "unknown"
        )
        lines.append(f"duty: {words.duty(treaties.world, duty)}{f' ({axes})' if axes else ''}")
    if provision.limits:
        lines.append(f"limits: {', '.join(provision.limits)}")
    lines.append(
        f"confidence: {words.plain(provision.confidence or 'not given')}; sources: {', '.join(provision.sources)}"
    )
    if provision.note:
        lines.append(f"note: {provision.note}")
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 4), expand=False))


def _remarks(console: Console, instrument: Instrument) -> None:
    parts: Iterable[tuple[str, Sequence[Any]]] = (
        ("Areas", instrument.areas),
        ("Final clauses", instrument.final_clauses),
        ("Practice", instrument.practice),
        ("Contested", instrument.contested),
    )
    for title, remarks in parts:
        if remarks:
            console.print()
            console.print(Text(title, style="bold"))
        for remark in remarks:
            article = getattr(remark, "article", None)
            day = getattr(remark, "on", None)
            lead = f"{article}: " if article else f"{day}: " if day else ""
            console.print(Padding(Text(f"{lead}{remark.summary}"), (0, 0, 0, 4), expand=False))


def _sources(console: Console, instrument: Instrument, provisions: tuple[Provision, ...]) -> None:
    named = dict.fromkeys(source for provision in provisions for source in provision.sources)
    shown = {
        name: ref
        for name, ref in (instrument.references or {}).items()
        if len(provisions) == len(instrument.provisions) or name in named
    }
    if shown:
        console.print()
        console.print(Text("Sources", style="bold"))
    for name, reference in shown.items():
        title = f"{reference.title}, " if reference.title else ""
        line = f"    {name} ({reference.type.replace('_', ' ')}): {title}{reference.url or reference.citation or ''}"
        console.print(Text(line), soft_wrap=True)


def _place(console: Console, treaties: Treaties, place: Place) -> None:
    name = treaties.world.name
    console.print(Text(place.name, style="bold"))
    _field(console, "id", place.id)
    _field(
        console,
        "regions",
        ", ".join(f"{region.replace('_', ' ')}: {extent}" for region, extent in (place.regions or {}).items()),
    )
    for label, spells in (("administered", place.administered_by), ("claimed", place.claimed_by)):
        for spell in spells:
            _field(
                console,
                label,
                f"{name(spell.state)} {spell.span} [{(spell.confidence or place.confidence).replace('_', ' ')}]",
            )
    for one in place.recognised:
        _field(console, "recognised", f"by {name(one.by)} as {name(one.recognised_as)} since {one.since}")
    _field(console, "note", place.note or "")
    _field(console, "sources", ", ".join(place.sources))


def _official(console: Console, treaties: Treaties, official: Official) -> None:
    name = treaties.world.name
    console.print(Text(official.name, style="bold"))
    _field(console, "id", official.id)
    _field(console, "also", ", ".join(official.aliases))
    for office in official.offices:
        confidence = (office.confidence or official.confidence).replace("_", " ")
        _field(console, "office", f"{office.office}, {name(office.state)}, {office.span} [{confidence}]")
    for instrument in official.signed:
        _field(console, "signed", f"{name(instrument)} ({instrument})")
    _field(console, "note", official.note or "")
    _field(console, "sources", ", ".join(official.sources))


def _plain(console: Console, found: Any) -> None:
    console.print(Text(found.name, style="bold"))
    for key, value in jsonable.record(found).items():
        if key not in {"name", "mark"}:
            _field(console, key.replace("_", " "), _inline(value))


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_inline, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_inline(item)}" for key, item in value.items())
    return str(value)


def _step_line(console: Console, step: Step) -> None:
    mark, style = MARKS[step.truth]
    console.print(Text.assemble((f"{mark:<5}", style), step.statement))


def standing(console: Console, treaties: Treaties, state: str, on: str, found: Sequence[Standing]) -> None:
    """Print what binds a state on a day; if it did not exist, that and which others did."""
    absent = absence(treaties.world, state, parse_day(on))
    if absent:
        console.print(Text(f"{absent}; nothing binds it then", style="bold"))
        if absent.hint:
            console.print(Text(absent.hint))
        return
    console.print(
        Text(
            f"{treaties.world.name(state)} on {on}: {len(found)} instruments bind, may bind or protect it",
            style="bold",
        )
    )
    for one in found:
        mark, style = MARKS[one.step.truth]
        console.print()
        console.print(
            Text.assemble(
                (f"{mark:<5}", style),
                (one.instrument.title, "bold"),
                f"   {one.instrument.id}",
                (f" ({one.instrument.binding})" if one.instrument.binding != "legal" else "", "dim"),
            )
        )
        if one.step.truth is not Truth.TRUE:
            console.print(
                Padding(
                    Text(next(iter(one.step.hinges()), one.step).statement, style="yellow"), (0, 0, 0, 5), expand=False
                )
            )
        for provision in one.owes:
            for duty in provision.duties:
                what, when = words.duty(treaties.world, duty), words.condition(treaties.world, provision.when)
                line = f"{provision.id.partition('/')[2]}: {what}, when {when}"
                console.print(Padding(Text(line), (0, 0, 0, 5), expand=False))
        if one.owed:
            console.print(
                Padding(
                    Text(f"protected by {', '.join(p.id.partition('/')[2] for p in one.owed)}", style="dim"),
                    (0, 0, 0, 5),
                )
            )


def comparison(console: Console, ids: list[str], features: list[Feature]) -> None:
    """Print clauses side by side; a feature in which they differ is marked."""
    table = Table(box=None, pad_edge=False, header_style="bold cyan")
    table.add_column("")
    table.add_column("feature", style="bold")
    for identifier in ids:
        table.add_column(identifier, overflow="fold")
    for row in features:
        table.add_row(
            Text("≠" if row.differs else "=", style="yellow" if row.differs else "dim"), row.name, *row.values
        )
    console.print(table)
