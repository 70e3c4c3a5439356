"""What a predicate is said of: looked for more strictly than by the nearest mention.

A predicate that some other noun carries ("the exercises are aimed at Poland") is said of no instrument, however near
one stands. So only small words may stand between the predicate and its subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import ids_of, things, tops

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_LINKS = frozenset(
    """
    is was are were be been being am 's has have had having will would should shall may might must can could
    cannot do does did not never no longer nowhere also even just only still once again ever always hardly
    scarcely barely now then thus therefore hence already rather quite very indeed itself themselves much so too
    as to designed meant intended said supposed claimed alleged believed held thought considered known seen
    regarded described called dubbed labelled labeled seems seem seemed appears appear appeared claims claim
    purports purport happens aims aim aimed serves served declares declare declared proclaims proclaimed
    describes calls in fact effect turn part essence substance practice theory words reality short truth general
    principle law deed nature far from nothing all but more or less almost nearly virtually practically pretty
    little well widely often sometimes expressly fairly mostly at heart most least isn't wasn't aren't weren't
    doesn't don't didn't hasn't haven't won't wouldn't isn’t wasn’t aren’t weren’t doesn’t don’t didn’t hasn’t
    haven’t won’t wouldn’t remains remain remained becomes became become stops short simply merely neither nor
    intends intend intended expected set bound due going about formal full officially anything like becoming
    stands stood counts counted read understood perceived interpreted taken portrayed presented hailed""".split()
)
"""Words that may stand between a subject and what is said of it, beside adverbs in -ly."""
_RELATIVES = frozenset(("which", "that"))
_PRONOUNS = frozenset(("it", "this", "we", "they", "these", "both", "that"))
_JOINTS = frozenset(("and", "or", "but", "yet"))
_PREPOSITIONS = re.compile(
    r"(?i)(?P<head>[\w’'-]+)?[\s,]*\b(?P<word>of|in|to|under|with|for|by|from|against|behind|on|at|about|into|"
    r"like|unlike|than|since|as|beside|beyond|before|after|against)"
    r"\s+(?:(?:the|its|that|this)\s+)?$"
)
_TEXTUAL = frozenset(
    """
    text texts wording words language terms term provision provisions clause clauses heart core preamble letter
    version signing conclusion spirit obligation obligations content contents pledge promise commitment
    commitments guarantee formula part phrasing nothing passage paragraph article purpose aim point articles nature
    character thrust edge essence substance tenor sense logic intent intention""".split()
)
_RESTRICTED = re.compile(
    r"^\s(?:signed|concluded|agreed|adopted|reached|struck|inked|made|sealed|unveiled|announced|in|of|from|"
    r"between|with|among|on)\b[^,;:.—]{0,70}$"
)
_ASIDE = re.compile(r"^\s*(?:,[^;:]{1,160},|\([^()]{1,160}\)|[—–-]\s[^;:]{1,160}\s[—–-])\s*$")
_PARENTHESIS = re.compile(r"(?i)\b(?:is|was|are|were|remains)(?P<aside>,\s[^,;:]{1,120},\s*)$")
_BODY = re.compile(r"(?i)\b(?:the|this)\s+(?:organi[sz]ation|grouping)$")
_SEVERAL = re.compile(r"(?i)\b(?:arrangements|agreements|accords|assurances|guarantees|declarations)\b")
_APPOSED = re.compile(r"(?i)[,:;—–(]\s*(?:[—–]\s*)?(?:(?:an?|the|another|yet another)\s+)(?:[\w’'-]+\s+){1,5}$")
_OPENER = re.compile(
    r"(?i)(?:^|[,;:—–(“\"‘]|\b(?:that|and|but|while|whereas|as|because|when|since|if|so|though|although|says?|"
    r"said|is|was|whether))\s*[“\"‘]?$"
)
_HELD = re.compile(
    r"(?i)\b(?:which|that)\s+(?:[\w’'-]+\s+){1,7}(?:describes?|described|calls?|called|regards?|regarded|"
    r"considers?|considered|sees?|saw|views?|viewed|treats?|treated|declared?|brands?|branded|praises?|"
    r"praised)\s*(?:as\s+)?$"
)
CUES = 40
"""How many cues of a kind are looked at in one sentence; more are no sentence that anybody wrote."""
DENIAL = re.compile(
    r"(?i)\b(?:not(?!\s+(?:only|just|merely|simply|least)\b)|never|no(?!\s+(?:doubt|(?:more|less)\s+than)\b)|neither|nor|nowhere|cannot|"
    r"nothing(?!\s+(?:but|less|short|other|more)\b)|nobody|hardly|scarcely|far from|stops? short|stopped short|without|"
    r"anything but|denied|denies|deny)\b|n['’]t\b"
)
"""Words of denial among those that lead from a subject to what is said of it."""
_TURNED = re.compile(
    r"(?i)\b(?:(?:nowhere|not once|never|at no point|in no way|by no means|nor|on no account|at no time)\s+"
    r"(?:[\w\s]{0,20}\s)?(?:does|do|did|is|was|are|were|has|have|will|can)|nothing in|"
    r"no(?: single)? (?:article|clause|provision|part|line|word|passage|paragraph|sentence)s? (?:in|of)|"
    r"(?:denie[sd]|deny|denying|dispute[sd]?|disputing|refute[sd]?|reject(?:s|ed)?(?: the \w+)?|not true|untrue|"
    r"false|myth|nonsense|"
    r"(?:wrong|mistake|error|mistaken|illusion|misconception|fallacy)(?: to (?:say|claim|think|believe|assume|"
    r"suppose)| is)?) that)\s+(?:the\s+)?$"
)
_PLURAL = re.compile(r"(?i)\b(?:are|were|have|do|both|aren['’]t|weren['’]t|don['’]t|haven['’]t)\b")
_CHARTER = "un-charter"
_TAIL = 240
_NEAR = 70
_WORD = re.compile(r"[\w’'-]+")


def words_of(text: str) -> str:
    """A list of words as alternatives of a regular expression."""
    return "|".join(map(re.escape, text.split()))


@dataclass(frozen=True, slots=True)
class Told:
    """What a predicate is said of.

    Attributes:
        words: the words between it and the predicate ("is not").
        start: where the subject, or else its predicate, begins.
        mentions: the mentions that are the subject, in the order of the text; none if it is implied.
    """

    subject: Subject
    words: str
    start: int
    mentions: tuple[Mention, ...] = ()


def subject_of(mention: Mention) -> Subject:
    """A mention as a subject."""
    return Subject(mention.ids, mention.text, mention)


def is_at_head(frame: Frame, start: int) -> bool:
    """Whether nothing but quotation marks and "and", "but" stands before a place in its sentence."""
    return bool(re.fullmatch(r"(?i)\W*(?:(?:and|but|so|yet|while|by|in|as)\W+)?", frame.words(frame.base, start)))


# --- before a predicate ---


def told_before(frame: Frame, start: int) -> Told | None:
    """What the predicate that starts at a place is said of; None if that is no instrument or is not certain."""
    at, words = _back(frame, past_aside(frame, start))
    return _direct(frame, at, start, words) or _pointed(frame, at, start, words) or _joined(frame, at, start, words)


def past_aside(frame: Frame, start: int) -> int:
    """For "is, as the minister said, no alliance" the place after "is"; else the place itself."""
    aside = _PARENTHESIS.search(frame.words(max(frame.base, start - _TAIL), start))
    return start - len(aside["aside"]) if aside else start


def _back(frame: Frame, start: int) -> tuple[int, str]:
    """The place before auxiliaries and adverbs, and those words. It never goes back into a mention."""
    low = max((one.end for one in things(frame) if one.end <= start), default=frame.base)
    low = max(low, start - _TAIL)
    text = frame.words(low, start)
    end = len(text)
    for word in reversed(list(_WORD.finditer(text))):
        between = text[word.end() : end].strip(' \t“"‘')
        lower = word.group().lower()
        if between or not (lower in _LINKS or lower.endswith(("ly", "n't", "n’t"))):
            break
        end = word.start()
    return low + len(text[:end].rstrip(' \t“"‘')), text[end:]


def _direct(frame: Frame, at: int, start: int, words: str) -> Told | None:
    """A mention right before the predicate, with an aside or a few restricting words between at most."""
    left = [one for one in things(frame) if one.end <= at]
    if not left:
        return None
    nearest = left[-1]
    gap = _OWN_PART.sub("", frame.words(nearest.end, at))
    if gap.strip(' ’”"') == ",":
        outer = next((one for one in reversed(left[:-1]) if _ASIDE.match(frame.words(one.end, at))), None)
        nearest = outer or nearest
    elif gap.strip(' ’”"') and not (_RESTRICTED.match(gap) or _ASIDE.match(gap)):
        outer = next((one for one in reversed(left[:-1]) if _ASIDE.match(frame.words(one.end, at))), None)
        if outer is None:
            return None
        nearest = outer
    chain, words = _chain(frame, nearest, words)
    return _told(frame, nearest, start, words, chain) if stands_free(frame, chain[0]) else None


_OWN_PART = re.compile(rf"^['’]s?\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(sorted(_TEXTUAL))})$")
"""As in "the treaty's purpose is": said of the treaty."""


def _chain(frame: Frame, last: Mention, words: str) -> tuple[list[Mention], str]:
    """The mentions that are one subject ("A and B are", "neither A nor B"), and the words with the denial in them."""
    chain = [last]
    is_denied = False
    for one in reversed([one for one in things(frame) if one.end <= last.start]):
        between = frame.words(one.end, chain[0].start).strip().lower()
        is_denied = is_denied or between == "nor"
        joins = between in ("nor", ",") or (
            between in ("and", ", and", "or", "as well as") and bool(_PLURAL.search(words))
        )
        if not joins or (between == "," and len(chain) == 1):
            break
        chain.insert(0, one)
    return (chain, f"neither {words}") if is_denied else (chain, words)


def _told(frame: Frame, mention: Mention, start: int, words: str, chain: Iterable[Mention] = ()) -> Told:
    found = tuple(chain) or (mention,)
    if _TURNED.search(frame.words(max(frame.base, found[0].start - _NEAR), found[0].start)):
        words = f"not {words}"
    subject = Subject(ids_of(found), mention.text, mention)
    return Told(subject, words, found[0].start if start - mention.end <= _NEAR else start, found)


def stands_free(frame: Frame, mention: Mention) -> bool:
    """Whether the mention is a subject, not part of "critics of the treaty" or "under the treaty"."""
    match = _PREPOSITIONS.search(frame.words(max(frame.base, mention.start - _NEAR), mention.start))
    if match is None:
        return True
    if match["word"].lower() in ("as", "since", "before", "after"):
        return True
    return match["word"].lower() in ("of", "in") and (match["head"] or "").lower() in _TEXTUAL


def _pointed(frame: Frame, at: int, start: int, words: str) -> Told | None:
    """As in "which", "it", "a bloc" after a comma: what they point back to."""
    low = max(frame.base, at - _TAIL)
    text = frame.words(low, at)
    if (held := _HELD.search(frame.words(low, start))) and (mention := _antecedent(frame, low + held.start())):
        return _told(frame, mention, start, words)
    if apposed := _APPOSED.search(frame.words(low, start)):
        return _apposed(frame, low + apposed.start(), start, words)
    if (body := _BODY.search(text)) and frame.implied not in (None, _CHARTER):
        place = low + body.start()
        return Told(Subject((frame.implied or "",), body.group()), words, place)
    if (one := _ONE_OF_THEM.search(text)) and (found := _one_of_them(frame, low + one.start("whose"), at)):
        return Told(found, words, low + one.start())
    last = _WORD.findall(text[-12:])
    if not last or not text.endswith(last[-1]):
        return None
    word = last[-1].lower()
    place = at - len(last[-1])
    if word in _RELATIVES and (mention := _antecedent(frame, place)):
        return _told(frame, mention, start, words)
    if word == "that" and not _OPENER.search(frame.words(low, place)):
        return None
    return _by_pronoun(frame, word, place, start, words) if word in _PRONOUNS else None


_ONE_OF_THEM = re.compile(r"(?i)\b(?:only\s+)?the\s+(?P<whose>[\w’'-]+)\s+(?:one|text|treaty|pact|agreement)$")


def _one_of_them(frame: Frame, since: int, until: int) -> Subject | None:
    """As in "only the Soviet one": of the instruments named or spoken of, the one with this state as a party."""
    state = next((one.id for one in frame.named("state", since=since, until=until)), None)
    left = [one.id.partition("/")[0] for one in things(frame) if one.id and one.end <= since]
    named = left or [frame.implied or ""]
    parties = frame.world.parties
    found = dict.fromkeys(one for one in named if state and state in parties.get(one, {}))
    return Subject((next(iter(found)),), frame.words(since, until)) if len(found) == 1 else None


def _apposed(frame: Frame, at: int, start: int, words: str) -> Told | None:
    """As in "the AUKUS partnership, ..., a bloc aimed at": the mention right before, or the only one before."""
    left = [one for one in things(frame) if one.end <= at]
    if not left:
        return None
    is_near = not frame.words(left[-1].end, at).strip(' ’”"')
    return _told(frame, left[-1], start, words) if is_near or len(left) == 1 else None


def _antecedent(frame: Frame, at: int) -> Mention | None:
    """What "which" at a place means: a mention right before it, but for a comma and a few restricting words."""
    left = [one for one in things(frame) if one.end <= at]
    if not left:
        return None
    gap = frame.words(left[-1].end, at).rstrip(" ,")
    if not gap or _RESTRICTED.match(gap) or re.match(r"^,[^,;:]{1,70}$", gap):
        return left[-1]
    return None


def _by_pronoun(frame: Frame, word: str, place: int, start: int, words: str) -> Told | None:
    mention = leading(frame, place)
    if _TURNED.search(frame.words(max(frame.base, place - _NEAR), place)):
        words = f"not {words}"
    if mention is not None:
        if word == "they" and not re.search(r"(?i)s\b", mention.text.split()[-1]):
            return None
        return _told(frame, mention, start, words)
    if frame.implied in (None, _CHARTER) or (word in ("they", "we", "both", "these") and not _is_several(frame, word)):
        return None
    about = frame.clause if word in ("it", "this", "that") and frame.clause and not _is_fresh(frame) else frame.implied
    return Told(Subject((about,), frame.words(place, place + len(word))), words, place)


def _is_several(frame: Frame, word: str) -> bool:
    """Whether "they" may mean what the text was speaking of: "the Five Power Defence Arrangements"."""
    record = frame.world.records.instruments.get(frame.implied or "")
    return word == "they" and record is not None and bool(_SEVERAL.search(record.title))


def _is_fresh(frame: Frame) -> bool:
    """Whether the clause spoken of last belongs to another instrument than the one that is implied."""
    return (frame.clause or "").partition("/")[0] != frame.implied


def leading(frame: Frame, at: int) -> Mention | None:
    """What the sentence speaks of before a place: the first mention at the head of a clause, or else the first."""
    left = [one for one in things(frame) if one.end <= at]
    heads = [one for one in left if _OPENER.search(frame.words(max(frame.base, one.start - 14), one.start))]
    return next(iter(heads or left), None)


def _joined(frame: Frame, at: int, start: int, words: str) -> Told | None:
    """As in "entered into force in 1960 and took the place of": the subject of the first predicate."""
    text = frame.words(max(frame.base, at - _TAIL), at)
    last = _WORD.findall(text[-8:])
    is_joint = bool(last) and last[-1].lower() in _JOINTS and text.endswith(last[-1])
    left = [one for one in things(frame) if one.end <= at]
    if not left and is_joint and (pronoun := re.match(r"\W*(?P<word>It|This)\b", frame.sentence.text)):
        return _by_pronoun(frame, pronoun["word"].lower(), frame.base + pronoun.start("word"), start, words)
    if not left or not (is_joint or text.endswith(",")):
        return None
    head = leading(frame, at)
    for one in (left[-1], head):
        follows = frame.words(one.end, one.end + 9) if one else ""
        if one and re.match(r",?\s(?:which|that)\b", follows):
            return _told(frame, one, start, words)
    if head and is_joint and _OPENER.search(frame.words(max(frame.base, head.start - 14), head.start)):
        return _told(frame, head, start, words)
    return None


_MODAL = re.compile(
    r"(?i)\b(?:would|could|might|should|ought|expected|possibly|supposedly|probably|likely|perhaps|maybe|hopefully)\b"
)
_NOTE = re.compile(
    r"(?i)\b(?:it|one|we)\s+(?:should|might|could|ought\s+to)\s+(?:also\s+)?(?:be\s+)?(?:noted?|recall(?:ed)?|"
    r"remember(?:ed)?|add(?:ed)?|said|say|stress(?:ed)?)\b"
)
"""As in "it should be recalled", which is no condition."""
_CONDITION = re.compile(
    r"(?i)\b(?:if|whether|unless|should|were|in case|suppose|supposing|imagine|as though|as if|hope[sd]?|"
    r"wish(?:es|ed)?|fear(?:s|ed)?|want(?:s|ed)?|plan(?:s|ned)?|expect(?:s|ed)?|propose[sd]?|"
    r"(?<!no )(?<!beyond )(?<!without )doubt(?:s|ed)?|demand(?:s|ed)?|ask(?:s|ed)?|predict(?:s|ed)?|like to|let)\b"
)


def is_supposed(frame: Frame, told: Told, start: int) -> bool:
    """Whether what is told is a question, or depends on "if", "would", "hopes that" in its own part of the sentence.

    "If one is attacked, Article 4 ..." is no supposition about Article 4.
    """
    text = frame.sentence.text.rstrip(' "”’)')
    if text.endswith("?") or _MODAL.search(_NOTE.sub("", told.words)):
        return True
    before = frame.words(frame.base, max(frame.base, min(told.start, start)))
    part = re.split(r"[,;:—“”\"]", before)[-1]
    inside = told.words if told.start >= start else frame.words(told.start, min(start, told.start + _TURN))
    return bool(
        _CONDITION.search(part)
        or re.match(r"(?i)\W*had\s*$", part)
        or re.match(r"(?i)(?:if|whether|should|were)\b", inside)
    )


_TURN = 12


_CARRIER = re.compile(
    r"(?i)\W*(?:(?:and|but|yet)\s+)?(?:its|this|that|the|such)\s+(?:[\w-]+\s+){0,2}?(?:promise|pledge|guarantee|"
    r"commitment|obligation|formula|wording|"
    r"language|duty|core|provision|undertaking|help|assistance|aid)\b(?:,[^,;:]{1,40},|[^,;:]){0,90}$"
)


def carried(frame: Frame, start: int) -> Told | None:
    """As in "Its promise of help echoes", "That promise hangs on": the clause that the text was speaking of."""
    since = frame.clause_of(start)[0]
    words = frame.words(since, start)
    if (
        not _CARRIER.match(words)
        or frame.implied in (None, _CHARTER)
        or any(since <= one.start < start for one in tops(frame))
    ):
        return None
    about = frame.clause if frame.clause and not _is_fresh(frame) else frame.implied
    return Told(Subject((about or "",), "it"), _back(frame, start)[1], since)
