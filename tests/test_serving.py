"""The server of `serve`: it answers what a plain, careful static host would, and nothing more.

Pages are looked at in the browser tests; here only answers count."""

import http.client
from pathlib import Path

import pytest

from plugins.commands import serving
from plugins.commands.commandline import Mistake


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A small output folder, with a file beside it that must stay private."""
    root = tmp_path_factory.mktemp("máy chủ") / "output"
    files = {
        "index.html": "trang chủ",
        "404.html": "không thấy",
        "rss/index.html": "các nguồn tin",
        "rss/tin.xml": "<rss/>",
        "sitemap.xml": "<urlset/>",
        "du-lieu/van-ban.json": "{}",
        "lich/thang.ics": "BEGIN:VCALENDAR",
        "chu/be.woff2": "w",
        "anh/a.webp": "w",
        "anh/Đội.webp": "w",
        "tep.html": "một tệp",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root.parent / "rieng.txt").write_text("riêng", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def ask(folder):
    """Ask the server for an address, sent as it is written: (status, headers, body)."""
    with serving.background(folder) as server:

        def answer(address: str, method: str = "GET"):
            connection = http.client.HTTPConnection(*server.server_address)
            connection.request(method, address)
            response = connection.getresponse()
            body = response.read().decode("utf-8")
            connection.close()
            return response.status, response.headers, body

        yield answer


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/rss/", "text/html; charset=utf-8"),
        ("/rss/tin.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/du-lieu/van-ban.json", "application/json; charset=utf-8"),
        ("/lich/thang.ics", "text/calendar; charset=utf-8"),
        ("/chu/be.woff2", "font/woff2"),
        ("/anh/a.webp", "image/webp"),
        ("/anh/%C4%90%E1%BB%99i.webp?v=1", "image/webp"),
    ],
)
def test_a_file_comes_with_its_type_and_the_headers_of_a_careful_host(ask, address, kind):
    """Each kind of file has its media type, and every answer the same protective headers."""
    status, headers, body = ask(address)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert int(headers["Content-Length"]) == len(body.encode("utf-8")) > 0


@pytest.mark.parametrize(
    "address",
    [
        "/tep",
        "/tep.html/",
        "/anh/",
        "/anh",
        "/khong-co/",
        "/../rieng.txt",
        "/%2e%2e/rieng.txt",
        "/rss/..%2f..%2frieng.txt",
        "/..%5crieng.txt",
        "/rss/%00",
        "/rss//tin.xml",
        "/%2frss",
        "/rss/%2f",
        "/%ff",
    ],
)
def test_what_is_not_there_is_a_true_404(ask, address):
    """No guessed `.html`, no listing, no way out of the folder: status 404 with the site's own page."""
    status, headers, body = ask(address)
    assert (status, headers["Content-Type"], body) == (404, "text/html; charset=utf-8", "không thấy")


def test_what_is_told_of_a_missing_page_moves_no_cursor(folder):
    """An address with control characters, which any page can have a browser ask for, reaches the terminal in one harmless line."""
    told = []
    with serving.background(folder) as server:
        server.told = told.append
        connection = http.client.HTTPConnection(*server.server_address)
        connection.request("GET", "/%1b[2J%0a%e2%80%ae/")
        connection.getresponse().read()
        connection.close()
    assert told == ["Không có trang: /\\u001b[2J \\u202e/"]


def test_a_link_out_of_the_folder_is_not_followed(ask, folder):
    """A symbolic link does not open the rest of the disk."""
    try:
        (folder / "ra.txt").symlink_to(folder.parent / "rieng.txt")
    except OSError:
        pytest.skip("hệ thống này không cho tạo liên kết")
    assert ask("/ra.txt")[0] == 404


@pytest.mark.parametrize(("address", "target"), [("/rss", "/rss/"), ("/rss?a=1", "/rss/?a=1"), ("//rss", "/rss/")])
def test_a_folder_without_its_slash_is_redirected(ask, address, target):
    """/rss leads to /rss/ on this host for good, and never to another host."""
    status, headers, _ = ask(address)
    assert (status, headers["Location"]) == (301, target)


@pytest.mark.parametrize("address", ["/", "/rss", "/khong-co"])
def test_head_answers_like_get_without_a_body(ask, address):
    """HEAD has the status, type and length of GET, and an empty body."""
    status, headers, _ = ask(address)
    same_status, same_headers, body = ask(address, "HEAD")
    assert (same_status, same_headers["Content-Length"], body) == (status, headers["Content-Length"], "")


def test_a_taken_port_leads_to_the_next_free_one(folder):
    """The user is told that the port is taken and which one is used instead."""
    said = []
    with serving.Server(folder) as first:
        taken = first.server_address[1]
        with serving.first_free(folder, taken, said.append) as second:
            assert second.server_address[1] > taken
            assert second.server_address[0] == "127.0.0.1"
            chosen = second.server_address[1]
    assert said == [f"Cổng {taken} đang có chương trình khác dùng; chuyển sang cổng {chosen}."]


def test_an_impossible_port_is_refused(folder):
    """Port 70000 does not exist; the message gives a right example."""
    with pytest.raises(Mistake, match="--port cần một số từ 0 đến 65535, không phải 70000. Ví dụ: --port 8000"):
        serving.first_free(folder, 70000, print)
