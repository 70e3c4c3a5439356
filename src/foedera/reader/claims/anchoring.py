"""Which article or instrument the words for a duty belong to, seen on a sentence with its names covered."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.reader.articles import article_id, articles_in
from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.duty_parts import ANCHOR, ORGAN, PLACE, STATE
from foedera.reader.claims.frame import Subject
from foedera.reader.words import ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_BREAK = re.compile(
    r"(?i)[;:—]|\s[–-]\s|\(|\)|,?\s(?:but|while|whereas|although|though|yet|because|so\s+that)\s|,\s(?:and|or|"
    r"nor|so|which|who|whose|whereupon|after\s+which)\s|"
    r"\sand\s(?=(?:obliges?|commits?|binds?|requires?|pledges?|undertakes?|provides?|contains?|promises?|"
    r"forbids?|bars?|bans?|prohibits?|rules|imposes?|allows?|permits?|lets?|gives?|grants?|guarantees?|says?|"
    r"states?|it|its|does|do|did|in|under|by)\b)"
)
_OPPOSED = re.compile(r"(?i)[;]|,?\s(?:but|while|whereas|although|though)\s")
_RESUMED = re.compile(
    r"(?i)\b(?:it|its|they|their|them|both|each|either|neither|parties|sides|members?|the\s+(?:two|three|other|"
    r"others|latter|former)|only|commits?|obliges?|merely|not|to|about|requires?|provides?)\b"
)
_ELLIPSIS = re.compile(
    rf"(?i)(?<=\bthe )({'|'.join(ORDINALS)})(?=\s+(?:merely\s+|also\s+|only\s+)?(?:obliges|binds|commits|"
    rf"requires|rules\s+out|forbids|prohibits|bars|provides|calls|lets|allows|permits|promises|guarantees|"
    rf"deals|covers|governs)\b)"
)
_HAS_SAID = re.compile(
    r"\s*(?:says?|states?|provides?|reads?|stipulates?|demands?|requires?|adds?|lays\s+down|said|"
    r"stated)\b(?!\s+that)"
)
_PART_OF = re.compile(r",?\s+|,?\s+(?:is|was|remains|forms)\s+(?:\w+\s+){0,5}?(?:of|in)\s+")
_CLAUSE = re.compile(r"(?i)\b(?:clauses?|provisions?|pledges?|guarantees?|obligations?)$")
COLON = re.compile(r"\s*(?::|—|\s–\s)")
"""What stands between an article and its content: "Article 2: help at once"."""
_NOT = re.compile(r"(?i)(?:,|\band|\bbut)\s+not\s+(?:in\s+|under\s+|by\s+)?(?:the\s+)?$")
_SUBORDINATE = re.compile(r"(?i)\b(?:who|when|after|while|once|since|as)\b[^,;:]{0,80}$")
_APART = re.compile(r"(?i)[^,]{0,60},(?!\s+(?:which|that|whose|in\s+which|by\s+which|under\s+which)\b)")
_OTHER_ONE = re.compile(
    r"(?i)\b(?:that|those)\s+(?:of|with|between)\b[^;]*,\s+(?:which|whose)\b|\b(?:followed|accompanied|preceded|"
    r"succeeded)\s+by\b"
)
_RELATIVE = re.compile(r"^,\s+(?:which|whose|that|(?:in|by|under)\s+which)\b")
_CHAINED = re.compile(r"(?i)\s*(?:,|,?\s*and|,?\s*or|,?\s*to|/|through)\s*")
_OWNER = re.compile(r"\s+(?:of|in)\s+(?:the|that|this|its|our|their|both)\s+\w")
_OWNED = re.compile(r"(?i)\b(?:our|my|your|the)\s+own\s+$")
_SUBJECT = re.compile(r"(?i)^(?:,[^,;]{0,60},)?\s+(?:\w+ly\s+|also\s+|then\s+)?(\w+)")
_NOUN = re.compile(
    r"(?i)\b(?:clause|provision|pledge|promise|guarantee|obligation|commitment|duty|article|rule|ban|"
    r"undertaking|right)\b"
)
_POINTER = re.compile(r"(?i)(?:the|that|this)\s+(?:clause|provision|article|paragraph)")
_ABOUT = re.compile(r"\s+(?:on|about|for|of|that|which|under|by|in)\b")
_COPULA = re.compile(r"(?i)\b(?:is|was)\s+(?:(?:in\s+fact|only|really|actually|indeed|called)\s+)?$")
_ANEW = re.compile(
    r"(?i),\s(?:and|but|while|whereas)\s+(?!this\b|that\b|it\b|so\b|these\b|both\b)(?:[^\s,;:]+\s+){1,6}?(?:is|"
    r"are|was|were|"
    r"has|have|must|may|shall|lets?|obliges|provides|forbids)\b"
)
"""A new statement of which the article behind it tells: "..., and joint ventures are forbidden by paragraph 17"."""
_END = re.compile(r"\s*(?:[.,;:)]|$|and\b|but\b|not\b)")
_REACH, _NEAR = 170, 60


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
    anchors: tuple[Anchor, ...]

    def breaks(self) -> list[tuple[int, int]]:
        """Where a new clause begins."""
        return [match.span() for match in _BREAK.finditer(self.text)]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause around a stretch."""
        since, until = 0, len(self.text)
        for first, last in self.breaks():
            if last <= start:
                since = last
            elif first >= end:
                until = first
                break
        return since, until


@dataclass(frozen=True, slots=True)
class Held:
    """What words belong to: the subject, where it stands (None: implied), and on which side of the words."""

    subject: Subject
    anchor: Anchor | None
    side: str


def cover(frame: Frame) -> Covered:
    """The sentence with names covered: instruments and articles, states, organisations, places."""
    letters = list(frame.sentence.text)
    for types, letter in (
        (("place",), PLACE),
        (("state",), STATE),
        (("organ",), ORGAN),
    ):
        _write(letters, frame, frame.found.of(*types), letter)
    _write(letters, frame, _named(frame), ANCHOR)
    text = "".join(letters)
    return Covered(frame, text, tuple(_anchors(frame, text)))


def _write(letters: list[str], frame: Frame, mentions: list[Mention], letter: str) -> None:
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


def _anchors(frame: Frame, text: str) -> list[Anchor]:
    mentions = [one for one in _named(frame) if not _inside(frame, one) and not _is_excepted(frame, one)]
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
    return bool(_NOT.search(frame.words(frame.base, mention.start)))


def _is_of_another(frame: Frame, mention: Mention) -> bool:
    """Whether words beside the article name an owner that the mention leaves out: "Article 2 of the older text"."""
    before, after = frame.words(frame.base, mention.start), frame.words(mention.end, frame.sentence.end)
    of_it = {identifier.partition("/")[0] for identifier in mention.ids}
    has_owner = any(one.start == mention.end + 4 and of_it == set(one.ids) for one in frame.found.of("instrument"))
    return bool(_OWNED.search(before) or (_OWNER.match(after) and not has_owner and mention.how != "description"))


def _anchor(frame: Frame, text: str, mention: Mention, unsure: list[Mention]) -> Anchor:
    start, end = mention.start - frame.base, mention.end - frame.base
    subject = Subject(() if mention in unsure else mention.ids or _foretold(frame, mention), mention.text, mention)
    head = text[max(0, start - 60) : start]
    referred = bool(v.REFERRED.search(head) or v.APART.search(head)) and not _RELATIVE.match(text[end:])
    if _is_charter(subject) and not referred:
        referred = not _is_grammatical_subject(text, end) and _is_beside_others(frame)
    return Anchor(start, end, subject, mention.type == "provision", referred)


def _is_beside_others(frame: Frame) -> bool:
    """Whether the Charter is not the only text that the sentence names."""
    return any(set(one.ids) and not one.ids[0].startswith("un-charter") for one in _named(frame))


def _is_apart(text: str, anchor: Anchor) -> bool:
    return bool(v.APART.search(text[: anchor.start]))


def _foretold(frame: Frame, mention: Mention) -> tuple[str, ...]:
    """The article of an instrument that is named only after it: "By its ninth article, the treaty ..."."""
    owner = next(
        (one for one in frame.found.of("instrument") if one.start == mention.end + 2 and len(one.ids) == 1), None
    )
    cited = next(
        (one for one in articles_in(frame.sentence.text, frame.base) if mention.start <= one.start < mention.end), None
    )
    if mention.type != "provision" or owner is None or cited is None or cited.number is None:
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
    for match in _ELLIPSIS.finditer(text):
        earlier = [one for one in found if one.is_article and one.end < match.start() and one.subject.ids]
        if earlier:
            instrument = earlier[-1].subject.instruments[0]
            identifier = article_id(frame.world, instrument, str(ORDINALS[match.group(1).lower()]))
            yield Anchor(
                match.start() - len("the "), match.end(), Subject((identifier,), match.group()), is_article=True
            )


def holder(covered: Covered, start: int, end: int) -> Held | None:
    """What words from one place to another belong to, or None if that is not plain."""
    usable = [one for one in covered.anchors if not one.is_referred]
    if within := next(
        (one for one in usable if covered.text[one.start] == ANCHOR and start <= one.start < one.end <= end), None
    ):
        return Held(within.subject, within, "within")
    left = next((one for one in reversed(usable) if one.end <= start), None)
    right = _right(covered, [one for one in usable if one.start >= end], end)
    if right and _is_located(covered, left, right, start, end):
        return Held(right.subject, right, "right")
    if left and _governs(covered, left, start):
        left = _article_before(covered, left)
        return Held(left.subject, left, "left")
    if left or right or covered.anchors:
        return None
    return _implied(covered)


def speaks(covered: Covered) -> bool:
    """Whether the sentence speaks of an article or instrument, by name or by what was spoken of."""
    return bool(covered.anchors) or _implied(covered) is not None


def _right(covered: Covered, after: list[Anchor], end: int) -> Anchor | None:
    """What follows words; of "withdrawal from the treaty is dealt with in Article 13" the article."""
    if len(after) > 1 and not after[0].is_article and after[1].is_article:
        gap = covered.text[end : after[1].start]
        same = after[0].subject.instruments == after[1].subject.instruments
        if same and len(gap) <= _REACH and v.LOCATED.search(gap):
            return after[1]
    return after[0] if after else None


def _article_before(covered: Covered, left: Anchor) -> Anchor:
    """Of "By its ninth article, the treaty has ..." the article, not the treaty."""
    for one in covered.anchors:
        near = one.is_article and not left.is_article and _PART_OF.fullmatch(covered.text[one.end : left.start])
        if near and one.subject.ids and one.subject.instruments == left.subject.instruments:
            return one
    return left


def _implied(covered: Covered) -> Held | None:
    frame = covered.frame
    if frame.implied is None or not (v.STRICT.search(covered.text) or _binds_a_party(covered, frame.implied)):
        return None
    clause = frame.clause if re.match(r"[\"“']?(?:It|This|That)\b", covered.text) else None
    return Held(Subject((clause or frame.implied,), "it"), None, "none")


def _binds_a_party(covered: Covered, implied: str) -> bool:
    """Whether a party of the instrument spoken of is said to have bound itself."""
    frame, parties = covered.frame, {one.state for one in covered.frame.world.records.instruments[implied].parties}
    bound = [frame.base + match.start("state") for match in v.STATE_BOUND.finditer(covered.text)]
    return any(one.start in bound and one.id in parties for one in frame.found.of("state"))


def _is_located(covered: Covered, left: Anchor | None, right: Anchor, start: int, end: int) -> bool:
    """Whether the words "are found in" the article on the right, and not in the one on the left."""
    gap = covered.text[end : right.start]
    if len(gap) > _REACH or (_ANEW.search(gap) and not v.POINTED.search(gap)):
        return False
    is_said = gap.endswith(", ") and bool(_HAS_SAID.match(covered.text[right.end :]))
    if not (
        is_said
        or v.POINTED.search(gap)
        or v.LOCATED.search(gap)
        or v.ADVERBIAL.search(gap)
        or _is_equated(covered, gap, right, start)
    ):
        return False
    if left is None:
        return True
    if not left.is_article and right.is_article:
        return True
    between = covered.text[left.end : start]
    is_apart = bool(_BREAK.search(_RELATIVE.sub("", between))) or _is_taken(covered, left)
    return is_apart and (right.is_article or not left.is_article)


def _is_equated(covered: Covered, gap: str, right: Anchor, start: int) -> bool:
    """Whether words are said to be an article: "The clause by which an attack on one is one on all is Article 5"."""
    is_noun = bool(_NOUN.search(covered.text[max(0, start - _NEAR) : start]) or _NOUN.search(gap))
    return right.is_article and is_noun and bool(_COPULA.search(gap)) and bool(_END.match(covered.text[right.end :]))


def _is_taken(covered: Covered, left: Anchor) -> bool:
    """Whether the article on the left already belongs to words before it: "help stands in Article 4, talks in 3"."""
    before = covered.text[: left.start]
    return bool(before.strip()) and bool(v.LOCATED.search(before[-_REACH:]))


def _governs(covered: Covered, left: Anchor, start: int) -> bool:
    """Whether the article or instrument on the left still holds at a place."""
    between = covered.text[left.end : start]
    if left.is_article and COLON.match(between):
        return True
    if _is_taken(covered, left) and _BREAK.search(between):
        return not left.is_article
    if not left.is_article and _SUBORDINATE.search(covered.text[: left.start]) and _APART.match(between):
        return False
    if _OTHER_ONE.search(between):
        return False
    opposed = list(_OPPOSED.finditer(between))
    return not opposed or bool(_RESUMED.search(between[opposed[-1].end() :])) or opposed[-1].end() == len(between)
