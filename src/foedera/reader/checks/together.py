"""One verdict out of several on parts of one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model.answers import Step
from foedera.reader.records import Verdict
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.reader.records import VerdictWord

AFTERWORDS = (" It is no longer in force.", " It is not yet in force.")
"""What is said at the end of a verdict on a text that does not bind on the day."""
_TRUTHS: dict[VerdictWord, Truth] = {"supported": Truth.TRUE, "contradicted": Truth.FALSE}


def together(parts: Sequence[Verdict]) -> Verdict:
    """The verdict that all parts share; ``partly`` if they differ and at least one is judged.

    One part alone is returned as it is. ``says`` tells of every part.
    """
    if len(parts) == 1:
        return parts[0]
    words = {part.word for part in parts}
    word: VerdictWord = parts[0].word if len(words) == 1 else "partly"
    after = next((words for words in AFTERWORDS if any(part.says.endswith(words) for part in parts)), "")
    says = " ".join(dict.fromkeys(part.says.removesuffix(after) for part in parts)) + after
    steps = tuple(part.derivation for part in parts if part.derivation)
    truth = _TRUTHS.get(word, Truth.UNKNOWN)
    step = Step(truth, "the record has every part of it", (), steps) if steps else None
    return Verdict(word, says, step, differences=tuple(row for part in parts for row in part.differences))
