"""What claims about clauses are compared with: which clauses fit a kind of duty, which stand, whom they bind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.engine.words import plain
from foedera.law.force import bound, in_force, short
from foedera.law.leading import leading_duty
from foedera.law.setting import ANYONE, Case
from foedera.law.who import in_role_set
from foedera.model.events import Event
from foedera.model.instruments import Area
from foedera.reader.checks.bench import leaf, listed, same_article
from foedera.reader.checks.together import AFTERWORDS
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model.answers import Step
    from foedera.model.instruments import Duty, FinalClause, Instrument, Provision
    from foedera.reader.checks.bench import Bench

    Part = Provision | FinalClause | Area

_NEAR = (
    frozenset({"restraint_of_force", "nonaggression"}),
    frozenset({"sanction", "nonproliferation"}),
    frozenset({"aid_to_aggressor", "neutrality"}),
)
"""Kinds that texts do not keep apart."""
_ACTS: dict[str, frozenset[str]] = {
    "defence": frozenset({"give_military_assistance", "aid_and_assist", "act_to_meet_danger", "send_forces"}),
    "consultation": frozenset({"consult", "consult_and_act"}),
    "nonaggression": frozenset({"settle_peacefully", "respect_sovereignty"}),
    "no_hostile_agreement": frozenset({"join_hostile_agreement"}),
    "territory_denial": frozenset({"allow_territory_use", "grant_bases"}),
    "neutrality": frozenset({"stay_neutral", "aid_aggressor"}),
}
"""Acts that make a clause one of a kind in common speech, whatever else it is."""
_PHRASES = {
    "nonaggression": "non-aggression",
    "no_hostile_agreement": "a ban on agreements against the other",
    "territory_denial": "a ban on letting territory be used against the other",
    "sanction": "sanctions",
    "permission": "a permission",
    "aid_to_aggressor": "a ban on help for an aggressor",
    "nonproliferation": "non-proliferation",
    "diplomatic_assistance": "diplomatic help",
    "offence": "joining in an attack",
    "rule": "a rule without a duty of its own",
    "other": "another matter",
    "without_prejudice": "what it leaves untouched",
    "area": "the area that it covers",
    "organ": "organs",
    "definition": "definitions",
}
_UNSURE = re.compile(r"(?i)number[^.]*(?:from memory|not seen|not found|inferred)|number not (?:seen|found)")
_NUMBERED = re.compile(r"\d|[IVXLC]+(?:\W|\Z)")
_EMPTY = re.compile(
    r"a(?:ll|lso|nd|ny|re|nother)|be(?:en)?|but|can|each|either|for|from|ha(?:s|ve)|into|its?|may|more|not|one|"
    r"others?|both|"
    r"out|over|sh(?:all|ould)|such|th(?:an|at|e|eir|em|en|ey|is)|under|up(?:on)?|w(?:as|ere|hen|hich|ho|ill|ith|"
    r"ould)|"
    r"part(?:y|ies)|articles?|treaty|states?|clause|agreement|hundred|thousand|million|billion|half|dozen|"
    r"years?|months?|days?|hours?|barrels?|tonn?e?s?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
    r"thirty"
)
"""Words that tell nothing of a clause's content, numbers and common units among them."""
_FEW = 5


def article_of(identifier: str) -> str:
    """The article in a clause's id; empty for an instrument."""
    return identifier.partition("/")[2].partition("@")[0]


def phrase(kind: str) -> str:
    """What a clause of this kind, or a final clause on this topic, is about."""
    return _PHRASES.get(kind) or plain(kind)


def about_what(part: Part) -> tuple[str, ...]:
    """The kinds of a clause, the topic of a final clause, or ``area``."""
    kinds: tuple[str, ...] | None = getattr(part, "kind", None)
    return kinds or (getattr(part, "topic", "area"),)


def fits(provision: Provision, kind: str) -> bool:
    """Whether a clause is of a kind, or of one that texts do not keep apart from it."""
    kinds = set(provision.kind)
    if kind in kinds or any(kind in near and near & kinds for near in _NEAR):
        return True
    if kind == "defence" and provision.deems_attack_on_all:
        return True
    return any(_makes(duty, kind) for duty in provision.duties)


def _makes(duty: Duty, kind: str) -> bool:
    refused = duty.modality == "may" or (kind == "defence" and duty.modality == "must_not")
    return not refused and duty.act in _ACTS.get(kind, ())


def duty_of(provision: Provision, kind: str) -> Duty | None:
    """The duty for which a clause is of a kind: the first whose act tells, else the first of all."""
    told = next((duty for duty in provision.duties if _makes(duty, kind)), None)
    return told or leading_duty(provision) or next(iter(provision.duties), None)


def is_numbered(part: Part) -> bool:
    """Whether the record is sure of the article's number."""
    return bool(_NUMBERED.match(part.article)) and not _UNSURE.search(part.summary)


def is_wider(part: Part, article: str) -> bool:
    """Whether the record has only the whole article of which ``article`` is a paragraph."""
    return len(re.findall(r"\w+", article)) > len(re.findall(r"\w+", part.article))


def contents(instrument: Instrument, parts: Iterable[Part]) -> str:
    """Articles and what they are about: ``article 3 (consultation), article 4 (defence)``."""
    found = list(dict.fromkeys(f"{called(instrument, part)} ({_topics(part)})" for part in parts))
    return listed([*found[:_FEW], *(["others"] if len(found) > _FEW else [])])


def topics(instrument: Instrument, parts: Iterable[Part]) -> str:
    """A sentence part: ``article 3 is about consultation and article 4 is about defence``."""
    found = list(dict.fromkeys(f"{called(instrument, part)} is about {_topics(part)}" for part in parts))
    return listed([*found[:_FEW], *(["others are about other matters"] if len(found) > _FEW else [])])


def _topics(part: Part) -> str:
    return listed(map(phrase, about_what(part)))


def called(instrument: Instrument, part: Part) -> str:
    """``article 4``, ``paragraph 4`` of a resolution, or for a part without a number ``the part 'communique'``."""
    return _label(instrument, part.article)


def _label(instrument: Instrument, article: str) -> str:
    if not _NUMBERED.match(article):
        return f"the part '{article}'"
    return f"{'paragraph' if instrument.kind == 'resolution' else 'article'} {article}"


def named(bench: Bench, identifier: str) -> str:
    """The clause or instrument of an id: ``article 4 of``, ``paragraph 4 of``, ``the part 'communique' of``."""
    instrument, article = bench.instrument(identifier), article_of(identifier)
    if instrument is None or not article:
        return bench.name(identifier)
    return f"{_label(instrument, article)} of {short(instrument)}"


def places(instrument: Instrument, parts: Iterable[Part]) -> str:
    """Where the parts stand: ``article 3 and article 4``."""
    found = list(dict.fromkeys(called(instrument, part) for part in parts))
    return listed([*found[:_FEW], *(["others"] if len(found) > _FEW else [])])


def parts_of(bench: Bench, identifier: str) -> tuple[Part, ...]:
    """Everything on record under an article: clauses, final clauses and areas."""
    instrument, article = bench.instrument(identifier), article_of(identifier)
    areas = tuple(one for one in instrument.areas if same_article(one.article, article)) if instrument else ()
    return (*bench.provisions(identifier), *bench.final_clauses(identifier), *areas)


def standing(bench: Bench, provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """The versions that stand on the day, or may; if none does, all of them."""
    return tuple(p for p in provisions if p.span.contains(bench.on) is not Truth.FALSE) or provisions


def afterword(bench: Bench, instrument: Instrument, provisions: tuple[Provision, ...] = ()) -> str:
    """That the instrument, or every version of the clause, does not stand on the day; else nothing."""
    if in_force(bench.setting, instrument).truth is Truth.FALSE:
        over = instrument.ended is not None and instrument.ended.on.on_or_before(bench.on) is Truth.TRUE
        return AFTERWORDS[0] if over else AFTERWORDS[1]
    if provisions and all(p.span.contains(bench.on) is Truth.FALSE for p in provisions):
        since, until = provisions[-1].since or "the beginning", provisions[-1].until or "the end"
        return f" That version of the clause stands from {since} to {until}."
    return ""


def binds(bench: Bench, instrument: Instrument, provision: Provision, state: str) -> Truth:
    """Whether the state is among those whom the clause obliges; UNKNOWN if the list of parties is not complete."""
    if not provision.obligors:
        return _member(bench, instrument, state) if instrument.parties else Truth.TRUE
    nothing = Event("nothing", "armed_attack", "nothing happens", {}, bench.on)
    case = Case(bench.setting, nothing, instrument, provision, state, ANYONE, ())
    return max(in_role_set(case, who, state) for who in provision.obligors)


def _member(bench: Bench, instrument: Instrument, state: str) -> Truth:
    """Whether the state, or one that it continues, is or was a party."""
    ever = any(party.status != "signatory" for party in bench.party_records(instrument, state))
    return max(Truth.of(ever), bound(bench.setting, instrument, state).step.truth)


def obliged(bench: Bench, instrument: Instrument, provision: Provision) -> str:
    """Whom a clause obliges, in words."""
    fixed = {"un_member": "all members of the United Nations", "any_state": "every state", "any_party": "the parties"}
    if provision.obligors:
        return listed([fixed.get(who) or bench.name(who) for who in provision.obligors])
    names = list(dict.fromkeys(bench.name(party.state) for party in instrument.parties if party.status == "party"))
    return listed(names) if len(names) <= _FEW else "its parties"


def quoted(instrument: Instrument, part: Part, truth: Truth = Truth.TRUE) -> Step:
    """A step that shows what the record has of a clause."""
    clause = None if isinstance(part, Area) else part
    return leaf(
        instrument, truth, "{0}: {1}", called(instrument, part), part.summary, sources=part.sources, clause=clause
    )


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its content, in lower case and without an ending *s*."""
    words = re.findall(r"[a-z]{3,}", text.casefold())
    return frozenset(word.removesuffix("s") for word in words if not _EMPTY.fullmatch(word))
