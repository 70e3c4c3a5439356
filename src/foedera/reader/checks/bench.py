"""The bench at which claims are judged: the corpus, the day, look-ups, and builders of verdicts and steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from foedera.engine.standing import quiet
from foedera.law.force import cited, short
from foedera.model.answers import Step
from foedera.reader.records import Verdict
from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.dates import Day
    from foedera.law.setting import Setting
    from foedera.model.facts import Confidence
    from foedera.model.instruments import FinalClause, Instrument, Party, Provision
    from foedera.model.world import World
    from foedera.reader.records import VerdictWord

_Clause = TypeVar("_Clause", "Provision", "FinalClause")
_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_NAMED = re.compile(r"[A-Z][a-z]{3,}|[A-Z]{4,}")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@dataclass(frozen=True, slots=True)
class Bench:
    """Where claims are judged.

    Attributes:
        world: the corpus.
        on: the day as of which statements in the present tense are judged: the document's day, or today.
        setting: that day with nothing happening on it, for the law's own rules on force and membership.
    """

    world: World
    on: Day
    setting: Setting = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "setting", quiet(self.world, self.on))

    def at(self, day: Day) -> Bench:
        """The same corpus on another day."""
        return self if day == self.on else _bench(self.world, day)

    def instrument(self, identifier: str) -> Instrument | None:
        """The instrument of an instrument's or a clause's id; None if the corpus has none."""
        return self.world.records.instruments.get(identifier.partition("/")[0])

    def provisions(self, identifier: str) -> tuple[Provision, ...]:
        """The clauses that an id names: a version by its id, an article with all its versions and paragraphs.

        ``x/4`` names records ``4``, ``4(1)`` and ``4(2)(b)``; ``x/5`` also ``V``; a paragraph that is not on record
        apart names the record of its article. An instrument's id names all its clauses.
        """
        exact = self.world.provisions.get(identifier)
        if exact and "@" in identifier:
            return (exact[1],)
        instrument = self.instrument(identifier)
        if instrument is None:
            return ()
        article = _article(identifier)
        return instrument.provisions if not article else _named(instrument.provisions, article)

    def final_clauses(self, identifier: str) -> tuple[FinalClause, ...]:
        """The final clauses that an id names, by the same rule as ``provisions``."""
        instrument, article = self.instrument(identifier), _article(identifier)
        if instrument is None:
            return ()
        return instrument.final_clauses if not article else _named(instrument.final_clauses, article)

    def party_records(self, instrument: Instrument, actor: str) -> tuple[Party, ...]:
        """Party records of a state or organ, of its organs, and of the states that it continues."""
        own = self.world.parties.get(instrument.id, {})
        return tuple(party for one in self._line(actor) for party in own.get(one, ()))

    def _line(self, actor: str) -> Iterator[str]:
        """The actor, its organs, and the states that it continues with theirs."""
        seen: set[str] = set()
        current: str | None = actor
        while current and current not in seen:
            seen.add(current)
            yield current
            yield from self.world.organs.get(current, ())
            state = self.world.records.states.get(current)
            current = state.continues.state if state and state.continues else None

    def lists_all(self, instrument: Instrument) -> bool:
        """Whether an actor that is not among the parties on record is none."""
        return not any(
            one.subject == "parties" and one.instrument == instrument.id and not one.complete
            for one in self.world.records.coverage.values()
        )

    def name(self, identifier: str) -> str:
        """How a verdict calls a state, an instrument or ``article 4 of`` an instrument."""
        instrument = self.instrument(identifier)
        if instrument is None:
            return self.world.name(identifier)
        article = _article(identifier)
        return f"article {article} of {short(instrument)}" if article else short(instrument)

    def names(self, identifiers: Iterable[str]) -> str:
        """Several names as a list in words."""
        return listed([self.name(one) for one in identifiers])


@lru_cache(maxsize=128)
def _bench(world: World, day: Day) -> Bench:
    """What goes on on a day is the same for every claim that asks."""
    return Bench(world, day)


def is_named_part(identifier: str) -> bool:
    """Whether an id is of a part with a name of its own, such as a declaration that goes with a treaty."""
    return bool(_NAMED.fullmatch(_article(identifier)))


def same_article(one: str, other: str) -> bool:
    """Whether two articles are the same, or one a paragraph of the other; ``V`` is ``5``."""
    left, right = _parts(one), _parts(other)
    shorter = min(len(left), len(right))
    return shorter > 0 and left[:shorter] == right[:shorter]


def _article(identifier: str) -> str:
    return identifier.partition("/")[2].partition("@")[0]


def _named(records: tuple[_Clause, ...], article: str) -> tuple[_Clause, ...]:
    wanted = _parts(article)
    inside = tuple(one for one in records if _parts(one.article)[: len(wanted)] == wanted)
    return inside or tuple(one for one in records if same_article(one.article, article))


def _parts(article: str) -> tuple[str, ...]:
    head, *rest = _PART.findall(article) or [""]
    return (str(_arabic(head)) if head and _ROMAN.match(head) else head.casefold(), *(one.casefold() for one in rest))


def _arabic(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    later = [*values[1:], 0]
    return sum(-value if value < following else value for value, following in zip(values, later, strict=True))


def listed(words: Iterable[str]) -> str:
    """Words as a list in English: ``a, b and c``."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def leaf(
    instrument: Instrument,
    truth: Truth,
    says: str,
    *args: str,
    sources: tuple[str, ...] = (),
    clause: Provision | FinalClause | None = None,
) -> Step:
    """A step that rests on the record itself; ``says`` is a format string that ``args`` complete.

    It cites the given sources, else those of the clause, else those of the instrument, and has the mark of the clause
    or the instrument.
    """
    own = sources or (clause.sources if clause else ()) or instrument.sources
    identifier = getattr(clause, "id", "") or (f"{instrument.id}/{clause.article}" if clause else "")
    cites = (*((identifier,) if identifier else ()), *cited(instrument, own))
    mark = getattr(clause, "mark", None) or instrument.mark
    return Step(truth, says, args, (), cites, mark, "", identifier or instrument.id)


def silent(says: str) -> Verdict:
    """``not_in_corpus``, with the reason."""
    return Verdict("not_in_corpus", says)


def unjudged(says: str) -> Verdict:
    """``not_checkable``, with the reason."""
    return Verdict("not_checkable", says)


_WORDS: dict[Truth, VerdictWord] = {
    Truth.TRUE: "supported",
    Truth.UNKNOWN: "partly",
    Truth.FALSE: "contradicted",
}


def settled(truth: Truth, says: str, step: Step, *, negated: bool = False) -> Verdict:
    """The verdict on a statement of this truth: ``supported``, ``partly`` or ``contradicted``; a denial of it flips."""
    return Verdict(_WORDS[negation(truth) if negated else truth], says, step)


def hedged(verdict: Verdict, confidence: Confidence | None) -> Verdict:
    """A contradiction that rests on a fact recorded from memory says so."""
    if verdict.word != "contradicted" or confidence != "memory":
        return verdict
    return replace(verdict, says=f"{verdict.says.rstrip('.')} (the record has this from memory).")
