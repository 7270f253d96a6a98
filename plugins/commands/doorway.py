"""The way from any Python into the project's own environment, for the usual case that it stands: one step, nothing loaded.

Whatever is not as it should be is left to `bootstrap`. Standard library only, and little of it: every task waits for this."""

import os
import sys

INSIDE = "TASKS_VENV"
STAMP = "requirements.sha256"


def pass_through(root: str, argv: list[str]) -> None:
    """Replaces this process by tasks.py in `root/.venv`; returns where this is not possible, or not needed."""
    venv = os.path.join(root, ".venv")
    if os.name != "posix" or os.environ.get(INSIDE) == venv or sys.prefix == venv:
        return
    try:
        with open(os.path.join(venv, STAMP), encoding="ascii") as file:
            if file.read() != stamp(root):
                return
        python = os.path.join(venv, "bin", "python")
        os.execve(python, [python, os.path.join(root, "tasks.py"), *argv], environment(venv))
    except OSError:
        return


def stamp(root: str) -> str:
    """What an environment that was made from the present requirements.txt is known by."""
    try:
        from _sha256 import sha256  # the same, without the ten milliseconds that hashlib takes to load
    except ImportError:
        from hashlib import sha256

    with open(os.path.join(root, "requirements.txt"), "rb") as file:
        return f"{sha256(file.read()).hexdigest()} {sys.version_info.major}.{sys.version_info.minor}\n"


def environment(venv: str) -> dict[str, str]:
    """This process's environment, in UTF-8 and without what would lead another Python back out of `venv`."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "__PYVENV_LAUNCHER__")}
    return kept | {"PYTHONUTF8": "1", INSIDE: venv}
