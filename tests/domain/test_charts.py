"""Figures drawn: honest scales, no words on words, everything inside the frame, a table that says the same."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import charts, dates, drawing, timelines
from plugins.domain.charts import Bar, Point
from plugins.domain.drawing import LETTER, Box, Dot, Words
from plugins.domain.timelines import Event, Phase

LABELS = st.text(st.sampled_from("Chi đoàn Ưỡng 1.785 %WM"), max_size=60)
FIGURES = st.integers(0, 9_999_999)
MOMENTS = st.one_of(
    st.integers(1990, 2035).map(str),
    st.builds("{}-{:02}".format, st.integers(1990, 2035), st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, st.integers(1990, 2035), st.integers(1, 12), st.integers(1, 28)),
).map(dates.read)


def when(text: str):
    return dates.read(text)


def boxes(drawn, look: str) -> list[Box]:
    return [s for s in drawn.shapes if isinstance(s, Box) and s.look == look]


def assert_sound(drawn) -> None:
    """All words lie inside the frame and none touches another; all boxes have a size that can be drawn."""
    words = [s for s in drawn.shapes if isinstance(s, Words)]
    for one in words:
        left, right = one.span
        assert left >= -0.1 and right <= drawn.wide + 0.1, one
        assert LETTER - 2 <= one.y <= drawn.high, one
    for n, one in enumerate(words):
        for other in words[n + 1 :]:
            apart = one.span[1] <= other.span[0] + 0.2 or other.span[1] <= one.span[0] + 0.2 or abs(one.y - other.y) >= LETTER - 0.6
            assert apart, (one, other)
    assert all(s.wide >= 0 and s.high >= 0 for s in drawn.shapes if isinstance(s, Box))
    assert all(s.x + s.wide <= drawn.wide + 0.2 for s in drawn.shapes if isinstance(s, Box))


def test_a_share_is_drawn_to_scale():
    """14 of 21 is two thirds of the track, 117 of 117 the whole of it, and each row says its figures."""
    drawn = charts.bars("Đi cơ sở", [Bar("Cán bộ", 14, 21), Bar("Chi đoàn", 117, 117)], "người")
    tracks, values = boxes(drawn, "track"), boxes(drawn, "value")
    assert abs(values[0].wide / tracks[0].wide - 14 / 21) < 0.002
    assert values[1].wide == tracks[1].wide
    assert "14/21 (66,67%)" in [s.text for s in drawn.shapes if isinstance(s, Words)]
    assert drawn.description == "Cán bộ: 14/21 (66,67%); Chi đoàn: 117/117 (100%) người."


def test_before_and_after_share_a_scale_from_zero():
    """145 → 143 is a small step, and looks like one."""
    drawn = charts.change("Tổ chức Đoàn", Bar("Trước đó", 145), Bar("Tính đến 11/2022", 143), "đơn vị")
    (before,), (after,) = boxes(drawn, "before"), boxes(drawn, "value")
    assert abs(after.wide / before.wide - 143 / 145) < 0.002
    assert drawn.description.startswith("Giảm 2. Trước đó: 145; Tính đến 11/2022: 143")
    assert charts.difference(14, 38) == "Tăng 24." and charts.difference(3, 3) == "Không thay đổi."


def test_years_stand_where_they_lie():
    """A gap of two years is twice a gap of one; columns grow from one floor; the table has every year."""
    drawn = charts.years("Trụ đèn", [Point(when("2021"), 40), Point(when("2018"), 10), Point(when("2019"), 20)], "trụ")
    columns = boxes(drawn, "value")
    assert abs((columns[2].x - columns[1].x) / (columns[1].x - columns[0].x) - 2) < 0.02
    assert len({round(c.y + c.high) for c in columns}) == 1
    assert abs(columns[2].high / columns[0].high - 4) < 0.05
    assert [row[0].text for row in drawn.table.rows] == ["2018", "2019", "2021"]
    assert drawn.table.head == ("Thời điểm", "Số đạt (trụ)")


def test_small_multiples_share_their_scale():
    """With one `top`, equal figures are equally high in two drawings."""
    one, other = (charts.years("", [Point(when("2020"), 40), Point(when("2021"), more)], top=320) for more in (80, 320))
    assert boxes(one, "value")[0].high == boxes(other, "value")[0].high


def test_sources_stand_in_the_table():
    """A figure with a source leads there from the table; without sources there is no such column."""
    drawn = charts.bars("", [Bar("Chi đoàn", 1, 2, source="Tin ngày 09/11/2022", href="/tin/"), Bar("Xã", 3)])
    assert drawn.table.head[-1] == "Nguồn" and drawn.table.rows[0][-1].href == "/tin/"
    assert [c.text for c in drawn.table.rows[1]] == ["Xã", "3", "–", "–", ""]


def test_a_timeline_numbers_what_happened():
    """Events are numbered by their day, phases meet end to end, the table tells them in the same order."""
    drawn = timelines.timeline(
        "Từ thí điểm đến chính thức",
        [Event(when("2020-03-01"), "Nhân rộng"), Event(when("2018-06"), "Ra hướng dẫn", "12-HD", "/van-ban/")],
        [Phase(when("2020-03-01"), "Nhân rộng", "scaled"), Phase(when("2018-06"), "Thí điểm", "pilot")],
    )
    (pilot,), (scaled,) = boxes(drawn, "phase-pilot"), boxes(drawn, "phase-scaled")
    assert abs(pilot.x + pilot.wide - scaled.x) < 0.2
    assert [tuple(c.text for c in row) for row in drawn.table.rows] == [
        ("1. 06/2018", "Ra hướng dẫn", "12-HD"), ("2. 01/03/2020", "Nhân rộng", ""),
    ]  # fmt: skip


@given(st.lists(st.builds(Bar, LABELS, FIGURES, st.none() | FIGURES), max_size=8), st.none() | st.booleans())
def test_bars_never_overlap(rows, shares):
    """Whatever the labels and the figures, words stay in the frame and apart, and no bar leaves its track."""
    assert_sound(charts.bars("Hình", rows, "đơn vị", shares))


@given(st.lists(st.builds(Point, MOMENTS, FIGURES, st.none() | FIGURES), max_size=30))
def test_years_never_overlap(points):
    """Thirty points or one, close or far: labels that have no room are left to the table."""
    drawn = charts.years("Hình", points)
    assert_sound(drawn)
    assert len(drawn.table.rows) == len(points)


@given(
    st.lists(st.builds(Event, MOMENTS, LABELS), max_size=12),
    st.lists(st.builds(Phase, MOMENTS, st.sampled_from(["Thí điểm", "Nhân rộng"]), st.just("pilot")), max_size=4),
)
def test_dots_never_touch(events, phases):
    """Events of one day stand one above another, each with its number."""
    drawn = timelines.timeline("Hình", events, phases)
    assert_sound(drawn)
    dots = [s for s in drawn.shapes if isinstance(s, Dot)]
    assert len(dots) == len(events)
    for n, one in enumerate(dots):
        for other in dots[n + 1 :]:
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (2 * one.radius) ** 2


def test_words_take_at_most_their_room(tmp_path):
    """The room that is reckoned for a text is never less than what Be Vietnam Pro takes, regular or bold."""
    from importlib import resources

    from fontTools.ttLib import TTFont

    for weight in ("Regular", "SemiBold"):
        font = TTFont(resources.files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight}.ttf")
        letters, advances, size = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        for text in ("117/117 (100%)", "1.785", "Ủy viên Ban Chấp hành Tỉnh đoàn", "MỘT CỘNG HAI", "“3 chủ động” 2018 – 2022", "Ỷ Ữ ọ ẵ đ"):
            true = sum(advances[letters[ord(c)]][0] for c in text) / size
            assert true <= drawing.width(text, 1), (weight, text)


def test_long_words_are_cut():
    """A label goes over several lines between its words; a word wider than the room is cut with “…”."""
    found = drawing.lines("Chi đoàn khu nhà trọ " + "a" * 80, 100)
    assert len(found) > 1 and found[-1].endswith("…") and all(drawing.width(line) <= 100 for line in found)
