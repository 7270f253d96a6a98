"""Stock Pelican as a rival: the trial site in its own metadata, built by its own readers, generators and writer with a plain theme.

It knows one category and tags: topics, units and places all become tags. Lists of 24, RSS of 50 full texts for all, categories and tags,
archives by year, sitemap and search index by templates. What it lacks beside ours is what Hugo's site lacks too, see `rival_hugo`."""

import shutil
import sys
from pathlib import Path

from plugins.commands import corpus_files, rivals
from plugins.commands.corpus import Entry


def command(site: Path, output: Path) -> list[str]:
    """One build, quiet."""
    conf = str(site / "pelicanconf.py")
    return [sys.executable, "-m", "pelican", str(site / "content"), "--settings", conf, "--output", str(output), "--quiet"]


def lay(site: Path) -> None:
    """Settings, theme and pictures, in an empty folder."""
    shutil.copy(rivals.SITES / "pelican" / "pelicanconf.py", site)
    shutil.copytree(rivals.SITES / "pelican" / "templates", site / "theme" / "templates")
    corpus_files.put(site / "theme" / "static" / "trang.css", rivals.STYLE)
    corpus_files.draw(site / "content" / "anh")


def place(site: Path, path: str) -> Path:
    """Where the file of a record lies."""
    return site / "content" / path


def text(entry: Entry) -> str:
    """One file: Pelican's own metadata and the body with links to files."""
    piece = rivals.piece(entry)
    tags = [word for name in ("chu-de", "don-vi", "dia-ban", "trang-thai") for word in piece.terms.get(name, ())]
    category = next((piece.terms[name][0] for name in ("chuyen-muc", "loai", "linh-vuc") if name in piece.terms), "")
    address = rivals.address(piece.path).strip("/")
    lines = {
        "Title": piece.title,
        "Date": piece.day,
        "Category": category,
        "Tags": ", ".join(word.replace(",", "") for word in tags),
        "Summary": piece.summary or piece.title,
        "Slug": address.replace("/", "-"),
        "Url": f"{address}/",
        "Save_as": f"{address}/index.html",
        "Kicker": piece.kicker,
        "Picture": piece.picture[0],
        "Picture_alt": piece.picture[1],
    }
    head = "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
    return f"{head}\n{rivals.relinked(piece.body, lambda path: '{filename}/' + path)}"
