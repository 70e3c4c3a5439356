"""The mentions of a sentence, linked to the corpus: instruments, articles, names and dates."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from foedera.reader import words as w
from foedera.reader.articles import Cited, article_id, articles_in, has_article
from foedera.reader.lexicon import lexicon, stands_for_treaty
from foedera.reader.naming import named_by
from foedera.reader.phrases import Scanner
from foedera.reader.records import Link, Mention
from foedera.reader.written import dates_in
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.reader.discourse import Discourse
    from foedera.reader.lexicon import Name
    from foedera.reader.phrase import Phrase
    from foedera.reader.tokens import Sentence

_OWNERS = (" of ", " in ", " under ", " from ")
_CHAIN = re.compile(
    r"(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+)(?:\d{1,3}|[IVX]{1,6})(?:\(\w{1,3}\))*)+\s(?:of|in|under)\s"
)
_ASIDE = re.compile(
    r"(?i)[\W]*(?:unlike|like|in contrast (?:to|with)|compared (?:to|with)|besides?|as (?:with|in)|similar to|"
    r"instead of|following|apart from|next to|much like|just as in|contrary to)\b[^,;]*$"
)
"""What stands before a treaty with which another one is only compared."""
_CHARTER_ARTICLE = "51"
_ALTERNATIVES = 3
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Found:
    """All mentions of a sentence, in the order of the text.

    ``others``: the places of phrases such as "a separate treaty" that name no instrument in particular.
    """

    mentions: tuple[Mention, ...]
    others: tuple[tuple[int, int], ...] = ()
    _of: dict[tuple[str, ...], tuple[Mention, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, *types: str) -> tuple[Mention, ...]:
        """The mentions of these types; picked out once, as a sentence's claims ask for the same again and again."""
        if types not in self._of:
            self._of[types] = tuple(one for one in self.mentions if one.type in types)
        return self._of[types]


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
    names = [name for name in names if name.text not in w.NORTH_AND_SOUTH or _is_korea(discourse, name, sentence)]
    named = [_name(discourse, name) for name in names]
    around = {one.id for one in named if one.type == "state" and one.id}
    for state in {state for one in named if one.type == "person" for state in _offices(discourse, one)}:
        around.add(state)
        discourse.states[state] = discourse.states.get(state, 0) + 1
    phrases = Scanner(sentence, _outermost(titles, names)).phrases()
    years = tuple(one.written.year for one in dates if one.written and one.written.year)
    for phrase in phrases:
        phrase.near = years
    cited = list(articles_in(sentence.text, sentence.start))
    told = _in_order(discourse, sentence, phrases, cited, around)
    _speak_of_organisations(discourse, named)
    places = {one.start for one in told}
    return Found(
        tuple(sorted((*told, *named, *_outside(dates, [*told, *named])), key=lambda one: (one.start, -one.end))),
        tuple((one.start, one.end) for one in phrases if one.start not in places and not one.plural),
    )


def _is_korea(discourse: Discourse, name: Name, sentence: Sentence) -> bool:
    """Whether "the North" is North Korea: Korea is spoken of, and no other word follows that it belongs to."""
    following = sentence.text[name.end - sentence.start :][:2]
    spoken = {"KOR", "PRK"} & discourse.states.keys() or "Korea" in sentence.text
    return bool(spoken) and not (following[:1] == " " and following[1:2].isupper())


def _speak_of_organisations(discourse: Discourse, named: list[Mention]) -> None:
    """An organisation brings its treaty to mind ("NATO ... the treaty"), where that treaty is not spoken of by name."""
    for one in named:
        known = one.type != "organ" or one.ids[0] in discourse.spoken
        if not known and stands_for_treaty(discourse.world, one.ids[0]):
            discourse.speak(one.ids, leads=not discourse.leads(), by_organ=True)


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
    """Numbers that look like years are no dates: of a resolution, or in an organ's name ("Committee 1718")."""
    return [one for one in dates if not (one.text.isdigit() and any(_is_number(other, one) for other in told))]


def _is_number(mention: Mention, date: Mention) -> bool:
    if not mention.start <= date.start < mention.end:
        return False
    return mention.type == "organ" or f"unscr-{date.text}" in mention.ids


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
    items: list[Phrase | Cited] = [*phrases, *cited]
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        if isinstance(item, Cited):
            told += _article(discourse, sentence, item, phrases, told, around)
        elif mention := _instrument(discourse, sentence, item, around):
            told.append(mention)
    return _with_words(sentence, told)


def _instrument(discourse: Discourse, sentence: Sentence, phrase: Phrase, around: set[str]) -> Mention | None:
    mention = named_by(discourse, phrase, around)
    if mention and mention.ids:
        aside = _ASIDE.match(sentence.text[: phrase.start - sentence.start]) is not None
        discourse.speak((one.partition("/")[0] for one in mention.ids), leads=not aside and not discourse.leads())
    elif mention:
        discourse.unknown = discourse.sentence
        discourse.focus = None
    return mention


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
    if not discourse.keeps_clause:
        discourse.clause, discourse.keeps_clause = identifier, True
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
    for phrase in phrases:
        gap = text[cited.end - shift : phrase.start - shift]
        if phrase.start >= cited.end and (gap in _OWNERS or gap == " " or _chained(gap)):
            mention = named_by(discourse, phrase, around)
            if mention and mention.ids and mention.type == "instrument":
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
    implied = _implied(discourse, cited.number or "", told) or _later(discourse, cited, phrases, around)
    return implied, start, cited.end


def _later(discourse: Discourse, cited: Cited, phrases: list[Phrase], around: set[str]) -> str | None:
    """The only instrument named after a bare article when none was before: "Under Article 5, the treaty with Japan"."""
    mentions = [named_by(discourse, phrase, around) for phrase in phrases if phrase.start >= cited.end]
    named = {one.ids[0] for one in mentions if one and one.ids and one.type == "instrument"}
    return named.pop() if len(named) == 1 else None


def _chained(gap: str) -> bool:
    """Whether "Articles 3 and 5 of": only further numbers stand between the article and its instrument."""
    return bool(_CHAIN.fullmatch(gap))


def _organ(discourse: Discourse, sentence: Sentence, cited: Cited) -> tuple[str, int, int] | None:
    """In "NATO's Article 5", "Article 5 of NATO" the organisation stands for its treaty."""
    text, shift = sentence.text, sentence.start
    for name in lexicon(discourse.world).others.find(text, shift):
        organs = [m.id for m in name.meanings if m.type == "organ" and m.id in discourse.world.records.instruments]
        if not organs:
            continue
        if text[name.end - shift : cited.start - shift] in ("'s ", "’s ", " ", "' ", "’ "):
            return organs[0], name.start, cited.end
        if text[cited.end - shift : name.start - shift] in (" of ", " of the ", " in ", " "):
            return organs[0], cited.start, name.end
    return None


def _implied(discourse: Discourse, number: str, told: list[Mention]) -> str | None:
    """The instrument of a bare "Article 4": the one spoken of that has it, else the one spoken of last."""
    world = discourse.world
    spoken = [one.ids[0].partition("/")[0] for one in reversed(told) if one.ids] + discourse.likely()
    near = [one for one in spoken if discourse.sentence - discourse.spoken[one].last <= _NEAR]
    if number.startswith(_CHARTER_ARTICLE) and not any(has_article(world, one, number) for one in near):
        return "un-charter"
    best = sorted(
        (one for one in near if one != "un-charter" or discourse.focus == one), key=lambda one: one == "un-charter"
    )
    for exact in (True, False):
        for one in best:
            if has_article(world, one, number, exact=exact):
                return one
    return best[0] if best else (spoken[0] if spoken else None)


def _with_words(sentence: Sentence, told: list[Mention]) -> list[Mention]:
    """The mentions with their words."""
    return [replace(one, text=sentence.text[one.start - sentence.start : one.end - sentence.start]) for one in told]
