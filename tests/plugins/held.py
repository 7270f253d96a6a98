"""A library over a store in memory, filled with records, their bodies and the edges between them.

Nothing is read from files; what judges files is tested in tests/site."""

from collections.abc import Callable, Iterable, Mapping

from plugins.context import linking
from plugins.context.body import Body
from plugins.context.holdings import Entry, Holdings, Named
from plugins.context.library import Library
from plugins.context.store import Store
from plugins.context.tracing import Trace
from plugins.domain import relations
from plugins.domain.mentions import Mention
from plugins.domain.records import Record
from plugins.domain.words import Words

AS_OF = "2026-12-01"
EMPTY = Body()


def forget(store: Store) -> None:
    """Everything since the last commit is forgotten, as when a build dies."""
    for later in store._laters:
        later.rows.clear()
    store.execute("ROLLBACK")
    store.execute("BEGIN IMMEDIATE")


def entry(record: Record, body: Body = EMPTY, cited: Iterable[Mention] = ()) -> Entry:
    """A record as it goes into the store."""
    anchors = tuple(heading.id for heading in body.headings)
    return Entry.of(record, body, Named(tuple(cited), linking.linked(record, body), body.links, body.pictures, anchors))


def tie(holdings: Holdings, trace: Trace | None = None) -> Library:
    """Finds the edges of all records of the holdings, brings the lists in order, and opens the library."""
    library = Library(holdings, trace or Trace())
    holdings.write()
    for (key,) in holdings.store.execute("SELECT key FROM records ORDER BY key").fetchall():
        record, named = holdings.record(key), holdings.named(key)
        holdings.link(key, *(relations.edges(record, named.cited, named.linked, library)[:2] if record else ((), ())))
    holdings.settle()
    return library


def library(
    records: Iterable[Record],
    words: Words,
    as_of: str = AS_OF,
    body: Callable[[Record], Body] = lambda record: EMPTY,
    cited: Mapping[str, tuple[Mention, ...]] | None = None,
    trace: Trace | None = None,
) -> Library:
    """A library of records on a day; `body` gives the body of each, `cited` what their texts cite, by key."""
    holdings = Holdings(Store(None), words, as_of)
    for record in records:
        holdings.put(entry(record, body(record), (cited or {}).get(record.key, ())))
    return tie(holdings, trace)
