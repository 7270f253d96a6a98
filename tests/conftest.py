"""What tests share: the demonstration site built once, a server of it, and a browser.

Helpers of one kind of test live beside that test."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

from plugins.commands import serving

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

hypothesis.settings.register_profile("project", deadline=None, derandomize=True)
hypothesis.settings.load_profile("project")

# A shell starts what it runs behind it deaf to Ctrl-C, and its children inherit that: the tests of Ctrl-C would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def in_ci() -> bool:
    """Whether a machine runs the tests for everybody: there, a missing tool is a fault and no excuse."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def _run_tasks(*argv: object, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess:
    """tasks.py in a process of its own, inside this environment; its output is text."""
    command = [sys.executable, str(ROOT / "tasks.py"), *map(str, argv)]
    environment = os.environ | {"PYTHONUTF8": "1"} | variables
    return subprocess.run(command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")


@pytest.fixture(scope="session")
def run_tasks():
    """Call it with the words of a command line (and `cwd=`, or environment variables) to run tasks.py."""
    return _run_tasks


@pytest.fixture(scope="session")
def site(tmp_path_factory, run_tasks) -> Path:
    """The folder of the demonstration site, built once."""
    output = tmp_path_factory.mktemp("trang") / "output"
    run = run_tasks("build", "--output", output, "--cache", ROOT / ".cache", "--quiet")
    assert run.returncode == 0, run.stdout + run.stderr
    return output


@pytest.fixture(scope="session")
def server(site):
    """The address of the demonstration site on a static host of ours, with a closing slash."""
    with serving.background(site) as running:
        yield running.url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome on this machine."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        reason = "không thấy Chromium hay Chrome trên máy này nên bỏ qua các phép thử bằng trình duyệt"
        pytest.fail(reason) if in_ci() else pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def weasyprint():
    """WeasyPrint with its libraries, which printed forms need."""
    from plugins.context import printing

    try:
        return printing.version()
    except printing.Missing as missing:
        reason = f"không làm được bản in PDF trên máy này: {str(missing).splitlines()[0]}"
        pytest.fail(reason) if in_ci() else pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium):
    """A headless browser, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=BROWSER_FLAGS)
        yield running
        running.close()
