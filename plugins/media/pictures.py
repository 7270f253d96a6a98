"""A picture as editors commit it: is it what it says, how large is it, and which files will be made of it.

Nothing is written here and no address waits for an encoder, so views can be built first. Not here: making
the files (`encoding`), remembering what was seen (`studio`).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.domain.text import slug
from plugins.media import headers
from plugins.media.faults import Fault, animated, damaged, header_faults, missing, unreadable
from plugins.media.store import sha256

SETTINGS = "1"
"""Version of all that shapes an encoded file; part of every address, so that no cache hides a change."""

WIDTHS = (480, 960, 1600)
PREFIX = "/anh/"


@dataclass(frozen=True, slots=True)
class Variant:
    """One file made of a picture: size in pixels, 'webp' or 'jpeg', and its address from the site root."""

    width: int
    height: int
    format: str
    address: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was checked. Its size is in pixels as seen, upright; its colour is the average."""

    name: str
    digest: str
    width: int
    height: int
    colour: str
    variants: tuple[Variant, ...]

    def of(self, format_: str) -> tuple[Variant, ...]:
        """The variants of one format, smallest first."""
        return tuple(v for v in self.variants if v.format == format_)


@dataclass(frozen=True, slots=True)
class Seen:
    """What decoding a file told: everything of a picture that depends on its bytes alone."""

    type: str
    width: int
    height: int
    colour: str


def inspect(path: Path, name: str, prefix: str = PREFIX) -> Picture | tuple[Fault, ...]:
    """Checks the picture file and plans its variants; `name` is its path under content/.

    The header is checked first, so an oversized picture is refused before it is decoded.
    """
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError as error:
        return (unreadable(name, error),)
    if data is None:
        return (missing(name),)
    seen = examine(data, name)
    return plan(name, sha256(data), seen, prefix) if isinstance(seen, Seen) else seen


def examine(data: bytes, name: str) -> Seen | tuple[Fault, ...]:
    """Checks the bytes of a picture: header and extension first, then by decoding all of it."""
    faults = header_faults(data, name)
    if faults:
        return faults
    from PIL import Image  # slow to load; a picture that was seen before needs none of it

    from plugins.media.colours import average

    type_ = headers.kind(data)
    try:
        with Image.open(io.BytesIO(data), formats=[type_.upper()]) as image:
            # A telephone's JPEG may carry a second picture (MPO); its first is the photograph.
            if image.format != "MPO" and getattr(image, "is_animated", False):
                return (animated(name),)
            width, height = image.size[::-1] if orientation(image) in SIDEWAYS else image.size
            image.draft(None, (64, 64))  # a JPEG is read to its end, but computed at an eighth of its size
            image.load()
            return Seen(type_, width, height, average(image))
    except Exception:  # damaged bytes raise OSError, SyntaxError, ValueError, struct.error … in Pillow
        return (damaged(name),)


def plan(name: str, digest: str, seen: Seen, prefix: str = PREFIX) -> Picture:
    """The picture with its variants: the `WIDTHS` that do not enlarge, and its own width if below 1600.

    The address depends on the name, the bytes and `SETTINGS`, on nothing else.
    """
    widths = [w for w in WIDTHS if w < seen.width]
    if seen.width <= WIDTHS[-1]:
        widths.append(seen.width)
    stem = slug(PurePosixPath(name).stem) or "anh"
    mark = sha256(f"{digest}:{SETTINGS}".encode())[:8]
    variants = tuple(
        Variant(w, max(1, round(w * seen.height / seen.width)), format_, f"{prefix}{stem}-{mark}-{w}.{extension}")
        for format_, extension in (("webp", "webp"), ("jpeg", "jpg"))
        for w in widths
    )
    return Picture(name, digest, seen.width, seen.height, seen.colour, variants)


SIDEWAYS = (5, 6, 7, 8)
"""Orientations that exchange width and height."""


def orientation(image) -> int:
    """The EXIF orientation, 1 to 8; 1 when there is none or it cannot be read."""
    try:
        return image.getexif().get(0x0112, 1)
    except Exception:  # a broken EXIF block says nothing against the pixels
        return 1
