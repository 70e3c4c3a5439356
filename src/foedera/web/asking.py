"""Questions as they stand in an address: read, asked, and written again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.api import Treaties
from foedera.corpus.load import CorpusError
from foedera.corpus.suppose import suppose_text
from foedera.engine.lookup import QuestionError, resolve
from foedera.law.setting import StepBudgetError
from foedera.web.errors import WebError, refused, too_much_work
from foedera.web.packing import unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from foedera.model.answers import Answer, Finding, Step
    from foedera.model.events import EventKind
    from foedera.model.instruments import Known
    from foedera.model.world import World
    from foedera.web.edition import Edition
    from foedera.web.links import Query

MAX_VALUE = 300
"""Characters of one value in a question."""
MAX_VALUES = 40
"""Values of one name in a question, such as instruments left out."""
MAX_SHOWN = 150_000
"""Steps in all derivations of one answer that are shown: all that the built-in corpus says of two states has 34,000."""
SUPPOSED = "supposed.yaml"
"""How problems call a text that was sent."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as written in an address; empty means not given.

    Attributes:
        actor: name, alias or id of the state that acts (attacks, supplies, ...).
        target: of the state acted upon.
        on: the day.
        event: kind of event; default an armed attack.
        at: place.
        attacked: what is attacked.
        view: the state whose characterisations are adopted.
        assume: switched assumptions, name to value.
        given: attributes of the event, name to value.
        without: instruments and clauses left out.
        supposed: a packed text of records supposed on top of the corpus.
    """

    actor: str = ""
    target: str = ""
    on: str = ""
    event: str = "armed_attack"
    at: str = ""
    attacked: str = ""
    view: str = ""
    assume: tuple[tuple[str, str], ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    without: tuple[str, ...] = ()
    supposed: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether it names a state; a day or a supposition alone only fills in the form."""
        return bool(self.actor or self.target)

    @property
    def plain(self) -> Asked:
        """The question without what is supposed."""
        return replace(self, supposed="")

    def query(self) -> Query:
        """The question as names and values of an address."""
        event = self.event if self.event != "armed_attack" else ""
        single = (("actor", self.actor), ("target", self.target), ("on", self.on), ("event", event), ("at", self.at))
        more = (("attacked", self.attacked), ("view", self.view))
        pairs = [("assume", f"{name}:{value}") for name, value in self.assume]
        pairs += [("given", f"{name}:{value}") for name, value in self.given]
        pairs += [("without", name) for name in self.without]
        return (*((key, value) for key, value in (*single, *more) if value), *pairs, *_with(self.supposed))

    def switched(self, atom: str, value: str) -> Asked:
        """The question with an assumption switched; an empty value takes the switch back."""
        kept = tuple(pair for pair in self.assume if pair[0] != atom)
        return replace(self, assume=(*kept, (atom, value)) if value else kept)


def _with(packed: str) -> tuple[tuple[str, str], ...]:
    return (("with", packed),) if packed else ()


def read_asked(values: Mapping[str, Sequence[str]]) -> Asked:
    """The question in the names and values of an address or a form.

    Raises:
        WebError: a value is too long, there are too many, or a pair is not one.
    """
    for name, given in values.items():
        if len(given) > MAX_VALUES or (name != "with" and any(len(value) > MAX_VALUE for value in given)):
            raise WebError(f"'{name[:40]}' is too long", f"at most {MAX_VALUE} characters, {MAX_VALUES} times")
    one = {name: (values.get(name) or ("",))[0].strip() for name in ("actor", "target", "on", "at", "attacked", "view")}
    return Asked(
        **one,
        event=(values.get("event") or ("",))[0].strip() or "armed_attack",
        assume=_pairs(values.get("assume", ()), "assume"),
        given=_pairs(values.get("given", ()), "given"),
        without=tuple(dict.fromkeys(value.strip() for value in values.get("without", ()) if value.strip())),
        supposed=(values.get("with") or ("",))[0].strip(),
    )


def _pairs(values: Sequence[str], name: str) -> tuple[tuple[str, str], ...]:
    found = {}
    for value in filter(None, map(str.strip, values)):
        key, sign, said = value.partition(":")
        if not sign or not key.strip() or not said.strip():
            raise WebError(f"'{value[:60]}' is not a pair", f"write {name}=NAME:VALUE")
        found[key.strip().casefold().replace("-", "_")] = said.strip()
    return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer.

    Attributes:
        asked: the question with names as ids, so that one question has one address.
        treaties: the corpus that answered, suppositions included.
    """

    asked: Asked
    treaties: Treaties
    answer: Answer

    @property
    def world(self) -> World:
        """The records that answered."""
        return self.treaties.world


def supposing(treaties: Treaties, packed: str) -> Treaties:
    """The corpus with the records of a packed text on top of it.

    Raises:
        WebError: the text is broken or has problems, which it carries.
    """
    return supposing_text(treaties, unpack(packed)) if packed else treaties


def supposing_text(treaties: Treaties, text: str) -> Treaties:
    """The corpus with the records of a text on top of it.

    Raises:
        WebError: the text has problems, which it carries.
    """
    try:
        return Treaties(suppose_text(treaties.world, text, SUPPOSED))
    except CorpusError as error:
        raise WebError(
            "what is supposed has errors", "they are listed with their places", kind="corpus", problems=error.problems
        ) from None


def put(edition: Edition, asked: Asked, budget: int, *, every: bool = False) -> Answered:
    """Ask the question.

    Raises:
        WebError: something in it is not known, the supposed text has problems, or it is too much work.
    """
    missing = [name for name in ("actor", "target", "on") if not getattr(asked, name)]
    if missing:
        raise WebError(f"the question lacks '{missing[0]}'", "a question names two states and a day, as 2024-12-10")
    treaties = supposing(edition.treaties, asked.supposed)
    try:
        return _put(treaties, asked, budget, every=every)
    except QuestionError as error:
        raise refused(error) from None
    except StepBudgetError:
        raise too_much_work("question", budget) from None


def _put(treaties: Treaties, asked: Asked, budget: int, *, every: bool) -> Answered:
    question = treaties.question(
        asked.actor,
        asked.target,
        on=asked.on,
        event=asked.event,
        at=asked.at or None,
        attacked=asked.attacked or None,
        view=asked.view or None,
        attributes=dict(asked.given),
        assume=_known(asked.assume),
        without=asked.without,
    )
    return Answered(
        _by_id(treaties, asked, question.on.text), treaties, treaties.answer(question, every=every, budget=budget)
    )


def check_length(findings: Iterable[Finding]) -> None:
    """Refuse to show derivations that are too long together.

    Raises:
        WebError: they have more than ``MAX_SHOWN`` steps.
    """
    left = MAX_SHOWN
    for one in findings:
        left -= _length(one.derivation, left)
        if left <= 0:
            hint = "ask for less: one obligor, fewer suppositions, or without derivations"
            raise WebError("the answer with its derivations is too long", hint, status=422, kind="too-long")


def _length(step: Step, most: int) -> int:
    """The steps of a derivation, as far as ``most``."""
    count, waiting = 0, [step]
    while waiting and count < most:
        count += 1
        waiting += waiting.pop().children
    return count


def _known(assume: Sequence[tuple[str, str]]) -> dict[str, Known]:
    """The switched assumptions; what they may be is checked with the question."""
    return {name: value for name, value in assume}  # type: ignore[misc]  # noqa: C416 - see the line above


def _by_id(treaties: Treaties, asked: Asked, day: str) -> Asked:
    return replace(
        asked,
        actor=treaties.state(asked.actor),
        target=treaties.state(asked.target),
        on=day,
        event=resolve(treaties.world.records.event_kinds, asked.event, "kind of event"),
        at=treaties.place(asked.at) if asked.at else "",
        view=treaties.state(asked.view) if asked.view else "",
    )


def roles_of(world: World, event: str) -> EventKind:
    """The kind of event, with the names of its two main roles; of one that is not known, an armed attack."""
    kinds = world.records.event_kinds
    return kinds.get(event) or kinds["armed_attack"]
