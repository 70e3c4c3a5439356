"""The data sets that foedera reads: who publishes them where, under which terms, and how they are cited.

The addresses are the data projects' own. ``checked`` says how far an address could be checked when it was written
down; no file was downloaded from it then, so that no release has a SHA-256 from the address itself.
"""

from __future__ import annotations

from foedera.datasets.dataset import Dataset, Release

_COW = "https://correlatesofwar.org"
_SEVERAL = "several public programs download the file from this address; not downloaded by us"
_ONE = "one public program names this address; not downloaded by us"
_COW_TERMS = "Free to use with citation, as the Correlates of War Project asks; not redistributed by foedera."

_ATOP = Dataset(
    id="atop",
    title="Alliance Treaty Obligations and Provisions (ATOP), member level",
    about="one row per alliance, phase and member: days, kinds of obligation, conditions",
    publisher="ATOP Project, Rice University",
    page="http://www.atopdata.org/data.html",
    terms="Free download, to be cited; foedera found no licence stated and does not redistribute it.",
    citation=(
        'Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell, and Andrew G. Long. 2002. "Alliance Treaty '
        'Obligations and Provisions, 1815-1944." International Interactions 28(3): 237-260.'
    ),
    year=2002,
    bibtex=(
        "article",
        (
            ("author", "Leeds, Brett Ashley and Ritter, Jeffrey M. and Mitchell, Sara McLaughlin and Long, Andrew G."),
            ("title", "Alliance Treaty Obligations and Provisions, 1815-1944"),
            ("journal", "International Interactions"),
            ("year", "2002"),
            ("volume", "28"),
            ("number", "3"),
            ("pages", "237--260"),
            ("doi", "10.1080/03050620213653"),
        ),
    ),
    releases=(
        Release(
            "5.1",
            "atop5_1m.csv",
            "http://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip",
            ("atop_5.1__.csv_.zip",),
            _SEVERAL,
            versions=("5.1",),
        ),
        Release(
            "4.01",
            "atop4_01m.csv",
            versions=("4.01",),
            copies=(("37533634acbba64af9b900425fad50fcecb69f4a80f9f1d22d9847911bf21e40", "the project's test copy"),),
        ),
        Release("3.0", "atop3_0m.csv", versions=("3", "3.0")),
    ),
)
_IWD = Dataset(
    id="iwd",
    title="Interstate War Data (IWD)",
    about="one row per war, year, initiator and target, with days, joiners, adversaries and allies",
    publisher="Dan Reiter, Allan C. Stam and Michael C. Horowitz",
    page="https://doi.org/10.7910/DVN/WGS1YX",
    terms="CC0 1.0 as deposited on Harvard Dataverse (version 1.21); cite it all the same.",
    citation=(
        'Reiter, Dan, Allan C. Stam, and Michael C. Horowitz. 2016. "A Revised Look at Interstate Wars, 1816-2007." '
        "Journal of Conflict Resolution 60(5): 956-976."
    ),
    year=2016,
    bibtex=(
        "article",
        (
            ("author", "Reiter, Dan and Stam, Allan C. and Horowitz, Michael C."),
            ("title", "A Revised Look at Interstate Wars, 1816-2007"),
            ("journal", "Journal of Conflict Resolution"),
            ("year", "2016"),
            ("volume", "60"),
            ("number", "5"),
            ("pages", "956--976"),
            ("doi", "10.1177/0022002714553107"),
        ),
    ),
    releases=(
        Release(
            "1.21",
            "iwd-1.21.tab",
            "https://dataverse.harvard.edu/api/access/datafile/5118363",
            None,
            _ONE,
            versions=("1.21",),
        ),
        Release(
            "1.1",
            "iwd-1.1.csv",
            versions=("1.1",),
            copies=(("9990294aed85a9d26387f837007633d269b582c1f2305b2deffba027dee05821", "the project's test copy"),),
        ),
    ),
)
_COW_STATES = Dataset(
    id="cow-states",
    title="State System Membership (Correlates of War)",
    about="one row per state and spell of membership in the state system, with days",
    publisher="Correlates of War Project",
    page=f"{_COW}/data-sets/state-system-membership/",
    terms=_COW_TERMS,
    citation=(
        f'Correlates of War Project. "State System Membership List." Online, {_COW}/data-sets/state-system-membership/.'
    ),
    year=2024,
    bibtex=(
        "misc",
        (
            ("author", "{Correlates of War Project}"),
            ("title", "State System Membership List"),
            ("url", f"{_COW}/data-sets/state-system-membership/"),
        ),
    ),
    releases=(
        Release(
            "2024",
            "statelist2024.csv",
            f"{_COW}/wp-content/uploads/States2024.zip",
            ("States2024.zip",),
            _SEVERAL,
            versions=("2024",),
        ),
        Release(
            "2016",
            "states2016.csv",
            f"{_COW}/wp-content/uploads/states2016.csv",
            None,
            _SEVERAL,
            versions=("2016",),
            copies=(("e3c5cae0e12ec4e3efec2198f29af3b3411f7667cf5e1785c0131bca3bd799f5", "the project's test copy"),),
        ),
    ),
)
_GW_STATES = Dataset(
    id="gw-states",
    title="List of Independent States (Gleditsch and Ward)",
    about="one row per state and spell of independence, with days",
    publisher="Kristian S. Gleditsch and Michael D. Ward",
    page="http://ksgleditsch.com/statelist.html",
    terms="Openly published, to be cited; foedera found no licence stated and does not redistribute it.",
    citation=(
        'Gleditsch, Kristian S., and Michael D. Ward. 1999. "Interstate System Membership: A Revised List of the '
        'Independent States since 1816." International Interactions 25(4): 393-413.'
    ),
    year=1999,
    bibtex=(
        "article",
        (
            ("author", "Gleditsch, Kristian S. and Ward, Michael D."),
            ("title", "Interstate System Membership: A Revised List of the Independent States since 1816"),
            ("journal", "International Interactions"),
            ("year", "1999"),
            ("volume", "25"),
            ("number", "4"),
            ("pages", "393--413"),
            ("doi", "10.1080/03050629908434958"),
        ),
    ),
    releases=(
        Release("7", "ksgmdw.txt", "http://ksgleditsch.com/data/ksgmdw.txt", None, _SEVERAL),
        Release(
            "to 2017",
            "iisystem.dat",
            copies=(("dc1eb7554ac48f63ea7010dadc5674c7f4a1ce7e9453eef7ef281554a67bbb50", "the project's test copy"),),
        ),
    ),
)
_NMC = Dataset(
    id="nmc",
    title="National Material Capabilities (Correlates of War)",
    about="one row per state and year: six components of capability and their index (CINC)",
    publisher="Correlates of War Project",
    page=f"{_COW}/data-sets/national-material-capabilities/",
    terms=_COW_TERMS,
    citation=(
        'Singer, J. David. 1987. "Reconstructing the Correlates of War Dataset on Material Capabilities of States, '
        '1816-1985." International Interactions 14(2): 115-132.'
    ),
    year=1987,
    bibtex=(
        "article",
        (
            ("author", "Singer, J. David"),
            (
                "title",
                "Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816-1985",
            ),
            ("journal", "International Interactions"),
            ("year", "1987"),
            ("volume", "14"),
            ("number", "2"),
            ("pages", "115--132"),
        ),
    ),
    releases=(
        Release(
            "7.0",
            "NMC-70-abridged.csv",
            f"{_COW}/wp-content/uploads/NMCv7.zip",
            ("NMCv7.zip", "NMC-v7-abridged.zip"),
            _SEVERAL,
            versions=("7", "7.0"),
            copies=(("c0c5b9afa095d74837151366c7d828c0cd075a4b699f6e1c4e1919bef52beb37", "the project's test copy"),),
        ),
        Release("6.0", "NMC-60-abridged.csv", versions=("6", "6.0", "2021")),
    ),
)
_COW_WARS = Dataset(
    id="cow-wars",
    title="Inter-State War Data (Correlates of War)",
    about="one row per war and participant with days and sides, or per war, directed pair and year",
    publisher="Correlates of War Project",
    page=f"{_COW}/data-sets/cow-war/",
    terms=_COW_TERMS,
    citation="Sarkees, Meredith Reid, and Frank Whelon Wayman. 2010. Resort to War: 1816-2007. Washington: CQ Press.",
    year=2010,
    bibtex=(
        "book",
        (
            ("author", "Sarkees, Meredith Reid and Wayman, Frank Whelon"),
            ("title", "Resort to War: 1816-2007"),
            ("publisher", "CQ Press"),
            ("address", "Washington, DC"),
            ("year", "2010"),
        ),
    ),
    releases=(
        Release(
            "4.0",
            "Inter-StateWarData_v4.0.csv",
            f"{_COW}/wp-content/uploads/Inter-StateWarData_v4.0.csv",
            None,
            _SEVERAL,
            versions=("4", "4.0"),
            columns=("cowinterongoing",),
            copies=(("5919820e55e04a0f10da71cfbd2e42e75909186b2a07262a7f9b6f5194cfea1b", "the project's test copy"),),
        ),
    ),
)
DATASETS: dict[str, Dataset] = {one.id: one for one in (_ATOP, _IWD, _COW_STATES, _GW_STATES, _NMC, _COW_WARS)}
REFUSED: dict[str, tuple[str, str]] = {
    "cow-alliances": (
        "foedera does not import the COW Formal Alliances data: their maintainer asks that software not repackage them",
        "use ATOP instead: foedera data fetch atop, or foedera import atop FILE",
    )
}
"""Data sets that are not imported: the reason, and what to do."""
