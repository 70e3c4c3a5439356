"""Claims that a clause rests on another text: the Charter, an article of it, national law, another instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.reader.checks.bench import leaf, listed, same_article, settled, silent
from foedera.reader.checks.clauses import afterword, article_of, is_wider, named, parts_of, quoted, standing
from foedera.reader.checks.together import together
from foedera.render.words import plain
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, Verdict

_LAW = frozenset({"domestic_law", "constitutional_processes"})
"""Limits that texts use for one another."""
_CHARTER = "un-charter"
_MENTIONS = {
    _CHARTER: re.compile(r"\bUN Charter\b|\bCharter of the United Nations\b|\bthe Charter\b|\bCharter article"),
    "domestic_law": re.compile(r"(?i)\b(?:own|national|domestic) laws?\b|\blaws of\b|\bconstitution"),
}
"""Words of a summary that name a text on which the clause rests."""


def subject_to(bench: Bench, claim: Claim) -> Verdict:
    """Whether the clause, or some clause of the instrument, names each text that it is said to rest on.

    A clause that is on record and names none contradicts the claim; for a whole instrument silence says nothing, save
    of a resolution whose basis is on record.
    """
    found = [_one(bench, claim, wanted) for wanted in claim.said.others]
    return together(found) if found else silent("The text does not name what the clause rests on.")


def _one(bench: Bench, claim: Claim, wanted: str) -> Verdict:
    about = claim.about[0]
    instrument = bench.world.records.instruments[about.partition("/")[0]]
    clauses = standing(bench, bench.provisions(about))
    limits = [(ref, p) for p in clauses for ref in p.limits if _meets(wanted, ref)]
    if limits:
        ref, clause = limits[0]
        note = f" (the record says {plain(ref)})" if ref != wanted and ref in _LAW else ""
        says = f"The record of {named(bench, clause.id.partition('@')[0])} names {_called(bench, wanted)}{note}."
        return settled(
            Truth.TRUE, says + afterword(bench, instrument), quoted(instrument, clause), negated=claim.negated
        )
    whole = (*instrument.under, *instrument.without_prejudice_to, *instrument.yields_to, *instrument.amends)
    if any(_meets(wanted, ref) for ref in whole):
        says = f"The record of {short(instrument)} names {_called(bench, wanted)}."
        step = leaf(instrument, Truth.TRUE, "{0} names {1}", short(instrument), wanted)
        return settled(Truth.TRUE, says + afterword(bench, instrument), step, negated=claim.negated)
    mentioned = next((part for part in _texts(bench, about, instrument) if _mentions(part, wanted)), None)
    if mentioned:
        says = f"The record of {named(bench, about)} mentions {_called(bench, wanted)}."
        return settled(Truth.TRUE, says, quoted(instrument, mentioned), negated=claim.negated)
    return _unnamed(bench, claim, wanted, instrument, clauses)


def _called(bench: Bench, wanted: str) -> str:
    return plain(wanted) if wanted in _LAW else bench.name(wanted)


def _meets(wanted: str, ref: str) -> bool:
    """Whether what the record names is what the text names: an article of it will do for the whole."""
    head, _, article = wanted.partition("/")
    known, _, part = ref.partition("/")
    if wanted == ref or {wanted, ref} <= _LAW:
        return True
    return head == known and (not article or (bool(part) and same_article(article, part)))


def _texts(bench: Bench, about: str, instrument: Instrument) -> tuple[Part, ...]:
    return parts_of(bench, about) if article_of(about) else (*instrument.provisions, *instrument.final_clauses)


def _mentions(part: Part, wanted: str) -> bool:
    head, _, article = wanted.partition("/")
    pattern = _MENTIONS.get("domestic_law" if wanted in _LAW else head)
    is_named = pattern is not None and pattern.search(part.summary) is not None
    return is_named and (not article or re.search(rf"\barticle {re.escape(article)}\b", part.summary) is not None)


def _unnamed(
    bench: Bench, claim: Claim, wanted: str, instrument: Instrument, clauses: tuple[Provision, ...]
) -> Verdict:
    about, name = claim.about[0], named(bench, claim.about[0])
    if wanted.startswith(_CHARTER) and instrument.under:
        bases = listed(bench.name(ref) for ref in instrument.under)
        says = f"By the record {short(instrument)} was adopted under {bases}, not {_called(bench, wanted)}."
        step = leaf(instrument, Truth.FALSE, "{0} was adopted under {1}", short(instrument), wanted)
        return settled(Truth.FALSE, says, step, negated=claim.negated)
    broader = next((p for p in clauses if wanted.partition("/")[0] in p.limits), None)
    if broader:
        says = f"The record of {name} names {bench.name(wanted.partition('/')[0])}, not the article."
        return settled(Truth.UNKNOWN, says, quoted(instrument, broader, Truth.UNKNOWN), negated=claim.negated)
    checked = [
        p for p in clauses if p.confidence in ("verified", "partly_verified") and not is_wider(p, article_of(about))
    ]
    if not article_of(about) or not checked or not (wanted in _LAW or wanted.startswith(_CHARTER)):
        return silent(f"The record of {name} does not name {_called(bench, wanted)}, and may be incomplete.")
    others = listed(dict.fromkeys(_called(bench, ref) for p in checked for ref in p.limits))
    says = f"The record of {name} does not name {_called(bench, wanted)}{f'; it names {others}' if others else ''}."
    step = quoted(instrument, checked[0], Truth.FALSE)
    return settled(Truth.FALSE, says + afterword(bench, instrument), step, negated=claim.negated)
