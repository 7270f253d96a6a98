"""Checking pictures: what is refused and why, and what is planned for a good one."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from plugins.media import headers, pictures
from plugins.media.pictures import Picture, inspect
from plugins.media.studio import Studio


def jpeg(width=640, height=400, colour=(200, 40, 30), **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "jpeg", **options)
    return out.getvalue()


def noisy(format_: str, width=300, height=200) -> bytes:
    """A picture whose data are long enough to be cut in the middle."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(out, format_)
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that promises a size and holds almost nothing, as a picture bomb does."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    start = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + start + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def animation(format_: str) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, format_, save_all=True, append_images=frames[1:])
    return out.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def codes(answer) -> list[str]:
    assert not isinstance(answer, Picture), answer
    return [fault.code for fault in answer]


REFUSED = {
    "empty": ("a.jpg", b"", "picture-empty"),
    "renamed PDF": ("a.jpg", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" * 9, "picture-type"),
    "Word file": ("a.png", b"PK\x03\x04" + b"\0" * 90, "picture-type"),
    "text": ("a.jpg", "không phải ảnh".encode(), "picture-type"),
    "HEIC": ("a.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 40, "picture-type"),
    "SVG": ("a.svg", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "picture-svg"),
    "SVG named PNG": ("a.png", b"<svg/>", "picture-svg"),
    "JPEG named PNG": ("a.png", jpeg(), "picture-extension"),
    "no extension": ("anh", jpeg(), "picture-extension"),
    "20,000 px wide": ("a.png", png_header(20_000, 10), "picture-too-large"),
    "20,000 px high": ("a.png", png_header(10, 20_000), "picture-too-large"),
    "41 megapixels": ("a.png", png_header(8_200, 5_000), "picture-too-large"),
    "400 megapixels": ("a.png", png_header(20_000, 20_000), "picture-too-large"),
    "no width": ("a.png", png_header(0, 10), "picture-empty"),
    "bomb within limits": ("a.png", png_header(4_000, 3_000), "picture-damaged"),
    "JPEG header alone": ("a.jpg", jpeg()[:20], "picture-damaged"),
    "truncated JPEG": ("a.jpg", noisy("jpeg")[:-4000], "picture-damaged"),
    "truncated PNG": ("a.png", noisy("png")[:-4000], "picture-damaged"),
    "truncated WebP": ("a.webp", noisy("webp")[:-4000], "picture-damaged"),
    "truncated GIF": ("a.gif", noisy("gif")[:-4000], "picture-damaged"),
    "moving GIF": ("a.gif", animation("gif"), "picture-animated"),
    "moving WebP": ("a.webp", animation("webp"), "picture-animated"),
    "moving PNG": ("a.png", animation("png"), "picture-animated"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusal(case, tmp_path):
    """A file that is not a sound still picture is refused with its code, its name and a suggestion."""
    name, data, code = REFUSED[case]
    answer = inspect(put(tmp_path, name, data), name)
    assert codes(answer) == [code]
    assert name in answer[0].message and answer[0].suggestion


def test_oversized_is_not_decoded(tmp_path, monkeypatch):
    """A picture of 20,000 px is refused by its header, before Pillow opens it, and its size is told."""
    monkeypatch.setattr(Image, "open", lambda *a, **k: pytest.fail("opened"))
    fault = inspect(put(tmp_path, "a.png", png_header(20_000, 50)), "a.png")[0]
    assert fault.code == "picture-too-large" and "20.000" in fault.message


def test_missing(tmp_path):
    """A picture that is not there is named, and a near name is suggested."""
    put(tmp_path, "anh/le-ra-quan.jpg", jpeg())
    answer = Studio(tmp_path, tmp_path / "cache").check("anh/le-ra-qan.jpg")
    assert codes(answer) == ["picture-missing"]
    assert "anh/le-ra-quan.jpg" in answer[0].suggestion
    assert codes(inspect(tmp_path / "x.jpg", "x.jpg")) == ["picture-missing"]


def test_letter_case(tmp_path):
    """A name is compared letter by letter, also where the file system would not care."""
    put(tmp_path, "anh/A.jpg", jpeg())
    assert codes(Studio(tmp_path, tmp_path / "cache").check("anh/a.jpg")) == ["picture-missing"]


@pytest.mark.parametrize("name", ["../ngoai.jpg", "/etc/anh.jpg", "anh/../../ngoai.jpg", "", "anh\\a.jpg", "a\0.jpg"])
def test_outside(name, tmp_path):
    """A name that leaves content/ is refused even when such a file exists."""
    put(tmp_path, "ngoai.jpg", jpeg())
    put(tmp_path, "content/anh/a.jpg", jpeg())
    assert codes(Studio(tmp_path / "content", tmp_path / "cache").check(name)) == ["picture-outside"]


def test_link_outside(tmp_path):
    """A symbolic link that leads out of content/ is refused."""
    target = put(tmp_path, "ngoai.jpg", jpeg())
    link = tmp_path / "content" / "a.jpg"
    link.parent.mkdir()
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    assert codes(Studio(tmp_path / "content", tmp_path / "cache").check("a.jpg")) == ["picture-outside"]


@pytest.mark.parametrize("format_, extension", [("jpeg", "jpg"), ("png", "png"), ("webp", "webp"), ("gif", "gif")])
def test_true_size(format_, extension, tmp_path):
    """Every accepted format gives its true size by its header and by its pixels."""
    data = noisy(format_, 321, 123)
    assert headers.size(data, format_) == (321, 123)
    picture = inspect(put(tmp_path, f"a.{extension}", data), f"a.{extension}")
    assert (picture.width, picture.height) == (321, 123)


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}])
def test_webp_headers(options):
    """The lossless and the extended WebP header are read as well as the plain one."""
    out = io.BytesIO()
    Image.effect_noise((77, 33), 50).convert("RGB").save(out, "webp", **options)
    assert headers.size(out.getvalue(), "webp") == (77, 33)


@pytest.mark.parametrize("turn", range(1, 9))
def test_orientation(turn, tmp_path):
    """Width and height are those of the upright picture, for each EXIF orientation."""
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = inspect(put(tmp_path, "a.jpg", jpeg(600, 400, exif=exif)), "a.jpg")
    assert (picture.width, picture.height) == ((400, 600) if turn >= 5 else (600, 400))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif(tmp_path):
    """A broken EXIF block does not condemn a sound picture."""
    picture = inspect(put(tmp_path, "a.jpg", jpeg(exif=b"Exif\0\0II*\0\xff\xff\xff\xff")), "a.jpg")
    assert picture.width == 640


def test_telephone_pair(tmp_path):
    """A telephone's JPEG that carries a second picture (MPO) is a photograph, not an animation."""
    out = io.BytesIO()
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    first.save(out, "mpo", save_all=True, append_images=[second])
    picture = inspect(put(tmp_path, "a.jpg", out.getvalue()), "a.jpg")
    assert (picture.width, picture.height, picture.colour[:3]) == (60, 40, "#fe")


@pytest.mark.parametrize(
    "width, expected",
    [
        (200, [200]),
        (480, [480]),
        (700, [480, 700]),
        (960, [480, 960]),
        (1600, [480, 960, 1600]),
        (2400, [480, 960, 1600]),
    ],
)
def test_never_enlarged(width, expected, tmp_path):
    """The widths are 480, 960 and 1600 where the picture is that wide, and its own width below 1600."""
    picture = inspect(put(tmp_path, "a.jpg", jpeg(width, 300)), "a.jpg")
    for format_ in ("webp", "jpeg"):
        assert [v.width for v in picture.of(format_)] == expected
        assert all(v.height == round(v.width * 300 / width) for v in picture.of(format_))


def test_address(tmp_path):
    """An address is made of the name's slug, the bytes and the settings; other bytes have another address."""
    one = inspect(put(tmp_path, "Lễ ra quân.jpg", jpeg()), "anh/Lễ ra quân.jpg")
    other = inspect(put(tmp_path, "b.jpg", jpeg(colour="blue")), "anh/Lễ ra quân.jpg")
    again = inspect(tmp_path / "Lễ ra quân.jpg", "anh/Lễ ra quân.jpg")
    assert one == again
    first = one.of("webp")[0].address
    assert first.startswith("/anh/le-ra-quan-") and first.endswith("-480.webp")
    assert first != other.of("webp")[0].address


def test_settings_change_address(tmp_path, monkeypatch):
    """New encoder settings give new addresses, so that no reader's cache shows the old file."""
    path = put(tmp_path, "a.jpg", jpeg())
    before = inspect(path, "a.jpg").variants[0].address
    monkeypatch.setattr(pictures, "SETTINGS", "another")
    assert inspect(path, "a.jpg").variants[0].address != before


def test_colour(tmp_path):
    """The preview colour is the average in sRGB, with transparency laid on white."""
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "png")
    assert inspect(put(tmp_path, "a.png", out.getvalue()), "a.png").colour == "#ffffff"
    red = inspect(put(tmp_path, "b.jpg", jpeg(colour=(255, 0, 0))), "b.jpg").colour
    assert red in ("#fe0000", "#ff0000")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert inspect(put(tmp_path, "c.jpg", jpeg(colour=(9, 99, 199), icc_profile=profile)), "c.jpg").colour[0] == "#"
