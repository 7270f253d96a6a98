"""Documents of other sites: what settles that a citation means one of them."""

from plugins.domain import citations, peers
from plugins.domain.peers import Elsewhere
from tests.domain.sample import WORDS, record


def one(printed: str = "45-KH/TĐTN", organ: str = "Tỉnh đoàn Bên", level: str = "province", date: str = "2026-03-12") -> Elsewhere:
    cited = citations.find(f"Kế hoạch {printed}")[0]
    key = citations.key(cited.number, None, cited.symbol)
    return Elsewhere(key, f"Kế hoạch {printed}", f"https://ben.example/{organ}/{date}/", organ, level, date, "Bên")


def meant(text: str, *found: Elsewhere, organs: set[str] | None = None) -> Elsewhere | None:
    return peers.meant(citations.find(text)[0], peers.lookup(found), organs or set())


def test_the_very_day_settles():
    """Number and day together mean the document of that day."""
    assert meant("Kế hoạch số 45-KH/TĐTN ngày 12/3/2026", one(), one(date="2025-03-12")) == one()


def test_a_number_alone_is_no_identity():
    """Every province has a plan 45: without day, organ or central level nothing is meant."""
    assert meant("Kế hoạch 45-KH/TĐTN", one()) is None
    assert meant("Kế hoạch 45-KH/TĐTN ngày 13/3/2026", one()) is None


def test_an_organ_that_the_record_speaks_of_settles():
    """A record of that very organ means its document; two that fit mean none."""
    organs = peers.organs_of(record("van-ban/2026/a", cơ_quan="Tỉnh đoàn Bên"), WORDS)
    assert meant("Kế hoạch 45-KH/TĐTN", one(), organs=organs) == one()
    assert meant("Kế hoạch 45-KH/TĐTN", one(), one(date="2026-05-01"), organs=organs) is None


def test_the_central_level_is_one():
    """There is one central body: its number is enough."""
    central = one("08-KL/TWĐTN", "Trung ương Đoàn", "central", "2018-04-01")
    assert meant("Kết luận 08-KL/TWĐTN", central) == central
