"""The way from any Python into the project's own environment, for the usual case that it stands: nothing loaded, no process added.

Whatever is not as it should be is left to `bootstrap`. Standard library only, and little of it: every task waits for this."""

import gc
import os
import sys

INSIDE = "TASKS_VENV"
STAMP = "requirements.sha256"
_LEADING_OUT = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")  # what would lead a Python out of its environment


def pass_through(root: str, argv: list[str]) -> None:
    """Makes this process one of the environment in `root/.venv`: as it is where it runs that environment's interpreter, else
    replaced by tasks.py there; returns in either case but the last."""
    keep_compiled(root)
    gc.set_threshold(500_000)  # a build keeps what it makes: looking for rings in that took a sixth of an edit, at 50,000 a thirtieth
    venv = os.path.join(root, ".venv")
    if os.name != "posix" or os.environ.get(INSIDE) == venv or sys.prefix == venv:
        return
    try:
        with open(os.path.join(venv, STAMP), encoding="ascii") as file:
            if file.read() != stamp(root):
                return
        python = os.path.join(venv, "bin", "python")
        if not _enter(venv, python):
            os.execve(python, [python, os.path.join(root, "tasks.py"), *argv], environment(venv))
    except OSError:
        return


def keep_compiled(root: str) -> None:
    """Where Python is told to leave no compiled modules beside their sources, they are kept in `root/.cache`: to compile
    all anew takes longer than a build that has little to do."""
    if sys.dont_write_bytecode and sys.pycache_prefix is None:
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = os.path.join(root, ".cache", "bien-dich")
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def _enter(venv: str, python: str) -> bool:
    """Turns this process into one of the environment, as the module `site` would have done it; tells whether that was possible:
    it is the same interpreter, reads and writes UTF-8, and was led nowhere else. A file of paths (.pth) there is not followed."""
    from _locale import getencoding

    packages = os.path.join(venv, "lib", f"python{sys.version_info.major}.{sys.version_info.minor}", "site-packages")
    same = os.path.realpath(sys.executable) == os.path.realpath(python) and os.path.isdir(packages)
    foreign = "sysconfig" in sys.modules or any(name in os.environ for name in _LEADING_OUT)
    if not same or foreign or getencoding().lower().replace("-", "") != "utf8":
        return False
    sys.path[:] = [path for path in sys.path if "site-packages" not in path and "dist-packages" not in path]
    sys.path.append(packages)
    sys.prefix = sys.exec_prefix = venv
    sys._base_executable, sys.executable = sys.executable, python
    os.environ.update(environment(venv))
    return True


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
