"""The thin facade: load a corpus, ask it, look things up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

from foedera.corpus.suppose import suppose
from foedera.datasets.layers import find_source, source_world
from foedera.engine.ask import ask
from foedera.engine.lookup import find_actor, find_instrument, find_official, find_place
from foedera.engine.question import from_ask, from_scenario, left_out, parse_day
from foedera.engine.standing import Standing, standing
from foedera.model.questions import Ask
from foedera.model.world import supposing
from foedera.sweep.request import Chosen, choose, window_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import polars as pl

    from foedera.model.answers import Answer
    from foedera.model.instruments import Instrument, Known
    from foedera.model.officials import Official
    from foedera.model.questions import Question, Scenario
    from foedera.model.world import World
    from foedera.panels.request import PanelOptions
    from foedera.reader.intake import Document
    from foedera.reader.records import Reading
    from foedera.sweep.result import Sweep


def load(corpus: str | Path | None = None, *, source: str = "corpus") -> Treaties:
    """Open the built-in corpus, or the corpus in a directory (completed with the built-in states and law).

    Args:
        corpus: directory; default the built-in corpus.
        source: whose treaties: ``corpus``, ``atop`` (the imported ATOP data) or ``both``.

    Raises:
        CorpusError: the corpus has errors; its ``problems`` say where.
        DatasetError: there is no such source, or ATOP is not imported.
        NotADirectoryError: there is no such directory.
    """
    return Treaties(source_world(find_source(source), Path(corpus) if corpus is not None else None))


def panel(
    unit: str = "directed-dyad-year",
    *,
    first: str | int,
    last: str | int,
    source: str = "corpus",
    corpus: str | Path | None = None,
    **options: Unpack[PanelOptions],
) -> pl.DataFrame:
    """Obligations as a table; the same as ``load(corpus, source=source).panel(...)``.

    Raises:
        CorpusError: the corpus has errors.
        DatasetError: ATOP, a list of states or capabilities are asked for and not imported.
        NotADirectoryError: there is no such directory.
        PanelError: the panel cannot be built as asked; it carries a hint.
    """
    return load(corpus, source=source).panel(unit, first=first, last=last, **options)


class QuestionOptions(TypedDict, total=False):
    """The options of a question in short form; their meaning is in ``Treaties.question``."""

    on: Required[str]
    event: str
    at: str | None
    attacked: str | None
    view: str | None
    attributes: Mapping[str, str] | None
    assume: Mapping[str, Known] | None
    without: Sequence[str]


@dataclass(frozen=True, slots=True)
class Treaties:
    """An opened corpus.

    Attributes:
        world: the records, for look-up.
    """

    world: World

    def supposing(self, path: str | Path) -> Treaties:
        """The corpus with the records of a file supposed on top of it.

        Raises:
            CorpusError: the file has errors.
        """
        return Treaties(suppose(self.world, Path(path)))

    def question(
        self,
        actor: str,
        target: str,
        *,
        on: str,
        event: str = "armed_attack",
        at: str | None = None,
        attacked: str | None = None,
        view: str | None = None,
        attributes: Mapping[str, str] | None = None,
        assume: Mapping[str, Known] | None = None,
        without: Sequence[str] = (),
    ) -> Question:
        """A question in short form: ``actor`` does ``event`` to ``target`` on the day ``on``.

        Args:
            actor: state by id, name or alias.
            target: the other state.
            on: the day, as ``2024-12-10``.
            event: kind of event; see docs/events.md.
            at: place; default the target's home territory.
            attacked: ``territory``, ``forces``, ``vessels`` or ``aircraft``.
            view: the state whose characterisations are adopted.
            attributes: attributes of the event, such as ``item`` or ``scale``.
            assume: assumptions to switch, to ``true``, ``false`` or ``unknown``.
            without: instruments or clauses to leave out.

        Raises:
            QuestionError: a name, kind, place or value is not known; it carries a hint.
        """
        short = Ask(
            actor,
            target,
            parse_day(on),
            event,
            at,
            view,
            attacked,
            dict(attributes) if attributes else None,
            dict(assume) if assume else None,
            tuple(without),
        )
        return from_ask(self.world, short)

    def ask(self, actor: str, target: str, *, every: bool = False, **options: Unpack[QuestionOptions]) -> Answer:
        """Who must, may or must not do what if ``actor`` does this to ``target``.

        Args:
            actor: state by id, name or alias.
            target: the other state.
            every: also findings that are not due and in which no party of the question has a role.
            **options: as in ``question``; ``on`` is required.

        Raises:
            QuestionError: as in ``question``.
        """
        return ask(self.world, self.question(actor, target, **options), every=every)

    def answer(self, question: Question, *, every: bool = False, budget: int | None = None) -> Answer:
        """Answer a question already built.

        Raises:
            StepBudgetError: more than ``budget`` steps were needed.
        """
        return ask(self.world, question, every=every, budget=budget)

    def scenario(self, scenario: Scenario, *, every: bool = False) -> Answer:
        """Answer a scenario (several dated events, positions, suppositions).

        Raises:
            QuestionError: a name, kind, place or value is not known.
        """
        world = supposing(self.world, scenario.instruments)
        return ask(world, from_scenario(world, scenario), every=every)

    def window(self, first: str | int | None = None, last: str | int | None = None) -> tuple[int, int]:
        """The days of a sweep, as ordinals: the first, and the day after the last.

        Args:
            first: first day or year; default the first that the source covers.
            last: last day or year; default the last that the source covers.

        Raises:
            SweepError: a day is not one, the window is empty, or the source covers no span.
        """
        return window_of(self.world, first, last)

    def chosen(self, kinds: Sequence[str] = (), statuses: Sequence[str] = (), without: Sequence[str] = ()) -> Chosen:
        """What a sweep is to keep; nothing named means everything.

        Raises:
            QuestionError: an instrument or clause is not known.
            SweepError: a kind or status is not known.
        """
        return choose(kinds, statuses, left_out(self.world, tuple(without)))

    def sweep(
        self,
        first: str | int | None = None,
        last: str | int | None = None,
        *,
        kinds: Sequence[str] = (),
        statuses: Sequence[str] = (),
        without: Sequence[str] = (),
    ) -> Sweep:
        """Who is bound to whom, for every attacker and victim on every day.

        Args:
            first: first day or year; default the first that the source covers.
            last: last day or year; default the last that the source covers.
            kinds: kinds of obligation (``law.leading.KINDS``); default all.
            statuses: ``due``, ``expected``, ``arguable``, ``barred``; default all.
            without: instruments or clauses to leave out.

        Raises:
            QuestionError: an instrument or clause is not known.
            SweepError: a day, kind or status is not known.
        """
        return self.swept(self.window(first, last), self.chosen(kinds, statuses, without))

    def swept(self, window: tuple[int, int], chosen: Chosen, progress: Callable[[int], None] | None = None) -> Sweep:
        """As ``sweep``, with what ``window`` and ``chosen`` give; ``progress`` is told the day reached."""
        from foedera.sweep.result import combine  # noqa: PLC0415 - NumPy is imported only for tables
        from foedera.sweep.run import sweep  # noqa: PLC0415

        found = sweep(
            self.world, window, kinds=chosen.kinds, statuses=chosen.statuses, without=chosen.without, progress=progress
        )
        return combine(found, window, self.world.digest)

    def described(self, chosen: Chosen) -> dict[str, object]:
        """What a saved sweep says of itself: what was kept, and where the treaties come from."""
        records = self.world.records
        imported = (one for one in records.instruments.values() if one.references is None)
        used = sorted({source for one in imported for source in one.sources})
        known = [records.sources[one] for one in used if one in records.sources]
        return {
            "kinds": list(chosen.kinds),
            "statuses": list(chosen.statuses),
            "without": list(chosen.without),
            "sources": [" ".join(filter(None, (one.title, one.citation, one.note))) for one in known],
        }

    def explain(self, attacker: str, victim: str, *, on: str, without: Sequence[str] = ()) -> Answer:
        """The answer that stands behind a cell of a sweep: findings with their derivations, what is not due left out.

        Raises:
            QuestionError: as in ``question``.
        """
        return ask(self.world, self.question(attacker, victim, on=on, without=without), live=True)

    def standing(self, state: str, *, on: str) -> tuple[Standing, ...]:
        """Every instrument that binds (or may bind) a state on a day, with its clauses.

        Raises:
            QuestionError: the state or day is not known.
        """
        return standing(self.world, find_actor(self.world, state), parse_day(on))

    def instrument(self, name: str) -> Instrument:
        """An instrument by id, title or alias.

        Raises:
            QuestionError: no instrument, or more than one, is called so.
        """
        return self.world.records.instruments[find_instrument(self.world, name)]

    def state(self, name: str) -> str:
        """The id of a state, organ or group by id, name or alias.

        Raises:
            QuestionError: nobody, or more than one, is called so.
        """
        return find_actor(self.world, name)

    def place(self, name: str) -> str:
        """The id of a place.

        Raises:
            QuestionError: no place, or more than one, is called so.
        """
        return find_place(self.world, name)

    def official(self, name: str) -> Official:
        """An office-holder who signed an instrument, by id, name or alias.

        Raises:
            QuestionError: nobody, or more than one, is called so.
        """
        return self.world.records.officials[find_official(self.world, name)]

    def panel(
        self,
        unit: str = "directed-dyad-year",
        *,
        first: str | int,
        last: str | int,
        **options: Unpack[PanelOptions],
    ) -> pl.DataFrame:
        """Obligations as a table of Polars (``to_pandas`` makes one of pandas). An empty cell means not known.

        Args:
            unit: what a row is, such as ``directed-dyad-year``; see docs/research.md.
            first: first day or year, as ``1816`` or ``1816-01-01``.
            last: last day or year; it belongs to the panel.
            **options: as in ``panels.request.parse_request``.

        Raises:
            DatasetError: a list of states or capabilities are asked for and not imported.
            PanelError: the panel cannot be built as asked; it carries a hint.
        """
        from foedera.panels.build import frame  # noqa: PLC0415 - Polars is imported only for panels
        from foedera.panels.request import parse_request  # noqa: PLC0415

        return frame(self.world, parse_request(unit, first, last, **options))

    def read(self, *paths: str | Path, dated: str | None = None, on: str | None = None) -> Reading:
        """What documents say about treaties, and what the corpus says of it; several are also held against each other.

        Args:
            *paths: files of text, Markdown, HTML or PDF; ``-`` is standard input.
            dated: the day of documents that do not say theirs.
            on: the day as of which documents without a day are judged; default today.

        Raises:
            IntakeError: a file cannot be read, or is PDF and the extra ``pdf`` is not installed; it carries a hint.
            QuestionError: a day is not one.
        """
        from foedera.reader.intake import read_document  # noqa: PLC0415 - the reader is imported only to read

        return self._read([read_document(path) for path in paths], dated, on)

    def read_text(self, text: str, name: str = "text", *, dated: str | None = None, on: str | None = None) -> Reading:
        """As ``read``, of one text at hand.

        Raises:
            QuestionError: a day is not one.
        """
        from foedera.reader.library import written_document  # noqa: PLC0415

        return self._read([written_document(text, name)], dated, on)

    def _read(self, documents: Sequence[Document], dated: str | None, on: str | None) -> Reading:
        from foedera.reader.library import read, today  # noqa: PLC0415

        day = parse_day(dated) if dated else None
        return read(self.world, documents, parse_day(on) if on else today(), day)


__all__ = ["Treaties", "load", "panel"]
