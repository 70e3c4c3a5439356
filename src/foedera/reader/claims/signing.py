"""Claims about a signature: when, where and by whom; and about the adoption of a resolution or declaration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.moments import SIGNED, cues, date_of, inside_name, of_another_clause, reach
from foedera.reader.records import Said
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_ADOPTED = re.compile(r"(?i)\b(?:adopted|passed|approved|voted|imposed|came|followed|responded with|brought)\b")
_VISIT = re.compile(r"(?i)\b(?:arrived|visited|visit|landed|travell?ed|came to)\b")
_CITY = r"(?:St\.|[A-Z][\w.’'-]*\w)"
_PLACE = re.compile(rf"\b(?:in|at)\s+(?P<place>(?:the\s+)?{_CITY}(?:(?:\s+de\s+|\s+){_CITY}){{0,2}}(?:,\s+D\.C\.)?)")
_OTHER_OBJECT = re.compile(
    r"(?i)[;:—]|\ban?\s+(?:[\w-]+\s+){0,4}?(?:treaty|pact|accord|agreement|alliance|declaration|document|protocol|"
    r"deal)\b"
)
_NEW_VERB = re.compile(r"(?i)\b(?:is|are|was|were|has|had|have|will|would|lies?|lay)\b")
_PLACE_FIRST = re.compile(
    r"\W*(?:It was (?:here )?)?(?:[Ii]n|[Aa]t)\s+(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?)(?:,|\s+that\b)"
)
_BY = re.compile(r"\bby\s|,\s(?:given|affixed)\s[^,]{3,30},\sof\s")
_OF = re.compile(
    r"^\s+(?:of|by)\s|\bby\s|,\s(?:given|affixed)\s[^,]{3,30},\sof\s|\s(?:given|affixed)\b[^,]{3,30}\bby\s"
)
_SEATS = frozenset(("Kremlin", "White House", "Blue House", "Élysée"))
_OTHER_PAPER = re.compile(
    r"(?i)\s+(?:the|an?|his|her|its|their)\s+(?:[\w-]+\s+){0,2}?(?:law|bill|decree|act|order|letter|petition|"
    r"contract|instruments?|"
    r"ratification|amendment|visitors)\b"
)
_BUSY = re.compile(
    r"(?i)\b(?:came|comes|was|were|is|are|has|had|have|after|before|when|while|until|since|because|but|where|as)\b"
)
_ADOPTED_OTHER = re.compile(r"(?i)\s+(?:its|an?|the|their|new|this|these|his|her|another|further|more)\b")
_PASSIVE = re.compile(r"(?i)(?:\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?|^[\W]*|[,(]\s*)$")
_AUXILIARY = re.compile(r"(?i)\b(?:was|were|been|being|is|are)\s+(?:\w+\s+){0,2}$")
_NEW_CLAUSE = re.compile(r"(?i),\s+(?:each|the|an?|it|they|its|their|both|this|that|which|who|neither|every|any)\s")
_PRONOUN_OBJECT = re.compile(r"\s+(?:it|them)\b")
_HOSTED = re.compile(
    rf"\b(?P<first>{_CITY})\s+(?:hosted|saw|was the (?:venue|scene|place) (?:for|of))\s+the\s+(?:signing|"
    rf"signature)\s+of\b"
)
_VENUE = re.compile(
    rf"\b(?i:venue|scene|place)\s+(?:for|of)\s+the\s+sign(?:ing|ature)\s+of\b.{{5,120}}?\bwas\s+(?P<last>{_CITY})"
)
_OF_DATE = re.compile(r"\s*(?:\((?:signed |adopted |of )?|,?\s*(?:of|dated)\s+)(?:the\s+)?")
_TITLE = (
    r"(?:presidents?|prime ministers?|premiers?|chancellors?|(?:foreign|defen[cs]e) ministers?|ministers of "
    r"(?:foreign affairs|defen[cs]e)|heads? of (?:state|government)|leaders?)"
)
_OFFICE = re.compile(
    rf"(?i)\b(?:the|both|two|three|their|its)\s+(?:[\w’'-]+\s+){{0,3}}?{_TITLE}\b(?:(?:,|"
    rf"\s+and)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?{_TITLE}\b){{0,3}}(?:\s+of\s+[A-Z]\w+)?"
)


def signing(frame: Frame) -> Iterator[Claim]:
    """Claims about signature and adoption."""
    found = cues(frame.sentence.text, SIGNED)
    for match in found:
        yield from _signed(frame, match)
    if not found:
        for match in frame.matches(_ADOPTED):
            yield from _adopted(frame, match)
    yield from _hosted(frame)
    yield from _dated_names(frame)


def _signed(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = _signed_subject(frame, match, start, end)
    if subject is None or _is_of_its_papers(frame, subject) or _is_other_matter(frame, match, start):
        return
    if not _was_made(frame, match, subject):
        return
    date = date_of(frame, start, end)
    if date is not None and date.written:
        first, last = min(start, date.start), max(end, date.end)
        if first < start and frame.matches(_VISIT) and _is_visit(frame, date, start):
            yield frame.claim("signed_on", first, last, subject, Said(date=date.written, word="visit"))
        else:
            kind = "adopted_in" if _is_resolution(subject) else "signed_on"
            yield frame.claim(kind, first, last, subject, Said(date=date.written), negated=frame.denied(start))  # type: ignore[arg-type]
    elif match.groupdict().get("verb"):
        yield from _visited(frame, start, end, subject)
    yield from _signed_at(frame, start, end, subject)
    yield from _signed_by(frame, match, start, end, subject)


def _signed_subject(frame: Frame, match: re.Match[str], start: int, end: int) -> Subject | None:
    if frame.implied and _PRONOUN_OBJECT.match(frame.words(end, frame.sentence.end)):
        return Subject((frame.implied,), "it")
    passive = match.group("act") or match.group("noun") or not match.group("verb")
    passive = passive or bool(_AUXILIARY.search(frame.words(frame.base, start)))
    left = frame.before(start, "instrument", "provision")
    near = left is not None and re.fullmatch(
        r"[\s,(–-]*(?:which|that|as|and|was|were|,|finally|first|duly|\s)*(?:(?:[\w’']+\s+){1,6})?",
        frame.words(left.end, start),
    )
    active = not passive and not (
        left is not None and re.fullmatch(r"[\s,(–-]*(?:\w+ly\s+)?", frame.words(left.end, start))
    )
    relative = left is not None and bool(re.match(r",?\s*(?:which|that|as)\b", frame.words(left.end, start)))
    prefer = "right" if active and not relative and not (near and passive) else "left"
    found = frame.subject(start, end, prefer=prefer, clauses=False, strict=True)
    if active and left is not None and found and found.mention is left and not relative:
        return None if _BUSY.search(frame.words(left.end, start)) else found
    if found and active and found.mention and found.mention.start >= end:
        between = frame.words(end, found.mention.start)
        return None if _OTHER_OBJECT.search(between) else found
    return found


def _is_of_its_papers(frame: Frame, subject: Subject) -> bool:
    """Whether it is another paper: "the Charter's accession papers", not "the Charter's text"."""
    if subject.mention is None:
        return False
    following = frame.words(subject.mention.end, min(subject.mention.end + _CLOSE * 8, frame.sentence.end))
    return bool(re.match(r"['’]s?\s+(?!(?:text|articles?|clauses?|signature|signing|entry)\b)", following))


def _is_other_matter(frame: Frame, match: re.Match[str], start: int) -> bool:
    """Whether it is no signature: "concluded that", "has not signed", "signed up": no signature of an instrument."""
    following = frame.sentence.text[match.end() : match.end() + 12].lower()
    if following.startswith((" that", " up", " away", " off", " with a")) and not following.startswith(" away "):
        return True
    if re.search(r"(?i)\bto be\s*$", frame.words(frame.base, start)) or match.group().lower().startswith("be "):
        return True
    if _OTHER_PAPER.match(frame.words(frame.base + match.end(), frame.sentence.end)):
        return True
    return bool(re.search(r"(?i)\b(?:newly|jointly-|recently)\s*$", frame.words(frame.base, start)))


def _was_made(frame: Frame, match: re.Match[str], subject: Subject) -> bool:
    """Whether "founded", "created" or "announced" can mean the signature of what is spoken of.

    Of an organisation they mean its foundation; "announced" and "issued" mean it of declarations only.
    """
    made = (match.group("made") or "").lower()
    if not made:
        return True
    if frame.before(frame.base + match.start(), "organ") and (
        subject.mention is None or subject.mention.start >= frame.base + match.end()
    ):
        return False
    if subject.mention is not None and subject.mention.type == "organ":
        made_it = frame.world.records.instruments.get(subject.ids[0])
        is_founded = made_it is not None and made_it.organisation and made_it.organisation.founded_by_signature
        return bool(is_founded) and not made.startswith(("announc", "issu", "releas", "publish"))
    kinds = {frame.world.records.instruments[one].kind for one in subject.instruments if "/" not in one}
    if made in ("announced", "issued", "released", "published"):
        return bool(kinds) and kinds <= {"declaration", "arrangement"}
    return made != "reached" or kinds <= {"armistice", "arrangement"}


def _is_visit(frame: Frame, date: Mention, start: int) -> bool:
    """Whether the date is rather that of a visit told before the signature."""
    visit = _VISIT.search(frame.words(frame.base, start))
    return visit is not None and date.start < start


def _visited(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """A signature told together with a dated visit: the text dates the signature by the visit."""
    dates = frame.named("date", until=start)
    if not dates or of_another_clause(frame, dates[-1].end, start):
        return
    if dates[-1].written and _is_visit(frame, dates[-1], start):
        said = Said(date=dates[-1].written, word="visit")
        yield frame.claim("signed_on", dates[-1].start, end, subject, said)


def _is_resolution(subject: Subject) -> bool:
    return all(one.startswith("unscr") for one in subject.ids) and bool(subject.ids)


def _place(frame: Frame, start: int, words: str) -> str:
    """The city that is meant; "the Hungarian capital" and "the Kremlin" mean the capital."""
    place = re.sub(r"(?i)^the\s+|[’']s$", "", words).strip()
    following = frame.words(start + len(words), min(start + len(words) + 12, frame.sentence.end))
    named = next(
        (one for one in frame.found.of("state") if one.start <= start + len(words) and one.end >= start + 4), None
    )
    if named is None or not (re.match(r"\s+capital\b", following) or place in _SEATS):
        return place
    state = frame.world.records.states.get(named.ids[0])
    return state.capital.partition(",")[0] if state and state.capital else place


def _hosted(frame: Frame) -> Iterator[Claim]:
    """Places in "Tashkent hosted the signing of the treaty", "the venue for the signing was Tashkent"."""
    for match in frame.matches(_HOSTED):
        start, end = frame.base + match.start(), frame.base + match.end()
        subject = frame.subject(start, end, prefer="right", clauses=False)
        if subject and match["first"] and subject.mention and subject.mention.start >= end:
            yield frame.claim("signed_at", start, subject.mention.end, subject, Said(place=match["first"]))
    for match in frame.matches(_VENUE):
        start, end = frame.base + match.start(), frame.base + match.end()
        inside = frame.named("instrument", since=start, until=end)
        if inside:
            subject = frame.subject(inside[0].end, end, clauses=False)
            if subject:
                yield frame.claim("signed_at", start, end, subject, Said(place=match["last"]))


def _dated_names(frame: Frame) -> Iterator[Claim]:
    """Dates beside a name: "the Moscow Declaration (4 August 2001)", "resolution 2375 of September 2017"."""
    for mention in frame.found.of("instrument"):
        date = next(
            (one for one in frame.found.of("date") if one.start > mention.start and one.end > mention.end - 2), None
        )
        if date is None or date.written is None or len(mention.ids) != 1:
            continue
        gap = frame.words(mention.end, date.start) if date.start > mention.end else ""
        if date.start > mention.end and not _OF_DATE.fullmatch(gap):
            continue
        if frame.words(mention.start, date.start).endswith(" in "):
            continue
        if "(" in gap and not frame.words(date.end, frame.sentence.end).startswith(")"):
            continue
        if date.written.month is None and not _is_strange_year(frame, mention, date):
            continue
        subject = Subject(mention.ids, mention.text, mention)
        kind = "adopted_in" if _is_resolution(subject) else "signed_on"
        last = max(mention.end, date.end)
        yield frame.claim(kind, mention.start, last, subject, Said(date=date.written))  # type: ignore[arg-type]


def _is_strange_year(frame: Frame, mention: Mention, date: Mention) -> bool:
    """Whether a year beside a full name is neither that of the signature nor that of entry into force.

    A right year only helps to name the instrument; it is no claim.
    """
    record = frame.world.records.instruments.get(mention.ids[0])
    if record is None or mention.how != "name" or date.written is None or date.written.until_year:
        return False
    days = [one.on for one in (record.signed, record.in_force, record.ended) if one]
    return bool(days) and all(date.written.agrees(day) is Truth.FALSE for day in days)


def _signed_at(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    limit = reach(frame, end)
    for match in _PLACE.finditer(frame.words(end, limit)):
        place = _place(frame, end + match.start("place"), match["place"])
        first = place.split()[0]
        gap = frame.words(end, end + match.start())
        if first in _NO_PLACES or len(gap.split()) > _FAR or _NEW_VERB.search(gap) or _NEW_CLAUSE.search(gap):
            continue
        if any(one.start <= end + match.start("place") < one.end for one in frame.found.of("instrument")):
            continue
        said = Said(place=place)
        yield frame.claim("signed_at", start, end + match.end(), subject, said, negated=frame.denied(start))
        return
    first_words = _PLACE_FIRST.match(frame.words(frame.clause_of(start)[0], start))
    if first_words and first_words["place"].split()[0] not in _NO_PLACES:
        said = Said(place=first_words["place"].strip())
        yield frame.claim("signed_at", frame.clause_of(start)[0], end, subject, said, negated=frame.denied(start))


_FAR, _OFFICE_REACH, _CLOSE = 12, 90, 3
_NO_PLACES = frozenset(
    """January February March April May June July August September October November December Article Articles Asia
    Europe Africa Korea Monday Tuesday Wednesday Thursday Friday Saturday Sunday Russia China Japan Britain
    France Ukraine Eastern Western Pacific Atlantic Arctic Gulf Middle Far
    Southeast Northeast North South West East Central Baltic Sahel America Latin Parliament Congress Council""".split()
)


def _signed_by(frame: Frame, match: re.Match[str], start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """Office-holders, by name or by office: before an active "signed", or after "signed by", "the signatures of"."""
    low, high = frame.clause_of(start)[0], reach(frame, end)
    by = (_OF if match.group("noun") else _BY).search(frame.words(end, high))
    if by:
        low, high = end + by.end(), min(high, end + by.end() + _OFFICE_REACH)
    elif match.group("act") or not match.group("verb"):
        return
    else:
        high = start
    persons = [one for one in frame.named("person", since=low, until=high) if not inside_name(frame, one)]
    office = None if persons else _OFFICE.search(frame.words(low, high))
    if persons:
        first, last = min(persons[0].start, start), max(persons[-1].end, end)
        said = Said(persons=tuple(dict.fromkeys(one.ids[0] for one in persons)))
        yield frame.claim("signed_by", first, last, subject, said, negated=frame.denied(start))
    elif office:
        said = Said(quote=office.group().strip(" ,"))
        first, last = min(low + office.start(), start), max(low + office.end(), end)
        yield frame.claim("signed_by", first, last, subject, said, negated=frame.denied(start))


def _has_other_object(frame: Frame, match: re.Match[str], start: int, end: int) -> bool:
    """Whether something else is adopted ("adopted its Strategic Concept"), or follows ("was followed by")."""
    following = frame.words(end, frame.sentence.end)
    if match.group().lower() == "followed" and following.startswith(" by"):
        return True
    if _PASSIVE.search(frame.words(frame.base, start)) or not _ADOPTED_OTHER.match(following):
        return False
    right = frame.after(end, "instrument")
    return right is None or len(frame.words(end, right.start).split()) > _CLOSE


def _adopted(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    if _has_other_object(frame, match, start, end):
        return
    subject = frame.subject(start, end, clauses=False, strict=True)
    if subject is None or (match.group().lower() != "adopted" and not _is_resolution(subject)):
        return
    if subject is not None and not _is_resolution(subject):
        yield from _signed_at(frame, start, end, subject)
    date = date_of(frame, start, end)
    if subject is None or date is None or date.written is None or not subject.ids:
        return
    kind = "adopted_in" if _is_resolution(subject) else "signed_on"
    first, last = min(start, date.start), max(end, date.end)
    yield frame.claim(kind, first, last, subject, Said(date=date.written), negated=frame.denied(start))  # type: ignore[arg-type]
