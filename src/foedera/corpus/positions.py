"""YAML text to plain values, keeping raw text and positions.

Scalars stay text (``NO`` is a state, ``5.10`` an article). Duplicate keys, anchors, aliases, tags, several
documents, deep nesting, oversized and non-UTF-8 files are refused, each with its place and a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from foedera.problems import Mark, Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
_NULLS = {"", "~", "null", "Null", "NULL"}
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
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
        if path.exists() and not path.is_file():
            return _refused(name, "E101", "the file cannot be read: it is a folder or a device, not a file")
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
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read, unread = error.object[: error.start], error.object[error.start]
        problem = Problem(
            "E102",
            f"the file is not UTF-8 text (byte 0x{unread:02x} cannot be read)",
            _end_of(read.decode("utf-8"), name),
            hint="save the file as UTF-8",
        )
        return Document(name, None, None), (problem,)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        message = f"the text has a character that YAML does not allow: U+{ord(forbidden.group()):04X}"
        problem = Problem("E101", message, _end_of(text[: forbidden.start()], name), hint="remove it")
        return Document(name, None, None), (problem,)
    return _compose(text, name)


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them (other than ``str.splitlines``, which knows more line breaks)."""
    return _BREAK.split(text)


def _end_of(text: str, name: str) -> Mark:
    lines = lines_of(text)
    line, column = len(lines), len(lines[-1]) + 1
    return Mark(name, line, column, line, column)


def _refused(name: str, code: str, message: str, hint: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    return Document(name, None, None), (Problem(code, message, Mark(name, 1, 1, 1, 1), hint=hint),)


def _compose(text: str, name: str) -> tuple[Document, tuple[Problem, ...]]:
    try:
        problem = _screen(text, name)
        if problem:
            return Document(name, None, None), (problem,)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(name, None, None), (_syntax(error, text, name),)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return _refused(name, "E101", f"the file cannot be read as YAML ({type(error).__name__})")
    problems: list[Problem] = []
    value = _value(node, name, problems)
    return Document(name, value, node), tuple(problems)


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    place, lines = error.problem_mark or error.context_mark, lines_of(text)
    line, column = (place.line + 1, place.column + 1) if place else (1, 1)
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    message = (error.problem or "the text is not valid YAML").strip()
    notes = (error.context.strip(),) if error.context else ()
    hint = None
    if "another document" in message:
        message, notes, hint = "a second document begins here", (), "a file is one document: remove the '---'"
    return Problem("E101", message, Mark(name, line, column, line, column), notes, hint)


def _screen(text: str, name: str) -> Problem | None:
    """Look at the events of a text before anything recursive touches it: libyaml composes on the C stack."""
    depth = 0
    event: Any
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            return Problem("E106", f"the text is nested deeper than {MAX_DEPTH} levels", _start_of(event, name))
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            hint = "write the value out again"
            return Problem("E104", "anchors and aliases are not allowed", _start_of(event, name), hint=hint)
        if getattr(event, "tag", None):
            hint = "remove it: all values are text"
            return Problem("E104", f"the tag '{event.tag}' is not allowed", _start_of(event, name), hint=hint)
    return None


def _start_of(event: Any, name: str) -> Mark:
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    return Mark(name, line, column, line, column)


def _value(node: yaml.Node | None, name: str, problems: list[Problem]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NULLS else node.value  # libyaml says "" for plain
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
