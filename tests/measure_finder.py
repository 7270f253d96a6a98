"""How soon the search of the archive answers on a weak phone: run by hand on a built site, never by the tests.

    .venv/bin/python -m tests.measure_finder /tmp/trang/output

The processor is slowed four- and six-fold, the network is a slow 4G (1.6 Mbit/s, 150 ms), the window 360 × 740, the host gzips what it
sends. Told in milliseconds from the last letter typed to the rows on the screen, the pause for typing included: least and median of
several rounds (on a busy machine the least says more), and what the page computed for it, unthrottled."""

import gzip
import shutil
import statistics
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.conftest import BROWSER_FLAGS, BROWSERS

ROUNDS = 7
QUERIES = ("16", "16-kh", "hướng dẫn 16 2020", "16hd/tdtn", "an toàn", "thanh niên", "rà soát đoàn viên", "zzz")
CHOICES = (("loai", "ke-hoach"), ("nam", "2020"))
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
_WATCH = """() => {
    const status = document.getElementById("tra_tinh-trang");
    window.told = new Promise((resolve) => {
        new MutationObserver((_seen, watch) => {
            if (!/^(Tìm thấy|Không có)/.test(status.textContent)) return;
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.began)));
        }).observe(status, { childList: true, characterData: true, subtree: true });
    });
}"""
_TYPE = """(text) => {
    const input = document.querySelector("form[data-columns] [name=q]");
    document.getElementById("tra_tinh-trang").textContent = "";
    window.began = performance.now();
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return window.told;
}"""
_CHOOSE = """([name, value]) => {
    const select = document.querySelector(`form[data-columns] [name=${name}]`);
    document.getElementById("tra_tinh-trang").textContent = "";
    window.began = performance.now();
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return window.told;
}"""


class _Host(SimpleHTTPRequestHandler):
    """A static host that gzips text."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        data, plain = path.read_bytes(), path.suffix in (".woff2", ".png", ".jpg", ".webp")
        data = data if plain else gzip.compress(data, 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        if not plain:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return self.wfile.write(data)

    def log_message(self, *_):
        """Says nothing."""


@contextmanager
def _hosted(folder: Path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def main(folder: Path) -> None:
    """Measures the site in a folder."""
    with _hosted(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=next(filter(None, map(shutil.which, BROWSERS))), args=BROWSER_FLAGS)
        for rate in (1, 4, 6):
            context = browser.new_context(viewport={"width": 360, "height": 740})
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", _SLOW_4G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(f"{address}van-ban/", timeout=120_000)
            page.wait_for_selector("form[data-ready]", state="attached", timeout=120_000)
            print(f"\nCPU / {rate}")
            page.locator("form[data-columns] [name=q]").focus()
            print(f"  focus, then a figure at once     {_timed(page, session, _TYPE, '16')[0]:6.0f}")
            print(f"  first words, the years on the way{_timed(page, session, _TYPE, 'công tác')[0]:6.0f}")
            for query in QUERIES:
                _told(query, [_timed(page, session, _TYPE, query + " " * (n % 2)) for n in range(ROUNDS)])
            for name, value in CHOICES:
                found = []
                for _ in range(ROUNDS):
                    found.append(_timed(page, session, _CHOOSE, [name, value]))
                    _timed(page, session, _CHOOSE, [name, ""])
                _told(f"{name}={value}", found)
            context.close()
        browser.close()


def _timed(page: Page, session: CDPSession, script: str, given: object) -> tuple[float, float]:
    """Milliseconds until it was told, and of them those that the page computed."""
    page.evaluate(_WATCH)
    before = _computed(session)
    return page.evaluate(script, given), 1000 * (_computed(session) - before)


def _computed(session: CDPSession) -> float:
    return next(m["value"] for m in session.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")


def _told(words: str, found: list[tuple[float, float]]) -> None:
    waited, computed = zip(*found, strict=True)
    print(f"  {words:32} {min(waited):6.0f} {statistics.median(waited):6.0f} {min(computed):6.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
