"""Claims about how an instrument came about: signed when, where and by whom; adopted; entered into force."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from foedera.reader.records import Said, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_SIGNED = re.compile(
    r"(?i)\b(?:(?P<act>was|were|been|is|are)\s+(?:\w+ly\s+)?)?(?:(?P<verb>signed|to sign|signs|concluded|inked|"
    r"struck|sealed|unveiled|agreed upon|put to paper|proclaimed|launched|(?:put|set|affix(?:ed)?) (?:their|his|her|its) (?:signatures?|"
    r"names?) (?:to|under|on))|(?P<noun>signing|signature|signatures)|dates? (?:from|back to)|dated|carries the date "
    r"of)\b"
)
_FORCE = re.compile(
    r"(?i)\b(?:(?:entered|enters?|entering|entry|came|comes?|coming|went|go(?:es)?|put|"
    r"brought)\s+(?:formally\s+)?in(?:to)?\s+(?:force|effect|operation)|took effect|takes effect|"
    r"(?:been |was |is |remained )?(?:in|into) (?:force|effect|operation)(?: ever| only)? (?:since|from|as of)|valid since|effective "
    r"(?:since|from|as of|on)|became (?:effective|operative|binding|law)|"
    r"(?:been|is|was) (?:the )?law\b(?: between [\w ]{3,40}| for [\w ]{3,30})? since|(?:has|have|had) (?:applied|bound [\w ]{3,40}|operated|been (?:valid|binding|operative)) since|"
    r"(?:started|began) to apply|(?:is|was|been) effective (?:since|from)|"
    r"(?:in force|in operation|in effect)(?= since| from|,? ever since)|(?:there\s+)?(?:is|was|has been|had "
    r"been)\s+in\s+(?:force|effect|operation))\b"
)
_ADOPTED = re.compile(r"(?i)\b(?:adopted|passed|approved|voted|imposed)\b")
_VISIT = re.compile(r"(?i)\b(?:arrived|visited|visit|landed|travell?ed|came to)\b")
_OTHER_ACT = re.compile(
    r"(?i)\b(?:ratif\w+|approved|expired|lapsed|ended|terminated|renewed|extended|denounced|suspended|withdrew|"
    r"registered|acceded|joined|dissolved|died|attacked|invaded|"
    r"replac\w+|supersed\w+|amended|announced|dropped out|pulled out|walked out|quit|vetoed|invoked|scrapped|took "
    r"over|recogni[sz]ed)\b"
)
_CITY = r"(?:St\.|[A-Z][\w.’'-]*\w)"
_PLACE = re.compile(rf"\b(?:in|at)\s+(?P<place>(?:the\s+)?{_CITY}(?:(?:\s+de\s+|\s+){_CITY}){{0,2}}(?:,\s+D\.C\.)?)")
_OTHER_OBJECT = re.compile(
    r"(?i)[;:—]|\ban?\s+(?:[\w-]+\s+){0,4}?(?:treaty|pact|accord|agreement|alliance|declaration|document|protocol|deal)\b"
)
_UNTIL = re.compile(r"(?i)\b(?:until|till|before|by|through|up to)\s+(?:the\s+)?$")
_NEW_VERB = re.compile(r"(?i)\b(?:is|are|was|were|has|had|have|will|would|lies?|lay)\b")
_PLACE_FIRST = re.compile(
    r"\W*(?:It was (?:here )?)?(?:[Ii]n|[Aa]t)\s+(?P<place>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?)(?:,|\s+that\b)"
)
_BEFORE_DATE = re.compile(
    r"(?i)(?:^|\b(?:on|in|of|since|from|by|until|early|late|mid)(?: the)?|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,?)[\s\"“]*$"
)
_SAME_DAY = re.compile(
    r"(?i)\b(?:on|since|from|as\s+of)\s+(?:the\s+(?:very\s+|same\s+)*day\s+(?:of\s+(?:its|their|the)\s+signature|"
    r"(?:that\s+)?it\s+was\s+signed)|(?:that|the\s+same|this)\s+(?:very\s+)?(?:same\s+)?day)\b|\bupon signature\b"
)
_NO_TREATY = re.compile(
    r"(?i)\b(?:withdrawal|exit|departure|denunciation|notice|suspension|ceasefire|amendment|reservation|law|decree|"
    r"sanctions)\b[^,;]{0,30}$"
)
_BY = re.compile(r"\bby\s|(?<=signatures )of\s|(?<=signature )of\s|,\s(?:given|affixed)\s[^,]{3,30},\sof\s")
_TITLE = (
    r"(?:presidents?|prime ministers?|premiers?|chancellors?|(?:foreign|defen[cs]e) ministers?|ministers of "
    r"(?:foreign affairs|defen[cs]e)|heads? of (?:state|government)|leaders?)"
)
_OFFICE = re.compile(
    rf"(?i)\b(?:the|both|two|three|their|its)\s+(?:[\w’'-]+\s+){{0,3}}?{_TITLE}\b(?:(?:,|"
    rf"\s+and)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?{_TITLE}\b){{0,3}}(?:\s+of\s+[A-Z]\w+)?"
)


def signing(frame: Frame) -> Iterator[Claim]:
    """Claims about signature, adoption and entry into force."""
    cues = sorted(
        [*((m, "signed") for m in frame.matches(_SIGNED)), *((m, "force") for m in frame.matches(_FORCE))],
        key=lambda pair: pair[0].start(),
    )
    for match, what in cues:
        if what == "signed":
            yield from _signed(frame, match)
        else:
            yield from _in_force(frame, match)
    if not any(what == "signed" for _, what in cues):
        for match in frame.matches(_ADOPTED):
            yield from _adopted(frame, match)


# --- dates ---


def _date(frame: Frame, start: int, end: int) -> Mention | None:
    """The date that goes with a cue: the next after it in its reach, else one just before it."""
    limit = _reach(frame, end)
    right = next((one for one in frame.named("date", since=end, until=limit) if not _inside_name(frame, one)), None)
    if right is not None:
        return None if _UNTIL.search(frame.words(end, right.start)) else right
    low = max((frame.base + m.end() for m in _acts(frame) if frame.base + m.end() <= start), default=frame.base)
    left = [one for one in frame.named("date", since=low, until=start) if not _inside_name(frame, one)]
    if left and low > frame.base and frame.clause_of(left[-1].start)[0] < low:
        return None  # nothing breaks the sentence between the act before and this date: it is the date of that act
    if left and _BEFORE_DATE.search(frame.words(frame.base, left[-1].start)):
        return left[-1]
    return None


def _acts(frame: Frame) -> list[re.Match[str]]:
    return [*frame.matches(_OTHER_ACT), *frame.matches(_SIGNED), *frame.matches(_FORCE)]


def _reach(frame: Frame, end: int) -> int:
    """How far to the right a cue may look: to the next act, or a strong break."""
    stop = frame.sentence.end
    for match in _acts(frame):
        if frame.base + match.start() > end:
            stop = min(stop, frame.base + match.start())
    broken = re.search(r"[;:—]|\s(?:but|while|whereas|although|though|before|after|until)\s", frame.words(end, stop))
    return end + broken.start() if broken else stop


def _inside_name(frame: Frame, inner: Mention) -> bool:
    """Whether a year or person belongs to the name of an instrument ("the 1961 treaty", "the Kellogg-Briand Pact")."""
    return any(one.start <= inner.start < one.end for one in frame.found.of("instrument", "provision"))


# --- signature ---


def _signed(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = _signed_subject(frame, match, start, end)
    if subject is None or _is_other_matter(frame, match, start):
        return
    date = _date(frame, start, end)
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
    passive = match.group("act") or match.group("noun") or not match.group("verb")
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
    if found and active and found.mention and found.mention.start >= end:
        between = frame.words(end, found.mention.start)
        return None if _OTHER_OBJECT.search(between) else found
    return found


def _is_other_matter(frame: Frame, match: re.Match[str], start: int) -> bool:
    """Whether it is no signature: "concluded that", "has not signed", "signed up": no signature of an instrument."""
    following = frame.sentence.text[match.end() : match.end() + 12].lower()
    if following.startswith((" that", " up", " away", " off", " with a")) and not following.startswith(" away "):
        return True
    return bool(re.search(r"(?i)\b(?:newly|jointly-|recently)\s*$", frame.words(frame.base, start)))


def _is_visit(frame: Frame, date: Mention, start: int) -> bool:
    return bool(_VISIT.search(frame.words(frame.base, date.start)) and _VISIT.search(frame.words(frame.base, start)))


def _visited(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """A signature told together with a dated visit: the text dates the signature by the visit."""
    dates = frame.named("date", until=start)
    if dates and dates[-1].written and _is_visit(frame, dates[-1], start):
        said = Said(date=dates[-1].written, word="visit")
        yield frame.claim("signed_on", dates[-1].start, end, subject, said)


def _is_resolution(subject: Subject) -> bool:
    return all(one.startswith("unscr") for one in subject.ids) and bool(subject.ids)


def _signed_at(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    reach = _reach(frame, end)
    for match in _PLACE.finditer(frame.words(end, reach)):
        place = re.sub(r"(?i)^the\s+|[’']s$", "", match["place"]).strip()
        first = place.split()[0]
        gap = frame.words(end, end + match.start())
        if first in _NO_PLACES or len(gap.split()) > _FAR or _NEW_VERB.search(gap):
            continue
        if any(one.start <= end + match.start("place") < one.end for one in frame.found.of("instrument")):
            continue
        said = Said(place=place)
        yield frame.claim("signed_at", start, end + match.end(), subject, said, negated=frame.denied(start))
        return
    if (match := _PLACE_FIRST.match(frame.words(frame.clause_of(start)[0], start))) and match["place"].split()[
        0
    ] not in _NO_PLACES:
        said = Said(place=match["place"].strip())
        yield frame.claim("signed_at", frame.clause_of(start)[0], end, subject, said, negated=frame.denied(start))


_FAR, _SAME_REACH, _SINCE, _OFFICE_REACH = 12, 60, 6, 90
_NO_PLACES = frozenset(
    """January February March April May June July August September October November December Article Articles Asia
    Europe Africa Korea Monday Tuesday Wednesday Thursday Friday Saturday Sunday Russia China Japan Britain
    France Ukraine Eastern Western""".split()
)


def _signed_by(frame: Frame, match: re.Match[str], start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """Office-holders, by name or by office: before an active "signed", or after "signed by", "the signatures of"."""
    low, high = frame.clause_of(start)[0], _reach(frame, end)
    if by := _BY.search(frame.words(end, high)):
        low, high = end + by.end(), min(high, end + by.end() + _OFFICE_REACH)
    elif match.group("act") or not match.group("verb"):
        return
    else:
        high = start
    persons = [one for one in frame.named("person", since=low, until=high) if not _inside_name(frame, one)]
    office = None if persons else _OFFICE.search(frame.words(low, high))
    if persons:
        first, last = min(persons[0].start, start), max(persons[-1].end, end)
        said = Said(persons=tuple(dict.fromkeys(one.ids[0] for one in persons)))
        yield frame.claim("signed_by", first, last, subject, said, negated=frame.denied(start))
    elif office:
        said = Said(quote=office.group().strip(" ,"))
        first, last = min(low + office.start(), start), max(low + office.end(), end)
        yield frame.claim("signed_by", first, last, subject, said, negated=frame.denied(start))


# --- adoption and entry into force ---


def _adopted(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = frame.subject(start, end, clauses=False, strict=True)
    if subject is None or (match.group().lower() != "adopted" and not _is_resolution(subject)):
        return
    if subject is not None and not _is_resolution(subject):
        yield from _signed_at(frame, start, end, subject)
    date = _date(frame, start, end)
    if subject is None or date is None or date.written is None or not subject.ids:
        return
    kind = "adopted_in" if _is_resolution(subject) else "signed_on"
    first, last = min(start, date.start), max(end, date.end)
    yield frame.claim(kind, first, last, subject, Said(date=date.written), negated=frame.denied(start))  # type: ignore[arg-type]


def _in_force(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = frame.subject(start, end, clauses=False, strict=True, finite=True)
    if subject is None or _NO_TREATY.search(frame.words(frame.clause_of(start)[0], start)):
        return
    date, negated = _date(frame, start, end), frame.denied(start)
    if date is not None and date.written is not None:
        said = Said(date=date.written)
        yield frame.claim("in_force_since", min(start, date.start), max(end, date.end), subject, said, negated=negated)
    elif (same := _SAME_DAY.search(frame.words(frame.clause_of(start)[0], start))) and (told := _told_day(frame, start)):
        first = frame.clause_of(start)[0] + same.start()
        yield frame.claim("in_force_since", first, end, subject, Said(date=told), negated=negated)
    elif (same := _SAME_DAY.search(frame.words(end - _SINCE, min(end + _SAME_REACH, frame.sentence.end)))) and (
        said := _same_day(frame, subject, same, end)
    ):
        yield frame.claim("in_force_since", start, end - _SINCE + same.end(), subject, said, negated=negated)


def _same_day(frame: Frame, subject: Subject, match: re.Match[str], end: int) -> Said | None:
    """The day meant by "on the day of its signature" (as recorded) or "since that day" (as told before)."""
    if "sign" in match.group():
        records = frame.world.records.instruments
        signed = records[subject.ids[0]].signed if len(subject.ids) == 1 else None
        if signed is None or not signed.on.is_exact:
            return None
        day = dt.date.fromordinal(signed.on.first)
        return Said(date=Written(day.year, day.month, day.day, inferred=True))
    told = _told_day(frame, end)
    return Said(date=told) if told else None


def _told_day(frame: Frame, until: int) -> Written | None:
    """The day told last: "that day"."""
    dates = frame.named("date", until=until)
    return dates[-1].written if dates else frame.last_date
