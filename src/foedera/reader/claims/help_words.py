"""English for help in an attack, consultation and cooperation."""

from __future__ import annotations

from foedera.reader.claims.duty_parts import ALL, ANCHOR, ATTACK, HELP, HIT, PARTNER, STATE, WORD, Content, entry

_TO_HELP = r"(?:help|aid|assist|defend|protect|support|rescue|back|shield|succou?r|reliev)"
_HITS = "attack aggress assault strike invasion violat breach war hostilit blow infring"
_TOGETHER = "all both every each other rest entire whole alliance community union bloc itself either them"
_HELPERS = "help aid assist defend protect support rescue back shield succo reliev"
_BY = rf"(?=\s+(?:with|by|if|when|in|at|against|immediately|through|should)\b|[,.;]|$|\s+{ANCHOR}|\s+under\b)"

HELPS: tuple[Content, ...] = (
    # defence: an attack on one is one on all
    entry("defence", "act", "means", rf"\b{ATTACK}\b[^.;:{ANCHOR}]{{0,60}}?\bmeans?\s+war\b"),
    entry(
        "defence",
        "act",
        f"{_HITS} & {_TOGETHER}",
        rf"\b{HIT}\b[^.;:{ANCHOR}]{{0,90}}?\b(?:as|be|been|becomes?|became|is|are|was|were|into|equals?|means|"
        rf"meant|amounts?|"
        rf"(?<!no )counts?|counted|constitutes?|engages?|concerns?)\b[^.;:{ANCHOR}]{{0,60}}?"
        r"\b(?:attacks?|aggression|assault|strike|one|that|directed|aimed|blow|act|threat|danger\w*|matter|"
        r"engages|concerns)"
        rf"\s+(?:(?:up)?on|against|at|to|of|for)\s+(?:\w+\s+){{0,2}}?{ALL}",
    ),
    entry(
        "defence",
        "act",
        f"{_HITS} & danger threat menace imperil endanger",
        rf"\b{HIT}\b[^.;:{ANCHOR}]{{0,90}}?\b(?:(?:dangerous|danger|threat|menace)\s+(?:to|for)|endanger\w*|"
        rf"imperil\w*|threaten\w*)\s+(?:(?:its|their|"
        rf"his)\s+(?:own\s+)?(?:peace|safety|security)|(?:the\s+)?(?:peace|safety|security)\s+of\s+{ALL}|itself|all|"
        rf"them\s+all|both)\b",
    ),
    entry(
        "defence",
        "act",
        f"{_HITS} & met answered repelled resisted repulsed",
        rf"\b{HIT}\b[^.;:{ANCHOR}]{{0,60}}?\b(?:met|answered|repelled|resisted|repulsed)\s+by\s+(?:all|every|"
        rf"the\s+(?:others?|rest|whole)|both|each|joint)\b",
    ),
    entry(
        "defence",
        "act",
        "attacks strikes hits touches",
        r"\b(?:who(?:so)?ever|anyone\s+who|any(?:body)?\s+(?:state|country)?\s*(?:that|who)|he\s+who)\s+"
        r"(?:attacks|strikes|hits|"
        rf"touches)\s+(?:{WORD}\s+){{1,4}}?(?:attacks|strikes|hits|touches|has\s+to\s+reckon\s+with)\s+(?:\w+\s+"
        rf"){{0,2}}?{ALL}",
    ),
    entry(
        "defence",
        "act",
        "count treat regard consider deem hold view",
        rf"\b(?:count|treat|regard|consider|deem|hold|view)\w*\s+(?:an?\s+|"
        rf"any\s+)?(?:{WORD}\s+){{0,2}}?(?:attacks?|aggression)\s+(?:up)?(?:on|"
        rf"against)\b[^.;:{ANCHOR}]{{1,60}}?\b(?:as|to\s+be)\s+(?:an?\s+|one\s+)?(?:attack|"
        rf"aggression)?\s*(?:up)?(?:on|against)\b",
    ),
    entry(
        "defence",
        "act",
        f"{_HITS} & matter business affair concern",
        rf"\b{HIT}\b[^.;:{ANCHOR}]{{0,60}}?\b(?:a\s+matter|the\s+business|an\s+affair|the\s+(?:common\s+"
        rf")?concern)\s+(?:for|of)\b",
    ),
    entry("defence", "act", "one casus", r"\b(?:one\s+for\s+all|all\s+for\s+one|casus\s+foederis)\b"),
    # defence: to help
    entry(
        "defence",
        "act",
        f"{_HELPERS} & another other",
        rf"\b{_TO_HELP}(?:s|ing)?\s+(?:each\s+other|"
        r"one\s+another)\b(?!\s+(?:econom|in\s+(?:econom|trade|cultur)|cultur|technic|develop))",
    ),
    entry(
        "defence",
        "act",
        "defend defen",
        rf"\b(?:defend|defends|defending)\s+(?:it|them|us|him)\b|"
        rf"\b{STATE}+['’]s\s+defen[cs]e\b",
    ),
    entry(
        "defence",
        "act",
        "help aid assist protect support rescue & it them us him",
        rf"\b(?:help|aid|assist|protect|support|rescue)\s+(?:it|them|us|him)\b{_BY}",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        "how whether what & help respond act assist give send take intervene render",
        r"\b(?:how|whether|in\s+what\s+way|what)\s+(?:(?:kind|form|sort)\s+of\s+)?(?:help\s+|aid\s+|"
        r"assistance\s+|action\s+)?"
        r"(?:to|it|they|each)\s+(?:will\s+|would\s+)?(?:helps?|responds?|acts?|assists?|gives?|sends?|takes?|"
        r"intervenes?|renders?)\b",
    ),
    entry(
        "defence",
        "act",
        "action steps measures help assist aid & deem consider think see judge find",
        r"\b(?:such\s+)?(?:action|steps|measures|help|assistance|aid)\s+(?:(?:as|that|which)\s+)?(?:(?:it|they|"
        r"each|this|"
        r"every)\s+)(?:\w+\s+){0,2}?(?:deems?|considers?|thinks?|sees?|judges?|finds?)\b",
    ),
    entry(
        "defence",
        "act",
        "attack aggression & act",
        rf"\bact(?:s|ing)?\s+(?:together\s+|jointly\s+)?(?:against|upon|on|when|if|in\s+case\s+of|"
        rf"in\s+the\s+event\s+of)\s+(?:{WORD}\s+){{0,5}}?(?:attack(?:s|ed)?|aggression)\b",
    ),
    entry(
        "defence",
        "act",
        "other & help assist come act step interven fight",
        r"\b(?:the|all)\s+others?(?:\s+\w+)?\s+(?:\w+ly\s+|must\s+|shall\s+|will\s+|has\s+to\s+|have\s+to\s+|"
        r"to\s+|is\s+to\s+|are\s+to\s+)*"
        r"(?:helps?|assists?|come(?:s)?\s+to\s+(?:its|his|their|the)\s+(?:aid|help|rescue)|acts?\s+(?:against|to)|"
        r"steps?\s+in|intervenes?|fights?)\b",
    ),
    entry(
        "defence",
        "act",
        "com came go rush spring hasten leap race fly hurr & aid help defen assist rescue support side",
        rf"\b(?:com(?:e|es|ing)|came|go(?:es)?|rush(?:es|ing)?|spring|hasten|leap|race|fly|"
        rf"hurry)\s+to\s+(?:{WORD}\s+){{0,4}}?(?:aid|help|defen[cs]e|assistance|rescue|support|side)\b",
    ),
    entry(
        "defence",
        "act",
        "help aid assist support backing succo relief & mutual reciprocal military militarily armed "
        "immediate direct instant automatic "
        "joint",
        rf"\b(?:mutual|reciprocal|military|militarily|armed|immediate|direct|instant|automatic|"
        rf"joint)\b(?:\s+(?:and|or|other|military|armed|mutual|immediate|all|any|kind|of|technical|possible|"
        rf"direct),?){{0,4}}?\s+{HELP}\b",
    ),
    entry(
        "defence",
        "act",
        "help aid assist support backing succo relief & giv gave render lend provi afford furnish suppl "
        "offer receiv owe get send "
        "extend entitled",
        rf"\b(?:give|gives|giving|gave|given|render\w*|lend\w*|provid\w+|provision\s+of|afford\w*|furnish\w*|"
        rf"suppl(?:y|ies|ying)|offer\w*|"
        rf"receiv\w+|owe[sd]?|get|gets|send\w*|extend\w*|entitled\s+to)\s+(?:(?!economic|technical|financial|"
        rf"humanitarian|food|development){WORD}\s+){{0,6}}?{HELP}\b",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        "help aid assist succo",
        rf"\b(?:help|aid|assistance|succou?r)\b,?\s+(?:in\s+(?:case|the\s+event|the\s+face)\s+of|in\s+(?:an|any|"
        rf"such|a|time\s+of)\b|in\s+war\w*|if\b|when\b|once\b|should\b|against\b|to\s+{PARTNER}|for\s+{PARTNER}|"
        rf"with\s+(?:all|every)|by\s+(?:all|every)|from\s+{PARTNER})",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        "help aid assist succo support & owe promis pledg guarantee assur vow",
        rf"\b(?:owe[sd]?|promis\w+|pledg\w+|guarantee\w*|assur\w+|vow\w*)\s+(?:each\s+other|one\s+another)\s+"
        rf"(?:{WORD}\s+){{0,4}}?{HELP}\b",
    ),
    entry(
        "defence",
        "act",
        "against & help aid assist defend protect support",
        rf"\b(?:help|aid|assist\w*|defend|protect\w*|support)\b(?:\s+(?!and\b){WORD}){{0,3}}?\s+against\s+"
        rf"(?:an?\s+|any\s+|the\s+)?"
        rf"(?:{STATE}+|aggress\w+|attack\w*|invasion|enem\w+)",
    ),
    entry(
        "defence",
        "act",
        "help aid assist",
        r"\b(?:help|aid|assistance)\b(?:\s+(?:under|by\s+virtue\s+of)\s+Ψ+)?\s+(?:(?:must|shall|can|may|has\s+"
        r"to|is\s+to|"
        r"is|was|will\s+be)\s+(?:\w+\s+){0,3}?(?:come|given|rendered|provided|sent|owed|due|promised|automatic|"
        r"immediate)"
        r"|comes|follows|flows)\b",
    ),
    entry(
        "defence",
        "act",
        "defend defen fight stand",
        rf"\b(?:defend(?:s|ing)?|fight(?:s|ing)?\s+(?:for|alongside|beside|on\s+the\s+side\s+of)|stand(?:s|"
        rf"ing)?\s+(?:by|up\s+for|shoulder\s+to\s+shoulder\s+with)|in\s+defen[cs]e\s+of|defen[cs]e\s+of|"
        rf"(?:be\s+)?defended\s+by)\s+(?:{PARTNER}|the\s+(?:North|South)\b)",
    ),
    entry(
        "defence",
        "act",
        "help aid assist support back protect rescue shield",
        rf"\b(?:assist(?:s|ing)?|help(?:s|ing)?|aid(?:s|ing)?|support(?:s|ing)?|back(?:s|ing)?|protect(?:s|ing)?|"
        rf"rescue|shield(?:ing)?)\s+{PARTNER}",
        martial=True,
    ),
    # defence: to fight
    entry(
        "defence",
        "act",
        "war finger",
        r"\bdeclar(?:e|es|ing)\s+war\b|\b(?:puts?|finds?|places?)\s+(?:\S+\s+){1,4}?at\s+war\b|\blift\s+a\s+"
        r"finger\b|\b(?:go(?:es|ing)?|march(?:es|ing)?)\s+(?:in)?to\s+war\b|\b(?:is|are|be|"
        r"finds?\s+\w+)\s+(?:\w+ly\s+)?at\s+war\s+(?:too|as\s+well|automatically|itself)\b|\bautomatically\s+"
        r"at\s+war\b",
    ),
    entry(
        "defence",
        "act",
        "fight act intervene respond & oblig bound commit requir compel forc duty has have had must is are",
        rf"\b(?:oblig\w+|bound|commit\w*|requir\w+|compel\w*|forc\w+|duty|has|have|had|must|is|are)\b(?:\s+"
        rf"(?:{STATE}+|{WORD})){{0,6}}?"
        r"\s+(?:to\s+|must\s+)?(?:fight|intervene|respond\s+(?:militarily|in\s+kind|with)|act\s+against)\b",
    ),
    entry(
        "defence",
        "act",
        "join enter arms",
        rf"\b(?:join(?:s|ing)?|enter(?:s|ing)?|wad(?:e|es|ing)\s+in(?:to)?)\s+(?:in\s+)?(?:{WORD}\s+"
        rf"){{0,3}}?(?:wars?|fight|fighting|battle|"
        rf"hostilities|fray)\b|\btak(?:e|es|ing)\s+up\s+arms\b",
    ),
    entry(
        "defence",
        "act",
        "send dispatch despatch commit promis pledg guarante owe soldier troops",
        rf"\b(?:send(?:s|ing(?:\s+of)?)?|dispatch(?:es|ing)?|despatch(?:es|ing)?|commit(?:s|"
        rf"ting)?)\s+(?:{WORD}\s+){{0,4}}?(?:troops?|soldiers?|forces|army|armies|divisions|boys|"
        rf"sailors)\b(?!\s+to\s+(?:be\s+)?station)"
        rf"|\bsend(?:s|ing)?\s+(?:{WORD}\s+)?(?:weapons|arms|tanks)\s+to\s+(?:{WORD}\s+){{0,3}}?(?:{STATE}+|"
        rf"ally|party|partner|"
        r"victim|country)\s+(?:that\s+is\s+|which\s+is\s+)?(?:under\s+attack|attacked|invaded)\b"
        r"|\b(?:promis\w+|pledg\w+|guarantee\w*|owe\w*)\s+(?:\w+\s+){0,3}?(?:troops|soldiers)\b|\b(?:troops|"
        r"soldiers?)\b(?=\s+(?:is|are|was|were)\s+(?:\w+\s+)?(?:promised|pledged|guaranteed|owed)\b)",
    ),
    entry(
        "defence",
        "act",
        "into & war battle fight conflict",
        rf"\b(?:drag|draw|pull|plunge|send|drive|suck|lead|haul|sweep|"
        rf"take)\w*\b[^.;:{ANCHOR}]{{0,50}}?\binto\s+(?:{WORD}\s+){{0,3}}?(?:wars?|battles?|fights?|conflicts?)\b",
    ),
    entry(
        "defence",
        "act",
        "everything weight all forces might & throw put bring commit use using mobili employ",
        r"\b(?:throw|put|bring|commit|use|mobili[sz]e|employ)\w*\s+(?:in\s+)?(?:(?:everything|all)\s+(?:that\s+"
        r")?(?:it|they|each)\s+"
        r"(?:has|have|possess\w*|can)|(?:its|their)\s+(?:full\s+|whole\s+|entire\s+|armed\s+)?(?:weight|might|"
        r"forces)\b)",
        martial=True,
    ),
    entry(
        "defence",
        "act",
        "intervention response retaliation solidarity intervene respond",
        r"\b(?:military|armed)\s+(?:intervention|response|retaliation|solidarity)\b|\bintervene\w*\s+militarily\b|"
        r"\brespond\w*\s+(?:militarily|automatically|jointly|to\s+(?:an?|any)\s+(?:\w+\s+)?attack|with\s+"
        r"(?:armed\s+)?force)\b",
    ),
    entry(
        "defence",
        "act",
        "defen & mutual collective common reciprocal",
        r"\b(?:mutual|collective|common|reciprocal)[\s-]+(?:self-)?defen[cs]e\b(?!\s+(?:pact|treaty|agreement|"
        r"alliance|"
        r"organi|system|capab|industr|plan|council|polic|spend|forc|relation))",
    ),
    entry(
        "defence",
        "act",
        "clause guarant pledge commitment obligation promise duty duties provision & defen assistance "
        "military security alliance "
        "solidarity help aid",
        r"\b(?:duty|obligation|promise|pledge|guarantee|commitment)s?\s+(?:of|to)\s+(?:mutual\s+|military\s+"
        r")?(?:assistance|help|aid)\b|"
        r"\b(?:defen[cs]e|assistance|military|security|alliance|solidarity)\s+(?:clauses?|guarantees?|pledges?|"
        r"commitments?|"
        r"obligations?|promises?|duty|duties|provisions?)\b",
    ),
    entry(
        "defence",
        "act",
        "constitutional meet repel",
        rf"\b(?:(?:act|respond|help)(?:s|ing|ion)?\b(?:\s+{WORD}){{0,6}}?\s+(?:accordance|line|keeping|"
        rf"according|by|under|subject|within|through)\b"
        rf"\s+(?:{WORD}\s+){{0,5}}?constitution(?:al|s)?\b|act(?:s|ing|ion)?\s+to\s+meet|"
        rf"meet(?:s|ing)?\s+(?:{WORD}\s+){{0,3}}?(?:{ATTACK}|dangers?|"
        rf"threat)|(?<!to )repel(?:s|ling)?\s+(?:{WORD}\s+){{0,3}}?{ATTACK})",
    ),
    # consultation
    entry(
        "consultation",
        "act",
        "consult",
        r"\bconsult(?:s|ed|ing|ations?)?\b(?!\s+(?:mechanism|body|group|"
        r"commission|committee))",
    ),
    entry(
        "consultation",
        "act",
        "talks",
        r"(?<=for )talks\b|(?<!peace )(?<!summit )(?<!arms )\btalks\b(?=\s+(?:in\s+the\s+(?:face|event)|in\s+case|"
        r"whenever|when|if|on\s+(?:any\s+)?(?:common\s+)?threats|at\s+once|without)\b)",
    ),
    entry(
        "consultation",
        "act",
        "confer",
        r"\bconfer(?:s|red|ring)?\b(?=\s+(?:with|together|at|immediately|urgently|when|whenever|if|first|once|"
        r"without|among|before)\b|\s*[,.;]|$)",
    ),
    entry(
        "consultation",
        "act",
        "touch contact",
        r"\b(?:get(?:s|ting)?|be|keep|stay|come)\s+in(?:to)?\s+(?:\w+\s+)?(?:touch|contact)\b|\b(?:mak(?:e|es|ing)|"
        r"establish\w*|hold\w*)\s+(?:\w+\s+){0,2}?contacts?\b|"
        r"\bcontact(?:s|ing)?\s+(?:each|one\s+another|the\s+other|without|at\s+once|immediately|in\s+case|"
        r"in\s+the\s+event|with)\b",
    ),
    entry(
        "consultation",
        "act",
        "talk discuss meet deliberat together views counsel table sit",
        r"\b(?:hold|holding|begin|open|enter|start)\w*\s+(?:into\s+)?(?:\w+\s+){0,2}?(?:talks|discussions|"
        r"deliberations)\b|\b(?:talk(?:s|ing)?\s+(?:to|with)\s+(?:each|one|the\s+others?)|talk\s+(?:it|things|"
        r"matters)\s+over|"
        r"talk\s+(?=in\s+case|if|when|first|before|at\s+once|immediately)|discuss\s+(?:the\s+)?(?:threat|matter|"
        r"situation)\s+(?:together|jointly|with)|"
        r"deliberate\s+together|sit(?:s)?\s+down\s+(?:together|with)|"
        r"exchange\s+(?:of\s+)?views|put\s+(?:their|our)\s+heads\s+together|take\s+counsel)\b|"
        r"\b(?:call|bring|summon|gather|convene|get)\w*\s+(?:the\s+|its\s+|all\s+)?(?:\w+\s+)?(?:to|round|"
        r"around)\s+(?:the|one)\s+table\b",
    ),
    # cooperation
    entry(
        "cooperation",
        "act",
        "joint unified common integrated port",
        r"\b(?:joint|unified|common|integrated)\s+(?:\w+\s+)?(?:command|commands|exercises|manoeuvres|maneuvers|"
        r"drills|commission|bodies|body|"
        r"council|planning|patrols)\b|\bport\s+(?:calls|visits)\b",
    ),
    entry(
        "cooperation",
        "act",
        "capacit capabilit self",
        r"\b(?:capacit(?:y|ies)|capabilit(?:y|ies))\s+to\s+(?:resist|deter|repel)\b|\bself-help\b",
    ),
    entry(
        "cooperation",
        "act",
        "cooperation co exchange intelligence",
        r"\b(?:military|military[\s-]+technical|technical|intelligence|economic|"
        r"defen[cs]e)\s+(?:and\s+\w+\s+)?co-?operation\b|\b(?:exchange|sharing)\s+of\s+intelligence\b|"
        r"\bintelligence[\s-]+sharing\b",
    ),
)
"""Help, talks and work together, in the order in which they are tried."""
