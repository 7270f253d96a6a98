"""The server of the preview: the static host as it was, one script element more in each page, and the stream of news.

The static host is tested in test_serving.py, what browsers are told in test_preview.py."""

import socket
from functools import partial

import pytest

from plugins.commands import serving
from plugins.commands.preview_board import Board
from plugins.commands.preview_host import EVENTS, SCRIPT, STYLE, PreviewServer, waiting_page, with_script
from plugins.domain.problems import Problem
from tests.preview_site import FAULT, Site, ask, listening, previewed


@pytest.fixture
def site(tmp_path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def running(site):
    """(preview, server) of a site of two texts."""
    with previewed(site) as pair:
        yield pair


def without_script(page: bytes) -> bytes:
    """A page without the element that the preview put in."""
    start = page.index(f'<script src="{SCRIPT}"'.encode())
    end = page.index(b"</script>", start) + len(b"</script>")
    return page[:start] + page[end:]


def test_script_stands_before_the_last_closing_body():
    """The element goes before the closing tag of the body, at the end of a page that has none, and only once."""
    assert with_script(b"<p></body>x</body></html>", "<s>") == b"<p></body>x<s></body></html>"
    assert with_script(b"<p>a", "<s>") == b"<p>a<s>"
    assert with_script(b"", "<s>") == b"<s>"


@pytest.mark.parametrize("address", ["/", "/mot/", "/mot/?a=1", "/mot", "/khong-co/", "/mot/index.html", "/x%22%3E%3Cb%3E/"])
def test_but_for_the_script_all_is_as_on_a_static_host(running, site, address):
    """Status, headers and bytes are those of the static host, but for one script element; HEAD agrees with GET."""
    _, server = running
    with serving.background(site.output) as plain_server:
        status, headers, body = ask(plain_server, address)
    here = ask(server, address)
    unlike = {"Date", "Content-Length"}
    assert here[0] == status
    assert {k: v for k, v in here[1].items() if k not in unlike} == {k: v for k, v in headers.items() if k not in unlike}
    assert (without_script(here[2]) if body else here[2]) == body
    assert here[2].count(SCRIPT.encode()) == bool(body)
    assert int(here[1]["Content-Length"]) == len(here[2])
    head = ask(server, address, "HEAD")
    assert (head[0], head[1]["Content-Length"], head[2]) == (here[0], here[1]["Content-Length"], b"")


def test_other_files_and_the_disk_are_untouched(running, site):
    """What is no page is served byte for byte, and no file of the site learns of the preview."""
    _, server = running
    (site.output / "a.css").write_bytes(b"p { color: red }</body>")
    assert ask(server, "/a.css")[2] == b"p { color: red }</body>"
    ask(server, "/mot/")
    assert not [file for file in site.output.rglob("*.html") if SCRIPT.encode() in file.read_bytes()]


def test_an_ordinary_server_adds_nothing(site):
    """The static host of the same folder has no script, no news and no file of the preview."""
    site.rebuild(None)
    with serving.background(site.output) as server:
        assert ask(server, "/mot/")[2] == (site.output / "mot/index.html").read_bytes()
        assert [ask(server, address)[0] for address in (SCRIPT, STYLE, EVENTS)] == [404] * 3


def test_own_files_come_with_their_types_and_keep_the_policy(running):
    """Script, style and stream have their media types and the policy of every answer; the script sets no HTML and no style."""
    _, server = running
    kinds = {SCRIPT: "text/javascript; charset=utf-8", STYLE: "text/css; charset=utf-8", EVENTS: "text/event-stream; charset=utf-8"}
    for address, kind in kinds.items():
        status, headers, _ = ask(server, address, "HEAD")
        assert (status, headers["Content-Type"]) == (200, kind)
        assert headers["Content-Security-Policy"] == serving.HEADERS["Content-Security-Policy"]
    script = ask(server, SCRIPT)[2].decode()
    assert not [word for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", ".style", "eval(") if word in script]


@pytest.mark.parametrize("name", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""])
def test_only_our_own_name_is_answered(running, name):
    """A page elsewhere whose name was made to point here gets nothing: not pages, not news."""
    _, server = running
    host = name.format(port=server.server_address[1])
    for address in ("/", "/mot/", SCRIPT, f"{EVENTS}?trang=/"):
        status, _, body = ask(server, address, Host=host)
        assert status == 421 and b"Trang th" not in body


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost"])
def test_the_names_of_this_machine_are_answered(running, name):
    """127.0.0.1 and localhost with the port of the server are at home; it listens nowhere else."""
    _, server = running
    assert ask(server, "/mot/", Host=f"{name}:{server.server_address[1]}")[0] == 200
    assert server.server_address[0] == "127.0.0.1"


def test_a_page_hears_of_its_own_change_only(running, site):
    """The stream tells at once how things are, and after each build whether the page it belongs to should reload."""
    preview, server = running
    with listening(server, "/mot/") as mot, listening(server, "/hai/?q=1") as hai, listening(server, "/ba/") as ba:
        assert not any(page()["reload"] for page in (mot, hai, ba))
        site.write("mot", "lời mới")
        preview.refresh(None)
        assert [page()["reload"] for page in (mot, hai, ba)] == [True, False, False]
        site.write("ba", "bài mới")
        preview.refresh(None)
        assert [page()["reload"] for page in (hai, ba)] == [False, True]


def test_a_page_hears_of_problems_and_of_their_end(running, site):
    """A bad build tells every page what is wrong, also one opened afterwards; a good build takes it back."""
    preview, server = running
    with listening(server, "/mot/") as mot:
        assert mot()["problems"] == []
        site.write("mot", "sai")
        preview.refresh(None)
        assert [problem["message"] for problem in mot()["problems"]] == [FAULT.message]
        with listening(server, "/") as late:
            assert len(late()["problems"]) == 1
        assert "lời đầu của mot" in ask(server, "/mot/")[2].decode(), "the last good page stays"
        site.write("mot", "đã sửa")
        preview.refresh(None)
        news = mot()
        assert (news["problems"], news["reload"]) == ([], True)


def test_a_page_hears_that_it_is_gone(running, site):
    """A page whose text was removed is told so, and reloads when it comes back."""
    preview, server = running
    with listening(server, "/mot/") as mot:
        assert not mot()["gone"]
        (site.content / "mot.txt").unlink()
        preview.refresh(None)
        assert mot()["gone"]
        site.write("mot", "về rồi")
        preview.refresh(None)
        assert mot() | {"build": ""} == {"build": "", "built": True, "reload": True, "gone": False, "problems": [], "more": 0}


def test_threads_end_when_pages_are_closed(running):
    """A page that is closed leaves nothing behind: its thread sees the end of the connection at once."""
    preview, server = running
    with listening(server, "/mot/") as mot, listening(server, "/mot/") as other:
        assert mot() and other()
        assert preview.board.listeners == 2
    while preview.board.listeners:
        pass


def test_many_pages_listen_at_once(running, site):
    """Thirty open pages all hear of one build."""
    preview, server = running
    sources = [listening(server, "/mot/") for _ in range(30)]
    ears = [source.__enter__() for source in sources]
    try:
        assert not any(ear()["reload"] for ear in ears)
        site.write("mot", "lời mới")
        preview.refresh(None)
        assert all(ear()["reload"] for ear in ears)
    finally:
        for source in sources:
            source.__exit__(None, None, None)


def test_the_stream_ends_with_the_preview(running):
    """When the preview ends, the streams end too."""
    preview, server = running
    with listening(server, "/mot/") as mot:
        mot()
        preview.board.close()
        with pytest.raises(EOFError):
            mot()


def test_without_a_site_a_plain_page_says_why(tmp_path):
    """While the first build fails, every address answers 503 with the problems in plain words, and the site replaces it."""
    site = Site(tmp_path, ())
    site.write("mot", "sai")
    with previewed(site) as (preview, server):
        status, headers, body = ask(server, "/mot/")
        page = body.decode()
        assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
        assert all(words in page for words in ("content/mot.txt:3", FAULT.message, FAULT.suggestion, SCRIPT))
        with listening(server, "/mot/") as mot:
            assert not mot()["reload"]
            site.write("mot", "đúng")
            preview.refresh(None)
            assert mot()["reload"]
        assert ask(server, "/mot/")[0] == 200


def test_words_of_a_problem_are_never_markup(tmp_path):
    """What an editor typed is shown as typed on the plain page."""
    board = Board()
    board.post(False, (), [Problem("content/<b>.md", 1, "sai", "“<script>”", "& <i>")] * 2)
    page = waiting_page(board).decode()
    assert "<b>" not in page and "<script>" not in page and "&amp; &lt;i&gt;" in page


def test_a_taken_port_leads_to_the_next_free_one_here_too(running, site):
    """The preview moves to the next free port as the static host does."""
    preview, server = running
    said = []
    taken = server.server_address[1]
    with serving.first_free(site.output, taken, said.append, partial(PreviewServer, board=preview.board)) as second:
        assert second.server_address[1] > taken and f"127.0.0.1:{second.server_address[1]}" in second.hosts
    assert said


def test_a_browser_that_leaves_at_once_does_no_harm(running):
    """A connection that is cut right after the question is asked leaves the server answering."""
    preview, server = running
    for address in (f"{EVENTS}?trang=/mot/&la=trang&lan={preview.board.stamp}", "/mot/"):
        with socket.create_connection(server.server_address) as connection:
            connection.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{server.server_address[1]}\r\n\r\n".encode())
    assert ask(server, "/mot/")[0] == 200
