"""What is said of an instrument that no text settles: opinion, prediction, motive, praise and blame, questions, wishes.

A sentence comes here only if no other family finds a claim in it, so that it is listed as not checkable, not dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import tops
from foedera.reader.claims.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_MODAL = frozenset(
    """would could might may should will shall ought won't won’t wouldn't wouldn’t couldn't couldn’t perhaps possibly
    probably presumably likely unlikely maybe if whether unless hopefully""".split()
)
_MODAL_STEMS = ("expect", "hope", "hoping", "fear", "wish", "predict", "risk", "threat")
_JUDGING = frozenset(
    """

    think thinks thought believe believes believed suspect suspects doubt doubts guess feel feels find finds
    consider considers deem deems view opinion hunch impression tempted convinced conviction confident dispute
    disputes debate debated history historians critic critics designed aimed intended meant aim aims aimed seek
    seeks sought want wants wanted motive motives purpose pretext excuse cloak apology signal signals seems
    seemed appears appeared apparently supposedly arguably surely obviously clearly frankly sadly fortunately
    unfortunately really hardly pillar pillars cornerstone milestone landmark watershed triumph triumphs victory
    breakthrough mistake mistakes blunder menace danger dangers dangerous irresponsible aggressive hostile
    cynical farce joke illegal illegitimate unlawful legitimate justified fair unfair wise wiser wisest unwise
    foolish stupid brilliant clever bold brave historic important crucial vital worthless useless toothless
    hollow empty vague obsolete outdated outlive outlived relic relics bargain gift prize mourn mourns pine hail
    hails hailed regret regrets proud pride ashamed better best worse worst greater greatest stronger strongest
    weaker weakest safer safest robbed dust authority spirit soul shabby domination enslavement hegemony beacon
    shield bulwark guarantor prestige meaningless meaningful match contrary worry worries worried nervous
    reveals proves shows means matters deserves betray wonder strange absurd naive shameful shame honest noble
    generous modest shock shocking swindle fraud lesson lessons smacks cost costs price sense nonsense safe safer
    founder flounder aged ages grave dead alive deathbed corpse rest message everything nothing born desperation gained
    gains lost loses winner winners loser losers prison cage peaceful thank thanks bedrock backbone keystone foundation
    anchor linchpin lynchpin worth worthy sleep illusion illusions dream dreams nightmare myth mirage
    burden luxury fate destiny doomsday remember remembers remembered forgotten forget memory beloved hated popular
    unpopular famous infamous notorious legendary vaunted celebrated sacred cursed curse blessing miracle tragedy comedy
    theatre theater spectacle charade facade façade charades stunt gamble bluff
    honourable dishonourable honorable dishonorable clumsy elegant bizarre odd
    remarkable extraordinary unique unprecedented radical ambitious timid cautious realistic unrealistic""".split()
)
_JUDGING_STEMS = (
    *(
        "success",
        "fail",
        "betray",
        "surrender",
        "provo",
        "escalat",
        "destabili",
        "stabili",
        "reckless",
        "sham",
        "scandal",
    ),
    *(
        "disgrac",
        "unjust",
        "courage",
        "significan",
        "nostalg",
        "celebrat",
        "prais",
        "condemn",
        "blam",
        "deplor",
        "welcom",
    ),
    *("embarrass", "humiliat", "doom", "trust", "distrust", "credib", "gangster", "warmonger", "imperialist", "plot"),
    *("symbol", "violat", "breach", "contradict", "undermin", "strengthen", "weaken", "deter", "concern", "alarm"),
    *("anxi", "warn", "judge", "dubious", "questionabl", "surpris", "disappoint", "astonish", "irritat", "annoy"),
    *("enrag", "infuriat", "delight", "frighten", "terrif", "impress", "inspir", "cement", "erod", "poison", "haunt"),
)
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_POINTS_BACK = re.compile(
    r"(?i)\W*(?:and |but |yet |so )?(?:(?:would|could|should|will|can|may|might|did|does|do|is|was|has|had|who|"
    r"what|why|how|"
    r"when)\s+)?(?:it|they|this|that|its|their|these)\b"
)


def opinion(frame: Frame, others: Sequence[Claim]) -> Iterator[Claim]:
    """The sentence as an opinion on the instrument that it speaks of, if no other claim was found in it."""
    subject = None if others else _spoken_of(frame)
    if subject is None:
        return
    text = frame.sentence.text
    words = set(_WORD.findall(text.lower()))
    is_modal = "?" in text or not words.isdisjoint(_MODAL) or any(word.startswith(_MODAL_STEMS) for word in words)
    is_judging = not words.isdisjoint(_JUDGING) or any(word.startswith(_JUDGING_STEMS) for word in words)
    if is_modal or is_judging or "!" in text:
        yield frame.claim("opinion", frame.base, frame.sentence.end, subject, supposed=is_modal)


def _spoken_of(frame: Frame) -> Subject | None:
    """The first instrument or article named, one of the corpus before one that it lacks; else what "it" means."""
    mentions = tops(frame)
    chosen = next((one for one in mentions if one.ids), mentions[0] if mentions else None)
    if chosen is not None:
        return subject_of(chosen)
    match = _POINTS_BACK.match(frame.sentence.text)
    return Subject((frame.implied,), "it") if match and frame.implied else None
