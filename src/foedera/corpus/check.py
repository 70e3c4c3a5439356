"""The linter: references, chronology, provisions and sources of a decoded corpus."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from foedera.corpus.bounds import in_order, on_globe, on_map
from foedera.corpus.officials import shared_names, signed_out_of_office
from foedera.corpus.pinpoint import Misnamed
from foedera.corpus.references import References
from foedera.model import conditions as c
from foedera.problems import Problem
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.instruments import Instrument, Provision
    from foedera.model.questions import Case
    from foedera.model.world import Corpus

REQUIRED_RULES = (
    "short-form", "un-membership", "armed-attack", "article-51-reference", "non-state-attack", "authorised-force",
    "supremacy", "later-treaty", "subject-to-clause", "different-parties",
)  # fmt: skip
"""Doctrine rules that the engine reads."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_METHODS = {"EventKind": "event_kind", "Actor": "organ_or_group"}


def check_corpus(corpus: Corpus, cases: tuple[Case, ...] = (), lender: Corpus | None = None) -> tuple[Problem, ...]:
    """All problems of a corpus that one record alone does not show.

    ``lender`` is the corpus that lends what this one lacks; lent doctrine cites the lender's instruments.
    """
    checker = _Checker(corpus, lender)
    found: list[Problem] = []
    for part in dataclasses.fields(corpus):
        for record in getattr(corpus, part.name).values():
            found += checker.record(record)
    found += shared_names(corpus)
    found += _numbers(corpus)
    found += checker.rules()
    for case in cases:
        found += checker.case(case)
    return tuple(sorted(found, key=place_of))


def place_of(problem: Problem) -> tuple[str, int, int, str]:
    """Where a problem stands in the order of files; those of the whole corpus come first."""
    mark = problem.mark
    return (mark.file, mark.line, mark.column, problem.code) if mark else ("", 0, 0, problem.code)


class _Checker:
    """Tests records one by one against the whole, with any instruments that a scenario supposes."""

    def __init__(self, corpus: Corpus, lender: Corpus | None, supposed: tuple[Instrument, ...] = ()) -> None:
        """Index the ids that references may name."""
        self.lender = lender
        self.lent = lender.doctrine if lender else {}
        more = {instrument.id: instrument for instrument in supposed}
        self.corpus = dataclasses.replace(corpus, instruments={**corpus.instruments, **more}) if more else corpus
        self.refs = References(self.corpus)

    def record(self, record: Any) -> Iterator[Problem]:
        """Problems of one record."""
        heading = str(getattr(record, "title", None) or getattr(record, "name", record.id))[:80]
        if not _ID.match(record.id):
            yield Problem(
                "E402",
                f"'{record.id}' is not an id: use letters, digits, dashes and underscores",
                record.mark,
                heading=heading,
            )
        kind = type(record).__name__
        method = getattr(self, f"_{_METHODS.get(kind, kind.lower())}", None)
        for problem in (*self.refs.sources(record, record), *(method(record) if method else ())):
            yield dataclasses.replace(problem, heading=heading, mark=problem.mark or record.mark)

    def _state(self, state: Any) -> Iterator[Problem]:
        yield from self._regions(state.regions or ())
        for span in state.exists:
            yield from in_order(span.since, span.until, "the state")
        if not state.exists:
            yield Problem("E404", "the state has no span of existence")
        if state.continues:
            yield from self.refs.known(state.continues.state, self.corpus.states, "E204", "state")
        for other in state.successor_of:
            yield from self.refs.known(other, self.corpus.states, "E204", "state")
        for position in state.positions:
            if position.of != "statehood":
                hint = "write of: statehood"
                yield Problem(
                    "E409", f"the position of {position.by} on a state must be about its statehood", hint=hint
                )
        if state.statehood == "disputed" and not state.positions:
            yield Problem("W205", "statehood is disputed and no position is recorded")
        if state.on_map:
            yield from on_map(state.on_map)

    def _organ_or_group(self, actor: Any) -> Iterator[Problem]:
        for state in actor.attributed_to:
            yield from self.refs.known(state, self.corpus.states, "E204", "state")

    def _official(self, official: Any) -> Iterator[Problem]:
        for office in official.offices:
            yield from self.refs.actor(office.state)
            yield from in_order(office.since, office.until, f"the office of {office.office}")
        for name in official.signed:
            yield from self.refs.known(name, self.corpus.instruments, "E202", "instrument")
        for key in ("offices", "signed"):
            if not getattr(official, key):
                yield Problem("E404", f"the office-holder has no '{key}'")
        yield from signed_out_of_office(official, self.corpus)

    def _region(self, region: Any) -> Iterator[Problem]:
        yield from self._regions(region.within)

    def _regions(self, names: Iterable[str]) -> Iterator[Problem]:
        for name in names:
            yield from self.refs.known(name, self.refs.regions, "E206", "region")

    def _place(self, place: Any) -> Iterator[Problem]:
        yield from self._regions(place.regions or ())
        for spell in (*place.administered_by, *place.claimed_by):
            yield from self.refs.actor(spell.state)
            yield from in_order(spell.since, spell.until, f"the spell of {spell.state}")
        for recognition in place.recognised:
            yield from self.refs.actor(recognition.by)
            yield from self.refs.actor(recognition.recognised_as)
        yield from on_globe(place.point)

    def _event(self, event: Any) -> Iterator[Problem]:
        yield from self.refs.known(event.type, self.corpus.event_kinds, "E203", "kind of event")
        kind = self.corpus.event_kinds.get(event.type)
        for role in (kind.actor, kind.target) if kind else ():
            if role not in event.roles:
                yield Problem("E404", f"an event of the kind {event.type} needs the role '{role}'")
        for actors in event.roles.values():
            for actor in actors:
                yield from self.refs.actor(actor)
        for place in event.at:
            yield from self.refs.known(place, self.refs.places, "E206", "place")
        for name in event.about:
            yield from self.refs.reference(name)
        yield from in_order(event.since, event.until, "the event")

    def _event_kind(self, kind: Any) -> Iterator[Problem]:
        yield from _gaps(kind.says, ("actor", "target"), "says")
        if kind.is_a:
            yield from self.refs.known(kind.is_a, self.corpus.event_kinds, "E203", "kind of event")

    def _act(self, act: Any) -> Iterator[Problem]:
        yield from _gaps(act.label, ("to", "against"), "label")
        for other in act.includes:
            yield from self.refs.known(other, self.corpus.acts, "E207", "act")
        for deed in act.deeds:
            yield from self.refs.known(deed.type, self.corpus.event_kinds, "E203", "kind of event")

    def _doctrine(self, rule: Any) -> Iterator[Problem]:
        if self.lent.get(rule.id) is rule:
            return
        for cite in rule.cites:
            if cite.startswith("docs:") or cite in self.corpus.sources:
                continue
            yield from self.refs.reference(cite)
        for rank in rule.ranks:
            yield from self.refs.reference(rank.rule)

    def _coverage(self, record: Any) -> Iterator[Problem]:
        if record.instrument:
            yield from self.refs.known(record.instrument, self.corpus.instruments, "E202", "instrument")
        for state in record.states:
            yield from self.refs.actor(state)

    def _instrument(self, instrument: Instrument) -> Iterator[Problem]:
        yield from self._relations(instrument)
        yield from self._days(instrument)
        yield from self._parties(instrument)
        yield from _twice(instrument)
        for provision in instrument.provisions:
            for problem in self._provision(instrument, provision):
                yield dataclasses.replace(problem, mark=problem.mark or provision.mark)
        for area in instrument.areas:
            yield from self._tree(area.when, instrument)

    def _relations(self, instrument: Instrument) -> Iterator[Problem]:
        for other in (
            *instrument.supersedes,
            *instrument.amends,
            *instrument.yields_to,
            *instrument.without_prejudice_to,
            *instrument.under,
        ):
            yield from self.refs.reference(other)
        if instrument.adopted_by:
            yield from self.refs.actor(instrument.adopted_by)
        for suspension in instrument.suspensions:
            yield from self.refs.who(suspension.obligor)
            yield from self.refs.who(suspension.toward)
            yield from in_order(suspension.since, suspension.until, "the suspension")
            for article in suspension.provisions:
                if article not in {p.article for p in instrument.provisions}:
                    yield Problem("E202", f"the suspension names article '{article}', which is not a provision")
        for reservation in instrument.reservations:
            yield from self.refs.actor(reservation.state)

    def _days(self, instrument: Instrument) -> Iterator[Problem]:
        signed, begun, ended = instrument.signed, instrument.in_force, instrument.ended
        if signed and begun and begun.on.before(signed.on) is Truth.TRUE:
            yield Problem("E302", f"it enters into force on {begun.on}, before it is signed on {signed.on}")
        if begun and ended and ended.on.before(begun.on) is Truth.TRUE:
            yield Problem("E302", f"it ends on {ended.on}, before it enters into force on {begun.on}")
        if not signed and not begun:
            yield Problem("W301", "neither a day of signature nor of entry into force is given")

    def _parties(self, instrument: Instrument) -> Iterator[Problem]:
        begun = instrument.in_force
        spells: dict[str, list[Any]] = {}
        for party in instrument.parties:
            yield from self.refs.actor(party.state)
            yield from in_order(party.since, party.until, f"the membership of {party.state}")
            if party.since and begun and party.since.before(begun.on) is Truth.TRUE and party.status == "party":
                yield Problem(
                    "W302",
                    f"{party.state} is bound from {party.since}, before entry into force on {begun.on}",
                )
            spells.setdefault(party.state, []).append(party)
        for state, records in spells.items():
            for one, other in pairwise(records):
                if one.until is None or (other.since and other.since.before(one.until) is Truth.TRUE):
                    yield Problem(
                        "E303",
                        f"two memberships of {state} overlap",
                        hint="end the first before the second begins",
                    )

    def _provision(self, instrument: Instrument, provision: Provision) -> Iterator[Problem]:
        for who in (*provision.obligors, *provision.beneficiaries):
            yield from self.refs.who(who)
        for limit in provision.limits:
            yield from self.refs.reference(limit)
        if not provision.duties and not set(provision.kind) & {"rule", "cooperation"}:
            yield Problem("W401", f"the provision {provision.id} has no duty and is not a rule")
        for duty in provision.duties:
            yield from self._duty(duty, provision)
        if provision.when is not None:
            yield from self._tree(provision.when, instrument)
        yield from in_order(provision.since, provision.until, "this version of the clause")

    def _duty(self, duty: Any, provision: Provision) -> Iterator[Problem]:
        named = [word for word in (duty.must, duty.may, duty.must_not, duty.should) if word]
        if len(named) != 1:
            yield Problem(
                "E408",
                f"a duty of {provision.id} must name its act under exactly one of must, may, must_not, should",
            )
        for act in named:
            yield from self.refs.known(act, self.corpus.acts, "E207", "act")
        for who in (duty.who, duty.to, duty.against):
            if who:
                yield from self.refs.who(who)

    def _tree(self, node: c.Node, instrument: Instrument) -> Iterator[Problem]:
        for part in c.nodes(node):
            for name in (
                "on",
                "by",
                "to",
                "of",
                "toward",
                "about",
                "territory_of",
                "administered_by",
                "party",
            ):
                who = getattr(part, name, None)
                if isinstance(who, str) and not isinstance(part, c.Unknown):
                    yield from self.refs.who(who)
            yield from self._node(part, instrument)

    def _node(self, node: c.Node, instrument: Instrument) -> Iterator[Problem]:
        kinds = node.kind if isinstance(node, c.Act | c.OrganAct) else (node.kind,) if isinstance(node, c.After) else ()
        for kind in kinds:
            yield from self.refs.known(kind, self.corpus.event_kinds, "E203", "kind of event")
        if isinstance(node, c.OrganAct):
            yield from self.refs.actor(node.organ)
        elif isinstance(node, c.AdversaryIs):
            for who in node.one_of:
                yield from self.refs.who(who)
        elif isinstance(node, c.InForce):
            yield from self.refs.known(node.instrument, self.corpus.instruments, "E202", "instrument")
        elif isinstance(node, c.InDefinedArea):
            areas = {area.id for area in instrument.areas}
            yield from self.refs.known(node.area, areas, "E206", "area of this instrument")
        elif isinstance(node, c.InArea):
            yield from self._area(node)

    def _area(self, node: c.InArea) -> Iterator[Problem]:
        for place in node.places or ():
            yield from self.refs.known(place, self.refs.places, "E206", "place")
        yield from self._regions(node.regions or ())
        if all(getattr(node, field.name) is None for field in dataclasses.fields(node)):
            yield Problem("E404", "attack_in_area says nothing about where")

    def case(self, case: Case) -> Iterator[Problem]:
        """Problems of one case's references."""
        supposed = case.scenario.instruments if case.scenario else ()
        for instrument in supposed:
            yield from _Checker(self.corpus, self.lender, supposed).record(instrument)
        checker = _Checker(self.corpus, self.lender, supposed) if supposed else self
        for problem in checker._case(case):  # noqa: SLF001 - the same class
            yield dataclasses.replace(problem, heading=case.title, mark=case.mark)

    def _case(self, case: Case) -> Iterator[Problem]:
        if (case.ask is None) == (case.scenario is None):
            yield Problem("E404", "a case gives either 'ask' or 'scenario'")
        if not case.expect:
            yield Problem("E404", "a case expects nothing: give at least one finding under 'expect'")
        names = [e.provision for e in case.expect] + [name for x in case.conflicts for name in x.between]
        for name in names:
            if name:
                yield from self.refs.reference(name)
        for source in case.sources:
            yield from self.refs.known(source, self.corpus.sources, "E501", "source")

    def rules(self) -> Iterator[Problem]:
        """The doctrine that the engine reads must be there."""
        for rule in REQUIRED_RULES:
            if rule not in self.corpus.doctrine:
                yield Problem("E209", f"the doctrine rule '{rule}' is missing", hint="the engine reads it")
        refers = self.corpus.doctrine.get("un-membership")
        if refers and (len(refers.refers) != 1 or refers.refers[0] not in self.corpus.instruments):
            yield Problem(
                "W209",
                "the instrument of UN membership is not in this corpus: 'un_member' is then UNKNOWN",
                None if self.lent.get(refers.id) is refers else refers.mark,
            )


def _twice(instrument: Instrument) -> Iterator[Problem]:
    seen: set[str] = set()
    for provision in instrument.provisions:
        if provision.id in seen:
            hint = "give versions of one article a 'version' each"
            yield Problem("E201", f"the provision '{provision.id}' is given twice", provision.mark, hint=hint)
        seen.add(provision.id)


def _numbers(corpus: Corpus) -> Iterator[Problem]:
    """An ATOP number says that two layers speak of the same instrument, so it belongs to one."""
    seen: dict[int, Instrument] = {}
    for instrument in corpus.instruments.values():
        if instrument.atop_id is None:
            continue
        first = seen.setdefault(instrument.atop_id, instrument)
        if first is not instrument:
            where = f" ({first.mark.file}:{first.mark.line})" if first.mark else ""
            yield Misnamed(
                "E210",
                f"the ATOP number {instrument.atop_id} is given to two instruments",
                instrument.mark,
                (f"it is also the number of {first.id}{where}",),
                "keep it where members and days agree",
                heading=instrument.title[:80],
                name=str(instrument.atop_id),
            )


def _gaps(sentence: str, names: tuple[str, str], key: str) -> Iterator[Problem]:
    """A sentence is filled in with names, so its gaps must be among them."""
    allowed = {f"{{{name}}}" for name in names}
    left = [gap for gap in re.findall(r"\{[^{}]*\}|[{}]", sentence) if gap not in allowed]
    if left:
        yield Problem("E410", f"'{key}' has '{left[0]}', where only {' and '.join(sorted(allowed))} are filled in")
