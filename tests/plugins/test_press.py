"""The press: only what has read something that changed is planned and made again, and nothing is made that should not stand."""

import json

import pytest

from plugins.context.keeping import Keeping
from plugins.context.outputs import Adapter, File, Shelf
from plugins.context.progress import Silent
from plugins.context.store import Store
from plugins.domain import addresses
from plugins.incremental import press as press_module
from plugins.incremental.ledger import Ledger
from plugins.incremental.making import Due, Made, Rack, digest
from plugins.incremental.manifest import Manifest
from plugins.incremental.press import Press
from tests.plugins import small_site


class House:
    """A site of one adapter, from shelf to the texts of its files; `cells` are what they read, by name of shelf or file."""

    def __init__(self, monkeypatch):
        self.store, self.build = Store(None), small_site.build()
        self.shelves: dict[str, list[tuple[str, str]]] = {}
        self.given: dict[str, object] = {}
        self.shown: dict[str, list[str]] = {}  # file → what it shows that is kept
        self.site = self.build.site
        monkeypatch.setattr(press_module.site, "site", self._site)

    def _site(self, build):
        build.trace.note("k:site")
        return self.site

    def _plan(self, build):
        build.trace.note("k:plan")
        for name in self.shelves:
            yield Shelf(name, lambda name=name: self._outputs(name), self.given.get(name))

    def _outputs(self, name):
        self.build.trace.note(f"l:{name}")
        for file, text in self.shelves[name]:
            yield File(f"/{file}", lambda file=file, text=text: self._content(file, text), f"content/{name}", self.given.get(file))

    def _content(self, file, text):
        self.build.trace.note(f"r:{file}")
        for name in self.shown.get(file, ()):
            self.build.keeping.get(name, lambda name=name: self._kept(name), self.build.trace)
        return json.dumps([file, text]).encode()

    def _kept(self, name):
        self.build.trace.note(f"b:{name}")
        self.made.append(name)
        return name

    def print(self, *cells: str, disturbed=(), everything=False) -> tuple[list[str], list[str], list[str]]:
        """One build: names made, names gone, codes of problems."""
        made: list[str] = []
        self.made: list[str] = []  # of what is kept
        self.build.keeping = keeping = Keeping()

        def maker(jobs, alone):
            for job, shelf in jobs:
                output = Rack().find(job.shelf, addresses.file_name(job.address)) if isinstance(job, Due) else job
                with self.build.trace.reading() as reads:
                    size = len(output.content())
                name = addresses.file_name(output.address)
                made.append(name)
                facts = {"reads": frozenset(reads), "kept": keeping.take()}
                yield Made(name, output.address, shelf, output.source, digest(output.given), size, 1, True, **facts)

        self.build.problems.clear()
        self.manifest = Manifest(self.store, self.build.url)
        self.press = Press(self.build, Ledger(self.store), self.manifest, maker, Silent())
        self.press.print([Adapter("a", shelves=self._plan)], cells, disturbed, everything)
        self.store.commit()
        return sorted(made), sorted(self.manifest.gone), [p.code for p in self.build.problems]


@pytest.fixture
def house(monkeypatch) -> House:
    """A site of two shelves with two files each, once printed."""
    made = House(monkeypatch)
    made.shelves = {"mot": [("a", "1"), ("b", "1")], "hai": [("c", "1"), ("d/e", "1")]}
    assert made.print(everything=True) == (["a", "b", "c", "d/e"], [], [])
    return made


def test_nothing_is_made_for_nothing(house):
    """Cells that nobody has read make nothing."""
    assert house.print("r:x", "l:drei") == ([], [], [])


def test_a_file_is_made_when_what_it_read_has_changed(house):
    """Only the file that had read the changed cell is made, and that is the reason that is told; then it is up to date."""
    assert house.print("r:a") == (["a"], [], []) and house.press.reasons == {"a": ["r:a"]}
    assert house.print() == ([], [], [])


def test_a_file_that_was_disturbed_is_made(house):
    """A file that others have touched on the disk is made again, whatever has changed."""
    assert house.print(disturbed=["d/e"]) == (["d/e"], [], [])


def test_a_shelf_is_asked_again_when_what_it_read_has_changed(house):
    """New outputs of a changed shelf are made, lost ones go, and those that were given the same stay."""
    house.shelves["mot"] = [("b", "1"), ("f", "1")]
    assert house.print() == ([], [], [])
    assert house.print("l:mot") == (["f"], ["a"], []) and house.press.reasons == {"f": ["l:mot"]}


def test_an_output_that_is_given_something_else_is_made(house):
    """When a shelf is asked again, an output whose given value is another one is made, and its neighbour is not."""
    house.given["b"] = ("newer", 3)
    assert house.print("l:mot") == (["b"], [], []) and house.print("l:mot") == ([], [], [])


def test_shelves_come_and_go_with_the_plan(house):
    """When the plan is asked again, a new shelf is made, one that is gone takes its files along, one that is given other things is made."""
    house.shelves["drei"] = house.shelves.pop("hai")[:1]
    assert house.print("k:plan") == (["c"], ["d/e"], [])
    house.given["mot"] = "x"
    assert house.print("k:plan") == (["a", "b"], [], [])


def test_two_outputs_of_one_shelf_may_not_claim_one_address(house):
    """Two files of one name on one shelf are told with their source, and only one is made."""
    house.shelves["mot"] = [("a", "1"), ("a", "2")]
    made, _gone, problems = house.print("l:mot")
    assert problems == ["trung-dia-chi"] and made.count("a") <= 1


def test_two_shelves_may_not_claim_one_address(house):
    """Two files of one name on two shelves are told, whichever of them is made now."""
    house.shelves["hai"].append(("a", "2"))
    assert house.print("l:hai")[2] == ["trung-dia-chi"]


def test_what_is_kept_is_made_once_for_all_that_show_it(house):
    """A kept thing is made for the first file that shows it, and again when what it read has changed; then all that show it are made."""
    house.shown = {"a": ["x", "y"], "c": ["x"]}
    assert house.print("r:a", "r:c")[0] == ["a", "c"] and house.made == ["x", "y"]
    assert house.print("r:a")[0] == ["a"] and house.made == []
    assert house.print("b:x")[0] == ["a", "c"] and house.made == ["x"] and house.press.reasons == {"a": ["q:x"], "c": ["q:x"]}
    assert house.print("b:y")[0] == ["a"] and house.made == ["y"]


def test_what_is_kept_goes_with_the_last_that_showed_it(house):
    """A kept thing that no file shows any more is forgotten; where everything is made, all kept things are."""
    house.shown = {"a": ["x"], "c": ["x"]}
    house.print("r:a", "r:c")
    house.shown = {"c": ["x"]}
    house.print("r:a")
    assert house.print("r:c")[0] == ["c"] and house.made == []
    house.print(everything=True)
    assert house.made == ["x"]
    house.shown = {}
    house.print("r:c")
    house.shown = {"a": ["x"]}
    assert house.print("r:a")[0] == ["a"] and house.made == ["x"]


def test_a_plugin_that_is_no_more_takes_its_files_along(house):
    """When an adapter is no longer among the plugins all its files go."""
    manifest = Manifest(house.store, house.build.url)
    Press(house.build, Ledger(house.store), manifest, lambda jobs, alone: iter(()), Silent()).print([], (), (), False)
    assert manifest.gone == {"a", "b", "c", "d/e"} and manifest.names() == set()


def test_another_site_view_makes_everything(house):
    """What all pages share makes all files again when it has changed; when it has only been looked at again, none."""
    assert house.print("k:site") == ([], [], [])
    house.site = small_site.build(notice="Khác").site
    assert house.print() == ([], [], []) and house.build.site.notice == ""
    assert house.print("k:site")[0] == ["a", "b", "c", "d/e"] and house.build.site.notice == "Khác"


@pytest.mark.parametrize(("old", "new"), [("mot", "hai"), ("hai", "mot")])
def test_an_address_moves_from_shelf_to_shelf_in_one_build(house, old, new):
    """What one shelf gives up another may take in the same build, whichever of them is planned first; nothing is gone."""
    house.shelves[new].append(house.shelves[old].pop(0))
    made, gone, problems = house.print("l:mot", "l:hai")
    assert (len(made), gone, problems) == (1, [], []) and house.manifest.shelf_of(made[0]) == new
