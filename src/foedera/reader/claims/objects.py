"""Which instrument a verb speaks of: its object, its subject, or the one named nearest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import AND, WORD, is_filling, leads, only_fillers, pronoun
from foedera.reader.claims.frame import Subject

if TYPE_CHECKING:
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_DETERMINERS = frozenset(
    """the this that its sub sub- - – their of to from in into by with a an whole entire all under out both so-called
    old new part parts participation membership obligations for such said “ " ‘""".split()
)


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
        words = [match.group().lower() for match in WORD.finditer(frame.words(end, one.start))]
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
    r"treaty|pact|alliance|family|club|bloc|itself|\w+ed|met|held|said|says|took|went|came|gave|made|sent|became|"
    r"began|have|does|did|do|are|were|must|should|might|may|shall|all|there|here|around|over|up|out|off|down)\b)[a-z]"
)
_EVENT = re.compile(
    r"(?i)\s+(?:bid|exercises?|drills?|summits?|meetings?|members?|membership|troops|forces|talks|headquarters|"
    r"negotiations|commitments?|obligations|plans?|projects?|review|conference|framework|partners?|allies|"
    r"states|countries|governments|council|secretariat|project|officials?|debate|anniversary)\b"
)


def _qualifies(frame: Frame, mention: Mention) -> bool:
    """Whether an organisation's name only tells whose something else is: "NATO's exercises", "NATO troops"."""
    following = frame.words(mention.end, min(mention.end + 16, frame.sentence.end))
    if mention.type != "organ" and following[:1] not in ("'", "’"):
        return bool(_EVENT.match(frame.words(mention.end, frame.sentence.end)))
    return bool(_NEXT.match(following))


def theme(frame: Frame, at: int, *, clauses: bool = False) -> Subject | None:
    """The instrument that is the subject of a verb at a place: right before it, behind an aside, or "it"."""
    place = pronoun(frame, at)
    before = [one for one in instruments(frame, until=at) if one.end <= at]
    if place is not None:
        earlier = [one for one in before if one.end <= place]
        return subject_of(earlier[-1], clauses=clauses) if earlier else implied(frame)
    for one in reversed(before[-4:]):
        if any(other.start <= one.start and one.end <= other.end and other is not one for other in before):
            continue
        if only_fillers(frame, one.end, at) and not _is_other(frame, one, at):
            return subject_of(one, clauses=clauses)
    head = next((one for one in before if one.type != "provision"), None)
    if head and AND.search(frame.words(head.end, at)) and leads(frame, head.start):
        return subject_of(head, clauses=clauses)
    opening = frame.words(frame.base, at)
    if re.fullmatch(r"(?i)[\"“']?(?:this|that|the (?:alliance|bloc|organi[sz]ation))\b.{0,30}", opening) and is_filling(
        frame, re.sub(r"(?i)^\W*(?:this|that|the \w+)", "", opening), frame.base
    ):
        return implied(frame)
    return None


_NAMED = re.compile(r"(?i)\b(?:known|dubbed|called|named|styled)\s+(?:as\s+)?(?:the\s+)?[\"“‘']?$")


def _is_other(frame: Frame, mention: Mention, at: int) -> bool:
    """Whether the mention only belongs to the subject: "a member of NATO left"."""
    if re.match(r",?\s*(?:which|that)\b", frame.words(mention.end, at)):
        return False
    if _NAMED.search(frame.words(frame.base, mention.start)):
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


_SMALL = 5
"""How many parties a pact has at most, whose partners are its parties."""


def are_partners(frame: Frame, noun: str, subject: Subject) -> bool:
    """Whether a word for members fits: those whom a big organisation calls partners are no members of it."""
    many = any(len(frame.world.parties.get(one, {})) > _SMALL for one in subject.instruments)
    return not (many and re.match(r"(?i)part(?:ner|icipant)", noun))


def tells_of_states(frame: Frame) -> bool:
    """Whether a state and an instrument are named, or an instrument was spoken of: else nobody can be its party."""
    return bool(frame.found.of("state", "organ")) and (frame.implied is not None or bool(instruments(frame)))
