"""Who does it, to which instrument, and when: the arguments of a cue, by position and by what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_WORD = re.compile(r"[\w’'-]+|[^\w\s]")
_JOINT = re.compile(
    r"(?i)\s*(?:,|&|(?:,\s*)?\b(?:and|or|nor|plus|as well as|along with|together with|"
    r"but also)\b)?\s*(?:\b(?:and|or|both|also|even|the|later|now|then|of course|finally|"
    r"lastly)\b\s*){0,3}(?:,?\s*(?:since|from|after|in)\s+(?:early\s+|late\s+)?\d{4},?\s*)?(?:the\s+)?"
)
_ASIDE = re.compile(r"\s*(?:,[^,;:]{1,90}(?:,[^,;:]{1,40})?,|\([^()]{1,90}\)|\s[–—-]\s?[^–—]{1,90}\s?[–—-]\s)")
_SHORT_ASIDE = re.compile(r"\s*(?:,[^,;:]{1,90},|\([^()]{1,90}\)|\s[–—-]\s?[^–—]{1,90}\s?[–—-]\s)")
_BESIDE = re.compile(
    r"(?i)\s*,?\s*\b(?:along|together) with(?: the)?\s+$|\s*,?\s*\bas (?:did|had|have|has)(?: the)?\s+$"
)
_GOVERNMENT = re.compile(
    r"(?i)\s+(?:side|government|leadership|authorities|republic|state|regime|delegation|parliament|junta|rulers)\b"
)
_OF_STATE = re.compile(
    r"(?i)(?:^|\W)(?:in|at|near|from|against|with|to|of|by|than|toward|towards|for|on|between|among|"
    r"outside|under|over|like|unlike|without|despite)\s+(?:the\s+)?$"
)
_NO_SUBJECT = re.compile(
    r"(?i)\b(?:to|of|from|with|by|in|on|for|about|against|under|over|at|upon|than|like|makes?|lets?|leave|"
    r"joins?|\w+ed|left|quit)\s*$"
)
_FILLERS = frozenset(
    """, has have had having was were is are been being be did does do not never n't didn't hasn't haven't hadn't
    wasn't isn't aren't weren't doesn't don't also too then later finally already long once only even ever now
    still itself themselves both all each which who that since again in on by from of turn the first soon
    afterwards thereafter there therefore thus indeed alone first no longer would will shall to yet just ago back
    first today itself last this year month week monday tuesday wednesday thursday friday saturday sunday morning
    night evening government leadership side as early ever at time at at one least “ " ” ' ’ however moreover
    meanwhile instead together two three states countries sides partners governments""".split()
)
_DETERMINERS = frozenset(
    """the this that its sub sub- - – their of to from in into by with a an whole entire all under out both so-called
    old new part parts participation membership obligations for such said “ " ‘""".split()
)
_OPEN = re.compile(
    r"(?i)\b(?:to|will|would|shall|may|might|could|can|should|must|let|wants?|cannot|if|once|whether|unless|until)\s+"
    r"(?:\w+ly\s+|be\s+|have\s+|has\s+|been\s+)*$"
)
_NOT = re.compile(r"(?i)\b(?:not|never|neither|nor)\b|n['’]t\b")
_NEITHER = re.compile(r"(?i)\b(?:neither|nor|nobody|none)\b[^,;]{0,30}$")
_AND = re.compile(
    r"(?i)^[^;:—]{1,160}\s(?:and|but)\s+(?:(?:then|later|finally|so|also|eventually)\s+|\w+ly\s+)?(?:has\s+|"
    r"had\s+)?$"
)
_LEAD = re.compile(
    r"(?i)[\"“'‘]?(?:(?:the|then|but|and|so|later|long\s+\w+,|finally,?|in\s+\d{4},?)\s+){0,2}(?:(?!(?:in|at|"
    r"under|of|to|with|from|by|for|against|unlike|like)\b)[\w-]+\s+)?"
)
_SAME_DAY = re.compile(
    r"(?i)^[^.;:]{0,30}?\b(?:on\s+)?(?:that|the)\s+(?:very\s+same|very|same)\s+day\b|"
    r"^[^.;:]{0,20}?\bthat\s+day\b"
)
_LATER = re.compile(r"(?i)^\s+[^.;:,]{0,25}?\b(?:later|afterwards|thereafter|earlier|after\s+that)\b")
_STOP = re.compile(
    r"(?i)[;:—]|\s(?:but|while|whereas|although|though|before|after|until|which|who|when|where|because|if|"
    r"than|signed|concluded|founded|adopted|had|has|was|were|is|are|that)\s|\b(?:and|then)\s+(?:\w+\s+)?\w+ed\b"
)
_FAR = 70


@dataclass(frozen=True, slots=True)
class Actors:
    """States named one after another, and where they stand."""

    states: tuple[str, ...]
    start: int
    end: int


def actors_of(
    frame: Frame, since: int | None = None, until: int | None = None, *, inside: bool = False
) -> list[Actors]:
    """The enumerations of states in a stretch of the sentence, in order.

    Adjectives ("the Russian ministe
        r") and owners ("Russia's minister") are none; names in the names of instruments only
    with ``inside``.
    """
    groups: list[list[Mention]] = []
    for one in frame.named("state", "organ", since=since, until=until):
        if not _acts(frame, one, inside=inside):
            continue
        if groups and _JOINT.fullmatch(frame.words(groups[-1][-1].end, one.start)):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [_group(group) for group in groups]


def _group(group: list[Mention]) -> Actors:
    return Actors(tuple(dict.fromkeys(one.ids[0] for one in group)), group[0].start, group[-1].end)


def _acts(frame: Frame, mention: Mention, *, inside: bool) -> bool:
    """Whether a name stands for a state as a whole."""
    if mention.type == "organ" and mention.id not in frame.world.records.actors:
        return False
    if not inside and any(one.start <= mention.start < one.end for one in frame.found.of("instrument", "provision")):
        return False
    following = frame.words(mention.end, min(mention.end + 16, frame.sentence.end))
    if re.match(r"['’]s?\b|['’]\s|-\w", following):
        return False
    state = frame.world.records.states.get(mention.ids[0])
    adjective = state is not None and mention.text in state.adjective and mention.text != state.name
    return not adjective or bool(_GOVERNMENT.match(following)) or not re.match(r"\s+[a-z]", following)


def doer(frame: Frame, at: int) -> Actors | None:
    """The states that are the subject of a verb at a place: right before it, or by "it", or behind an aside."""
    before = [one for one in actors_of(frame, until=at) if one.end <= at]
    pronoun = _pronoun(frame, at)
    if pronoun is not None:
        earlier = [one for one in before if one.end <= pronoun and not _is_object(frame, one)]
        return earlier[-1] if earlier else None
    for one in reversed(before[-3:]):
        if only_fillers(frame, one.end, at) and not _is_object(frame, one):
            return one
    leading = before[0] if before and _AND.search(frame.words(before[0].end, at)) else None
    return leading if leading and _leads(frame, leading.start) else None


def _leads(frame: Frame, start: int) -> bool:
    """Whether a name is the subject of the sentence, so that a verb behind "and" goes with it too."""
    return bool(_LEAD.fullmatch(frame.words(frame.base, start)))


def _pronoun(frame: Frame, at: int) -> int | None:
    """Where "it" or "they" stands, if that is the subject of a verb at a place."""
    words = list(_WORD.finditer(frame.words(frame.base, at)))
    for match in reversed(words[-6:]):
        if match.group().lower() in ("it", "they"):
            head = frame.words(frame.base, frame.base + match.start())
            return None if _NO_SUBJECT.search(head) else frame.base + match.start()
        if match.group().lower() not in _FILLERS and not match.group().endswith("ly"):
            return None
    return None


def _is_object(frame: Frame, one: Actors) -> bool:
    return bool(_OF_STATE.search(frame.words(frame.base, one.start)[-20:]))


def only_fillers(frame: Frame, start: int, end: int) -> bool:
    """Whether only auxiliaries, adverbs, dates, "which" and asides stand between a subject and its verb."""
    for aside in (_ASIDE, _SHORT_ASIDE, None):
        rest = frame.words(start, end)
        shift = start
        if aside is not None:
            match = aside.match(rest)
            if match is None:
                continue
            rest, shift = rest[match.end() :], start + match.end()
        if _is_filling(frame, rest, shift):
            return True
    return False


def _is_filling(frame: Frame, text: str, shift: int) -> bool:
    dates = [(one.start - shift, one.end - shift) for one in frame.found.of("date")]
    for match in _WORD.finditer(text):
        if any(since <= match.start() < until for since, until in dates):
            continue
        word = match.group().lower()
        if word not in _FILLERS and not word.endswith(("ly", "n't", "n’t")):
            return False
    return True


def later_doer(frame: Frame, start: int) -> Actors | None:
    """The subject behind a participle: "Having withdrawn from the pact, Armenia now ..."."""
    head = frame.words(frame.base, start)
    if not re.fullmatch(
        r"(?i)[\w\s’'-]{0,25}[–-]?\s*(?:having|after|since|by|on|upon)\s+(?:\w+ly\s+)?(?:having\s+)?(?:been\s+)?", head
    ) and not re.search(r"(?i)[–—-]\s*having\s+(?:\w+ly\s+)?$", head):
        return None
    for one in actors_of(frame, since=start):
        if re.search(r",\s*(?:the\s+)?$", frame.words(start, one.start)):
            return _group([mention for mention in frame.named("state", "organ") if mention.start == one.start])
    return None


def is_open(frame: Frame, start: int) -> bool:
    """Whether a verb stands under "to", "may" or "whether": nothing has happened."""
    return bool(_OPEN.search(frame.words(frame.base, start)[-30:]))


def is_denied(frame: Frame, who: Actors, start: int) -> bool:
    """Whether a verb is denied of its subject: "never left", "neither Cuba nor Peru joined"."""
    between, before = frame.words(min(who.end, start), start), frame.words(frame.base, who.start)
    return bool(_NOT.search(between) or _NEITHER.search(before))


def companions(frame: Frame, end: int) -> tuple[str, ...]:
    """States behind "along with" after a verb: "left in 1999 along with Georgia"."""
    for one in actors_of(frame, since=end):
        if _BESIDE.search(frame.words(end, one.start)) and one.start - end < _FAR:
            return one.states
    return ()


def owner(frame: Frame, start: int, end: int) -> Actors | None:
    """Whose a noun is: "Mexico's denunciation", "the accession of Mexico"."""
    for one in frame.named("state", until=start)[-1:]:
        if one.end <= start and re.fullmatch(
            r"(?i)['’]s?\s+(?:[\w-]+\s+){0,2}|\s+(?:formal\s+)?", frame.words(one.end, start)
        ):
            return _group([one])
    behind = (
        one
        for one in actors_of(frame, since=end)
        if re.fullmatch(r"(?i)\s+(?:of|by)\s+(?:the\s+)?", frame.words(end, one.start))
    )
    return next(behind, None)


# --- instruments ---


def is_instrument(frame: Frame, mention: Mention) -> bool:
    """Whether a mention names an instrument, also as an organisation ("NATO")."""
    return mention.type in ("instrument", "provision") or (
        mention.type == "organ" and mention.id in frame.world.records.instruments
    )


def instruments(frame: Frame, since: int | None = None, until: int | None = None) -> list[Mention]:
    """Mentions of instruments and organisations that start in a stretch; of "Article 4 of the pact" the first."""
    return [
        one
        for one in frame.named("instrument", "provision", "organ", since=since, until=until)
        if is_instrument(frame, one)
    ]


def subject_of(mention: Mention, *, clauses: bool = False) -> Subject:
    """What is spoken of, from a mention of it."""
    subject = Subject(mention.ids, mention.text, mention)
    return subject if clauses else subject.whole()


def implied(frame: Frame) -> Subject | None:
    """What the text was speaking of before the sentence."""
    return Subject((frame.implied,), "it") if frame.implied else None


def object_at(frame: Frame, end: int, *, clauses: bool = False) -> Subject | None:
    """The instrument that stands right after a verb, behind "the", "from the", "the whole of the"."""
    for one in instruments(frame, since=end)[:1]:
        words = [match.group().lower() for match in _WORD.finditer(frame.words(end, one.start))]
        if len(words) <= _NEAR and all(word in _DETERMINERS for word in words) and not _qualifies(frame, one):
            return subject_of(one, clauses=clauses)
    return None


_NEAR = 6
_NEXT = re.compile(
    r"(?i)['’]s?\s+\w|\s+(?!(?:in|on|as|at|by|for|to|from|since|last|this|that|which|who|and|or|but|nor|"
    r"after|before|when|while|during|"
    r"together|along|with|under|until|till|only|again|once|twice|because|although|though|if|unless|despite|"
    r"without|within|is|was|has|had|"
    r"also|too|soon|later|formally|early|late|following|over|altogether|entirely|outright|amid|alone|ever|"
    r"now|then|today|yesterday|two|three|ten|"
    r"a|an|the|one|upon|not|it|instead|first|eventually|more|so|than|even|yet|nearly|almost|just|years?|"
    r"members?|\w+ly|would|will|could|can|may|"
    r"treaty|pact|alliance|family|club|bloc|itself)\b)[a-z]"
)


def _qualifies(frame: Frame, mention: Mention) -> bool:
    """Whether an organisation's name only tells whose something else is: "NATO's exercises", "NATO troops"."""
    following = frame.words(mention.end, min(mention.end + 16, frame.sentence.end))
    return bool(_NEXT.match(following)) and (mention.type == "organ" or following[0] in "'’")


def theme(frame: Frame, at: int, *, clauses: bool = False) -> Subject | None:
    """The instrument that is the subject of a verb at a place: right before it, behind an aside, or "it"."""
    pronoun = _pronoun(frame, at)
    before = [one for one in instruments(frame, until=at) if one.end <= at]
    if pronoun is not None:
        earlier = [one for one in before if one.end <= pronoun]
        return subject_of(earlier[-1], clauses=clauses) if earlier else implied(frame)
    for one in reversed(before[-4:]):
        if any(other.start <= one.start and one.end <= other.end and other is not one for other in before):
            continue
        if only_fillers(frame, one.end, at) and not _is_other(frame, one, at):
            return subject_of(one, clauses=clauses)
    head = next((one for one in before if one.type != "provision"), None)
    if head and _AND.search(frame.words(head.end, at)) and _leads(frame, head.start):
        return subject_of(head, clauses=clauses)
    opening = frame.words(frame.base, at)
    if re.fullmatch(
        r"(?i)[\"“']?(?:this|that|the (?:alliance|bloc|organi[sz]ation))\b.{0,30}", opening
    ) and _is_filling(frame, re.sub(r"(?i)^\W*(?:this|that|the \w+)", "", opening), frame.base):
        return implied(frame)
    return None


def _is_other(frame: Frame, mention: Mention, at: int) -> bool:
    """Whether the mention only belongs to the subject: "a member of NATO left"."""
    if re.match(r",?\s*(?:which|that)\b", frame.words(mention.end, at)):
        return False
    return bool(
        re.search(
            r"(?i)\b(?:of|article|articles|under|to|with|from|by|in|against|like|unlike|than|as|for|about|"
            r"on|outside)\s+(?:the\s+)?$",
            frame.words(frame.base, mention.start)[-24:],
        )
    )


def nearest(frame: Frame, at: int) -> Subject | None:
    """The instrument named last before a place, else what is implied."""
    before = [one for one in instruments(frame, until=at) if one.end <= at]
    return subject_of(before[-1]) if before else implied(frame)


def around(frame: Frame, at: int) -> Subject | None:
    """The instrument named last before a place, else the next in the sentence, else what is implied."""
    named = instruments(frame)
    before = [one for one in named if one.end <= at]
    return subject_of(before[-1] if before else named[0]) if named else implied(frame)


# --- dates ---


def dated(frame: Frame, start: int, end: int, subject: Actors | Mention | None = None) -> Mention | None:
    """The date of what happens between two places: at the head of the sentence, soon after, within, or right before."""
    free = [one for one in frame.found.of("date") if one.written and not _in_name(frame, one, start)]
    behind = frame.words(end, frame.sentence.end)
    earlier = [one for one in free if one.end <= start]
    if earlier and _SAME_DAY.match(behind):
        return earlier[-1]
    if subject and (head := _at_head(frame, free, subject)):
        return head
    for one in free:
        if start <= one.start < end:
            return one
        if one.start >= end and one.start - end < _FAR and not _STOP.search(frame.words(end, one.start)):
            return one
    near = earlier and re.fullmatch(r"[,\s]*(?:the\s+|by\s+)?", frame.words(earlier[-1].end, start))
    return earlier[-1] if near and not _LATER.match(behind) else None


def _at_head(frame: Frame, dates: list[Mention], subject: Actors | Mention) -> Mention | None:
    """The date that opens the sentence right before the subject: "In 1968 Albania left"."""
    for one in dates:
        opening = re.fullmatch(
            r"(?i)[\"“'‘]?(?:and\s+|but\s+)?(?:(?:on|in|by|since)\s+)?(?:early\s+|late\s+|the\s+)?",
            frame.words(frame.base, one.start),
        )
        if opening and re.fullmatch(r",?\s*(?:the\s+)?", frame.words(one.end, max(one.end, subject.start))):
            return one
    return None


def _in_name(frame: Frame, date: Mention, start: int) -> bool:
    """Whether the date tells which instrument is meant; one at the end of the object's name belongs to the verb."""
    for one in frame.found.of("instrument", "provision"):
        if one.start <= date.start < one.end:
            behind = re.search(r"(?i)\b(?:in|on|since)\s+(?:the\s+)?$", frame.words(one.start, date.start))
            return not (behind and one.start >= start and date.end == one.end)
    return False


def stretch(*parts: tuple[int, int] | Actors | Mention | None) -> tuple[int, int]:
    """From the first to the last of the parts."""
    spans = [one if isinstance(one, tuple) else (one.start, one.end) for one in parts if one is not None]
    return min(start for start, _ in spans), max(end for _, end in spans)


def merged(*groups: Iterable[str]) -> tuple[str, ...]:
    """All states of the groups, each once."""
    return tuple(dict.fromkeys(state for group in groups for state in group))


def matches(frame: Frame, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], int, int]]:
    """Matches of a pattern with their places in the passage."""
    for match in frame.matches(pattern):
        yield match, frame.base + match.start(), frame.base + match.end()
