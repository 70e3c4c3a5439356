"""What a query plainly asks for besides words: a question, a clause by its article, a record on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera.dates import Day, DayError
from foedera.engine.lookup import plain
from foedera.engine.search import MAX_QUERY, search

if TYPE_CHECKING:
    from foedera.engine.search import Index
    from foedera.engine.search_entries import Entry, EntryKind
    from foedera.model.instruments import Provision
    from foedera.model.world import World

_DAY = re.compile(r"\b(?:on\s+)?(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_ATTACK = re.compile(
    r"(?:if\s+)?(?P<actor>.{2,80}?)\s*(?:\b(?P<verb>attack(?:s|ed)?|invade[sd]?|strikes?|bombs?|threaten(?:s|ed)?|vs\.?|versus"
    r"|against)\b|->|→)\s*(?P<target>.{2,80}?)(?:\s+(?:at|in|near)\s+(?P<place>.{2,80}))?[?.!]*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:\barticle\b|\bart\b\.?|§)\s*(?P<article>[\w().@-]+)(?:\s+(?:of|in)\b)?(?:\s+the\b)?", re.IGNORECASE
)
_LAST = re.compile(r"(?P<rest>.*\D)\s+(?P<article>\d{1,3})", re.DOTALL)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN = 39
_PLAINLY = 1.2
"""How much better than the second the first must fit."""
_RECORDS: tuple[EntryKind, ...] = ("state", "treaty", "place", "actor")


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that the query asks for.

    Attributes:
        kind: ``question``, ``clause``, ``record`` (on a day), or ``day`` for a day alone.
        ids: actor and target of a question; the clause; the record.
        on: the day; empty if the query names none.
        at: place of a question, or empty.
        event: kind of event of a question.
    """

    kind: Literal["question", "clause", "record", "day"]
    ids: tuple[str, ...] = ()
    on: str = ""
    at: str = ""
    event: str = "armed_attack"


def wishes(world: World, index: Index, query: str) -> tuple[Wish, ...]:
    """What a query asks for, the likeliest first; none for plain words."""
    text = " ".join(query[:MAX_QUERY].split())
    on, rest = _day(text)
    question = _question(index, rest, on)
    if question:
        return (question,)
    clauses = _clauses(world, index, rest, on)
    if clauses or not on:
        return clauses
    found = [index.nearest(rest, kind) for kind in _RECORDS] if rest else []
    records = tuple(Wish("record", (one.id,), on) for one in found if one)
    return records if rest else (Wish("day", (), on),)


def words_of(query: str) -> str:
    """The query without the day that it names, unless it is nothing but a day."""
    text = query[:MAX_QUERY]
    return _day(text)[1] or text


def _day(text: str) -> tuple[str, str]:
    """The day in a text, and the rest of it."""
    match = _DAY.search(text)
    if match is None:
        return "", text
    try:
        Day.parse(match[1])
    except DayError:
        return "", text
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return match[1], " ".join(rest.split()).strip(" ,;:")


def _question(index: Index, text: str, on: str) -> Wish | None:
    match = _ATTACK.fullmatch(text)
    if match is None:
        return None
    sides = [index.nearest(_bare(match[role]), kind) for role in ("actor", "target") for kind in ("state",)]
    if not all(sides) or sides[0] is sides[1]:
        return None
    place = index.nearest(_bare(match["place"]), "place") if match["place"] else None
    verb = (match["verb"] or "").lower()
    event = "threat_of_attack" if verb.startswith("threat") else "armed_attack"
    return Wish("question", tuple(one.id for one in sides if one), on, place.id if place else "", event)


def _bare(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip(" ,"), flags=re.IGNORECASE)


def _clauses(world: World, index: Index, text: str, on: str) -> tuple[Wish, ...]:
    """The clauses of the article that the text names of an instrument."""
    match = _ARTICLE.search(text)
    if match:
        rest, article = f"{text[: match.start()]} {text[match.end() :]}", match["article"]
    elif last := _LAST.fullmatch(text):
        rest, article = last["rest"], last["article"]
    else:
        return ()
    treaty = _treaty(index, _bare(rest))
    if treaty is None:
        return ()
    wanted = {plain(article), *_other_numerals(article)}
    found = (one for one in world.records.instruments[treaty.id].provisions if _is_called(one, wanted))
    return tuple(Wish("clause", (one.id,), on) for one in found)


def _treaty(index: Index, name: str) -> Entry | None:
    """The treaty that is called so, or that the words plainly mean."""
    named = index.nearest(name, "treaty")
    if named or not plain(name):
        return named
    first, second = (*search(index, name, kind="treaty", limit=2), None, None)[:2]
    is_plain = first and (second is None or first.score > _PLAINLY * second.score)
    return first.entry if first and is_plain else None


def _is_called(provision: Provision, wanted: set[str]) -> bool:
    """Whether the article, or the article without its paragraph, is meant."""
    return plain(provision.article) in wanted or plain(re.sub(r"\(.*", "", provision.article)) in wanted


def _other_numerals(article: str) -> set[str]:
    """The article in Roman numerals if it is in Arabic ones, and the other way round."""
    if article.isascii() and article.isdigit():
        return {_roman(int(article))} if 0 < int(article) <= _MOST_ROMAN else set()
    lower = article.casefold()
    return {str(number) for number in range(1, _MOST_ROMAN + 1) if _roman(number) == lower}


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        while number >= value:
            letters, number = letters + sign, number - value
    return letters
