"""Pinpointing: a problem with a name moves from the record that uses the name to the name itself."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from foedera.corpus.positions import mark_of
from foedera.problems import Mark, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from foedera.corpus.positions import Document


@dataclass(frozen=True, slots=True)
class Misnamed(Problem):
    """A problem with a name that stands somewhere in the record at ``mark``."""

    name: str = ""


def pinpoint(problems: Iterable[Problem], texts: Mapping[str, Callable[[], Document]]) -> Iterator[Problem]:
    """The problems, those with names at the first place of the name; only the texts concerned are read again."""
    holders: dict[str, dict[tuple[int, int], yaml.Node]] = {}
    first: dict[Mark, dict[str, yaml.Node]] = {}
    for problem in problems:
        mark = problem.mark
        if not isinstance(problem, Misnamed) or mark is None or mark.file not in texts:
            yield problem
            continue
        if mark.file not in holders:
            holders[mark.file] = _holders(texts[mark.file]().node)
        if mark not in first:
            first[mark] = _first_uses(holders[mark.file].get((mark.line, mark.column)))
        node = first[mark].get(problem.name)
        yield dataclasses.replace(problem, mark=mark_of(mark.file, node) if node else mark)


def _holders(root: yaml.Node | None) -> dict[tuple[int, int], yaml.Node]:
    """The outermost mapping that begins at each place, or that has a value there."""
    found: dict[tuple[int, int], yaml.Node] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            for one in (node, *(child for child in _children(node) if isinstance(child, yaml.ScalarNode))):
                found.setdefault((one.start_mark.line + 1, one.start_mark.column + 1), node)
        waiting += _children(node)
    return found


def _first_uses(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Every text below a node, and what follows a prefix (``class:x``), with the first scalar that has it."""
    found: dict[str, yaml.Node] = {}
    for scalar in _scalars(node):
        for text in (scalar.value, *scalar.value.split(":", 1)[1:]):
            found.setdefault(text, scalar)
    return found


def _children(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in _children(node):
        yield from _scalars(child)
