"""The preview without a browser: what is built when, what the terminal is told, what each open page is told.

The server's answers are tested in test_preview_host.py, the page in test_preview_browser.py."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from plugins.commands.commandline import Mistake
from plugins.commands.preview import Outcome, Preview, serve
from plugins.commands.preview_board import EVERY, MISSING, MOST, PAGE, WAITING, Board, Seen
from plugins.commands.preview_watch import located, watch
from plugins.domain.problems import WARNING, Problem, report
from tests.preview_site import FAULT

REMARK = Problem("content/a.md", 2, "dai", "Tiêu đề dài.", "Viết ngắn lại.", WARNING)


@pytest.fixture
def board() -> Board:
    """A board after one good build."""
    board = Board()
    board.post(True, (), ())
    return board


def told(*outcomes: Outcome, paths: set[Path] | None = None) -> list[str]:
    """What the terminal is told of builds that end so."""
    said, ends = [], iter(outcomes)
    preview = Preview(lambda _: next(ends), said.append)
    for _ in outcomes:
        preview.refresh(paths)
    return said


def test_a_page_reloads_only_when_it_changed(board):
    """A good build reloads the pages that it changed and leaves the others alone."""
    seen = Seen(PAGE, board.stamp)
    board.post(True, ("/tin/a/",), ())
    assert board.news(seen, "/tin/a/")["reload"]
    assert not board.news(seen, "/tin/b/")["reload"]
    assert not board.news(Seen(PAGE, board.stamp), "/tin/a/")["reload"], "it is fresh now"


def test_a_page_that_missed_builds_catches_up(board):
    """A page that did not listen for a while reloads if any build since it was loaded has changed it."""
    seen = Seen(PAGE, board.stamp)
    for changed in (("/tin/a/",), (), ("/tin/b/",)):
        board.post(True, changed, ())
    assert board.news(seen, "/tin/a/")["reload"]
    assert not board.news(seen, "/tin/c/")["reload"]


def test_everything_reloads_when_everything_changed(board):
    """A change of the style sheet or of a template reloads every page, also the 404 page."""
    seen, lost = Seen(PAGE, board.stamp), Seen(MISSING, board.stamp)
    board.post(True, (EVERY,), ())
    assert board.news(seen, "/tin/a/")["reload"] and board.news(lost, None)["reload"]


def test_an_address_has_one_form(board):
    """A page is the same with or without its index.html; the 404 page is known by its file."""
    seen, lost = Seen(PAGE, board.stamp), Seen(MISSING, board.stamp)
    board.post(True, ("/tin/a/index.html", "/404.html"), ())
    assert board.news(seen, "/tin/a/")["reload"]
    assert board.news(lost, None)["reload"]


def test_a_page_that_went_away_is_told_and_one_that_came_is_shown(board):
    """A page that is taken away does not become a 404 page under the editor's eyes; a 404 page becomes the new page."""
    seen, lost = Seen(PAGE, board.stamp), Seen(MISSING, board.stamp)
    board.post(True, ("/tin/a/", "/tin/b/"), ())
    assert (board.news(seen, None)["gone"], board.news(seen, None)["reload"]) == (True, False)
    assert (board.news(lost, "/tin/b/")["gone"], board.news(lost, "/tin/b/")["reload"]) == (False, True)
    assert not board.news(lost, None)["gone"]


def test_a_bad_build_shows_its_problems_until_a_good_one(board):
    """Problems are shown on every page, also on one opened later; nothing reloads; the next good build clears them."""
    seen = Seen(PAGE, board.stamp)
    board.post(False, ("/tin/a/",), (REMARK, FAULT, FAULT))
    for page in (seen, Seen(PAGE, board.stamp)):
        news = board.news(page, "/tin/a/")
        assert not news["reload"]
        assert [problem["place"] for problem in news["problems"]] == ["content/mot.txt:3", "content/a.md:2"], "errors first"
        assert news["problems"][0]["message"] == FAULT.message and news["problems"][0]["hint"] == FAULT.suggestion
        assert [problem["remark"] for problem in news["problems"]] == [False, True]
    board.post(True, (), (REMARK,))
    assert board.news(seen, "/tin/a/")["problems"] == []


def test_a_browser_is_not_drowned_in_problems(board):
    """Of very many problems a browser gets the first, and the number of the rest."""
    board.post(False, (), [Problem("content/a.md", line, "sai", "Sai.") for line in range(1, MOST + 8)])
    news = board.news(Seen(PAGE, board.stamp), "/")
    assert (len(news["problems"]), news["more"]) == (MOST, 7)


def test_the_page_that_waits_for_a_site_reloads_after_every_build(board):
    """While there is no site, its place is renewed by each build, good or bad, and no panel repeats its words."""
    seen = Seen(WAITING, board.stamp)
    assert not board.news(seen, None)["reload"]
    board.post(False, (), (FAULT,))
    assert board.news(seen, None)["reload"] and board.news(seen, None)["problems"] == []


@pytest.mark.parametrize("stamp", ["", "cu-1", "-", "abc"])
def test_a_page_of_an_earlier_preview_reloads(board, stamp):
    """When the preview was started anew, what a tab shows may be of any age."""
    assert board.news(Seen(PAGE, stamp), "/")["reload"]


def test_a_good_build_is_one_calm_line(tmp_path):
    """The terminal reads what was saved, how many pages changed and how long it took."""
    (tmp_path / "a.md").write_text("")
    good = Outcome((), ("/a/",) * 1200, 0.123, True)
    assert told(good, paths={tmp_path / "a.md"}) == ["a.md thay đổi: 1.200 trang được làm lại, 0,12 giây."]
    assert told(good, paths={tmp_path / "a.md", tmp_path / "4913"})[0].startswith("a.md thay đổi: ")
    assert told(good, paths={Path(name) for name in "abcd"})[0].startswith("a, b và 2 tệp khác thay đổi: ")
    assert told(Outcome((), (), 12.6, True)) == ["Dựng trang: không trang nào khác đi, 13 giây."]
    assert told(Outcome((), (EVERY,), 1, True)) == ["Dựng trang: mọi trang được làm lại, 1 giây."]


def test_a_bad_build_is_its_report_and_mending_is_said():
    """A bad build prints the whole report; the next good one says that the errors are gone."""
    said = told(Outcome((FAULT,), (), 0.1, False), Outcome((), ("/mot/",), 0.1, True))
    assert said == [f"Dựng trang: chưa được.\n{report([FAULT])}", "Dựng trang: hết lỗi, 1 trang được làm lại, 0,1 giây."]


def test_remarks_are_shown_on_the_page_that_they_are_about():
    """After a good build a browser shows the remarks of the file from which its page was made, and no others."""
    board = Board()
    remarks = [Problem(f"content/{path}", 3, "nho", "Nhỏ.", "Xem lại.", WARNING) for path in (
        "tin-tuc/2026/cay.md", "van-ban/2026/12-kh/index.md", "trang/gioi-thieu.md", "mo-hinh/cay.md", "du-lieu/banner.yml",
    )]  # fmt: skip
    board.post(True, (), remarks)
    for address, path in (
        ("/tin-tuc/2026/cay/", "tin-tuc/2026/cay.md"),
        ("/van-ban/2026/12-kh/", "van-ban/2026/12-kh/index.md"),
        ("/gioi-thieu/", "trang/gioi-thieu.md"),
        ("/mo-hinh/cay/index.html", "mo-hinh/cay.md"),
    ):
        news = board.news(Seen(PAGE, board.stamp), address)
        assert news["built"] and [problem["place"] for problem in news["problems"]] == [f"content/{path}:3"]
    assert board.news(Seen(PAGE, board.stamp), "/tin-tuc/")["problems"] == []
    assert board.news(Seen(PAGE, board.stamp), None)["problems"] == []


def test_a_remark_is_made_once():
    """A remark that stands from build to build is printed the first time only."""
    said = told(*[Outcome((REMARK,), (), 0.1, True)] * 3)
    assert [words for words in said if "Tiêu đề dài" in words] == [str(REMARK)]


def test_a_crash_while_building_does_not_end_the_preview(tmp_path):
    """Our own bug is shown like a problem, its details go to the log, and the next build is tried as ever."""

    def crash(paths):
        raise ValueError("lạ")

    said = []
    preview = Preview(crash, said.append, tmp_path / "tạm" / "su-co.log")
    assert not preview.refresh({tmp_path}).ok
    assert "Có sự cố ngoài dự kiến (ValueError: lạ)." in said[0] and "su-co.log" in said[0]
    assert "Traceback" in (tmp_path / "tạm" / "su-co.log").read_text(encoding="utf-8")
    assert preview.board.problems


def test_an_impossible_start_is_refused(tmp_path):
    """A mistake of the command line ends the preview before it begins; once it runs, it is only shown."""

    def refuse(paths):
        raise Mistake("Không thấy tệp cấu hình.")

    preview = Preview(refuse, lambda words: None)
    with pytest.raises(Mistake):
        preview.refresh(None)
    assert preview.refresh({tmp_path}).problems[0].message == "Không thấy tệp cấu hình."
    with pytest.raises(Mistake, match="Không thấy thư mục"):
        serve(tmp_path, 0, refuse, [tmp_path / "không có"])


@pytest.fixture
def watched(tmp_path):
    """A folder that is being watched, and a function that waits for the next saved files."""
    folder, stop = tmp_path / "nội dung", threading.Event()
    folder.mkdir()
    saved = watch([folder], stop)
    assert next(saved) == set()
    yield folder, lambda: next(saved)
    stop.set()


def test_saved_files_are_seen(watched):
    """A file that is made, saved, moved or removed is seen, also in a folder that was made just now."""
    folder, following = watched
    (folder / "năm").mkdir()
    assert following() == {folder / "năm"}
    (folder / "năm" / "a.md").write_text("a", encoding="utf-8")
    assert following() == {folder / "năm" / "a.md"}
    (folder / "năm" / "a.md").rename(folder / "b.md")
    assert following() == {folder / "năm" / "a.md", folder / "b.md"}
    (folder / "b.md").unlink()
    assert following() == {folder / "b.md"}


def test_what_is_saved_while_building_is_seen_afterwards(watched):
    """Nothing is lost between two looks: files saved while nobody looked come with the next look."""
    folder, following = watched
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_text("x", encoding="utf-8")
    seen = set()
    while len(seen) < 3:
        seen |= following()
    assert seen == {folder / "a.md", folder / "b.md", folder / "c.md"}


def test_a_folder_that_is_replaced_is_seen_whole(watched, tmp_path):
    """When the watched folder itself is swapped for another, all of it counts as saved, and watching goes on in it."""
    folder, following = watched
    (tmp_path / "mới").mkdir()
    folder.rename(tmp_path / "cũ")
    (tmp_path / "mới").rename(folder)
    while folder not in following():
        pass
    (folder / "a.md").write_text("a", encoding="utf-8")
    while folder / "a.md" not in following():
        (folder / "a.md").write_text("a", encoding="utf-8")


@pytest.mark.parametrize("name", [".a.md.swp", ".git/index", "a.md~", "a.tmp", "plugins/__pycache__/x.cpython-311.pyc", "../x.md"])
def test_litter_of_editors_is_passed_over(tmp_path, name):
    """Hidden files, copies and drafts of editors start no build."""
    assert located(Path(os.path.normpath(tmp_path / "nguồn" / name)), [tmp_path / "nguồn"]) is None


def test_a_path_begins_as_its_folder_was_given(tmp_path):
    """Where the folder is reached by a link, paths keep the name by which it is known."""
    (tmp_path / "thật").mkdir()
    try:
        (tmp_path / "lối").symlink_to(tmp_path / "thật")
    except OSError:
        pytest.skip("hệ thống này không cho tạo liên kết")
    assert located(tmp_path.resolve() / "thật" / "a.md", [tmp_path / "lối"]) == tmp_path / "lối" / "a.md"


def test_ctrl_c_ends_the_preview_cleanly(tmp_path):
    """Started, the preview builds, says where it is, and ends at Ctrl-C with one line and exit code 0."""
    if os.name == "nt":
        pytest.skip("Windows gửi Ctrl+C cho cả cửa sổ lệnh")
    script = (
        "import sys; from pathlib import Path; from plugins.commands.preview import serve; from tests.preview_site import Site\n"
        "site = Site(Path(sys.argv[1])); serve(site.output, 0, site.rebuild, [site.content], lambda words: print(words, flush=True))"
    )
    command = [sys.executable, "-X", "utf8", "-c", script, str(tmp_path)]
    root = Path(__file__).resolve().parent.parent
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout.readline().startswith("Dựng trang: 4 trang được làm lại, ")
        assert process.stdout.readline().startswith("Xem thử ở http://127.0.0.1:")
        (tmp_path / "content" / "ba.txt").write_text("lời của ba", encoding="utf-8")
        assert process.stdout.readline().startswith("ba.txt thay đổi: 1 trang được làm lại, ")
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate()
    assert (process.returncode, rest, errors) == (0, "Đã dừng.\n", "")
