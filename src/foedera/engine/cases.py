"""The corpus' own cases: a question, the findings expected, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.engine.ask import ask
from foedera.engine.lookup import QuestionError
from foedera.engine.question import from_ask, from_scenario
from foedera.model.world import supposing
from foedera.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.answers import Answer, Conflict, Finding
    from foedera.model.questions import Case, Expected, ExpectedConflict
    from foedera.model.world import World


def run_case(world: World, case: Case) -> tuple[Problem, ...]:
    """Ask the case's question; one problem for every expectation that is not met."""
    world = supposing(world, case.scenario.instruments) if case.scenario else world
    try:
        question = (
            from_ask(world, case.ask) if case.ask else from_scenario(world, case.scenario) if case.scenario else None
        )
    except QuestionError as error:
        return (
            Problem(
                "E602",
                f"the case's question cannot be asked: {error}",
                case.mark,
                hint=error.hint,
                heading=case.title,
            ),
        )
    if question is None:
        return ()
    answer = ask(world, question)
    found = [*_findings(answer, case), *_conflicts(answer, case)]
    return tuple(Problem("E601", message, case.mark, notes, heading=case.title) for message, notes in found)


def _findings(answer: Answer, case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    for expected in case.expect:
        matching = [finding for finding in answer.findings if _matches(finding, expected)]
        if expected.status == "none":
            if matching:
                yield f"no finding is expected for {_words(expected)}", tuple(map(_told, matching[:5]))
            continue
        if not any(_meets(finding, expected) for finding in matching):
            close = matching or [f for f in answer.findings if expected.provision and _is_of(f, expected.provision)]
            yield (
                f"expected {_words(expected)} to be {expected.status}{_with(expected)}",
                tuple(map(_told, close[:5])),
            )


def _matches(finding: Finding, expected: Expected) -> bool:
    return (
        (expected.obligor is None or expected.obligor == (finding.obligor or finding.group))
        and (expected.provision is None or _is_of(finding, expected.provision))
        and (expected.beneficiary is None or expected.beneficiary == finding.beneficiary)
        and (expected.act is None or expected.act == finding.act)
        and (expected.modality is None or expected.modality == finding.duty.modality)
    )


def _is_of(finding: Finding, name: str) -> bool:
    """A provision named without its version matches every version."""
    return name in (finding.provision.id, f"{finding.instrument.id}/{finding.provision.article}")


def _meets(finding: Finding, expected: Expected) -> bool:
    if finding.status != expected.status:
        return False
    atoms = {leaf.atom for leaf in finding.hinges_on}
    if expected.hinges_on is not None and set(expected.hinges_on) != atoms:
        return False
    norms = {name for bar in finding.bars for name in (bar.norm, bar.norm.partition("@")[0])}
    return expected.bars is None or set(expected.bars) <= norms


def _words(expected: Expected) -> str:
    parts = (
        expected.obligor,
        expected.modality,
        expected.act,
        expected.beneficiary and f"to {expected.beneficiary}",
        expected.provision and f"under {expected.provision}",
    )
    return " ".join(part for part in parts if part)


def _with(expected: Expected) -> str:
    hinges = f", hinging on {', '.join(expected.hinges_on) or 'nothing'}" if expected.hinges_on is not None else ""
    bars = f", barred by {', '.join(expected.bars)}" if expected.bars else ""
    return hinges + bars


def _told(finding: Finding) -> str:
    hinges = ", ".join(leaf.atom or leaf.statement for leaf in finding.hinges_on)
    who = finding.obligor or finding.group
    on = f" (hinges on {hinges})" if hinges else ""
    what = f"{finding.duty.modality} {finding.act} to {finding.beneficiary} under {finding.provision.id}"
    return f"found: {who} {what}: {finding.status}{on}"


def _conflicts(answer: Answer, case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    for expected in case.conflicts:
        if not any(_same(conflict, expected) for conflict in answer.conflicts):
            found = tuple(
                f"found: {c.state} {' against '.join(c.between)}: settled {c.settled} by {c.rule}"
                for c in answer.conflicts[:5]
            )
            yield f"expected a conflict of {expected.state} between {' and '.join(expected.between)}", found


def _same(conflict: Conflict, expected: ExpectedConflict) -> bool:
    between = {name for one in conflict.between for name in (one, one.partition("@")[0])}
    return (
        conflict.state == expected.state
        and set(expected.between) <= between
        and conflict.settled == expected.settled
        and (expected.rule is None or expected.rule == conflict.rule)
    )
