"""Claims about how long an instrument runs, how it is renewed, and how long the notice is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.claims.amounts import NUMBER, amount
from foedera.reader.claims.objects import implied, instruments, object_at, subject_of, theme
from foedera.reader.claims.times import matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_ANY = re.compile(
    r"(?i)years?\b|months?\b|days?\b|indefinite|unlimited|perpetu|prolonged|renewed|open-ended|no (?:term|"
    r"expiry|end|fixed)|"
    r"without (?:limit|time|term|an? (?:expiry|end))|never expires?|decade"
)
_TIME = (
    rf"(?P<number>half\s+an?|{NUMBER}|an?|every|each)(?:\s*\(\d+\))?[\s-](?:(?:calendar|full|more|further|"
    r"additional|whole)\s+)?(?P<unit>year|month|day|decade)s?['’]?"
)
_NOTICE = (
    re.compile(
        rf"(?i)\b{_TIME}(?:s)?(?:,|\s+is|\s+was|,\s+which\s+is)?\s+(?:(?:the|written|prior|advance|formal|"
        r"previous|period\s+of)\s+)*(?:notice|"
        r"notification|warning)\b"
    ),
    re.compile(
        r"(?i)\b(?:notice|notification|notice\s+period|period\s+of\s+notice|"
        rf"cancellation\s+period)(?:\s+(?:of|in|under|for)\s+the\s+[^.;:,]{{3,60}}?)?\s*(?:(?:period|"
        r"required|is|was|of|must\s+be|has\s+to\s+be|be|at\s+least|no\s+less\s+than|to\s+leave|given|"
        rf"to\s+be\s+given|for\s+leaving|lasts|runs\s+to|amounts\s+to)\s+)*{_TIME}\b"
    ),
    re.compile(
        rf"(?i)\b{_TIME}\s+(?:(?:has|have|must|to|after|following|from|upon|since|elapse[sd]?|pass(?:ed)?|"
        rf"on)\s+)*(?:after|from|following|of)\s+(?:[\w’']+\s+){{0,5}}?(?:notice|notification|denunciation|"
        r"notified|notifies|notifying|telling|informing|announcing|denouncing|renouncing|withdrawal\s+was|deposit)\b"
    ),
    re.compile(
        r"(?i)\b(?:notice|notify|notif\w+|announce[sd]?|denounce[sd]?|declare[sd]?|inform\w*|tell|"
        rf"warn)\b[^.;:,]{{0,60}}?\b{_TIME}\s+(?:in\s+advance|ahead|beforehand|before(?:hand)?|earlier|"
        r"prior)\b"
    ),
    re.compile(
        rf"(?i)\b(?:wait|waits|waiting)\s+(?:for\s+)?(?:out\s+)?{_TIME}\b(?=[^.;]{{0,40}}\b(?:notice|leav|"
        r"withdr|notif|denounc|out)\w*)"
    ),
    re.compile(
        rf"(?i)\b(?:withdrawal|denunciation|termination|exit|departure)\s+(?:\w+\s+){{0,2}}?(?:takes?|took|"
        r"becomes?|comes?|would\s+take|would\s+become|will\s+take)\s+(?:effect|effective|"
        rf"into\s+effect)\s+(?:only\s+)?{_TIME}\s+(?:later|after|on)\b"
    ),
    re.compile(
        r"(?i)\b(?:leave|quit|withdraw|denounce|terminate|cancel|walk\s+away|walk\s+out|"
        rf"get\s+out)\b[^.;:]{{0,40}}?\b(?:with|within|on|at|upon|in|after)\s+{_TIME}(?=\s*(?:$|[.,;)]|"
        r"of\s+(?:giving|announcing|saying)))"
    ),
)
_EVERY = re.compile(
    r"(?i)\b(?:renew\w*|prolong\w*|extend\w*|extension\w*|prolongation\w*|(?:rolls?|rolled|runs?|"
    r"ran)\s+(?:over|on)|continu\w+|"
    rf"expires?|comes?\s+up\s+for\s+(?:renewal|review)|lapses)\b(?P<gap>[^.;:]{{0,60}}?)"
    r"(?:(?P<every>\bevery|\beach)|\b(?:for|by|of|in|to|at)\b)\s+(?:(?:further|successive|consecutive|"
    r"additional|another|an?\s+additional|an?\s+further|the\s+next|periods?\s+of|terms?\s+of|steps\s+of|"
    r"intervals\s+of|once|up\s+to|new|equal)\s+)*"
    rf"{_TIME}(?:[\s-](?:periods?|terms?|steps|intervals|increments))?\b"
)
_RENEWAL = re.compile(
    rf"(?i)\b{_TIME}[\s-](?:renewals?|extensions?|prolongations?|renewal\s+(?:periods?|terms?|cycles?|intervals?))\b"
)
_MORE = re.compile(
    r"(?i)\b(?:prolonged|extended|renewed)\s+(?:\w+\s+)?(?:for|"
    rf"by)\s+(?:another\s+)?(?P<number>{NUMBER})\s+(?:more|further|additional)\b(?!\s+(?:year|month|day))"
)
_RENEWED = re.compile(
    r"(?i)\b(?:was|were|has\s+been|have\s+been|is)\s+(?:last\s+|again\s+|automatically\s+|tacitly\s+|"
    r"duly\s+){0,2}(?:prolonged|renewed)\b"
    r"(?=\s*(?:$|[.,;)]|(?:in|on|since|last|again|automatically|tacitly|by|every)\b))"
)
_AT_A_TIME = re.compile(rf"(?i)\b{_TIME}\s+at\s+a\s+time\b")
_PERFECT = re.compile(r"(?i)\b(?:has|have|had|having)\s+(?:(?:now|already|been|thus|only|so\s+far)\s+){0,2}$")
_SO_FAR = re.compile(
    r"(?i)(?:lasted|run|ran|running|in\s+(?:force|effect|place)|remained|stayed|stood|held|hold|endured|"
    r"binding|bound|applied|valid|good)\b"
)
_ONE_OF = re.compile(
    rf"(?i)\b(?:renewal|prolongation|extension)\b[^.;:]{{0,90}}?\b(?:it\s+was\s+one\s+of|was\s+for|is\s+for|"
    rf"was\s+one\s+of|lasts|covers)\s+{_TIME}\b"
)
_TERM = re.compile(
    r"(?i)\b(?P<cue>(?:runs?|ran|running|to\s+run|lasts?|lasted|lasting|to\s+last|valid|concluded|agreed|"
    r"signed|in\s+force|remains?|remained|remain|binding|binds|good|stays?|stay|hold|holds|apply|applies|"
    r"set|fixed|endures?|stands?|made|entered\s+into|meant|written|conceived|designed|intended|"
    r"designed\s+to\s+last)(?:\s+on)?"
    r"(?:\s+(?:in\s+(?:force|effect|place|existence)|valid|good|binding|to\s+(?:run|last|hold|"
    rf"be\s+valid))){{0,2}}(?:\s+(?:only|just|initially|at\s+first|originally|first|"
    r"automatically))?\s+for(?:\s+(?:an?|the|at\s+least|only|just|its))?(?:\s+(?:initial|first|fixed|"
    rf"minimum|term|period|span|duration|of)){{0,4}}|"
    rf"(?:lasts?|lasted|to\s+last|runs|ran)|"
    r"(?:initial|first|original|fixed|basic|its|the|an?)?\s*(?:term|duration|validity|lifespan|lifetime|"
    r"life|period(?:\s+of\s+validity)?)\s*(?:(?:of\s+(?:validity|the\s+(?:treaty|pact|agreement|accord|"
    r"document)|application|this\s+\w+)|is|was|at|of|set|fixed|limited|to|runs|be|would|will|for|only|"
    rf"initially|:|,|first)\s*){{1,4}}|"
    r"(?:expires?|expired|lapses?|ends?|ended|runs?\s+out|to\s+expire|limited\s+to)\s*(?:after|"
    rf"to)?)\s+(?:only\s+|just\s+|exactly\s+|an?\s+initial\s+|the\s+first\s+)?{_TIME}(?![\w-]*\s*(?:ago|old|"
    r"later|before|after\s+the|earlier))\b"
)
_COMPOUND = re.compile(
    r"(?i)\b(?:an?|its|the|first|initial)\s+(?:initial\s+|first\s+|"
    rf"fixed\s+)?(?P<number>{NUMBER})-(?P<unit>year|month|day)\s+(?P<noun>(?:initial\s+)?(?:term|duration|"
    r"validity|lifespan|period\s+of\s+validity|period|treaty|pact|agreement|accord|deal|alliance|"
    r"commitment))\b"
)
_ENDLESS = re.compile(
    r"(?i)\b(?:(?:for|of|has|have|with|is|are)\s+(?:an?\s+)?(?P<a>indefinite|unlimited|unspecified|"
    r"undefined|perpetual)\s+(?:period|term|duration|time|validity)(?:\s+of\s+time)?|(?:runs?|valid|"
    r"in\s+force|concluded|remains?(?:\s+in\s+force)?|lasts?|extended|applies|binding|continues?|"
    r"stays?\s+in\s+force|signed)\s+(?:\w+\s+)?(?P<b>indefinitely|in\s+perpetuity|forever|for\s+ever)|"
    r"(?:duration|term|validity|period)\s+(?:of\s+[^.;,]{0,40}?)?(?:is|was)\s+(?P<c>unlimited|indefinite|"
    r"open-ended|not\s+limited)|"
    r"(?:has|have|had|sets?|with|contains?|names?|lays?\s+down|specifies|"
    r"there\s+is)(?:,[^,;:]{1,40},)?\s+(?P<d>no\s+(?:fixed\s+|set\s+|time\s+|stated\s+)?(?:expiry\s+date|"
    r"expiration\s+date|"
    r"end\s+date|term|expiry|sunset\s+clause|date\s+of\s+expiry|limit\s+in\s+time|time\s+limit|duration|"
    r"limit))\b|(?P<e>no\s+(?:term|expiry\s+date|end\s+date|time\s+limit|duration)\s+(?:was|is|"
    r"has\s+been)\s+(?:set|fixed|agreed|laid\s+down|named))|"
    r"(?:is|are|was|were)\s+(?P<f>open-ended|of\s+(?:unlimited|indefinite)\s+duration|"
    r"without\s+(?:a\s+)?(?:time\s+limit|limit\s+of\s+time|term|end\s+date))|(?P<g>never\s+expires?|"
    r"does\s+not\s+expire|cannot\s+expire)|without\s+(?P<h>limit(?:\s+of\s+time|(?=\s*[.,;]))|(?:a\s+|"
    r"any\s+)?time\s+limit|"
    r"an\s+(?:expiry|end)\s+date))\b"
)
_INITIAL = re.compile(
    r"(?i)\b(?:initial|first)\s+(?:term|period|span|run)?\s*(?:of|was|is|"
    rf":)?\s*(?P<number>{NUMBER})\b(?!\s*(?:year|month|day|-))"
)
_HEADLESS = re.compile(
    r"(?i)[\"“'\s,]*(?:(?:and|but|so|also|then|thus|for|by|initially|originally|automatically|the|its|an?|"
    r"initial|first|which|to|of|it|that|this|with|as|on|"
    r"regarding|concerning|after|was|is|been|be|has|had|are|were|tacitly|each|time|if|unless)\s+)*"
)
_QUESTION = re.compile(r"\?\s*[\"”’)]*$")
_WISH = re.compile(
    r"(?i)\b(?:should|hopes?|hoped|proposes?|proposed|suggests?|suggested|urges?|draft|perhaps|plans?|"
    r"planned|predicts?|likely)\b"
)
_OTHER = re.compile(
    r"(?i)\b(?:lease|loan|prison|sentence|plan|mandate|ceasefire|truce|programme|program|ban|gas|contract|"
    r"tenure|war|conflict|negotiat\w+|talks|took|occupation|presidenc\w+|budget|deliver\w+|visa|moratorium|"
    r"transition|base|bases|troops|garrison)\b"
)


def terms(frame: Frame) -> Iterator[Claim]:
    """Claims about term, renewal and notice; a first term and what follows it are one claim."""
    if not _ANY.search(frame.sentence.text):
        return
    last: Claim | None = None
    for claim in sorted(_terms(frame), key=lambda one: one.start):
        joined = _joined(frame, last, claim) if last else None
        if last and not joined:
            yield last
        last = joined or claim
    if last:
        yield last


def _joined(frame: Frame, one: Claim, other: Claim) -> Claim | None:
    """One claim of a first term and its renewal, if they are told together: "for ten years, then five at a time"."""
    together = {one.said.word, other.said.word} == {"initial", "renewal"} and one.about == other.about
    between = frame.words(one.end, other.start)
    if not together or one.negated or other.negated or len(between) > _REACH or re.search(r"[;:]", between):
        return None
    said = Said(numbers=(*one.said.numbers, *other.said.numbers))
    return replace(one, end=other.end, text=frame.words(one.start, other.end), said=said)


def _terms(frame: Frame) -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for match, start, end, word in _found(frame):
        if any(since < end and start < until for since, until in taken):
            continue
        subject = _of_what(frame, start, end, word)
        numbered = "number" in match.re.groupindex
        numbers = _numbers(match) if numbered else ()
        if subject is None or (numbered and not numbers) or _is_other(frame, start, end):
            continue
        taken.append((start, end))
        before = subject.mention if subject.mention and 0 <= start - subject.mention.end < _CLOSE else None
        said, supposed = Said(numbers=numbers, word=word), _is_supposed(frame, start)
        place = stretch((start, end), before)
        yield frame.claim("term", *place, subject, said, negated=_is_denied(frame, start), supposed=supposed)


_CLOSE = 30


def _found(frame: Frame) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """All cues, notices first: "six months' notice" is no term."""
    for pattern in _NOTICE:
        yield from ((*found, "notice") for found in matches(frame, pattern))
    for pattern in (_EVERY, _RENEWAL, _ONE_OF, _AT_A_TIME, _MORE):
        yield from ((*found, "renewal") for found in matches(frame, pattern) if not _is_recent(found[0]))
    yield from ((*found, "renewal") for found in matches(frame, _RENEWED) if theme(frame, found[1]))
    yield from ((*found, "indefinite") for found in matches(frame, _ENDLESS))
    for pattern in (_TERM, _COMPOUND):
        for found in matches(frame, pattern):
            if not (_SO_FAR.match(found[0].group()) and _PERFECT.search(frame.words(frame.base, found[1]))):
                yield *found, _kind_of_term(frame, found[1])
    if re.search(r"(?i)every|renew|extend|prolong", frame.sentence.text):
        yield from ((*found, "initial") for found in matches(frame, _INITIAL))


def _is_recent(match: re.Match[str]) -> bool:
    """As in: "expires in five years": counted from now, not a term."""
    groups = match.groupdict()
    return bool(re.match(r"(?i)expire|lapse|continu", match.group())) and "every" in groups and not groups["every"]


def _kind_of_term(frame: Frame, start: int) -> str:
    before = frame.words(frame.base, start)[-60:]
    return (
        "renewal"
        if re.search(r"(?i)\b(?:renew\w*|prolong\w*|extend\w*|extension|successive)\s+(?:\w+\s+){0,3}$", before)
        else "initial"
    )


def _numbers(match: re.Match[str]) -> tuple[tuple[float, str], ...]:
    groups = match.groupdict()
    unit = (groups.get("unit") or "year").lower()
    number = groups["number"].lower()
    if re.match(r"half", number):
        return ((6.0, "month"),) if unit == "year" else ()
    value = amount(number)
    if value is None:
        return ()
    return ((value * 10, "year"),) if unit == "decade" else ((value, unit),)


# --- of which instrument ---


def _of_what(frame: Frame, start: int, end: int, word: str) -> Subject | None:
    """The instrument: the subject, "of the pact" behind, one named in the sentence, or what is spoken of."""
    inside = [one for one in instruments(frame, since=start, until=end) if one.type != "organ"]
    if inside:
        return subject_of(inside[0])
    found = theme(frame, start)
    if found:
        return found
    named = [one for one in instruments(frame) if one.type != "organ" or word == "notice"]
    before = [one for one in named if one.end <= start]
    if before and _may_refer(frame, before[-1].end, start):
        return subject_of(before[-1])
    following = object_at(frame, end)
    if following:
        return following
    after = [one for one in named if one.start >= end and one.start - end < _REACH]
    if after and not before:
        return subject_of(after[0])
    headless = word == "notice" or _HEADLESS.fullmatch(frame.words(frame.clause_of(start)[0], start))
    return implied(frame) if headless and not named else None


_REACH = 70


def _may_refer(frame: Frame, end: int, start: int) -> bool:
    """Whether no new subject stands between the instrument and the cue."""
    return not re.search(r"[;:]|,\s*(?:but|while|whereas)\s", frame.words(end, start)) or bool(
        re.search(
            r"(?i)\b(?:it|its|which|anyone|anybody|whoever|everyone|nobody|either|each|any|members?|"
            r"part(?:y|ies)|side|sides|state|states|governments?|countries)\b",
            frame.words(end, start),
        )
    )


def _is_other(frame: Frame, start: int, end: int) -> bool:
    """Whether the years are those of something else: a lease, a plan, a war."""
    near = frame.words(max(frame.base, start - 30), min(end + 20, frame.sentence.end))
    own = {match.start() for one in frame.found.of("instrument") for match in _OTHER.finditer(one.text)}
    return bool(_OTHER.search(near)) and not own


# --- denied, supposed ---


def _is_denied(frame: Frame, start: int) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:not|never|neither|nor|no\s+longer)\b|n['’]t\b",
            frame.words(frame.clause_of(start)[0], start)[-40:],
        )
    )


def _is_supposed(frame: Frame, start: int) -> bool:
    """Terms are conditions by nature ("would have sufficed"); only questions, wishes and drafts are not judged."""
    before = frame.words(frame.clause_of(start)[0], start)
    return bool(_QUESTION.search(frame.sentence.text) or _WISH.search(before))
