"""Progress of long work: its three forms, told by a clock that the test moves."""

import io

import pytest

from plugins.context.progress import Bar, Lines, Silent, progress


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


def run(form, clock: Clock, total: int, count: int, seconds: float, label: str = "Đọc bài") -> None:
    """A stage of `total` things, `count` at a time, each time taking `seconds`."""
    with form.stage(label, total) as step:
        for _ in range(0, total, count):
            clock.now += seconds
            step(count)


@pytest.mark.parametrize(
    ("stream", "options", "form"),
    [
        (Terminal(), {}, Bar),
        (Terminal(), {"ci": True}, Lines),
        (io.StringIO(), {}, Lines),
        (Terminal(), {"quiet": True}, Silent),
        (io.StringIO(), {"quiet": True, "ci": True}, Silent),
    ],
)
def test_the_form_fits_the_stream(stream, options, form):
    """A terminal gets a bar, CI and pipes get lines, and --quiet gets nothing."""
    assert type(progress(stream, **options)) is form


def test_a_bar_is_drawn_seldom_and_wiped_away(clock):
    """A thousand steps in five seconds draw the bar at most ten times a second; at the end its line is empty."""
    stream = Terminal()
    run(Bar(stream, clock, 80), clock, 1000, 1, 0.005)
    drawings = stream.getvalue().split("\r")[1:]
    assert 30 <= len(drawings) <= 52
    assert drawings[-1] == "" and not drawings[-2].strip()
    assert "Đọc bài ████" in drawings[-3] and "% (" in drawings[-3]
    shares = [int(drawing.split("%")[0].split()[-1]) for drawing in drawings[:-2]]
    assert shares == sorted(shares) and shares[-1] > 90


def test_a_bar_fits_a_narrow_terminal(clock):
    """A drawing never reaches the last column, where a terminal would begin a new line."""
    stream = Terminal()
    run(Bar(stream, clock, 30), clock, 100, 10, 1, "Một việc có tên dài hơn cửa sổ lệnh")
    assert max(map(len, stream.getvalue().split("\r"))) == 29


def test_work_that_is_over_at_once_shows_no_bar(clock):
    """A stage of a fifth of a second draws nothing at all."""
    stream = Terminal()
    run(Bar(stream, clock, 80), clock, 100, 1, 0.002)
    assert stream.getvalue() == ""


def test_a_bar_is_wiped_away_when_the_work_fails(clock):
    """The message of a failure stands on a clean line."""
    stream = Terminal()
    with pytest.raises(ValueError), Bar(stream, clock, 80).stage("Đọc bài", 10) as step:
        clock.now += 1
        step(3)
        raise ValueError
    assert stream.getvalue().split("\r")[-2:] == [" " * len("Đọc bài " + "░" * 24 + " 30 % (3/10)"), ""]


def test_lines_come_after_each_tenth(clock):
    """Work of a minute has one line for each tenth, in Vietnamese figures, the last one at the end."""
    stream = io.StringIO()
    run(Lines(stream, clock), clock, 10_000, 100, 0.4)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 10
    assert (lines[0], lines[-1]) == ("Đọc bài: 10 % (1.000/10.000)", "Đọc bài: 100 % (10.000/10.000)")


def test_lines_come_at_least_every_five_seconds(clock):
    """Slow work is heard of every five seconds though no tenth of it is done."""
    stream = io.StringIO()
    run(Lines(stream, clock), clock, 1000, 1, 1)
    assert len(stream.getvalue().splitlines()) == 200


def test_fast_work_has_few_lines(clock):
    """Work of three seconds has at most a line a second and one for its end; work of half a second has none."""
    stream = io.StringIO()
    run(Lines(stream, clock), clock, 300, 1, 0.01)
    lines = stream.getvalue().splitlines()
    assert 2 <= len(lines) <= 4 and lines[-1].endswith("100 % (300/300)")
    stream = io.StringIO()
    run(Lines(stream, clock), clock, 50, 1, 0.01)
    assert stream.getvalue() == ""


@pytest.mark.parametrize("form", [Bar, Lines])
def test_nothing_to_do_is_nothing_to_tell(form, clock):
    """A stage of no things says nothing, however long it lasts."""
    stream = Terminal()
    with form(stream, clock).stage("Ảnh", 0) as step:
        clock.now += 60
        step(0)
    assert stream.getvalue() == ""


def test_silence_is_silent(clock, capsys):
    """--quiet takes every step and says nothing."""
    run(Silent(), clock, 10, 1, 10)
    assert capsys.readouterr() == ("", "")
