"""A strict little reader of HTML: every element closed in order, ids once, what stands in each attribute.

Void elements and foreign (SVG) self-closing are as HTML has them. It is no validator; it finds what templates get wrong."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reading(HTMLParser):
    """What a text of HTML holds: `elements` as (tag, attributes), `faults` in words, `text`."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> never closed" for tag in self._open]
        ids = [a["id"] for _, a in self.elements if "id" in a]
        self.faults += [f"id {one} twice" for one in sorted({i for i in ids if ids.count(i) > 1})]

    def handle_starttag(self, tag, attrs):
        self._element(tag, attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._element(tag, attrs)
        if "svg" not in self._open:
            self.faults.append(f"<{tag}/> outside of SVG")

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> out of order")

    def handle_data(self, data):
        if not self._open or self._open[-1] not in ("script", "style"):
            self.text += data

    def _element(self, tag, attrs):
        names = [name for name, _ in attrs]
        self.faults += [f"{tag} has {name} twice" for name in {n for n in names if names.count(n) > 1}]
        self.elements.append((tag, dict(attrs)))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of every element of the given tags, in order."""
        return [attributes for tag, attributes in self.elements if tag in tags]

    def headings(self) -> list[int]:
        """The levels of the headings, in order."""
        return [int(tag[1]) for tag, _ in self.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]


def forbidden(reading: Reading) -> list[str]:
    """What a page under `default-src 'self'` must not hold: inline style, inline script, handlers, javascript:."""
    found = [f"{tag} {name}" for tag, a in reading.elements for name in a if name == "style" or name.startswith("on")]
    found += ["<style>" for _ in reading.all("style")]
    found += ["inline script" for a in reading.all("script") if "src" not in a and a.get("type") != "application/ld+json"]
    found += [v for _, a in reading.elements for v in a.values() if v and v.strip().lower().startswith("javascript:")]
    return found
