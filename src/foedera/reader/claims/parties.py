"""Claims that a state is, was or is not a party, member or signatory: predicates, asides and lists of members."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of, doer, is_denied
from foedera.reader.claims.belonging import belonging
from foedera.reader.claims.member_words import NOT_YET, NOUN
from foedera.reader.claims.objects import are_partners, instruments, nearest, object_at, subject_of, tells_of_states
from foedera.reader.claims.pairing import spread
from foedera.reader.claims.rosters import rosters
from foedera.reader.claims.times import matches, stretch, tenure
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_DET = (
    r"(?:an?|the|its|their|one\s+of\s+(?:the|its|nato['’]s)(?:\s+(?:\w+))?|among\s+(?:the|its)(?:\s+(?:\w+))?|"
    r"also|itself|now|then|still|even|already|both|formerly|once|currently)"
)
_IS_NEEDS = tuple("part|member|signator|founder|adherent|ally|allies|countr|state|nation".split("|"))
_IS = re.compile(
    r"(?i)\b(?P<be>(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|"
    r"weren['’]t|became|becomes|become|remains?|remained|being)\s+(?P<not>(?:not|never|"
    rf"neither)\s+)?(?:(?:{_DET}|no)\s+){{0,4}}"
    rf"(?P<kind>(?:[\w.’'-]+\s+){{0,3}}?)(?P<noun>{NOUN}|countr(?:y|ies)|states?|nations?|(?<=one of the )(?:states|"
    r"countries|nations)(?=\s+(?:of|in)\b))\b(?!-|['’]s)"
)
_ASIDE = re.compile(
    rf"(?i)(?:,|\(|\s[–—-])\s*(?P<det>(?:{_DET}\s+){{0,4}})(?P<kind>(?:[\w.’'-]+\s+){{0,3}}?)"
    rf"(?P<noun>{NOUN})\b(?!-|['’])"
)
_FRONT = re.compile(
    rf"(?i)(?:^[\"“']?|\bas\s+)(?P<det>(?:{_DET}\s+){{0,4}})(?P<kind>(?:[\w.’'-]+\s+){{0,4}}?)(?P<noun>{NOUN})\b(?!-|"
    rf"['’])"
)
_BETWEEN = re.compile(r"(?i)(?:\s+(?:since|from|for|until)\b[^,;:]{1,30})?\s*,?\s*(?:the\s+)?")
_OF = re.compile(r"(?i)\s+(?:of|to|in)\b(?!\s+(?:early|late|mid|the\s+year|[A-Z][a-z]+\s)?[\s-]*\d)")
_ALMOST = re.compile(
    r"(?i)\s*,?\s*(?:only\s+)?(?:in\s+(?:all\s+but\s+)?(?:name|spirit)|in\s+waiting|of\s+sorts|to\s+be\b|at\s+heart)"
)
_LIKE = re.compile(r"(?i)\b(?:unlike|like|with|for|against|among|while|other|from|to|by|many|some|no|if|when|what)\b")
_OFFICE = re.compile(
    r"(?i)\s+(?:the\s+)?(?:parliament|congress|senate|duma|knesset|bundestag|committee|cabinet|delegation|"
    r"council|commission|government|family|team|axis)\b"
)


def parties(frame: Frame) -> Iterator[Claim]:
    """Claims that states are, were or are not parties, members or signatories."""
    if not tells_of_states(frame):
        return
    taken: list[tuple[int, tuple[str, ...]]] = []
    for family in (_predicates, _asides, _fronted, rosters, belonging):
        for claim in spread(frame, family(frame)):
            if not any(abs(start - claim.start) < _SAME and states == claim.said.states for start, states in taken):
                taken.append((claim.start, claim.said.states))
                yield claim


_SAME = 200


def _place(frame: Frame, said: Said, start: int, end: int, *parts: Actors | Mention | None) -> tuple[int, int]:
    date = next((one for one in frame.found.of("date") if said.date and one.written is said.date), None)
    return stretch((start, end), date, *parts)


# --- "X is a party to Y" ---


def _predicates(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _IS, _IS_NEEDS):
        if _no_member(frame, match, end):
            continue
        who = doer(frame, start)
        subject, ends = _of_what(frame, match, start, end, who)
        if who is None or subject is None or not are_partners(frame, match["noun"], subject):
            continue
        if _ALMOST.match(frame.words(ends, frame.sentence.end)):
            continue
        said = tenure(frame, who, match["noun"], start, ends)
        if match["be"].lower().startswith("bec") and said.word == "party":
            said = Said(states=said.states, word="joined", date=said.date)
        negated = _is_denied(frame, match, who, start)
        yield frame.claim(
            "party_to", *_place(frame, said, start, ends, who, subject.mention), subject, said, negated=negated
        )


def _no_member(frame: Frame, match: re.Match[str], end: int) -> bool:
    """Whether the noun is another: "an aspiring member", "the ruling party", "a member of parliament"."""
    following = frame.words(end, min(end + 30, frame.sentence.end))
    own = re.match(r"all|countr|state|nation", match["noun"].lower()) and "one of the" not in match.group().lower()
    if own and not instruments(frame, since=frame.base + match.start(), until=end):
        return True
    counted = match["noun"].lower() != "party" or re.match(r"(?i)\s+to\b", following)
    kind = re.sub(r"(?i)\bthird\b", "", match["kind"]) if counted else match["kind"]
    if NOT_YET.search(kind) or re.search(r"(?i)\bno longer\b", match.group()):
        return True
    office = _OFFICE.match(re.sub(r"^\s+(?:of|in|to)\b", "", following))
    return bool(office or re.match(r"(?i)\s+(?:states?|countries)['’]", following))


def _is_denied(frame: Frame, match: re.Match[str], who: Actors, start: int) -> bool:
    denied = re.search(r"(?i)n['’]t\b|\bno\s|\bnever\b|\bnot\s(?!only|just|merely)", match.group())
    return bool(denied) or is_denied(frame, who, start)


def _of_what(
    frame: Frame, match: re.Match[str], start: int, end: int, who: Actors | None
) -> tuple[Subject | None, int]:
    """The instrument: "to the pact", "a NATO member", "to which X is a party", "its members", or what is spoken of."""
    if _OF.match(frame.words(end, frame.sentence.end)):
        found = object_at(frame, end)
        if found and found.mention:
            return found, found.mention.end
        again = re.match(r"(?i)\s+(?:of|to)\s+(?:it|both|them)\b", frame.words(end, frame.sentence.end))
        return (nearest(frame, start), end + again.end()) if again else (None, end)
    inside = instruments(frame, since=start, until=end)
    if inside:
        return subject_of(inside[-1]), end
    head = who.start if who else start
    before = [one for one in instruments(frame, until=head) if one.end <= head]
    if before and re.search(r"(?i)\b(?:to|of|in)\s+which\s+(?:\w+\s+)?$", frame.words(before[-1].end, head)):
        return subject_of(before[-1]), end
    since = re.match(r"(?i)\s+(?:since|from|as\s+of|until|till)\s", frame.words(end, frame.sentence.end))
    if (
        _is_bare_party(match["noun"])
        and not since
        and not re.search(r"(?i)\b(?:founding|original|its|one of the|full)\b", match.group())
    ):
        return None, end
    return nearest(frame, start), end


def _is_bare_party(noun: str) -> bool:
    return not re.search(r"(?i)signator|contracting|adherent", noun)


# --- "X, a member since 1999, ..." ---


def _asides(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _ASIDE, _IS_NEEDS):
        who = next(
            (one for one in reversed(actors_of(frame, until=start + 1)) if not frame.words(one.end, start).strip(" ")),
            None,
        )
        if who is None or who.end > start or _no_member(frame, match, end) or _is_loose(match, who, frame, end):
            continue
        subject, ends = _of_what(frame, match, start, end, who)
        if subject is None:
            subject = (
                nearest(frame, who.start)
                if re.match(r"(?i)\s+(?:since|from|as of|until)\b", frame.words(end, frame.sentence.end))
                else None
            )
        if subject is None or not are_partners(frame, match["noun"], subject):
            continue
        if _ALMOST.match(frame.words(ends, frame.sentence.end)):
            continue
        said = tenure(frame, who, match["noun"], start, ends)
        negated = bool(re.search(r"(?i)\bnot\b|\bnever\b", match.group()))
        yield frame.claim(
            "party_to",
            *_place(frame, said, start, ends, who, subject.mention if ends > end else None),
            subject,
            said,
            negated=negated,
        )


def _is_loose(match: re.Match[str], who: Actors, frame: Frame, end: int) -> bool:
    """Whether nothing shows that the noun is said of the state: "Russia, parties said", "In Austria, members of"."""
    following = frame.words(end, frame.sentence.end)
    if not match["det"] and not re.match(r"(?i)\s+(?:of|to|since)\b", following):
        return True
    plural = re.search(r"(?i)(?:s|ies)$", match["noun"]) and not re.search(r"(?i)\b(?:one|among)\b", match["det"] or "")
    if plural and len(who.states) == 1:
        return True
    return bool(re.match(r"(?i)\s+(?:said|says|argued?|have|had|which)\b", following))


# --- "A member of NATO since 1952, Turkey ..." ---


def _fronted(frame: Frame) -> Iterator[Claim]:
    """As in: "A member since 1952, Turkey ...", "As a partner in AUKUS, Japan ..."."""
    for match, start, end in matches(frame, _FRONT, _IS_NEEDS):
        who = next(iter(actors_of(frame, since=end)), None)
        if who is None or _no_member(frame, match, end) or "," not in frame.words(end, who.start):
            continue
        subject, ends = _of_what(frame, match, start, end, who)
        if subject is None or not _BETWEEN.fullmatch(frame.words(ends, who.start)):
            continue
        if are_partners(frame, match["noun"], subject) and not _is_loose_front(match, subject):
            said = tenure(frame, who, match["noun"], start, ends)
            yield frame.claim("party_to", *_place(frame, said, start, ends, who), subject, said)


def _is_loose_front(match: re.Match[str], subject: Subject) -> bool:
    """Whether neither an article before the noun nor the instrument beside it shows that the state is meant."""
    if _LIKE.search(match["kind"]):
        return True
    return not match["det"] and not (subject.mention and re.search(r"[A-Z]", match["kind"]))
