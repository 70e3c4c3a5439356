"""What replaces what, told of two instruments that stand side by side: by the words before, between and after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.reader.claims.listing import things_after, tops
from foedera.reader.claims.subjects import Told, stands_free, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention

_BEFORE = 80
_AFTER = 50
_LONGEST = 120
_LEAD = (
    r"[\s,(–—-]*(?:(?:is|was|were|are|has|have|had|been|be|being|will|would|could|may|might|shall|should|did|does|do|not|"
    r"never|no|longer|long|already|just|[\w-]+ly|now|later|then|since|in|turn|thus|thereby|also|both|itself|which|that|it|to|soon|"
    r"eventually|updated|revised|and|of|law|fact|(?:1[89]|20)\d\d|thereafter)[\s,(]+){0,8}"
)
_NEXT = (
    r"\s*(?:(?:the|an?|its|their|both|old|older|earlier|previous|former|existing|one|ones|text|texts|of|two|three|four|"
    r"documents?|treaty|treaties|agreements?|pacts?|instruments?|namely|only|what|that|was|is|are|were)[\s,:]+){0,6}"
)
_STEM = r"(?:replac|supersed|supplant|displac|succeed|abolish|abrogat|repeal|annul|cancel|terminat|nullif|overrid)"
_DONE = (
    r"(?:replaced|superseded|supplanted|succeeded|displaced|overtaken|abolished|swept\s+away|pushed\s+aside|swapped|"
    r"exchanged|annulled|repealed|abrogated|set\s+aside|voided|cancelled|canceled|traded\s+in|traded|consigned\s+to\s+"
    r"history|made\s+obsolete|rendered\s+obsolete)"
)
_DROPPED = (
    r"(?:scrapped|abandoned|dropped|ditched|discarded|given\s+up|set\s+aside|dissolved|jettisoned|retired|binned)"
)
_ENTRY = r"(?:entry\s+into\s+force|coming\s+into\s+force|signing|signature|conclusion|adoption|arrival|birth)"
_IS = (
    r"\s*,?\s*(?:(?:is|was|became|has\s+become|are|were|being|remains|now|in\s+law|called|namely|thus|therefore)"
    r"[\s,]+){1,3}(?:the\s+)?"
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A way to say that of two instruments one replaces the other; the patterns meet the words around them.

    ``is_first_newer``: whether the one named first is the newer. ``denies``: the words say that it did not.
    """

    is_first_newer: bool
    between: re.Pattern[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    denies: bool = False


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i){pattern}")


_TURNS = (
    _Turn(
        is_first_newer=True,
        between=_compiled(
            rf"{_LEAD}(?:{_STEM}(?:e|es|s|ed|led|ing|ling|ies|ied)?|d(?:oes|id)\s+away\s+with|puts?\s+(?:an\s+)?end\s+to|"
            r"put\s+paid\s+to|st(?:ands?|ood)\s+in\s+for|bur(?:y|ies|ied)|(?:spells?|spelled|spelt|marks?|marked)\s+the\s+end\s+of|"
            r"(?:sweeps?|swept)\s+away|(?:brings?|brought)\s+(?:an\s+end\s+to|to\s+an\s+end)|"
            r"(?:steps?|stepped|slips?|slipped)\s+into\s+the\s+shoes\s+of|"
            r"(?:as\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:successor|substitute|replacement|heir)\s+(?:to|for|of))"
            rf"{_NEXT}"
        ),
    ),
    _Turn(
        is_first_newer=True,
        between=_compiled(rf"{_LEAD}(?:renders?|rendered|makes?|made|declares?|declared){_NEXT}"),
        after=_compiled(r"\s+(?:obsolete|void|null|superfluous|redundant|moot|invalid|a\s+dead\s+letter)\b"),
    ),
    _Turn(
        is_first_newer=True,
        between=_compiled(rf"{_LEAD}(?:leaves?|left|keeps?|kept){_NEXT}"),
        after=_compiled(r"\s+(?:untouched|unaffected|intact|in\s+place|in\s+force|standing|alive)\b"),
        denies=True,
    ),
    _Turn(
        is_first_newer=False,
        between=_compiled(
            rf"{_LEAD}(?:{_DONE}(?:,[^,;:.]{{1,40}},)?\s+(?:(?!by\b|for\b|with\b)[\w-]+\s+){{0,5}}(?:by|for|with)|{_DROPPED}\s+(?:[\w-]+\s+){{0,3}}"
            rf"(?:in\s+favou?r\s+of|for)|(?:makes?|made|gives?|gave|given|cleared|clears|yield(?:s|ed)?)\s+(?:its\s+)?(?:way|place|room|ground)\s+(?:to|for)|"
            rf"(?:the\s+)?(?:direct\s+|immediate\s+|legal\s+)?(?:predecessor|forerunner)\s+(?:of|to)|"
            rf"(?:finds?|found|has|had)\s+(?:its|an?)\s+(?:[\w-]+\s+)?(?:successor|replacement|heir)\s+in){_NEXT}"
        ),
    ),
    _Turn(
        is_first_newer=False,
        before=_compiled(r"^\W*out\s+(?:went|goes|with)\s+(?:the\s+)?$"),
        between=_compiled(r"\s*[,;]\s*(?:and\s+)?in\s+(?:came|comes|with)\s+(?:the\s+)?"),
    ),
    _Turn(
        is_first_newer=False,
        before=_compiled(r"\b(?:successor|replacement|substitute|heir)\s+(?:to|of|for)\s+(?:the\s+)?$"),
        between=_compiled(_IS),
    ),
    _Turn(
        is_first_newer=True,
        before=_compiled(r"\b(?:predecessor|forerunner)\s+(?:of|to)\s+(?:the\s+)?$"),
        between=_compiled(rf"(?:{_IS}|,\s*(?:the\s+)?)"),
    ),
    _Turn(
        is_first_newer=False,
        before=_compiled(
            r"\b(?:replacement\s+of|replac(?:ed|es|ing|e)|transition\s+from|(?:switch|change|move|shift|step)(?:ed)?\s+from|"
            r"swap(?:ped|s|ping)?|exchang(?:ed|es|ing)|trad(?:ed|es|ing)(?:\s+in)?|scrap(?:ped|s|ping)?|dropped)\s+(?:the\s+)?$"
        ),
        between=_compiled(r"\s*(?:by|with|to|for|in\s+favou?r\s+of)\s+(?:the\s+)?"),
    ),
    _Turn(
        is_first_newer=False,
        before=_compiled(r"\b(?:in\s+(?:the\s+)?(?:place|lieu|stead)\s+of|instead\s+of)\s+(?:the\s+)?$"),
        between=_compiled(
            r",?\s*(?:(?:there|is|now|stands|stood|came|comes|has|come|stepped|the\s+two|both|they|signed|concluded|"
            r"states|countries|sides|capitals|two|today|is)[\s,]+){1,6}(?:the\s+)?"
        ),
    ),
    _Turn(
        is_first_newer=True,
        before=_compiled(rf"^\W*{_DONE}\s+(?:[\w-]+\s+){{0,3}}(?:by|with)\s+(?:the\s+)?$"),
        between=_compiled(r"\s*,\s*(?:the\s+)?"),
    ),
    _Turn(
        is_first_newer=False,
        between=_compiled(r",?\s*(?:that|which)\s+(?:the\s+)?"),
        after=_compiled(rf"\s+(?:(?:has|had|was|is|been)\s+){{0,2}}(?:to\s+)?{_STEM}(?:e|es|ed|s)\b(?!\s+by)"),
    ),
    _Turn(
        is_first_newer=False,
        between=_compiled(
            rf"{_LEAD}(?:expired|lapsed|ended|fell\s+away)[,\s]+and\s+(?:was\s+replaced\s+by\s+)?(?:the\s+)?"
        ),
        after=_compiled(r"\s+(?:took|takes)\s+(?:its|over)\b"),
    ),
)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The newer instrument with the words that tell of it, the older ones, and where the words start and end."""

    newer: Told
    older: list[Mention]
    start: int
    end: int
    denies: bool


def replaced(frame: Frame) -> Iterator[Replaced]:
    """What replaces what, among instruments that follow one another."""
    named = [one for one in tops(frame, "instrument", "organ") if one.type != "organ" or _stands_for_treaty(frame, one)]
    for here, there in pairwise(named):
        between = frame.words(here.end, there.start)
        if len(between) > _LONGEST:
            continue
        turn = next((one for one in _TURNS if _fits(frame, one, here, there, between)), None)
        if turn is not None:
            yield _found(frame, turn, here, there, between)


def _stands_for_treaty(frame: Frame, mention: Mention) -> bool:
    return mention.id in frame.world.records.instruments and mention.id != "un-charter"


def _before(frame: Frame, here: Mention) -> str:
    return frame.words(max(frame.base, here.start - _BEFORE), here.start)


_PEOPLE = re.compile(
    r"(?i)\s+(?:leaders?|members?|states|countries|partners?|allies|officials?|ministers?|debates?|talks|summits?|flags?|"
    r"forces|troops|exhibition|critics)\b"
)
"""As in "AUKUS leaders", which is not the treaty."""


def _fits(frame: Frame, turn: _Turn, here: Mention, there: Mention, between: str) -> bool:
    if not turn.between.fullmatch(between):
        return False
    if not (turn.before.search(_before(frame, here)) if turn.before else stands_free(frame, here)):
        return False
    after = frame.words(there.end, min(frame.sentence.end, there.end + _AFTER))
    if there.type == "organ" and _PEOPLE.match(after):
        return False
    return turn.after is None or turn.after.match(after) is not None


def _found(frame: Frame, turn: _Turn, here: Mention, there: Mention, between: str) -> Replaced:
    start, end, lead = here.start, there.end, ""
    if turn.before is not None and (match := turn.before.search(before := _before(frame, here))):
        lead, start = before, start - len(before) + match.start()
    if turn.after is not None and (match := turn.after.match(frame.words(there.end, frame.sentence.end))):
        end += match.end()
    newer, older = (here, there) if turn.is_first_newer else (there, here)
    olders = things_after(frame, older.start) if older is there else [older]
    told = Told(subject_of(newer), f"{lead} {between}", start)
    return Replaced(told, olders or [older], start, max(end, olders[-1].end if olders else end), turn.denies)
