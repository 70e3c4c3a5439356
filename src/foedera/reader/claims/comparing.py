"""What is compared with what: the claim that a comparison makes, and pairs of articles with a word of likeness near."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.reader.claims import likeness_words as lexis
from foedera.reader.claims.listing import ids_of, tops
from foedera.reader.claims.subjects import Told, is_supposed, stands_free, subject_of
from foedera.reader.records import Said

if TYPE_CHECKING:
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_CHARTER = "un-charter"
_LONGEST = 130
_BEFORE = 70
_AFTER = 60


def made(
    frame: Frame, told: Told, others: list[Mention], cue: str, start: int, end: int, *, supposed: bool | None = None
) -> Claim | None:
    """The claim; none if nothing is named to compare with, or it is the same thing."""
    ids = tuple(one for one in ids_of(others) if one not in told.subject.ids)
    if not others or (not ids and any(one.ids for one in others)) or not _comparable(told.subject.ids, ids):
        return None
    cue += _head(frame)
    word, denied = lexis.sense(f"{told.words} {cue}", cue)
    supposed = is_supposed(frame, told, start) if supposed is None else supposed
    return frame.claim(
        "resembles", start, end, told.subject, Said(others=ids, word=word), negated=denied, supposed=supposed
    )


def _head(frame: Frame) -> str:
    """As in "Word for word, the article repeats": how close it is, told at the head."""
    match = re.match(
        r"(?i)\W*(?:almost\s+|nearly\s+)?(?:word[\s-]for[\s-]word|verbatim|to\s+the\s+letter),", frame.sentence.text
    )
    return f" {match.group()}" if match else ""


def _comparable(about: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the two sides are different things: an article is not compared with the instrument that it stands in."""
    pairs = [(one, other) for one in about for other in others]
    return not any(one == other.partition("/")[0] or other == one.partition("/")[0] for one, other in pairs)


def paired(frame: Frame) -> Claim | None:
    """As in "the parallel between Article 4 of X and Article 5 of Y", "In Article 4, Article 5 of Y finds its echo".

    Two articles of two instruments in one clause with a word of likeness between, before or after them are compared,
    however the sentence is built; so only articles are looked at, and not those of the Charter.
    """
    named = [one for one in tops(frame) if one.ids]
    for here, there in pairwise(named):
        if there.type == "provision" and _of_two(here, there):
            between = frame.words(here.end, there.start)
            if len(between) > _LONGEST or re.search(r"[;.?]|:(?!\s+an?\s)", between):
                continue
            found = _zones(frame, here, there, between) if here.type == "provision" else None
            if lexis.OWN.fullmatch(between):
                found = made(frame, Told(subject_of(here), "", here.start), [there], between, here.start, there.end)
            if found is not None:
                return found
    return None


def _of_two(here: Mention, there: Mention) -> bool:
    one, other = (mention.ids[0].partition("/")[0] for mention in (here, there))
    return one != other and _CHARTER not in (one, other)


def _zones(frame: Frame, here: Mention, there: Mention, between: str) -> Claim | None:
    """The claim by the words between two articles, else by those before or after both."""
    low = max(frame.base, here.start - _BEFORE)
    before = re.split(r"[;:.]|,\s", frame.words(low, here.start))[-1]
    told = Told(subject_of(here), between, here.start)
    if lexis.SUCH.search(before) and lexis.STANDS.fullmatch(between):
        return made(frame, Told(subject_of(there), between, here.start), [here], before, here.start, there.end)
    if lexis.BETWEEN.search(between) and (stands_free(frame, here) or lexis.INTO.search(before)):
        return made(frame, told, [there], between, here.start, there.end)
    is_joined = lexis.JOINED.fullmatch(between) and lexis.BEFORE.search(before)
    match = is_joined or (lexis.WHERE_TO.fullmatch(between) and lexis.TO.search(before))
    if match:
        start = here.start - len(before) + match.start()
        return made(frame, Told(subject_of(here), before, start), [there], before + between, start, there.end)
    following = frame.words(there.end, min(frame.sentence.end, there.end + _AFTER))
    after = re.split(r"[;:.]|,\s", following.removeprefix(","))[0]
    is_one = lexis.JOINED.fullmatch(between) or re.fullmatch(r",\s|\s(?:took|take|used)\s", between)
    if is_one and (match := lexis.AFTER.match(after)):
        return made(
            frame, told, [there], after, here.start, there.end + following.find(match.group()) + len(match.group())
        )
    return None
