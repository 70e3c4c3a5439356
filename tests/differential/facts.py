"""Model records of a world and a question as facts for ``encoding.lp``.

Only the model is read here: nothing of ``foedera.law`` or ``foedera.engine``. Days become ``d(first,last)`` terms,
condition trees become numbered nodes, and ids become quoted strings. What a fact means is in the encoding.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from foedera.dates import Day
from foedera.model.conditions import Node
from foedera.model.instruments import Denunciation, Instrument, Provision, Renewal
from foedera.model.states import METROPOLITAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.events import Event
    from foedera.model.facts import Position
    from foedera.model.questions import Question
    from foedera.model.world import Corpus, World

_KNOWN = {"true": 1, "unknown": 0, "false": -1}
_SCALE = 1000
"""Numbers of attributes are written as integers of thousandths, because the solver has no others."""


def quote(text: str) -> str:
    """An id as a string term."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def day(value: Day | None) -> str:
    """A day as ``d(first,last)``, or ``none``."""
    return "none" if value is None else f"d({value.first},{value.last})"


class Facts:
    """Collects fact lines and numbers the nodes of condition trees."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._nodes = 0

    def add(self, name: str, *terms: str | int) -> None:
        """One fact, from terms already written."""
        self.lines.append(f"{name}({','.join(map(str, terms))})." if terms else f"{name}.")

    def tree(self, node: Node) -> int:
        """Flatten a condition tree; the number of its root."""
        self._nodes += 1
        number = self._nodes
        self.add("node", number, quote(node.name))
        for part in fields(node):  # type: ignore[arg-type]
            for value in _values(getattr(node, part.name)):
                self._field(number, part.name, value)
        return number

    def _field(self, number: int, key: str, value: Any) -> None:
        if isinstance(value, Node):
            self.add("child", number, self.tree(value))
        elif isinstance(value, Day):
            self.add("arg", number, key, day(value))
        else:
            self.add("arg", number, key, _scalar(value))

    def positions(self, subject: str, positions: Iterable[Position]) -> None:
        """Positions taken on a subject, a term."""
        for position in positions:
            self.add(
                "position", subject, quote(position.by), position.says, position.since.first, position.since.last,
                position.of,
            )  # fmt: skip


def _values(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(int(value * _SCALE))
    return quote(str(value))


def facts_of(world: World, question: Question) -> str:
    """The whole input of the encoding for one question."""
    facts = Facts()
    _states(facts, world.records)
    _places(facts, world.records)
    _doctrine(facts, world.records)
    _kinds(facts, world)
    left_out = frozenset(question.without)
    for instrument in world.records.instruments.values():
        _instrument(facts, instrument, left_out)
    for event in world.records.events.values():
        if event.id not in left_out:
            _event(facts, "rec", event, world)
    _question(facts, question, world)
    return "\n".join(facts.lines)


def _states(facts: Facts, records: Corpus) -> None:
    for state in records.states.values():
        ident = quote(state.id)
        facts.add("state", ident)
        facts.add("home_name", f"home({ident})", quote(f"{state.id}/{METROPOLITAN}"))
        for span in state.exists:
            facts.add("exists", ident, day(span.since), day(span.until))
        for name in state.classes:
            facts.add("class", ident, quote(f"class:{name}"))
        for region, extent in (state.regions or {}).items():
            facts.add("region", f"home({ident})", quote(region), _extent(extent))
        if state.continues:
            facts.add("continues", ident, quote(state.continues.state), day(state.continues.since))
        if state.statehood == "disputed":
            facts.add("disputed_state", ident)
        facts.positions(f"state({ident})", state.positions)
    for actor in records.actors.values():
        facts.add(actor.kind, quote(actor.id))
        for state_id in actor.attributed_to:
            facts.add("attributed", quote(actor.id), quote(state_id))
        if actor.attribution == "disputed":
            facts.add("disputed_organ", quote(actor.id))


def _extent(value: str | bool) -> str:
    return {"true": "whole", "false": "outside", "part": "part"}[str(value).lower()]


def _places(facts: Facts, records: Corpus) -> None:
    for place in records.places.values():
        ident = quote(place.id)
        facts.add("metropolitan", ident, "yes" if place.metropolitan else "no")
        for region, extent in (place.regions or {}).items():
            facts.add("region", ident, quote(region), _extent(extent))
        for number, spell in enumerate(place.administered_by):
            facts.add("administers", ident, number, quote(spell.state), day(spell.since), day(spell.until))
        for number, spell in enumerate(place.claimed_by):
            facts.add("claims", ident, number, quote(spell.state), day(spell.since), day(spell.until))
        for known in place.recognised:
            facts.add(
                "recognises", quote(known.by), ident, quote(known.recognised_as), known.since.first, known.since.last
            )
    for region in records.regions.values():
        for wider in region.within:
            facts.add("region_within", quote(region.id), quote(wider))


def _doctrine(facts: Facts, records: Corpus) -> None:
    rules = records.doctrine
    for scale, value in (rules["armed-attack"].values or {}).items():
        facts.add("gravity", quote(scale), _KNOWN[value])
    for charter in rules["un-membership"].refers:
        facts.add("un_charter", quote(charter))
    for rank in rules["supremacy"].ranks:
        facts.add("superior_kind", rank.kind)
    for reference in rules["article-51-reference"].refers:
        facts.add("refers51", quote(reference))
    for kind in rules["authorised-force"].kinds:
        facts.add("authorises", quote(kind))
    for organ in rules["authorised-force"].refers:
        facts.add("authoriser", quote(organ))
    for coverage in records.coverage.values():
        if coverage.subject == "parties" and coverage.instrument:
            _coverage(facts, coverage)
    for act in records.acts.values():
        _act(facts, act)


def _coverage(facts: Facts, coverage: Any) -> None:
    ident = quote(coverage.id)
    complete = "yes" if coverage.complete else "no"
    facts.add("coverage", ident, quote(coverage.instrument), complete, day(coverage.since), day(coverage.until))
    for state in coverage.states:
        facts.add("coverage_state", ident, quote(state))


def _act(facts: Facts, act: Any) -> None:
    ident = quote(act.id)
    facts.add("act", ident)
    if act.takes_side:
        facts.add("takes_side", ident)
    for included in act.includes:
        facts.add("includes", ident, quote(included))
    for kind in act.done_by:
        facts.add("done_by", ident, quote(kind))
    for number, deed in enumerate(act.deeds):
        facts.add("deed_kind", ident, number, quote(deed.type))
        facts.add("deed_actor", ident, number, quote(deed.actor))
        facts.add("deed_target", ident, number, quote(deed.target))
        if deed.on_behalf_of:
            facts.add("deed_behalf", ident, number, quote(deed.on_behalf_of))
        for key, value in (deed.attributes or {}).items():
            facts.add("deed_attribute", ident, number, quote(key), quote(value))


def _kinds(facts: Facts, world: World) -> None:
    for kind, wider in world.kind_closure.items():
        for each in wider:
            facts.add("kind_is", quote(kind), quote(each))
    for kind in world.records.event_kinds.values():
        if str(kind.symmetric).lower() == "true":
            facts.add("symmetric", quote(kind.id))


def _instrument(facts: Facts, instrument: Instrument, left_out: frozenset[str]) -> None:
    ident = quote(instrument.id)
    facts.add("instrument", ident, instrument.kind, instrument.binding)
    facts.add("party_word", quote(f"party:{instrument.id}"), ident)
    for name, dated in (("entry", instrument.in_force), ("signed", instrument.signed), ("ended", instrument.ended)):
        if dated:
            facts.add(name, ident, day(dated.on))
    facts.positions(f"binding({ident})", instrument.binding_positions)
    for number, party in enumerate(instrument.parties):
        facts.add("party", ident, number, quote(party.state), party.status, day(party.since), day(party.until))
        facts.positions(f"party({ident},{number})", party.positions)
    for number, suspension in enumerate(instrument.suspensions):
        _suspension(facts, ident, number, suspension)
    for number, area in enumerate(instrument.areas):
        root = facts.tree(area.when)
        facts.add("area", ident, quote(area.id), number, day(area.since), day(area.until), root)
    if instrument.ends_when is not None:
        facts.add("ends_when", ident, facts.tree(instrument.ends_when))
    for provision in () if instrument.id in left_out else instrument.provisions:
        if f"{instrument.id}/{provision.article}" not in left_out and provision.id not in left_out:
            _provision(facts, instrument, provision)


def _suspension(facts: Facts, ident: str, number: int, suspension: Any) -> None:
    facts.add(
        "suspension", ident, number, quote(suspension.obligor), quote(suspension.toward), day(suspension.since),
        day(suspension.until),
    )  # fmt: skip
    for article in suspension.provisions:
        facts.add("suspends", ident, number, quote(article))
    facts.positions(f"suspension({ident},{number})", suspension.positions)


def _provision(facts: Facts, instrument: Instrument, provision: Provision) -> None:
    ident = quote(provision.id)
    article = f"{instrument.id}/{provision.article}"
    facts.add("provision", ident, quote(instrument.id), quote(provision.article), quote(article))
    facts.add("stands", ident, day(provision.since), day(provision.until))
    facts.add("force", ident, provision.binding or instrument.binding)
    for kind in provision.kind:
        facts.add("provision_kind", ident, quote(kind))
    facts.add("reaches", ident, _KNOWN[provision.reaches_prior_attack])
    for who in provision.obligors:
        facts.add("obligor_named", ident, quote(who))
    for who in provision.beneficiaries:
        facts.add("beneficiary_named", ident, quote(who))
    for limit in provision.limits:
        facts.add("limit", ident, quote(limit))
    for number, duty in enumerate(provision.duties):
        facts.add("duty", ident, number, duty.modality, quote(duty.act), duty.request)
        if duty.to:
            facts.add("duty_to", ident, number, quote(duty.to))
    if provision.when is not None:
        facts.add("condition", ident, facts.tree(provision.when))


def _event(facts: Facts, wrapper: str, event: Event, world: World) -> None:
    term = f"{wrapper}({quote(event.id)})"
    kind = world.records.event_kinds[event.type]
    facts.add("event", term, quote(event.type), day(event.since), day(event.until))
    for role, members in event.roles.items():
        name = {kind.actor: "actor", kind.target: "target"}.get(role, role)
        for member in members:
            facts.add("member_of_role", term, quote(name), quote(member))
    for place in event.at:
        facts.add("at", term, _place(place))
    if event.target:
        facts.add("attacked", term, quote(event.target))
    for key, value in (event.attributes or {}).items():
        facts.add("attribute", term, quote(key), quote(value))
        for number in _number(value):
            facts.add("attribute_number", term, quote(key), number)
    for about in event.about:
        facts.add("about", term, quote(about))
    facts.positions(f"ev({term})", event.positions)


def _place(ident: str) -> str:
    state, slash, kind = ident.partition("/")
    return f"home({quote(state)})" if slash and kind == METROPOLITAN else quote(ident)


def _number(text: str) -> Iterator[int]:
    try:
        yield int(float(text) * _SCALE)
    except ValueError:
        return


def _question(facts: Facts, question: Question, world: World) -> None:
    facts.add("asked", day(question.on))
    if question.view:
        facts.add("view", quote(question.view))
    if question.short_form:
        facts.add("short_form")
    for atom, value in (question.assumptions or {}).items():
        name = "switched" if atom in question.switched else "supposed"
        facts.add(name, quote(atom), _KNOWN[value])
    for event in question.events:
        _event(facts, "stip", event, world)
        if event.type == "withdrawal_notice":
            _withdrawal(facts, event, world)


def _withdrawal(facts: Facts, event: Event, world: World) -> None:
    term = f"stip({quote(event.id)})"
    for ident in event.about:
        instrument = world.records.instruments.get(ident)
        if instrument is None:
            continue
        rule = instrument.denunciation
        ends_for = rule.ends_for if rule else "withdrawing"
        facts.add("notice", term, quote(ident), ends_for, _effect(instrument, event.since))


def _effect(instrument: Instrument, given: Day) -> str:
    rule, terms = instrument.denunciation, instrument.renewal
    if rule is not None and rule.excluded == "true":
        return "excluded"
    if terms is not None and terms.notice_months is not None:
        return _end_of_term(instrument, terms, given)
    if rule is None:
        return "silent"
    if rule.months is None and rule.days is None:
        return "silent"
    first, last = (_later(end, rule) for end in (given.first, given.last))
    if rule.earliest:
        first, last = max(first, rule.earliest.first), max(last, rule.earliest.last)
    return f"d({first},{last})"


def _end_of_term(instrument: Instrument, terms: Renewal, given: Day) -> str:
    begin = instrument.in_force
    if (
        begin is None
        or not begin.on.is_exact
        or not terms.initial_years
        or not terms.period_years
        or not given.is_exact
    ):
        return "silent"
    years = terms.initial_years
    notice = Denunciation(months=-(terms.notice_months or 0))
    while _later(end := _later(begin.on.first, Denunciation(months=12 * years)), notice) < given.first:
        years += terms.period_years
    return f"d({end},{end})"


def _later(ordinal: int, rule: Denunciation) -> int:
    start = dt.date.fromordinal(ordinal)
    index = start.year * 12 + start.month - 1 + (rule.months or 0)
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last)).toordinal() + (rule.days or 0)
