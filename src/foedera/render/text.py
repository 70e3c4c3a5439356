"""Answers as text for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from foedera.render.summary import MODALITIES, SYMBOLS, TRUTHS, sides, summarise
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.model.answers import Answer, Finding, Step
    from foedera.model.world import World
    from foedera.render.summary import Clash, Group, Hinge, NotDue

_STYLES = {
    "due": "bold green",
    "expected": "green",
    "arguable": "bold yellow",
    "barred": "bold red",
    "not_due": "dim",
}
_COLOURS = {Truth.TRUE: "green", Truth.UNKNOWN: "yellow", Truth.FALSE: "red"}
MARKS = {truth: (word, _COLOURS[truth]) for truth, word in TRUTHS.items()}


def answer(console: Console, world: World, found: Answer, *, why: bool, every: bool) -> None:
    """Print an answer: the question, a sentence, what it hinges on, the findings, conflicts, what is not covered."""
    told = summarise(world, found, every=every)
    console.print(_grid((Text(label, style="bold"), Text(text)) for label, text in told.given))
    console.print()
    console.print(Text(told.short, style="bold"))
    _notices(console, world, found)
    _hinges(console, world, told.hinges)
    for modality, clusters in told.sections.items():
        heading(console, MODALITIES[modality])
        for cluster in clusters:
            _provision(console, world, cluster, why=why)
    _not_due(console, told.not_due)
    _clashes(console, told.clashes)
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


def _hinges(console: Console, world: World, hinges: Sequence[Hinge]) -> None:
    """Print every open question once, under a letter by which findings refer to it."""
    if hinges:
        heading(console, "What it hinges on")
    rows = []
    for one in hinges:
        line = Text(f"{one.leaf.statement}{sides(world, one.leaf)}")
        if one.switch:
            line.append(f"  [--assume {one.switch}=true or false]", style="dim")
        rows.append((Text(one.letter, style="bold yellow"), line))
    console.print(_grid(rows))


def _grid(rows: Iterable[tuple[Text, Text]]) -> Table:
    """Two columns, the second wrapped under itself."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for left, right in rows:
        grid.add_row(left, right)
    return grid


def _provision(console: Console, world: World, cluster: Sequence[Group], *, why: bool) -> None:
    """One provision: its findings, its summary once, and what holds for each of them."""
    for position, group in enumerate(cluster):
        console.print(_headline(group))
        if position == 0:
            console.print(Padding(Text(group.first.provision.summary), (0, 0, 0, 4), expand=False))
        for text, look in _details(group):
            console.print(Padding(Text(text, style=look), (0, 0, 0, 4), expand=False))
        if why:
            console.print(Padding(derivation(world, group.first), (0, 0, 1, 4), expand=False))


def _headline(group: Group) -> Text:
    first = group.first
    line = Text.assemble((f"{SYMBOLS[first.status]} {group.reads.upper()}", _STYLES[first.status]), "  ")
    line.append(group.who, style="bold")
    line.append(f" {group.deed}")
    if first.is_component:
        line.append(" (as part of the help)")
    line.append(f"   {first.provision.id}", style="cyan")
    return line


def _details(group: Group) -> Iterable[tuple[str, str]]:
    if group.terms:
        yield group.terms, "dim"
    if group.first.hinges_on:
        each = " (each on its own)" if group.each_own else ""
        yield f"hinges on {', '.join(group.letters)}{each}", "yellow"
    for word, norms in (("barred by", group.barred_by), ("possibly barred by", group.maybe_barred_by)):
        if norms:
            yield f"{word} {', '.join(norms)}", "red"
    if group.first.awaits:
        yield f"falls due if {' or '.join(group.first.awaits)}", "yellow"


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
    text.append(sides(world, step) if not step.children else "", style="yellow")
    if step.cites:
        text.append(f"  [{', '.join(step.cites)}]", style="cyan")
    if step.mark:
        text.append(f"  {step.mark.file}:{step.mark.line}", style="dim")
    branch = tree.add(text)
    for child in step.children:
        _branch(world, branch, child)


def _not_due(console: Console, rows: Sequence[NotDue]) -> None:
    """Promises that do not fall due, with the first reason."""
    if not rows:
        return
    heading(console, "Not due (promises tested, and the first reason)")
    for one in rows:
        line = Text(f"○ {one.provision}", style="dim cyan")
        line.append(f"  {one.who}: ", style="")
        line.append(one.why, style="dim")
        console.print(line)


def _clashes(console: Console, clashes: Sequence[Clash]) -> None:
    if clashes:
        heading(console, "Conflicts")
    for one in clashes:
        possible = "" if one.first.truth is Truth.TRUE else " (possible)"
        between = f"{one.first.between[0]} against {one.first.between[1]}"
        console.print(Text(f"{one.states}{possible}: {between}: {one.rule}"))
        if one.why:
            console.print(Padding(Text(one.why, style="dim"), (0, 0, 0, 4), expand=False))


def _coverage(console: Console, found: Answer) -> None:
    if not found.gaps:
        return
    heading(console, "Not covered")
    for gap in found.gaps:
        console.print(Text(f"{gap.what}: {gap.why}", style="dim"))
