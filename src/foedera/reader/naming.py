"""Which instruments a phrase names: by name, by description, by pointing back, or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.reader import words as w
from foedera.reader.articles import named_part
from foedera.reader.lexicon import UNKNOWN
from foedera.reader.linking import AHEAD, ENOUGH, link, profiles, rank, share, stem
from foedera.reader.records import Link, Mention
from foedera.reader.words import NUMBER_WORDS

if TYPE_CHECKING:
    from foedera.reader.discourse import Discourse
    from foedera.reader.phrase import Phrase

_ALTERNATIVES = 3
_SURE, _AT_MOST = 0.45, 0.75
_NEAR = 3
_RARE = frozenset(("armistice", "memorandum"))
"""Words by which few instruments call themselves."""


def named_by(discourse: Discourse, phrase: Phrase, around: set[str]) -> Mention | None:
    """The mention that a phrase makes: of what it names, of what it points back at, or of something not on record.

    Args:
        discourse: what has been spoken of; it is not changed but for the groups named together.
        phrase: the phrase.
        around: states named in the same sentence.
    """
    text = ""
    if phrase.head == "clause" and phrase.pointer in w.INDEFINITE:
        return None  # "has no defence clause" speaks of what a text holds
    if UNKNOWN in phrase.known:
        why = "the corpus does not have it"
        return Mention(phrase.start, phrase.end, text, "instrument", (), 0.0, (), "name", why=why)
    phrase.head = _kind_of_one(discourse) if phrase.head == "one" else phrase.head
    owners = around if phrase.pointer == "their" and len(around) > 1 else set()
    if len(phrase.states) == 1 or (phrase.proper and not phrase.states):
        often = sorted(discourse.states, key=lambda one: -discourse.states[one])
        around = around | set(often[:2]) | _sides(discourse)
    elif not phrase.states and not owners and (phrase.years or (phrase.pointer in w.POINTERS and phrase.tells)):
        often = sorted(discourse.states, key=lambda one: -discourse.states[one])
        around = around | _sides(discourse) | (set() if phrase.years else set(often[:2]))
    if phrase.plural or len(phrase.numbers) > 1 or (phrase.known and phrase.numbers):
        return _group(discourse, phrase, around)
    ranked = rank(discourse.world, phrase, around, discourse.spoken) if phrase.tells or phrase.words else []
    chosen = link(ranked) if _describes(phrase) or _between_all(discourse, phrase, ranked, around) else None
    if chosen and (part := named_part(discourse.world, chosen.id, phrase.words)):
        return Mention(phrase.start, phrase.end, text, "provision", (part,), chosen.score, (), "name")
    if chosen:
        how = "name" if chosen.id in phrase.known else "description"
        return Mention(phrase.start, phrase.end, text, "instrument", (chosen.id,), chosen.score, _others(ranked), how)  # type: ignore[arg-type]
    if phrase.pointer in w.POINTERS and (
        mention := _reference(discourse, phrase, owners) or _unnamed(discourse, phrase)
    ):
        return mention
    if _is_name_of_something(phrase):
        why = (
            "several instruments fit equally"
            if ranked and ranked[0].score >= ENOUGH
            else "no instrument of the corpus fits"
        )
        rest = tuple(Link(one.id, share(one.score)) for one in ranked[:_ALTERNATIVES])
        return Mention(phrase.start, phrase.end, text, "instrument", (), 0.0, rest, "description", why=why)
    return None


def _kind_of_one(discourse: Discourse) -> str:
    """Of what kind "that of 1951" is: of that of what was just named."""
    kind = discourse.world.records.instruments[discourse.focus].kind if discourse.focus else ""
    return kind if kind in w.HEADS else "one"


def _unnamed(discourse: Discourse, phrase: Phrase) -> Mention | None:
    """Of "Russia and Belarus ... in December 2024. The treaty ..." the treaty of the two states from that year.

    And "the armistice", where there is one on record and one of its states has been named.
    """
    if phrase.head in _RARE and not phrase.states and not phrase.years:
        table = profiles(discourse.world).of.values()
        called = [one for one in table if phrase.head in one.called]
        if len(called) == 1 and called[0].parties & discourse.states.keys():
            return Mention(phrase.start, phrase.end, "", "instrument", (called[0].id,), _SURE, (), "reference")
    if discourse.spoken or phrase.tells or phrase.head not in w.TREATIES or discourse.last_date is None:
        return None
    two = set(sorted(discourse.states, key=lambda one: -discourse.states[one])[:2])
    table = profiles(discourse.world).of.values()
    found = [one.id for one in table if one.named == two and discourse.last_date.year in one.years]
    if len(found) != 1:
        return None
    return Mention(phrase.start, phrase.end, "", "instrument", (found[0],), _SURE, (), "reference")


def _describes(phrase: Phrase) -> bool:
    """Whether the phrase says enough to be linked by what it says."""
    if phrase.pointer in w.INDEFINITE and not (phrase.states or phrase.organs or phrase.years or phrase.known):
        telling = [
            word for word in phrase.words if word not in ("military", "new", "old", "defensive", "defence", "defense")
        ]
        return len(telling) >= _NEAR
    return phrase.tells


def _sides(discourse: Discourse) -> set[str]:
    """The parties of the document's first instrument, if it has two."""
    parties = discourse.world.parties.get(discourse.first or "", {})
    return set(parties) if len(parties) == 2 else set()  # noqa: PLR2004 - between two


def _between_all(discourse: Discourse, phrase: Phrase, ranked: list[Link], around: set[str]) -> bool:
    """Whether "a defence agreement" stands in a sentence that names all parties of the one that it fits."""
    if not ranked or not phrase.words or phrase.pointer not in w.INDEFINITE or phrase.words == ["military"]:
        return False
    parties = {party.state for party in discourse.world.records.instruments[ranked[0].id].parties}
    return len(parties) == 2 and parties <= around  # noqa: PLR2004 - between two


def _is_name_of_something(phrase: Phrase) -> bool:
    """Whether a phrase that is not linked still names one particular instrument."""
    if phrase.known or phrase.numbers:
        return True
    if phrase.pointer in w.INDEFINITE:
        return False
    if phrase.years or (phrase.states and phrase.pointer):
        return phrase.head not in ("document", "text", "clause")
    named = any(word not in w.MODIFIERS for word in phrase.words)
    return named and (phrase.proper or (phrase.pointer == "the" and phrase.head in w.TREATIES))


def _others(ranked: list[Link]) -> tuple[Link, ...]:
    return tuple(Link(one.id, share(one.score)) for one in ranked[1 : _ALTERNATIVES + 1] if one.score > 1)


def _reference(discourse: Discourse, phrase: Phrase, owners: set[str]) -> Mention | None:
    """What "the treaty" means: what is spoken of; a description that does not fit it is no reference to it.

    ``owners``: states whose it may be; an instrument without any of them is not theirs.
    """
    if phrase.head == "clause" or phrase.known or phrase.numbers:
        return None
    candidates = discourse.refer(phrase)
    telling = {stem(word) for word in phrase.words if word not in w.NOT_TELLING}
    if telling:
        table = profiles(discourse.world).of
        candidates = [(one, points) for one, points in candidates if telling & table[one].words]
    if not candidates and phrase.head == "charter" and phrase.proper and not phrase.words:
        return Mention(phrase.start, phrase.end, "", "instrument", ("un-charter",), _SURE, (), "reference")
    candidates = [pair for pair in candidates if _can_be_called(discourse, phrase, pair[0])]
    if owners:
        candidates = [pair for pair in candidates if owners & discourse.world.parties.get(pair[0], {}).keys()]
    if phrase.years or phrase.states or phrase.organs:
        fits = {one.id: one.score for one in rank(discourse.world, phrase)}
        best = max(fits.values(), default=0.0)
        candidates = [(one, points) for one, points in candidates if fits.get(one, 0.0) >= max(1.5, best - AHEAD / 2)]
        if phrase.years:
            candidates = [pair for pair in candidates if fits.get(pair[0], 0.0) >= 2.5]  # noqa: PLR2004 - the year must fit
    if not candidates or discourse.unknown == discourse.sentence:
        return None
    chosen, points = candidates[0]
    score = max(_SURE, min(_AT_MOST, round(points / 4, 2)))
    rest = tuple(Link(one, round(min(0.7, other / 4), 2)) for one, other in candidates[1 : _ALTERNATIVES + 1])
    return Mention(phrase.start, phrase.end, "", "instrument", (chosen,), score, rest, "reference")


def _can_be_called(discourse: Discourse, phrase: Phrase, identifier: str) -> bool:
    """Whether the names in a phrase are the record's own: "the Treaty of Versailles" points back at no other treaty."""
    if phrase.head in w.POINTING:
        return True
    own = profiles(discourse.world).of[identifier]
    names = [word for word in phrase.words if word not in w.MODIFIERS and word not in w.TITLE_LINKS]
    return all(stem(word) in own.words or word in own.called for word in names)


def _group(discourse: Discourse, phrase: Phrase, around: set[str]) -> Mention | None:
    """Several instruments: by their numbers, by the years of a range, or one for each place or year named."""
    world = discourse.world
    ids = [] if phrase.plural else list(phrase.known)
    if phrase.numbers:
        ids += [one for one in (f"unscr-{number}" for number in phrase.numbers) if one in world.records.instruments]
    elif not ids:
        ids = _several(discourse, phrase, around)
    if not ids and phrase.pointer in ("these", "those", "both", "the"):
        ids = _spoken(discourse, phrase)
    if ids:
        how = "description" if phrase.tells else "reference"
        discourse.groups[phrase.head] = tuple(dict.fromkeys(ids))
        return Mention(phrase.start, phrase.end, "", "instrument", tuple(dict.fromkeys(ids)), 0.8, (), how)  # type: ignore[arg-type]
    if phrase.numbers or phrase.years or (phrase.pointer == "the" and phrase.states and phrase.words):
        return Mention(phrase.start, phrase.end, "", "instrument", why="no instrument of the corpus fits")
    return None


def _several(discourse: Discourse, phrase: Phrase, around: set[str]) -> list[str]:
    ranked = rank(discourse.world, phrase, around, discourse.spoken)
    good = [one for one in ranked if one.score >= ENOUGH]
    if phrase.until_year or phrase.head == "resolution":
        top = good[0].score if good else 0.0
        return sorted(one.id for one in good if one.score >= top - AHEAD) if phrase.years else []
    wanted = max(len(phrase.years), len({name for name in phrase.states if len(phrase.states) > 1}))
    if len(phrase.years) == 1 and len(phrase.states) < wanted + 1 and good and phrase.head != "declaration":
        table = profiles(discourse.world).of
        return [one.id for one in good if phrase.years[0] in table[one.id].signed and one.score >= good[0].score - 2]
    if phrase.years and good:
        return [one.id for one in good[:wanted] if one.score >= good[0].score - 2]
    return []


def _spoken(discourse: Discourse, phrase: Phrase) -> list[str]:
    """Of "these documents", "both treaties": the instruments spoken of last that the head fits."""
    if phrase.tells and phrase.pointer == "the":
        return []
    if phrase.head in discourse.groups and not any(word in NUMBER_WORDS for word in phrase.words):
        return list(discourse.groups[phrase.head])
    wanted = next((NUMBER_WORDS[word] for word in phrase.words if word in NUMBER_WORDS), 2)
    near = [
        one
        for one, _ in discourse.refer(phrase)
        if one != "un-charter" and discourse.spoken[one].last >= discourse.sentence - _NEAR
    ]
    return sorted(near[:wanted], key=lambda one: discourse.spoken[one].last) if len(near) > 1 else []
