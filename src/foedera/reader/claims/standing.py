"""Claims about the standing of an instrument in law."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.describing import described
from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import things, things_after
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_supposed, leading, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_HAVING = (
    r"(?:ha[sd]|have|having|with|without|devoid\s+of|free\s+of|carr(?:y|ies|ied|ying)|enjoys?|enjoyed|lacks?|lacked|"
    r"possess(?:es|ed)?|acquired|gained|bears?)"
)
_FORCE = (
    r"(?:legal\s+(?:force|effect|weight|standing|validity|status|character|nature)|force\s+of\s+(?:law|an?\s+treaty)|"
    r"binding\s+(?:legal\s+)?(?:force|effect|character|nature|status)|treaty\s+(?:status|force|character)|"
    r"(?:status|character|rank|quality|force)\s+of\s+(?:law|a\s+(?:formal\s+|legal\s+|real\s+)?treaty))"
)
_TREATY = r"(?:(?:formal|real|proper|genuine|true|legal|full|classic)\s+){0,2}treaty"
_END = r"(?=\s*(?:[.,;:!?”\"’)—–]|$)|\s+(?:but|and|or|at\s+all|rather|by|whatsoever)\b)"
_LEGAL = re.compile(
    r"(?i)\b(?:(?:(?:an?|the|this|that)\s+)?(?:legally|internationally|fully)[\s-]+binding(?:\s+(?:treaty|obligations?|"
    r"commitments?|law|text|document|instrument|agreement|contract))?|binding\s+(?:in|under|as\s+a\s+matter\s+of)\s+"
    r"(?:international\s+)?law|(?:an?\s+)?non-?binding|legally\s+enforceable|"
    r"enforceable\s+(?:in|under)\s+(?:international\s+)?law|legally\s+binds?|binds?\s+(?:nobody|no\s?one|neither\s+side)|"
    rf"{_HAVING}\s+(?:(?:no|any|the|full|a|same|all|some|real|much|little|binding|whatever)\s+){{0,3}}{_FORCE}|"
    r"(?:creat|impos|establish|contain|entail|carr|giv|gave|generat)(?:e|es|ed|s|ies|ied|y)?\s+(?:rise\s+to\s+)?"
    r"(?:(?:no|any|new|real|a|"
    r"not\s+a\s+single)\s+){0,2}(?:legal(?:ly\s+binding)?|binding)\s+(?:legal\s+)?(?:obligations?|duty|duties|commitments?)|"
    r"(?:creat|impos|establish|contain|entail)(?:e|es|ed|s)?\s+(?:no\s+|any\s+)?(?:new\s+)?(?:obligations?|duties)\s+"
    r"(?:under|in)\s+international\s+law|as\s+binding\s+as|"
    r"bind(?:s|ing)?\s+(?:[\w’'-]+\s+){1,5}(?:under|in)\s+(?:international\s+)?law\b|"
    rf"(?:an?|no|any)\s+{_TREATY}\s+(?:in\s+(?:the\s+)?(?:legal|formal|strict|full)\s+sense|"
    r"(?:under|in)\s+(?:international\s+)?law|"
    r"in\s+the\s+sense\s+of\s+(?:international\s+law|the\s+Vienna\s+Convention))|"
    r"(?:an?\s+)?(?<!politically )(?<!morally )(?<!-)binding(?:\s+(?:treaty|international\s+law|law|instrument|"
    r"agreement|contract|document)\b|(?=\s+(?:on|for|upon|and|but|or|in|at)\b|\s*(?:[.,;:!?”\"]|$))))"
)
_NO_TREATY = re.compile(
    rf"(?i)\b(?:no|(?:not|never|short\s+of|less\s+than|not\s+quite)\s+an?|n['’]t\s+an?|neither\s+an?|rather\s+than\s+an?|anything\s+but\s+an?)\s+{_TREATY}{_END}(?:\s+at\s+all)?"
)
"""As in "is no treaty at all"; of a resolution or a charter that says nothing about its force."""
_POLITICAL = re.compile(
    r"(?i)\b(?:(?:an?\s+)?politically(?:,?\s+(?:but\s+|and\s+)?not\s+legally,?)?\s+binding|"
    r"(?:(?:an?|nothing\s+but\s+a|no\s+more\s+than\s+a|not\s+more\s+than\s+a|(?:nothing\s+)?more\s+than\s+an?)\s+)?"
    r"(?:(?:merely|purely|only|just|simply|strictly|mere|solely|exclusively)\s+)?(?:an?\s+)?(?:(?:mere|purely|merely)\s+)?"
    r"(?:political(?:\s+(?:declaration|statement|commitment|document|text|undertaking|promise|paper|pledge|agreement|"
    r"gesture|instrument|arrangement|understanding|signal|memorandum)|\s+in\s+(?:nature|character)|(?=\s*[.,;”\"]|"
    r"\s+(?:and|but|not|rather)\b))|(?:declaration|statement|letter)\s+of\s+(?:intent|intentions)))"
)
_GENTLE = re.compile(r"(?i)\ba\s+(?:mere\s+)?gentlemen['’]s\s+agreement\b")
_NOT_MERELY = re.compile(
    r"(?i)\bnot\s+(?:just|only|merely|simply)\b|(?<!nothing )(?<!no )(?<!not )\bmore\s+than\s+an?\b"
)
_SHORT = re.compile(r"(?i)\bshort\s+of\b|\brather\s+than\b|\bdevoid\b|\bfree\s+of\b|\black|\blittle\b")
_NATURE_OF = re.compile(
    r"(?i)\b(?P<no>non-?)?(?:binding|legal(?:ly\s+binding)?)\s+(?:legal\s+)?(?:force|effect|nature|character|status|validity)\s+of\s+"
)
_BEYOND_DOUBT = re.compile(
    r"(?i)\s+(?:is|was|remains)\s+(?:beyond\s+(?:doubt|dispute|question)|undisputed|undoubted|clear|plain|obvious|not\s+in\s+"
    r"(?:doubt|dispute)|well\s+established|established|certain|unquestioned|evident)\b"
)
_AFFIRMS = re.compile(
    r"(?i)\b(?:(?:insist(?:s|ed)?\s+on|stress(?:es|ed)?|emphasi[sz]e[sd]?|underlines?|underlined|affirm(?:s|ed)?|points?\s+to|"
    r"confirm(?:s|ed)?)|(?P<no>den(?:y|ies|ied)|reject(?:s|ed)?))\s+(?:the\s+)?$"
)
_FREE = ("treaty", "arrangement", "declaration")
_STEMS = ("binding", "legal", "force of", "bind", "enforceab", "political", "gentlemen", "treaty", "of intent")
_COPULA = re.compile(
    r"(?i)\b(?:is|was|are|were|be|been|being|remain\w*|as|becom\w+|became|not|called|described|regarded|"
    r"considered)\b|n['’]t\b"
)
_NEXT = 14


def standing(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument is, or is not, binding in law."""
    lower = frame.sentence.text.lower()
    if any(stem in lower for stem in _STEMS):
        yield from _binding(frame)
    if "legally" in lower:
        yield from _bound_states(frame)


# --- binding ---


def _binding(frame: Frame) -> Iterator[Claim]:
    for pattern, word in ((_NO_TREATY, "legal"), (_POLITICAL, "political"), (_LEGAL, "legal"), (_GENTLE, "political")):
        for match in islice(frame.matches(pattern), CUES):
            start, end = frame.base + match.start(), frame.base + match.end()
            told = _bound(frame, match, start, end)
            if told is None or (pattern is _NO_TREATY and not _may_be_no_treaty(frame, told)):
                continue
            until = max(end, told.subject.mention.end if told.subject.mention and told.start >= start else end)
            yield _made(frame, told, (min(start, told.start), until), word, negated=_is_denied(frame, told, match, end))
            return
    yield from _by_nature(frame)


def _made(frame: Frame, told: Told, span: tuple[int, int], word: str, *, negated: bool) -> Claim:
    supposed = is_supposed(frame, told, span[0])
    return frame.claim("binding", *span, told.subject, Said(word=word), negated=negated, supposed=supposed)


def _is_denied(frame: Frame, told: Told, match: re.Match[str], end: int) -> bool:
    cue = match.group().lower()
    words = f"{told.words} {cue}"
    to_none = re.match(r"(?i)\s+(?:on|for|upon)\s+(?:nobody|no\s?one|neither)\b", frame.words(end, end + 16))
    if cue.startswith("politically"):
        words = told.words
    denies = any(pattern.search(words) for pattern in (DENIAL, _SHORT, _NOT_MERELY)) or to_none is not None
    if re.search(r"\bmore\s+than\b", words) and not _NOT_MERELY.search(words):
        denies = False
    return denies != bool(re.search(r"\bnon-?binding", cue))


def _may_be_no_treaty(frame: Frame, told: Told) -> bool:
    """Whether that it is no treaty would tell that it does not bind: a resolution or a charter binds all the same."""
    records = frame.world.records.instruments
    return all(one in records and records[one].kind in _FREE for one in told.subject.instruments)


def _by_nature(frame: Frame) -> Iterator[Claim]:
    """As in "the binding force of the pact is beyond doubt"."""
    for match in islice(frame.matches(_NATURE_OF), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        named = things_after(frame, end)[:1]
        sure = named and _BEYOND_DOUBT.match(frame.words(named[0].end, frame.sentence.end))
        affirms = _AFFIRMS.search(frame.words(max(frame.base, start - _NEAR), start))
        if named and (sure or affirms):
            told = Told(subject_of(named[0]), "", start)
            negated = bool(match["no"]) != bool(affirms and affirms["no"])
            yield _made(frame, told, (start, named[0].end + (sure.end() if sure else 0)), "legal", negated=negated)
            return


def _bound(frame: Frame, match: re.Match[str], start: int, end: int) -> Told | None:
    """What is said to be binding: the noun that the word stands before, or the subject of the sentence."""
    attributive = re.search(r"(?i)binding$", match.group().strip())
    if attributive:
        near = (one for one in things(frame) if one.start <= end <= one.end and one.start >= start - _NEXT)
        mention = next(near, None)
        after = next((one for one in things(frame) if end <= one.start <= end + 2), None)
        if (found := mention or after) is not None and found.ids and not _told_of_other(frame, found, start):
            return Told(subject_of(found), "", start)
    told = told_before(frame, start)
    is_apart = told is not None and bool(told.mentions) and frame.words(start - 2, start).strip() == ","
    if told is not None and (is_apart or _is_tied(match, told)):
        return told
    if (by_verb := described(frame, start)) is not None:
        return by_verb
    if re.search(r"(?:^|[;:—–])\s*[“\"‘']?$", frame.words(frame.base, start)) and not re.match(
        r"(?i)an?\b|the\b|this\b", match.group()
    ):
        return _topic(frame, start)
    return None


def _bound_states(frame: Frame) -> Iterator[Claim]:
    """As in "by which the three are legally bound to confer": said of what they are bound by."""
    for match in islice(frame.matches(_BOUND), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        named = things(frame)
        mention = next((one for one in reversed(named) if one.end <= start), next(iter(named), None))
        if mention is None or not _is_source(frame, mention, start):
            continue
        told = Told(subject_of(mention), frame.words(frame.clause_of(start)[0], start)[-_NEAR:], start)
        yield _made(frame, told, (start, end), "legal", negated=bool(DENIAL.search(told.words)))
        return


def _is_source(frame: Frame, mention: Mention, start: int) -> bool:
    """Whether the mention is what binds: "under the pact", "the pact, by which"."""
    before = frame.words(max(frame.base, mention.start - 14), mention.start)
    after = frame.words(mention.end, mention.end + 24)
    is_under = re.search(r"(?i)\b(?:under|by|by virtue of|through)\s+(?:the\s+)?$", before) is not None
    return is_under or (mention.end <= start and re.match(r",?\s+(?:by|under|through)\s+which\b", after) is not None)


_NEAR = 40
_BOUND = re.compile(r"(?i)\blegally\s+(?:bound|obliged|obligated|committed|required)\b")


def _told_of_other(frame: Frame, mention: Mention, start: int) -> bool:
    """Whether the noun after the word is a predicate of another instrument ("the pact is a legally binding treaty")."""
    return mention.start >= start and told_before(frame, start) is not None


def _is_tied(match: re.Match[str], told: Told) -> bool:
    """Whether a verb ties the cue to its subject; cues with a verb of their own need none."""
    has_verb = re.match(
        r"(?i)(?:ha[sd]|have|carr|enjoy|lack|possess|acquired|gained|bears?|creat|impos|establish|contain|entail|giv|gave|"
        r"generat|binds?\b|legally\s+binds?\b|devoid|without)",
        match.group(),
    )
    return bool(has_verb or _COPULA.search(told.words))


def _topic(frame: Frame, at: int) -> Told | None:
    """For "...; legally binding on both sides": what was spoken of."""
    mention = leading(frame, at)
    if mention is not None:
        return Told(subject_of(mention).whole(), "", at)
    return Told(Subject((frame.implied,), "it"), "", at) if frame.implied else None
