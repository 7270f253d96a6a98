"""The lists of models: by what they are sorted, where they lead, what stays light where there are many keys."""

import json
import re
from dataclasses import replace

from plugins import showcase, syndication
from plugins.domain.dates import read
from plugins.domain.parts import Period, Pilot, Replication, Result
from plugins.showcase import catalogue
from tests.plugins import finder
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


FIELD, WORKERS = "/mo-hinh/linh-vuc/xay-dung-doan/", "/mo-hinh/doi-tuong/cong-nhan/"


def shared(both: int, others: int = 1):
    """A site where so many models are of the field and for workers, so many more of each alone."""
    workers = [practice(f"b{n}", n, audience=("Công nhân",)) for n in range(both)]
    alone = [practice(f"x{n}", field=(), audience=("công nhân", "Chi đoàn")) for n in range(others)]
    return build(*workers, *alone, *(practice(f"y{n}", 500, audience=("Chi đoàn",)) for n in range(others)))


def doubles(pages) -> set[str]:
    """The pairs of two facets that have a list with its own page."""
    told = re.compile(r"/mo-hinh/((linh-vuc|doi-tuong)/[^/]+/[^/]+/[^/]+)/")
    return {match[1] for a, page in pages.items() if getattr(page, "template", "") == "models.html" and (match := told.fullmatch(a))}


def beside(pages, address: str) -> list[tuple[str, str]]:
    """Where the groups beside a list lead, with their notes."""
    return [(link.href.removeprefix("/tre"), link.note) for group in pages[address].view().facets for link in group.links]


def test_two_facets_together_have_a_list_where_they_narrow_it():
    """A pair has a list when two models share it and neither facet alone has just these; both facets lead there."""
    made = shared(2)
    pages, both = written(showcase.ADAPTER, made), f"{FIELD}doi-tuong/cong-nhan/"
    assert doubles(pages) == {"linh-vuc/xay-dung-doan/doi-tuong/cong-nhan"}
    assert titles(made, both) == ["b1", "b0"] and pages[both].view().title == "Mô hình: Xây dựng Đoàn, cho công nhân"
    assert (both, "2") in beside(pages, FIELD) and (both, "2") in beside(pages, WORKERS)


def test_two_facets_that_narrow_nothing_lead_to_the_one_list():
    """A pair with all models of one facet is that facet's list: links and the pair's address lead there, and no list leads to itself."""
    pages = written(showcase.ADAPTER, build(*(practice(slug, audience=("Công nhân",)) for slug in "ab"), practice("c")))
    pair = pages[f"{FIELD}doi-tuong/cong-nhan/"]
    assert (pair.template, pair.index, pair.view().target.href) == ("moved.html", False, f"/tre{WORKERS}")
    assert not doubles(pages) and (WORKERS, "2") in beside(pages, FIELD)
    assert WORKERS not in dict(beside(pages, WORKERS)) and FIELD not in [href for href, note in beside(pages, WORKERS) if note]


def test_two_facets_that_enough_models_share_have_a_feed():
    """From five models on a pair has a feed in two forms; below, its list leads to the feeds of its two facets."""
    for many, followed in ((5, True), (4, False)):
        made = shared(many)
        view = written(showcase.ADAPTER, made)[f"{FIELD}doi-tuong/cong-nhan/"].view()
        feeds = written(syndication.ADAPTER, made)
        address = "/rss/mo-hinh-linh-vuc-doi-tuong-xay-dung-doan--cong-nhan.xml"
        assert (address in feeds, address.replace(".xml", ".json") in feeds) == (followed, followed)
        if followed:
            told = feeds[address].content()
            assert view.feed.href == f"/tre{address}" and told.count(b"<item>") == many
        else:
            led = [link.href.removeprefix("/tre") for fact in view.facts for link in fact.values]
            assert view.feed is None and len(led) == 2 and set(led) <= set(feeds)


def test_the_finder_has_the_order_and_the_values_of_the_lists():
    """What the script is told stands in the order of the list of all models; a place has all models that its list has."""
    made = [
        practice("a", 9, date=read("2026-03-03")), practice("b", 9, results=(Result("Hộ", 1, read("2025-02")),)), practice("z", 9),
        practice("d", pilot=Pilot("", 30), audience=("Chi đoàn", "chi đoàn")), practice("e", place="tinh-mau"),
    ]  # fmt: skip
    served = finder.published(showcase.ADAPTER, *made)
    told = json.loads(served["/tre/du-lieu/tra-cuu/mo-hinh.json"])
    site = build(*made)
    names = [row[0] for row in told["rows"]]
    assert names == titles(site, "/mo-hinh/")
    for n, (key, _name) in enumerate(told["values"]["place"]):
        inside = [name for name, cell in zip(names, told["columns"]["place"], strict=True) if n in cell]
        assert inside == titles(site, f"/mo-hinh/dia-ban/{key}/")
    assert len(json.loads(served["/tre/du-lieu/tra-cuu/mo-hinh-tom-tat.json"])) == len(made)
