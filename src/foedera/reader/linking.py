"""From a phrase to the instrument that it names: points for what fits, points off for what does not.

No rule decides alone. A full name, the parties, the year, the words of the title and the kind of instrument each add
to the score of a candidate; what is said and not on record takes away. The best candidate is taken if it has points
enough and is clearly ahead of the next.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from foedera.engine.lookup import plain
from foedera.reader import words as w
from foedera.reader.records import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from foedera.model.instruments import Instrument
    from foedera.model.world import World
    from foedera.reader.phrase import Phrase

FULL_NAME, PARTY, NO_PARTY, YEAR, OTHER_YEAR, NUMBER, HEAD = 9.0, 2.0, -3.0, 3.0, -4.0, 7.0, 0.5
ENOUGH, AHEAD, EXACT = 3.4, 0.35, 1.2
_MAX_WORDS = 4.0
_FEW = 4
_HALF = 2.0
"""Points that make a score of a half."""
_CENTURY_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an instrument by which a phrase may name it."""

    id: str
    kind: str
    parties: frozenset[str]
    named: frozenset[str]
    signed: frozenset[int]
    years: frozenset[int]
    words: frozenset[str]
    numbers: frozenset[str]
    adopted_by: str | None
    about: frozenset[str]
    called: frozenset[str]
    ended: bool


@dataclass(frozen=True, eq=False)
class Profiles:
    """The profiles of a world, and how telling a word is (natural logarithm of instruments per instrument with it).

    ``by``: what may be named (a state, year, word, number, organ or id) to the ids that it has to do with.
    """

    of: Mapping[str, Profile]
    weight: Mapping[str, float]
    by: Mapping[str, tuple[str, ...]]

    def touching(self, named: Iterable[str]) -> list[Profile]:
        """The profiles that have anything to do with what is named."""
        ids = dict.fromkeys(identifier for key in named for identifier in self.by.get(key, ()))
        return [self.of[one] for one in ids]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings and spellings that differ between writers."""
    word = plain(word)
    for old, new in (("defense", "defence"), ("neighbor", "neighbour"), ("organiz", "organis")):
        word = word.replace(old, new)
    for ending in ("liness", "ness", "ship", "ly", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)]
    return word


@lru_cache(maxsize=4)
def profiles(world: World) -> Profiles:
    """The profiles of all instruments of a world."""
    made = {one.id: _profile(world, one) for one in world.records.instruments.values()}
    seen = Counter(word for one in made.values() for word in one.words)
    return Profiles(made, {word: math.log(1 + len(made) / count) for word, count in seen.items()}, _keys(made))


def _keys(made: Mapping[str, Profile]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in made.values():
        years = {str(year) for year in one.years}
        numbers = {f"#{number}" for number in one.numbers}
        organ = {one.adopted_by} if one.adopted_by else set()
        for key in {one.id} | one.parties | one.about | one.words | one.called | years | numbers | organ:
            found.setdefault(key, []).append(one.id)
    return {key: tuple(ids) for key, ids in found.items()}


def _profile(world: World, instrument: Instrument) -> Profile:
    parties = {_line(world, party.state) for party in instrument.parties}
    for actor in [party.state for party in instrument.parties if party.state in world.records.actors]:
        parties |= {_line(world, state) for state in world.records.actors[actor].attributed_to}
    signed, other = _years(instrument.signed), _years(instrument.in_force)
    names = " ".join((instrument.title, *instrument.aliases))
    how = instrument.signed.how if instrument.signed and instrument.signed.how else ""
    parts = " ".join(
        one.article for one in instrument.provisions if one.article[:1].isupper() and len(one.article) > _FEW
    )
    words = {stem(word) for word in re.split(r"[\s\-–(),/]+", f"{names} {_city(how)} {parts}") if word} - _dull()
    numbers = frozenset(re.findall(r"\d{3,4}\Z", instrument.id)) if instrument.kind == "resolution" else frozenset()
    about = frozenset(
        who
        for provision in instrument.provisions
        for who in (*provision.beneficiaries, *provision.obligors)
        if who in world.records.states
    )
    return Profile(
        id=instrument.id,
        kind=instrument.kind,
        parties=frozenset(parties),
        named=frozenset(party.state for party in instrument.parties),
        signed=signed,
        years=signed | other,
        words=frozenset(words),
        numbers=numbers,
        adopted_by=instrument.adopted_by,
        about=about,
        called=_heads_of(instrument),
        ended=instrument.ended is not None,
    )


def _heads_of(instrument: Instrument) -> frozenset[str]:
    """What it calls itself: of the title and every alias the first word for an instrument."""
    found = (_first_head(name) for name in (instrument.title, *instrument.aliases))
    return frozenset(head for head in found if head)


def _first_head(name: str) -> str:
    words = plain(name).split()
    return next((w.PLURALS.get(word, word) for word in words if w.PLURALS.get(word, word) in w.HEADS), "")


def _city(how: str) -> str:
    match = re.search(r"\bat ((?:[A-Z]\w+ ?)+)", how)
    return match.group(1) if match else ""


def _years(dated: object) -> frozenset[int]:
    if dated is None:
        return frozenset()
    return frozenset(int(year) for year in _CENTURY_DIGITS.findall(dated.on.text))  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _dull() -> frozenset[str]:
    return frozenset(stem(word) for word in w.PLAIN_WORDS)


@lru_cache(maxsize=1)
def _other_matters() -> frozenset[str]:
    return frozenset(stem(word) for word in w.OTHER_MATTERS)


def _line(world: World, state: str) -> str:
    """The state that stands at the start of a line of continuing states: Russia and the Soviet Union are one."""
    record = world.records.states.get(state)
    for _ in range(_FEW):
        if record is None or record.continues is None:
            break
        record = world.records.states.get(record.continues.state)
    return record.id if record else state


class _Named(NamedTuple):
    """A state as named: the heads of the lines that it may stand in; if it is a former state, the state itself."""

    lines: tuple[str, ...]
    former: frozenset[str]


def _gone_states(world: World, names: tuple[str, ...]) -> frozenset[str]:
    """The states themselves if none of them exists any more: "Soviet" is not said of a treaty with Russia."""
    states = [world.records.states[one] for one in names if one in world.records.states]
    gone = bool(states) and all(all(span.until is not None for span in state.exists) for state in states)
    return frozenset(names) if gone else frozenset()


def rank(world: World, phrase: Phrase, around: Iterable[str] = (), known: Iterable[str] = ()) -> list[Link]:
    """The candidates for a phrase, best first, each with its points.

    Args:
        world: the records.
        phrase: what is said.
        around: states named in the same sentence; they help a little.
        known: instruments spoken of before; they help a little.
    """
    table = profiles(world)
    beside = {_line(world, state) for state in around}
    before = frozenset(known)
    states = [_Named(tuple(_line(world, one) for one in names), _gone_states(world, names)) for names in phrase.states]
    said = {stem(word) for word in phrase.words for word in re.split(r"[\s\-]+", word)} - _dull()
    named = {name for one in states for name in one.lines} | set(phrase.known) | set(phrase.organs) | said | beside
    named |= {str(year) for year in phrase.years} | {f"#{number}" for number in phrase.numbers} | before
    found = [
        Link(one.id, _points(one, table.weight, phrase, states, said, beside, one.id in before))
        for one in (table.of.values() if phrase.until_year else table.touching(named))
    ]
    return sorted((link for link in found if link.score > 0), key=lambda link: (-link.score, link.id))


def _points(
    one: Profile,
    weight: Mapping[str, float],
    phrase: Phrase,
    states: list[_Named],
    said: set[str],
    beside: set[str],
    before: bool,  # noqa: FBT001 - one of the facts weighed
) -> float:
    points = FULL_NAME if one.id in phrase.known else 0.0
    points += _kind_points(one, phrase) + _state_points(one, states, phrase) + _year_points(one, phrase)
    points += EXACT * sum(1 for names in phrase.states if set(names) & one.named)
    points += _word_points(one, weight, said, phrase, states)
    if phrase.numbers:
        points += NUMBER if one.numbers & set(phrase.numbers) else -NUMBER
    for organ in phrase.organs:
        points += _organ_points(one, organ, phrase)
    if len(one.parties) <= _FEW:
        points += 0.95 * len(beside & one.parties) if len(beside) <= _FEW else 0.0
        told = beside.union(*states)
        points += 1.0 if one.parties <= told and len(beside) <= _FEW else 0.0
    elif one.about & beside:
        points += 0.6
    if _gone() & set(phrase.words):
        points += 1.8 if one.ended else -0.5
    if not phrase.years and set(phrase.near) & one.signed:
        points += 2.0 if phrase.pointer in w.INDEFINITE else 1.0
    if phrase.head in _NARROW_HEADS and phrase.head in one.called:
        points += 1.5
    return points + (2.0 if before else 0.0) + (0.0 if one.ended else 1.0)


@lru_cache(maxsize=1)
def _gone() -> frozenset[str]:
    """Words for an instrument that has ended or been replaced."""
    return w.OLDER | frozenset(("lapsed", "expired", "lost"))


def _organ_points(one: Profile, organ: str, phrase: Phrase) -> float:
    if organ == one.id:
        return 3.0 if phrase.head in w.TREATIES or phrase.head in one.called else 0.0
    if organ == one.adopted_by:
        return 1.0
    return 0.0 if organ.startswith("un") else -1.0


def _kind_points(one: Profile, phrase: Phrase) -> float:
    kinds = w.HEADS.get(phrase.head, frozenset())
    if not kinds or one.id in phrase.known:
        return 0.0
    if phrase.head in _NARROW_HEADS and phrase.head not in one.called:
        return -3.0
    if one.kind in kinds:
        if phrase.head in one.called:
            return HEAD
        return -1.5 if _NARROW_HEADS & one.called else 0.0
    return 0.0 if phrase.head in one.called else -3.0


_NARROW_HEADS = frozenset("covenant act convention protocol memorandum charter".split())


def _state_points(one: Profile, states: list[_Named], phrase: Phrase) -> float:
    points = 0.0
    few = len(one.parties) <= _FEW
    for names, former in states:
        if set(names) & one.parties and (not former or former & one.named):
            points += PARTY if few else 0.5
        elif set(names) & one.about:
            points += 1.2
        else:
            points += NO_PARTY
    if not few and 2 * len(states) < len(one.parties) and len(states) > 1 and not phrase.known:
        points -= 4.0 if phrase.between else 2.0
    if (
        few
        and states
        and len(one.parties) == len({name for one_ in states for name in one_.lines if name in one.parties})
    ):
        points += 0.6
    return points


def _year_points(one: Profile, phrase: Phrase) -> float:
    if not phrase.years:
        return 0.0
    if phrase.until_year:
        return YEAR if any(phrase.years[0] <= year <= phrase.until_year for year in one.signed) else 2 * OTHER_YEAR
    if set(phrase.years) & one.signed:
        return YEAR
    if one.id in phrase.known:
        return -1.0
    if set(phrase.years) & one.years:
        return 1.0
    shared = {stem(word) for word in phrase.words} & one.words
    return OTHER_YEAR if shared else 1.5 * OTHER_YEAR


def _word_points(
    one: Profile, weight: Mapping[str, float], said: set[str], phrase: Phrase, states: list[_Named]
) -> float:
    if not said or one.id in phrase.known:
        return 0.0
    shared = sum(weight[word] for word in said & one.words)
    strange = [word for word in said - one.words if word not in weight or phrase.proper]
    missing = 0.45 * sum(weight.get(word, 1.0) for word in strange if not states or word in weight)
    odd = {stem(word) for word in phrase.odd} - one.words - _dull() - w.REGIONAL
    missing += sum((2.5 if phrase.proper else 0.9) if word in weight else 6.0 if phrase.proper else 4.0 for word in odd)
    if states and (len(one.parties) > _FEW or (phrase.proper and len(states) == 1)):
        missing += 6.0 * len({stem(word) for word in phrase.capitals} - one.words)
    missing += 8.0 * len((said & _other_matters()) - one.words)
    return min(_MAX_WORDS, shared * 0.75) - min(9.0, missing)


def link(ranked: list[Link]) -> Link | None:
    """The candidate to take: enough points and clearly ahead, else None. Its score is from 0 to 1."""
    if not ranked or ranked[0].score < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < AHEAD:
        return None
    return Link(ranked[0].id, share(ranked[0].score))


def share(points: float) -> float:
    """Points as a score from 0 to 1, in hundredths."""
    return round(points / (points + _HALF), 2) if points > 0 else 0.0


def points(score: float) -> float:
    """The points behind a score."""
    return _HALF * score / (1.0 - score) if score < 1 else math.inf
