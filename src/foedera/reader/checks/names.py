"""Claims about names: where it was signed, by whom, and what it is called."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.engine.lookup import plain
from foedera.law.force import short
from foedera.model.answers import Step
from foedera.reader.checks.bench import hedged, leaf, listed, settled, silent
from foedera.reader.checks.dates import when
from foedera.reader.checks.membership import Part, Seat
from foedera.reader.checks.parties import judged, party_to
from foedera.reader.offices import agree, offices_in
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.facts import Confidence
    from foedera.model.instruments import Instrument
    from foedera.model.officials import Official
    from foedera.model.world import World
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Verdict

_WORD = r"[A-Z][\w'\u2019-]*"
_NAME = rf"{_WORD}(?:(?: de| la)? {_WORD})*"
_AT = re.compile(rf"\bat ({_NAME}(?:(?:, | and ){_NAME})*)")
_ASIDE = re.compile(r"\([^)]*\)")
_RESPELT = {
    "peking": "beijing",
    "pekin": "beijing",
    "kiev": "kyiv",
    "aix la chapelle": "aachen",
    "st petersburg": "saint petersburg",
    "rio": "rio de janeiro",
    "washington d c": "washington",
    "washington dc": "washington",
    "ulan bator": "ulaanbaatar",
}
_HEADS = re.compile(r"\b(?:president|premier|prime|heads?|leaders?|chairman|chancellor|king|prince)", re.IGNORECASE)
_MINISTERS = re.compile(r"\bministers?\b", re.IGNORECASE)
_OTHER = 60
_FORMS = frozenset(
    """a an the of on for and to in with between among as its treaty pact agreement accord convention charter protocol
    declaration memorandum arrangement""".split()
)
"""Words of a title that do not tell one instrument from another."""


def signed_at(bench: Bench, claim: Claim) -> Verdict:
    """Whether it was signed at that place: by the record of the signature, else by a place in its title."""
    instrument = bench.instrument(claim.about[0])
    if instrument is None or not claim.said.place:
        return silent("No place is named.")
    how = (instrument.signed.how if instrument.signed else None) or ""
    wanted, main = _spelt(bench, claim.said.place), _ASIDE.sub("", how)
    places = [place for found in _AT.findall(main) for place in re.split(r", | and ", found)]
    if not places:
        return _in_words(bench, instrument, claim, main)
    truth = Truth.of(any(wanted & _spelt(bench, place) for place in places))
    says = f"The record says that it was signed at {listed(places)}."
    if truth is Truth.FALSE and _reported(wanted, how):
        truth, says = Truth.UNKNOWN, f"The record says: {how}."
    step = leaf(
        instrument, truth, "it was signed at {0} (on record: {1})", claim.said.place, how, sources=_cites(instrument)
    )
    memory = "memory" if "place is from memory" in how else _confidence(instrument)
    return hedged(settled(truth, says, step, negated=claim.negated), memory)


def _cites(instrument: Instrument) -> tuple[str, ...]:
    return instrument.signed.sources if instrument.signed else ()


def _confidence(instrument: Instrument) -> Confidence:
    return (instrument.signed.confidence if instrument.signed else None) or instrument.confidence


def _spelt(bench: Bench, place: str) -> set[str]:
    """The names of a place, plain: as given, as it is spelt elsewhere, and its other names on record."""
    name = plain(re.sub(r",? D\.?C\.?$", "", place).removeprefix("the "))
    found = {name, _RESPELT.get(name, name)}
    for names in _places(bench.world):
        found |= names if found & names else set()
    return found


@lru_cache(maxsize=4)
def _places(world: World) -> tuple[frozenset[str], ...]:
    """The names of each place on record, plain."""
    records = world.records.places.values()
    return tuple(frozenset(plain(name) for name in (*one.name.split(" / "), *one.aliases)) for one in records)


def _reported(wanted: set[str], how: str) -> bool:
    """Whether an aside of the record says that some source has this place."""
    return any("report" in aside and any(one in plain(aside) for one in wanted) for aside in _ASIDE.findall(how))


def _in_words(bench: Bench, instrument: Instrument, claim: Claim, how: str) -> Verdict:
    """Without a place of signature on record: a place in what is said of the signature, or in a title."""
    wanted = _spelt(bench, claim.said.place or "")
    for text in (how, instrument.title, *instrument.aliases):
        if any(re.search(rf"\b{re.escape(one)}\b", plain(text)) for one in wanted):
            step = leaf(instrument, Truth.TRUE, "the record names {0}: {1}", claim.said.place or "", text)
            return settled(Truth.TRUE, f"The record says: {text}.", step, negated=claim.negated)
    return silent("The record does not say where it was signed.")


def signed_by(bench: Bench, claim: Claim) -> Verdict:
    """Whether these office-holders signed it, by name or by office; of states, whether they did."""
    instrument = bench.instrument(claim.about[0])
    if instrument is not None and claim.said.quote:
        return judged([_offices(instrument, claim.said.quote)], negated=claim.negated)
    if instrument is None or not claim.said.persons:
        return party_to(bench, replace(claim, said=replace(claim.said, word="signatory")))
    known = bench.world.records.officials
    parts = [_signer(bench, instrument, known.get(one)) for one in claim.said.persons]
    return judged(parts, negated=claim.negated)


def _offices(instrument: Instrument, said: str) -> Part:
    """The offices that the text names, against those in the record of the signature."""
    how = (instrument.signed.how or "") if instrument.signed else ""
    wanted, recorded = offices_in(said), offices_in(how)
    if not wanted or not recorded:
        return _unknown(instrument, "The record does not say in what offices it was signed.")
    truth = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}[agree(wanted, recorded)]
    says = f"The record says of the signature: {how}."
    sources = instrument.signed.sources if instrument.signed else ()
    step = leaf(instrument, truth, "signed {0}", how, sources=sources)
    return Part(truth, says, step, memory=bool(instrument.signed and instrument.signed.confidence == "memory"))


def _signer(bench: Bench, instrument: Instrument, official: Official | None) -> Part:
    if official is None:
        return _unknown(instrument, "The record does not know the one who is said to have signed it.")
    if instrument.id in official.signed:
        return _part(instrument, Truth.TRUE, f"The record has {official.name} among those who signed it.", official)
    others = [
        one for one in bench.world.records.officials.values() if _signed_instead(bench, instrument, one, official)
    ]
    if others:
        says = f"The record says that {listed(one.name for one in others)} signed it, not {official.name}."
        return _part(instrument, Truth.FALSE, says, others[0])
    why = _could_not(bench, instrument, official)
    if why:
        return _part(instrument, Truth.FALSE, why, official)
    return _unknown(instrument, f"The record does not say that {official.name} signed it.")


def _unknown(instrument: Instrument, says: str) -> Part:
    return Part(Truth.UNKNOWN, says, leaf(instrument, Truth.UNKNOWN, "{0}", says), silent=True)


def _part(instrument: Instrument, truth: Truth, says: str, official: Official) -> Part:
    step = Step(truth, "{0}: {1}", (short(instrument), says), (), official.sources, official.mark, "", official.id)
    return Part(truth, says, step, memory=official.confidence == "memory")


def _signed_instead(bench: Bench, instrument: Instrument, other: Official, official: Official) -> bool:
    """Whether another official of the same state, or of one that it continues, is on record as a signer."""
    return instrument.id in other.signed and bool(_states(bench, other) & _states(bench, official))


def _states(bench: Bench, official: Official) -> set[str]:
    own = {office.state for office in official.offices}
    records = (bench.world.records.states.get(one) for one in own)
    return own | {one.continues.state for one in records if one and one.continues}


def _could_not(bench: Bench, instrument: Instrument, official: Official) -> str:
    """Why the official cannot have signed, by the offices and parties on record; empty if nothing stands against it."""
    if instrument.parties and bench.lists_all(instrument) and not _of_party(bench, instrument, official):
        states = bench.names(dict.fromkeys(office.state for office in official.offices))
        return f"{official.name} held office in {states}, which is not among its parties."
    signed = instrument.signed
    if signed is None or not official.offices:
        return ""
    held = [one for one in official.offices if one.span.contains(signed.on) is not Truth.FALSE]
    if not held:
        return f"It was signed {when(signed.on)}; {official.name} is on record in no office on that day."
    how = signed.how or ""
    ministers = _MINISTERS.search(how) and not _HEADS.search(how)
    if ministers and all(_HEADS.search(one.office) for one in held):
        return f"The record says: signed {when(signed.on)} {how}."
    return ""


def _of_party(bench: Bench, instrument: Instrument, official: Official) -> bool:
    return any(Seat(bench, instrument, office.state).records for office in official.offices)


def titled(bench: Bench, claim: Claim) -> Verdict:
    """Whether it is called so: all words of the name in one of its titles, few of them, or something between."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - an extra, needed for this kind of claim only

    instrument, quote = bench.instrument(claim.about[0]), plain(claim.said.quote)
    if instrument is None or not quote:
        return silent("No name is given.")
    names = (instrument.title, *instrument.aliases)
    best = max(token_set_ratio(quote, plain(name)) for name in names)
    within = any(set(quote.split()) <= set(plain(name).split()) for name in names)
    known = {word for name in names for word in plain(name).split()}
    is_strange = known.isdisjoint(set(quote.split()) - _FORMS)
    truth = Truth.TRUE if within else Truth.FALSE if is_strange or best < _OTHER else Truth.UNKNOWN
    says = f"The title on record is '{instrument.title}'."
    step = leaf(instrument, truth, "it is called '{0}' (on record: {1})", claim.said.quote, "; ".join(names))
    return hedged(settled(truth, says, step, negated=claim.negated), instrument.confidence)
