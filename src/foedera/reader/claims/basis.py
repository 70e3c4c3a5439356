"""Claims that a clause or instrument rests on another text or is limited by it: the Charter, law, a constitution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from foedera.reader.claims import basis_words as lexis
from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import GAP, things, things_after, tops
from foedera.reader.claims.resting import resting
from foedera.reader.claims.subjects import (
    CUES,
    DENIAL,
    Told,
    carried,
    is_at_head,
    is_supposed,
    leading,
    subject_of,
    told_before,
)
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_CHARTER = "un-charter"
_LAWS = ("domestic_law", "constitutional_processes")
_BASED = re.compile(
    r"(?i)\b(?:help|assistance|aid|support|duty|obligation|promise|commitment|pledge|action|response|guarantee|"
    r"clause|article|provision)s?\s+(?:that|which)?\s*(?:is|are|was|were|has been|,)?\s*(?:\w+ly\s+)?$"
)
_ACTS = re.compile(
    r"(?i)\b(?:adopted|acting|passed|imposed|approved|voted|taken|justified|help|assistance|aid|self-defen[cs]e|"
    r"legal|lawful|measures?|right|registered|permitted|allowed|given|rendered|provided|required|"
    r"binding)\b[^,;:]{0,50}$"
)
_HEADLESS = re.compile(
    r"(?i)^\W*(?:and\s+|but\s+)?(?:it|this|that|these|they|such|help|assistance|aid|action|the\s+(?:help|"
    r"assistance|aid|duty|obligation|pledge|promise|commitment|clause|article|guarantee)|each|either|both|"
    r"military|any)\b"
)
_PRONOUN = re.compile(
    r"(?i)^\W*(?:and\s+|but\s+|that\s+)?(?:it|this|that|they|such|the\s+(?:help|assistance|aid|duty)|help|"
    r"assistance|aid|action)\b"
)


_GAP = GAP | {"upon", "on", "in", "accordance", "by", "line", "conformity"}


@dataclass(frozen=True, slots=True)
class _Basis:
    """What something is said to rest on, and where its words end."""

    id: str
    end: int


def subject_to(frame: Frame) -> Iterator[Claim]:
    """Claims that a clause or instrument is based on, limited by, or names the Charter, laws, or another instrument."""
    lower = frame.sentence.text.lower()
    if not any(stem in lower for stem in lexis.STEMS):
        return
    seen: set[tuple[str, tuple[str, ...]]] = set()
    found = (claim for match in islice(frame.matches(lexis.CUE), CUES) for claim in _claims(frame, match))
    for claim in chain(found, resting(frame)):
        keys = {(one, claim.said.others) for one in claim.about}
        if not keys <= seen:
            seen |= keys
            yield claim


def _claims(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    bases = _bases(frame, match, end)
    told = _subject(frame, match, start, bases) if bases else None
    if (
        told is not None
        and not match["names"]
        and bases[0].id in _LAWS
        and lexis.FORMAL.search(frame.words(max(frame.base, start - _NEAR), start))
    ):
        return
    if told is None or (match.group().lower().startswith(("compatible", "consistent")) and bases[0].id in _LAWS):
        return
    denied = bool(match["against"]) or _is_denied(match, told) != _in_vain(frame, start)
    supposed = is_supposed(frame, told, start)
    for basis in bases:
        if basis.id.partition("/")[0] in told.subject.instruments or not told.subject.ids:
            continue
        said = Said(others=(basis.id,) if basis.id else ())
        first = told.start if 0 <= start - told.start <= _NEAR else start
        yield frame.claim("subject_to", first, basis.end, told.subject, said, negated=denied, supposed=supposed)


_NEAR = 120


def _is_denied(match: re.Match[str], told: Told) -> bool:
    cue = match.group().lower()
    is_silent = re.search(r"nothing|silent|omit|ignor|leav|without|\bno\b|lack|slightest", cue) is not None
    return is_silent != bool(DENIAL.search(told.words))


def _in_vain(frame: Frame, start: int) -> bool:
    return re.search(r"(?i)\bin\s+vain\b", frame.words(frame.clause_of(start)[0], start)) is not None


# --- what it rests on ---


def _bases(frame: Frame, match: re.Match[str], end: int) -> list[_Basis]:
    """What follows a cue: laws, constitutions, a chapter, articles and instruments, one after another."""
    found: list[_Basis] = []
    at = end
    for _ in range(_MOST):
        following = frame.words(at, min(frame.sentence.end, at + _REACH))
        if found and not re.match(
            r"(?i)\s*(?:,(?!\s*[”\"])|and\b|or\b|as\s+well\s+as\b|but\s+also\b|of\b|upon\b|\()", following
        ):
            break
        one = _basis(frame, at, following)
        if one is None or (
            found and is_at_head(frame, frame.base + match.start()) and re.match(r"\s*,\s(?!and\b|or\b)", following)
        ):
            break
        if not (found and found[-1].id == one.id):
            found.append(one)
        at = one.end
    if match["ties"] and match["ties"].lower().startswith("buil"):
        found = [one for one in found if "/" in one.id]
    if match["loose"] and found and found[0].id not in _LAWS and not found[0].id.startswith(_CHARTER):
        return []
    if match["loose"]:
        found = [one for one in found if one.id in _LAWS or one.id.startswith(_CHARTER)]
        if found and match.group().lower() not in ("under", "by", "through", "via", "within", "as per"):
            return []
    return [one for one in found if not any(other.id.startswith(f"{one.id}/") for other in found)]


_MOST = 5
_REACH = 140


def _basis(frame: Frame, at: int, following: str) -> _Basis | None:
    lead = re.match(r"(?i)[\s,]*(?:(?:in\s+accordance|in\s+line|in\s+conformity)\s+with\s+)?", following)
    shift = lead.end() if lead else 0
    rest = following[shift:]
    if chapter := lexis.CHAPTER.match(rest):
        return _Basis(_CHARTER, at + shift + chapter.end())
    if law := lexis.LAW.match(rest):
        words = law.group().lower()
        if "international" not in words and "treaty law" not in words:
            return _Basis("domestic_law", at + shift + law.end())
    if constitution := lexis.CONSTITUTION.match(rest):
        return _Basis("constitutional_processes", at + shift + constitution.end())
    named = things_after(frame, at, gap=_GAP)[:1] or _charter_after(frame, at)
    return _Basis(named[0].id or "", named[0].end) if named else None


def _charter_after(frame: Frame, at: int) -> list[Mention]:
    """As in "the UN", "the principles of the UN Charter" right after a cue."""
    right = next((one for one in tops(frame) if one.start >= at), None)
    if right is None or not (right.id or "").startswith(_CHARTER):
        return []
    gap = frame.words(at, right.start)
    is_near = re.fullmatch(
        r"(?i)[\s,]*(?:(?:the|and|of|purposes|principles|goals|spirit|letter|provisions|norms|right|"
        r"self-defen[cs]e|individual|or|collective|recogni[sz]ed|in|by|enshrined|among|others|with|upon|to|"
        r"inherent)[\s,]+){0,9}",
        gap,
    )
    return [right] if is_near else []


# --- what rests on it ---


def _subject(frame: Frame, match: re.Match[str], start: int, bases: list[_Basis]) -> Told | None:
    """The clause or instrument that is meant. A verb needs its subject; a manner, a topic."""
    told = told_before(frame, start)
    if told is not None and not _is_charter(told.subject):
        return told
    if match["names"]:
        return _opened(frame, start, bases) or (_by_nowhere(frame, start) if told is None else None)
    if match["ties"]:
        return _carried(frame, start) or carried(frame, start) or _opened(frame, start, bases)
    if match["loose"] and not _loosely(frame, match, start, bases):
        return None
    return _opened(frame, start, bases) or _topic(frame, start, bases[-1].end)


def _is_charter(subject: Subject) -> bool:
    return all(one.startswith(_CHARTER) for one in subject.ids)


def _loosely(frame: Frame, match: re.Match[str], start: int, bases: list[_Basis]) -> bool:
    """Whether "under" or "by" tells a basis, not a place: "adopted under Chapter VII", "by its own processes"."""
    if any(one.id in _LAWS for one in bases):
        return match.group().lower() != "by" or any(one.id == "constitutional_processes" for one in bases)
    return match.group().lower() == "under" and bool(_ACTS.search(frame.words(max(frame.base, start - _NEAR), start)))


def _opened(frame: Frame, start: int, bases: list[_Basis]) -> Told | None:
    """As in "In accordance with Article 51, the treaty ...": said of what comes after a comma."""
    before = frame.words(frame.base, start)
    is_source = frame.words(start, start + 9).lower() == "according"
    if is_source or not re.fullmatch(r"(?i)\W*(?:\w+ing\s+)?(?:\w+ly\s+)?", before):
        return None
    right = next(
        (one for one in things(frame) if one.start >= bases[-1].end and not _is_charter(subject_of(one))), None
    )
    if right is None or not re.match(r"[^;:]{0,40},\s", frame.words(bases[-1].end, right.start) + " "):
        return None
    return Told(subject_of(right), "", start)


def _by_nowhere(frame: Frame, start: int) -> Told | None:
    """As in "Nowhere does the pact mention", "no article of it refers": the denial stands before."""
    before = frame.words(frame.clause_of(start)[0], start)
    if not re.match(r"(?i)\W*(?:nowhere|not\s+once|never|at\s+no\s+point|only|nor|neither)\b", before):
        return None
    left = [one for one in things(frame) if frame.clause_of(start)[0] <= one.start and one.end <= start]
    if left and not frame.words(left[-1].end, start).strip():
        return Told(subject_of(left[-1]), before, left[-1].start)
    return None


def _carried(frame: Frame, start: int) -> Told | None:
    """As in "help that is tied to Article 51": after a comma, the instrument; else what the sentence speaks of."""
    before = frame.words(max(frame.base, start - _NEAR), start)
    carrier = _BASED.search(before)
    if carrier is None:
        return None
    told = _topic(frame, start, start)
    is_apart = re.search(r",\s*(?:an?\s+)?(?:[\w-]+\s+){0,2}$", before[: carrier.start()]) is not None
    return Told(told.subject.whole(), told.words, start - len(before) + carrier.start()) if told and is_apart else told


def _topic(frame: Frame, start: int, end: int) -> Told | None:
    """The clause or instrument that the words around a manner speak of: in its clause, else at the sentence's head."""
    since, until = frame.clause_of(start)
    clause, words = frame.words(since, start), _near_denial(frame, since, start)
    every = [one for one in tops(frame) if one.ids and not _is_charter(subject_of(one))]
    if (source := every[-1] if every else None) and source.start >= end and _is_source(frame, source):
        return Told(subject_of(source), words, start)
    left = [one for one in every if since <= one.start and one.end <= start]
    if left:
        articles = [one for one in left if one.type == "provision"]
        chosen = (articles or left)[-1]
        return Told(subject_of(chosen), words, start) if not _of_parties(frame, chosen) else None
    if _PRONOUN.match(clause) and (mention := leading(frame, since)) and mention in every:
        return Told(subject_of(mention), words, start)
    right = [one for one in every if end <= one.start < until]
    if right:
        return (
            Told(subject_of(right[0]), words, start)
            if re.search(r"(?i)\b(?:in|of|under)\s+$|^\W*$", frame.words(end, right[0].start))
            else None
        )
    earlier = [one for one in every if one.end <= since]
    if earlier:
        return Told(subject_of(earlier[-1]), words, start)
    return _implied(frame, clause, words, start)


def _near_denial(frame: Frame, since: int, start: int) -> str:
    """A word of denial close before a cue ("is not given in accordance with"), none further off ("without delay")."""
    match = _NOT.search(frame.words(since, start))
    return match.group() if match else ""


def _of_parties(frame: Frame, mention: Mention) -> bool:
    """Whether it is the parties that are spoken of ("members of NATO are bound by"), not their treaty."""
    return bool(_PEOPLE.search(frame.words(max(frame.base, mention.start - _REACH), mention.start)))


_PEOPLE = re.compile(
    r"(?i)\b(?:part(?:y|ies)|members?|signator(?:y|ies)|critics|opponents|supporters|authors|states|leaders|"
    r"countries)\s+(?:to|of|in)\s+$"
)


def _is_source(frame: Frame, mention: Mention) -> bool:
    """Whether a quotation ends with its source: "...", Article 4 of the treaty says."""
    before = frame.words(max(frame.base, mention.start - 4), mention.start)
    after = frame.words(mention.end, frame.sentence.end)
    if re.search(r"(?i)\bas\s+$", before) and re.match(
        r"\s+(?:puts?|has|says|states|demands|requires|lays|provides)\b", after
    ):
        return True
    verbs = r"says?|said|reads?|states?|stated|stipulates?|stipulated|provides?|declares?|declared"
    return bool(re.search(r"[,”\"]\s*$", before) and re.fullmatch(rf"\s+(?:{verbs})\b[^,;:]{{0,40}}", after))


_NOT = re.compile(r"(?i)(?:\b(?:not|never)\b|n['’]t\b)(?:\s[\w-]+){0,4}\s*$")


def _implied(frame: Frame, clause: str, words: str, start: int) -> Told | None:
    """What the text was speaking of, if the clause goes on about it ("Such help is given in accordance with")."""
    if not _HEADLESS.match(clause) or frame.implied in (None, _CHARTER) or any(not one.ids for one in tops(frame)):
        return None
    article = frame.clause if frame.clause and frame.clause.partition("/")[0] == frame.implied else None
    return Told(Subject((article or frame.implied or "",), "it"), words, start)
