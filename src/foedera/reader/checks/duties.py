"""Claims that an instrument or an article obliges, allows or forbids something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.force import short
from foedera.model.answers import conjunction
from foedera.reader.checks.bench import hedged, leaf, listed, settled, silent
from foedera.reader.checks.clauses import (
    afterword,
    article_of,
    binds,
    content_words,
    contents,
    duty_of,
    fits,
    is_numbered,
    is_wider,
    named,
    obliged,
    parts_of,
    phrase,
    places,
    quoted,
    standing,
    topics,
)
from foedera.reader.checks.matters import has_matter
from foedera.reader.checks.terms import force, has_terms, terms
from foedera.reader.checks.together import together
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.answers import Step
    from foedera.model.instruments import Instrument, Provision
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, DutySaid, Verdict

_ELSEWHERE = (
    *("defence", "offence", "neutrality", "consultation", "nonaggression"),
    *("no_hostile_agreement", "territory_denial"),
)
"""Kinds that an instrument has in one place only, as a rule, so that another article named for them is wrong."""
_AID = ("defence", "offence")
"""Kinds that nobody would leave out of a record of an instrument."""


def contains_duty(bench: Bench, claim: Claim) -> Verdict:
    """Whether the instrument or the article has the duties that the text says, on the terms that it says."""
    found = [judge_duty(bench, claim, said) for said in claim.said.duties]
    return together(found) if found else silent("The text names no duty of a kind that the corpus records.")


def judge_duty(bench: Bench, claim: Claim, said: DutySaid) -> Verdict:
    """The verdict on one duty that a claim says; a denial of it flips the verdict."""
    about = claim.about[0]
    instrument = bench.world.records.instruments[about.partition("/")[0]]
    here = bench.provisions(about)
    found = tuple(p for p in here if fits(p, said.kind))
    if elsewhere := _is_of_another(bench, claim, said, instrument):
        return elsewhere
    if found:
        return _found(bench, claim, said, instrument, found)
    has_aid = bool(article_of(about)) and any(fits(p, said.kind) for p in instrument.provisions)
    if liberty := tuple(p for p in here if said.kind in _AID and not has_aid and _may_mean(p, about, said)):
        return _liberty(instrument, liberty, said, negated=claim.negated)
    if article_of(about):
        return _not_in_article(bench, claim, said, instrument)
    return _not_in_instrument(bench, claim, said, instrument)


def _is_of_another(bench: Bench, claim: Claim, said: DutySaid, instrument: Instrument) -> Verdict | None:
    """That the goods, or what else the duty is about, stand in another article or resolution; None if they do not."""
    here, there = parts_of(bench, claim.about[0]), {one: _having(bench, instrument, said, one) for one in said.matters}
    wrong = {one: found for one, found in there.items() if found and not any(has_matter(part, one) for part in here)}
    if not wrong or (said.kind == "nonproliferation" and instrument.kind == "resolution"):
        return None
    has = listed(dict.fromkeys(f"{one} in {_placed(found, instrument)}" for one, found in wrong.items()))
    owner, witness = next(iter(wrong.values()))[0]
    truth = Truth.FALSE if len(wrong) == len(said.matters) else Truth.UNKNOWN
    says = f"The record has {has}, not in {named(bench, claim.about[0])}.{afterword(bench, instrument)}"
    verdict = settled(truth, says, quoted(owner, witness, truth), negated=claim.negated)
    return hedged(verdict, witness.confidence)


def _having(bench: Bench, instrument: Instrument, said: DutySaid, matter: str) -> list[tuple[Instrument, Provision]]:
    """The clauses of a kind that have a matter: of the instrument, or if it has none, of other resolutions."""
    own = [(instrument, p) for p in instrument.provisions if said.kind in p.kind and has_matter(p, matter)]
    if own or instrument.kind != "resolution":
        return own
    others = (one for one in bench.world.records.instruments.values() if one.kind == "resolution")
    return [(one, p) for one in others for p in one.provisions if said.kind in p.kind and has_matter(p, matter)]


def _placed(found: list[tuple[Instrument, Provision]], instrument: Instrument) -> str:
    """Where clauses stand, with their resolutions if those are others."""
    owners = {owner.id: owner for owner, _ in found}
    where = (
        places(owner, [p for other, p in found if other is owner]) + (f" of {short(owner)}" * (owner is not instrument))
        for owner in owners.values()
    )
    return listed(where)


def _found(bench: Bench, claim: Claim, said: DutySaid, instrument: Instrument, found: tuple[Provision, ...]) -> Verdict:
    """The instrument has clauses of the kind: are they on those whom the text names, and on the terms that it says?"""
    bound = tuple(
        p for p in found if all(binds(bench, instrument, p, one) is not Truth.FALSE for one in claim.said.states)
    )
    if not bound:
        return _on_others(bench, claim, instrument, found)
    read = [(p, _read(instrument, p, said, negated=claim.negated)) for p in standing(bench, bound)]
    truth = max(step.truth for _, step in read)
    chosen = [(p, step) for p, step in read if step.truth is truth]
    provision, step = chosen[0]
    remarks = "; ".join(dict.fromkeys(child.statement for child in step.children[1:]))
    where = places(instrument, (p for p, _ in chosen))
    says = f"The record of {short(instrument)} has {phrase(said.kind)} in {where}{': ' if remarks else ''}{remarks}."
    verdict = settled(truth, says + afterword(bench, instrument, bound), step, negated=claim.negated)
    return hedged(verdict, provision.confidence)


def _read(instrument: Instrument, provision: Provision, said: DutySaid, *, negated: bool) -> Step:
    """Whether a clause has the duty as it is said. A denial of terms or of an obligation leaves the clause standing."""
    clause = quoted(instrument, provision)
    duty = duty_of(provision, said.kind)
    if duty is None:
        return clause
    on_terms = tuple(terms(instrument, provision, duty, said))
    owed = None if negated and has_terms(said) else force(instrument, provision, duty, said)
    if owed and negated and owed.truth is Truth.UNKNOWN and said.modality == "must":
        owed = leaf(instrument, Truth.FALSE, owed.says, *owed.args, clause=provision)
    says = "{0} has the duty as the text says"
    return conjunction(says, (clause, *on_terms, *((owed,) if owed else ())), provision.id, cites=(provision.id,))


def _on_others(bench: Bench, claim: Claim, instrument: Instrument, found: tuple[Provision, ...]) -> Verdict:
    clause = found[0]
    who, meant = obliged(bench, instrument, clause), bench.names(claim.said.states)
    says = f"By the record {places(instrument, [clause])} of {short(instrument)} obliges {who}, not {meant}."
    step = leaf(instrument, Truth.FALSE, "{0} is bound by {1}", meant, clause.id, clause=clause)
    return settled(Truth.FALSE, says + afterword(bench, instrument), step, negated=claim.negated)


def _may_mean(provision: Provision, about: str, said: DutySaid) -> bool:
    """Whether a permission is what the text may mean by a promise of help."""
    is_right = any(duty.act.startswith("use_force_in_") for duty in provision.duties)
    return "permission" in provision.kind and bool(article_of(about) or said.modality == "may" or is_right)


def _liberty(instrument: Instrument, found: tuple[Provision, ...], said: DutySaid, *, negated: bool) -> Verdict:
    """A clause that allows help is no promise of it."""
    truth = {"may": Truth.TRUE, None: Truth.UNKNOWN}.get(said.modality, Truth.FALSE)
    says = f"The record of {short(instrument)} has a liberty in {places(instrument, found)}, not a duty."
    return settled(truth, says, quoted(instrument, found[0], truth), negated=negated)


def _not_in_article(bench: Bench, claim: Claim, said: DutySaid, instrument: Instrument) -> Verdict:
    """The article named has no such clause: it is about something else, or the record lacks it."""
    article, name = article_of(claim.about[0]), named(bench, claim.about[0])
    parts = parts_of(bench, claim.about[0])
    there = tuple(p for p in standing(bench, instrument.provisions) if said.kind in p.kind)
    is_rule = bool(parts) and all(_is_rule(part) for part in parts) and not _shares_words(claim, parts, there)
    has_it = f" The record has {phrase(said.kind)} in {places(instrument, there)}." if there else ""
    if not parts or said.kind == "cooperation" or not any(_tells(part, article) for part in parts):
        if there and (is_rule or not parts) and not claim.negated and _is_elsewhere(said, there):
            says = f"The record has {phrase(said.kind)} in {places(instrument, there)}, not in {name}."
            return settled(Truth.FALSE, says + afterword(bench, instrument), quoted(instrument, there[0], Truth.FALSE))
        return silent(f"The record does not show whether {name} has {phrase(said.kind)}.{has_it}")
    says = f"By the record {topics(instrument, parts)}, not {phrase(said.kind)}.{has_it}"
    step = quoted(instrument, parts[0], Truth.FALSE)
    verdict = settled(Truth.FALSE, f"{says}{afterword(bench, instrument)}", step, negated=claim.negated)
    return hedged(verdict, parts[0].confidence)


def _is_elsewhere(said: DutySaid, there: tuple[Provision, ...]) -> bool:
    """Whether the clauses with a duty show that another article named for it is wrong."""
    return said.kind in (*_ELSEWHERE, "permission") and all(map(is_numbered, there))


def _is_rule(part: Part) -> bool:
    return set(getattr(part, "kind", ())) == {"rule"}


def _shares_words(claim: Claim, parts: tuple[Part, ...], there: tuple[Provision, ...]) -> bool:
    """Whether the record of the article shares as many words with the text as the clauses that have the duty."""
    said = content_words(claim.text)
    here = max(len(said & content_words(part.summary)) for part in parts)
    return here >= max((len(said & content_words(p.summary)) for p in there), default=0)


def _tells(part: Part, article: str) -> bool:
    """Whether a record of the article shows that it is about something else."""
    return is_numbered(part) and not is_wider(part, article) and not _is_rule(part)


def _not_in_instrument(bench: Bench, claim: Claim, said: DutySaid, instrument: Instrument) -> Verdict:
    """No clause of the kind: for a promise of help that says something, for other kinds nothing."""
    checked = tuple(p for p in instrument.provisions if is_checked(p, instrument))
    if said.kind not in _AID or not checked:
        return silent(f"The record of {short(instrument)} has no clause of this kind, and may be incomplete.")
    has = contents(instrument, checked)
    says = f"The record of {short(instrument)} has no promise of {phrase(said.kind)}; it has: {has}."
    step = leaf(instrument, Truth.FALSE, "a clause of {0} has {1}", instrument.id, phrase(said.kind))
    return settled(Truth.FALSE, says + afterword(bench, instrument), step, negated=claim.negated)


def is_checked(provision: Provision, instrument: Instrument) -> bool:
    """Whether a clause of the instrument itself, and not only a later statement, was read in a source."""
    own = provision.binding in (None, instrument.binding) or not provision.since
    return own and provision.confidence in ("verified", "partly_verified") and provision.kind != ("rule",)
