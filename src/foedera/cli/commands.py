"""What the reading commands do: ask, show, state, compare, list, cite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.cli.terminal import CLEAN, check_format, console, corpus_problems, fail, print_json, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.api import Treaties
    from foedera.model.answers import Answer

_SCENARIOS = (".yaml", ".yml")


def open_corpus(directory: Path | None, source: str = "corpus") -> Treaties:
    """The treaties of a source, or the end of the command with the corpus' problems."""
    from foedera.api import load  # noqa: PLC0415 - the command line starts fast
    from foedera.corpus.load import CorpusError, builtin_directory  # noqa: PLC0415

    with told():
        try:
            return load(directory, source=source)
        except CorpusError as error:
            raise corpus_problems(error.problems, (directory or builtin_directory()).resolve().parent) from None


def pairs(items: Sequence[str], option: str) -> dict[str, Any]:
    """``NAME=VALUE`` options as a mapping."""
    found = {}
    for item in items:
        name, sign, value = item.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise fail(f"{option} takes NAME=VALUE, not '{item}'")
        found[name.strip().lower().replace("-", "_")] = value.strip()
    return found


def ask(
    actor: str,
    target: str | None,
    *,
    on: str | None,
    assume: Sequence[str],
    attributes: Sequence[str],
    with_: Sequence[Path],
    without: Sequence[str],
    view: str | None,
    why: bool,
    every: bool,
    form: str,
    corpus: Path | None,
    source: str,
    **short_form: str | None,
) -> int:
    """Answer a question."""
    check_format(form)
    treaties = _supposing(open_corpus(corpus, source), with_)
    if target is None:
        _refuse_short_form({"--on": on, **{f"--{name}": value for name, value in short_form.items()}}, attributes)
        answer = _scenario(treaties, actor, view=view, assume=assume, without=without, every=every)
    elif on is None:
        raise fail("the day is missing", f"add --on, as in: foedera ask {actor} {target} --on 2024-12-10")
    else:
        with told():
            answer = treaties.ask(
                actor,
                target,
                on=on,
                view=view,
                assume=pairs(assume, "--assume"),
                attributes=pairs(attributes, "--set"),
                without=without,
                every=every,
                **{name: value for name, value in short_form.items() if value is not None},
            )
    print_answer(treaties, answer, form=form, why=why, every=every)
    return CLEAN


def _refuse_short_form(given: dict[str, str | None], attributes: Sequence[str]) -> None:
    """A scenario says itself what happens, when and where."""
    named = [name for name, value in given.items() if value not in (None, "armed_attack")]
    if named or attributes:
        raise fail(
            f"{(named or ['--set'])[0]} belongs to a question that names two states", "write it in the scenario file"
        )


def print_answer(treaties: Treaties, answer: Answer, *, form: str, why: bool, every: bool) -> None:
    """Print an answer as text or JSON."""
    if form == "json":
        from foedera.render import jsonable  # noqa: PLC0415

        print_json(jsonable.answer(treaties.world, answer))
    else:
        from foedera.render import text  # noqa: PLC0415

        text.answer(console(), treaties.world, answer, why=why, every=every)


def _supposing(treaties: Treaties, files: Sequence[Path]) -> Treaties:
    from foedera.corpus.load import CorpusError  # noqa: PLC0415

    for path in files:
        with told():
            try:
                treaties = treaties.supposing(path)
            except CorpusError as error:
                raise corpus_problems(error.problems, path.resolve().parent, f"{path.name}") from None
    return treaties


def _scenario(
    treaties: Treaties, name: str, *, view: str | None, assume: Sequence[str], without: Sequence[str], every: bool
) -> Answer:
    from dataclasses import replace  # noqa: PLC0415

    from foedera.corpus.load import CorpusError  # noqa: PLC0415
    from foedera.engine.scenarios import read_scenario  # noqa: PLC0415

    path = Path(name)
    if path.suffix not in _SCENARIOS:
        raise fail(
            "a question names two states",
            f"foedera ask {name} OTHER --on 2024-12-10, or a scenario file (.yaml)",
        )
    if not path.is_file():
        raise fail(f"there is no file '{name}'")
    try:
        scenario = read_scenario(path, treaties.world)
    except CorpusError as error:
        raise corpus_problems(error.problems, path.resolve().parent, f"{path.name}") from None
    scenario = replace(
        scenario,
        view=view or scenario.view,
        assume={**(scenario.assume or {}), **pairs(assume, "--assume")},
        without=(*scenario.without, *without),
    )
    with told():
        return treaties.scenario(scenario, every=every)


def show(name: str, *, on: str | None, form: str, corpus: Path | None, source: str) -> int:
    """One instrument, clause, state or place."""
    from foedera.render import records  # noqa: PLC0415

    check_format(form)
    treaties = open_corpus(corpus, source)
    with told():
        found = records.find(treaties, name)
        if form == "json":
            print_json(records.as_json(treaties, found, on))
        else:
            records.show(console(), treaties, found, on)
    return CLEAN


def state(name: str, *, on: str, form: str, corpus: Path | None, source: str) -> int:
    """Everything that binds a state on a day."""
    from foedera.render import formats, records  # noqa: PLC0415

    check_format(form)
    treaties = open_corpus(corpus, source)
    with told():
        found = treaties.standing(name, on=on)
        if form == "json":
            print_json(formats.standing(treaties.state(name), on, found))
        else:
            records.standing(console(), treaties, treaties.state(name), on, found)
    return CLEAN


def compare(names: list[str], *, form: str, corpus: Path | None) -> int:
    """Clauses side by side."""
    from foedera.engine.compare import compare as compared  # noqa: PLC0415
    from foedera.render import formats, records  # noqa: PLC0415

    check_format(form)
    if len(names) < 2:  # noqa: PLR2004 - two make a comparison
        raise fail("a comparison needs two clauses or more", "foedera compare rus-prk-2024/4 chn-prk-1961/2")
    treaties = open_corpus(corpus)
    with told():
        ids, features = compared(treaties.world, names)
        if form == "json":
            print_json(formats.comparison(ids, features))
        else:
            records.comparison(console(), ids, features)
    return CLEAN


def list_records(what: str, *, form: str, corpus: Path | None, source: str, **filters: str | None) -> int:
    """What the corpus holds."""
    from foedera.render import listing  # noqa: PLC0415

    check_format(form)
    treaties = open_corpus(corpus, source)
    with told():
        rows = listing.rows(treaties, what, **filters)
    if form == "json":
        print_json(rows)
    else:
        listing.show(console(), rows)
    return CLEAN


def cite(name: str | None, *, form: str, corpus: Path | None) -> int:
    """Where a statement comes from."""
    from foedera.render import citations  # noqa: PLC0415

    check_format(form, "bibtex")
    treaties = open_corpus(corpus)
    with told():
        found: list[dict[str, Any]] = citations.of(treaties, name)
    if form == "json":
        print_json(found)
    else:
        citations.show(console(), found, bibtex=form == "bibtex")
    return CLEAN
