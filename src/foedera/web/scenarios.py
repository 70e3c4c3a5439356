"""Scenarios as they are sent: a text, checked like a corpus file, asked within the site's limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foedera.api import Treaties
from foedera.corpus.load import CorpusError
from foedera.engine.lookup import QuestionError
from foedera.engine.question import from_scenario
from foedera.engine.scenarios import read_scenario_text
from foedera.law.setting import StepBudgetError
from foedera.model.world import supposing
from foedera.web.errors import WebError, online, refused, too_much_work
from foedera.web.packing import MAX_TEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.answers import Answer
    from foedera.model.instruments import Known
    from foedera.model.questions import Scenario
    from foedera.model.world import World
    from foedera.web.edition import Edition

NAME = "scenario.yaml"
"""How problems call a scenario that was sent."""
MAX_EVENTS = 20
"""Events of one scenario. The work grows with their square, and so does the page."""
MAX_EVENTS_WHOLE = 2
"""Events of which also that is shown which is not due: a megabyte or two for each."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A scenario with its answer; ``treaties`` is the corpus that answered, with the treaties supposed in it."""

    scenario: Scenario
    treaties: Treaties
    answer: Answer

    @property
    def world(self) -> World:
        """The records that answered."""
        return self.treaties.world


def pose(
    edition: Edition, text: str, budget: int, *, assume: Mapping[str, Known] | None = None, every: bool = False
) -> Posed:
    """Check a scenario and ask it.

    Args:
        edition: the corpus.
        text: the scenario as YAML.
        budget: the most steps to spend.
        assume: assumptions to switch on top of those of the scenario.
        every: with what is not due.

    Raises:
        WebError: it is too long, has problems, which the error carries, or is too much work.
    """
    scenario = _checked(edition.world, text, MAX_EVENTS_WHOLE if every else MAX_EVENTS)
    scenario = replace(scenario, assume={**(scenario.assume or {}), **(assume or {})} or None)
    treaties = Treaties(supposing(edition.world, scenario.instruments))
    try:
        question = from_scenario(treaties.world, scenario)
        return Posed(scenario, treaties, treaties.answer(question, every=every, budget=budget))
    except QuestionError as error:
        raise refused(error) from None
    except StepBudgetError:
        raise too_much_work("scenario", budget) from None


def _checked(world: World, text: str, most: int) -> Scenario:
    """The scenario of a text, if it is not too long and has at most so many events."""
    if len(text.encode("utf-8", "replace")) > MAX_TEXT:
        hint = f"at most {MAX_TEXT:,} bytes are read here; run: foedera ask FILE"
        raise WebError("the scenario is too long", hint, status=413, kind="too-long")
    try:
        found = read_scenario_text(text, NAME, world)
    except CorpusError as error:
        problems = tuple(replace(one, hint=online(one.hint)) for one in error.problems)
        raise WebError(
            "the scenario has errors", "they are listed with their places", kind="corpus", problems=problems
        ) from None
    if len(found.events) > most:
        hint = f"at most {most} are asked here in one go; the command line has no such bound"
        raise WebError(f"the scenario has {len(found.events)} events", hint, status=422, kind="too-long")
    return found
