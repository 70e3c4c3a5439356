"""YAML text to plain values, keeping raw text and positions.

Scalars stay text (``NO`` is a state, ``5.10`` an article). Duplicate keys, anchors, aliases, tags, several
documents, deep nesting, oversized and non-UTF-8 files are refused, each with its place and a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from foedera.problems import Mark, Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
_NULLS = {"", "~", "null", "Null", "NULL"}
_SUSPECT = re.compile(
    r"(?:^|[\s\[{,:?-])[&*!]\S|^%|(?:- ){6}|(?:\? ){6}| {60}\S|[\[{]\s*[\[{]\s*[\[{]\s*[\[{]", re.MULTILINE
)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """The values of one file and the nodes from which places are found."""

    file: str
    value: Any
    node: yaml.Node | None

    def locate(self, path: tuple[str | int, ...], *, key: bool = False) -> tuple[Mark, str]:
        """The place of the value (or the key) at a path, or of its nearest ancestor, and the path in words."""
        node = self.node
        found: yaml.Node | None = node
        words: list[str] = []
        for step in path:
            child = _child(node, step)
            if child is None:
                break
            key_node, node = child
            found = key_node if key and key_node is not None else node
            words.append(str(step) if isinstance(step, str) else f"[{step + 1}]")
        return mark_of(self.file, found), " > ".join(words)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == str(step):
                return key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def mark_of(file: str, node: yaml.Node | None) -> Mark:
    """The place of a node in a file; block collections are marked by their first line."""
    if node is None:
        return Mark(file, 1, 1, 1, 1)
    start, end = node.start_mark, node.end_mark
    if end.line != start.line:
        return Mark(file, start.line + 1, start.column + 1, start.line + 1, start.column + 1)
    return Mark(file, start.line + 1, start.column + 1, end.line + 1, max(end.column, start.column + 1))


def read_file(path: Path, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Read one file; ``name`` is how problems call it."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _refused(name, "E101", f"the file cannot be read: {error.strerror or 'unknown error'}")
    if len(data) > MAX_BYTES:
        return _refused(name, "E105", f"the file is larger than {MAX_BYTES:,} bytes", "split it into several files")
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Read the bytes of one file."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        problem = Problem(
            "E102",
            f"the file is not UTF-8 text (byte 0x{data[error.start]:02x} cannot be read)",
            Mark(name, line, column, line, column),
            hint="save the file as UTF-8",
        )
        return Document(name, None, None), (problem,)
    return _compose(text, name)


def _refused(name: str, code: str, message: str, hint: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    return Document(name, None, None), (Problem(code, message, Mark(name, 1, 1, 1, 1), hint=hint),)


def _compose(text: str, name: str) -> tuple[Document, tuple[Problem, ...]]:
    try:
        if _SUSPECT.search(text):
            problem = _screen(text, name)
            if problem:
                return Document(name, None, None), (problem,)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(name, None, None), (_syntax(error, name),)
    except yaml.YAMLError as error:
        where = _reader_place(text, error)
        return Document(name, None, None), (
            Problem("E101", "the text has a character that YAML does not allow", Mark(name, *where, *where)),
        )
    except (RecursionError, ValueError) as error:
        return _refused(name, "E101", f"the file cannot be read as YAML ({type(error).__name__})")
    problems: list[Problem] = []
    value = _value(node, name, problems)
    return Document(name, value, node), tuple(problems)


def _reader_place(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    offset = getattr(error, "position", 0)
    before = text[: offset if isinstance(offset, int) else 0]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _syntax(error: yaml.MarkedYAMLError, name: str) -> Problem:
    place = error.problem_mark or error.context_mark
    line, column = (place.line + 1, place.column + 1) if place else (1, 1)
    message = (error.problem or "the text is not valid YAML").strip()
    notes = (error.context.strip(),) if error.context else ()
    hint = "expected a single document: remove the '---'" if "document" in message else None
    return Problem("E101", message, Mark(name, line, column, line, column), notes, hint)


def _screen(text: str, name: str) -> Problem | None:
    """Look at the events of a suspicious text before anything recursive touches it."""
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        place = event.start_mark
        mark = Mark(name, place.line + 1, place.column + 1, place.line + 1, place.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return Problem("E104", "anchors and aliases are not allowed", mark, hint="write the value out again")
        if getattr(event, "tag", None):
            return Problem("E104", f"the tag '{event.tag}' is not allowed", mark, hint="remove it: all values are text")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return Problem("E106", f"the text is nested deeper than {MAX_DEPTH} levels", mark)
    return None


def _value(node: yaml.Node | None, name: str, problems: list[Problem]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if node.style is None and node.value in _NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, name, problems) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, problems)
    return None


def _mapping(node: yaml.MappingNode, name: str, problems: list[Problem]) -> dict[str, Any]:
    seen: dict[str, yaml.Node] = {}
    result: dict[str, Any] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem("E107", "a key must be plain text", mark_of(name, key)))
            continue
        if key.value in seen:
            first = seen[key.value].start_mark
            problems.append(
                Problem(
                    "E103",
                    f"the key '{key.value}' stands twice",
                    mark_of(name, key),
                    (f"it stands first at line {first.line + 1}",),
                    "remove one of the two",
                )
            )
            continue
        seen[key.value] = key
        result[key.value] = _value(child, name, problems)
    return result
