"""Lifelines as a page shows them: the picture with its legend, and the lines one by one for the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from foedera.pictures.lifelines import extent
from foedera.pictures.lifelines_drawing import draw_lifelines, legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.dates import Day
    from foedera.pictures.lifelines import Lifeline
    from foedera.web.pages.mentions import Mentions


@dataclass(frozen=True, slots=True)
class LifelineView:
    """A picture and what its signs mean.

    Attributes:
        legend: CSS class and meaning of every kind of bar in it.
    """

    picture: Markup
    legend: tuple[tuple[str, str], ...]


def lifeline_view(say: Mentions, lines: Sequence[Lifeline], day: Day, title: str) -> LifelineView:
    """The picture of some lines, with links that keep the day."""
    since, until = extent(lines, day)

    def address(_kind: str, identifier: str) -> str:
        return say.page.links.record(say.page.world, identifier, say.on) or ""

    drawn = draw_lifelines(
        lines,
        since=since,
        until=until,
        day=day,
        title=title,
        description=f"One line each, with the days; a vertical line marks {day}. The table says the same.",
        href=address,
    )
    return LifelineView(Markup(drawn), legend(lines))  # noqa: S704 - the picture escapes what it shows
