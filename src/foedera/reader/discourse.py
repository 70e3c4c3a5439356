"""What a document is speaking of: which instrument "the treaty" means, which year "June 19" lies in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from foedera.reader import words as w
from foedera.reader.linking import profiles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.dates import Day
    from foedera.model.world import World
    from foedera.reader.phrase import Phrase
    from foedera.reader.records import Written

_PRONOUN = re.compile(r"[\"“'‘]?(?:It|This|That)\s+(?:\w+ly\s+|has\s+|had\s+)?[a-z]+(?:s|ed|d)\b(?!\s+(?:said|told))")
_CHARTER = "un-charter"
_MANY, _LONG = 8, 40
"""Of more instruments than this, those not spoken of for so many sentences are forgotten."""
_COMMON = frozenset("treaty pact accord agreement alliance deal document text instrument paper".split())
_OF_THAT = re.compile(r"[\"“'‘]?(?:It|Its|This|That|Such|The same)\b")
_FADING = 0.66
_STILL, _MONTHS_AHEAD = 4, 1
_JUST_NOW, _FRESH = 1.0, 0.7
_TOPIC, _OFTEN, _MOST, _CALLED, _WEAK = 0.4, 0.1, 5, 0.4, 0.4


@dataclass(slots=True)
class Spoken:
    """How an instrument has been spoken of: in which sentence last, how often, and whether it led it."""

    last: int
    times: int = 1
    leads: bool = False
    by_organ: bool = False


@dataclass(slots=True)
class Discourse:
    """The memory of a document while it is read.

    Attributes:
        sentence: number of the present sentence.
        spoken: instruments spoken of, by id.
        focus: the instrument spoken of last.
        clause: the article spoken of last, at the head of its sentence.
        keeps_clause: the present sentence goes on about it ("Such help ..."), or has its own already.
        cut: how often a sentence was cut because it was too long to be read as one.
        groups: head to the instruments that it last named together ("the resolutions of 2016-2017").
        unknown: number of the last sentence that spoke of an instrument that the corpus lacks.
    """

    world: World
    dated: Day | None
    sentence: int = 0
    spoken: dict[str, Spoken] = field(default_factory=dict)
    focus: str | None = None
    clause: str | None = None
    keeps_clause: bool = False
    first: str | None = None
    unknown: int = -9
    last_date: Written | None = None
    cut: int = 0
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    states: dict[str, int] = field(default_factory=dict)

    def speak(self, identifiers: Iterable[str], *, leads: bool, by_organ: bool = False) -> None:
        """Instruments are spoken of now; ``by_organ``: only their organisation is."""
        for one in identifiers:
            before = self.spoken.get(one)
            leads_now = leads or bool(before and before.last == self.sentence and before.leads)
            self.spoken[one] = Spoken(self.sentence, before.times + 1 if before else 1, leads_now, by_organ)
            self.focus = one
            self.first = self.first or one

    def leads(self) -> bool:
        """Whether something already leads the present sentence."""
        return any(how.leads and how.last == self.sentence for how in self.spoken.values())

    def refer(self, phrase: Phrase) -> list[tuple[str, float]]:
        """What "the treaty" or "this document" may mean: instruments spoken of that the head fits, best first."""
        kinds = w.HEADS.get(phrase.head, frozenset())
        table = profiles(self.world).of
        fitting = {
            one: how
            for one, how in self.spoken.items()
            if not kinds or table[one].kind in kinds or self._named(one, phrase.head)
        }
        if len(fitting) > 1 and phrase.head != "charter" and self.first != _CHARTER:
            fitting = {one: how for one, how in fitting.items() if one != _CHARTER}
        if not fitting and phrase.head in w.TREATIES and not set(phrase.words) & (w.NEWER | w.OLDER):
            fitting = {
                one: how for one, how in self.spoken.items() if table[one].kind in ("declaration", "arrangement")
            }
        if phrase.head == "charter":
            fitting = {one: how for one, how in fitting.items() if self._called(one, "charter") > 0}
        if not fitting:
            return []
        if phrase.head == "alliance":
            fitting = {one: how for one, how in fitting.items() if self._promises_help(one)}
        if phrase.head not in _COMMON:
            fitting = {one: how for one, how in fitting.items() if self._named(one, phrase.head)} or fitting
        wanted = set(phrase.words)
        if wanted & w.NEWER or wanted & w.OLDER:
            fitting = self._by_age(fitting, newest=bool(wanted & w.NEWER))
        scored = [
            (one, self._weight(one, how, self.sentence) + self._called(one, phrase.head) + self._pointed(how, phrase))
            for one, how in fitting.items()
        ]
        return sorted(scored, key=lambda pair: -pair[1])

    def implied(self) -> str | None:
        """What "it" means at the start of the coming sentence; nothing if something that the corpus lacks came last."""
        if not self.spoken or self.unknown >= max(how.last for how in self.spoken.values()):
            return None
        coming = self.sentence + 1
        best = max(self.spoken, key=lambda one: self._weight(one, self.spoken[one], coming))
        return best if self.sentence - self.spoken[best].last <= _STILL else None

    def open_sentence(self, text: str) -> None:
        """The next sentence begins; "It ..." speaks of what is implied."""
        before = self.implied() if _PRONOUN.match(text) else None
        self.keeps_clause = bool(_OF_THAT.match(text)) and self.clause is not None
        self.sentence += 1
        if len(self.spoken) > _MANY:
            kept = {
                one: how for one, how in self.spoken.items() if self.sentence - how.last <= _LONG or one == self.first
            }
            self.spoken = kept
        if before:
            self.speak((before,), leads=True)

    def _named(self, identifier: str, head: str) -> bool:
        return head in profiles(self.world).of[identifier].called

    def _called(self, identifier: str, head: str) -> float:
        """A little for an instrument whose title has the very word, and off for a charter called a treaty."""
        record = self.world.records.instruments[identifier]
        if head in record.title.lower():
            return _CALLED
        seldom = record.kind == "charter" and head not in ("charter", "document")
        return -2 * _CALLED if seldom else 0.0

    def _promises_help(self, identifier: str) -> bool:
        """Whether writers may call it an alliance: it calls itself so, or has a clause of defence or consultation."""
        record = self.world.records.instruments[identifier]
        kinds = {kind for provision in record.provisions for kind in provision.kind}
        return self._named(identifier, "alliance") or bool(kinds & {"defence", "offence", "consultation"})

    def _pointed(self, how: Spoken, phrase: Phrase) -> float:
        """Points for "that treaty" and "this one", which point at what was spoken of just now."""
        return _JUST_NOW if phrase.pointer in ("that", "this") and how.last >= self.sentence - 1 else 0.0

    def likely(self) -> list[str]:
        """The instruments spoken of, likeliest first."""
        return sorted(self.spoken, key=lambda one: -self._weight(one, self.spoken[one], self.sentence))

    def _by_age(self, fitting: dict[str, Spoken], *, newest: bool) -> dict[str, Spoken]:
        table = profiles(self.world).of
        years = {one: max(table[one].signed) for one in fitting if table[one].signed}
        if len(years) < 2:  # noqa: PLR2004 - of one there is no newer
            return fitting
        chosen = max(years, key=lambda one: years[one]) if newest else min(years, key=lambda one: years[one])
        return {chosen: fitting[chosen]}

    def _weight(self, identifier: str, how: Spoken, now: int) -> float:
        """Points of an instrument for what a sentence, the ``now``-th, may mean."""
        points = _FADING ** (now - how.last) * (2 if how.leads else 1.3)
        points += _FRESH if how.leads and how.last == now - 1 and not how.by_organ else 0.0
        points += _TOPIC if identifier == self.first else 0.0
        points += _OFTEN * min(how.times, _MOST)
        return points * _WEAK if how.by_organ else points

    def complete(self, written: Written, *, back: bool = False) -> Written:
        """A date with the year that the context gives, if it has none of its own.

        Args:
            written: the date.
            back: it is "of that year": the year told last.
        """
        if written.year is None and written.month:
            year = self.last_date.year if back and self.last_date else self._nearest_year(written)
            written = replace(written, year=year, inferred=not back) if year else written
        self.last_date = written
        return written

    def _nearest_year(self, written: Written) -> int | None:
        """The year that puts a date before the document's day, or at most a month after it."""
        if self.dated is None:
            return None
        day = dt.date.fromordinal(self.dated.first)
        months = (written.month or 1) - day.month
        return day.year - 1 if months > _MONTHS_AHEAD else day.year
