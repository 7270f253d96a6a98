"""From the HTML of a printed form to the bytes of a PDF: WeasyPrint, told to use nothing but what it is given.

No network, no file of the machine, no font of the machine, no clock: the same form gives the same bytes wherever the same versions
of WeasyPrint and its libraries are at work. What was set once is kept in the cache by what it was made of."""

import contextlib
import hashlib
import logging
import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from plugins.archive import typefaces
from plugins.context import printing

_SETTINGS = "2"  # raise when the same form is set in another way
_KEPT = 3  # forms of one document in the cache: of several addresses of a site, of today and yesterday
_OPEN, _CLOSE = '<body class="paper">', '<body class="paper paper--close">'  # as lines are set, and closer
_ORIGIN, _LITTLE = "_nguon", 0.45  # the last lines of a form; what share of its last sheet is filled before them, if it holds little
_FACE = '@font-face {{ font-family: "{}"; font-weight: {}; font-style: {}; src: url("chu:{}") }}\n'


class Press:
    """What sets the forms of one build. `folder` is its cache, `sheet` the style sheet."""

    def __init__(self, folder: Path, sheet: str):
        self.folder, self.sheet = folder, sheet
        self._ready: tuple | None = None
        self._mark = ""

    def pdf(self, name: str, html: str, address: str, pictures: Mapping[str, bytes]) -> bytes:
        """The form as PDF/UA-1 (ISO 14289-1). `name` is its own among all documents, `address` what its links
        count from; `pictures`: src → bytes of a JPEG."""
        seen = [printing.version(), self.mark, address, html, *(f"{src} {_digest(data)}" for src, data in sorted(pictures.items()))]
        folder = self.folder / _digest(name.encode())[:16]
        path = folder / f"{_digest(chr(0).join(seen).encode())[:32]}.pdf"
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            if data.endswith(b"%%EOF") or data.endswith(b"%%EOF\n"):
                return data
        data = self.typeset(html, address, pictures)
        typefaces.keep(path, data)
        _thin(folder)
        return data

    @property
    def mark(self) -> str:
        """By what the style sheet and the fonts are known."""
        if not self._mark:
            made = [f"{face} {_digest(data)}" for face, data in typefaces.cut(self.folder)]
            self._mark = _digest("\n".join([_SETTINGS, self.sheet, *made]).encode())
        return self._mark

    def typeset(self, html: str, address: str, pictures: Mapping[str, bytes]) -> bytes:
        """The form as it is set now, whatever the cache holds."""
        from weasyprint import HTML

        sheet, fonts, fetcher = self._tools()
        fetcher.given = {src: (data, "image/jpeg") for src, data in pictures.items()}
        options = {"pdf_variant": "pdf/ua-1", "pdf_identifier": b"", "presentational_hints": True}

        def laid(form: str):
            return HTML(string=form, url_fetcher=fetcher, base_url=address).render(font_config=fonts, stylesheets=[sheet], **options)

        document = laid(html)
        if _wasteful(document.pages):
            closer = laid(html.replace(_OPEN, _CLOSE, 1))
            document = closer if len(closer.pages) < len(document.pages) else document
        return document.write_pdf(finisher=_finish, **options)

    def _tools(self):
        """The style sheet as it was read, the fonts, what fetches pictures; made once in a process."""
        if self._ready is None:
            with _alone(self.folder):
                from weasyprint import CSS
                from weasyprint.text.fonts import FontConfiguration

                logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
                faces = typefaces.cut(self.folder)
                fetcher, fonts = _fetcher(), FontConfiguration()
                fetcher.given = {f"chu:{n}": (data, "font/ttf") for n, (_face, data) in enumerate(faces)}
                rules = "".join(_FACE.format(face.family, face.weight, face.style, n) for n, (face, _data) in enumerate(faces))
                self._ready = CSS(string=rules + self.sheet, font_config=fonts, url_fetcher=fetcher), fonts, fetcher
        return self._ready


def _wasteful(pages) -> bool:
    """Whether the last of several sheets holds so little that closer lines may save it."""
    last = pages[-1]
    return len(pages) > 1 and last.anchors.get(_ORIGIN, (0, last.height))[1] < _LITTLE * last.height


def _finish(_document, pdf) -> None:
    """What WeasyPrint leaves open: links are there on paper too, and all header cells of our tables head a column."""
    for one in pdf.objects:
        if not isinstance(one, dict):
            continue
        if one.get("Subtype") == "/Link":
            one["F"] = 4  # Print (ISO 32000-1, table 165)
        elif one.get("S") == "/TH":
            one["A"]["Scope"] = "/Column"


def _fetcher():
    """Whatever a form asks for is answered from what it was given, or not at all."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Given(URLFetcher):
        given: Mapping[str, tuple[bytes, str]] = {}

        def fetch(self, url, headers=None):
            if url not in self.given:
                raise ValueError(f"not given: {url}")
            data, kind = self.given[url]
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return Given()


@contextlib.contextmanager
def _alone(folder: Path):
    """The fonts of the machine are out of sight while the library gathers its own."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "fonts.conf"
    typefaces.keep(config, b'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig></fontconfig>\n')
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that no fonts were found is what we want
            yield
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


def _thin(folder: Path) -> None:
    """Forgets all but the newest forms of one document."""
    with contextlib.suppress(OSError):
        found = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
        for path in found[:-_KEPT]:
            path.unlink()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
