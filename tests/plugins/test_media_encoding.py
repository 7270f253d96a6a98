"""Making the files: turned, stripped, sized, the same each time, and never made twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from plugins.media import encoding
from plugins.media.encoding import SourceChanged, encode
from plugins.media.pictures import inspect
from plugins.media.store import Store
from plugins.media.studio import Studio

ROOT = Path(__file__).resolve().parents[2]


def draw(path: Path, width=1000, height=500, **options) -> Path:
    """A picture that is red on the left and blue on the right."""
    image = Image.new("RGB", (width, height), (220, 20, 20))
    image.paste((20, 20, 220), (width // 2, 0, width, height))
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)
    return path


@pytest.fixture
def saves(monkeypatch):
    """Counts how often Pillow writes a picture."""
    calls = []
    original = Image.Image.save
    monkeypatch.setattr(Image.Image, "save", lambda self, *a, **k: calls.append(a) or original(self, *a, **k))
    return calls


def made(source: Path, cache: Path) -> list[tuple[str, Image.Image]]:
    picture = inspect(source, source.name)
    return [(address, Image.open(path)) for address, path in encode(picture, source, cache).items()]


def test_true_dimensions(tmp_path):
    """Every file has exactly the format, width and height that its variant states."""
    source = draw(tmp_path / "a.jpg", 1333, 777)
    picture = inspect(source, "a.jpg")
    files = encode(picture, source, tmp_path / "cache")
    assert list(files) == [v.address for v in picture.variants]
    for variant in picture.variants:
        with Image.open(files[variant.address]) as image:
            assert (image.format.lower(), image.size) == (variant.format, (variant.width, variant.height))


def test_upright(tmp_path):
    """A picture that the camera held sideways is turned: what was left is on top."""
    exif = Image.Exif()
    exif[0x0112] = 6
    for _, image in made(draw(tmp_path / "a.jpg", exif=exif), tmp_path / "cache"):
        assert image.width < image.height
        top, bottom = (image.getpixel((image.width // 2, y)) for y in (5, image.height - 5))
        assert top[0] > top[2] and bottom[2] > bottom[0]


def test_stripped(tmp_path):
    """Place, camera, comment, XMP and colour profile never leave the build."""
    exif = Image.Exif()
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (10.0, 46.0, 0.0), 3: "E", 4: (106.0, 42.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = draw(tmp_path / "a.jpg", exif=exif, icc_profile=profile, comment=b"Secret word", xmp=b"<x>Secret</x>")
    assert b"Secret" in source.read_bytes()
    for address, image in made(source, tmp_path / "cache"):
        assert not image.getexif() and not {"icc_profile", "exif", "xmp", "comment"} & image.info.keys(), address
        assert b"Secret" not in Path(image.filename).read_bytes()


def test_colours_converted(tmp_path):
    """A picture in another colour space is converted to sRGB before its profile is dropped."""
    source = tmp_path / "a.png"
    Image.new("RGB", (60, 40), (0, 200, 0)).save(source, icc_profile=swapped_profile())
    _, image = made(source, tmp_path / "cache")[0]
    pixel = image.convert("RGB").getpixel((30, 20))
    assert pixel[0] > 150 > pixel[1], "the profile was ignored"


def swapped_profile() -> bytes:
    """An sRGB profile whose red and green primaries are exchanged, so that its greens mean reds."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    tags = {bytes(data[o : o + 4]): o for o in range(132, 132 + 12 * count, 12)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red + 4 : red + 12], data[green + 4 : green + 12] = (
        data[green + 4 : green + 12],
        data[red + 4 : red + 12],
    )
    return bytes(data)


@pytest.mark.parametrize(
    "mode, extension",
    [
        ("L", "png"),
        ("1", "png"),
        ("P", "png"),
        ("I;16", "png"),
        ("LA", "png"),
        ("RGBA", "png"),
        ("CMYK", "jpg"),
        ("L", "jpg"),
        ("P", "gif"),
        ("RGBA", "webp"),
    ],
)
def test_modes(mode, extension, tmp_path):
    """Every colour mode that an accepted file can have is encoded, mid grey staying mid grey."""
    image = Image.new("L", (50, 40), 128)
    image = Image.new("I;16", (50, 40), 128 * 257) if mode == "I;16" else image.convert(mode)
    source = tmp_path / f"a.{extension}"
    image.save(source)
    for _, out in made(source, tmp_path / "cache"):
        value = out.convert("L").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        assert abs(value - 128) <= 6, (mode, value)


def test_transparency(tmp_path):
    """A transparent picture stays so in WebP and lies on white in JPEG."""
    source = tmp_path / "a.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(source)
    (_, webp), (_, jpeg) = made(source, tmp_path / "cache")
    assert webp.convert("RGBA").getpixel((20, 20))[3] == 0
    assert jpeg.getpixel((20, 20)) == (255, 255, 255)


def test_second_time_is_free(tmp_path, saves):
    """What was made once, under any name, is neither decoded nor encoded again."""
    source = draw(tmp_path / "a.jpg")
    first = encode(inspect(source, "a.jpg"), source, tmp_path / "cache")
    assert len(saves) == 1 + len(first) == 7
    second = encode(inspect(source, "b/khac.jpg"), source, tmp_path / "cache")
    assert len(saves) == 7
    assert list(first.values()) == list(second.values()) and list(first) != list(second)


@pytest.mark.parametrize(
    "harm",
    [
        lambda p: p.write_bytes(b"broken"),
        lambda p: p.unlink(),
        lambda p: p.write_bytes(bytes(reversed(p.read_bytes()))),
    ],
)
def test_cache_heals(harm, tmp_path, saves):
    """A cached file that was cut, removed or altered is made again, and only that one."""
    source = draw(tmp_path / "a.jpg")
    picture = inspect(source, "a.jpg")
    files = encode(picture, source, tmp_path / "cache")
    victim = files[picture.variants[0].address]
    good = victim.read_bytes()
    harm(victim)
    if victim.exists():
        os.utime(victim, ns=(1, 1))
    saves.clear()
    assert encode(picture, source, tmp_path / "cache") == files
    assert victim.read_bytes() == good and len(saves) == 1


@pytest.mark.parametrize("index", [b"", b"{}", b'0123\n{"a":1}', b"\xff\xfe"])
def test_index_heals(index, tmp_path):
    """A damaged index is taken for an empty one; the files come out the same."""
    source = draw(tmp_path / "a.jpg")
    picture = inspect(source, "a.jpg")
    before = {a: p.read_bytes() for a, p in encode(picture, source, tmp_path / "cache").items()}
    (tmp_path / "cache" / "index.json").write_bytes(index)
    assert {a: p.read_bytes() for a, p in encode(picture, source, tmp_path / "cache").items()} == before


def test_pillow_version_is_part_of_the_key(tmp_path, saves, monkeypatch):
    """Another Pillow makes the files anew."""
    source = draw(tmp_path / "a.jpg")
    picture = inspect(source, "a.jpg")
    encode(picture, source, tmp_path / "cache")
    monkeypatch.setattr(encoding.PIL, "__version__", "99.0")
    encode(picture, source, tmp_path / "cache")
    assert len(saves) == 1 + 12


def test_changed_source(tmp_path):
    """A picture altered between check and encoding stops the build instead of getting a wrong address."""
    source = draw(tmp_path / "a.jpg")
    picture = inspect(source, "a.jpg")
    draw(source, 900, 500)
    with pytest.raises(SourceChanged):
        encode(picture, source, tmp_path / "cache")


def test_nothing_half_written(tmp_path, monkeypatch):
    """An encoder that fails leaves no file behind under a final or a temporary name."""
    source = draw(tmp_path / "a.jpg")
    picture = inspect(source, "a.jpg")
    monkeypatch.setattr("os.replace", lambda *a: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError):
        encode(picture, source, tmp_path / "cache")
    assert not [p for p in (tmp_path / "cache").rglob("*") if p.is_file()]


def test_studio(tmp_path, saves):
    """The studio gives out files of the pictures and cards that were shown, not of those only checked."""
    draw(tmp_path / "content" / "anh" / "a.jpg")
    draw(tmp_path / "content" / "anh" / "nhap.jpg", 900, 300)
    studio = Studio(tmp_path / "content", tmp_path / "cache")
    assert studio.verify(["anh/a.jpg", "anh/nhap.jpg", "anh/khong.jpg"]).keys() == {"anh/khong.jpg"}
    picture = studio.picture("anh/a.jpg")
    card = studio.card("Tin tức", "Tỉnh đoàn Mẫu")
    steps = []
    studio.encode_all(lambda done, total: steps.append((done, total)))
    outputs = dict(studio.outputs())
    assert outputs.keys() == {card.address, *(v.address for v in picture.variants)}
    assert list(outputs) == sorted(outputs) and steps == [(1, 1)]
    assert all(path.is_file() for path in outputs.values())


def test_second_studio_decodes_nothing(tmp_path, saves, monkeypatch):
    """A second build with the same cache neither opens nor writes a picture, and gives the same answer."""
    draw(tmp_path / "content" / "a.jpg")
    first = Studio(tmp_path / "content", tmp_path / "cache")
    picture = first.picture("a.jpg")
    first.encode_all()
    saves.clear()
    monkeypatch.setattr(Image, "open", lambda *a, **k: pytest.fail("decoded"))
    second = Studio(tmp_path / "content", tmp_path / "cache")
    assert second.picture("a.jpg") == picture
    second.encode_all()
    assert not saves and dict(second.outputs()) == dict(first.outputs())


def test_same_bytes_twice(tmp_path):
    """Two names of one picture are encoded once and both are given out."""
    draw(tmp_path / "content" / "a.jpg")
    (tmp_path / "content" / "b.jpg").write_bytes((tmp_path / "content" / "a.jpg").read_bytes())
    studio = Studio(tmp_path / "content", tmp_path / "cache")
    one, two = studio.picture("a.jpg"), studio.picture("b.jpg")
    studio.encode_all()
    assert dict(studio.outputs()).keys() == {v.address for p in (one, two) for v in p.variants}


def test_store_keeps_what_it_was_given(tmp_path):
    """A file is given back by a second store that reads the saved index."""
    store = Store(tmp_path)
    store.put("x/a.bin", b"abc")
    store.save()
    assert Store(tmp_path).get("x/a.bin").read_bytes() == b"abc"
    assert Store(tmp_path).get("x/b.bin") is None


SCRIPT = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from plugins.media.cards import card
from plugins.media.fonts import subset
from plugins.media.pictures import inspect
from plugins.media.encoding import encode
source, cache = Path(sys.argv[2]), Path(sys.argv[3])
print(hashlib.sha256(card("Mô hình", "Tỉnh đoàn Mẫu", "luc")).hexdigest())
for font in subset(cache):
    print(font.address, hashlib.sha256(font.path.read_bytes()).hexdigest())
for address, path in encode(inspect(source, "a.jpg"), source, cache).items():
    print(address, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_same_bytes_everywhere(tmp_path):
    """Pictures, cards and fonts are the same bytes in any process, time zone, locale and hash seed."""
    source = draw(tmp_path / "a.jpg")
    results = set()
    for seed, zone, locale in (("1", "Asia/Ho_Chi_Minh", "C.UTF-8"), ("2", "America/New_York", "C")):
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        results.add(
            subprocess.run(
                [sys.executable, "-c", SCRIPT, str(ROOT), str(source), str(tmp_path / seed)],
                env=env,
                check=True,
                capture_output=True,
                encoding="utf-8",
            ).stdout
        )
    assert len(results) == 1 and results.pop().count("\n") == 1 + 3 + 6
