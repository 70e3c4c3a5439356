"""What is said of an instrument that no text settles: opinion, prediction, motive, praise and blame, questions, wishes.

A sentence comes here only if no other family finds a claim in it, so that it is listed as not checkable, not dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.subjects import subject_of, tops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_MODAL = re.compile(
    r"(?i)\b(?:would|could|might|may|should|will|shall|ought|won['’]t|wouldn['’]t|couldn['’]t|perhaps|possibly|"
    r"probably|presumably|likely|unlikely|maybe|if|whether|"
    r"expect\w*|hop(?:e|es|ed|ing)|fear\w*|wish\w*|predict\w*|risk\w*|threaten\w*|one day|about to)\b|\?"
)
_JUDGING = re.compile(
    r"(?i)\b(?:I (?:think|believe|suspect|doubt|guess|feel|find|expect|fear|hope)|we (?:think|believe|suspect|"
    r"doubt|feel|expect|suggest|hope)|(?:believes?|believed|thinks?|thought|"
    r"suspects?|doubts?|argue[sd]?|suggests?|consider(?:s|ed)?|deems?|regards?|sees?) (?:that|the|it|this|in)|"
    r"in (?:my|our|his|her|their|its) (?:\w+ )?(?:view|opinion|eyes|judgement|judgment)|"
    r"(?:my|our|his|her|their) (?:own )?(?:hunch|guess|view|opinion|conviction|impression)|tempted|convinced|"
    r"conviction|confident|dispute[ds]?|debate[ds]?|histor(?:y|ians)|critics?|"
    r"designed|intended|meant|aim(?:s|ed)?|seeks?|sought|wants?|wanted|motives?|purpose|in order to|so as to|"
    r"pretext|excuse|cloak|apology|signals?|sends? a (?:signal|message|warning)|warning|"
    r"seems?|seemed|appears?|apparently|supposedly|arguably|surely|obviously|clearly|frankly|sadly|fortunately|"
    r"unfortunately|really|hardly|merely|"
    r"pillars?|cornerstones?|milestones?|landmarks?|watershed|turning point|triumphs?|victory|breakthroughs?|"
    r"success\w*|fail\w*|mistakes?|blunders?|betray\w*|surrender\w*|provocati\w+|"
    r"provok\w+|escalat\w+|destabili\w+|stabili[sz]\w+|menac\w*|threats?|dangers?|dangerous|reckless\w*|"
    r"irresponsib\w+|aggressive|hostile|cynical|sham\w*|farce\w*|joke|scandal\w*|disgrac\w*|"
    r"illegal|illegitimate|unlawful|legitimate|justified|unjust\w*|fair|unfair|wise|wiser|wisest|unwise|foolish|"
    r"stupid|brilliant|clever|bold|brave|courage\w*|historic|important|significan\w+|"
    r"crucial|vital|worthless|useless|toothless|hollow|empty|vague|obsolete|outdated|outlive[ds]?|relics?|"
    r"dead letter|paper tiger|scraps? of paper|fig leaf|bargains?|gift|prize|nostalg\w+|"
    r"mourns?|pine|celebrat\w+|prais\w+|hail\w*|condemn\w*|denounc\w+ as|blam\w+|regret\w*|deplor\w*|welcom\w+|"
    r"proud|pride|asham\w+|embarrass\w+|humiliat\w+|doom\w*|"
    r"better|best|worse|worst|greater|greatest|stronger|strongest|weaker|weakest|safer|safest|robbed|dust|"
    r"trust\w*|distrust\w*|credib\w+|authority|spirit|soul|heart of|"
    r"shabby|gangster\w*|warmonger\w*|imperialist\w*|plot\w*|domination|enslavement|hegemony|beacon|shield|"
    r"bulwark|guarantor|symbol\w*|friendship is|prestige|meaning(?:less|ful)|match for|"
    r"violat\w+|breach\w*|contradict\w*|contrary|undermin\w+|strengthen\w*|weaken\w*|protect\w* (?:peace|us|"
    r"the interests)|deter\w*|concern\w*|worr\w+|nervous\w*|alarm\w*|anxi\w+)\b"
)
_POINTS_BACK = re.compile(
    r"(?i)^\W*(?:and |but |yet |so )?(?:(?:would|could|should|will|can|may|might|did|does|do|is|was|has|had|who|"
    r"what|why|how|when)\s+)?(?:it|they|this|that|its|their|these)\b"
)


def opinion(frame: Frame, others: Sequence[Claim]) -> Iterator[Claim]:
    """The sentence as an opinion on the instrument that it speaks of, if no other claim was found in it."""
    text = frame.sentence.text
    if others or not (_MODAL.search(text) or _JUDGING.search(text)):
        return
    subject = _spoken_of(frame)
    if subject is None:
        return
    supposed = bool(_MODAL.search(text))
    yield frame.claim("opinion", frame.base, frame.sentence.end, subject, supposed=supposed)


def _spoken_of(frame: Frame) -> Subject | None:
    """The first instrument or article named, one that the corpus has before one that it lacks; else what "it" means."""
    mentions = tops(frame)
    chosen = next((one for one in mentions if one.ids), mentions[0] if mentions else None)
    if chosen is not None:
        return subject_of(chosen)
    match = _POINTS_BACK.search(frame.sentence.text)
    return Subject((frame.implied,), "it") if match and frame.implied else None
