"""A sentence with all that a claim needs: mentions, who is spoken of, who speaks, what is denied or only supposed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.reader.checks.bench import is_named_part
from foedera.reader.lexicon import stands_for_treaty
from foedera.reader.linking import points
from foedera.reader.records import Claim, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.dates import Day
    from foedera.model.world import World
    from foedera.reader.mentions import Found
    from foedera.reader.records import ClaimKind, Mention, Written
    from foedera.reader.speakers import Voices
    from foedera.reader.tokens import Sentence

_BREAK = re.compile(
    r"[;:—]|\s[–-]\s|,?\s(?:but|while|whereas|although|though|yet|whose|which|who|where|because|unless)\s|,\s(?:and|"
    r"so|or)\s|\(|\)|"
    r"\sand\s(?=(?:was|were|is|are|has|had|have|will|would|did|does|do|entered|came|took|signed|replaced|remains?|"
    r"obliges?|commits?|provides?|"
    r"contains?|promises?|can|may|must|expired|ended|lapsed|runs?|lasts?|it|its|in|since|now|that|then)\b)"
)
_NEGATION = re.compile(
    r"(?i)\b(?:not|never|no longer|nowhere|neither|nor|without|cannot|no|none|nothing|nobody|hardly|scarcely|far "
    r"from|rather than|instead of|fails? to|failed to|refus\w+ to|"
    r"lacks?|free of|stops? short of|stopped short of|ceased to|anything but)\b|n['’]t\b"
)
_DENIED = re.compile(
    r"(?i)(?:\b(?:not|never|neither|nor)|n['’]t)\s+(?:(?:have|has|had|been|be|yet|in fact|formally|ever)\s+){0,3}$"
)
_REFERRED = re.compile(r"(?i)\b(?:with|under|to|of|on|by|in|from|mentions?|invokes?|names?|cites?)\s+(?:the\s+)?$")
_ADJOINING = re.compile(r",?\s*(?:(?:which|that)\s+)?(?:(?:was|were|had been|has been|is)\s+)?(?:\w+ly\s+)?")
_TWIN = re.compile(
    r"(?i:\b(?:twin|cousin|sister|predecessor|successor|heir|equivalent|sibling|forerunner|namesake)s?\b)"
    r"|\b(?:[Ii]ts|[Tt]he|[Aa])\s+(?:[\w-]+\s+){0,2}counterpart\b(?!\s+[A-Z])"
)
_TWIN_OF = re.compile(
    r"(?i)\b(?:twin|counterpart|cousin|predecessor|successor|heir|equivalent|sibling|forerunner)s?\s+(?:of|to)\s+$"
)
_MAIN_CLAUSE = re.compile(r",\s+(?P<main>it|they|the|this|that|these|both|its|their|[A-Z][\w-]*)\b")
_FEW_WORDS, _NEXT = 2, 4
_NEAR = 1.2
_NO_SUBJECT = re.compile(
    r"(?i)^(?:(?:and|but|yet|so|then|also|first|finally|originally|formally|officially|duly|long|opened for|open for|"
    r"since|although|though|while|having|as|when|once|after|before)\b[\s,]*)*"
    r"(?:(?:it|they|this|that|both|which|its|their|there|here|all of (?:it|this|which))\b.*|(?:on|in|since|from|at|"
    r"by)\s[^,]{0,40},?\s*(?:it|this|they)?\b.{0,25}|(?:was|were|been|has|had|have|is|are|be|never|not|only|just|"
    r"\s)*)$"
)
_PRONOUN_BEFORE = re.compile(
    r"(?i)\b(?:it|they|this|which|the thing|the whole)\b(?:\s+(?:has|had|have|was|were|is|are|been|be|being|only|"
    r"never|not|formally|"
    r"finally|later|then|also|first|duly|officially|remained)){0,5}\s*$"
)
_SUPPOSED = re.compile(
    r"(?i)^(?:if|should|were|had|suppose|imagine|whether|would|could|can|will|is|are|does|do|did|has|have|what if|"
    r"why|how|when will|who)\b.*\?\s*[\"”’)]*$"
)
_CONDITION = re.compile(
    r"(?i)\b(?:if|whether|unless|should (?:it|they|the|he|we)|were (?:it|they|the) to|in case|provided that|as "
    r"though|as if)\b"
)
_WISH = re.compile(
    r"(?i)\b(?:would|could|might|may one day|will (?:one day|soon|never|eventually|probably|surely)|hopes?|hoped|"
    r"wish(?:es)?|plans? to|planned to|expects?|expected to|is to be|"
    r"fears?|predicts?|predicted|likely|perhaps|possibly|supposedly|ought to|deserves?|let us|must be (?:revised|"
    r"scrapped|replaced|ended|renewed))\b"
)
_FUTURE = re.compile(r"(?i)\b(?:will|shall|to|can)\s+(?:(?:soon|then|now|also|not|never|only)\s+)?be\s+$")
"""What will be, or is to be, is not on record yet."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about: ids of an instrument or clause, the words for it, and where they stand (None: implied)."""

    ids: tuple[str, ...]
    named: str
    mention: Mention | None = None

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments, without articles; a part with a name of its own stays itself."""
        return tuple(dict.fromkeys(one if is_named_part(one) else one.partition("/")[0] for one in self.ids))

    def whole(self) -> Subject:
        """The instrument in place of its article."""
        return Subject(self.instruments, self.named, self.mention)


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence as the claims' modules see it. All offsets are in the passage, as in ``sentence``.

    Attributes:
        implied: what the document was speaking of before the sentence ("It was signed in 1961"); None if nothing, or if
            it last spoke of an instrument that the corpus lacks.
        clause: the article that it was speaking of.
        dated: the document's day.
        last_date: the last date told before the sentence.
        likely: the instruments that the document was speaking of, likeliest first.
    """

    world: World
    sentence: Sentence
    found: Found
    voices: Voices
    implied: str | None
    clause: str | None
    dated: Day | None
    last_date: Written | None = None
    likely: tuple[str, ...] = ()

    # --- the text ---

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in the sentence; add ``base`` to their places."""
        return pattern.finditer(self.sentence.text)

    @property
    def base(self) -> int:
        """Where the sentence starts in the passage."""
        return self.sentence.start

    def words(self, start: int, end: int) -> str:
        """The text between two places."""
        return self.sentence.text[start - self.base : end - self.base]

    def clause_of(self, at: int) -> tuple[int, int]:
        """The stretch between breaks (commas with "and", "which", "but", semicolons ...) that a place lies in."""
        since, until = self.base, self.sentence.end
        for start, end in _breaks(self.sentence.text):
            if self.base + end <= at:
                since = self.base + end
            elif self.base + start >= at:
                until = self.base + start
                break
        return since, until

    # --- what is named ---

    def named(self, *types: str, since: int | None = None, until: int | None = None) -> list[Mention]:
        """Mentions of these types that start in a stretch of the sentence."""
        low, high = self.base if since is None else since, self.sentence.end if until is None else until
        return [one for one in self.found.of(*types) if low <= one.start < high]

    def before(self, at: int, *types: str) -> Mention | None:
        """The nearest mention that ends before a place."""
        return next((one for one in reversed(self.found.of(*types)) if one.end <= at), None)

    def after(self, at: int, *types: str) -> Mention | None:
        """The nearest mention that starts at or after a place."""
        return next((one for one in self.found.of(*types) if one.start >= at), None)

    # --- what is spoken of ---

    def subject(
        self,
        start: int,
        end: int,
        *,
        prefer: str = "left",
        clauses: bool = True,
        strict: bool = False,
        finite: bool = False,
    ) -> Subject | None:
        """What a cue from ``start`` to ``end`` is said of.

        Args:
            start: where the cue starts.
            end: where it ends.
            prefer: ``left``: the nearest mention before it, or after it if there is none; ``right``: the nearest after
                it in its clause, else before. Without any, what is implied.
            clauses: whether an article may be the subject; else its instrument is.
            strict: what is implied counts only if the clause has no subject of its own but a pronoun.
            finite: the cue is the verb of the sentence: after "the treaty, which replaced another, ..." it speaks of
                the first treaty.
        """
        types = ("instrument", "provision") if clauses else ("instrument",)
        left, right = self.before(start, *types), self.after(end, *types)
        if self._is_of_another(start, left):
            return None
        if left is None and (main := self._main_subject(start, end, types)) is not None:
            return main if clauses else main.whole()
        if finite and left is not None and self._after_relative(start):
            left = self.found.of(*types)[0]
        if left is None and self.implied and _PRONOUN_BEFORE.search(self.words(self.base, start)):
            return Subject((self.implied,), "it")
        if left is None and right is None and not clauses:
            left = self.before(start, "provision") or self.after(end, "provision")
        if left is not None:
            left = self._not_the_charter(self._outer(left), types)
        chosen = self._nearest(start, end, left, right, prefer) or self._organisation(start, end)
        if chosen is None and self.implied and (not strict or self._lacks_subject(start)):
            of_clause = clauses and self._speaks_of_clause() and self.clause
            return Subject(((self.clause if of_clause else self.implied) or "",), "it")
        chosen = chosen or left or right
        if chosen is None:
            return None
        subject = Subject(chosen.ids, chosen.text, chosen)
        return subject if clauses else subject.whole()

    def _main_subject(self, start: int, end: int, types: tuple[str, ...]) -> Subject | None:
        """Of "Created in 2009 by resolution 1718, the Panel ..." what stands after the comma: "the Panel"."""
        if len(self.words(self.base, start).split()) > _FEW_WORDS:
            return None
        comma = _MAIN_CLAUSE.search(self.words(end, self.sentence.end))
        if comma is None:
            return None
        place = end + comma.start("main")
        if comma["main"].lower() in ("it", "they"):
            return Subject((self.implied,), "it") if self.implied else None
        mention = next((one for one in self.found.of(*types) if place <= one.start <= place + _NEXT), None)
        return Subject(mention.ids, mention.text, mention) if mention else None

    def _nearest(
        self, start: int, end: int, left: Mention | None, right: Mention | None, prefer: str
    ) -> Mention | None:
        """The nearest mention on the side preferred; None if a pronoun stands for what came before."""
        if prefer == "right" and right is not None and right.start < self.clause_of(end)[1]:
            return right
        if left is not None and not self._is_pronoun_between(left.end, start):
            return left
        if right is not None and (left is None or prefer == "right") and not self._starts_with_pronoun():
            return right
        return None

    def _after_relative(self, start: int) -> bool:
        """Whether a relative clause or an apposition on the sentence's first treaty has just closed with a comma."""
        first = next((one for one in self.found.of("instrument", "provision")), None)
        if first is None or first.end >= start:
            return False
        opens = re.match(r",?\s*(?:to |of |by |under |in )?(?:which|that|whose)\b|,\s", self.words(first.end, start))
        return bool(opens) and bool(re.search(r",\s*(?:\w+ly\s+)?$", self.words(first.end, start)))

    def _not_the_charter(self, mention: Mention, types: tuple[str, ...]) -> Mention | None:
        """What stands before "in line with Article 51 of the Charter": there the Charter is only referred to."""
        if mention.ids[:1] == () or not mention.ids[0].startswith("un-charter"):
            return mention
        if not _REFERRED.search(self.words(self.base, mention.start)):
            return mention
        return next(
            (
                self._outer(one)
                for one in reversed(self.found.of(*types))
                if one.end <= mention.start and not (one.ids and one.ids[0].startswith("un-charter"))
            ),
            None if self.implied else mention,
        )

    def _is_of_another(self, start: int, left: Mention | None) -> bool:
        """Whether the cue belongs to a treaty that is not told apart: "a separate treaty signed", "its twin"."""
        for _, until in self.found.others:
            if until <= start and _ADJOINING.fullmatch(self.words(until, start)) and not (left and left.end >= until):
                return True
        low = self.clause_of(start)[0]
        before = self.words(low, left.start if left and left.start > low else start)
        return bool(_TWIN.search(before)) and not (left and left.start > low and not _TWIN_OF.search(before))

    def _organisation(self, start: int, end: int) -> Mention | None:
        """An organisation that stands for its treaty ("AUKUS, unveiled in 2021"), if no instrument is named."""
        if self._starts_with_pronoun():
            return None
        treaties = [one for one in self.found.of("organ") if stands_for_treaty(self.world, one.ids[0])]
        before = [one for one in treaties if one.end <= start]
        return before[-1] if before else next((one for one in treaties if one.start >= end), None)

    def _lacks_subject(self, start: int) -> bool:
        """Whether nothing but a pronoun or an adverbial stands before a place in its clause."""
        since = self.clause_of(start)[0]
        if _PRONOUN_BEFORE.search(self.words(self.base, start)):
            return True
        return bool(_NO_SUBJECT.match(self.words(since, start).strip(" \"“'‘,")))

    def _outer(self, mention: Mention) -> Mention:
        """Of "Article 4 of the treaty" the article, not the treaty in it."""
        around = [one for one in self.found.of("provision") if one.start <= mention.start and mention.end <= one.end]
        return around[0] if around else mention

    def _is_pronoun_between(self, since: int, until: int) -> bool:
        """Whether a new subject stands between a mention and the cue: ", and it was signed"."""
        return bool(re.search(r"(?:[;:.]|,\s*(?:and|but|while))\s+it\b", self.words(since, until)))

    def _starts_with_pronoun(self) -> bool:
        return bool(
            re.match(r"[\"“']?(?:It|They|This|That|Both|Its|Their)\b(?!\s+(?:treaty|pact|article))", self.sentence.text)
        )

    def _speaks_of_clause(self) -> bool:
        return bool(re.match(r"[\"“']?(?:It|This|That)\b", self.sentence.text)) and self.clause is not None

    # --- denied, supposed ---

    def negated(self, at: int, *, since: int | None = None) -> bool:
        """Whether a word of denial stands before a place in its clause."""
        low = self.clause_of(at)[0] if since is None else since
        return bool(_NEGATION.search(self.words(low, at)))

    def denied(self, at: int) -> bool:
        """Whether the very word at a place is denied: "was not signed", "never entered"."""
        return bool(_DENIED.search(self.words(self.base, at)))

    def supposed(self, start: int, end: int) -> bool:
        """Whether the words are a question, a condition, a wish or a prediction."""
        text = self.sentence.text
        if _SUPPOSED.match(text.lstrip("\"“'‘ ")) or text.rstrip('"”’) ').endswith("?"):
            return True
        since, until = self.clause_of(start)
        before = self.words(since, start)
        return bool(
            _CONDITION.search(before)
            or _WISH.search(before)
            or _FUTURE.search(before)
            or _WISH.search(self.words(start, min(end, until)))
        )

    # --- a claim ---

    def claim(
        self,
        kind: ClaimKind,
        start: int,
        end: int,
        subject: Subject,
        said: Said = Said(),  # noqa: B008 - immutable
        *,
        negated: bool = False,
        supposed: bool | None = None,
    ) -> Claim:
        """A claim that these words make."""
        return Claim(
            start,
            end,
            self.words(start, end),
            kind,
            subject.ids,
            subject.named,
            self.voices.at(start, end),
            said,
            negated,
            self.supposed(start, end) if supposed is None else supposed,
            _rivals(subject, self.likely),
        )


@lru_cache(maxsize=8)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence part."""
    return tuple(match.span() for match in _BREAK.finditer(text))


def _rivals(subject: Subject, likely: tuple[str, ...]) -> tuple[str, ...]:
    """What else the words may stand for: nothing beside a full name, what is spoken of for a pronoun."""
    mention = subject.mention
    if len(subject.ids) != 1 or (mention is not None and mention.how == "name"):
        return ()
    article = subject.ids[0].partition("/")[2]
    if mention is None or mention.how == "reference":
        near = [*(one.id for one in mention.alternatives if "/" not in one.id), *likely] if mention else list(likely)
    else:
        near = [one.id for one in mention.alternatives if points(mention.score) - points(one.score) <= _NEAR]
    found = (f"{one}/{article}" if article and "/" not in one else one for one in near)
    return tuple(one for one in dict.fromkeys(found) if one != subject.ids[0] and not one.startswith("un-charter"))
