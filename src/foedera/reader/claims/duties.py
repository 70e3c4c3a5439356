"""Claims that an instrument or an article obliges, allows or forbids something."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.anchoring import COLON, holder, speaks
from foedera.reader.claims.conjecture import is_conjecture
from foedera.reader.claims.details import quotation_at
from foedera.reader.claims.duty_parts import ANCHOR, STATE
from foedera.reader.claims.duty_terms import duty_said
from foedera.reader.claims.duty_words import likely
from foedera.reader.claims.numbers import quantities_in
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.anchoring import Held
    from foedera.reader.claims.covering import Anchor, Covered
    from foedera.reader.claims.duty_parts import Content
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, ClaimKind

_BOUND_STATE = re.compile(
    rf"(?i)\b(?:oblig(?:es?|ed|ing)|requir(?:es?|ed|ing)|bind(?:s|ing)?|compel(?:s|led)?|forc(?:es|ed|ing)|"
    rf"commit(?:s|ted|ting)?|forbid(?:s|ding)?|forbade|prohibit(?:s|ed)?|bar(?:s|"
    rf"red)?)\s+(?:the\s+)?(?P<states>{STATE}+(?:\s*(?:,|and)\s+(?:the\s+)?{STATE}+){{0,3}})"
    rf"|(?P<actors>{STATE}+(?:\s*(?:,|and)\s+(?:the\s+)?{STATE}+){{0,3}})\s+(?:\w+ly\s+)?(?:must|shall|"
    rf"ha[sd]\s+to|have\s+to|(?:is|are|was|were)\s+(?:not\s+)?(?:\w+ly\s+)?(?:obliged|required|bound|"
    rf"committed)|undertook|ha[sd]\s+undertaken|pledged|promised|owes?)\b"
)
_NO = re.compile(r"(?i)(?:^|[:,;—–-])\s*no\s+(?:[\w-]+\s+){0,2}$")
_MADE_TO = re.compile(r"(?i)\b(?:made|forced|obliged|required|compelled)\s+to\s+(?:\w+\s+)?$")
_UNDER_WHICH = re.compile(r",?\s*(?:under|by|in|according\s+to|by\s+virtue\s+of|by\s+the\s+terms\s+of)\s+which\b")
_RELATIVE = re.compile(r"(?i)^(?:\s*\([^)]*\))?,?\s*(?:(?:by|under|in)\s+)?(?:which|whose)\s*$")
_FOR = re.compile(r"\s+(?:for|with)\s")
_NEXT, _NEAR, _TAIL = 25, 60, 60
_OBLIGED_KINDS = ("defence", "consultation", "neutrality", "nonaggression", "no_hostile_agreement")
_CHARTER_KINDS = (
    "nonaggression",
    "restraint_of_force",
    "permission",
    "sanction",
    "neutrality",
    "diplomatic_assistance",
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words for a content: places in the sentence's text."""

    start: int
    end: int
    content: Content


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with the words and the subject that it was made from."""

    piece: _Piece
    held: Held
    claim: Claim


def duties(covered: Covered) -> Iterator[Claim]:
    """Claims about what is laid down, one for each kind and each article or instrument in a clause."""
    if not speaks(covered):
        return
    counted = [(one.start, one.end) for one in quantities_in(covered)]
    taken: list[_Told] = []
    for piece in _pieces(covered):
        if any(_overlap(piece, one.piece) for one in taken) or _is_counted(covered, piece, counted):
            continue
        if told := _told(covered, piece):
            taken.append(told)
    yield from _once(_shared_out(covered, sorted(taken, key=lambda one: one.piece.start)))


def _pieces(covered: Covered) -> Iterator[_Piece]:
    """The words for contents, in the order of the entries; they may overlap."""
    has_sanctions = _speaks_of_resolution(covered)
    for content in likely(covered.words):
        if has_sanctions or content.kind != "sanction":
            for match in content.pattern.finditer(covered.text):
                yield _Piece(match.start(), match.end(), content)


def _speaks_of_resolution(covered: Covered) -> bool:
    """Whether a resolution is spoken of: sanctions are laid down nowhere else."""
    frame = covered.frame
    spoken = {instrument for one in covered.anchors for instrument in one.subject.instruments} | {frame.implied or ""}
    found = (frame.world.records.instruments.get(one) for one in spoken)
    return any(one is not None and one.kind == "resolution" for one in found)


def _overlap(one: _Piece, other: _Piece) -> bool:
    return one.start < other.end and other.start < one.end


def _is_counted(covered: Covered, piece: _Piece, counted: list[tuple[int, int]]) -> bool:
    """Whether the words stand in a clause with a number, which is told as content of the clause."""
    since, until = covered.clause(piece.start, piece.end)
    return any(since <= start < until and piece.start < end for start, end in counted)


def _told(covered: Covered, piece: _Piece) -> _Told | None:
    held = holder(covered, piece.start, piece.end)
    if held is None or (not held.subject.ids and held.anchor and held.anchor.is_article):
        return None
    claim = _claim(covered, piece, held)
    return _Told(piece, held, claim) if claim else None


def _shared_out(covered: Covered, told: list[_Told]) -> list[_Told]:
    """Of "Articles 3 and 4 provide for talks and help respectively" each its own; without that word, only one kind."""
    chained = [one for one in covered.anchors if one.chained]
    of_many = [one for one in told if one.held.anchor and one.held.anchor.chained]
    if not of_many:
        return told
    if "respectively" in covered.text.lower() and len(of_many) == len(chained):
        pairs = zip(of_many, chained, strict=True)
        return [_Told(one.piece, one.held, replace(one.claim, about=anchor.subject.ids)) for one, anchor in pairs]
    if len({one.piece.content.kind for one in of_many}) > 1:
        return [one for one in told if one not in of_many]
    every = tuple(dict.fromkeys(identifier for one in chained for identifier in one.subject.ids))
    return [_Told(one.piece, one.held, replace(one.claim, about=every)) if one in of_many else one for one in told]


def _once(told: list[_Told]) -> Iterator[Claim]:
    """Each claim once: of two that say the same of the same in overlapping words, the first."""
    done: list[Claim] = []
    for one in told:
        claim = one.claim
        same = (
            other.about == claim.about
            and other.said.duties[0].kind == claim.said.duties[0].kind
            and claim.start < other.end
            for other in done
        )
        if not any(same):
            done.append(claim)
            yield claim


# --- one claim ---


def _claim(covered: Covered, piece: _Piece, held: Held) -> Claim | None:
    if not _may_be_of(covered.frame, held.subject, piece.content):
        return None
    scope = _scope(covered, piece, held)
    if scope is None:
        return None
    since, until = scope
    reading = _reading(covered.text, since, until, piece)
    if reading is None:
        return None
    modality, negated = reading
    if held.anchor and _is_untrue(covered.text, held.anchor, piece):
        negated = not negated
    if negated and held.side == "right" and not _has_predicate(covered.text[since:until], strong=True):
        return None
    duty = duty_said(covered, piece.content, (piece.start, piece.end), scope, modality)
    start, end = _span(piece, held, scope)
    frame = covered.frame
    said = Said(duties=(duty,), states=_states(covered, since, piece))
    kind: ClaimKind = "contains_duty"
    if quotation := quotation_at(covered, piece.start):
        kind, end = "clause_content", quotation[1]
        said = replace(said, quote=frame.words(frame.base + quotation[0], frame.base + end))
    return frame.claim(
        kind,
        frame.base + start,
        frame.base + end,
        held.subject,
        said,
        negated=negated,
        supposed=is_conjecture(
            covered.text,
            _told_from(covered.text, since, held),
            piece.start,
            in_article=held.anchor is not None and held.anchor.is_article,
        ),
    )


def _told_from(text: str, since: int, held: Held) -> int:
    """Where what is said of the duty begins: with the article, unless a clause on it begins after it with "which"."""
    if held.anchor is None or _RELATIVE.search(text[held.anchor.end : since]):
        return since
    return min(since, held.anchor.start)


def _is_untrue(text: str, anchor: Anchor, piece: _Piece) -> bool:
    """Whether the statement as a whole is denied: "It is a myth that the treaty ..."."""
    head = text[: min(anchor.start, piece.start)]
    return bool(v.UNTRUE.search(head) or (v.CLAIMED.search(head) and v.UNTRUE_AFTER.search(text[piece.end :])))


def _may_be_of(frame: Frame, subject: Subject, content: Content) -> bool:
    """Whether an instrument of its sort can be meant: sanctions are of resolutions, self-defence is of the Charter."""
    instruments = [frame.world.records.instruments.get(one) for one in subject.instruments]
    is_resolution = any(one and one.kind == "resolution" for one in instruments)
    if content.kind == "sanction":
        return is_resolution
    if content.shape == "right":
        return "un-charter" in subject.instruments
    if "un-charter" in subject.instruments:
        return content.kind in (*_CHARTER_KINDS, "defence", "consultation")
    return not is_resolution or content.kind == "nonproliferation"


def _scope(covered: Covered, piece: _Piece, held: Held) -> tuple[int, int] | None:
    """The stretch in which the words are said to be laid down; None if nothing says so."""
    text, (low, high) = covered.text, covered.clause(piece.start, piece.end)
    if held.side == "right" and held.anchor:
        return low, max(high, held.anchor.end)
    if held.side == "within":
        return low, high
    anchor = held.anchor
    if anchor is None:
        return low, high
    first = covered.clause(anchor.start, anchor.end)[0]
    strong = not anchor.is_article
    if anchor.is_article and COLON.match(text[anchor.end :]):
        return low, high
    if low > anchor.end and _has_predicate(text[low:high], strong=True):
        return low, high
    if _UNDER_WHICH.match(text, anchor.end) or _is_direct(text, anchor) or _is_elliptic(text, anchor):
        return first, high
    tail = text[_unblocked(text, anchor.end, piece.start) : piece.end]
    is_prefixed = bool(v.PREFIX.search(text[max(0, anchor.start - _TAIL) : anchor.start]))
    if is_prefixed and not strong:
        return first, high
    if piece.content.kind == "sanction" and v.RESTRICT.search(text, first, high):
        return first, high
    if _has_predicate(tail, strong=strong) or (is_prefixed and _lays_down(text[first:high])):
        return first, high
    head = text[first : anchor.start]
    return (first, high) if _has_predicate(head, strong=True) else None


def _is_elliptic(text: str, anchor: Anchor) -> bool:
    """Whether the verb stands with an article before: "Article 3 provides for talks, Article 4 for help"."""
    return anchor.is_article and bool(_FOR.match(text, anchor.end)) and bool(v.CONTAIN.search(text, 0, anchor.start))


def _unblocked(text: str, low: int, high: int) -> int:
    """Where the last word stands after which a verb of duty must follow anew."""
    return max((match.end() for match in v.BLOCKED.finditer(text, low, high)), default=low)


_STRONG = (v.MUST, v.PLEDGE, v.FORBID_VERB, v.BARRED, v.AUTOMATIC_TAIL, v.CONTAIN, v.PERMIT_VERB)
_WEAK = (v.FORBID, v.PERMIT)
_CLOSE = (*_WEAK, v.LOOSE)


def _has_predicate(text: str, *, strong: bool) -> bool:
    """Whether words of obligation, ban, permission or content stand there; ``strong``: such as an instrument needs."""
    return any(one.search(text) for one in (_STRONG if strong else (*_STRONG, *_WEAK)))


def _lays_down(text: str) -> bool:
    """Whether any word says that something is laid down: enough behind "under the treaty"."""
    return _has_predicate(text, strong=False) or bool(v.LOOSE.search(text))


def _is_direct(text: str, anchor: Anchor) -> bool:
    """Whether a word stands right behind an instrument that elsewhere would say too little: "the pact drags"."""
    following = text[anchor.end : anchor.end + _NEAR]
    return any(match.start() <= _NEXT for one in _CLOSE if (match := one.search(following)))


def _reading(text: str, since: int, until: int, piece: _Piece) -> tuple[str | None, bool] | None:
    """The modality and whether it is denied; None if the words do not lay anything down."""
    before, after = text[since : piece.start], text[piece.end : until].partition(ANCHOR)[0]
    inside = text[piece.start : piece.end]
    if v.CALLED.search(before):
        return None
    denied = _is_denied(_own(before), after)
    shape = piece.content.shape
    if shape == "banned":
        return _ban(before, inside, after)
    if shape == "restricted":
        return (None, False) if not v.NO_BAN.search(before) and v.RESTRICT.search(before + inside + after) else None
    if shape == "allowed":
        if _is_forbidden(before) and not denied:
            return None
        return ("may", denied) if v.PERMIT.search(before + inside + after) else None
    if shape == "right":
        return "may", denied
    if v.FORBID_VERB.search(before) and not denied:
        return None
    denied = denied or bool(v.NOT_INSIDE.search(inside))
    if v.NOT_EXCLUDED.search(before) or (denied and piece.content.kind == "cooperation"):
        return None
    return _modality(before, after), denied


def _own(before: str) -> str:
    """What stands before the words without what belongs to another verb: "Far from binding anybody, the treaty ..."."""
    before = v.ONLY.sub(" ", before)
    return before[max((match.end() for match in v.FINITE.finditer(before)), default=0) :]


def _is_denied(before: str, after: str) -> bool:
    return bool(v.DENIED.search(before)) or bool(v.AFTER_DENIED.search(after))


def _is_forbidden(text: str) -> bool:
    return bool(v.FORBID.search(text))


def _ban(before: str, inside: str, after: str) -> tuple[str | None, bool] | None:
    """Of words for what is not to be done: forbidden, not forbidden, or allowed."""
    if _MADE_TO.search(before):
        return None
    if v.NO_BAN.search(before):
        return None, True
    if (
        _NO.search(before)
        or _is_forbidden(before)
        or v.FORBID_VERB.search(inside)
        or v.FORBID_AFTER.search(after)
        or v.NOT_INSIDE.search(inside)
    ):
        return ("must_not" if v.FORBID_VERB.search(before) else None), False
    return (None, True) if v.PERMIT_VERB.search(before) else None


def _modality(before: str, after: str) -> str | None:
    if v.MUST.search(before) or v.MUST.search(after[:40]):
        return "must"
    if v.PERMIT_VERB.search(before) or re.search(r"(?i)\bmay\s+(?:\w+\s+){0,2}$", before):
        return "may"
    return None


def _span(piece: _Piece, held: Held, scope: tuple[int, int]) -> tuple[int, int]:
    since = scope[0]
    if piece.content.shape == "restricted":
        return since, scope[1]
    if held.anchor is None:
        return since, piece.end
    if held.side == "right":
        return piece.start, max(piece.end, held.anchor.end)
    return (max(held.anchor.start, since)), piece.end


def _states(covered: Covered, since: int, piece: _Piece) -> tuple[str, ...]:
    """On whom the duty falls, where a state is named for it."""
    if piece.content.kind not in _OBLIGED_KINDS:
        return ()
    frame = covered.frame
    found = [m for m in _BOUND_STATE.finditer(covered.text, since, piece.end) if m.start() < piece.start]
    if not found:
        return ()
    group = "states" if found[-1].group("states") else "actors"
    low, high = found[-1].start(group) + frame.base, found[-1].end(group) + frame.base
    return tuple(dict.fromkeys(one.id for one in frame.named("state", since=low, until=high) if one.id))
