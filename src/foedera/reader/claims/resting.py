"""An article and what it is said to rest on, wherever the two stand in a sentence: by the words between and around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.reader.claims import basis_words as lexis
from foedera.reader.claims.listing import tops
from foedera.reader.claims.subjects import DENIAL, Told, is_supposed, stands_free, subject_of
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_CHARTER = "un-charter"
_LONGEST = 140
_AROUND = 60
_NATIONAL = re.compile(
    r"(?i)\b(?:(?:national|domestic|internal|municipal|own)\s+(?:laws?|legislation|legal\s+(?:order|systems?|rules|"
    r"procedures))|laws?\s+of\s+(?:the\s+)?(?:two|both|each|either|its|the\s+part(?:y|ies))\b[\w\s]{0,14})"
)
_CONSTITUTION = re.compile(
    r"(?i)\bconstitutional[\s-]+(?:provisions\s+and\s+)?(?:process(?:es)?|procedures?|requirements?|provisions?|rules?)"
    r"(?:\s+and\s+processes)?|\bconstitutions?\s+of\s+(?:both|each|the\s+(?:two|part))[\w\s]{0,14}"
)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a text may rest on, and where it is named."""

    id: str
    start: int
    end: int


def resting(frame: Frame) -> Iterator[Claim]:
    """Claims that tie an article to the Charter, to national law or to constitutions, or cut it loose from them.

    An article and such a text in one sentence with a word of reference, basis or limit between them are seldom named
    together for another reason. Of whole instruments that is not so: what is said of those needs a turn of its own.
    """
    named = [one for one in tops(frame) if one.ids and not one.ids[0].startswith(_CHARTER)]
    for basis in _bases(frame) if named else ():
        left = next((one for one in reversed(named) if one.end <= basis.start), None)
        right = next((one for one in named if one.start >= basis.end), None)
        found = (left and _after(frame, left, basis)) or (right and _ahead(frame, right, basis))
        if found:
            yield found


def _bases(frame: Frame) -> Iterator[_Basis]:
    for one in tops(frame):
        if one.id and one.id.startswith(_CHARTER):
            yield _Basis(one.id, one.start, one.end)
    for pattern, identifier in ((_NATIONAL, "domestic_law"), (_CONSTITUTION, "constitutional_processes")):
        for match in pattern.finditer(frame.sentence.text):
            yield _Basis(identifier, frame.base + match.start(), frame.base + match.end())


def _after(frame: Frame, clause: Mention, basis: _Basis) -> Claim | None:
    """What is named after an article: "Article 4 demands aid in line with Article 51", "..., law notwithstanding"."""
    between = frame.words(clause.end, basis.start)
    if clause.type != "provision" or len(between) > _LONGEST or lexis.APART.search(between):
        return None
    is_free = stands_free(frame, clause)
    if not (is_free or lexis.OF_HELP.search(_before(frame, clause.start))):
        return None
    after = frame.words(basis.end, min(frame.sentence.end, basis.end + _AROUND))
    lead = _before(frame, clause.start)
    aside = lexis.ASIDE.match(after)
    if aside and lexis.SAID.search(aside.group()) and not re.search(r"(?i)\b(?:nowhere|not\s+once)\s+in\s+$", lead):
        aside = None
    if not aside and not lexis.TIED.search(between):
        return None
    near = f"{lead} {aside.group()}" if aside else re.split(r"[,:—–]|\b(?:but|yet)\b", between)[-1]
    near = near if is_free or aside else f"{lead} {near}"
    is_denied = bool(lexis.CUT.search(near)) != bool(DENIAL.search(near.replace("no matter", "")))
    end = basis.end + (aside.end() if aside else 0)
    return _made(frame, Told(subject_of(clause), between, clause.start), basis, clause.start, end, negated=is_denied)


def _ahead(frame: Frame, clause: Mention, basis: _Basis) -> Claim | None:
    """What is named before it: "Article 51 is the basis of the treaty", "No mention of Article 51 is made in it"."""
    between, before = frame.words(basis.end, clause.start), _before(frame, basis.start)
    if len(between) > _LONGEST:
        return None
    match = lexis.BASIS_OF.fullmatch(between)
    match = match or (lexis.MENTION_OF.search(before) and lexis.IS_MADE.fullmatch(between))
    match = match or (lexis.CITING.search(before) and re.fullmatch(r",\s(?:the\s+)?", between))
    after = frame.words(clause.end, min(frame.sentence.end, clause.end + _AROUND))
    match = match or (
        re.fullmatch(r",?\s(?:to|on|upon|in|with)\s+which\s", between) and lexis.TIED.match(after.lstrip())
    )
    if not match:
        return None
    words = f"{before} {between}"
    negated = bool(lexis.CUT.search(words)) != bool(DENIAL.search(words))
    return _made(frame, Told(subject_of(clause), words, basis.start), basis, basis.start, clause.end, negated=negated)


def _before(frame: Frame, at: int) -> str:
    return re.split(r"[;.]|,\s", frame.words(max(frame.base, at - _AROUND), at))[-1]


def _made(frame: Frame, told: Told, basis: _Basis, start: int, end: int, *, negated: bool) -> Claim:
    supposed = is_supposed(frame, told, start)
    return frame.claim(
        "subject_to", start, end, told.subject, Said(others=(basis.id,)), negated=negated, supposed=supposed
    )
