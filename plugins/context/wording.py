"""The controlled words as pages ask for them: what may change without records being read again is noted (see `tracing`).

Names, codes, levels, days and ties of words are not noted: when one of these changes, all is read and made again. What only pages tell of
a word (`TOLD`) is left out of an entry unless it is asked for by `about`, so that nobody shows it unnoted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.context import tracing
from plugins.context.tracing import Trace
from plugins.domain.words import Entry, Words

TOLD = {"summary": "", "note": "", "source": None}
"""Fields of an entry that nothing is read, judged or listed by, and what stands for them where they are not asked for."""
UNREAD = ("banners", "links", "peers", "provinces", "redirects")
"""Vocabularies that the reading of a record never asks."""
GROWING = ("organs", "places", "topics", "categories", "fields", "threads", "terms")
"""Vocabularies whose new entries change nothing that was read before, as long as no spelling means something else by them."""


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
        self.name, self.find, self.among, self.derived = words.name, words.find, words.among, words.derived
        self._bare: dict[tuple[str, str], Entry | None] = {}

    def entry(self, vocabulary: str, key: str) -> Entry | None:
        """The entry of a key, without what only pages tell of it."""
        at = vocabulary, key
        if at not in self._bare:
            found = self.plain.entry(vocabulary, key)
            self._bare[at] = replace(found, **TOLD) if found and any(getattr(found, name) for name in TOLD) else found
        return self._bare[at]

    def about(self, vocabulary: str, key: str) -> Entry | None:
        """All that is told of a word; whoever asks is told too when another word comes to lie in it or to work there."""
        self._trace.note(f"{tracing.WORD}{vocabulary}\t{key}")
        return self.plain.entry(vocabulary, key)
