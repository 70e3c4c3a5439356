"""Claims that an instrument or clause is, or is not, legally binding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.facts import opinion
from foedera.reader.checks.bench import hedged, leaf, settled, silent
from foedera.reader.records import Verdict
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument
    from foedera.reader.checks.bench import Bench
    from foedera.reader.records import Claim

_WORDS = {
    "legal": "legally binding",
    "political": "political and not legally binding",
    "disputed": "of disputed legal force",
}


def binding(bench: Bench, claim: Claim) -> Verdict:
    """Whether it is binding in law, or political only; ``partly`` where that is disputed, with who says what."""
    about, wanted = claim.about[0], claim.said.word or "legal"
    instrument = bench.instrument(about)
    if instrument is None:
        return silent("The corpus has no such instrument.")
    clauses = bench.provisions(about) if "/" in about else ()
    forces = {clause.binding or instrument.binding for clause in clauses} or {instrument.binding}
    says = f"The record has it as {' and in part as '.join(_WORDS[one] for one in sorted(forces))}."
    truth = Truth.of(forces == {wanted}) if len(forces) == 1 and "disputed" not in forces else Truth.UNKNOWN
    clause = clauses[0] if clauses else None
    step = leaf(
        instrument, truth, "it is {0} (on record: {1})", _WORDS[wanted], ", ".join(sorted(forces)), clause=clause
    )
    if "disputed" in forces:
        return Verdict("partly", f"{says} {_positions(bench, instrument)}".strip(), step)
    return hedged(settled(truth, says, step, negated=claim.negated), instrument.confidence)


def _positions(bench: Bench, instrument: Instrument) -> str:
    """Who holds it binding, who does not, and who leaves it open."""
    _, dispute = opinion(bench.setting, instrument.binding_positions, "binding")
    settled_by = {*dispute.asserted_by, *dispute.denied_by}
    unclear = dict.fromkeys(one.by for one in instrument.binding_positions if one.by not in settled_by)
    found = (
        ("held that it binds in law", dispute.asserted_by),
        ("held that it does not", dispute.denied_by),
        ("left it open", tuple(unclear)),
    )
    words = "; ".join(f"{bench.names(who)} {what}" for what, who in found if who)
    return f"{words}." if words else ""
