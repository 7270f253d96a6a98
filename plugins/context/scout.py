"""What lies on the disk, looked at by a process of its own while the first one still loads its modules.

Where the system can, a scout is a copy of the process that sends it, which is quicker than a new one. Run as a script
(`scout.py content FOLDER` or `scout.py site FOLDER LIST`) it writes what it saw to its standard output. It imports next to
nothing, so that it is quick to start; what names mean is decided elsewhere."""

import marshal
import os
import stat
import sys

IGNORED = ("~", ".swp", ".tmp", ".bak")  # endings of what editors' programs leave behind
Seen = tuple[str, int, int, int, int, int]  # name below the folder, mode, size, last change of content and state (ns), inode
Lying = dict[str, tuple[int, int]]  # name → size, last change of content (ns)


def walk(folder: str) -> list[Seen]:
    """All files and links below a folder that are neither hidden nor left behind by a program, in no order. Raises OSError."""
    found: list[Seen] = []
    _walk(folder, "", found)
    return found


def _walk(folder: str, prefix: str, found: list[Seen]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] in "._":
                continue
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, f"{prefix}{name}/", found)
            elif name[0] != "~" and not name.endswith(IGNORED):
                state = entry.stat(follow_symlinks=False)
                found.append((prefix + name, state.st_mode, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino))


def lying(folder: str, names: list[str]) -> Lying:
    """How the files of these names lie in a folder; those that are not there are left out."""
    return _lying(f"{folder}/", names)


def _lying(before: str, names: list[str]) -> Lying:
    found: Lying = {}
    for name in names:
        try:
            state = os.stat(before + name)
        except OSError:
            continue
        if stat.S_ISREG(state.st_mode):
            found[name] = (state.st_size, state.st_mtime_ns)
    return found


class Scouts:
    """Two scouts on their way: one looks at the content folder, one at the site."""

    def __init__(self, content: str, output: str, made: str):
        self._content, self._site = _send("content", content), _send("site", output, made)
        self._lying: Lying | None = None

    def content(self) -> list[Seen] | None:
        """What lies in the content folder; None when the scout came to nothing."""
        return _answer(self._content)

    def site(self) -> Lying | None:
        """How the files of the last build lie; None when the scout came to nothing."""
        if self._site is not None:
            self._lying, self._site = _answer(self._site), None
        return self._lying


def _send(*words: str):
    """A scout on its way: what to read from it, and how to wait for its exit code. None where none can be sent."""
    try:
        return _copy(words) if sys.platform == "linux" else _start(words)
    except OSError:
        return None


def _copy(words: tuple[str, ...]):
    """For a process that has no other threads."""
    read, write = os.pipe()
    scout = os.fork()
    if scout:
        os.close(write)
        return open(read, "rb"), lambda: os.waitstatus_to_exitcode(os.waitpid(scout, 0)[1])
    code = 1
    try:
        os.close(read)
        with open(write, "wb") as stream:
            stream.write(marshal.dumps(look(words)))
        code = 0
    finally:
        os._exit(code)  # whatever happened, this copy never goes on as the process that it came from


def _start(words: tuple[str, ...]):
    from subprocess import DEVNULL, PIPE, Popen

    scout = Popen([sys.executable, "-I", "-S", __file__, *words], stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL)
    return scout.stdout, scout.wait


def _answer(scout):
    """What a scout has written; a whole answer comes with exit code 0."""
    if scout is None:
        return None
    stream, ended = scout
    with stream:
        data = stream.read()
    return marshal.loads(data) if ended() == 0 else None


def look(words: tuple[str, ...]) -> list[Seen] | Lying:
    """What is seen of the content folder, or of the site."""
    if words[0] == "content":
        return walk(words[1])
    import json

    with open(words[2], encoding="utf-8") as file:
        names = json.load(file)
    os.chdir(words[1])  # short names are looked up more quickly
    return _lying("", names)


if __name__ == "__main__":
    sys.stdout.buffer.write(marshal.dumps(look(tuple(sys.argv[1:]))))
