"""What threads of models are called, and the ways to them from models and comparisons."""

from collections import Counter
from collections.abc import Iterable

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses
from plugins.domain.records import Model
from plugins.domain.threads import Brief


def name(thread: Brief, build: Build) -> str:
    """What a thread is called: by its own name, else by its first model."""
    if thread.named:
        return build.library.words.name("threads", thread.key)
    return f"Mạch của {build.library.records[thread.first].title}"


def size(thread: Brief) -> tuple[str, ...]:
    """How many models, and their years where these are told."""
    first, last = thread.years
    return (f"{thread.count} mô hình", *((first if first == last else f"{first} – {last}",) if first else ()))


def links(models: Iterable[Model], build: Build, least: int = 1) -> tuple[Link, ...]:
    """The threads in which at least so many of these models stand."""
    found = Counter(key for model in models for key in build.library.threads_of(model.key))
    briefs = [build.library.thread_brief(key) for key in sorted(found) if found[key] >= least]
    return tuple(Link(name(one, build), build.href(addresses.thread(one.key)), "; ".join(size(one))) for one in briefs if one)


def compared(models: list[Model], build: Build) -> tuple[Link, ...]:
    """The prepared comparisons in which at least two of these models stand; which of them are not of these is told."""
    found = Counter(edge.source for model in models for edge in build.library.relations.to(model.key, "compares"))
    return tuple(_led(build.library.records[key], count, build) for key, count in sorted(found.items()) if count > 1)


def _led(comparison, count: int, build: Build) -> Link:
    every = len(comparison.compares)
    link = cards.link(comparison, build)
    return Link(link.text, link.href, "" if count == every else f"{count} trên {every} mô hình của bảng thuộc mạch này")
