"""How well the rows agree with codings by hand, what each rule is worth, and how often promises were kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.model.world import assemble
from foedera.wars.cases import COUNTED, open_bench
from foedera.wars.codings import AROSE, COLUMNS, NO_PERFORMANCE
from foedera.wars.measures import interval, score
from foedera.wars.rows import rows
from foedera.wars.rules import RULES, changed, flipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from foedera.model.world import World
    from foedera.wars.attacks import War
    from foedera.wars.codings import Coding
    from foedera.wars.measures import Score
    from foedera.wars.rows import Row
    from foedera.wars.rules import Change, Rule

_MODERN = 1945


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A pair on which answer and coding differ; ``row`` is None where the war data have no such war or pair."""

    coding: Coding
    outcome: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class Report:
    """Agreement with one column of codings.

    Attributes:
        every: over all pairs with something to perform; those of wars that the war data lack count as no.
        known: over the pairs of wars in the war data.
        absent: pairs of wars that the war data lack, and how many of them are coded yes.
        firm: over the known pairs whose status is due or not_due, taken as yes and no.
        no_performance: pairs left out, because the pact promises nothing to perform.
    """

    column: str
    every: Score
    known: Score
    range95: tuple[float, float] | None
    absent: tuple[int, int]
    firm: Score
    no_performance: int
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Ablation:
    """The score without one rule."""

    rule: Rule
    score: Score


@dataclass(frozen=True, slots=True)
class Rate:
    """How often the promises of a group were kept."""

    group: str
    label: str
    kept: int
    broken: int

    @property
    def rate(self) -> float:
        """Kept as a share of kept and broken."""
        return self.kept / (self.kept + self.broken)


def answers(
    world: World, wars: Sequence[War], change: Change | None = None, tell: Callable[[], None] | None = None
) -> dict[tuple[str, int], Row]:
    """Rows by war and ATOP number, with a rule taken out if one is given."""
    presumed = None
    if change:
        world, wars, presumed = changed(world, tuple(wars), change)
    bench = open_bench(world, wars, presumed)
    found = {}
    for war in wars:
        for row in rows(bench, war):
            if row.treaty.atop_id is not None:
                found[war.id, row.treaty.atop_id] = row
        if tell:
            tell()
    return found


def report(codings: Sequence[Coding], found: Mapping[tuple[str, int], Row], wars: Iterable[War], column: str) -> Report:
    """Agreement with a column of codings."""
    known_wars = {war.id for war in wars}
    coded = [(one, one.outcomes[column]) for one in codings if column in one.outcomes]
    counted = [(one, outcome) for one, outcome in coded if outcome not in NO_PERFORMANCE]
    pairs = [(one, outcome in AROSE, _answer(found, one)) for one, outcome in counted]
    known = [(one, yes, answer) for one, yes, answer in pairs if one.war in known_wars]
    by_war: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one, yes, answer in known:
        by_war[one.war].append((yes, answer))
    return Report(
        column,
        score((yes, answer) for _, yes, answer in pairs),
        score((yes, answer) for _, yes, answer in known),
        interval(by_war),
        (len(pairs) - len(known), sum(yes for one, yes, _ in pairs if one.war not in known_wars)),
        score(_firm(found, known)),
        len(coded) - len(counted),
        tuple(_disagreements(counted, found)),
    )


def _answer(found: Mapping[tuple[str, int], Row], coding: Coding) -> bool:
    row = found.get((coding.war, coding.atop_id))
    return row is not None and row.leaning


def _firm(
    found: Mapping[tuple[str, int], Row], known: Iterable[tuple[Coding, bool, bool]]
) -> Iterator[tuple[bool, bool]]:
    for coding, yes, _ in known:
        row = found.get((coding.war, coding.atop_id))
        if row is None or row.status != "arguable":
            yield yes, row is not None and row.status == "due"


def _disagreements(
    counted: Iterable[tuple[Coding, str]], found: Mapping[tuple[str, int], Row]
) -> Iterator[Disagreement]:
    for coding, outcome in counted:
        if (outcome in AROSE) != _answer(found, coding):
            yield Disagreement(coding, outcome, found.get((coding.war, coding.atop_id)))


def confined(world: World, wars: Iterable[War], codings: Iterable[Coding]) -> tuple[World, tuple[War, ...]]:
    """Only the treaties and wars that are coded: what the rest would say does not matter to a score."""
    numbers, names = {one.atop_id for one in codings}, {one.war for one in codings}
    instruments = {key: one for key, one in world.records.instruments.items() if one.atop_id in numbers}
    smaller = assemble((replace(world.records, instruments=instruments),), world.digest)
    return smaller, tuple(war for war in wars if war.id in names)


def ablation(
    world: World, wars: Sequence[War], codings: Sequence[Coding], tell: Callable[[], None] | None = None
) -> Iterator[Ablation]:
    """The score over the known pairs without each rule, and with each presumption that matters turned round."""
    world, wars = confined(world, wars, codings)
    base = answers(world, wars)
    leaves = {leaf.atom for row in base.values() for one in row.findings for leaf in one.step.hinges()}
    for rule in (*RULES, *flipped(world, leaves)):
        found = answers(world, wars, rule.change)
        yield Ablation(rule, report(codings, found, wars, COLUMNS[0]).known)
        if tell:
            tell()


def rates(codings: Iterable[Coding], world: World, wars: Iterable[War]) -> tuple[Rate, ...]:
    """Kept promises as a share of those for which the case arose: overall, by period of the war, by kind.

    A treaty counts under each kind that it promises. Wars that the war data lack have no period.
    """
    treaties = world.records.instruments.values()
    kinds = {one.atop_id: {kind for p in one.provisions for kind in p.kind} for one in treaties}
    years = {war.id: war.years[0] for war in wars}
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for coding in codings:
        outcome = coding.outcomes.get(COLUMNS[0])
        if outcome not in AROSE:
            continue
        year = years.get(coding.war)
        groups = [("overall", "all")]
        if year is not None:
            groups.append(("period", f"wars from {_MODERN} on" if year >= _MODERN else f"wars before {_MODERN}"))
        promised = kinds.get(coding.atop_id, set())
        groups += [("kind", kind) for kind in COUNTED if kind in promised]
        for group in groups:
            counted[group][outcome] += 1
    order = {"overall": 0, "period": 1, "kind": 2}
    return tuple(
        Rate(group, label, count["honor"], count["violate"])
        for (group, label), count in sorted(counted.items(), key=lambda item: (order[item[0][0]], item[0][1]))
    )
