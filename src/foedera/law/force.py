"""In force and bound: whether an instrument operates on a day, for whom, between whom.

Sources: VCLT articles 11-18, 24, 25 (provisional application), 42, 54-60, 65, 70; continuity of states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.dates import Day, Span
from foedera.law.facts import opinion
from foedera.law.notices import notice_takes_effect
from foedera.law.setting import ANYONE
from foedera.model.answers import Dispute, Step, conjunction
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.setting import Setting
    from foedera.model.events import Event
    from foedera.model.facts import Dated
    from foedera.model.instruments import Instrument, Party


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether an actor is bound, and from which day its present spell runs."""

    step: Step
    since: Day | None = None


def in_force(setting: Setting, instrument: Instrument) -> Step:
    """Whether the instrument is in force on the day asked."""
    key = ("in_force", instrument.id)
    step: Step | None = setting.memo.get(key)
    if step is None:
        step = setting.memo[key] = _in_force(setting, instrument)
    return step


def _in_force(setting: Setting, instrument: Instrument) -> Step:
    begun = _begun(setting, instrument)
    if begun.truth is Truth.FALSE:
        return begun
    parts = [begun]
    if instrument.ended:
        parts.append(_not_ended(setting, instrument, instrument.ended))
    if len(parts) == 1:
        return begun
    return conjunction("{0} is in force on {1}", tuple(parts), short(instrument), str(setting.day))


def start(instrument: Instrument) -> Dated | None:
    """Entry into force; a political text has effect from its adoption."""
    return instrument.in_force or (instrument.signed if instrument.binding == "political" else None)


def _begun(setting: Setting, instrument: Instrument) -> Step:
    begin, signed, day = start(instrument), instrument.signed, setting.day
    verb = _VERBS.get(instrument.kind) or ("in effect" if instrument.binding == "political" else "in force")
    if begin is None:
        truth = Truth.FALSE if signed and day.before(signed.on) is Truth.TRUE else Truth.UNKNOWN
        known = f"signed on {signed.on}, " if signed else ""
        says = "{0} is {1} on {2} ({3}no day of entry into force is on record)"
        return _leaf(
            truth,
            instrument,
            says,
            verb,
            str(day),
            known,
            atom="signed" if truth is Truth.FALSE else "in_force",
        )
    truth = begin.on.on_or_before(day)
    if truth is Truth.TRUE:
        return _leaf(truth, instrument, "{0} is {1} since {2}", verb, str(begin.on), dated=begin)
    if truth is Truth.FALSE and signed and signed.on.on_or_before(day) is Truth.TRUE:
        says = "{0} is {1} on {2} (signed on {3}, not in force until {4}; until then only VCLT article 18 applies)"
        return _leaf(truth, instrument, says, verb, str(day), str(signed.on), str(begin.on), dated=begin)
    says = "{0} is {1} on {2} (from {3})"
    return _leaf(
        truth,
        instrument,
        says,
        verb,
        str(day),
        str(begin.on),
        dated=begin,
        atom="signed" if truth is Truth.FALSE else "in_force",
    )


_VERBS = {"customary_law": "custom"}


def _not_ended(setting: Setting, instrument: Instrument, ended: Dated) -> Step:
    truth, day = setting.day.before(ended.on), str(setting.day)
    if truth is Truth.UNKNOWN:
        says = "{0} has not ended by {1} (its end is disputed or doubtful: {2}; for the readings see {3})"
        return _leaf(truth, instrument, says, day, str(ended.on), instrument.id, dated=ended, atom="ended")
    how = f": {ended.how}" if ended.how and truth is Truth.FALSE else ""
    return _leaf(
        truth,
        instrument,
        "{0} has not ended by {1} (end: {2}{3})",
        day,
        str(ended.on),
        how,
        dated=ended,
        atom="ended",
    )


def _leaf(
    truth: Truth,
    instrument: Instrument,
    says: str,
    *args: str,
    dated: Dated | None = None,
    atom: str = "in_force",
) -> Step:
    cites = dated.sources if dated and dated.sources else instrument.sources
    return Step(
        truth,
        says,
        (short(instrument), *args),
        (),
        cited(instrument, cites),
        instrument.mark,
        atom,
        instrument.id,
    )


def short(instrument: Instrument) -> str:
    """The name by which derivations call an instrument: its first alias, else its title."""
    return instrument.aliases[0] if instrument.aliases else instrument.title


def cited(instrument: Instrument, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Source ids in full: a source that is local to the instrument as ``<instrument>#<source>``."""
    local = instrument.references or {}
    return tuple(f"{instrument.id}#{source}" if source in local else source for source in sources)


def bound(setting: Setting, instrument: Instrument, actor: str) -> Bound:
    """Whether the actor is bound by the instrument on the day asked (membership only, not entry into force)."""
    key = ("bound", instrument.id, actor)
    found: Bound | None = setting.memo.get(key)
    if found is None:
        found = setting.memo[key] = _bound(setting, instrument, actor)
    return found


def _bound(setting: Setting, instrument: Instrument, actor: str) -> Bound:
    if actor == ANYONE:
        return Bound(Step(Truth.TRUE, "it binds every member of the group alike"))
    spells = _spells(setting, instrument, actor)
    if not spells:
        return Bound(_no_party(setting, instrument, actor))
    best = max(
        (_spell(setting, instrument, actor, party, span) for party, span in spells),
        key=lambda item: item.step.truth,
    )
    notice = _withdrawn(setting, instrument, actor)
    if notice is None:
        return best
    return Bound(
        conjunction("{0} is bound by {1}", (best.step, notice), setting.world.name(actor), short(instrument)),
        best.since,
    )


def _spells(setting: Setting, instrument: Instrument, actor: str) -> list[tuple[Party, Span]]:
    """Party records of the actor, of its organs, and of the states that it continues, each with its span."""
    begin = start(instrument)
    own = setting.world.parties.get(instrument.id, {})
    found: list[tuple[Party, Span]] = []
    current, since, seen = actor, None, {actor}
    while True:
        for one in (current, *setting.world.organs.get(current, ())):
            for party in own.get(one, ()):
                record = Span(party.since or (begin.on if begin else None), party.until)
                if since is None:
                    found.append((party, record))
                elif party.until is None or since.before(party.until) is not Truth.FALSE:
                    later = since if record.since is None or record.since.first <= since.first else record.since
                    found.append((party, Span(later, party.until)))
        state = setting.world.records.states.get(current)
        if state is None or state.continues is None or state.continues.state in seen:
            return found
        since = since or state.continues.since
        current = state.continues.state
        seen.add(current)


def _spell(setting: Setting, instrument: Instrument, actor: str, party: Party, span: Span) -> Bound:
    name, title = setting.world.name(actor), short(instrument)
    sources = cited(instrument, party.sources)
    if party.status == "signatory":
        says = "{0} is bound by {1} (it signed and never became bound)"
        step = Step(Truth.FALSE, says, (name, title), (), sources, instrument.mark)
        return Bound(step)
    begun = None if party.since is None and party.state == actor else span.since
    truth = min(Span(begun, span.until).contains(setting.day), _not_dissolved(setting, actor))
    truth = _as_viewed(setting, party, truth)
    word = "applies provisionally" if party.status == "provisional" else "is a party to"
    since = f" since {span.since}" if span.since else ""
    until = f" until {span.until}" if span.until else ""
    via = _via(setting, actor, party.state)
    says = "{0} {1} {2}{3}{4}{5}" if truth is Truth.TRUE else "on {6} {0} {1} {2} (on record{3}{4}{5})"
    args = (name, word, title, since, until, via, str(setting.day))
    step = Step(truth, says, args, (), sources, instrument.mark, "party", instrument.id)
    doubts = tuple(_doubts(setting, instrument, actor, party)) if truth is not Truth.FALSE else ()
    if doubts:
        step = conjunction("{0} is bound by {1}", (step, *doubts), name, title)
    return Bound(step, span.since)


def _as_viewed(setting: Setting, party: Party, truth: Truth) -> Truth:
    """A doubtful spell is settled by the view of one that takes a position on it."""
    held, dispute = opinion(setting, party.positions, "in_force")
    view = setting.question.view
    if truth is Truth.UNKNOWN and held is not None and view in (*dispute.asserted_by, *dispute.denied_by):
        return held
    return truth


def lone_denial(setting: Setting, held: Truth | None, dispute: Dispute, actor: str) -> Truth | None:
    """A state's own word alone does not free it: denied by itself only, its bond is UNKNOWN (VCLT 42, 65)."""
    own = {actor, *setting.world.organs.get(actor, ())}
    if held is Truth.FALSE and setting.question.view not in dispute.denied_by and set(dispute.denied_by) <= own:
        return Truth.UNKNOWN
    return held


def _via(setting: Setting, actor: str, recorded: str) -> str:
    if recorded == actor:
        return ""
    if recorded in setting.world.records.actors:
        return f", by its {setting.world.name(recorded)}"
    return f", continuing {setting.world.name(recorded)}"


def _doubts(setting: Setting, instrument: Instrument, actor: str, party: Party) -> Iterator[Step]:
    """Positions on the membership, and for a state an organ whose acts may or may not be its own."""
    name, title = setting.world.name(actor), short(instrument)
    held, dispute = opinion(setting, party.positions, "in_force")
    held = lone_denial(setting, held, dispute, actor)
    if held is not None and held is not Truth.TRUE:
        says = "{0} still takes part in {1} (disputed)"
        yield Step(held, says, (name, title), (), (), instrument.mark, "in_force", instrument.id, dispute)
    organ = setting.world.records.actors.get(party.state)
    if organ and organ.id != actor and organ.attribution == "disputed":
        says = "what binds {0} binds {1} as a state"
        yield Step(Truth.UNKNOWN, says, (organ.name, name), (), organ.sources, organ.mark, "attribution", organ.id)


def _not_dissolved(setting: Setting, actor: str) -> Truth:
    """A state that has ceased to exist is bound by nothing; one that exists later may already be a party."""
    state = setting.world.records.states.get(actor)
    if state is None or not state.exists:
        return Truth.TRUE
    return max(Truth.TRUE if span.until is None else setting.day.before(span.until) for span in state.exists)


def _no_party(setting: Setting, instrument: Instrument, actor: str) -> Step:
    name, title = setting.world.name(actor), short(instrument)
    gap = next(
        (
            record
            for record in setting.world.records.coverage.values()
            if record.subject == "parties" and record.instrument == instrument.id and not record.complete
        ),
        None,
    )
    if gap and actor in setting.world.records.states:
        says = "{0} is a party to {1} (the corpus does not list all its parties)"
        return Step(Truth.UNKNOWN, says, (name, title), (), (), gap.mark, "party", instrument.id)
    return Step(Truth.FALSE, "{0} is a party to {1}", (name, title), (), (), instrument.mark)


def _withdrawn(setting: Setting, instrument: Instrument, actor: str) -> Step | None:
    """The effect of a notice of withdrawal that the question stipulates."""
    for event in setting.question.events:
        if setting.is_kind(event.type, "withdrawal_notice") and instrument.id in event.about:
            if actor in setting.actors(event):
                return _notice(setting, instrument, event, actor)
            ends_all = instrument.denunciation and instrument.denunciation.ends_for == "all"
            if ends_all and any(_spells(setting, instrument, one) for one in setting.actors(event)):
                return _notice(setting, instrument, event, actor)
    return None


def _notice(setting: Setting, instrument: Instrument, event: Event, actor: str) -> Step:
    rule = instrument.denunciation
    name, title = setting.world.name(actor), short(instrument)
    cites = (f"{instrument.id}/{rule.article}",) if rule and rule.article else ("vclt-1969",)
    effect = notice_takes_effect(instrument, event.since)
    if effect is None:
        excluded = rule is not None and rule.excluded == "true"
        says = "{0} stays bound by {1} in spite of its notice (" + (
            "the text excludes a unilateral exit)"
            if excluded
            else "the text does not say when a notice takes effect; VCLT article 56 asks for twelve months)"
        )
        truth = Truth.TRUE if excluded else Truth.UNKNOWN
        return Step(truth, says, (name, title), (), cites, instrument.mark, "in_force", instrument.id)
    truth = setting.day.before(effect)
    says = "{0} is still bound by {1} (its notice of {2} takes effect on {3})"
    return Step(
        truth,
        says,
        (name, title, str(event.since), str(effect)),
        (),
        cites,
        instrument.mark,
        "in_force",
        instrument.id,
    )
