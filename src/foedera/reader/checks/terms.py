"""How a clause's terms compare with what is said of them: how freely, how soon, how far, and whether it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.words import MODAL, plain
from foedera.model.conditions import AdversaryIs, nodes
from foedera.reader.checks.bench import leaf
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.answers import Step
    from foedera.model.instruments import Duty, Instrument, Provision
    from foedera.reader.records import DutySaid

_DISCRETION = {
    "none": "the clause leaves the parties no choice",
    "how": "the clause leaves to each party in what way it acts",
    "whether_and_how": "the clause leaves to each party whether and in what way it acts",
    "unknown": "the record does not say how much choice the clause leaves",
}
_TIMING = {
    "immediate": "the clause says at once",
    "without_delay": "the clause says without delay",
    "deadline": "the clause sets a time limit",
    "unspecified": "the clause names no time",
    "unknown": "the record does not say how soon",
}
_EXTENT = {
    "all_means": "the clause speaks of all means",
    "necessary": "the clause speaks of what is necessary",
    "appropriate": "the clause speaks of what is appropriate",
    "as_agreed": "the clause leaves the extent to agreement",
    "unspecified": "the clause names no extent",
    "unknown": "the record does not say how far the help goes",
}

_REQUEST = {
    "required": "help must be asked for",
    "none": "the clause asks for no request",
    "unknown": "the record does not say whether help must be asked for",
}


def has_terms(said: DutySaid) -> bool:
    """Whether something is said of how freely, how soon or how far."""
    return bool(said.discretion or said.timing or said.extent or said.request or said.against)


def terms(instrument: Instrument, provision: Provision, duty: Duty, said: DutySaid) -> Iterator[Step]:
    """A step for each term that is said: whether the clause has it so."""
    if said.discretion:
        truth = _chosen(duty, said.discretion)
        yield leaf(instrument, truth, _DISCRETION[duty.discretion], clause=provision)
    if said.timing:
        truth = Truth.TRUE if duty.timing in ("immediate", "without_delay") else Truth.UNKNOWN
        yield leaf(instrument, truth, _TIMING[duty.timing], clause=provision)
    if said.extent:
        yield _extent(instrument, provision, duty, said.extent)
    if said.request:
        truth = Truth.UNKNOWN if duty.request == "unknown" else Truth.of(duty.request == said.request)
        yield leaf(instrument, truth, _REQUEST[duty.request], clause=provision)
    if said.against:
        yield _adversary(instrument, provision, said.against)


def _chosen(duty: Duty, said: str) -> Truth:
    """Whether the clause leaves as much choice as is said: in what way to act, or also whether to act."""
    if duty.discretion == "unknown":
        return Truth.UNKNOWN
    if said == "whether":
        return Truth.of(duty.discretion == "whether_and_how")
    return Truth.of((duty.discretion == "none") == (said == "automatic"))


def _extent(instrument: Instrument, provision: Provision, duty: Duty, said: str) -> Step:
    """How far help goes; forces need not be sent where a party chooses in what way it acts."""
    if said == "all_means":
        truth = Truth.TRUE if duty.extent == "all_means" else Truth.UNKNOWN
        return leaf(instrument, truth, _EXTENT[duty.extent], clause=provision)
    return leaf(instrument, _chosen(duty, "automatic"), _DISCRETION[duty.discretion], clause=provision)


def _adversary(instrument: Instrument, provision: Provision, said: tuple[str, ...]) -> Step:
    """Whether the clause is against those attackers; one that names its attackers is against nobody else."""
    found = [one for one in nodes(provision.when) if isinstance(one, AdversaryIs)]
    if not found:
        return leaf(instrument, Truth.TRUE, "the clause names no attacker", clause=provision)
    truth = Truth.of(any(set(said) & set(one.one_of) for one in found))
    joined = " or a state joined with it" if any(one.or_joined_with for one in found) else ""
    names = ", ".join(who for one in found for who in one.one_of)
    return leaf(instrument, truth, f"the clause is for an attack by {{0}}{joined}", names, clause=provision)


def force(instrument: Instrument, provision: Provision, duty: Duty, said: DutySaid) -> Step | None:
    """Whether what is said to be owed is owed in law; None if the text says nothing of that.

    UNKNOWN under a political text and for ``should``, which is expected and not owed, and where ``may`` and ``must``
    are taken for one another.
    """
    if said.modality is None:
        return None
    if (provision.binding or instrument.binding) == "political" and said.modality != "may":
        return leaf(
            instrument, Truth.UNKNOWN, "the text is political, so it is expected and not owed", clause=provision
        )
    if (duty.modality == "may") == (said.modality == "may") and duty.modality != "should":
        return leaf(instrument, Truth.TRUE, "the clause says {0}", MODAL[duty.modality], clause=provision)
    return leaf(instrument, Truth.UNKNOWN, "the clause says {0}", plain(duty.modality), clause=provision)
