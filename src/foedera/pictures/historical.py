"""How states are drawn with the borders of today: what made them, where their capitals lay, who holds what is apart.

The corpus says who administers and claims a place on a day; here is only what the map adds for lack of old borders.
"""

from __future__ import annotations

MADE_OF = {
    "CSK": "CZE SVK",
    "DEU": "DEU kaliningrad",
    "DNK": "DNK ISL",
    "ETH": "ETH ERI:1952-09-15",
    "GBR": "GBR IRL",
    "MYS": "peninsular-malaysia east-malaysia:1963-09-16",
    "PAK": "PAK BGD",
    "COL": "COL PAN",
    "SCG": "SRB MNE XKX",
    "SDN": "SDN SSD",
    "SRB": "SRB XKX",
    "SUN": "RUS UKR BLR MDA EST LVA LTU GEO ARM AZE KAZ UZB TKM KGZ TJK crimea",
    "TWN": "taiwan CHN",
    "YUG": "SVN HRV BIH SRB MNE MKD XKX",
    "austria-hungary": "AUT HUN CZE SVK SVN HRV BIH:1908-10-06",
    "austrian-empire": "AUT HUN CZE SVK SVN HRV",
    "algiers-regency": "DZA",
    "burma-kingdom": "MMR",
    "central-american-federation": "GTM SLV HND NIC CRI",
    "gran-colombia": "COL VEN ECU PAN",
    "joseon-korea": "KOR PRK",
    "madagascar-kingdom": "MDG",
    "montenegro-kingdom": "MNE",
    "nguyen-vietnam": "VNM",
    "qing-china": "CHN MNG taiwan",
    "rhodesia-republic": "ZWE",
    "russian-empire": "RUS UKR BLR LTU LVA EST FIN MDA GEO ARM AZE KAZ crimea",
    "serbia-kingdom": "SRB",
    "soviet-russia": "RUS",
    "tripoli-regency": "LBY",
    "united-arab-republic": "EGY SYR",
}
"""State to the units that made most of it, some from a day on; a state of today is its own unit without being named."""

SUCCESSORS = frozenset(MADE_OF) - {
    "COL", "DEU", "DNK", "ETH", "GBR", "MYS", "PAK", "SDN", "SRB", "TWN",
}  # fmt: skip
"""States of the past that are drawn as countries of today."""

CAPITALS = {
    "DDR": (52.5, 13.4),
    "MCO": (43.7, 7.4),
    "TUV": (-8.5, 179.2),
    "VDR": (21.0, 105.8),
    "YMD": (12.8, 45.0),
    "abkhazia-republic": (43.0, 41.0),
    "artsakh-republic": (39.8, 46.8),
    "baden": (49.0, 8.4),
    "bavaria": (48.1, 11.6),
    "donetsk-republic": (48.0, 37.8),
    "hanover": (52.4, 9.7),
    "hesse-electoral": (51.3, 9.5),
    "hesse-grand-ducal": (49.9, 8.7),
    "luhansk-republic": (48.6, 39.3),
    "mecklenburg-schwerin": (53.6, 11.4),
    "modena": (44.6, 10.9),
    "northern-cyprus-republic": (35.2, 33.4),
    "orange-free-state": (-29.1, 26.2),
    "papal-states": (41.9, 12.5),
    "parma": (44.8, 10.3),
    "prussia": (52.5, 13.4),
    "sardinia": (45.1, 7.7),
    "saxony": (51.1, 13.7),
    "south-african-republic": (-25.7, 28.2),
    "south-ossetia-republic": (42.2, 44.0),
    "south-vietnam": (10.8, 106.7),
    "tibet": (29.7, 91.1),
    "transnistria-republic": (46.8, 29.6),
    "tuscany": (43.8, 11.3),
    "two-sicilies": (40.9, 14.3),
    "wurttemberg": (48.8, 9.2),
    "yemen-arab-republic": (15.4, 44.2),
    "zanzibar": (-6.2, 39.2),
}
"""Latitude and longitude of the capital (or seat) of a state that no unit of today fits."""

NOTES = {
    "DEU": ("Drawn with the borders of today; East Germany is a symbol at its capital.", "1990-10-03"),
    "SUN": (
        "Drawn as the states of today that succeeded it; many did not recognise the annexation of the Baltic states.",
        "",
    ),
    "TWN": ("Drawn with mainland China, as the corpus has one record for the Republic of China.", "1950"),
    "russian-empire": (
        "Drawn as the countries of today that made most of it; Central Asia and Poland are left out.",
        "",
    ),
    "qing-china": ("Drawn as the countries of today that made most of it; land that is Russian today is left out.", ""),
}
"""What a reader must know of how a state is drawn, where more is to be said than the general note; and until when."""

HELD = {
    "ABW": ("Aruba", "NLD"),
    "AIA": ("Anguilla", "GBR"),
    "ALA": ("Åland Islands", "FIN"),
    "ATF": ("French Southern and Antarctic Lands", "FRA"),
    "BES": ("Caribbean Netherlands", "NLD"),
    "BLM": ("Saint Barthélemy", "FRA"),
    "CUW": ("Curaçao", "NLD"),
    "CYM": ("Cayman Islands", "GBR"),
    "GGY": ("Guernsey", "GBR"),
    "HMD": ("Heard and McDonald Islands", "GBR/1947-12-26 AUS"),
    "IMN": ("Isle of Man", "GBR"),
    "JEY": ("Jersey", "GBR"),
    "MAC": ("Macao", "PRT/1999-12-20 CHN"),
    "MAF": ("Saint Martin (French part)", "FRA"),
    "MSR": ("Montserrat", "GBR"),
    "MYT": ("Mayotte", "FRA:1843-06-13/1975-07-06"),
    "NFK": ("Norfolk Island", "GBR/1914-07-01 AUS"),
    "PCN": ("Pitcairn Islands", "GBR"),
    "SGS": ("South Georgia and South Sandwich Islands", ""),
    "SHN": ("Saint Helena", "GBR"),
    "SPM": ("Saint Pierre and Miquelon", "FRA"),
    "SXM": ("Sint Maarten", "NLD"),
    "TCA": ("Turks and Caicos Islands", "GBR"),
    "VGB": ("British Virgin Islands", "GBR"),
    "WLF": ("Wallis and Futuna", "FRA:1887-04-05"),
    "antarctica": ("Antarctica", ""),
    "christmas-and-cocos": ("Christmas and Cocos Islands", "GBR/1955-11-23 AUS"),
    "siachen": ("Siachen Glacier", ""),
    "somaliland": ("Somaliland", "SOM/1991-05-18"),
    "western-sahara": ("Western Sahara", "ESP:1884-12-26/1976-02-26"),
}
"""Units that are no state and no place of the corpus: their name, and ``STATE:since/until`` for who holds them."""

APART = {
    "MYT": ("1975-07-06", "Administered by France, claimed by the Comoros."),
    "SGS": ("1927-01-01", "Administered by the United Kingdom, claimed by Argentina too."),
    "siachen": ("1947-08-15", "Part of the dispute between India and Pakistan about Kashmir."),
    "somaliland": ("1991-05-18", "Declared itself independent of Somalia, which claims it."),
    "western-sahara": ("1976-02-26", "Claimed by Morocco and by the Sahrawi Arab Democratic Republic."),
}
"""Units in dispute of which the corpus has no record: since when, and what is said of them."""

NEUTRAL = frozenset({"crimea", "diego-garcia", "falklands", "hong-kong", "kuril", "northern-cyprus"})
"""Places that are drawn in no state's colour while more than one holds or claims them.

Other disputed places are marked by a symbol alone: the map has no area for them, or the claim is to a part of it, or
(Taiwan) the unit is the whole territory of a state on record.
"""

PLACE_OF = {"DZA": "algeria-departments"}
"""Units of which the corpus speaks, for a time, under the id of a place."""
