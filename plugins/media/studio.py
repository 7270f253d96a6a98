"""The service that the rest of the house asks for pictures and share cards; it knows which were used.

Ask first, encode later: `picture` and `card` answer with addresses at once, `encode_all` makes the files
after the gate. Not here: how a picture is checked (`pictures`) or made (`encoding`, `cards`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path, PurePosixPath

import PIL

from plugins.media import card_plans, faults, pictures
from plugins.media.card_plans import Card
from plugins.media.faults import Fault
from plugins.media.pictures import PREFIX, Picture, Seen
from plugins.media.store import Store, sha256

_RACY = 2_000_000_000  # ns; a file that was written so lately may change again within the same tick of the disk's clock


def _stamp(state: os.stat_result) -> list[int]:
    return [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]


class Studio:
    """Pictures of one content folder, remembered in one cache folder.

    content: the folder that picture names are relative to. cache: a folder that may be deleted at any time.
    url_prefix: where the files will live, from the site root, with both slashes.
    """

    def __init__(self, content: Path, cache: Path, url_prefix: str = PREFIX):
        self.content = content
        self.url_prefix = url_prefix
        self.store = Store(cache)
        self._answers: dict[str, Picture | tuple[Fault, ...]] = {}
        self._folders: dict[Path, frozenset[str]] = {}
        self._used: dict[str, Picture] = {}
        self._cards: dict[str, Card] = {}
        self._made: dict[str, Path] = {}

    def check(self, name: str) -> Picture | tuple[Fault, ...]:
        """Inspects a picture by its path under content/ without counting it as used (drafts, the gate)."""
        if name not in self._answers:
            self._answers[name] = self._inspect(name)
        return self._answers[name]

    def picture(self, name: str) -> Picture | tuple[Fault, ...]:
        """The picture for a page that shows it, or why it cannot be shown; its files will be made."""
        answer = self.check(name)
        if isinstance(answer, Picture):
            self._used[name] = answer
        return answer

    def card(self, label: str, site_name: str, scheme: str = "lam") -> Card:
        """The share card of a category or record type; it will be drawn."""
        card = card_plans.plan(label, site_name, scheme, self.url_prefix)
        self._cards[card.address] = card
        return card

    def known(self, name: str) -> bool:
        """Whether a picture was checked and may be shown."""
        return isinstance(self._answers.get(name), Picture)

    def verify(self, names: Iterable[str], step: Callable[[], None] = lambda: None) -> dict[str, tuple[Fault, ...]]:
        """Checks many pictures on all cores; returns the faulty ones by name, and `check` answers at once. `step` is called after
        each."""
        wanted = [n for n in sorted(set(names)) if n not in self._answers]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for name, answer in zip(wanted, pool.map(self._inspect, wanted), strict=True):
                self._answers[name] = answer
                step()
        self.store.save()
        return {n: a for n in sorted(set(names)) if not isinstance(a := self._answers[n], Picture)}

    def encode_all(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Makes every file that is used and not yet cached, and saves what was learnt.

        Raises encoding.SourceChanged if a picture was altered after it was checked.
        """
        from plugins.media import cards, encoding  # Pillow is slow to load

        sources = {name: self._path(name) for name in self._used}
        self._made = encoding.encode_all(self._used.values(), sources, self.store, progress)
        for address, card in self._cards.items():
            self._made[address] = cards.draw(card, self.store)
        self.store.save()

    def files(self, name: str) -> dict[str, Path]:
        """Address → cached file of all variants of one picture; made now where they are missing."""
        from plugins.media import encoding

        answer = self.picture(name)
        return encoding.encode(answer, self._path(name), self.store) if isinstance(answer, Picture) else {}

    def make(self, names: Iterable[str], progress: Callable[[int, int], None] | None = None) -> None:
        """Makes the files of some pictures on all cores, where they are not yet there, and saves what was learnt."""
        from plugins.media import encoding

        found = [answer for name in sorted(set(names)) if isinstance(answer := self.check(name), Picture)]
        encoding.encode_all(found, {p.name: self._path(p.name) for p in found}, self.store, progress)

    def outputs(self) -> Iterator[tuple[str, Path]]:
        """Address and cached file of everything that is used, by address; after `encode_all`."""
        yield from sorted(self._made.items())

    def _path(self, name: str) -> Path:
        return self.content.joinpath(*PurePosixPath(name).parts)

    def _inspect(self, name: str) -> Picture | tuple[Fault, ...]:
        path = self._path(name)
        if self._outside(name, path):
            return (
                Fault(
                    "picture-outside",
                    f"Đường dẫn ảnh “{name}” ra ngoài thư mục content/.",
                    "Đặt ảnh trong content/ và ghi đường dẫn từ đó, ví dụ anh/le-ra-quan.jpg.",
                ),
            )
        siblings = self._siblings(path.parent)
        if path.name not in siblings or not path.is_file():
            return (faults.missing(name, self._near(name)),)
        if known := self._untouched(name, path):
            return known
        try:
            state, data = path.stat(), path.read_bytes()
        except OSError as error:
            return (faults.unreadable(name, error),)
        digest = sha256(data)
        key = f"seen:{digest}:{PIL.__version__}"
        noted = self.store.note(key)
        # A note holds what a good file told; its name and extension are checked anew each time.
        seen = Seen(**noted) if noted and not faults.header_faults(data, name) else pictures.examine(data, name)
        if not isinstance(seen, Seen):
            return seen
        if noted is None:
            self.store.remember(key, asdict(seen))
        if max(state.st_mtime_ns, state.st_ctime_ns) < time.time_ns() - _RACY:
            self.store.remember(f"at:{name}", [*_stamp(state), digest])
        return pictures.plan(name, digest, seen, self.url_prefix)

    def _untouched(self, name: str, path: Path) -> Picture | None:
        """The picture of a good file whose size and times are those of the last look; it need not be read again."""
        *stamp, digest = self.store.note(f"at:{name}") or [None]
        noted = self.store.note(f"seen:{digest}:{PIL.__version__}") if digest else None
        return pictures.plan(name, digest, Seen(**noted), self.url_prefix) if noted and stamp == _stamp(path.stat()) else None

    def _near(self, name: str) -> str | None:
        """The picture that was most likely meant by a name that no file has: in its own folder, else among the pictures."""
        import difflib  # only a mistake needs it

        wanted = PurePosixPath(name.removeprefix("content/"))
        for folder in dict.fromkeys((str(wanted.parent), "anh")):
            names = {one.lower(): one for one in sorted(self._siblings(self.content / folder))}
            near = difflib.get_close_matches(wanted.name.lower(), sorted(names), n=1, cutoff=0.8)
            if near:
                return names[near[0]] if folder == "." else f"{folder}/{names[near[0]]}"
        return None

    def _outside(self, name: str, path: Path) -> bool:
        """Whether the name leaves content/, by its words or through a symbolic link."""
        if not name or "\0" in name or PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
            return True
        return not path.resolve().is_relative_to(self.content.resolve())

    def _siblings(self, folder: Path) -> frozenset[str]:
        """File names as written on disk, so that `A.JPG` is not taken for `a.jpg` where the system would."""
        if folder not in self._folders:
            try:
                self._folders[folder] = frozenset(os.listdir(folder))
            except OSError:
                self._folders[folder] = frozenset()
        return self._folders[folder]
