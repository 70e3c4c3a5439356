"""An answer as a reader takes it in, before any face shows it: the sentence, open questions, findings in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine import words
from foedera.engine.question import SWITCHES
from foedera.model.states import METROPOLITAN
from foedera.render.lead import sentence
from foedera.render.record_end import beyond
from foedera.render.tally import enumerated
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model.answers import Answer, Conflict, Finding, Step
    from foedera.model.events import Event
    from foedera.model.world import World

SYMBOLS = {"due": "●", "expected": "●", "arguable": "◐", "barred": "⊘", "not_due": "○"}
"""The sign of every status, in the order of their weight."""
TRUTHS = {Truth.TRUE: "yes", Truth.UNKNOWN: "open", Truth.FALSE: "no"}
MODALITIES = {
    "must": "Must",
    "may": "May",
    "must_not": "Must not",
    "should": "Should (political or recommended)",
}
_READS = {("must_not", "due"): "applies", ("may", "due"): "available"}
_PLAIN = ("scale", "weapon")
_SILENT = ("unknown", "unspecified")
_ALPHABET = 26
_MANY = 8
_PAST = {"ended", "version", "party", "signed"}
"""Reasons of the past or future: text that no longer stands or does not yet; the JSON has them too."""


@dataclass(frozen=True, slots=True)
class Hinge:
    """An open question on which findings turn, under the letter by which they refer to it.

    Attributes:
        leaf: the UNKNOWN step.
        switch: the assumption that settles it, or empty where no switch does.
    """

    letter: str
    leaf: Step
    switch: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that differ in nothing but the obligor.

    Attributes:
        reads: the status as it reads for the modality: a liberty is available, a prohibition applies.
        deed: what is done, with the names of this case.
        terms: force, discretion, extent, timing and limits, as far as the text says.
        letters: of the open questions; they may differ between the obligors if ``each_own``.
        barred_by: norm and rule, as words, that forbid it; ``maybe_barred_by``: that may.
    """

    findings: tuple[Finding, ...]
    reads: str
    who: str
    deed: str
    terms: str
    letters: tuple[str, ...]
    each_own: bool
    barred_by: tuple[str, ...]
    maybe_barred_by: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """The finding that stands for all."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class NotDue:
    """A promise that was tested and does not fall due, with the first reason."""

    provision: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Conflicts between the same norms, of one state or several; ``why`` is empty where it was told before."""

    states: str
    first: Conflict
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What an answer says.

    Attributes:
        short: the answer in a sentence, or two (see ``in_short``).
        sections: modality to the provisions under it, each as the groups of its findings.
    """

    short: str
    given: tuple[tuple[str, str], ...]
    hinges: tuple[Hinge, ...]
    sections: dict[str, tuple[tuple[Group, ...], ...]]
    not_due: tuple[NotDue, ...]
    clashes: tuple[Clash, ...]


def summarise(world: World, found: Answer, *, every: bool = False) -> Summary:
    """Put an answer in order; ``every``: with what is not due among the findings."""
    shown = [finding for finding in found.findings if every or finding.status != "not_due"]
    hinges = tuple(_hinges(shown))
    letters = {hinge.leaf.statement: hinge.letter for hinge in hinges}
    sections = {}
    for modality in MODALITIES:
        groups = grouped(finding for finding in shown if finding.duty.modality == modality)
        if groups:
            told = [[_group(world, group, letters) for group in cluster] for cluster in _clusters(world, groups)]
            sections[modality] = tuple(tuple(cluster) for cluster in told)
    return Summary(
        short=in_short(world, found),
        given=tuple(_given(world, found)),
        hinges=hinges,
        sections=sections,
        not_due=tuple(_not_due(world, found, shown)),
        clashes=tuple(_clashes(world, found.conflicts)),
    )


# --- what was asked ---


def _given(world: World, found: Answer) -> Iterator[tuple[str, str]]:
    """The question in rows: the events, the view, the assumptions, what was given and what left out."""
    question = found.question
    for event in question.events:
        yield "Question", f"{happening(world, event, question.on.text)}; asked for {question.on}"
    view = question.view and f"of {world.name(question.view)}: its positions on disputed facts are adopted"
    yield "View", view or "none: disputed facts stay open"
    for one in found.assumptions:
        by = f"; disputed by {', '.join(map(world.name, one.disputed_by))}" if one.disputed_by else ""
        how = "set by you" if one.switched else "assumed"
        yield "Assumed", f"{one.statement}: {one.value.word} ({how}: {one.atom}{by})"
    given = {name: value for event in question.events for name, value in (event.attributes or {}).items()}
    told = [f"{words.plain(name)}: {words.plain(value)}" for name, value in given.items() if name not in _PLAIN]
    if told:
        yield "Given", ", ".join(told)
    for name in question.without:
        yield "Without", name


def happening(world: World, event: Event, on: str) -> str:
    """An event of a question in words: what, where if not at home, on what, since when if not on the day ``on``."""
    homes = {f"{actor}/{METROPOLITAN}" for actors in event.roles.values() for actor in actors}
    away = [place for place in event.at if place not in homes]
    where = f", at {' and '.join(map(world.name, away))}" if away else ""
    target = f" (on {event.target})" if event.target not in (None, "territory") else ""
    since = "" if event.since.text == on else f", from {event.since}"
    return f"{event.title}{where}{target}{since}"


# --- the sentence ---


def in_short(world: World, found: Answer) -> str:
    """The answer in a sentence, with a second one of warning where the day lies after the end of the record."""
    return " ".join(filter(None, (sentence(world, found), beyond(world, found.question))))


def listed(world: World, states: Sequence[str]) -> str:
    """Names in the order of the alphabet, many of them cut short."""
    names = sorted(world.name(state) for state in states)
    if len(names) > _MANY:
        return f"{', '.join(names[:_MANY])} and {len(names) - _MANY} more"
    return enumerated(names)


# --- what it hinges on ---


def _hinges(shown: Sequence[Finding]) -> Iterator[Hinge]:
    """Every open question once."""
    leaves = {leaf.statement: leaf for finding in shown for leaf in finding.hinges_on}
    for number, leaf in enumerate(leaves.values()):
        letter = chr(ord("A") + number) if number < _ALPHABET else f"Z{number - _ALPHABET + 1}"
        yield Hinge(letter, leaf, leaf.atom if leaf.atom in SWITCHES else "")


def sides(world: World, leaf: Step) -> str:
    """Who asserts and who denies a fact, in brackets; empty where nobody has spoken."""
    parts = []
    if leaf.dispute.asserted_by:
        parts.append(f"asserted by {listed(world, leaf.dispute.asserted_by)}")
    if leaf.dispute.denied_by:
        parts.append(f"denied by {listed(world, leaf.dispute.denied_by)}")
    return f" ({'; '.join(parts)})" if parts else ""


# --- the findings ---


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings that differ in nothing but the obligor, together, in the order of the first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        hinges = tuple(leaf.atom for leaf in one.hinges_on)
        bars = tuple(bar.norm for bar in one.bars)
        key = (one.provision.id, one.act, one.beneficiary, one.against, one.status, hinges, bars)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _clusters(world: World, groups: list[list[Finding]]) -> list[list[list[Finding]]]:
    """Groups of one provision together; firm ones first, and promises of help before the rest."""
    clusters: dict[tuple[str, str], list[list[Finding]]] = {}
    for group in groups:
        clusters.setdefault((group[0].provision.id, group[0].beneficiary), []).append(group)
    return sorted(clusters.values(), key=lambda cluster: min(_rank(world, group[0]) for group in cluster))


def _rank(world: World, finding: Finding) -> tuple[bool, int]:
    act = world.records.acts.get(finding.act)
    return not (act and act.takes_side), list(SYMBOLS).index(finding.status)


def _group(world: World, group: list[Finding], letters: dict[str, str]) -> Group:
    first = group[0]
    hinges = [{letters[leaf.statement] for leaf in one.hinges_on} for one in group]
    return Group(
        findings=tuple(group),
        reads=_READS.get((first.duty.modality, first.status), first.status.replace("_", " ")),
        who=who(world, group),
        deed=f"{words.MODAL[first.duty.modality]} {words.deed(world, first)}",
        terms="" if first.is_component else _terms(first),
        letters=tuple(sorted(set().union(*hinges), key=lambda letter: (len(letter), letter))),
        each_own=any(one != hinges[0] for one in hinges),
        barred_by=_norms(first, Truth.TRUE),
        maybe_barred_by=_norms(first, Truth.UNKNOWN),
    )


def _terms(finding: Finding) -> str:
    duty, limits = finding.duty, finding.provision.limits
    axes = {"discretion": duty.discretion, "extent": duty.extent, "timing": duty.timing}
    parts = [f"{finding.force} force"] if finding.force != "legal" else []
    parts += [f"{name}: {value.replace('_', ' ')}" for name, value in axes.items() if value not in _SILENT]
    parts += [f"limits: {', '.join(limits)}"] if limits else []
    return "; ".join(parts)


def _norms(finding: Finding, truth: Truth) -> tuple[str, ...]:
    found = (f"{bar.norm} (rule {bar.rule})" for bar in finding.bars if bar.step.truth is truth)
    return tuple(dict.fromkeys(found))


def who(world: World, group: Sequence[Finding]) -> str:
    """The obligors of a group of findings."""
    named = [finding.obligor for finding in group if finding.obligor]
    alike = [f"{finding.group}".replace("-", " ") for finding in group if not finding.obligor]
    text = listed(world, named) if named else ""
    if alike:
        every = "UN member" if "member" in alike[0] else "state" if "state" in alike[0] else alike[0]
        return f"{text} and every other {every}" if text else f"any other {every}"
    return text


# --- what is not due, and what conflicts ---


def _not_due(world: World, found: Answer, shown: list[Finding]) -> Iterator[NotDue]:
    """Promises of help that do not fall due, with the first reason, so that silence is not taken for oversight."""
    kinds = world.records.event_kinds
    victims = {actor for event in found.question.events for actor in event.roles[kinds[event.type].target]}
    told = {id(finding) for finding in shown}
    rows: dict[tuple[str, str], list[Finding]] = {}
    for finding in found.findings:
        is_tested = finding.status == "not_due" and id(finding) not in told and _is_promise(finding)
        if is_tested and finding.beneficiary in victims:
            leaf, why = reason(finding.owed)
            norms = dict.fromkeys(bar.norm for bar in finding.bars if bar.step.truth is Truth.TRUE)
            why += f"; it would also be barred by {', '.join(norms)}" if norms else ""
            if leaf.atom not in _PAST:
                rows.setdefault((finding.provision.id, why), []).append(finding)
    for (provision, why), group in rows.items():
        once = list({finding.obligor: finding for finding in group}.values())
        yield NotDue(provision, who(world, once), why)


def _is_promise(finding: Finding) -> bool:
    """Whether it is a promise of help or consultation to the one acted upon, by its leading duty."""
    kinds = {"defence", "offence", "consultation", "neutrality", "cooperation"}
    is_leading = finding.duty is finding.provision.duties[0] and not finding.is_component
    is_theirs = "any_state" not in finding.provision.beneficiaries
    return is_leading and is_theirs and bool(set(finding.provision.kind) & kinds)


def reason(step: Step) -> tuple[Step, str]:
    """The first failing leaf, and it in words: what is not the case, or what is and should not be."""
    failing = next((child for child in step.children if child.truth is Truth.FALSE), None)
    if step.truth is Truth.FALSE and failing is not None:
        return reason(failing)
    if step.truth is Truth.FALSE and len(step.children) == 1:
        return step, f"because {step.children[0].statement}"
    return step, f"not the case: {step.statement}"


def _clashes(world: World, conflicts: Sequence[Conflict]) -> Iterator[Clash]:
    """Conflicts, those of several states between the same norms together, each reason once."""
    groups: dict[tuple[object, ...], list[Conflict]] = {}
    for one in conflicts:
        groups.setdefault((one.between, one.rule, one.settled, one.truth), []).append(one)
    told: set[str] = set()
    for group in groups.values():
        one = group[0]
        rule = f"settled by {one.rule}" if one.settled else f"{one.rule} if it arises" if one.rule else "unsettled"
        states = listed(world, list(dict.fromkeys(c.state for c in group)))
        yield Clash(states, one, rule, "" if one.why in told else one.why)
        told.add(one.why)
