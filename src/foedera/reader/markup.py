"""The text of an HTML page or of a Markdown file: what a reader sees of it, paragraph by paragraph.

Left out is what is not the document: scripts, menus, forms, side columns, feet, and everything hidden. If an
``article`` or else ``main`` element holds more than half of the page's text, it is the document. Soft hyphens,
characters of no width and bidirectional controls are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from foedera.reader.passages import BIDI, CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

# fmt: off
_UNSEEN = frozenset({
    "script", "style", "nav", "aside", "footer", "noscript", "template", "svg", "math", "iframe", "object", "canvas",
    "audio", "video", "select", "button", "textarea",
})
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr",
    "ul",
})
# fmt: on
_UNSEEN_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "menu"})
_HIDING = re.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_BLANK_LINE = re.compile(r"\n\s*\n")
_DATE_NAMES = ("article:published_time", "datepublished", "dc.date", "dcterms.date", "dc.date.issued", "date")
_SPACE = re.compile(r"\s+")
DROPPED = str.maketrans(
    dict.fromkeys(CONTROLS.replace("\n", ""), " ") | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff" + BIDI, "")
)
"""What is left out of a text that is taken out of a file: characters of no width are; controls are spaces."""
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?im)^(title|date):[ \t]*[\"']?([^\n]{1,300}?)[\"']?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text taken out of a file, with a blank line between paragraphs.

    Attributes:
        days: what the file says of the day of the document, as written, the best first.
    """

    text: str
    days: tuple[str, ...] = ()


def text_of_html(source: str) -> Extracted:
    """The text of a page, headed by its title if it has no first heading in the text."""
    page = _read(source, _UNSEEN | {"form"})
    if "<form" in source.lower():
        whole = _read(source, _UNSEEN)  # some sites put the whole page in a form
        page = whole if whole.length > 2 * page.length else page
    return page.extracted()


def text_of_markdown(source: str) -> Extracted:
    """The text of a Markdown file; ``title`` and ``date`` of its front matter count."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    front = _FRONT.match(source)
    fields = {name.lower(): value for name, value in _FIELD.findall(front.group(1))} if front else {}
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source[front.end() if front else 0 :])
    found = text_of_html(f"<title>{escape(fields.get('title', ''))}</title><body>{html}")
    return Extracted(found.text, (fields["date"], *found.days) if "date" in fields else found.days)


@dataclass(frozen=True, slots=True)
class _Region:
    """An ``article`` or ``main``: its paragraphs and how many characters they have."""

    kind: str
    first: int
    last: int
    length: int


@dataclass(slots=True)
class _Page:
    """What has been seen of a page so far."""

    paragraphs: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    length: int = 0
    regions: list[_Region] = field(default_factory=list)
    begun: list[tuple[int, int]] = field(default_factory=list)
    preformatted: int = 0
    title: str = ""
    heading: int | None = None
    heading_from: int = 0
    metas: dict[str, str] = field(default_factory=dict)
    times: list[tuple[int, str]] = field(default_factory=list)

    def flush(self) -> None:
        """End the paragraph."""
        if not self.pending:
            return
        text = "".join(self.pending).translate(DROPPED)
        self.pending.clear()
        for part in _BLANK_LINE.split(text):
            if words := " ".join(part.split()):
                self.paragraphs.append(words)
                self.length += len(words)

    def extracted(self) -> Extracted:
        main = self._main()
        paragraphs = self.paragraphs[main.first : main.last]
        head = self.title if self.heading is None else self.paragraphs[self.heading]
        if head and head not in paragraphs:
            paragraphs = [head, *paragraphs]
        days = [self.metas[name] for name in _DATE_NAMES if name in self.metas]
        days += [day for at, day in self.times if main.first <= at <= main.last][:1]
        return Extracted("\n\n".join(paragraphs), tuple(days))

    def _main(self) -> _Region:
        for kind in ("article", "main"):
            best = max((one for one in self.regions if one.kind == kind), key=lambda one: one.length, default=None)
            if best and best.length * 2 > self.length:
                return best
        return _Region("page", 0, len(self.paragraphs), self.length)


def _read(source: str, unseen: frozenset[str]) -> _Page:
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - only markup needs it

    page = _Page()
    root = LexborHTMLParser(source).root
    for node, is_entered in _walk(root, unseen) if root else ():
        tag = node.tag or ""
        if tag == "-text":
            _add_text(page, node)
        elif is_entered:
            _enter(page, node, tag)
        else:
            _leave(page, node, tag)
    page.flush()
    return page


def _walk(root: LexborNode, unseen: frozenset[str]) -> Iterator[tuple[LexborNode, bool]]:
    """Every node that is seen, when it is entered (True) and left (False); without recursion, however deep."""
    node, depth = root, 0
    while True:
        child = None
        if _is_seen(node, unseen):
            yield node, True
            child = node.first_child
            if child is None and node.tag != "-text":
                yield node, False
        if child is not None:
            node, depth = child, depth + 1
            continue
        while depth and node.next is None:
            node, depth = node.parent or root, depth - 1
            yield node, False
        following = node.next
        if not depth or following is None:
            return
        node = following


def _is_seen(node: LexborNode, unseen: frozenset[str]) -> bool:
    tag = node.tag or ""
    if tag.startswith("-"):
        return tag == "-text"
    if tag in unseen:
        return False
    said = node.attributes
    hidden = "hidden" in said or said.get("aria-hidden") == "true" or bool(_HIDING.search(said.get("style") or ""))
    return not hidden and said.get("role") not in _UNSEEN_ROLES


def _add_text(page: _Page, node: LexborNode) -> None:
    text = node.text_content or ""
    page.pending.append(text if page.preformatted else _SPACE.sub(" ", text))


def _enter(page: _Page, node: LexborNode, tag: str) -> None:
    if tag in _BLOCKS:
        page.flush()
    if _region(node, tag):
        page.begun.append((len(page.paragraphs), page.length))
    match tag:
        case "br":
            page.pending.append("\n")
        case "td" | "th":
            page.pending.append(" ")
        case "q":
            page.pending.append("“")
        case "pre":
            page.preformatted += 1
        case "h1":
            page.heading_from = len(page.paragraphs)
        case "time" if day := node.attributes.get("datetime"):
            page.times.append((len(page.paragraphs), day))
        case "meta":
            _add_meta(page, node.attributes)


def _leave(page: _Page, node: LexborNode, tag: str) -> None:
    if tag == "title":
        page.title = page.title or " ".join("".join(page.pending).translate(DROPPED).split())
        page.pending.clear()
    elif tag == "q":
        page.pending.append("”")
    elif tag == "pre":
        page.preformatted -= 1
    if tag in _BLOCKS:
        page.flush()
    if tag == "h1" and page.heading is None and len(page.paragraphs) > page.heading_from:
        page.heading = page.heading_from
    if kind := _region(node, tag):
        first, before = page.begun.pop()
        page.regions.append(_Region(kind, first, len(page.paragraphs), page.length - before))


def _region(node: LexborNode, tag: str) -> str | None:
    if tag in {"article", "main"}:
        return tag
    return "main" if tag in {"div", "section"} and node.attributes.get("role") == "main" else None


def _add_meta(page: _Page, said: dict[str, str | None]) -> None:
    name = said.get("property") or said.get("name") or said.get("itemprop")
    value = said.get("content")
    if name and value:
        page.metas.setdefault(name.strip().lower(), value)
