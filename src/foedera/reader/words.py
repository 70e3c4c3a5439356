"""English words that the reader goes by. Data only: which word means what is used in the modules named beside it."""

from __future__ import annotations

# --- names (lexicon) ---

ABBREVIATIONS = frozenset(
    """US U.S. U.S.A. USA UK U.K. PRC ROC ROK DPRK USSR GDR FRG DPR LPR DNR LNR UAE KSA DRV RVN PDRY UAR SRV""".split()
)
"""Short names of states that may stand in a text; other codes of two or three letters are too often something else."""

TWO_STATES = {"Korean": ("KOR", "PRK"), "Korea": ("KOR", "PRK"), "Koreas": ("KOR", "PRK"), "Koreans": ("KOR", "PRK")}
"""Names that two states share; which is meant the context tells."""

NORTH_AND_SOUTH = {"the North": "PRK", "The North": "PRK", "the South": "KOR", "The South": "KOR"}
"""Names of the two Koreas where one of them is spoken of."""

GENERIC_ALIASES = frozenset(("Charter", "Commitment to Consult", "Security Treaty"))
"""Names of an instrument that others have too; they are read as descriptions."""

OTHER_INSTRUMENTS = (
    "SEATO",
    "CENTO",
    "JCPOA",
    "CTBT",
    "TPNW",
    "UNCLOS",
    "New START",
    "Minsk agreements",
    "Minsk Agreements",
    "Minsk accords",
    "Helsinki Final Act",
    "Final Act of Helsinki",
    "Baghdad Pact",
    "Manila Pact",
    "Abraham Accords",
    "Camp David Accords",
    "Dayton Agreement",
    "Dayton Accords",
    "Treaty of Versailles",
    "Versailles Treaty",
    "Élysée Treaty",
    "Locarno treaties",
    "Locarno Treaties",
    "Taiwan Relations Act",
)
"""Well-known instruments that a corpus may lack: named so, they are no other ones."""

# --- phrases that name an instrument (phrases, linking) ---

TREATIES = frozenset(
    """treaty pact accord agreement alliance deal convention protocol partnership compact arrangement
    arrangements""".split()
)
HEADS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("treaty", "pact", "accord", "alliance", "deal"), frozenset({"treaty", "charter", "arrangement"})),
    "agreement": frozenset({"treaty", "arrangement", "armistice"}),
    "arrangement": frozenset({"arrangement", "treaty"}),
    "arrangements": frozenset({"arrangement"}),
    "convention": frozenset({"treaty"}),
    "protocol": frozenset({"treaty"}),
    "partnership": frozenset({"treaty", "arrangement"}),
    "declaration": frozenset({"declaration"}),
    "statement": frozenset({"declaration"}),
    "communique": frozenset({"declaration", "arrangement"}),
    "communiqué": frozenset({"declaration", "arrangement"}),
    "commitment": frozenset({"declaration"}),
    "memorandum": frozenset({"arrangement"}),
    "assurances": frozenset({"arrangement"}),
    "guarantees": frozenset({"treaty"}),
    "charter": frozenset({"charter", "treaty"}),
    "resolution": frozenset({"resolution"}),
    "covenant": frozenset({"treaty"}),
    "act": frozenset({"treaty"}),
    "armistice": frozenset({"armistice"}),
    "truce": frozenset({"armistice"}),
    "document": frozenset(),
    "text": frozenset(),
    "paper": frozenset(),
    "instrument": frozenset(),
    "clause": frozenset(),
    "panel": frozenset({"panel"}),
    "one": frozenset(),
}
"""Words for instruments, and the kinds of record that each usually means; none: any."""

BARE = frozenset(
    """deal partnership statement commitment assurances guarantees arrangement arrangements text instrument paper
    panel act""".split()
)
"""Heads that name an instrument only with something that tells which: a name, a year, a title."""

POINTING = frozenset("arrangement arrangements text instrument paper panel document deal partnership".split())
"""Vague heads that, in lower case and with a pointer, still speak of an instrument: "this text"."""

PLURALS = {
    "treaties": "treaty",
    "pacts": "pact",
    "accords": "accord",
    "alliances": "alliance",
    "agreements": "agreement",
    "declarations": "declaration",
    "resolutions": "resolution",
    "documents": "document",
    "conventions": "convention",
    "protocols": "protocol",
    "instruments": "instrument",
    "communiques": "communique",
    "deals": "deal",
    "papers": "paper",
    "texts": "text",
    "charters": "charter",
    "memo": "memorandum",
    "memorandums": "memorandum",
    "memoranda": "memorandum",
}

POINTERS = frozenset("the this that its their these those our both said such each".split())
INDEFINITE = frozenset("a an any no another every some other".split())
NEWER = frozenset("new newer latest recent current present fresh newly-signed signed".split())
OLDER = frozenset("old older original former earlier previous predecessor defunct prior".split())

NOT_TELLING = (
    NEWER
    | OLDER
    | frozenset(
        """joint own military same entire whole famous bilateral trilateral binding much so-called controversial
    landmark historic two three first second third legally supposed written formal informal two-page one-page shabby
    separate existing defunct lapsed expired long-term long renewed three-party peace mutual decades-old
    much-cited often-quoted core regional era cold war postwar lost defensive strategic landmark newly-signed
    proposed the""".split()
    )
)
"""Modifiers that do not tell which instrument is meant."""

OTHER_MATTERS = frozenset(
    "peace trade border economic fisheries extradition access reciprocal tax investment relations state".split()
)
"""Words that tell an instrument from one without them."""

MODIFIERS = OTHER_MATTERS | frozenset(
    """power powers treaty-based mutual defence defense security assistance friendship cooperation co-operation
    partnership comprehensive strategic nonaggression non-aggression aggression bilateral trilateral
    military peace founding new newer old older original latest recent current earlier previous former
    signed landmark joint own historic nuclear inter inter-korean collective good neighbourly neighborly
    neighbourliness neighborliness good-neighbourliness good-neighborliness friendly alliance non
    proliferation nonproliferation non-proliferation sanctions sanction arms control basic binding
    friendship-and-cooperation renewed controversial much three-party two-page one-page shabby treaty pact
    defensive lapsed defunct expired long-term long cold-war postwar post-war wartime soviet-era era council
    reciprocal access consultation guarantee guarantees assurances commitment tripartite transatlantic same
    entire whole existing present prior newly-signed fresh core regional inter-american bedrock cold war
    century decades-old famous so-called supposed much-cited often-quoted formal informal written separate
    second first third two three establishing constituent foundational proposed reconciliation armistice
    framework base bases access visiting forces relations six-article seven-article twenty-year 20-year
    ten-year fifty-year unscr un u.n. s/res""".split()
)
"""Lower-case words that may stand inside a phrase that names an instrument, before its head."""

TITLE_LINKS = frozenset(
    "of on for concerning regarding relating establishing and the to in with within between as its from".split()
)
REGIONAL = frozenset(
    """west western east eastern north northern south southern african asian european pacific atlantic arab sahel
    american central trans latin regional world cold war""".split()
)
"""Words for regions, under which an instrument may go without having them in its title."""

PLAIN_WORDS = frozenset(
    """the of and a an on for to in with between treaty pact accord agreement declaration memorandum charter resolution
    convention protocol republic kingdom state states union its from as by this that their new old signed
    relating concerning regarding federal federation democratic people people's peoples s de et or security
    council united nations document text alliance deal commitment arrangements arrangement which text""".split()
)
"""Words of titles that tell nothing about which instrument is meant."""

# --- articles ---

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-five": 25,
    "thirty": 30, "thirty-two": 32, "forty": 40, "fifty": 50, "ninety": 90, "hundred": 100, "a": 1, "an": 1,
    "dozen": 12, "sixteen": 16, "thirty-one": 31,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
}  # fmt: skip
