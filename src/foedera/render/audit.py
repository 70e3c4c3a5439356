"""An audit as text and as a table of its findings."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rich.table import Table as Grid
from rich.text import Text

from foedera.audit.results import EXPLAINED, ONLY, WHY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from foedera.audit.results import Audit, DateTally, Finding, Single, Tally

_BETWEEN = ";"
_COLUMNS = (
    "instrument", "alliance", "member", "what", "kind", "verdict", "corpus", "corpus_sources", "corpus_at", "atop",
    "atop_sources", "atop_at", "why",
)  # fmt: skip
_WORDS = {"within_31_days": "within 31 days", "only_corpus": "only corpus", "only_atop": "only ATOP"}


def as_csv(found: Audit) -> str:
    """One row for each difference and each comparison that stays unknown."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in (*found.differences, *found.unknown):
        sides = [(side.text, _BETWEEN.join(side.sources), side.at) for side in (one.corpus, one.atop)]
        head = (one.instrument, one.alliance, one.member, one.what, one.kind, one.verdict)
        writer.writerow((*head, *sides[0], *sides[1], one.why))
    return stream.getvalue()


def show(console: Console, found: Audit) -> None:
    """Print the figures, then every difference by instrument."""
    members = sum(match.common_members for match in found.matches)
    title = f"The corpus against ATOP {found.release}, {found.since} to {found.last}"
    console.print(Text(title, style="bold"))
    _line(console, f"{found.file}, SHA-256 {found.sha256}; corpus {found.corpus[:12]}")
    _line(
        console,
        f"{len(found.matches)} instruments in both, {members} members in both; {len(found.differences)} differences, "
        f"{len(found.unknown)} comparisons unknown",
    )
    if found.matches:
        _tallies(console, "Who owes what (members and kinds)", found.kinds)
        _tallies(console, "Whether on conditions, where both have the promise", found.conditions)
        _dates(console, found.dates)
    _findings(console, "Differences", found.differences)
    _findings(console, "Unknown on at least one side", found.unknown)
    _singles(console, found.singles)


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(text, style=style), soft_wrap=True)


def _tallies(console: Console, title: str, tallies: Sequence[Tally]) -> None:
    fields = ("both", "neither", "only_corpus", "only_atop", "unknown")
    grid = _grid(fields)
    for one in tallies:
        grid.add_row(one.kind, *(str(getattr(one, name)) for name in fields), _percent(one.agreement))
    _print_grid(console, title, grid)


def _dates(console: Console, tallies: Sequence[DateTally]) -> None:
    fields = ("same", "within_31_days", "other", "unknown", "running")
    grid = _grid(fields)
    for one in tallies:
        grid.add_row(one.what, *(str(getattr(one, name)) for name in fields), _percent(one.agreement))
    _print_grid(console, "Days (entry and signature in the corpus against ATOP's day of entry; exit)", grid)


def _grid(fields: Iterable[str]) -> Grid:
    grid = Grid(box=None, pad_edge=False, header_style="bold")
    for name in ("", *fields, "agreement"):
        grid.add_column(_WORDS.get(name, name), justify="left" if name == "" else "right")
    return grid


def _print_grid(console: Console, title: str, grid: Grid) -> None:
    console.print()
    _line(console, title, "bold")
    console.print(grid)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _findings(console: Console, title: str, findings: Sequence[Finding]) -> None:
    """Findings by instrument; members of whom both sides say the same stand together."""
    if not findings:
        return
    console.print()
    _line(console, f"{title}: {len(findings)}", "bold")
    by_instrument: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        by_instrument[one.instrument, one.alliance].append(one)
    for (instrument, alliance), of_one in by_instrument.items():
        _line(console, f"{instrument} and {alliance}: {len(of_one)}", "bold")
        groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
        for one in of_one:
            groups[one.what, one.kind, one.corpus, one.atop.text, one.why].append(one)
        for group in groups.values():
            _group(console, group)
    explained = Counter(one.why for one in findings if one.why)
    for why, number in explained.most_common():
        _line(console, f"{number} of them: {WHY[why]}.")


def _group(console: Console, group: Sequence[Finding]) -> None:
    one = group[0]
    what = f"{one.what} of {one.kind}" if one.what == "condition" else one.kind or one.what
    why = f" ({one.why.replace('_', ' ')})" if one.why else ""
    _line(console, f"  {what}, {', '.join(item.member for item in group)}{why}")
    _line(console, f"    corpus  {one.corpus.text}  [{', '.join(one.corpus.sources)}] {one.corpus.at}")
    places = "; ".join(dict.fromkeys(item.atop.at for item in group))
    _line(console, f"    ATOP    {one.atop.text}  [{', '.join(one.atop.sources)}] {places}")


def _singles(console: Console, singles: Sequence[Single]) -> None:
    """What one side alone has: of the corpus by reason, of ATOP only how many."""
    ours: dict[str, list[str]] = defaultdict(list)
    for one in singles:
        if one.side == "corpus":
            ours[one.reason].append(one.id)
    if ours:
        console.print()
        _line(console, f"Only in the corpus: {sum(map(len, ours.values()))}", "bold")
    for reason, ids in sorted(ours.items(), key=lambda item: (item[0] not in EXPLAINED, item[0])):
        _line(console, f"  {ONLY[reason]}: {', '.join(ids)}")
    theirs = [one.id for one in singles if one.side == "atop"]
    if theirs:
        listed = f": {theirs[0]}" if len(theirs) == 1 else " (--format json lists them)"
        _line(console, f"Only in ATOP: {len(theirs)}; {ONLY['selection']}{listed}")
