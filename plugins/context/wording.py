"""The controlled words as pages ask for them: what may change without records being read again is noted (see `tracing`).

Codes, levels and ties of words are not noted, nor are the names of organs, places and types: when one of these changes, all is read and
made again. What only pages and judgements tell of a word (`TOLD`) is left out of an entry unless it is asked for by `about`, so that nobody
shows it unnoted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.context import tracing
from plugins.context.tracing import Trace
from plugins.domain import entities
from plugins.domain.entities import Lines
from plugins.domain.words import Entry, Words

TOLD = {"summary": "", "note": "", "source": None, "valid_from": None, "valid_to": None}
"""Fields of an entry that nothing is read or listed by, and what stands for them where they are not asked for."""
UNREAD = ("banners", "links", "peers", "provinces", "redirects")
"""Vocabularies that the reading of a record never asks."""
GROWING = ("organs", "places", "topics", "categories", "fields", "threads", "terms")
"""Vocabularies whose new entries change nothing that was read before, as long as no spelling means something else by them."""


FREE = ("topics", "categories", "fields", "threads")
"""Vocabularies that only front matter names: another name of a word is told to whoever shows it, and what was spelt as nothing is spelt any
more is read again."""


class Lists(Mapping[str, tuple[Entry, ...]]):
    """Vocabulary → its entries; whoever asks for one is told when anything in it changes."""

    def __init__(self, words: Words, trace: Trace):
        self._lists, self._trace = words.lists, trace

    def __getitem__(self, vocabulary: str) -> tuple[Entry, ...]:
        if vocabulary in UNREAD or vocabulary in GROWING:
            self._trace.note(tracing.VOCABULARY + vocabulary)
        return self._lists[vocabulary]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


class OfSite(Mapping[str, object]):
    """What the site tells of itself, key by key."""

    def __init__(self, words: Words, trace: Trace):
        self._site, self._trace = words.site, trace

    def __getitem__(self, name: str) -> object:
        self._trace.note(tracing.OF_SITE + name)
        return self._site[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._site)

    def __len__(self) -> int:
        return len(self._site)


class Wording:
    """The words of one build. `plain` are those of the domain, for what hangs on names and ties alone."""

    def __init__(self, words: Words, trace: Trace):
        self.plain, self._trace = words, trace
        self.lists, self.site = Lists(words, trace), OfSite(words, trace)
        self.find, self.among, self.derived = words.find, words.among, words.derived
        self._bare: dict[tuple[str, str], Entry | None] = {}
        self._lines: dict[str, Lines] = {}

    def entry(self, vocabulary: str, key: str) -> Entry | None:
        """The entry of a key, without what only pages tell of it."""
        at = vocabulary, key
        if vocabulary in FREE:
            self._trace.note(f"{tracing.NAME}{vocabulary}\t{key}")
        if at not in self._bare:
            found = self.plain.entry(vocabulary, key)
            self._bare[at] = replace(found, **TOLD) if found and any(getattr(found, name) for name in TOLD) else found
        return self._bare[at]

    def name(self, vocabulary: str, key: str) -> str:
        """The printed name of a key; the key itself when it is unknown."""
        if vocabulary in FREE:
            self._trace.note(f"{tracing.NAME}{vocabulary}\t{key}")
        return self.plain.name(vocabulary, key)

    def called(self, vocabulary: str, key: str) -> None:
        """Notes that all names of a word are told."""
        if vocabulary in FREE:
            self._trace.again({f"{kind}{vocabulary}\t{key}" for kind in (tracing.NAME, tracing.ALIASES)})

    def lines(self, vocabulary: str) -> Lines:
        """The organs or the places in time, without what is asked for by `about`."""
        if vocabulary not in self._lines:
            known = entities.lines(self.plain, vocabulary)
            bare = {key: self.entry(vocabulary, key) for key in known.entries}
            self._lines[vocabulary] = Lines(bare, known.before, known.after, known.within)
        return self._lines[vocabulary]

    def about(self, vocabulary: str, key: str) -> Entry | None:
        """All that is told of a word; whoever asks is told too when another word comes to lie in it or to work there."""
        self._trace.note(f"{tracing.WORD}{vocabulary}\t{key}")
        return self.plain.entry(vocabulary, key)
