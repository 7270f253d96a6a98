"""The lists of models: by what they are sorted, where they lead, what stays light where there are many keys."""

from dataclasses import replace

from plugins import showcase, syndication
from plugins.domain.dates import read
from plugins.domain.parts import Period, Pilot, Replication
from plugins.showcase import catalogue
from tests.plugins.small_site import build, model, rendered, written


def practice(slug: str, value: int | None = None, **more):
    """A model that so many communes took over."""
    spread = () if value is None else (Replication("commune", value, read("2022")),)
    return replace(model(f"mo-hinh/{slug}", replication=spread), title=slug, **more)


def titles(made, address: str) -> list[str]:
    """The models of a list as its page shows them."""
    return [card.title for card in written(showcase.ADAPTER, made)[address].view().cards]


def test_the_widest_reach_stands_first():
    """All models and every list by a facet are sorted by reach, and say so; the newest have a list of their own."""
    made = build(practice("a", 9, date=read("2026-03-03")), practice("b", 117), practice("c"), practice("d", pilot=Pilot("", 30)))
    assert titles(made, "/mo-hinh/") == titles(made, "/mo-hinh/linh-vuc/xay-dung-doan/") == ["b", "d", "a", "c"]
    assert titles(made, "/mo-hinh/moi-nhat/")[0] == "a"
    page = rendered(made, written(showcase.ADAPTER, made)["/mo-hinh/trang-thai/thi-diem/"])
    assert "Xếp theo độ lan tỏa: con số lớn nhất trong “nhân rộng”" in page and "117 cơ sở" in page


def test_a_model_leads_to_the_lists_that_it_is_in():
    """What stands at a glance leads to the lists by it; each of them is there, with a feed in two forms."""
    made = build(practice("a", 12, audience=("Chi đoàn xã",), period=Period(read("2019-02"))))
    pages, feeds = written(showcase.ADAPTER, made), written(syndication.ADAPTER, made)
    led = {link.href.removeprefix("/tre") for fact in pages["/mo-hinh/a/"].view().facts for link in fact.values if "/mo-hinh/" in link.href}
    assert led == {
        "/mo-hinh/linh-vuc/xay-dung-doan/", "/mo-hinh/doi-tuong/chi-doan-xa/", "/mo-hinh/dia-ban/tinh-xua/",
        "/mo-hinh/trang-thai/thi-diem/", "/mo-hinh/nam/2019/", "/mo-hinh/quy-mo/tu-10-noi/",
    }  # fmt: skip
    for address in led:
        feed = pages[address].view().feed.href.removeprefix("/tre")
        assert feed in feeds and feed.replace(".xml", ".json") in feeds and feed.startswith("/rss/mo-hinh-")


def test_many_keys_have_a_page_of_their_own():
    """Of many audiences the showcase shows those of most models and leads to all of them; lists by one do not repeat the others."""
    many = [practice(f"m{n}", n, audience=(f"Nhóm {n}", "Chi đoàn")) for n in range(catalogue.MANY + 5)]
    made = build(*many)
    pages = written(showcase.ADAPTER, made)
    group = next(group for group in pages["/mo-hinh/"].view().facets if group.label == "Đối tượng")
    assert len(group.links) == catalogue.MANY + 1 and "Chi đoàn" in [link.text for link in group.links]
    assert group.links[-1].text == f"Tất cả: {catalogue.MANY + 6}" and group.links[-1].href == "/tre/mo-hinh/doi-tuong/"
    every = pages["/mo-hinh/doi-tuong/"].view().keys.links
    assert len(every) == catalogue.MANY + 6 and ("Chi đoàn", str(len(many))) in [(link.text, link.note) for link in every]
    assert [group.label for group in pages["/mo-hinh/doi-tuong/nhom-3/"].view().facets] == ["Xem theo"]
