"""Readings as JSON values, in the format ``foedera.reading/1``."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from foedera.render import jsonable

if TYPE_CHECKING:
    from foedera.reader.records import (
        Discrepancy,
        DocumentReading,
        Judged,
        Mention,
        Reading,
        Said,
        Side,
        Speaker,
        Verdict,
        Written,
    )

FORMAT = "foedera.reading/1"


def reading(found: Reading) -> dict[str, Any]:
    """A reading as ``foedera.reading/1``; offsets are in characters (code points), ends exclusive."""
    return {
        "format": FORMAT,
        "corpus": found.digest,
        "on": str(found.on),
        "documents": [_document(one) for one in found.documents],
        "discrepancies": [_discrepancy(one) for one in found.discrepancies],
        "notices": list(found.notices),
    }


def _document(one: DocumentReading) -> dict[str, Any]:
    unlinked = frozenset(one.unlinked)
    return {
        "name": one.name,
        "format": one.format,
        "dated": str(one.dated) if one.dated else None,
        "characters": one.characters,
        "text": one.text,
        "mentions": [_mention(item) for item in one.mentions],
        "claims": [_judged(item) for item in one.claims],
        "unlinked": [number for number, item in enumerate(one.mentions) if item in unlinked],
    }


def _mention(one: Mention) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "type": one.type,
        "id": one.id,
        "ids": list(one.ids),
        "score": round(one.score, 4),
        "alternatives": [{"id": link.id, "score": round(link.score, 4)} for link in one.alternatives],
        "how": one.how,
        "date": written(one.written) if one.written else None,
        "why": one.why,
    }


def written(one: Written) -> str:
    """A date as it is written, as in EDTF: ``XXXX-06-19`` without a year, ``2024?-06-19`` with one from the context."""
    year = f"{one.year:04}" if one.year else "XXXX"
    until = f"/{one.until_year:04}" if one.until_year else ""
    parts = [f"{year}?" if one.inferred else year]
    if one.month or one.day:
        parts.append(f"{one.month:02}" if one.month else "XX")
    if one.day:
        parts.append(f"{one.day:02}")
    return "-".join(parts) + until


def _judged(one: Judged) -> dict[str, Any]:
    claim = one.claim
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "speaker": _speaker(claim.speaker),
        "kind": claim.kind,
        "about": list(claim.about),
        "named": claim.named,
        "negated": claim.negated,
        "supposed": claim.supposed,
        "may_mean": list(claim.may_mean),
        "said": _said(claim.said),
        **_verdict(one.verdict),
    }


def _speaker(one: Speaker) -> dict[str, Any]:
    return {"manner": one.manner, "text": one.text, "id": one.id, "assures": one.assures}


def _said(one: Said) -> dict[str, Any]:
    """What is said, with the fields that are set only."""
    fields = {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}
    set_ = {name: value for name, value in fields.items() if value not in (None, (), "")}
    if one.date:
        set_["date"] = written(one.date)
    if one.numbers:
        set_["numbers"] = [{"number": number, "unit": unit} for number, unit in one.numbers]
    return {name: jsonable.record(value) for name, value in set_.items()}


def _verdict(one: Verdict) -> dict[str, Any]:
    return {
        "verdict": one.word,
        "says": one.says,
        "derivation": jsonable.step(one.derivation, "1") if one.derivation else None,
        "outcomes": [{"definition": a, "outcome": b, "why": c} for a, b, c in one.outcomes],
        "differences": [{"feature": a, "here": b, "there": c} for a, b, c in one.differences],
        "core": _verdict(one.core) if one.core else None,
    }


def _discrepancy(one: Discrepancy) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "about": one.about,
        "point": one.point,
        "sides": [_side(side) for side in one.sides],
        "record": one.record,
        "agrees": list(one.agrees),
    }


def _side(one: Side) -> dict[str, Any]:
    return {"document": one.document, "start": one.start, "end": one.end, "text": one.text, "states": one.states}
