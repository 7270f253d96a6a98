"""The Python environment of the project: made once in `.venv`, then entered by one more process.

Works before anything is installed, so it uses the standard library only. It knows no task."""

import os
import re
import signal
import sys
from pathlib import Path

from plugins.commands import doorway
from plugins.commands.doorway import INSIDE, STAMP
from plugins.commands.locks import alone

LOG = "cai-dat.log"
_WIDTH = 70

# Run by the environment's own Python: the names of its packages; exit 3 if a file of one of them is missing,
# or if it is too old.
_INSPECT = """
import csv, importlib.metadata as metadata, sys
if sys.version_info < (3, 11):
    sys.exit(3)
for package in metadata.distributions():
    record = package.read_text("RECORD")
    paths = [row[0] for row in csv.reader((record or "").splitlines()) if row]
    if not paths or not all(p.endswith(".pyc") or package.locate_file(p).exists() for p in paths):
        sys.exit(3)
    print(package.metadata["Name"])
"""


class EnvironmentTrouble(Exception):
    """The environment cannot be made; the message says in Vietnamese what to do."""


def enter(root: Path, argv: list[str]) -> int | None:
    """Run tasks.py with `argv` inside `root/.venv`, made first if need be, and give back its exit code.

    None means that this process is inside already and should simply go on. Raises EnvironmentTrouble."""
    venv = root / ".venv"
    if os.environ.get(INSIDE) == str(venv) or _same(Path(sys.prefix), venv):
        return None
    prepare(root)
    return _wait([str(python_of(venv)), str(root / "tasks.py"), *argv], _environment(venv))


def prepare(root: Path) -> None:
    """See to it that `root/.venv` holds what requirements.txt asks for.

    Costs one small file to read when the stamp fits; then neither pip nor the network is touched."""
    if _fits(root):
        return
    (root / ".cache").mkdir(exist_ok=True)
    waiting = "Một lệnh khác đang chuẩn bị môi trường; xin chờ…"
    with alone(root / ".cache" / "venv.lock", waiting) as inherited:
        if not _fits(root):
            _install(root, inherited)


def python_of(venv: Path) -> Path:
    """The interpreter of an environment, where this system keeps it."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _install(root: Path, inherited: tuple[int, ...]) -> None:
    venv = root / ".venv"
    log = root / ".cache" / LOG
    log.write_bytes(b"")
    packages = _packages(venv)
    if packages is None:
        _say("Đang chuẩn bị môi trường Python trong .venv (chỉ lần đầu, khoảng một phút)…")
        _create(venv, log, inherited)
    else:
        _say("Đang cập nhật môi trường Python trong .venv theo requirements.txt…")
    pip = [str(python_of(venv)), "-m", "pip", "install", "--no-user", "--no-input", "--retries", "2"]
    options = ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(root / "requirements.txt")]
    if _logged([*pip, *options], log, venv, inherited) == 0:
        (venv / (STAMP + ".new")).write_text(_stamp(root), encoding="ascii")
        os.replace(venv / (STAMP + ".new"), venv / STAMP)
        _say("Môi trường đã sẵn sàng.")
        return
    missing = _required(root) - (_packages(venv) or set())
    if missing:
        raise EnvironmentTrouble(
            f"Chưa cài được {len(missing)} gói trong requirements.txt ({_some(missing)}), "
            f"thường vì máy không có mạng. Hãy nối mạng rồi chạy lại đúng lệnh này. Chi tiết: {log}"
        )
    _say(
        "Lưu ý: requirements.txt đã thay đổi nhưng chưa cập nhật được (thường vì máy không có mạng). "
        f"Tạm dùng các gói đã cài trong .venv. Chi tiết: {log}"
    )


def _create(venv: Path, log: Path, inherited: tuple[int, ...]) -> None:
    if _logged([sys.executable, "-m", "venv", "--clear", str(venv)], log, venv, inherited) != 0:
        raise EnvironmentTrouble(
            "Không tạo được môi trường Python trong .venv. Trên Debian, Ubuntu hãy cài gói còn thiếu bằng "
            f"lệnh “sudo apt install python3-venv”; nếu không, xem chi tiết: {log}"
        )


def _fits(root: Path) -> bool:
    try:
        return (root / ".venv" / STAMP).read_text(encoding="ascii") == _stamp(root)
    except OSError:
        return False


def _stamp(root: Path) -> str:
    return doorway.stamp(str(root))


def _required(root: Path) -> set[str]:
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {_name(found[0]) for line in lines if (found := re.match(r"[A-Za-z0-9][\w.-]*", line))}


def _packages(venv: Path) -> set[str] | None:
    """The packages of a whole environment, or None where it is missing, cut short or too old."""
    import subprocess

    command = [str(python_of(venv)), "-I", "-X", "utf8", "-c", _INSPECT]
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", env=_environment(venv))
    except OSError:
        return None
    names = {_name(line) for line in run.stdout.split()}
    return names if run.returncode == 0 and "pip" in names else None


def _some(names: set[str]) -> str:
    return ", ".join(sorted(names)[:3]) + (", …" if len(names) > 3 else "")


def _name(written: str) -> str:
    """A package's name in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", written).lower()


def _logged(command: list[str], log: Path, venv: Path, inherited: tuple[int, ...]) -> int:
    """The exit code of `command`; its output goes to `log`, a progress line to the terminal."""
    import subprocess

    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    text = {"encoding": "utf-8", "errors": "replace"}
    live = sys.stderr is not None and sys.stderr.isatty()
    with (
        open(log, "a", encoding="utf-8") as kept,
        subprocess.Popen(command, env=_environment(venv), pass_fds=inherited, **pipes, **text) as process,
    ):
        for line in process.stdout:
            kept.write(line)
            if live and line.startswith(("Collecting ", "Installing ")):
                sys.stderr.write(f"\r  {' '.join(line.split()[:2]):<{_WIDTH}.{_WIDTH}}")
                sys.stderr.flush()
    if live:
        sys.stderr.write(f"\r  {'':{_WIDTH}}\r")
    return process.returncode


def _wait(command: list[str], environment: dict[str, str]) -> int:
    """Let the child end by itself on Ctrl-C (it gets the key too), and end it when this process is ended."""
    import subprocess

    with subprocess.Popen(command, env=environment) as process:
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            while True:
                try:
                    code = process.wait()
                    break
                except KeyboardInterrupt:
                    continue
        finally:
            signal.signal(signal.SIGTERM, before)
    return code if code >= 0 else 128 - code


def _environment(venv: Path) -> dict[str, str]:
    return doorway.environment(str(venv))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
