"""One address of every kind of page."""

KURSK = "/ask?actor=UKR&target=RUS&on=2024-12-10&at=kursk"
POLAND = "/map?actor=RUS&target=POL&on=2025-01-01"
LAPSE = "/what-if?actor=KOR&target=PRK&on=2025-06-01&without=chn-prk-1961"
PAGES = {
    "home": "/",
    "ask": "/ask",
    "answer": KURSK,
    "answer-switched": f"{KURSK}&assume=self_defence:false",
    "answer-one-state": f"{KURSK}&obligor=PRK",
    "refused": "/ask?actor=Ruritania&target=RUS&on=2024-12-10",
    "map-form": "/map",
    "map": POLAND,
    "map-area": "/map/area/north-atlantic-1949/5?on=2025-01-01",
    "map-treaty": "/map/treaty/warsaw-1955?on=1970-01-01",
    "what-if": LAPSE,
    "network": "/network?on=1962-10-16",
    "treaties": "/treaties",
    "treaty": "/treaties/rus-prk-2024?on=2024-12-10",
    "treaty-large": "/treaties/north-atlantic-1949?on=2025-01-01",
    "clause": "/treaties/rus-prk-2024/4?on=2024-12-10",
    "states": "/states",
    "states-next": "/states?page=2",
    "states-beyond": "/states?page=99",
    "state": "/states/PRK?on=2024-12-10",
    "place": "/places/crimea",
    "places": "/places",
    "event": "/events/korean-war-1950",
    "events": "/events",
    "cases": "/cases",
    "official": "/officials",
    "sources": "/sources",
    "doctrine": "/doctrine",
    "compare": "/compare?clause=rus-prk-2024/4&clause=chn-prk-1961/2&clause=north-atlantic-1949/5",
    "corpus": "/corpus/corpus/instruments/rus-prk-2024.yaml",
    "search": "/search?q=north+korea",
    "search-nothing": "/search?q=zzzzzzzz",
    "read": "/read",
    "scenario": "/scenario",
    "wars": "/wars",
    "data": "/data",
    "about": "/about",
    "api": "/api",
    "missing": "/nowhere",
}
"""Name to path; ``refused`` and ``missing`` are answered with an error status."""
ERRORS = {"refused": 400, "missing": 404, "states-beyond": 404}
