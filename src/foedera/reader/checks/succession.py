"""Claims that an instrument replaces or continues another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine.lookup import plain
from foedera.law.force import in_force, short
from foedera.reader.checks.bench import leaf, listed, settled, silent
from foedera.reader.checks.together import together
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim, Verdict

_FEW = 5


@dataclass(frozen=True, slots=True)
class _Two:
    """A newer and an older instrument, seen from a bench."""

    bench: Bench
    newer: Instrument
    older: Instrument

    @property
    def names(self) -> tuple[str, str]:
        return short(self.newer), short(self.older)

    @property
    def successors(self) -> tuple[Instrument, ...]:
        """Instruments that replace the older one by the record."""
        known = self.bench.world.records.instruments.values()
        return tuple(one for one in known if self.older.id in one.supersedes)

    @property
    def middle(self) -> Instrument | None:
        """An instrument that replaced the older one and was itself replaced by the newer."""
        return next((one for one in self.successors if one.id in self.newer.supersedes), None)


def supersedes(bench: Bench, claim: Claim) -> Verdict:
    """Whether the newer instrument replaces (or continues) each older one that is named.

    By the record alone: its list of instruments replaced, their ends, what else replaced them. That a text continues
    the aims of earlier ones between the same parties is the speaker's view, so at most ``partly``.
    """
    newer = bench.world.records.instruments[claim.about[0].partition("/")[0]]
    found = []
    for identifier in claim.said.others:
        older = bench.instrument(identifier)
        if older is None:
            found.append(silent(f"The corpus has no instrument '{identifier}'."))
            continue
        truth, says = _judged(_Two(bench, newer, older), claim.said.word)
        if truth is None:
            found.append(silent(says))
            continue
        step = leaf(newer, truth, "{0} {1} {2}", short(newer), claim.said.word or "replaces", short(older))
        found.append(settled(truth, says, step, negated=claim.negated))
    return together(found) if found else _unlisted(bench, newer, claim)


def _unlisted(bench: Bench, newer: Instrument, claim: Claim) -> Verdict:
    """On an older instrument that the corpus lacks: contradicted if the record names what the newer one replaces.

    Only a proper name that is far from every name of those replaced, with no year of theirs, tells another instrument.
    """
    listing = [one for one in map(bench.instrument, newer.supersedes) if one is not None]
    if not listing or not _is_other(claim.said.quote, listing):
        return silent("The text does not name an older instrument that the corpus has.")
    says = f"By the record {short(newer)} replaces {listed(short(one) for one in listing)}."
    step = leaf(newer, Truth.FALSE, "{0} replaces {1}", short(newer), claim.said.quote)
    return settled(Truth.FALSE, says, step, negated=claim.negated)


def _is_other(name: str, listing: list[Instrument]) -> bool:
    """Whether a proper name has a word that no name of these has, and no year of theirs."""
    known = " ".join(plain(words) for one in listing for words in (one.title, *one.aliases)).split()
    heads = {word[:_HEAD] for word in known}
    years = {word for one in listing if one.signed for word in re.findall(r"\d{4}", str(one.signed.on))}
    own = [word for part in _PROPER.findall(name) for word in plain(part).split() if word not in _FORMS]
    is_dated = not years.isdisjoint(re.findall(r"\d{4}", name))
    return not is_dated and any(word[:_HEAD] not in heads for word in own)


_HEAD = 4
_PROPER = re.compile(r"[A-Z][\w’'-]{2,}")
_FORMS = frozenset(
    "the treaty pact agreement accord convention charter protocol declaration memorandum arrangement entente".split()
)


def _judged(two: _Two, word: str) -> tuple[Truth | None, str]:
    """The truth, or None where the record says nothing, and what the record says."""
    newer, older = two.names
    if two.older.id in two.newer.supersedes:
        return Truth.TRUE, f"By the record {newer} replaces {older}."
    if two.newer.id in two.older.supersedes:
        return Truth.FALSE, f"By the record it is {older} that replaces {newer}."
    if two.middle:
        truth = Truth.TRUE if word == "continues" else Truth.UNKNOWN
        return truth, f"By the record {newer} replaces {short(two.middle)}, which replaced {older}."
    return _continued(two) if word == "continues" else _replaced(two)


def _replaced(two: _Two) -> tuple[Truth | None, str]:
    newer, older = two.names
    ended, signed = two.older.ended, two.newer.signed
    if two.successors:
        others = listed(short(one) for one in two.successors)
        return Truth.FALSE, f"By the record {older} was replaced by {others}, not by {newer}."
    if two.older.id in two.newer.amends:
        return Truth.FALSE, f"By the record {newer} amends {older} and does not replace it."
    if ended and signed and ended.on.before(signed.on) is Truth.TRUE:
        return Truth.FALSE, f"By the record {older} had ended on {ended.on}, before {newer} was signed."
    if ended and not ended.on.is_exact and _same_parties(two):
        why = f": {ended.how.removeprefix('disputed: ').removeprefix('not settled: ')}" if ended.how else ""
        return (
            Truth.UNKNOWN,
            f"The record does not list {older} as replaced by {newer}, and its end is not settled{why}.",
        )
    if in_force(two.bench.setting, two.older).truth is Truth.TRUE:
        return Truth.FALSE, f"By the record {older} is still in force."
    if two.newer.supersedes:
        others = two.bench.names(two.newer.supersedes)
        return Truth.FALSE, f"By the record {newer} replaces {others}, not {older}."
    return None, f"The record does not say that {newer} replaces {older}."


def _continued(two: _Two) -> tuple[Truth | None, str]:
    newer, older = two.names
    if two.older.id in two.newer.amends:
        return Truth.TRUE, f"By the record {newer} amends {older}."
    if not two.newer.parties or not two.older.parties:
        return None, f"The record does not link {newer} with {older}."
    if two.older.signed and two.newer.signed and two.newer.signed.on.before(two.older.signed.on) is Truth.TRUE:
        return Truth.FALSE, f"By the record {older} is the later of the two."
    if not _same_parties(two):
        states = list(dict.fromkeys(party.state for party in two.older.parties))
        parties = f"is between {two.bench.names(states)}" if len(states) <= _FEW else "has other parties"
        return Truth.FALSE, f"By the record {older} {parties}."
    return Truth.UNKNOWN, (
        f"By the record {older} is an earlier text between the same parties{_fate(two)}; "
        f"that {newer} continues its aims is the speaker's view."
    )


def _same_parties(two: _Two) -> bool:
    """Whether every party of the newer instrument, or a state that it continues, is a party of the older."""
    states = {party.state for party in two.newer.parties}
    return all(two.bench.party_records(two.older, state) for state in states)


def _fate(two: _Two) -> str:
    ended = two.older.ended
    if two.successors:
        return f", replaced by {listed(short(one) for one in two.successors)}"
    if ended is None:
        return ""
    return f", ended on {ended.on}" if ended.on.is_exact else ", whose end is not settled"
