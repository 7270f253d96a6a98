"""What media lends to the build context: the studio's pictures, cards and fonts as pieces of views.

Pillow is loaded when the first picture is asked for: most builds of one edit need none."""

import os
from collections.abc import Collection, Iterator
from functools import cached_property

from plugins.context import tracing
from plugins.context.build import Build
from plugins.context.outputs import Copy, Shelf
from plugins.context.progress import Progress
from plugins.context.views import Font, Image, Source
from plugins.media import card_plans

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_MANY = 8  # pictures that are worth more than one core
_COLOUR = "#0b4ea2"  # of a share card until it has loaded


class Lending:
    """The `Pictures` service of one build (see plugins.context.build)."""

    def __init__(self, build: Build):
        self.prefix, self.trace, self.content = build.prefix, build.trace, build.content
        self.cache = build.cache / "anh"

    @cached_property
    def studio(self):
        from plugins.media.studio import Studio

        return Studio(self.content, self.cache)

    def image(self, src: str, alt: str, caption: str = "", credit: str = "") -> Image | None:
        """The picture in its sizes; None when the gate has refused it."""
        self.trace.note(tracing.FILE + src)
        found = self.studio.picture(src)
        if isinstance(found, tuple):
            return None
        self.trace.note(tracing.PICTURE + src)
        webp, jpeg = (tuple(Source(self.prefix + v.address, v.width) for v in found.of(kind)) for kind in ("webp", "jpeg"))
        return Image(alt, found.width, found.height, webp, jpeg, found.colour, caption, credit)

    def faults(self, src: str) -> tuple[tuple[str, str, str], ...]:
        """Why a picture may not be published."""
        self.trace.note(tracing.FILE + src)
        found = self.studio.check(src)
        return tuple((f.code, f.message, f.suggestion) for f in found) if isinstance(found, tuple) else ()

    def card(self, label: str, site_name: str) -> Image:
        """The share card of a category or kind of record."""
        self.trace.note(f"{tracing.CARD}{label}\t{site_name}")
        if (label, site_name) not in self._cards:
            card = card_plans.plan(label, site_name)
            one = (Source(self.prefix + card.address, card.width),)
            alt = label if label == site_name else f"{label} – {site_name}"
            self._cards[label, site_name] = Image(alt, card.width, card.height, one, one, _COLOUR)
        return self._cards[label, site_name]

    @cached_property
    def _cards(self) -> dict[tuple[str, str], Image]:
        return {}

    def fonts(self) -> tuple[Font, ...]:
        """The font files of the site."""
        return tuple(Font(self.prefix + f.address, f.weight, f.style) for f in self._faces)

    @cached_property
    def _faces(self):
        from plugins.media import fonts

        self.studio.store.reload()  # a helper may have made them
        faces = fonts.subset(self.studio.store)
        self.studio.store.save()
        return faces

    def size(self, src: str) -> int:
        """The true length in bytes of the largest JPEG of a picture; made now if it was not yet."""
        self.trace.note(tracing.FILE + src)
        return self._largest(src).stat().st_size

    def jpeg(self, src: str) -> bytes:
        """The largest JPEG of a picture; made now if it was not yet."""
        self.trace.note(tracing.FILE + src)
        return self._largest(src).read_bytes()

    def _largest(self, src: str):
        return self.studio.files(src)[self.studio.picture(src).of("jpeg")[-1].address]

    def look(self, names: Collection[str], progress: Progress) -> None:
        """Checks many files that may be pictures on all cores, so that each is known when it is asked for."""
        wanted = [name for name in names if name.lower().endswith(_ENDINGS)]
        if len(wanted) >= _MANY:
            with progress.stage("Xem ảnh", len(wanted)) as step:
                self.studio.verify(wanted, lambda: step(1))

    def make(self, names: Collection[str], progress: Progress) -> None:
        """Makes the files of those `names` that are pictures, on all cores."""
        wanted = [name for name in names if self.studio.known(name)]
        with progress.stage("Làm ảnh", len(wanted)) as step:
            self.studio.make(wanted, lambda done, total: step(1))

    def shelves(self, build: Build) -> Iterator[Shelf]:
        """All picture and font files that pages ask for."""
        yield Shelf("phong-chu", lambda: (Copy(face.address, face.path, "theme") for face in self._faces))
        shown = build.shown()
        self._draw([cell.removeprefix(tracing.CARD) for cell in shown if cell.startswith(tracing.CARD)])
        for cell in shown:
            name = cell[len(tracing.PICTURE) :]
            files = self._picture if cell.startswith(tracing.PICTURE) else self._card
            yield Shelf(f"anh:{cell}", lambda f=files, n=name: f(n))

    def _picture(self, src: str) -> Iterator[Copy]:
        self.trace.note(tracing.FILE + src)
        for address, path in self.studio.files(src).items():
            yield Copy(address, path, "content/anh", tracing.FILE + src)

    def _card(self, name: str) -> Iterator[Copy]:
        from plugins.media import cards

        card = card_plans.plan(*name.split("\t"))
        yield Copy(card.address, cards.draw(card, self.studio.store), "content/anh")

    def _draw(self, names: list[str]) -> None:
        """Draws the cards that were never drawn, on all cores."""
        from concurrent.futures import ThreadPoolExecutor

        from plugins.media import cards

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda name: cards.draw(card_plans.plan(*name.split("\t")), self.studio.store), names))
        self.studio.store.save()
