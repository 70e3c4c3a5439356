"""The mentions of a sentence, linked to the corpus: instruments, articles, names and dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.reader import words as w
from foedera.reader.articles import article_id, articles_in, has_article, named_part
from foedera.reader.lexicon import lexicon
from foedera.reader.linking import AHEAD, ENOUGH, link, rank, share
from foedera.reader.phrases import Scanner
from foedera.reader.records import Link, Mention
from foedera.reader.words import NUMBER_WORDS
from foedera.reader.written import dates_in
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.reader.articles import Cited
    from foedera.reader.discourse import Discourse
    from foedera.reader.lexicon import Name
    from foedera.reader.phrase import Phrase
    from foedera.reader.tokens import Sentence

_OWNERS = (" of ", " in ", " under ", " from ")
_CHARTER_ARTICLE = "51"
_ALTERNATIVES = 3
_SURE = 0.45
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of a sentence, in the order of the text. ``names``: the states meant, by the name's place."""

    mentions: tuple[Mention, ...]

    def of(self, *types: str) -> list[Mention]:
        """The mentions of these types."""
        return [one for one in self.mentions if one.type in types]


def find_mentions(discourse: Discourse, sentence: Sentence) -> Found:
    """The mentions of the next sentence of a document; the discourse remembers what they speak of."""
    discourse.open_sentence(sentence.text)
    known = lexicon(discourse.world)
    names, titles = (list(one.find(sentence.text, sentence.start)) for one in (known.others, known.titles))
    dates = [
        replace(one, written=discourse.complete(one.written, back=one.text.endswith("year")))
        for one in dates_in(sentence.text, sentence.start, _date(discourse.dated))
        if one.written
    ]
    named = [_name(discourse, name) for name in names]
    around = {one.id for one in named if one.type == "state" and one.id}
    around |= {state for one in named if one.type == "person" for state in _offices(discourse, one)}
    phrases = Scanner(sentence, _outermost(titles, names)).phrases()
    cited = list(articles_in(sentence.text, sentence.start))
    told = _in_order(discourse, sentence, phrases, cited, around)
    return Found(tuple(sorted((*told, *named, *_outside(dates, told)), key=lambda one: (one.start, -one.end))))


def _outermost(titles: list[Name], names: list[Name]) -> list[Name]:
    """The names for the search of phrases: those inside an instrument's full name are part of it."""
    longer = [
        one for one in names if any(one.start <= t.start and t.end <= one.end and one.text != t.text for t in titles)
    ]
    kept = [t for t in titles if not any(one.start <= t.start and t.end <= one.end for one in longer)]
    rest = [one for one in names if not any(t.start < one.end and one.start < t.end for t in kept)]
    return sorted((*kept, *rest), key=lambda one: one.start)


def _date(day: Day | None) -> dt.date | None:
    return dt.date.fromordinal(day.first) if day else None


def _outside(dates: list[Mention], told: list[Mention]) -> list[Mention]:
    """Numbers of resolutions that look like years are no dates."""
    numbers = [one for one in told if "resolution" in one.text.lower() or one.text.startswith(("S/RES", "UNSCR"))]
    return [
        one
        for one in dates
        if not (one.text.isdigit() and any(m.start <= one.start < m.end and _is_number(m, one) for m in numbers))
    ]


def _is_number(mention: Mention, date: Mention) -> bool:
    return any(identifier.endswith(f"-{date.text}") for identifier in mention.ids)


# --- names ---


def _name(discourse: Discourse, name: Name) -> Mention:
    meanings = name.meanings
    kind = next((k for k in ("state", "organ", "person", "place") if any(m.type == k for m in meanings)), "place")
    ids = [one.id for one in meanings if one.type == kind]
    chosen = _state(discourse, ids) if kind == "state" else ids[0]
    if kind == "state":
        discourse.states[chosen] = discourse.states.get(chosen, 0) + 1
    rest = tuple(Link(one, 0.3) for one in ids if one != chosen)[:_ALTERNATIVES]
    score = 1.0 if len(ids) == 1 else 0.7
    return Mention(name.start, name.end, name.text, kind, (chosen,), score, rest)  # type: ignore[arg-type]


def _state(discourse: Discourse, ids: list[str]) -> str:
    """Of states with one name: the one spoken of ("Korean"), else the one that exists, else the last that did."""
    if len(ids) == 1:
        return ids[0]
    if set(ids) == set(w.TWO_STATES["Korean"]):
        return max(ids, key=lambda one: (discourse.states.get(one, 0), one == "KOR"))
    day = discourse.dated
    states = [discourse.world.records.states[one] for one in ids]
    for state in states:
        spans = [span.span for span in state.exists]
        now = any(s.contains(day) is Truth.TRUE for s in spans) if day else any(s.until is None for s in spans)
        if now:
            return state.id
    return max(states, key=lambda one: max((s.until.last if s.until else 0) for s in one.exists)).id


def _offices(discourse: Discourse, person: Mention) -> Iterator[str]:
    official = discourse.world.records.officials.get(person.id or "")
    if official:
        yield from {office.state for office in official.offices}


# --- instruments and articles, in the order of the text ---


def _in_order(
    discourse: Discourse, sentence: Sentence, phrases: list[Phrase], cited: list[Cited], around: set[str]
) -> list[Mention]:
    told: list[Mention] = []
    for item in sorted((*phrases, *cited), key=lambda one: (one.start, -one.end)):
        if hasattr(item, "number"):
            told += _article(discourse, sentence, item, phrases, told, around)  # type: ignore[arg-type]
        elif mention := _instrument(discourse, item, told, around):  # type: ignore[arg-type]
            told.append(mention)
    return _owned_last(discourse, sentence, told)


def _instrument(discourse: Discourse, phrase: Phrase, told: list[Mention], around: set[str]) -> Mention | None:
    mention = _read(discourse, phrase, told, around)
    if mention and mention.ids:
        discourse.speak((one.partition("/")[0] for one in mention.ids), leads=not discourse.leads())
    elif mention:
        discourse.unknown = discourse.sentence
        discourse.focus = None
    return mention


def _read(discourse: Discourse, phrase: Phrase, told: list[Mention], around: set[str]) -> Mention | None:
    text = ""
    if len(phrase.states) == 1 or (phrase.proper and not phrase.states):
        often = sorted(discourse.states, key=lambda one: -discourse.states[one])
        around = around | set(often[:2]) | _sides(discourse)
    if phrase.plural or len(phrase.numbers) > 1:
        return _group(discourse, phrase, around)
    ranked = rank(discourse.world, phrase, around, discourse.spoken) if phrase.tells or phrase.words else []
    chosen = link(ranked) if _describes(phrase) or _between_all(discourse, phrase, ranked, around) else None
    if chosen and (part := named_part(discourse.world, chosen.id, phrase.words)):
        return Mention(phrase.start, phrase.end, text, "provision", (part,), chosen.score, (), "name")
    if chosen:
        how = "name" if chosen.id in phrase.known else "description"
        return Mention(phrase.start, phrase.end, text, "instrument", (chosen.id,), chosen.score, _others(ranked), how)  # type: ignore[arg-type]
    if phrase.pointer in w.POINTERS and (mention := _reference(discourse, phrase)):
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
    return phrase.proper and len([word for word in phrase.words if word not in w.MODIFIERS]) > 0


def _others(ranked: list[Link]) -> tuple[Link, ...]:
    return tuple(Link(one.id, share(one.score)) for one in ranked[1 : _ALTERNATIVES + 1] if one.score > 1)


def _reference(discourse: Discourse, phrase: Phrase) -> Mention | None:
    """What "the treaty" means: what is spoken of; a description that does not fit it is no reference to it."""
    if phrase.head == "clause" or phrase.known or phrase.numbers:
        return None
    candidates = discourse.refer(phrase)
    if not candidates and phrase.head == "charter" and phrase.proper and not phrase.words:
        return Mention(phrase.start, phrase.end, "", "instrument", ("un-charter",), _SURE, (), "reference")
    if phrase.years or phrase.states or phrase.organs:
        fits = {one.id: one.score for one in rank(discourse.world, phrase)}
        best = max(fits.values(), default=0.0)
        candidates = [(one, points) for one, points in candidates if fits.get(one, 0.0) >= max(1.5, best - AHEAD / 2)]
        if phrase.years:
            candidates = [pair for pair in candidates if fits.get(pair[0], 0.0) >= 2.5]  # noqa: PLR2004 - the year must fit
    if not candidates or discourse.unknown == discourse.sentence:
        return None
    chosen, points = candidates[0]
    score = max(_SURE, min(0.95, round(points / 3, 2)))
    rest = tuple(Link(one, round(min(0.9, other / 3), 2)) for one, other in candidates[1 : _ALTERNATIVES + 1])
    return Mention(phrase.start, phrase.end, "", "instrument", (chosen,), score, rest, "reference")


def _group(discourse: Discourse, phrase: Phrase, around: set[str]) -> Mention | None:
    """Several instruments: by their numbers, by the years of a range, or one for each place or year named."""
    world = discourse.world
    if phrase.known and not phrase.plural:
        ids = list(phrase.known)
    elif phrase.numbers:
        ids = [one for one in (f"unscr-{number}" for number in phrase.numbers) if one in world.records.instruments]
    else:
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
    near = [one for one, _ in discourse.refer(phrase) if discourse.spoken[one].last >= discourse.sentence - _NEAR]
    return sorted(near[:wanted], key=lambda one: discourse.spoken[one].last) if len(near) > 1 else []


# --- articles ---


def _article(
    discourse: Discourse,
    sentence: Sentence,
    cited: Cited,
    phrases: list[Phrase],
    told: list[Mention],
    around: set[str],
) -> list[Mention]:
    """The article's mention; the instrument that it is "of" comes on its own."""
    if cited.number is None:
        if discourse.clause is None:
            return []
        return [Mention(cited.start, cited.end, "", "provision", (discourse.clause,), 0.7, (), "reference")]
    owner, start, end = _owner(discourse, sentence, cited, phrases, told, around)
    if owner is None:
        return [Mention(start, end, cited.number, "provision", why="which instrument's article it is, is not said")]
    identifier = article_id(discourse.world, owner, cited.number)
    discourse.clause = identifier
    discourse.speak((owner,), leads=not discourse.leads())
    how = "description" if (start, end) != (cited.start, cited.end) else "reference"
    return [Mention(start, end, "", "provision", (identifier,), 0.9 if how == "description" else 0.7, (), how)]  # type: ignore[arg-type]


def _owner(
    discourse: Discourse,
    sentence: Sentence,
    cited: Cited,
    phrases: list[Phrase],
    told: list[Mention],
    around: set[str],
) -> tuple[str | None, int, int]:
    """The instrument of an article, and the stretch of text that names both."""
    text, shift = sentence.text, sentence.start
    after = text[cited.end - shift :]
    for phrase in phrases:
        gap = text[cited.end - shift : phrase.start - shift]
        if phrase.start >= cited.end and (gap in _OWNERS or gap == " " or _chained(gap)):
            mention = _read(discourse, phrase, told, around)
            if mention and mention.ids:
                return mention.ids[0], cited.start, phrase.end if not _chained(gap) else cited.end
            if mention and gap in _OWNERS:
                return None, cited.start, phrase.end
    if organ := _organ(discourse, sentence, cited):
        return organ
    before = text[: cited.start - shift]
    for mention in reversed(told):
        gap = text[mention.end - shift : cited.start - shift] if mention.end <= cited.start else "no"
        if gap in ("'s ", "’s ", "' ", "’ ", " ", ", ", " (") and mention.ids:
            begins = mention.start if gap not in (", ", " (") else cited.start
            return mention.ids[0].partition("/")[0], begins, cited.end
    start = cited.start
    for word in ("its ", "their ", "whose "):
        if before.lower().endswith(word):
            start -= len(word) if word != "whose " else 0
    del after
    return _implied(discourse, cited.number or "", told), start, cited.end


def _chained(gap: str) -> bool:
    """Whether "Articles 3 and 5 of": further numbers stand between the article and its instrument."""
    return (len(gap) < 30 and gap.endswith((" of ", " in ")) and gap[:5] in (" and ", " or 4", ", and", ", 5 a")) or (
        gap.startswith((" and ", ", "))
        and gap.endswith(" of ")
        and not any(c.isalpha() for c in gap[4:-4].replace("and", ""))
    )


def _organ(discourse: Discourse, sentence: Sentence, cited: Cited) -> tuple[str, int, int] | None:
    """In "NATO's Article 5", "Article 5 of NATO" the organisation stands for its treaty."""
    text, shift = sentence.text, sentence.start
    for name in lexicon(discourse.world).others.find(text, shift):
        organs = [m.id for m in name.meanings if m.type == "organ" and m.id in discourse.world.records.instruments]
        if not organs:
            continue
        if text[name.end - shift : cited.start - shift] in ("'s ", "’s ", " ", "' ", "’ "):
            return organs[0], name.start, cited.end
        if text[cited.end - shift : name.start - shift] in (" of ", " of the ", " in "):
            return organs[0], cited.start, name.end
    return None


def _implied(discourse: Discourse, number: str, told: list[Mention]) -> str | None:
    """The instrument of a bare "Article 4": the one spoken of that has it, else the one spoken of last."""
    world = discourse.world
    spoken = [one.ids[0].partition("/")[0] for one in reversed(told) if one.ids] + discourse.likely()
    near = [one for one in spoken if discourse.sentence - discourse.spoken[one].last <= _NEAR]
    if number.startswith(_CHARTER_ARTICLE) and not any(has_article(world, one, number) for one in near):
        return "un-charter"
    best = [one for one in near if one != "un-charter" or discourse.focus == one]
    for exact in (True, False):
        for one in best:
            if has_article(world, one, number, exact=exact):
                return one
    return best[0] if best else (spoken[0] if spoken else None)


def _owned_last(discourse: Discourse, sentence: Sentence, told: list[Mention]) -> list[Mention]:
    """The mentions with their words."""
    del discourse
    return [replace(one, text=sentence.text[one.start - sentence.start : one.end - sentence.start]) for one in told]
