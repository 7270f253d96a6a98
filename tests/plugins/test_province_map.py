"""The map of models, the table of how far they went, and the page of a place after a merger."""

from dataclasses import replace

from plugins.context import entities, structured
from plugins.context.views import Link
from plugins.domain.dates import read
from plugins.domain.parts import Replication
from plugins.editorial import entities as pages
from plugins.showcase import overviews, provinces, spreading
from tests.plugins import small_site
from tests.plugins.small_site import model, news

PROVINCES = """
- {tên: Tỉnh Mẫu, ô: {hàng: 2, cột: 1, viết tắt: M}, quần đảo: [{tên: Quần đảo Xa, hàng: 2, cột: 7, viết tắt: X}]}
- {tên: Tỉnh Xa, ô: {hàng: 1, cột: 3, viết tắt: A}}
- {tên: Tỉnh Xưa, đến ngày: 2025-06-30, kế tục: Tỉnh Mẫu}
"""


def site(*records):
    """A small site with three provinces, one of which is no more."""
    return small_site.build(*records, data={"tinh-thanh.yml": PROVINCES})


def test_a_tile_counts_the_models_of_old_names_and_leads_to_them_all():
    """A model of a province that is no more is counted where it lives on; a tile without models leads nowhere; islands follow theirs."""
    shown = provinces.view(site(model(place="tinh-xua")))
    tiles = {tile.short: tile for tile in shown.map.tiles}
    assert (tiles["M"].figure, tiles["M"].href) == ("1", "/tre/dia-ban/tinh-mau/#phan_mo-hinh")
    assert (tiles["A"].figure, tiles["A"].href) == ("", "") and (tiles["M"].x, tiles["M"].y) == (0, 48)
    assert (tiles["X"].figure, tiles["X"].href) == ("", tiles["M"].href)


def test_the_table_says_what_the_map_shows_and_old_names_lead_on():
    """Each province has its row with its old names; each old name has one with its last day and its heir."""
    shown = provinces.view(site(model(place="tinh-xua")))
    here, there = shown.provinces
    assert (here.name.text, [old.text for old in here.former]) == ("Tỉnh Mẫu", ["Tỉnh Xưa"])
    assert here.models.href == "/tre/mo-hinh/dia-ban/tinh-mau/"
    assert (there.name, there.models) == (Link("Tỉnh Xa"), None)
    assert [[cell.text for cell in row] for row in shown.former.rows] == [["Tỉnh Xưa", "30/06/2025", "Tỉnh Mẫu"]]


def test_without_the_list_of_provinces_there_is_no_map():
    """A site that does without tinh-thanh.yml has neither the page nor a way to it."""
    build = small_site.build(model())
    assert not list(provinces.shelves(build)) and not overviews.ways(build)


def test_after_a_merger_both_pages_lead_to_each_other():
    """The old page keeps its records and says where it lives on; the new one names the old one, its days and its models."""
    build = site(model(place="tinh-xua"), news(places=("tinh-xua",)))
    old, new = (page_of(build, key) for key in ("tinh-xua", "tinh-mau"))
    assert [card.title for card in old.cards] and not new.cards
    assert old.notices[0].link == Link("Tỉnh Mẫu", "/tre/dia-ban/tinh-mau/") and not new.notices
    assert [(group.label, group.links[0].href) for group in old.line] == [("Nay là", "/tre/dia-ban/tinh-mau/")]
    assert [(group.label, group.links[0].note) for group in new.line] == [("Trước đây", "đến 30/06/2025, 2 bài")]
    assert [group.label for group in new.models] == ["Tỉnh Xưa"]


def page_of(build, key: str):
    """The newest page of a place."""
    from plugins.context import lists

    part = next(lists.cut(build.library.list("place", key), entities.address("place", key), build))
    return pages.view("place", key, part, build)


def test_machines_are_told_the_days_of_units_and_places():
    """A unit is an Organization with the days of its founding and its end, a place an AdministrativeArea with what came before it."""
    organs = "- {tên: Tỉnh đoàn Mẫu, cấp: tỉnh, từ ngày: 2025-07-01, tiền thân: Tỉnh đoàn Xưa}\n"
    organs += "- {tên: Tỉnh đoàn Xưa, cấp: tỉnh, địa bàn: Tỉnh Xưa, từ ngày: 1997, đến ngày: 2025-06-30}\n"
    build = small_site.build(data={"tinh-thanh.yml": PROVINCES, "co-quan.yml": organs})
    unit = structured.entity("unit", "tinh-doan-xua", build, "/don-vi/tinh-doan-xua/", "Đơn vị.")
    assert (unit["@type"], unit["foundingDate"], unit["dissolutionDate"]) == ("Organization", "1997", "2025-06-30")
    assert unit["areaServed"] == "Tỉnh Xưa"
    place = structured.entity("place", "tinh-mau", build, "/dia-ban/tinh-mau/", "Địa bàn.")
    assert (place["@type"], place["alternateName"]) == ("AdministrativeArea", ["Tỉnh Xưa"])
    assert structured.entity("unit", "tinh-doan-mau", build, "/x/", "")["alternateName"] == ["Tỉnh đoàn Xưa"]


def test_levels_that_were_counted_again_are_drawn_over_time():
    """A level with two counts has a drawing with both; a level with one has a row in the table only."""
    first = Replication("district", 6, read("2018-06"), of=17)
    told = (first, replace(first, value=17, as_of=read("2022-11")), Replication("branch", 4, read("2022")))
    record = model(replication=told)
    drawings, table = spreading.over_time(record, site(record))
    assert [drawing.title for drawing in drawings] == ["Cấp huyện"] and "6/17" in drawings[0].description
    assert [[cell.text for cell in row[:3]] for row in table.rows] == [
        ["Cấp huyện", "06/2018", "6/17 (35,29%)"], ["Cấp huyện", "11/2022", "17/17 (100%)"], ["Chi đoàn", "2022", "4"]]  # fmt: skip
    assert spreading.over_time(model(replication=(first,)), site(record)) == ((), None)
