"""The site map of search engines (sitemaps.org/protocol.html) and robots.txt.

Pages and their days are those that were made (`build.pages`); nothing is guessed."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from plugins.context.build import Build, Told
from plugins.context.outputs import File, Shelf
from plugins.domain import dates

ADDRESS, ROBOTS = "/sitemap.xml", "/robots.txt"
PART = 45_000  # pages in one file; the protocol allows 50,000
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def shelves(build: Build, part: int = PART) -> Iterator[Shelf]:
    """The site map of every page, in parts with an index when it is long, and robots.txt."""
    yield Shelf("so-do-may", lambda: _files(build, part))


def _files(build: Build, part: int) -> Iterator[File]:
    lines = build.pages()
    if len(lines) <= part:
        yield _file(ADDRESS, pages(lines, build))
    else:
        parts = {f"/sitemap-{n // part + 1}.xml": lines[n : n + part] for n in range(0, len(lines), part)}
        for address, some in parts.items():
            yield _file(address, pages(some, build))
        newest = [(address, max(last_change(day) for _, day in some)) for address, some in parts.items()]
        yield _file(ADDRESS, _write("sitemapindex", "sitemap", newest, build))
    yield File(ROBOTS, lambda: f"User-agent: *\nDisallow:\n\nSitemap: {build.absolute(ADDRESS)}\n".encode())


def _file(address: str, data: bytes) -> File:
    """Made at once: to tell what the file was given takes as long as to make it."""
    return File(address, lambda: data, given=crc32(data))


def pages(lines: Sequence[Told], build: Build) -> bytes:
    """One file of pages."""
    return _write("urlset", "url", lines, build)


def last_change(day: str) -> str:
    """A day as the schema takes it (xsd:date or xsd:dateTime with seconds); '' for half a day, which it refuses."""
    if len(day) < len("2026-01-01"):
        return ""
    return dates.rfc3339(day) if "T" in day else day


def _write(root: str, child: str, lines: Sequence[Told], build: Build) -> bytes:
    """Plain text, put together by hand: ten thousand elements of one shape need no tree."""
    told = {day: f"<lastmod>{changed}</lastmod>\n" if (changed := last_change(day)) else "" for day in {day for _, day in lines}}
    host, every = build.absolute(""), "".join(address for address, _ in lines)
    if build.absolute(every) != host + every:  # some must be quoted
        host, lines = "", [(build.absolute(address), day) for address, day in lines]
    rows = [f"<{child}>\n<loc>{host}{address}</loc>\n{told[day]}</{child}>\n" for address, day in lines]
    inside = f">\n{''.join(rows)}</{root}>" if rows else " />"
    inside = inside.replace("&", "&amp;")  # the only sign of an address that needs it
    return f"<?xml version='1.0' encoding='utf-8'?>\n<{root} xmlns=\"{_SPACE}\"{inside}\n".encode()
