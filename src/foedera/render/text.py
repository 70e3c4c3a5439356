"""Answers as text for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from foedera.engine import words
from foedera.engine.question import SWITCHES
from foedera.model.states import METROPOLITAN
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.model.answers import Answer, Conflict, Finding, Step
    from foedera.model.events import Event
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
_PLAIN = ("scale", "weapon")
_SILENT = ("unknown", "unspecified")
_ALPHABET = 26
_MANY = 8
_PAST = {"ended", "version", "party", "signed"}
"""Reasons of the past or future: text that no longer stands or does not yet; the JSON has them too."""


def answer(console: Console, world: World, found: Answer, *, why: bool, every: bool) -> None:
    """Print an answer: the question, a sentence, what it hinges on, the findings, conflicts, what is not covered."""
    _question(console, world, found)
    shown = [finding for finding in found.findings if every or finding.status != "not_due"]
    console.print(Text(in_short(world, found), style="bold"))
    _notices(console, world, found)
    letters = _hinges(console, world, shown)
    for modality, title in _SECTIONS:
        groups = grouped(finding for finding in shown if finding.duty.modality == modality)
        if groups:
            heading(console, title)
        for cluster in _clusters(world, groups):
            _provision(console, world, cluster, letters, why=why)
    _not_due(console, world, found, shown)
    _conflicts(console, world, found.conflicts)
    _coverage(console, found)


def _notices(console: Console, world: World, found: Answer) -> None:
    """What a notice of withdrawal does, instrument by instrument."""
    if not found.notices:
        return
    heading(console, "Notice of withdrawal")
    for one in found.notices:
        effect = f"releases {world.name(one.by)} on {one.effect}" if one.effect else "no day of release follows from it"
        console.print(Text.assemble((one.instrument.title, "bold"), f"   {one.instrument.id}: {effect} ({one.why})"))


def heading(console: Console, title: str) -> None:
    """Print the title of a section, with a rule."""
    console.print()
    console.rule(f"[bold]{title}[/bold]", align="left", characters="─")


def _hinges(console: Console, world: World, shown: Sequence[Finding]) -> dict[str, str]:
    """Print every open question once, under a letter by which findings refer to it."""
    letters: dict[str, str] = {}
    leaves = {leaf.statement: leaf for finding in shown for leaf in finding.hinges_on}
    if leaves:
        heading(console, "What it hinges on")
    rows = []
    for number, (statement, leaf) in enumerate(leaves.items()):
        letters[statement] = _letter(number)
        line = Text(f"{statement}{_sides(world, leaf)}")
        if leaf.atom in SWITCHES:
            line.append(f"  [--assume {leaf.atom}=true or false]", style="dim")
        rows.append((Text(letters[statement], style="bold yellow"), line))
    console.print(_grid(rows))
    return letters


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < _ALPHABET else f"Z{number - _ALPHABET + 1}"


def _clusters(world: World, groups: list[list[Finding]]) -> list[list[list[Finding]]]:
    """Groups of one provision together; firm ones first, and promises of help before the rest."""
    clusters: dict[tuple[str, str], list[list[Finding]]] = {}
    for group in groups:
        clusters.setdefault((group[0].provision.id, group[0].beneficiary), []).append(group)
    return sorted(clusters.values(), key=lambda cluster: min(_rank(world, group[0]) for group in cluster))


def _rank(world: World, finding: Finding) -> tuple[bool, int]:
    act = world.records.acts.get(finding.act)
    return not (act and act.takes_side), list(STATUS).index(finding.status)


def _question(console: Console, world: World, found: Answer) -> None:
    question = found.question
    rows: list[tuple[str, str]] = []
    for event in question.events:
        homes = {f"{actor}/{METROPOLITAN}" for actors in event.roles.values() for actor in actors}
        away = [place for place in event.at if place not in homes]
        where = f", at {' and '.join(map(world.name, away))}" if away else ""
        target = f" (on {event.target})" if event.target not in (None, "territory") else ""
        since = "" if event.since.text == question.on.text else f", from {event.since}"
        rows.append(("Question", f"{event.title}{where}{target}{since}; asked for {question.on}"))
    view = question.view and f"of {world.name(question.view)}: its positions on disputed facts are adopted"
    rows.append(("View", view or "none: disputed facts stay open"))
    for one in found.assumptions:
        by = f"; disputed by {', '.join(map(world.name, one.disputed_by))}" if one.disputed_by else ""
        how = "set by you" if one.switched else "assumed"
        rows.append(("Assumed", f"{one.statement}: {one.value.word} ({how}: {one.atom}{by})"))
    given = {name: value for event in question.events for name, value in (event.attributes or {}).items()}
    told = [f"{words.plain(name)}: {words.plain(value)}" for name, value in given.items() if name not in _PLAIN]
    rows += [("Given", ", ".join(told))] if told else []
    rows += [("Without", name) for name in question.without]
    console.print(_grid([(Text(label, style="bold"), Text(text)) for label, text in rows]))
    console.print()


def _grid(rows: Iterable[tuple[Text, Text]]) -> Table:
    """Two columns, the second wrapped under itself."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for left, right in rows:
        grid.add_row(left, right)
    return grid


def in_short(world: World, found: Answer) -> str:
    """The answer in a sentence: who must help, for whom that is open or barred, who must consult, who must not."""
    acts = world.records.acts
    musts = [f for f in found.findings if f.duty.modality == "must" and f.obligor and not f.is_component]
    help_ = [f for f in musts if f.act in acts and acts[f.act].takes_side]
    consult = [f for f in musts if "consult" in f.act]
    told = {id(f) for f in (*help_, *consult)}
    rest = [f for f in musts if id(f) not in told]
    actors = {actor for event in found.question.events for actor in event.roles[_first_role(world, event)]}
    banned = [f for f in found.findings if f.duty.modality == "must_not" and f.obligor in actors]
    parts = [
        *_who_does(world, help_, "due", "must help"),
        *_who_does(world, help_, "arguable", "may have to help (arguable)"),
        *_who_does(world, help_, "barred", "promised help that a superior norm bars"),
        *_who_does(world, consult, "due", "must consult"),
        *_who_does(
            world, rest, "due", "has other duties" if len({f.obligor for f in rest}) == 1 else "have other duties"
        ),
        *_who_does(world, banned, "due", "must not do this"),
    ]
    if not parts:
        live = {f.status for f in found.findings} - {"not_due"}
        parts = [
            "nothing that binds is plainly due; the findings stand below"
            if live
            else "nothing is due, on what is on record"
        ]
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _first_role(world: World, event: Event) -> str:
    return world.records.event_kinds[event.type].actor


def _who_does(world: World, findings: Iterable[Finding], status: str, what: str) -> Iterable[str]:
    states = list(dict.fromkeys(f.obligor for f in findings if f.status == status and f.obligor))
    if states:
        yield f"{_listed(world, states)} {what}"


def _listed(world: World, states: Sequence[str]) -> str:
    names = sorted(world.name(state) for state in states)
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
        every = "UN member" if "member" in alike[0] else "state" if "state" in alike[0] else alike[0]
        return f"{text} and every other {every}" if text else f"any other {every}"
    return text


def _provision(
    console: Console, world: World, cluster: list[list[Finding]], letters: dict[str, str], *, why: bool
) -> None:
    """One provision: its findings, its summary once, and what holds for each of them."""
    for position, group in enumerate(cluster):
        first = group[0]
        console.print(_headline(world, group))
        if position == 0:
            console.print(Padding(Text(first.provision.summary), (0, 0, 0, 4), expand=False))
        for text, look in _details(group, letters):
            console.print(Padding(Text(text, style=look), (0, 0, 0, 4), expand=False))
        if why:
            console.print(Padding(derivation(world, first), (0, 0, 1, 4), expand=False))


def _headline(world: World, group: list[Finding]) -> Text:
    first = group[0]
    symbol, style = STATUS[first.status]
    reads = _READS.get((first.duty.modality, first.status), first.status.replace("_", " "))
    line = Text.assemble((f"{symbol} {reads.upper()}", style), "  ", (who(world, group), "bold"))
    line.append(f" {words.MODAL[first.duty.modality]} {words.deed(world, first)}")
    if first.is_component:
        line.append(" (as part of the help)")
    line.append(f"   {first.provision.id}", style="cyan")
    return line


def _details(group: list[Finding], letters: dict[str, str]) -> Iterable[tuple[str, str]]:
    finding = group[0]
    duty, limits = finding.duty, finding.provision.limits
    axes = {"discretion": duty.discretion, "extent": duty.extent, "timing": duty.timing}
    parts = [f"{finding.force} force"] if finding.force != "legal" else []
    parts += [f"{name}: {value.replace('_', ' ')}" for name, value in axes.items() if value not in _SILENT]
    parts += [f"limits: {', '.join(limits)}"] if limits else []
    if parts and not finding.is_component:
        yield "; ".join(parts), "dim"
    hinges = [{letters.get(leaf.statement, "?") for leaf in one.hinges_on} for one in group]
    if hinges[0]:
        each = " (each on its own)" if any(one != hinges[0] for one in hinges) else ""
        yield f"hinges on {', '.join(sorted(set().union(*hinges)))}{each}", "yellow"
    for word, truth in (("barred by", Truth.TRUE), ("possibly barred by", Truth.UNKNOWN)):
        norms = dict.fromkeys(f"{bar.norm} (rule {bar.rule})" for bar in finding.bars if bar.step.truth is truth)
        if norms:
            yield f"{word} {', '.join(norms)}", "red"
    if finding.awaits:
        yield f"falls due if {' or '.join(finding.awaits)}", "yellow"


def _sides(world: World, leaf: Step) -> str:
    parts = []
    if leaf.dispute.asserted_by:
        parts.append(f"asserted by {_listed(world, leaf.dispute.asserted_by)}")
    if leaf.dispute.denied_by:
        parts.append(f"denied by {_listed(world, leaf.dispute.denied_by)}")
    return f" ({'; '.join(parts)})" if parts else ""


def derivation(world: World, finding: Finding) -> Tree:
    """The derivation as a tree: yes, open or no, the statement, its citations, its place in the corpus."""
    return derived(world, finding.derivation)


def derived(world: World, step: Step) -> Tree:
    """Any step of a derivation as such a tree."""
    tree = Tree(Text("because", style="dim"), guide_style="dim")
    _branch(world, tree, step)
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
    kinds = world.records.event_kinds
    victims = {actor for event in found.question.events for actor in event.roles[kinds[event.type].target]}
    rows: dict[tuple[str, str], list[Finding]] = {}
    for finding in found.findings:
        if (
            finding.status == "not_due"
            and finding not in shown
            and _is_promise(finding)
            and finding.beneficiary in victims
        ):
            leaf, why = reason(finding.owed)
            norms = dict.fromkeys(bar.norm for bar in finding.bars if bar.step.truth is Truth.TRUE)
            why += f"; it would also be barred by {', '.join(norms)}" if norms else ""
            if leaf.atom not in _PAST:
                rows.setdefault((finding.provision.id, why), []).append(finding)
    if not rows:
        return
    heading(console, "Not due (promises tested, and the first reason)")
    for (provision, why), group in rows.items():
        line = Text(f"○ {provision}", style="dim cyan")
        line.append(f"  {who(world, _once(group))}: ", style="")
        line.append(why, style="dim")
        console.print(line)


def _is_promise(finding: Finding) -> bool:
    """Whether it is a promise of help or consultation to the one acted upon, by its leading duty."""
    kinds = {"defence", "offence", "consultation", "neutrality", "cooperation"}
    is_leading = finding.duty is finding.provision.duties[0] and not finding.is_component
    is_theirs = "any_state" not in finding.provision.beneficiaries
    return is_leading and is_theirs and bool(set(finding.provision.kind) & kinds)


def _once(group: list[Finding]) -> list[Finding]:
    return list({finding.obligor: finding for finding in group}.values())


def reason(step: Step) -> tuple[Step, str]:
    """The first failing leaf, and it in words: what is not the case, or what is and should not be."""
    failing = next((child for child in step.children if child.truth is Truth.FALSE), None)
    if step.truth is Truth.FALSE and failing is not None:
        return reason(failing)
    if step.truth is Truth.FALSE and len(step.children) == 1:
        return step, f"because {step.children[0].statement}"
    return step, f"not the case: {step.statement}"


def _conflicts(console: Console, world: World, conflicts: Sequence[Conflict]) -> None:
    """Conflicts, those of several states between the same norms together, each reason once."""
    if not conflicts:
        return
    heading(console, "Conflicts")
    groups: dict[tuple[object, ...], list[Conflict]] = {}
    for one in conflicts:
        groups.setdefault((one.between, one.rule, one.settled, one.truth), []).append(one)
    told: set[str] = set()
    for group in groups.values():
        one = group[0]
        rule = f"settled by {one.rule}" if one.settled else f"{one.rule} if it arises" if one.rule else "unsettled"
        possible = "" if one.truth is Truth.TRUE else " (possible)"
        names = _listed(world, list(dict.fromkeys(c.state for c in group)))
        console.print(Text(f"{names}{possible}: {one.between[0]} against {one.between[1]}: {rule}"))
        if one.why not in told:
            console.print(Padding(Text(one.why, style="dim"), (0, 0, 0, 4), expand=False))
            told.add(one.why)


def _coverage(console: Console, found: Answer) -> None:
    if not found.gaps:
        return
    heading(console, "Not covered")
    for gap in found.gaps:
        console.print(Text(f"{gap.what}: {gap.why}", style="dim"))
