"""Claims that a state is, was or is not a party, member or signatory: predicates, asides and lists of members."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of, doer, is_denied
from foedera.reader.claims.belonging import belonging
from foedera.reader.claims.objects import implied, instruments, is_instrument, nearest, object_at, subject_of, theme
from foedera.reader.claims.pairing import spread
from foedera.reader.claims.times import matches, standing, stretch, tenure
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_ANY = re.compile(
    r"(?i)\b(?:part(?:y|ies|ners?|icipants?)|members?|membership|(?:co-)?signator(?:y|ies)|all(?:y|ies)|among|"
    r"founders?|adherents?|includ\w+|one of them)\b"
)
_NOUN = (
    r"(?:(?:co-)?signator(?:y|ies)|(?:contracting\s+|state\s+)?part(?:y|ies)|(?:member|party|"
    r"signatory)[\s-](?:states?|countr(?:y|ies)|nations?|governments?)|members?|founders?|adherents?)"
)
_DET = (
    r"(?:an?|the|its|their|one\s+of\s+(?:the|its|nato['’]s)(?:\s+(?:\w+))?|among\s+(?:the|its)(?:\s+(?:\w+))?|"
    r"also|itself|now|then|still|even|already|both|formerly|once|currently)"
)
_IS = re.compile(
    r"(?i)\b(?P<be>(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|"
    r"weren['’]t|became|becomes|become|remains?|remained|being)\s+(?P<not>(?:not|never|"
    rf"neither)\s+)?(?:(?:{_DET}|no)\s+){{0,4}}"
    rf"(?P<kind>(?:[\w.’'-]+\s+){{0,3}}?)(?P<noun>{_NOUN})\b(?!-|['’]s)"
)
_ASIDE = re.compile(
    rf"(?i)(?:,|\(|\s[–—-])\s*(?P<det>(?:{_DET}\s+){{0,4}})(?P<kind>(?:[\w.’'-]+\s+){{0,3}}?)"
    rf"(?P<noun>{_NOUN})\b(?!-|['’])"
)
_LISTED = re.compile(rf"(?i)\b(?P<noun>{_NOUN}|all(?:y|ies))\b(?!['’-])")
_LINK = re.compile(
    r"(?i)(?P<of>\s+(?:of|to|in)\s+[^,:;]{3,90}?)?"
    r"(?P<link>\s*:\s*|\s*,\s*(?:including\s+|such\s+as\s+|among\s+them\s+)?|\s*\(|\s[–—-]\s|"
    r"\s+(?:now\s+)?(?:such\s+as|including|like|are|were|is|was|include[sd]?|do\s+not\s+include|namely)\s+|"
    r"\s+)(?:the\s+)?"
)
_AMONG = re.compile(
    r"(?i)\b(?:counts?|counted|counting|numbers?|numbered|lists?|listed|has|"
    rf"had)\s+(?P<who>[^,;:]{{3,80}}?)\s+(?:among|as\s+one\s+of)\s+(?:its|the|"
    rf"their)\s+(?:\w+\s+){{0,2}}{_NOUN}\b"
)
_THEM = re.compile(r"(?i)\bamong\s+them\b|\bincluded\b|\b(?:is|was|are|were)\s+one\s+of\s+them\b")
_INCLUDING = re.compile(r"(?i)\b(?:including|among\s+them|among\s+others)\s+(?:the\s+)?")
_GROUP = re.compile(
    r"(?i)\b(?:members?|parties|signatories|allies|founders)\b|\b(?:signed|concluded|founded|joined|"
    r"ratified|unit(?:es|ed|ing)|brings\s+together|binds|agreed)\b[^;:]{0,90}\b(?:states|partners|"
    r"countries|nations|powers|governments|satellites|republics)\b|"
    r"\b(?:states|countries|nations|powers|governments)\s+(?:\w+\s+)?(?:signed|concluded|founded|joined|ratified)\b|"
    r"\b(?:unites|binds|counts|groups|comprises|has)\s+[\w-]+\s+(?:states|countries|nations|republics)\b"
)
_NOT_YET = re.compile(
    r"(?i)\b(?:associate|candidate|aspir\w+|potential|prospective|future|would-be|observer|likely|non|"
    r"third|ruling|opposition|political|communist|labou?r|conservative|republican|democratic|possible|"
    r"committee|council|commission|parliament|cabinet|family|hopeful|dialogue|next|honorary|de|eu|virtual|"
    r"informal|quasi|permanent|unofficial|secret|warring|injured|guilty|attacked|either|other|staff|"
    r"leading|key|important|valued)\b|\bnon-"
)
_UNLIKE = re.compile(
    r"(?i)\b(?:unlike|non|against|outside|neither|nor|with|toward|towards|for|to|than|from|on|not|unless|"
    r"if|aspiring|would-be|future|potential|urg\w+|invit\w+)\s+(?:[\w’'.-]+\s+){0,3}$"
)
_SAYS = re.compile(
    r"(?i)\s*,?\s*(?:said|says|argue[sd]?|warn\w*|insist\w*|claim\w*|has|have|had|is|are|was|were|will|"
    r"would|could|may|might|did|does|do|can)\b"
)
_OFFICE = re.compile(
    r"(?i)\s+(?:the\s+)?(?:parliament|congress|senate|duma|knesset|bundestag|committee|cabinet|delegation|"
    r"council|commission|government|family|team|axis)\b"
)


def parties(frame: Frame) -> Iterator[Claim]:
    """Claims that states are, were or are not parties, members or signatories."""
    families = (_predicates, _asides, _lists, _among, _them) if _ANY.search(frame.sentence.text) else ()
    taken: list[tuple[int, tuple[str, ...]]] = []
    for family in (*families, belonging):
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
    for match, start, end in matches(frame, _IS):
        if _no_member(frame, match, end):
            continue
        who = doer(frame, start)
        subject, ends = _of_what(frame, match, start, end, who)
        if who is None or subject is None:
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
    counted = match["noun"].lower() != "party" or re.match(r"(?i)\s+to\b", following)
    kind = re.sub(r"(?i)\bthird\b", "", match["kind"]) if counted else match["kind"]
    if _NOT_YET.search(kind) or re.search(r"(?i)\bno longer\b", match.group()):
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
    if re.match(r"(?i)\s+(?:of|to|in)\b", frame.words(end, frame.sentence.end)):
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
    for match, start, end in matches(frame, _ASIDE):
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
        if subject is None:
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


# --- "the signatories: A, B and C", "NATO members A and B" ---


def _lists(frame: Frame) -> Iterator[Claim]:
    groups = actors_of(frame)
    for match, start, end in matches(frame, _LISTED):
        group = next((one for one in groups if one.start >= end), None)
        link = _LINK.fullmatch(frame.words(end, group.start)) if group else None
        if group is None or link is None or not _is_list(frame, match, link, group, start):
            continue
        subject = _listed_of(frame, match, (end, end + link.end("of")) if link["of"] else None, start)
        if subject is None:
            continue
        said = Said(states=group.states, word=standing(match["noun"]))
        near = subject.mention if subject.mention and 0 <= start - subject.mention.end < _SHORT else None
        negated = bool(re.search(r"(?i)\b(?:not|never)\b", link["link"]))
        yield frame.claim("party_to", *stretch((start, group.end), near), subject, said, negated=negated)


_SHORT = 40


def _is_list(frame: Frame, match: re.Match[str], link: re.Match[str], group: Actors, start: int) -> bool:
    """Whether the states named behind the noun are members, not somebody else who is named next."""
    how, before = link["link"].strip().lower(), frame.words(frame.base, start)
    if _NOT_YET.search(before[-16:]) or re.search(r"(?i)\b(?:non|would-be|future|potential)[\s-]*$", before):
        return False
    if not how:
        return not link["of"] and not re.match(r"(?i)part", match["noun"])
    after = frame.words(group.end, frame.sentence.end)
    if how == "," or how in "–—-":
        return bool(re.match(r"\s*(?:$|[,.;:)–—-])", after)) and not _SAYS.match(after) and not _UNLIKE.search(before)
    return not re.match(r"(?i)['’]s|\s+(?:said|says)", after)


def _listed_of(frame: Frame, match: re.Match[str], of: tuple[int, int] | None, start: int) -> Subject | None:
    if of:
        found = instruments(frame, since=of[0], until=of[1])
        return subject_of(found[0]) if found else None
    before = [one for one in instruments(frame, until=start) if one.end <= start]
    if before and re.fullmatch(r"(?i)(?:['’]s?)?\s*(?:[\w-]+\s+){0,3}", frame.words(before[-1].end, start)):
        return subject_of(before[-1])
    if re.match(r"(?i)all", match["noun"]):
        return None
    if re.search(r"(?i)\b(?:its|the|all|whose|their)\s+(?:[\w-]+\s+){0,2}$", frame.words(frame.base, start)[-40:]):
        return nearest(frame, start)
    return None


# --- "counts X among its members", "X among them" ---


def _among(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _AMONG):
        who = actors_of(frame, since=start, until=end)
        subject = theme(frame, start) or nearest(frame, start)
        if len(who) == 1 and subject is not None:
            said = Said(states=who[0].states, word=standing(match.group()))
            yield frame.claim(
                "party_to",
                start,
                end,
                subject,
                said,
                negated=bool(re.search(r"(?i)\b(?:not|never)\s+$", frame.words(frame.base, start))),
            )


def _them(frame: Frame) -> Iterator[Claim]:
    """As in: "signed by eight states, Yugoslavia among them", "its members, including Cuba"."""
    for _, start, end in matches(frame, _THEM):
        who = next(
            (
                one
                for one in reversed(actors_of(frame, until=start))
                if re.fullmatch(r"[,\s]*(?:too,?\s*)?", frame.words(one.end, start))
            ),
            None,
        )
        if who:
            yield from _one_of_them(frame, who, (who.start, end))
    for _, start, end in matches(frame, _INCLUDING):
        who = next((one for one in actors_of(frame, since=start) if one.start == end), None)
        if who:
            yield from _one_of_them(frame, who, (start, who.end))


def _one_of_them(frame: Frame, who: Actors, place: tuple[int, int]) -> Iterator[Claim]:
    low = frame.words(frame.base, place[0])
    cut = max(low.rfind(";"), low.rfind(":")) + 1
    group = list(_GROUP.finditer(low, cut))
    if not group or _is_vague(low, group[-1]):
        return
    at = frame.base + group[-1].start()
    before = [one for one in frame.named("instrument", "organ") if one.start < place[0] and is_instrument(frame, one)]
    subject = subject_of(min(before, key=lambda one: abs(one.start - at))) if before else implied(frame)
    if subject is not None:
        yield frame.claim("party_to", *place, subject, Said(states=who.states, word="party"))


def _is_vague(text: str, group: re.Match[str]) -> bool:
    """Whether the group is not that of the parties: "several allies", "candidate members"."""
    before = text[: group.start()]
    some = re.search(r"(?i)\b(?:some|several|many|few|other)\s+(?:\w+\s+)?$", before)
    signs = group.group().lower().startswith(("sign", "concl"))
    return bool(_NOT_YET.search(before[-16:]) or (some and not signs))
