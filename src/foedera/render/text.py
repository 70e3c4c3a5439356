"""Answers as text for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markup import escape
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from foedera.render import words
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.model.answers import Answer, Conflict, Finding, Step
    from foedera.model.world import World

STATUS = {
    "due": ("●", "bold green"),
    "expected": ("●", "green"),
    "arguable": ("◐", "bold yellow"),
    "barred": ("⊘", "bold red"),
    "not_due": ("○", "dim"),
}
_READS = {("must_not", "due"): "applies", ("may", "due"): "available"}
MARKS = {Truth.TRUE: ("yes", "green"), Truth.UNKNOWN: ("open", "yellow"), Truth.FALSE: ("no", "red")}
_SECTIONS = (
    ("must", "Must"),
    ("may", "May"),
    ("must_not", "Must not"),
    ("should", "Should (political or recommended)"),
)
_MANY = 8
_PAST = {"ended", "version", "party", "signed"}
"""Reasons of the past or future: text that no longer stands or does not yet; the JSON has them too."""


def answer(console: Console, world: World, found: Answer, *, why: bool, every: bool) -> None:
    """Print an answer: the question, a sentence, the findings by modality, conflicts, what is not covered."""
    _question(console, world, found)
    shown = [finding for finding in found.findings if every or finding.status != "not_due"]
    console.print(Text(in_short(world, found), style="bold"))
    for modality, title in _SECTIONS:
        groups = grouped(finding for finding in shown if finding.duty.modality == modality)
        if groups:
            console.print()
            console.rule(f"[bold]{title}[/bold]", align="left", characters="─")
            for group in groups:
                _group(console, world, group, why=why)
    _not_due(console, world, found, shown)
    _conflicts(console, world, found.conflicts)
    _coverage(console, found)


def _question(console: Console, world: World, found: Answer) -> None:
    question = found.question
    for event in question.events:
        at = " and ".join(map(world.name, event.at))
        where = f", at {at}" if at and not all(place.endswith("/metropolitan") for place in event.at) else ""
        target = f" (on {event.target})" if event.target not in (None, "territory") else ""
        since = "" if event.since.text == question.on.text else f", from {event.since}"
        console.print(
            f"[bold]Question[/bold]  {escape(event.title)}{escape(where)}{target}{since}; asked for {question.on}"
        )
    if question.view:
        console.print(
            f"[bold]View[/bold]      of {escape(world.name(question.view))}: its positions on disputed facts are adopted"
        )
    else:
        console.print("[bold]View[/bold]      none: disputed facts stay open")
    for one in found.assumptions:
        by = f"; disputed by {', '.join(map(world.name, one.disputed_by))}" if one.disputed_by else ""
        how = "set by you" if one.switched else "assumed"
        console.print(
            f"[bold]Assumed[/bold]   {escape(one.statement)}: {one.value.word} ({how}: {one.atom}{escape(by)})"
        )
    for name in question.without:
        console.print(f"[bold]Without[/bold]   {escape(name)}")
    console.print()


def in_short(world: World, found: Answer) -> str:
    """The answer in a sentence: who must help or act, who may be bound, who is barred."""
    musts = [f for f in found.findings if f.duty.modality == "must" and f.obligor and not f.is_component]
    parts = []
    for status, one, many in (
        ("due", "{0} must act", "{0} must act"),
        ("arguable", "whether {0} must act is open", "whether {0} must act is open"),
        ("barred", "{0} is barred from what it promised", "{0} are barred from what they promised"),
    ):
        states = list(dict.fromkeys(f.obligor for f in musts if f.status == status and f.obligor))
        if status == "arguable":
            firm = {f.obligor for f in musts if f.status == "due"}
            states = [state for state in states if state not in firm]
        if states:
            parts.append((one if len(states) == 1 else many).format(_listed(world, states)))
    banned = list(
        dict.fromkeys(
            f.obligor for f in found.findings if f.duty.modality == "must_not" and f.status == "due" and f.obligor
        )
    )
    if banned:
        parts.append(f"a prohibition applies to {_listed(world, banned)}")
    text = "; ".join(parts) if parts else "no state is bound to act, on what the corpus holds"
    return f"{text[0].upper()}{text[1:]}."


def _listed(world: World, states: Sequence[str]) -> str:
    names = [world.name(state) for state in states]
    if len(names) > _MANY:
        return f"{', '.join(names[:_MANY])} and {len(names) - _MANY} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def grouped(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings that differ in nothing but the obligor, together, in the order of the first."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        hinges = tuple(leaf.atom for leaf in finding.hinges_on)
        bars = tuple(bar.norm for bar in finding.bars)
        key = (
            finding.provision.id,
            finding.act,
            finding.beneficiary,
            finding.against,
            finding.status,
            hinges,
            bars,
        )
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def who(world: World, group: Sequence[Finding]) -> str:
    """The obligors of a group of findings."""
    named = [finding.obligor for finding in group if finding.obligor]
    alike = [f"{finding.group}".replace("-", " ") for finding in group if not finding.obligor]
    text = _listed(world, named) if named else ""
    if alike:
        every = "any UN member" if "member" in alike[0] else "any state" if "state" in alike[0] else alike[0]
        return f"{text} and {every} besides" if text else f"any other {every.removeprefix('any ')}"
    return text


def _group(console: Console, world: World, group: list[Finding], *, why: bool) -> None:
    first = group[0]
    symbol, style = STATUS[first.status]
    reads = _READS.get((first.duty.modality, first.status), first.status.replace("_", " "))
    line = Text()
    line.append(f"{symbol} {reads.upper()}", style=style)
    line.append("  ")
    line.append(who(world, group), style="bold")
    line.append(f" {words.MODAL[first.duty.modality]} {words.deed(world, first.act, first.beneficiary, first.against)}")
    if first.is_component:
        line.append(f" (part of: {words.deed(world, first.duty.act, first.beneficiary, first.against)})")
    line.append(f"   {first.provision.id}", style="cyan")
    console.print(line)
    for text, look in _details(world, first):
        console.print(Padding(Text(text, style=look), (0, 0, 0, 4)))
    if why:
        console.print(Padding(derivation(world, first), (0, 0, 1, 4)))


def _details(world: World, finding: Finding) -> Iterable[tuple[str, str]]:
    yield finding.provision.summary, ""
    axes = [
        f"{name}: {value.replace('_', ' ')}"
        for name in ("discretion", "extent", "timing")
        if (value := getattr(finding.duty, name)) not in ("unknown", "unspecified")
    ]
    limits = [f"limits: {', '.join(finding.provision.limits)}"] if finding.provision.limits else []
    force = [f"{finding.force} force"] if finding.force != "legal" else []
    if axes or limits or force:
        yield "; ".join((*force, *axes, *limits)), "dim"
    for leaf in finding.hinges_on:
        yield f"hinges on: {leaf.statement}{_sides(world, leaf)}", "yellow"
    for bar in finding.bars:
        word = "barred by" if bar.step.truth is Truth.TRUE else "possibly barred by"
        yield f"{word} {bar.norm} (rule: {bar.rule})", "red"
    for item in finding.awaits:
        yield f"falls due if: {item}", "yellow"


def _sides(world: World, leaf: Step) -> str:
    parts = []
    if leaf.dispute.asserted_by:
        parts.append(f"asserted by {_listed(world, leaf.dispute.asserted_by)}")
    if leaf.dispute.denied_by:
        parts.append(f"denied by {_listed(world, leaf.dispute.denied_by)}")
    return f" ({'; '.join(parts)})" if parts else ""


def derivation(world: World, finding: Finding) -> Tree:
    """The derivation as a tree: yes, open or no, the statement, its citations, its place in the corpus."""
    tree = Tree(Text("because", style="dim"), guide_style="dim")
    _branch(world, tree, finding.derivation)
    return tree


def _branch(world: World, tree: Tree, step: Step) -> None:
    mark, style = MARKS[step.truth]
    text = Text()
    text.append(f"{mark:<4} ", style=style)
    text.append(step.statement)
    text.append(_sides(world, step) if not step.children else "", style="yellow")
    if step.cites:
        text.append(f"  [{', '.join(step.cites)}]", style="cyan")
    if step.mark:
        text.append(f"  {step.mark.file}:{step.mark.line}", style="dim")
    branch = tree.add(text)
    for child in step.children:
        _branch(world, branch, child)


def _not_due(console: Console, world: World, found: Answer, shown: list[Finding]) -> None:
    """Promises of help that do not fall due, with the first reason, so that silence is not taken for oversight."""
    victims = {actor for event in found.question.events for actors in event.roles.values() for actor in actors}
    rows: dict[tuple[str, str], list[Finding]] = {}
    for finding in found.findings:
        if (
            finding.status == "not_due"
            and finding not in shown
            and _is_promise(finding)
            and finding.beneficiary in victims
        ):
            leaf = reason(finding.derivation)
            if leaf.atom not in _PAST:
                rows.setdefault((finding.provision.id, leaf.statement), []).append(finding)
    if not rows:
        return
    console.print()
    console.rule("[bold]Not due[/bold] (promises tested, and what is not the case)", align="left", characters="─")
    for (provision, why), group in rows.items():
        line = Text(f"○ {provision}", style="dim cyan")
        line.append(f"  {who(world, _once(group))}: ", style="")
        line.append(f"not the case: {why}", style="dim")
        console.print(line)


def _is_promise(finding: Finding) -> bool:
    """Whether it is a promise of help or consultation to the one acted upon, by its leading duty."""
    kinds = {"defence", "offence", "consultation", "neutrality", "cooperation"}
    is_leading = finding.duty is finding.provision.duties[0] and not finding.is_component
    return is_leading and bool(set(finding.provision.kind) & kinds) and finding.beneficiary not in finding.against


def _once(group: list[Finding]) -> list[Finding]:
    return list({finding.obligor: finding for finding in group}.values())


def reason(step: Step) -> Step:
    """The first failing leaf."""
    failing = next((child for child in step.children if child.truth is Truth.FALSE), None)
    return step if failing is None or step.truth is not Truth.FALSE else reason(failing)


def _conflicts(console: Console, world: World, conflicts: Sequence[Conflict]) -> None:
    if not conflicts:
        return
    console.print()
    console.rule("[bold]Conflicts[/bold]", align="left", characters="─")
    for one in conflicts:
        rule = (
            f"settled by {one.rule}"
            if one.settled
            else "unsettled"
            if not one.rule
            else f"governed by {one.rule} if it arises"
        )
        possible = "" if one.truth is Truth.TRUE else " (possible)"
        name = world.name(one.state)
        console.print(Text(f"{name}{possible}: {one.between[0]} against {one.between[1]}: {rule}", style="bold"))
        console.print(Padding(Text(one.why, style="dim"), (0, 0, 0, 4)))


def _coverage(console: Console, found: Answer) -> None:
    if not found.gaps:
        return
    console.print()
    console.rule("[bold]Not covered[/bold]", align="left", characters="─")
    for gap in found.gaps:
        console.print(Text(f"{gap.what}: {gap.why}", style="dim"))
