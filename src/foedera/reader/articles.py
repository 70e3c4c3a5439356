"""Articles and paragraphs as they are written: "Article 4", "Arts. 3 and 5", "its Article V", "paragraph 8(a)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.checks.bench import is_named_part, same_article
from foedera.reader.words import NUMBER_WORDS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.model.world import World

_WORDS = "|".join(sorted((word for word in NUMBER_WORDS if len(word) > 2), key=len, reverse=True))  # noqa: PLR2004
_ONE = rf"(?:\d{{1,3}}(?:\.\d+)?(?:\s?\(\w{{1,3}}\))*|[IVX]{{1,6}}(?:\s?\(\w{{1,3}}\))*\b|(?i:{_WORDS})\b)"
_ARTICLE = re.compile(
    rf"\b(?P<lead>(?:[Oo]perative\s+)?(?:[Aa]rticles?|[Aa]rts?\.|Art|[Pp]aragraphs?|[Pp]aras?\.?)\s+)"
    rf"(?P<numbers>{_ONE}(?:(?:\s*,\s*|\s*,?\s+and\s+|\s*,?\s+or\s+){_ONE})*)"
)
_ORDINAL = re.compile(
    rf"(?i)\b(?:the|its|their)\s+(?P<number>{'|'.join(ORDINALS)})\s+(?:operative\s+)?(?:article|paragraph|clause|"
    rf"point)\b"
)
_EACH = re.compile(_ONE)
_POINTER = re.compile(
    r"(?i)\b(?:this|that|the same|the said|the)\s+(?:article|clause|provision|paragraph)\b(?!s|\s+of\b)"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as written. ``number`` is None for "that article"."""

    start: int
    end: int
    number: str | None


def articles_in(text: str, offset: int) -> Iterator[Cited]:
    """The articles in a sentence; of "Articles 3 and 5" the first has the word, the second only its number."""
    taken: list[tuple[int, int]] = []
    for match in _ARTICLE.finditer(text):
        first = True
        for one in _EACH.finditer(match.group("numbers")):
            start = match.start() if first else match.start("numbers") + one.start()
            yield Cited(offset + start, offset + match.start("numbers") + one.end(), _number(one.group()))
            first = False
        taken.append(match.span())
    for match in _ORDINAL.finditer(text):
        yield Cited(offset + match.start(), offset + match.end(), str(ORDINALS[match.group("number").lower()]))
        taken.append(match.span())
    for match in _POINTER.finditer(text):
        if not any(start <= match.start() < end or start < match.end() <= end for start, end in taken):
            yield Cited(offset + match.start(), offset + match.end(), None)


def _number(text: str) -> str:
    """An article's number as the corpus writes it: "4", "42(7)", "V"."""
    text = re.sub(r"\s", "", text)
    if text.lower() in NUMBER_WORDS:
        return str(NUMBER_WORDS[text.lower()])
    return re.sub(r"^(\d+)\.(\d+)$", r"\1(\2)", text)


def article_id(world: World, instrument: str, number: str) -> str:
    """The id of an article, as the record writes it if it is on record: ``usa-jpn-1960/V`` for "Article 5"."""
    record = world.records.instruments[instrument]
    written = [*(one.article for one in record.provisions), *(one.article for one in record.final_clauses)]
    for article in written:
        if article.casefold() == number.casefold():
            return f"{instrument}/{article}"
    for article in written:
        if same_article(article, number) and ("(" in number) >= ("(" in article):
            return f"{instrument}/{article}"
    return f"{instrument}/{number}"


def named_part(world: World, instrument: str, words: Iterable[str]) -> str | None:
    """The part of an instrument that has one of these words as its name: ``aze-tur-2010/Shusha``."""
    said = {word.lower() for word in words}
    for provision in world.records.instruments[instrument].provisions:
        if is_named_part(f"{instrument}/{provision.article}") and provision.article.lower() in said:
            return f"{instrument}/{provision.article}"
    return None


def has_article(world: World, instrument: str, number: str, *, exact: bool = False) -> bool:
    """Whether the article is on record; unless ``exact`` also by a paragraph, or by the article of a paragraph."""
    record = world.records.instruments[instrument]
    written = [*(one.article for one in record.provisions), *(one.article for one in record.final_clauses)]
    written += [one.article for one in record.areas]
    if exact:
        return number.casefold() in {article.casefold() for article in written}
    return any(same_article(article, number) for article in written)
