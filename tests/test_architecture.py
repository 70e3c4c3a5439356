"""The direction of the arrows: imports point only up the list, ground floor first, faces last."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "foedera"
FLOORS = (
    ("truth", "dates", "runs", "problems"),
    ("model",),
    ("corpus",),
    ("datasets",),
    ("law",),
    ("engine",),
    ("audit",),
    ("sweep",),
    ("wars",),
    ("panels",),
    ("reader",),
    ("api",),
    ("render",),
    ("pictures",),
    ("web",),
    ("cli",),
)
"""A package may import from its own floor and the floors before it."""
RESTRICTED = {
    "pydantic": {"corpus.decode"},
    "yaml": {"corpus.positions", "corpus.pinpoint"},
    "click": {"cli"},
    "rich": {"render", "cli"},
    "numpy": {"sweep", "panels", "datasets"},
    "polars": {"panels", "sweep", "api", "wars.tables"},
    "pandas": {"datasets.table", "panels", "sweep"},
    "pooch": {"datasets.fetch"},
    "ahocorasick_rs": {"reader.lexicon"},
    "rapidfuzz": {"reader.checks", "engine.search"},
    "selectolax": {"reader.markup"},
    "markdown_it": {"reader.markup"},
    "pypdf": {"reader.pages"},
    "dateparser": {"reader.written"},
    "fastapi": {"web", "cli.serve_commands"},
    "starlette": {"web"},
    "uvicorn": {"web"},
    "jinja2": {"web"},
    "mapcraft": {"pictures.geometry"},
    "rustworkx": {"pictures.network_layout"},
}
MAX_LINES = 400


def floor_of(module: str) -> int:
    head = module.split(".", maxsplit=1)[0]
    return next(number for number, names in enumerate(FLOORS) if head in names)


@cache
def modules() -> list[tuple[str, ast.Module]]:
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        if name not in {"__init__", "__main__"}:
            found.append((name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))))
    return found


def imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
            if node.module == "foedera" or node.module.startswith("foedera."):
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def internal(tree: ast.Module) -> set[str]:
    known = {name for name, _ in modules()}
    names = {name.removeprefix("foedera.") for name in imports(tree) if name.startswith("foedera.")}
    return {name for name in names if name in known}


@pytest.mark.parametrize(("name", "tree"), modules(), ids=[name for name, _ in modules()])
def test_imports_point_only_up(name: str, tree: ast.Module) -> None:
    below = [other for other in internal(tree) if floor_of(other) > floor_of(name)]
    assert not below, f"{name} imports {below}, which stands on a later floor"


def test_there_is_no_import_cycle() -> None:
    graph = {name: internal(tree) - {name} for name, tree in modules()}
    done: set[str] = set()
    path: list[str] = []

    def visit(name: str) -> None:
        assert name not in path, f"import cycle: {' -> '.join([*path, name])}"
        if name in done:
            return
        path.append(name)
        for other in graph[name]:
            visit(other)
        path.pop()
        done.add(name)

    for name in graph:
        visit(name)


@pytest.mark.parametrize(("library", "allowed"), RESTRICTED.items())
def test_libraries_stay_where_they_belong(library: str, allowed: set[str]) -> None:
    users = {name for name, tree in modules() if any(i.split(".")[0] == library for i in imports(tree))}
    strangers = {user for user in users if not any(user == home or user.startswith(home + ".") for home in allowed)}
    assert not strangers
    assert users, f"nobody imports {library}: drop it from the list"


def test_every_module_can_be_read_in_one_sitting() -> None:
    long = {path.name: n for path in SOURCE.rglob("*.py") if (n := len(path.read_text().splitlines())) > MAX_LINES}
    assert not long


def test_package_files_hold_no_code() -> None:
    for path in SOURCE.rglob("*/__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert all(isinstance(node, ast.Expr | ast.Import | ast.ImportFrom) for node in body), path


def test_no_treaty_is_named_in_code() -> None:
    """What is particular belongs in the corpus: only the doctrine's own anchors may be named."""
    corpus = SOURCE.parent.parent / "corpus" / "instruments"
    ids = {path.stem for path in corpus.glob("*.yaml")} - {"un-charter", "state-responsibility-2001"}
    for path in [*SOURCE.glob("law/*.py"), *SOURCE.glob("engine/*.py"), *SOURCE.glob("model/*.py")]:
        constants = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80
        ]
        assert not {text for text in constants if text.split("/")[0] in ids}, path
