"""Colours of a picture: from whatever a camera or a drawing program wrote to plain sRGB, and its average.

Not here: reading files, sizes, encoders.
"""

from __future__ import annotations

import io

from PIL import Image, ImageCms

DEEP = 257
"""A 16-bit value divided by this is the same value in 8 bits."""


def true_colour(image: Image.Image) -> Image.Image:
    """The image in a mode that can be scaled (L, RGB, RGBA, CMYK); its colour profile is kept in `info`."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda v: v * (1 / DEEP)).convert("L")
        profile = None
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    else:
        image = image.copy()
    image.info = {"icc_profile": profile} if profile else {}
    return image


def to_srgb(image: Image.Image) -> Image.Image:
    """A `true_colour` image as RGB or RGBA in sRGB, its profile applied and all metadata gone."""
    profile = image.info.get("icc_profile")
    if image.mode == "RGBA":
        opacity = image.getchannel("A")
        image = image.convert("RGB")
    else:
        opacity = None
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the bare numbers are the best guess, as in every browser
    image = image.convert("RGB")
    if opacity is not None:
        image.putalpha(opacity)
    image.info = {}
    return image


def on_white(image: Image.Image) -> Image.Image:
    """The image without transparency, as it looks on white paper."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def average(image: Image.Image) -> str:
    """The average colour in sRGB as `#rrggbb`, transparency on white."""
    flat = true_colour(image)
    small = flat.resize((min(16, flat.width), min(16, flat.height)), Image.Resampling.BOX)
    small.info = flat.info
    pixel = on_white(to_srgb(small)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return "#{:02x}{:02x}{:02x}".format(*pixel)
