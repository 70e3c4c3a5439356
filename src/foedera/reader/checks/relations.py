"""Claims that a clause rests on another text: the Charter, an article of it, national law, another instrument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.engine.words import plain
from foedera.law.force import short
from foedera.reader.checks.bench import leaf, listed, same_article, settled, silent
from foedera.reader.checks.clauses import afterword, article_of, is_wider, named, parts_of, quoted, standing
from foedera.reader.checks.together import together
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, Verdict

_LAW = frozenset({"domestic_law", "constitutional_processes"})
"""Limits that texts use for one another."""
_CHARTER = "un-charter"
_WITH_DEFENCE = _LAW | {f"{_CHARTER}/51"}
"""Texts that a clause of defence names if the instrument names them at all."""
_LAW_NAMED = re.compile(r"(?i)\b(?:own|national|domestic) laws?\b|\blaws of\b|\bconstitution")
_CHARTER_NAMED = r"UN Charter|Charter of the United Nations|the Charter|Charter(?= article)"


def subject_to(bench: Bench, claim: Claim) -> Verdict:
    """Whether the clause, or some clause of the instrument, names each text that it is said to rest on.

    A clause that is on record and names none contradicts the claim. Of a whole instrument that goes for what a clause
    of defence would name, and for a resolution whose basis is on record; else silence says nothing.
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
    for part in _texts(bench, about, instrument):
        truth = _mentions(bench, part, wanted)
        if truth is Truth.UNKNOWN:
            continue
        says = f"The record of {named(bench, about)} mentions {_called(bench, wanted)}."
        if truth is Truth.FALSE:
            says = f"The record of {named(bench, about)} mentions another article of it, not {_called(bench, wanted)}."
        return settled(truth, says, quoted(instrument, part, truth), negated=claim.negated)
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


def _mentions(bench: Bench, part: Part, wanted: str) -> Truth:
    """Whether a summary names the text: FALSE if it names other articles of it only, UNKNOWN if it does not name it."""
    if wanted in _LAW:
        return Truth.TRUE if _LAW_NAMED.search(part.summary) else Truth.UNKNOWN
    head, _, article = wanted.partition("/")
    names = _names(bench, head)
    if not names or not re.search(rf"\b(?:{names})", part.summary):
        return Truth.UNKNOWN
    if not article:
        return Truth.TRUE
    pattern = rf"\b(?:{names}) article ([\w()]+)|\barticle ([\w()]+) of (?:the )?(?:{names})"
    found = [one or other for one, other in re.findall(pattern, part.summary)]
    if any(same_article(article, one) for one in found):
        return Truth.TRUE
    return Truth.FALSE if found and head != _CHARTER else Truth.UNKNOWN


def _names(bench: Bench, head: str) -> str:
    """The names by which a summary may call an instrument, as a pattern."""
    if head == _CHARTER:
        return _CHARTER_NAMED
    instrument = bench.instrument(head)
    known = (instrument.title, *instrument.aliases) if instrument else ()
    return "|".join(re.escape(name) for name in known if "article" not in name.casefold())


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
    checked = [p for p in clauses if _would_name(p, article_of(about), wanted)]
    if not checked:
        return silent(f"The record of {name} does not name {_called(bench, wanted)}, and may be incomplete.")
    others = listed(dict.fromkeys(_called(bench, ref) for p in checked for ref in p.limits))
    says = f"The record of {name} does not name {_called(bench, wanted)}{f'; it names {others}' if others else ''}."
    step = quoted(instrument, checked[0], Truth.FALSE)
    return settled(Truth.FALSE, says + afterword(bench, instrument), step, negated=claim.negated)


def _would_name(provision: Provision, article: str, wanted: str) -> bool:
    """Whether a clause was read well enough that its silence on the text tells something."""
    if provision.confidence not in ("verified", "partly_verified") or is_wider(provision, article):
        return False
    if not article:
        return "defence" in provision.kind and wanted in _WITH_DEFENCE
    return wanted in _LAW or wanted.startswith(_CHARTER)
