"""Claims about what a clause says: its duties, its numbers, or its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.words import plain
from foedera.law.force import short
from foedera.reader.checks.bench import leaf, listed, settled, silent
from foedera.reader.checks.clauses import afterword, article_of, called, content_words, named, parts_of, quoted
from foedera.reader.checks.duties import judge_duty
from foedera.reader.checks.quantities import quantities, same
from foedera.reader.checks.together import together
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.model.answers import Step
    from foedera.model.instruments import Duty, Instrument
    from foedera.reader.checks.bench import Bench
    from foedera.reader.checks.clauses import Part
    from foedera.reader.records import Claim, Verdict

_ENOUGH = 75
"""How alike quotation and summary must be, of 100, for the summary to support it: summaries are in other words."""
_AT_LEAST = 3
"""Content words that a quotation must share with a summary."""
_AHEAD = 2
"""By how many words a clause must fit the text better than another for the other's numbers not to count."""


def clause_content(bench: Bench, claim: Claim) -> Verdict:
    """Whether the clause says what the text has it say.

    Duties and numbers are compared one by one. Words alone can support a claim, where they are close to the record's
    summary, and never contradict one: a summary leaves things out.
    """
    parts = [judge_duty(bench, claim, said) for said in claim.said.duties]
    parts += [_number(bench, claim, number) for number in claim.said.numbers]
    return together(parts) if parts else _words(bench, claim)


def _texts(bench: Bench, about: str) -> tuple[Part, ...]:
    """The clauses of the article, or of the instrument if none is named."""
    if article_of(about):
        return parts_of(bench, about)
    instrument = bench.world.records.instruments[about]
    return (*instrument.provisions, *instrument.final_clauses, *instrument.areas)


def _text(part: Part) -> str:
    duties: tuple[Duty, ...] = getattr(part, "duties", ())
    more = (f"{plain(duty.act)} {duty.deadline or ''}" for duty in duties)
    return f"{part.summary} {' '.join(more)}"


def _number(bench: Bench, claim: Claim, said: tuple[float, str]) -> Verdict:
    about = claim.about[0]
    instrument = bench.world.records.instruments[about.partition("/")[0]]
    counted = [(part, found) for part in _texts(bench, about) if (found := quantities(_text(part), said[1]))]
    stated = _stated(instrument, said[1]) if not article_of(about) else ()
    if not counted and not stated:
        return silent(f"The record of {named(bench, about)} has no number of {said[1]}.")
    meant = _meant(claim.text, counted)
    right = next((part for part, found in meant if any(same(said, one) for one in found)), None)
    if right:
        says = f"The record of {short(instrument)} has this number in {called(instrument, right)}."
        return settled(
            Truth.TRUE, says + afterword(bench, instrument), quoted(instrument, right), negated=claim.negated
        )
    if any(same(said, one) for one in stated):
        says = f"The record of {short(instrument)} has this number among its terms."
        return settled(Truth.TRUE, says, _term(instrument, said, Truth.TRUE), negated=claim.negated)
    has = [f"{_shown(found)} in {called(instrument, part)}" for part, found in meant] or [_shown(stated)]
    says = f"The record of {short(instrument)} has {listed(dict.fromkeys(has))}, not {_shown([said])}."
    step = quoted(instrument, meant[0][0], Truth.FALSE) if meant else _term(instrument, said, Truth.FALSE)
    return settled(Truth.FALSE, says + afterword(bench, instrument), step, negated=claim.negated)


def _meant(
    text: str, counted: list[tuple[Part, tuple[tuple[float, str], ...]]]
) -> list[tuple[Part, tuple[tuple[float, str], ...]]]:
    """Of several clauses with numbers of the unit, those that the text can mean by the words that they share."""
    words = content_words(text)
    scores = [len(words & content_words(_text(part))) for part, _ in counted]
    best = max(scores, default=0)
    return [one for one, score in zip(counted, scores, strict=True) if score > best - _AHEAD]


def _stated(instrument: Instrument, counted: str) -> tuple[tuple[float, str], ...]:
    """Numbers among the instrument's terms: of renewal and of notice."""
    renewal, leaving = instrument.renewal, instrument.denunciation
    found = (
        (renewal and renewal.initial_years, "years"),
        (renewal and renewal.period_years, "years"),
        (renewal and renewal.notice_months, "months"),
        (leaving and leaving.months, "months"),
        (leaving and leaving.days, "days"),
    )
    return tuple(one for value, name in found if value for one in quantities(f"{value} {name}", counted))


def _term(instrument: Instrument, said: tuple[float, str], truth: Truth) -> Step:
    record = instrument.renewal or instrument.denunciation
    return leaf(instrument, truth, "{0} is among the terms", _shown([said]), sources=record.sources if record else ())


def _shown(numbers: Iterable[tuple[float, str]]) -> str:
    return listed(dict.fromkeys(f"{value:,.15g} {_plural(name) if value != 1 else name}" for value, name in numbers))


def _plural(name: str) -> str:
    return name if name.endswith("s") or name == "km" else f"{name}s"


def _words(bench: Bench, claim: Claim) -> Verdict:
    """Whether a quotation is close to what the record has."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - only quotations without duties and numbers need it

    about = claim.about[0]
    instrument = bench.world.records.instruments[about.partition("/")[0]]
    wanted = content_words(claim.said.quote or claim.text)
    scored = [
        (token_set_ratio(" ".join(sorted(wanted)), " ".join(sorted(words))), part)
        for part in _texts(bench, about)
        if len(wanted & (words := content_words(part.summary))) >= min(_AT_LEAST, len(wanted) or 1)
    ]
    score, part = max(scored, key=lambda one: one[0], default=(0.0, None))
    if part is None or score < _ENOUGH:
        return silent(f"The record of {named(bench, about)} is a summary and does not show this.")
    says = f"The record of {short(instrument)} says much the same in {called(instrument, part)}."
    return settled(Truth.TRUE, says + afterword(bench, instrument), quoted(instrument, part), negated=claim.negated)
