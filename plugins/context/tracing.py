"""What a piece of work reads, noted while it runs: so that the next build knows which pages a change can touch.

A cell is one thing that may change between two builds, as text: its kind, a colon, its name. What belongs to the whole
build (settings, theme, code; of the words what records are read by) is no cell: when it changes, everything is made again."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

RECORD, BODY, SOURCE = "r:", "b:", "x:"  # a published record, its body, its file as written (lines included)
OUT, INTO = "e:", "i:"  # the edges that leave a record, that reach it (all, or ⇥ those of one kind)
MEANT = "m:"  # what the citations in a text mean
LIST, HAS, KEYS = "l:", "h:", "k:"  # the members of a list and their days; whether it has any; the keys of one kind of list
PAIRS = "pr:"  # which pairs of two facets have a list, a feed: all of a kind, those with one value (⇥ a/, ⇥ /b), one (⇥ a/b)
RECENT = "g:"  # which members of a list were shown last
NEIGHBOURS, NEAREST = "n:", "t:"  # what stands beside a record in the list of its kind, among the news of one matter
NUMBER, FILE = "c:", "f:"  # the documents of one printed number; a picture, an attachment
DAY = "d:"  # whether a day has come
KEPT = "q:"  # what several files show of one thing (see `keeping`)
SINCE = "w:"  # whether the site has a record of that day or of a later one
PRINTING = "v:"  # whether documents get printed forms (PDF), and by what these are made
WORD, VOCABULARY, OF_SITE = "wd:", "wl:", "ws:"  # what is told of a word; all words of a vocabulary; what the site tells of itself
NAME, ALIASES = "wn:", "wa:"  # how a word of a free vocabulary (see `wording.FREE`) is called; how else it may be called
PICTURE, CARD = "p:", "s:"  # a picture, a share card that a page shows
PAGES, LISTS = "pages:", "lists:"  # all pages of the site, and their days; those that show no single record, and their titles
SHOWN = "shown:"  # all pictures and cards that pages show
THREAD, BRIEF = "th:", "tb:"  # a thread of models: its members, their years and ties; what others tell of it
THREADED = "tm:"  # the threads of one model
MADE = "g:"  # the files of one family (see outputs.MEMBER) as they were made, or a single file that was made late


class Trace:
    """The notes of one build. Outside `reading` nothing is kept."""

    def __init__(self):
        self._open: list[set[str]] = []

    def note(self, cell: str) -> None:
        """Says that the work under way has looked at a cell."""
        if self._open:
            self._open[-1].add(cell)

    @contextmanager
    def reading(self) -> Iterator[set[str]]:
        """The cells that are read inside the block."""
        cells: set[str] = set()
        self._open.append(cells)
        try:
            yield cells
        finally:
            self._open.pop()

    def remembered(self, function: Callable, kept: int) -> Callable:
        """`function` of one hashable value; its last results are kept, and whoever gets one again has read the same cells."""
        results: OrderedDict = OrderedDict()

        def ask(value):
            if value not in results:
                with self.reading() as cells:
                    results[value] = function(value), cells
                if len(results) > kept:
                    results.popitem(last=False)
            results.move_to_end(value)
            result, cells = results[value]
            self.again(cells)
            return result

        return ask

    def again(self, cells: set[str]) -> None:
        """Says that the work under way uses what was read before."""
        if self._open:
            self._open[-1] |= cells
