"""Who does it: the states that are the subject of a verb, by position and by what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Mention

WORD = re.compile(r"[\w’'-]+|[^\w\s]")
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
_RULERS = re.compile(
    r"(?i)\b(?:leaders|presidents|governments|juntas|rulers|prime\s+ministers|premiers|(?:foreign\s+|"
    r"defen[cs]e\s+)?ministers|"
    r"heads\s+of\s+(?:state|government)|envoys|kings|monarchs|representatives|parliaments|states|"
    r"republics)\s+of\s+(?:the\s+)?$"
)
"""Who acts for states: "the governments of A and B signed"."""
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
    meanwhile instead together two three states countries sides partners governments
    always long far firmly""".split()
)
_OPEN = re.compile(
    r"(?i)\b(?:to|will|would|shall|may|might|could|can|should|must|let|wants?|cannot|if|once|whether|unless|until)\s+"
    r"(?:\w+ly\s+|be\s+|have\s+|has\s+|been\s+)*$"
)
_HAD = re.compile(r"(?i)[\"“'‘]?(?:had|were|should)\s+(?!been\b)")
_WOULD = re.compile(r"(?i)\b(?:would|could|might)\b")
_NOT = re.compile(r"(?i)\b(?:not|never|neither|nor)\b|n['’]t\b")
_NEITHER = re.compile(r"(?i)\b(?:neither|nor|nobody|none)\b[^,;]{0,30}$")
AND = re.compile(
    r"(?i)^[^;:—]{1,160}\s(?:and|but)\s+(?:(?:then|later|finally|so|also|eventually)\s+|\w+ly\s+)?(?:has\s+|"
    r"had\s+)?$"
)
_LEAD = re.compile(
    r"(?i)[\"“'‘]?(?:(?:the|then|but|and|so|later|long\s+\w+,|finally,?|in\s+\d{4},?)\s+){0,2}(?:(?!(?:in|at|"
    r"under|of|to|with|from|by|for|against|unlike|like)\b)[\w-]+\s+)?"
)
_WHEN = re.compile(r"(?i)[\"“]?(?:ever\s+)?(?:when|after|before|as|since|although|though|while|once)\s+")
_SCENE = re.compile(
    r"(?i)(?:^|[,;:]\s)[\"“]?(?:and\s+|then\s+)?(?:back\s+)?(?:at|in|near|outside|from|like|unlike|besides|beyond|as\s+with)\s+(?:the\s+)?$"
)
FAR = 70
"""How far, in characters, an argument may stand from its verb."""


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
        between = frame.words(groups[-1][-1].end, one.start) if groups else ""
        if groups and _JOINT.fullmatch(between) and not (between[0] == "," and _is_scene(frame, groups[-1])):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [_group(group) for group in groups]


def _is_scene(frame: Frame, group: list[Mention]) -> bool:
    """As in: "In Moscow, Russia and North Korea signed": where it happens, not one of those who do it."""
    return len(group) == 1 and bool(_SCENE.search(frame.words(frame.base, group[0].start)))


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
    return not adjective or bool(_GOVERNMENT.match(following)) or not re.match(r"\s+\w", following)


def doer(frame: Frame, at: int) -> Actors | None:
    """The states that are the subject of a verb at a place: right before it, or by "it", or behind an aside."""
    before = [one for one in actors_of(frame, until=at) if one.end <= at]
    place = pronoun(frame, at)
    if place is not None:
        earlier = [one for one in before if one.end <= place and not _is_object(frame, one)]
        return earlier[-1] if earlier else _foretold(frame, place)
    for one in reversed(before[-3:]):
        if only_fillers(frame, one.end, at) and not _is_object(frame, one):
            return one
    leading = before[0] if before and AND.search(frame.words(before[0].end, at)) else None
    return leading if leading and leads(frame, leading.start) else None


def _foretold(frame: Frame, place: int) -> Actors | None:
    """As in: "When it signed the pact, Poland hoped for more": the state that the pronoun at the head stands for."""
    if not _WHEN.fullmatch(frame.words(frame.base, place)):
        return None
    named = actors_of(frame, since=place)
    return next((one for one in named if re.search(r",\s*(?:the\s+)?$", frame.words(place, one.start))), None)


def leads(frame: Frame, start: int) -> bool:
    """Whether a name is the subject of the sentence, so that a verb behind "and" goes with it too."""
    return bool(_LEAD.fullmatch(frame.words(frame.base, start)))


def pronoun(frame: Frame, at: int) -> int | None:
    """Where "it" or "they" stands, if that is the subject of a verb at a place."""
    words = list(WORD.finditer(frame.words(frame.base, at)))
    for match in reversed(words[-6:]):
        if match.group().lower() in ("it", "they"):
            head = frame.words(frame.base, frame.base + match.start())
            return None if _NO_SUBJECT.search(head) else frame.base + match.start()
        if match.group().lower() not in _FILLERS and not match.group().endswith("ly"):
            return None
    return None


def _is_object(frame: Frame, one: Actors) -> bool:
    before = frame.words(frame.base, one.start)
    return bool(_OF_STATE.search(before[-20:])) and not _RULERS.search(before)


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
        if is_filling(frame, rest, shift):
            return True
    return False


def is_filling(frame: Frame, text: str, shift: int) -> bool:
    """Whether a text that starts at a place has only auxiliaries, adverbs and dates."""
    dates = [(one.start - shift, one.end - shift) for one in frame.found.of("date")]
    for match in WORD.finditer(text):
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
    """Whether a verb stands under "to", "may" or "whether", or behind "Had it ...": nothing has happened."""
    if _HAD.match(frame.sentence.text) and _WOULD.search(frame.sentence.text):
        return True
    return bool(_OPEN.search(frame.words(frame.base, start)[-30:]))


def is_denied(frame: Frame, who: Actors, start: int) -> bool:
    """Whether a verb is denied of its subject: "never left", "neither Cuba nor Peru joined"."""
    between, before = frame.words(min(who.end, start), start), frame.words(frame.base, who.start)
    return bool(_NOT.search(between) or _NEITHER.search(before))


def companions(frame: Frame, end: int) -> tuple[str, ...]:
    """States behind "along with" after a verb: "left in 1999 along with Georgia"."""
    for one in actors_of(frame, since=end):
        if _BESIDE.search(frame.words(end, one.start)) and one.start - end < FAR:
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


def merged(*groups: Iterable[str]) -> tuple[str, ...]:
    """All states of the groups, each once."""
    return tuple(dict.fromkeys(state for group in groups for state in group))


def is_among(frame: Frame, state: str, subject: Subject) -> bool:
    """Whether a state is on record as a party, itself or by one that it continues."""
    known = {party for one in subject.instruments for party in frame.world.parties.get(one, {})}
    record = frame.world.records.states.get(state)
    heir_of = record.continues.state if record and record.continues else None
    return state in known or heir_of in known
