"""What media lends to the build context: the studio's pictures, cards and fonts as pieces of views."""

from collections.abc import Iterator
from functools import cached_property

from plugins.context.build import Build
from plugins.context.outputs import Copy
from plugins.context.views import Font, Image, Source
from plugins.media import fonts
from plugins.media.pictures import Picture
from plugins.media.studio import Studio


class Lending:
    """The `Pictures` service of one build (see plugins.context.build)."""

    def __init__(self, build: Build):
        self.prefix = build.prefix
        self.cache = build.cache / "anh"
        self.studio = Studio(build.content, self.cache)

    def image(self, src: str, alt: str, caption: str = "", credit: str = "") -> Image | None:
        """The picture in its sizes; None when the gate has refused it."""
        found = self.studio.picture(src)
        if not isinstance(found, Picture):
            return None
        webp, jpeg = (tuple(Source(self.prefix + v.address, v.width) for v in found.of(kind)) for kind in ("webp", "jpeg"))
        return Image(alt, found.width, found.height, webp, jpeg, found.colour, caption, credit)

    def faults(self, src: str) -> tuple[tuple[str, str, str], ...]:
        """Why a picture may not be published."""
        found = self.studio.check(src)
        return () if isinstance(found, Picture) else tuple((f.code, f.message, f.suggestion) for f in found)

    def card(self, label: str, site_name: str) -> Image:
        """The share card of a category or kind of record."""
        card = self.studio.card(label, site_name)
        one = (Source(self.prefix + card.address, card.width),)
        return Image(label if label == site_name else f"{label} – {site_name}", card.width, card.height, one, one, "#0b4ea2")

    def fonts(self) -> tuple[Font, ...]:
        """The font files of the site."""
        return tuple(Font(self.prefix + f.address, f.weight, f.style) for f in self._faces)

    @cached_property
    def _faces(self):
        return fonts.subset(self.cache)

    def size(self, href: str) -> int:
        """The true length in bytes of a picture file that a page shows; made now if it was not yet."""
        if href not in self._made:
            self.studio.encode_all()
            self.__dict__.pop("_made")
        return self._made[href].stat().st_size

    @cached_property
    def _made(self):
        return {self.prefix + address: path for address, path in self.studio.outputs()}

    def outputs(self, build: Build) -> Iterator[Copy]:
        """All picture and font files that the pages made so far have asked for."""
        self.studio.encode_all()
        for address, path in self.studio.outputs():
            yield Copy(address, path, "content/anh")
        for face in self._faces:
            yield Copy(face.address, face.path, "theme")
