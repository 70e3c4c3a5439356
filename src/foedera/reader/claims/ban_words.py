"""English for what is not to be done, what may be done, and sanctions; in the order in which they are tried."""

from __future__ import annotations

from foedera.reader.claims.duty_parts import (
    AGAINST,
    ANCHOR,
    FOE,
    GOODS,
    GROUP,
    HELP,
    NUCLEAR,
    ORGAN,
    PARTNER,
    TROOPS,
    WORD,
    Content,
    entry,
)

_FOES = "aggress attack assailant invader"
_HELPS = "help aid assist support back succo relief suppl abet arm sid reinforc anything whatever"
_GROUPS = (
    "allianc bloc block coalition pact treat agreement group union camp accord deal engagement arrangement "
    "combination "
    "undertaking measure sanction"
)
_LAND = "territor soil base airspace port land water"
_GOODS = (
    "arms weapon tank missile combat crude refined aviation oil petroleum fuel kerosene coal iron ore lead "
    "seafood fish textile clothing garment luxur export import joint worker labo gas condensate statue "
    "helicopter vessel ship machinery vehicle metal steel copper nickel silver zinc gold titanium vanadium "
    "rare cargo asset fund account bank insurance bunkering trade deliver suppl sale purchase food wood timber "
    "earning travel"
)
_ARMS = "nuclear atomic bomb warhead"

BANS: tuple[Content, ...] = (
    # neutrality
    entry(
        "neutrality",
        "banned",
        f"{_FOES} & {_HELPS}",
        rf"\b(?:help(?:s|ing)?|aid(?:s|ing)?|assist(?:s|ing|ance)?|support(?:s|ing)?|supply(?:ing)?|supplies|"
        rf"abet(?:ting)?|arm(?:s|ing)?|back(?:s|ing)?|"
        rf"side\s+with|siding\s+with|reinforc\w+)\b\s+(?:of\s+any\s+kind\s+|whatever\s+|"
        rf"whatsoever\s+)?(?:to\s+|for\s+|of\s+)?(?:{FOE}(?!['’]s\s+victim)|(?:an?|any|the|whoever|whichever)\s+"
        rf"(?:\w+\s+)?"
        r"(?:(?:that|which|who)\s+)?attacks\s)",
    ),
    entry("neutrality", "banned", f"{_FOES} & {_HELPS}", rf"\b{HELP}\b(?:\s+{WORD}){{1,6}}?\s+(?:to|for)\s+{FOE}"),
    entry(
        "neutrality",
        "banned",
        f"{_FOES} & {_HELPS}",
        rf"\b(?:{HELP}|anything|whatever|assist\w*)\s+(?:that|which|to\s+(?:an?|any|the)\s+\w+\s+(?:that|which))\s+"
        rf"(?:{WORD}\s+){{0,6}}?(?:aggress(?:or|ion)|attacker|attacks)\b",
    ),
    entry(
        "neutrality",
        "banned",
        f"{_FOES} & {_HELPS}",
        rf"\b(?:giv\w+|gave|lend\w*|render\w*|provid\w+|grant\w*|offer\w*)\s+{FOE}\s+(?:{WORD}\s+){{0,4}}?{HELP}\b",
    ),
    entry(
        "neutrality",
        "act",
        "neutral",
        r"\b(?:stay|remain|keep|be|observ|maintain|preserv)\w*\s+(?:\w+\s+)?neutral(?:ity)?\b|"
        r"\bneutrality\b(?!\s+(?:law|of\s+(?:Austria|Switz)))",
    ),
    entry(
        "neutrality",
        "act",
        "aside out sidelines",
        r"\b(?:stand(?:s|ing)?\s+aside|stay(?:s|ing)?\s+on\s+the\s+sidelines|stay(?:s|ing)?\s+out\s+of\s+"
        r"(?:\w+\s+){0,2}(?:war|fight|conflict))\b",
    ),
    # the Security Council
    entry(
        "diplomatic_assistance",
        "act",
        "council & seek sought turn appeal bring brought tak took refer rais go went call ask convok conven "
        "approach petition "
        "address demand urg",
        rf"\b(?:seek|sought|turn|appeal|bring|brought|tak(?:e|es|ing)|took|refer|rais|go(?:es)?|went|call|ask|"
        rf"convok|conven|approach|petition|address|demand|urg)\w*\b[^.;:{ANCHOR}]{{0,50}}?"
        rf"(?:Security\s+Council|{ORGAN}+)",
    ),
    # territory
    entry(
        "territory_denial",
        "banned",
        _LAND,
        r"\b(?:territor(?:y|ies)|soil|bases?|airspace|ports|land|waters)\b[^.;:]{0,40}?\b(?:us(?:e|ed)|serve|"
        r"become|turned|misused|abused|made\s+available|placed\s+at|lent|act)\b[^.;:]{0,40}?"
        r"\b(?:against|for\s+(?:an?\s+)?(?:attacks?|aggression|acts|hostil\w+)|to\s+(?:attack|harm|undermine)|"
        r"at\s+the\s+disposal|disposal|springboard|staging|launch\w*|by\s+(?:a\s+)?third)",
    ),
    entry(
        "territory_denial",
        "banned",
        _LAND,
        r"\b(?:let(?:s|ting)?|allow(?:s|ing)?|permit(?:s|ting)?|mak(?:e|ing)|put(?:ting)?|open(?:ing)?|us(?:e|"
        r"ing)|lend(?:ing)?|offer(?:ing)?|giv(?:e|ing)|plac(?:e|ing)|grant(?:ing)?|tolerat\w+)\b"
        r"[^.;:]{0,60}?\b(?:territor(?:y|ies)|soil|bases?|airspace|land)\b[^.;:]{0,60}?"
        r"\b(?:against|for\s+(?:an?\s+)?(?:attacks?|aggression|hostil\w+)|attack|harm|undermine|damag\w+|"
        r"disposal|third\s+(?:stat|part|countr|power)\w+|(?:to|by)\s+(?:the\s+)?enem\w+)",
    ),
    entry(
        "territory_denial",
        "act",
        _LAND,
        r"\b(?:shut|clos)\w*\b[^.;:]{0,40}?\b(?:territory|soil|bases|airspace|ports)\b|\b(?:territory|soil|bases|"
        r"airspace|ports)\b\s+(?:\w+\s+){0,2}?(?:shut|closed)\s+to\b",
    ),
    entry(
        "territory_denial",
        "banned",
        "third",
        r"\bthird\s+(?:states?|part(?:y|ies)|countr(?:y|ies)|powers?)\b[^.;:]{0,40}?\b(?:use|using|operate|act|"
        r"attack)\w*\b[^.;:]{0,30}?\b(?:its|their)\s+(?:territory|soil|bases|airspace)\b",
    ),
    # hostile agreements
    entry(
        "no_hostile_agreement",
        "banned",
        f"{_GROUPS} & against aim direct hostile harm odds incompatible target contrary conflict damag "
        "prejudic detriment "
        "inimical threaten whose",
        r"\b(?:join|enter|tak(?:e|es|ing)\s+part|participat\w+|conclud\w+|sign|acced\w+|adher\w+|belong|"
        r"be(?:ing|come)?\s+(?:an?\s+)?(?:part|party|member)|mak(?:e|es|ing)|set(?:ting)?\s+up|ent(?:er)?|"
        r"membership)\w*\b"
        rf"[^.;:{ANCHOR}]{{0,70}}?\b{GROUP}\b(?:(?!\sand\s)[^.;:{ANCHOR}]){{0,40}}?\b{AGAINST}\b",
    ),
    entry(
        "no_hostile_agreement",
        "banned",
        f"{_GROUPS} & against aimed direct hostile target harmful contrary odds",
        rf"\b(?:military\s+|political\s+|armed\s+)?{GROUP}\s+(?:with\s+(?:{WORD}\s+){{1,3}}?)?(?:(?:that|"
        rf"which)\s+(?:is|are|"
        rf"would\s+be)\s+)?(?:against|aimed\s+(?:at|against)|directed\s+(?:against|at)|hostile\s+to|targeting|"
        rf"harmful\s+to|turned\s+against|at\s+odds\s+with|contrary\s+to)\s+(?:{PARTNER}|them\b|it\b|its\b|"
        rf"either\b|the\b)",
    ),
    entry(
        "no_hostile_agreement",
        "banned",
        "hostile enemy opposing rival other gang team",
        r"\b(?:hostile|enemy|opposing|rival|other)\s+(?:\w+\s+)?(?:alliances?|blocs?|coalitions?|pacts?|treaties|"
        r"groupings?|camps?)\b|\bgang(?:s|ing)?\s+up\b|\bteam(?:s|ing)?\s+up\s+with\b[^.;:]{0,40}?\b(?:enem\w+|"
        r"against)",
    ),
    entry(
        "no_hostile_agreement",
        "banned",
        "allianc bloc coalition",
        r"\b(?:join|enter)(?:s|ing)?\s+(?:into\s+)?(?:\w+\s+){0,3}(?:alliances?|blocs?|coalitions?)\b",
    ),
    # nuclear weapons
    entry(
        "nonproliferation",
        "banned",
        _ARMS,
        rf"\b(?:acquir|seek|sought|mak|manufactur|develop|possess|build|produc|transfer|receiv|obtain|spread|"
        rf"hand|pass|get|own|hold|shar|test|go|going|way\s+to|road\s+to|path\s+to|"
        rf"door\s+to)\w*\b[^.;:{ANCHOR}]{{0,50}}?"
        rf"\b{NUCLEAR}",
    ),
    entry(
        "nonproliferation",
        "banned",
        "nuclear",
        rf"\bnuclear(?:-weapon)?\s+(?:powers|states)\b[^.;:]{{0,80}}?\b(?:hand|transfer|pass|giv|shar)\w*\s+"
        rf"(?:over\s+)?(?:{WORD}\s+){{0,2}}?"
        r"(?:warheads|weapons|arms|bombs)\b",
    ),
    entry(
        "nonproliferation",
        "banned",
        "nuclear ballistic missile",
        r"\bnuclear\s+(?:tests?|testing|explosions?)\b|\bballistic[\s-]+missile\b|\bmissile\s+(?:launch\w*|"
        r"tests?)\b",
    ),
    entry(
        "nonproliferation",
        "act",
        _ARMS,
        rf"\b(?:renounc|giv\w*\s+up|abandon|dismantl|forswear|forgo)\w*\s+(?:{WORD}\s+){{0,4}}?(?:{NUCLEAR}|"
        rf"nuclear\s+program\w*)",
    ),
    entry(
        "nonproliferation",
        "act",
        "nuclear proliferation nonproliferation denuclear accept safeguards",
        r"\b(?:nuclear[\s-]+free|non-?proliferation|denucleari[sz]\w+|(?:nuclear|IAEA)\s+safeguards|"
        r"safeguards\s+(?:by|of|from|are|were)\b|"
        r"accept\w*\s+(?:\w+\s+)?safeguards)\b",
    ),
    # force
    entry(
        "nonaggression",
        "act",
        "refrain",
        rf"\brefrain\w*\s+from\b[^.;:{ANCHOR}]{{0,60}}?\b(?:force|war|attack\w*|violence|aggression|threat\w*|"
        rf"coercion|hostil\w+)\b",
    ),
    entry(
        "nonaggression",
        "act",
        "aggression nonaggression first non inviolab",
        r"\bnon-?aggression\b(?!\s+(?:pact|treaty))|\bno[\s-]+first[\s-]+use\b|\bnon-use\s+of\s+force\b|"
        r"\binviolab\w+",
    ),
    entry(
        "nonaggression",
        "act",
        "war force violence aggression & renounc renunciat outlaw condemn forsw foresw swear swore abjur "
        "abandon repudiat giv gave",
        r"\b(?:renounc|renunciat|outlaw|condemn|forswear|forswore|foreswear|swear\w*\s+off|swore\s+off|abjur|"
        r"abandon|repudiat|giv\w+\s+up|"
        r"gave\s+up)\w*\b[^.;:]{0,40}?\b(?:war|force|violence|aggression)\b(?!s)",
    ),
    entry(
        "nonaggression",
        "act",
        "war force & renounced outlawed forsworn given condemned abjured abandoned",
        r"\b(?:war|force)\b[^.;:]{0,60}?\b(?:renounced|outlawed|forsworn|given\s+up|condemned|abjured|abandoned)\b",
    ),
    entry(
        "nonaggression",
        "act",
        "respect",
        r"(?<!with )(?<!in )\brespect(?:s|ed|ing)?\s+(?:for\s+)?[^.;:]{0,50}?\b(?:sovereignty|borders?|frontiers?|"
        r"territorial\s+integrity|independence|boundar\w+)\b",
    ),
    entry(
        "nonaggression",
        "act",
        "peace without negotiation amicabl",
        r"\b(?:settl|resolv|solv)\w*\s+[^.;:]{0,60}?\b(?:peaceful\w*|peaceably|without\s+force|by\s+negotiation|"
        r"amicabl\w+)\b|\bpeaceful(?:ly)?\s+(?:settle|resol|solv)\w+",
    ),
    entry(
        "nonaggression",
        "banned",
        "force",
        rf"\b(?:us(?:e|es|ed|ing)|threat(?:en\w*)?|resort\w*|recourse|employ\w*|appl(?:y|"
        rf"ication))\b(?:\s+(?!force\b){WORD}){{0,6}}?\s+force\b(?!s)",
    ),
    entry(
        "nonaggression",
        "banned",
        "force",
        rf"\bforce\s+(?:{WORD}\s+){{0,4}}?(?:between|among|against)\s+(?:{PARTNER}|them(?:selves)?\b|both\b|"
        rf"members\b)|\bforce\s+(?:\w+\s+){{0,2}}be\s+used\b",
    ),
    entry(
        "nonaggression",
        "banned",
        "attack invad assault threat war",
        rf"\b(?:attack(?:s|ing)?|invad(?:e|es|ing)|assault(?:ing)?|threaten(?:ing)?|mak(?:e|ing)\s+war\s+(?:on|"
        rf"against)|wag(?:e|ing)\s+war\s+(?:on|against)|go(?:ing)?\s+to\s+war\s+(?:with|against))\s+{PARTNER}",
    ),
    entry(
        "nonaggression",
        "banned",
        _ARMS,
        rf"\b(?:first\s+(?:to\s+)?use|us(?:e|es|ing))\s+(?:of\s+)?{NUCLEAR}\s+(?:first|against)|"
        rf"\bfirst\s+(?:to\s+)?(?:use|strike)\w*\s+(?:of\s+|with\s+)?{NUCLEAR}",
    ),
    entry(
        "nonaggression",
        "banned",
        "economic",
        r"\b(?:economic\w*\s+(?:coerci\w+|pressure|blackmail|arm-twisting)|coerc\w+\b[^.;:]{0,40}?\beconomic\w*)",
    ),
    entry("nonaggression", "banned", "hostil", r"\b(?:hostile\s+acts?|hostilities|acts\s+of\s+hostility)\b"),
    entry(
        "restraint_of_force",
        "banned",
        "artillery live field large fly reconnaissance aircraft",
        r"\b(?:artillery|live[\s-]fire|live|field|large)\s+(?:\w+\s+)?(?:drills?|exercises?|manoeuvres|"
        r"maneuvers|firing|"
        r"training)\b|\bno-fly\s+zones?\b|\breconnaissance\s+flights?\b|\baircraft\s+away\b",
    ),
    # permissions
    entry(
        "permission",
        "allowed",
        "station plac dispos bas deploy quarter host garrison keep kept maintain position presence stay remain & "
        "troop force soldier arm garrison unit base missile airmen fleet navy warship servicemen contingent object "
        "site installation",
        rf"\b(?:station|plac|dispos|bas(?:e|es|ed|ing)\b|deploy|quarter|host|garrison|keep|maintain|position|"
        rf"presence)\w*\b(?:\s+{WORD}){{0,6}}?\s+{TROOPS}\b|\b{TROOPS}\b\s+(?:\w+\s+){{0,3}}(?:be\s+|are\s+"
        rf")?(?:stationed|"
        rf"based|placed|deployed|garrisoned|kept|stay|remain)\b",
    ),
    entry(
        "permission",
        "allowed",
        "bases facilit ports airfield airbase harbo",
        r"\buse(?:s|d)?\s+(?:of\s+)?(?:\w+\s+){0,3}?(?:bases|facilities|ports|airfields|airbases|harbou?rs)\b",
    ),
    entry("permission", "allowed", _ARMS, rf"\b(?:use|employ\w*|resort\s+to)\b(?:\s+{WORD}){{0,3}}?\s+{NUCLEAR}"),
    entry("permission", "allowed", "used", rf"\b(?:garrison|{TROOPS})\b(?:\s+{WORD}){{0,3}}?\s+be\s+used\b"),
    entry(
        "permission",
        "allowed",
        f"{_ARMS} & used employed",
        rf"\b{NUCLEAR}\s+(?:\S+\s+){{0,6}}?(?:may|can|might)\s+be\s+(?:used|employed)\b",
    ),
    entry(
        "permission",
        "right",
        "defen defend self",
        r"\bself-?defen[cs]e\b[^.;:]{0,60}?\b(?:lawful|legal|allowed|permitted)\b|\b(?:inherent\s+"
        r")?right\b(?:\s+[^\s.;:]+){0,10}?\s+(?:self-?\s?defen[cs]e|(?:to\s+)?defend\s+(?:itself|"
        r"themselves))\b|\bmay\s+(?:\w+\s+)?defend\s+(?:itself|themselves)\b|\bright\s+of\s+(?:\w+\s+"
        r"){0,5}self-?\s?defen[cs]e\b",
    ),
    # sanctions
    entry(
        "sanction",
        "act",
        "embargo freez freeze travel asset arms",
        r"\b(?:arms\s+embargo|asset[s]?\s+freeze|travel\s+bans?|freez\w+\s+(?:the\s+)?(?:assets|funds|accounts)|"
        r"embargo\w*)\b",
    ),
    entry("sanction", "restricted", _GOODS, rf"\b{GOODS}\b"),
)
"""No help for an aggressor, no hostile blocs, no nuclear weapons, no force; troops and bases; sanctions."""
