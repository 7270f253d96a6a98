"""Making the files of a picture: turned upright, sRGB, no metadata, several widths, WebP and JPEG.

Work is done once for the same bytes, settings and Pillow. Not here: deciding which widths (`pictures`).
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from plugins.media.pictures import SETTINGS, SIDEWAYS, WIDTHS, Picture, Variant, orientation
from plugins.media.store import Store, sha256

if TYPE_CHECKING:
    from PIL import Image

OPTIONS = {
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
}
"""Encoder settings; raise `pictures.SETTINGS` whenever one of them, or the way here, changes."""


TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""EXIF orientation → how Pillow calls the turn that the pixels need (Exif 2.3, tag 0x0112)."""


class SourceChanged(Exception):
    """The file is no longer the one that was checked; the build must start again."""


def encode(picture: Picture, source: Path, cache: Store | Path) -> dict[str, Path]:
    """Makes what is missing of the picture's variants and returns address → file in the cache.

    Raises SourceChanged if the bytes of `source` are not those of `picture.digest`.
    """
    store = cache if isinstance(cache, Store) else Store(cache)
    found = {v: store.get(_name(picture, v)) for v in picture.variants}
    if None in found.values():
        base = _base(picture, source)
        scaled: dict[int, Image.Image] = {}
        for variant, path in found.items():
            if path is None:
                if variant.width not in scaled:
                    scaled[variant.width] = _scale(base, variant)
                found[variant] = store.put(_name(picture, variant), _bytes(scaled[variant.width], variant.format))
        if store is not cache:
            store.save()
    return {variant.address: path for variant, path in found.items()}


def encode_all(
    pictures: Iterable[Picture],
    sources: Mapping[str, Path],
    cache: Store,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Path]:
    """Encodes many pictures on all cores; `sources` maps a picture's name to its file.

    `progress(done, total)` is called from the calling thread after each picture, in order. The same bytes
    under two names are encoded once.
    """
    from concurrent.futures import ThreadPoolExecutor

    unique = {(p.digest, p.variants): p for p in pictures}.values()
    first_of = {p.digest: p for p in reversed(unique)}
    made: dict[str, Path] = {}
    try:
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for done, files in enumerate(pool.map(lambda p: encode(p, sources[p.name], cache), first_of.values()), 1):
                made.update(files)
                if progress:
                    progress(done, len(first_of))
        for picture in unique:
            if picture is not first_of[picture.digest]:
                made.update(encode(picture, sources[picture.name], cache))
    finally:
        cache.save()
    return made


def _name(picture: Picture, variant: Variant) -> str:
    """File name in the cache: by content, settings and Pillow, not by the name an editor gave."""
    digest = picture.digest
    return f"{digest[:2]}/{digest}-{SETTINGS}-{PIL.__version__}-{variant.width}.{variant.format}"


def _base(picture: Picture, source: Path) -> Image.Image:
    """The picture upright, in sRGB, at most as wide as the widest variant."""
    from PIL import Image  # slow to load: where all files were made before, none of it is needed

    from plugins.media.colours import to_srgb, true_colour

    data = source.read_bytes()
    if sha256(data) != picture.digest:
        raise SourceChanged(picture.name)
    width = min(picture.width, WIDTHS[-1])
    height = max(1, round(width * picture.height / picture.width))
    with Image.open(io.BytesIO(data)) as image:
        turn = orientation(image)
        box = (height, width) if turn in SIDEWAYS else (width, height)
        image.draft(None, (box[0] * 2, box[1] * 2))
        image.load()
        flat = true_colour(image)
    if flat.size != box:
        profile = flat.info.get("icc_profile")
        flat = flat.resize(box, Image.Resampling.LANCZOS, reducing_gap=3.0)
        flat.info = {"icc_profile": profile} if profile else {}
    base = to_srgb(flat)
    return base.transpose(Image.Transpose[TURNS[turn]]) if turn in TURNS else base


def _scale(base: Image.Image, variant: Variant) -> Image.Image:
    from PIL import Image

    size = (variant.width, variant.height)
    return base if base.size == size else base.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _bytes(image: Image.Image, format_: str) -> bytes:
    """The encoded file; transparency is laid on white where the format has none."""
    from plugins.media.colours import on_white

    if format_ == "jpeg":
        image = on_white(image)
    out = io.BytesIO()
    image.save(out, format_, **OPTIONS[format_])
    return out.getvalue()
