"""All claims of a sentence, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.reader.claims.basis import subject_to
from foedera.reader.claims.contents import contents
from foedera.reader.claims.counts import counts
from foedera.reader.claims.force import entering
from foedera.reader.claims.joining import joining
from foedera.reader.claims.leaving import leaving
from foedera.reader.claims.lifetime import lifetime
from foedera.reader.claims.likeness import resembles
from foedera.reader.claims.nature import nature
from foedera.reader.claims.opinions import opinion
from foedera.reader.claims.parties import parties
from foedera.reader.claims.signing import signing
from foedera.reader.claims.standing import standing
from foedera.reader.claims.succession import supersedes
from foedera.reader.claims.terms import terms
from foedera.reader.claims.titling import titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

FAMILIES: tuple[Callable[[Frame], Iterator[Claim]], ...] = (
    signing,
    entering,
    supersedes,
    resembles,
    subject_to,
    nature,
    standing,
    titled,
    parties,
    joining,
    counts,
    leaving,
    lifetime,
    terms,
    contents,
)
"""The families of claims; each looks at a sentence on its own. Opinions come last: they need what these found."""


def claims_in(frame: Frame) -> list[Claim]:
    """The claims that a sentence makes about instruments."""
    if not frame.implied and not frame.found.of("instrument", "provision", "organ"):
        return []
    found = [claim for family in FAMILIES for claim in family(frame)]
    found += opinion(frame, found)
    return sorted(_once(found), key=lambda claim: (claim.start, claim.end, claim.kind))


def _once(claims: list[Claim]) -> list[Claim]:
    """Each claim once: of two of a kind about one thing that overlap and say the same, the longer."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda one: one.start - one.end):
        same = (
            other.kind == claim.kind and other.about == claim.about and other.said == claim.said
            and other.start <= claim.start and claim.end <= other.end
            for other in kept
        )  # fmt: skip
        if not any(same):
            kept.append(claim)
    return kept
