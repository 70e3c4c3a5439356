"""A sentence with its names covered, so that words for duties are never looked for in the title of a treaty."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.articles import article_id, articles_in
from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.duty_parts import ANCHOR, ORGAN, PLACE, STATE
from foedera.reader.claims.duty_words import words_of
from foedera.reader.claims.frame import Subject
from foedera.reader.words import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

BREAK = re.compile(
    r"(?i)[;:—]|\s[–-]\s|\(|\)|,?\s(?:but|while|whereas|although|though|yet|because|so\s+that)\s|,\s(?:and|or|"
    r"nor|so|which|who|whose|whereupon|after\s+which)\s|"
    r"\sand\s(?=(?:obliges?|commits?|binds?|requires?|pledges?|undertakes?|provides?|contains?|promises?|"
    r"forbids?|bars?|bans?|prohibits?|rules|imposes?|allows?|permits?|lets?|gives?|grants?|guarantees?|says?|"
    r"states?|it|its|does|do|did|in|under|by)\b)"
)
_ELLIPSIS = re.compile(
    rf"(?i)(?<=\bthe )({'|'.join(ORDINALS)})(?=\s+(?:merely\s+|also\s+|only\s+)?(?:obliges|binds|commits|"
    rf"requires|rules\s+out|forbids|prohibits|bars|provides|calls|lets|allows|permits|promises|guarantees|"
    rf"deals|covers|governs)\b)"
)
_CLAUSE = re.compile(
    r"(?i)\b(?:clauses?|provisions?|pledges?|guarantees?|obligations?)(?:\s+(?:on|of|about|"
    r"for)\b.*)?$"
)
_NOT = re.compile(r"(?i)(?:,|\band|\bbut)\s+not\s+(?:in\s+|under\s+|by\s+)?(?:the\s+)?$")
_CHAINED = re.compile(r"(?i)\s*(?:,|,?\s*and|,?\s*or|,?\s*to|/|through)\s*")
_OWNER = re.compile(r"\s+(?:of|in)\s+(?:the|that|this|its|our|their|both)\s+\w")
_OWNED = re.compile(r"(?i)\b(?:our|my|your|the)\s+own\s+$")
_SUBJECT = re.compile(r"(?i)^(?:,[^,;]{0,60},)?\s+(?:\w+ly\s+|also\s+|then\s+)?(\w+)")
RELATIVE = re.compile(r"^,\s+(?:which|whose|that|(?:in|by|under)\s+which)\b")
_POINTER = re.compile(r"(?i)(?:the|that|this)\s+(?:clause|provision|article|paragraph)")
_ABOUT = re.compile(r"\s+(?:on|about|for|of|that|which|under|by|in)\b")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Anchor:
    """An article or instrument in a sentence; places are in the sentence's text.

    ``is_referred``: the sentence only refers to it. ``chained``: one of "Articles 3 and 4".
    """

    start: int
    end: int
    subject: Subject
    is_article: bool
    is_referred: bool = False
    chained: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """A sentence with its names covered, and the articles and instruments in it."""

    frame: Frame
    text: str
    words: frozenset[str]
    anchors: tuple[Anchor, ...]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around a stretch."""
        return clause_at(self.text, start, end)


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause of a text around a stretch."""
    since, until = 0, len(text)
    for first, last in _breaks(text):
        if last <= start:
            since = last
        elif first >= end:
            until = first
            break
    return since, until


@lru_cache(maxsize=8)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    """Where a new clause begins."""
    return tuple(match.span() for match in BREAK.finditer(text))


def cover(frame: Frame) -> Covered:
    """The sentence with names covered: instruments and articles, states, organisations, places."""
    letters = list(frame.sentence.text)
    for types, letter in (
        (("place",), PLACE),
        (("state",), STATE),
        (("organ",), ORGAN),
    ):
        _write(letters, frame, frame.found.of(*types), letter)
    named = _named(frame)
    _write(letters, frame, named, ANCHOR)
    text = "".join(letters)
    return Covered(frame, text, words_of(text), tuple(_anchors(frame, text, named)))


def _write(letters: list[str], frame: Frame, mentions: Iterable[Mention], letter: str) -> None:
    """Cover the mentions with a letter."""
    for one in mentions:
        since, until = one.start - frame.base, one.end - frame.base
        letters[since:until] = letter * (until - since)


def _named(frame: Frame) -> list[Mention]:
    """Instruments and articles; the right of self-defence is what a clause speaks of, if another is named."""
    found = [one for one in frame.found.of("instrument", "provision") if not _is_content(one)]
    plain = [one for one in found if not _is_common_noun(frame, one)]
    return plain or found


def _is_common_noun(frame: Frame, mention: Mention) -> bool:
    """Whether the words tell what an article is about ("the clause on withdrawal"), or name self-defence."""
    if mention.ids and mention.ids[0].startswith("customary-self"):
        return True
    is_pointer = mention.type == "provision" and bool(_POINTER.fullmatch(mention.text))
    return is_pointer and bool(_ABOUT.match(frame.words(mention.end, frame.sentence.end)))


def _is_content(mention: Mention) -> bool:
    """Whether the words name what an instrument contains: "a mutual-defence clause"."""
    return mention.type == "instrument" and bool(_CLAUSE.search(mention.text))


def _anchors(frame: Frame, text: str, named: list[Mention]) -> list[Anchor]:
    mentions = [one for one in named if not _inside(frame, one) and not _is_excepted(frame, one)]
    unsure = [one for one in mentions if one.type == "provision" and _is_of_another(frame, one)]
    found = [_anchor(frame, text, one, unsure) for one in mentions]
    if not found:
        organs = [one for one in frame.found.of("organ") if one.id in frame.world.records.instruments]
        found = [_anchor(frame, text, one, []) for one in organs if one.id != "un-charter"]
    if any(one.is_referred for one in found) and all(one.is_referred for one in found):
        found = [replace(one, is_referred=_is_charter(one.subject) or _is_apart(text, one)) for one in found]
    linked = [
        _link(text, one, found[index - 1] if index else None, found[index + 1] if index + 1 < len(found) else None)
        for index, one in enumerate(found)
    ]
    return sorted([*linked, *_ellipses(frame, text, found)], key=lambda one: one.start)


def _inside(frame: Frame, mention: Mention) -> bool:
    """Whether the mention stands within another: "the treaty" in "Article 4 of the treaty"."""
    return any(
        other is not mention
        and other.start <= mention.start
        and mention.end <= other.end
        and (other.end - other.start, other.type == "provision")
        > (mention.end - mention.start, mention.type == "provision")
        for other in frame.found.of("instrument", "provision")
    )


def _is_excepted(frame: Frame, mention: Mention) -> bool:
    """Whether it is named as the wrong one: "Article 8, not Article 9"."""
    return bool(_NOT.search(frame.words(max(frame.base, mention.start - _NEAR), mention.start)))


def _is_of_another(frame: Frame, mention: Mention) -> bool:
    """Whether words beside the article name an owner that the mention leaves out: "Article 2 of the older text"."""
    before = frame.words(max(frame.base, mention.start - _NEAR), mention.start)
    after = frame.words(mention.end, frame.sentence.end)
    of_it = {identifier.partition("/")[0] for identifier in mention.ids}
    has_owner = any(one.start == mention.end + 4 and of_it == set(one.ids) for one in frame.found.of("instrument"))
    return bool(_OWNED.search(before) or (_OWNER.match(after) and not has_owner and mention.how != "description"))


def _anchor(frame: Frame, text: str, mention: Mention, unsure: list[Mention]) -> Anchor:
    start, end = mention.start - frame.base, mention.end - frame.base
    subject = Subject(() if mention in unsure else mention.ids or _foretold(frame, mention), mention.text, mention)
    head = text[max(0, start - 60) : start]
    referred = bool(v.REFERRED.search(head) or v.APART.search(head)) and not RELATIVE.match(text[end:])
    if _is_charter(subject) and not referred:
        referred = not _is_grammatical_subject(text, end) and _is_beside_others(frame)
    return Anchor(start, end, subject, mention.type == "provision", referred)


def _is_beside_others(frame: Frame) -> bool:
    """Whether the Charter is not the only text that the sentence names."""
    return any(set(one.ids) and not one.ids[0].startswith("un-charter") for one in _named(frame))


def _is_apart(text: str, anchor: Anchor) -> bool:
    return bool(v.APART.search(text[max(0, anchor.start - _NEAR) : anchor.start]))


def _foretold(frame: Frame, mention: Mention) -> tuple[str, ...]:
    """The article of an instrument that is named only after it: "By its ninth article, the treaty ..."."""
    owner = next(
        (one for one in frame.found.of("instrument") if one.start == mention.end + 2 and len(one.ids) == 1), None
    )
    if mention.type != "provision" or owner is None:
        return ()
    cited = next(
        (one for one in articles_in(frame.sentence.text, frame.base) if mention.start <= one.start < mention.end), None
    )
    if cited is None or cited.number is None:
        return ()
    return (article_id(frame.world, owner.ids[0], cited.number),)


def _is_charter(subject: Subject) -> bool:
    return subject.instruments == ("un-charter",)


def _is_grammatical_subject(text: str, end: int) -> bool:
    """Whether a verb of duty follows at once."""
    follows = _SUBJECT.match(text[end:])
    verb = follows.group(1) if follows else ""
    return any(one.fullmatch(verb) for one in (v.MUST, v.PLEDGE, v.CONTAIN, v.FORBID))


def _link(text: str, one: Anchor, before: Anchor | None, after: Anchor | None) -> Anchor:
    """The article, marked if it is one of several named together."""
    near = [other for other in (before, after) if other and other.is_article and one.is_article]
    near = [other for other in near if _is_another_of_it(one, other)]
    gaps = [text[min(one.end, other.end) : max(one.start, other.start)] for other in near]
    chained = any(_CHAINED.fullmatch(gap) for gap in gaps)
    return Anchor(one.start, one.end, one.subject, one.is_article, one.is_referred, chained)


def _is_another_of_it(one: Anchor, other: Anchor) -> bool:
    return other.subject.instruments == one.subject.instruments and other.subject.ids != one.subject.ids


def _ellipses(frame: Frame, text: str, found: list[Anchor]) -> Iterator[Anchor]:
    """In "..., and the third rules out" an article by its number alone, after another article of the instrument."""
    if not any(one.is_article for one in found):
        return
    for match in _ELLIPSIS.finditer(text):
        earlier = [one for one in found if one.is_article and one.end < match.start() and one.subject.ids]
        if earlier:
            instrument = earlier[-1].subject.instruments[0]
            identifier = article_id(frame.world, instrument, str(ORDINALS[match.group(1).lower()]))
            yield Anchor(
                match.start() - len("the "), match.end(), Subject((identifier,), match.group()), is_article=True
            )
