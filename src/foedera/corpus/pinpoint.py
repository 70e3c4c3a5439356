"""Pinpointing: a problem with a name moves from the record that uses the name to the name itself."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from foedera.corpus.positions import mark_of, read_file
from foedera.problems import Mark, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Misnamed(Problem):
    """A problem with a name that stands somewhere in the record at ``mark``."""

    name: str = ""


def pinpoint(problems: Iterable[Problem], files: Mapping[str, Path]) -> Iterator[Problem]:
    """The problems, those with names at the first place of the name; only the files concerned are read again."""
    nodes: dict[str, yaml.Node | None] = {}
    for problem in problems:
        mark = problem.mark
        if not isinstance(problem, Misnamed) or mark is None or mark.file not in files:
            yield problem
            continue
        if mark.file not in nodes:
            nodes[mark.file] = read_file(files[mark.file], mark.file)[0].node
        yield dataclasses.replace(problem, mark=_first(nodes[mark.file], problem.name, mark) or mark)


def _first(root: yaml.Node | None, name: str, mark: Mark) -> Mark | None:
    holder = _holder(root, mark)
    for scalar in _scalars(holder):
        if scalar.value == name or scalar.value.endswith(f":{name}"):
            return mark_of(mark.file, scalar)
    return None


def _holder(node: yaml.Node | None, mark: Mark) -> yaml.Node | None:
    """The mapping that begins at the mark, or that has a value there."""
    if isinstance(node, yaml.MappingNode) and any(_is_at(one, mark) for one in (node, *_children(node))):
        return node
    held = (_holder(child, mark) for child in _children(node))
    return next((found for found in held if found), None)


def _is_at(node: yaml.Node, mark: Mark) -> bool:
    start = node.start_mark
    return (start.line + 1, start.column + 1) == (mark.line, mark.column) and not isinstance(node, yaml.SequenceNode)


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
