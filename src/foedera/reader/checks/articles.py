"""Claims that an article is the one on withdrawal, entry into force, the area covered, and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.model.conditions import InArea, nodes
from foedera.model.instruments import FinalClause
from foedera.reader.checks.bench import hedged, leaf, same_article, settled, silent
from foedera.reader.checks.clauses import (
    about_what,
    article_of,
    is_numbered,
    is_wider,
    named,
    parts_of,
    phrase,
    places,
    quoted,
    topics,
)
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.instruments import Instrument
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, Verdict

_ORGAN = re.compile(r"(?i)\b(council|commission|committee|secretariat)\b")
_LEAVING = re.compile(r"(?i)\b(leave|withdraw|notice|denounc|exit|terminat|end)")
_TERM = re.compile(r"(?i)\b(without (?:term|limit)|no term|unlimited|indefinite|years?\b|lasts?\b|in force until)")
_GROUND = re.compile(r"(?i)\b(area|territor|line|zone)")
_ALSO: dict[str, dict[str, re.Pattern[str]]] = {
    "withdrawal": {"duration": _LEAVING},
    "duration": {"withdrawal": _TERM, "entry_into_force": _TERM},
    "area": {"definition": _GROUND},
    "definition": {"area": _GROUND},
    "accession": {"entry_into_force": re.compile(r"(?i)\b(accede|join|open to)")},
    "entry_into_force": {"accession": re.compile(r"(?i)\b(in force|ratif)")},
    "precedence": {"without_prejudice": re.compile("")},
    "without_prejudice": {"precedence": re.compile("")},
}
"""Topics that share an article: asked for the first, a final clause on the second will do if its summary says so."""


def has_article(bench: Bench, claim: Claim) -> Verdict:
    """Whether the instrument has a final clause on the topic, and in the article that the text names, if any."""
    about, topic = claim.about[0], claim.said.word
    instrument = bench.world.records.instruments[about.partition("/")[0]]
    here = parts_of(bench, about) if article_of(about) else _everything(instrument)
    right = tuple(part for part in here if _is_on(instrument, part, topic)) if topic else here
    if topic == "organ" and article_of(about) and (other := _other_organ(claim, instrument, right)):
        return other
    if article_of(about):
        right = right or tuple(_stated(instrument, topic, article_of(about)))
    if right:
        what = f" on {phrase(topic)}" if topic else ""
        says = f"The record of {short(instrument)} has {places(instrument, right)}{what}."
        return settled(Truth.TRUE, says, quoted(instrument, right[0]), negated=claim.negated)
    return _lacking(bench, claim, instrument, here) if topic else silent(f"The record has no {named(bench, about)}.")


def _other_organ(claim: Claim, instrument: Instrument, here: tuple[Part, ...]) -> Verdict | None:
    """That the organ named ("a commission") stands in another article on organs; None if nothing shows it."""
    named_one = _ORGAN.search(claim.text)
    if named_one is None or not here or not all(map(is_numbered, here)):
        return None
    word = named_one.group(1).casefold()
    there = tuple(p for p in instrument.final_clauses if p.topic == "organ" and word in p.summary.casefold())
    if not there or any(word in part.summary.casefold() for part in here):
        return None
    says = f"The record has the {word} in {places(instrument, there)}, not in {places(instrument, here)}."
    return settled(Truth.FALSE, says, quoted(instrument, here[0], Truth.FALSE), negated=claim.negated)


def _everything(instrument: Instrument) -> tuple[Part, ...]:
    return (*instrument.final_clauses, *instrument.areas, *instrument.provisions)


def _is_on(instrument: Instrument, part: Part, topic: str) -> bool:
    """Whether a record is on the topic, or on one that shares its article and says so.

    Where no article defines the area, the clause confined to one is on it. A term that cannot be ended by notice is
    not about leaving.
    """
    if topic in about_what(part):
        return True
    if topic == "area" and not instrument.areas:
        return any(isinstance(node, InArea) for node in nodes(getattr(part, "when", None)))
    if topic == "withdrawal" and instrument.denunciation and instrument.denunciation.excluded == "true":
        return False
    near = _ALSO.get(topic, {}).get(about_what(part)[0])
    return near is not None and near.search(part.summary) is not None


def _stated(instrument: Instrument, topic: str, article: str) -> Iterator[FinalClause]:
    """Final clauses that other fields of the record give an article for."""
    fields = {"withdrawal": instrument.denunciation, "accession": instrument.accession}
    found = fields.get(topic)
    if found and found.article and same_article(found.article, article):
        yield FinalClause(
            found.article, "withdrawal", found.note or f"terms of {topic}", found.sources, found.confidence
        )


def _lacking(bench: Bench, claim: Claim, instrument: Instrument, here: tuple[Part, ...]) -> Verdict:
    """The article named is not on the topic, or no article is."""
    about, topic = claim.about[0], claim.said.word
    article, there = (
        article_of(about),
        tuple(part for part in _everything(instrument) if _is_on(instrument, part, topic)),
    )
    if not article:
        return _no_article(instrument, topic, negated=claim.negated)
    sure = tuple(part for part in here if is_numbered(part) and not is_wider(part, article))
    if there and not all(map(is_numbered, there)):
        return silent(
            f"The record of {short(instrument)} has {phrase(topic)}, but not the number of the article for certain."
        )
    if not sure and not there:
        return silent(f"The record of {short(instrument)} has no article on {phrase(topic)}, and may be incomplete.")
    if any(_shares(part, topic) for part in sure) and not there:
        return silent(f"The record of {named(bench, about)} does not mention {phrase(topic)}.")
    has_it = f" The record has {phrase(topic)} in {places(instrument, there)}." if there else ""
    says = f"By the record {topics(instrument, sure)}, not {phrase(topic)}.{has_it}" if sure else has_it.strip()
    witness = (*sure, *there)[0]
    verdict = settled(Truth.FALSE, says, quoted(instrument, witness, Truth.FALSE), negated=claim.negated)
    return hedged(verdict, witness.confidence)


def _shares(part: Part, topic: str) -> bool:
    return about_what(part)[0] in _ALSO.get(topic, {}) or about_what(part)[0] in ("other", "rule")


def _no_article(instrument: Instrument, topic: str, *, negated: bool) -> Verdict:
    """No article is named and none on record is on the topic: the terms of leaving may still be on record."""
    terms = instrument.denunciation if topic == "withdrawal" else None
    if terms and terms.excluded == "true":
        says = f"By the record the text of {short(instrument)} rules out leaving it by notice alone."
        step = leaf(instrument, Truth.FALSE, "{0} can be left by notice", instrument.id, sources=terms.sources)
        return settled(Truth.FALSE, says, step, negated=negated)
    if terms and (terms.months or terms.days):
        says = f"The record of {short(instrument)} has a period of notice for leaving it."
        step = leaf(instrument, Truth.TRUE, "{0} can be left by notice", instrument.id, sources=terms.sources)
        return settled(Truth.TRUE, says, step, negated=negated)
    return silent(f"The record of {short(instrument)} has no article on {phrase(topic)}, and may be incomplete.")
