"""A browser at the pages of a small site, without any server: every request is answered from memory."""

from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

import plugins.archive
from plugins import search
from plugins.context import outputs
from tests.plugins import small_site

CSP = "default-src 'self'"
TYPES = {"js": "text/javascript", "json": "application/json", "css": "text/css", "svg": "image/svg+xml"}


def files(*given, **site) -> dict[str, bytes]:
    """Everything that the search page asks for, by path; `site` as `small_site.build` takes it."""
    build = small_site.build(*given, **site)
    found = {"/tre" + address: data for address, data in build.assets.items()}
    for output in small_site.written(search.ADAPTER, build).values():
        found["/tre" + output.address] = output.content() if hasattr(output, "content") else small_site.rendered(build, output).encode()
    return found


def archive(*given) -> dict[str, bytes]:
    """Everything that the archive publishes, by path."""
    return published(plugins.archive.ADAPTER, *given)


def published(adapter, *given) -> dict[str, bytes]:
    """Everything that one adapter publishes, by path; what is made late is made of the rest."""
    build = small_site.build(*given)
    found = {"/tre" + address: data for address, data in build.assets.items()}

    def members(of, cut, arrange):
        return arrange(cut(data) for path, data in sorted(found.items()) if outputs.family(path.removeprefix("/tre/")) == of)

    build.gathering = members
    build.reading = lambda address: found["/tre" + address]
    for output in outputs.outputs(adapter, build):
        if isinstance(output, outputs.File):
            found["/tre" + output.address] = output.content()
        elif isinstance(output, outputs.Page):
            found["/tre" + output.address] = small_site.rendered(build, output).encode()
    return found


@contextmanager
def opened(browser, served: dict[str, bytes], query: str = "", path: str = "/tim-kiem/", **options):
    """A page, opened under a strict policy; `served` may be changed while it is open. `page.faults` are script errors."""
    page = browser.new_page(**options)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda message: page.faults.append(message.text) if "Content Security Policy" in message.text else None)

    def answer(route):
        path = unquote(urlsplit(route.request.url).path)
        if path not in served:
            route.fulfill(status=404, body="")
        else:
            kind = TYPES.get(path.rsplit(".", 1)[-1], "text/html")
            route.fulfill(body=served[path], headers={"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": CSP})

    page.route("**/*", answer)
    page.goto(f"{small_site.URL}{path}{query}")
    try:
        yield page
    finally:
        page.close()
