"""Notices of withdrawal: when they take effect, as far as the text says.

Sources: VCLT articles 42(1), 54, 56 (twelve months where the text is silent but a right to withdraw is implied).
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from foedera.dates import Day

if TYPE_CHECKING:
    from foedera.model.instruments import Instrument, Renewal

_LAST = dt.date(3000, 1, 1).toordinal()
"""Notices are reckoned up to this day only."""


def notice_takes_effect(instrument: Instrument, given: Day) -> Day | None:
    """The day on which a notice given on a day takes effect; None if the text does not say.

    Under a treaty that runs in terms, with notice due some time before their end, a notice ends the first term for
    whose end it comes in time, not sooner.
    """
    rule = instrument.denunciation
    if rule is not None and rule.excluded == "true":
        return None
    if instrument.renewal and instrument.renewal.notice_months is not None:
        return _end_of_term(instrument, instrument.renewal, given)
    if rule is None or (rule.months is None and rule.days is None):
        return None
    if not given.is_exact or given.last > _LAST:
        return None
    effect = _later(given.first, rule.months or 0) + (rule.days or 0)
    if rule.earliest:
        effect = max(effect, rule.earliest.last)
    return Day.exact(effect)


def _end_of_term(instrument: Instrument, terms: Renewal, given: Day) -> Day | None:
    begin = instrument.in_force
    if begin is None or not begin.on.is_exact or not terms.initial_years or not terms.period_years:
        return None
    if not given.is_exact or given.last > _LAST:
        return None
    end = _later(begin.on.first, 12 * terms.initial_years)
    while _later(end, -(terms.notice_months or 0)) < given.first:
        end = _later(end, 12 * terms.period_years)
    return Day.exact(end)


def _later(ordinal: int, months: int) -> int:
    """The day so many months later (or earlier), the last of the month if it has no such day."""
    day = dt.date.fromordinal(ordinal)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])).toordinal()
