"""The manifest: one address for one file, and no link to what is not there, however little of the site was made again."""

import os

import pytest

from plugins.context.store import Store
from plugins.incremental.making import Made
from plugins.incremental.manifest import Manifest

URL = "https://vi-du.example"


class Site:
    """A site whose builds are manifests over one store."""

    def __init__(self, url: str = URL):
        self.store, self.url = Store(None), url
        self.manifest = Manifest(self.store, url)

    def put(self, name: str, shelf: str = "", changed: bool = True, **facts) -> str:
        """Puts a file; the message when it may not stand there."""
        address = "/" + name.removesuffix("index.html")
        made = Made(name, address, shelf or name, f"content/{shelf or name}", "", 3, 5, changed, page=name.endswith(".html"), **facts)
        problem = self.manifest.put(made)
        assert problem is None or (problem.code, problem.path) == ("trung-dia-chi", made.source)
        return problem.message if problem else ""

    def done(self) -> list[tuple[str, str]]:
        """Ends a build: path and code of its problems."""
        self.manifest.flush()
        found = [(p.path, p.code) for p in self.manifest.problems()]
        self.store.commit()
        return sorted(found)

    def next(self) -> None:
        """Begins the next build."""
        self.manifest = Manifest(self.store, self.url)


@pytest.fixture(params=["first", "later"])
def site(request) -> Site:
    """A site in its first build, or in its second one."""
    made = Site()
    if request.param == "later":
        made.put("alt/index.html", listed=True)
        assert made.done() == []
        made.next()
    return made


def test_two_shelves_may_not_claim_one_address(site):
    """The second file of one name is told with the source of the first, in one build and against what stood there before."""
    assert site.put("tin/index.html", "mot") == ""
    assert "content/mot" in site.put("tin/index.html", "hai") and site.put("tin/index.html", "mot") == ""
    site.done()
    site.next()
    assert "content/mot" in site.put("tin/index.html", "hai")


def test_names_that_differ_in_case_only_are_one(site):
    """On many disks Tin and tin are one file."""
    assert site.put("tin/a.pdf") == "" and "content/tin/a.pdf" in site.put("tin/A.pdf")
    site.done()
    site.next()
    assert "content/tin/a.pdf" in site.put("Tin/a.pdf")


def test_no_file_stands_where_a_folder_must(site):
    """A file and a folder of one name are told, whichever comes first."""
    assert site.put("tin") == "" and "thư mục" in site.put("tin/index.html")
    assert site.put("mo/hinh/a.html") == "" and "thư mục" in site.put("mo/hinh") and "thư mục" in site.put("MO")
    site.done()
    site.next()
    assert "thư mục" in site.put("tin/b.html") and "thư mục" in site.put("mo")


def test_an_address_may_move_from_one_shelf_to_another():
    """When the shelf that had an address gives it up, another one may take it in the same build, and nothing is gone or new."""
    site = Site()
    site.put("tin/index.html", "mot")
    site.put("kho/a.pdf", "mot")
    site.done()
    site.next()
    for name in site.manifest.of_shelf("mot"):
        site.manifest.remove(name)
    assert site.put("tin/index.html", "hai", changed=False) == "" and site.put("kho", "hai") == ""
    site.manifest.flush()
    assert (site.manifest.gone, site.manifest.changed, site.manifest.shelf_of("tin/index.html")) == ({"kho/a.pdf"}, {"kho"}, "hai")
    assert site.manifest.names() == {"tin/index.html", "kho"}


def test_what_is_new_changed_and_gone_is_told():
    """A build knows which of its files were not made before, which have new bytes and which are made no more."""
    site = Site()
    for name in ("a", "b", "c"):
        site.put(name)
    site.done()
    site.next()
    site.put("a", changed=False)
    site.put("d")
    site.manifest.remove("b")
    manifest = site.manifest
    assert (manifest.come, manifest.changed, manifest.gone) == ({"d"}, {"d"}, {"b"})
    manifest.flush()
    assert manifest.names() == {"a", "c", "d"} and manifest.shelf_of("b") is None


@pytest.mark.parametrize("url", [URL, URL + "/doan"])
def test_links_of_untouched_pages_to_what_has_gone_are_told(url):
    """When a page goes, a page that was not made again and still leads to it is told; one that is made again without the link is not."""
    prefix = url.removeprefix(URL)
    site = Site(url)
    for name in ("a", "b"):
        site.put(f"{name}/index.html", wants=(f"{prefix}/đích/", f"{prefix}/"), ids=("x",))
    site.put("đích/index.html", ids=("y",))
    site.put("index.html")
    assert site.done() == []
    site.next()
    site.manifest.remove("đích/index.html")
    site.put("a/index.html", wants=(f"{prefix}/",), ids=("x",))
    assert site.done() == [("content/b/index.html", "lien-ket-hong")]


def test_encoded_links_to_what_has_gone_are_told():
    """A link written with signs of percent means the same page."""
    site = Site()
    site.put("a/index.html", wants=("/%C4%91%C3%ADch/#x",))
    site.put("đích/index.html", ids=("x",))
    assert site.done() == []
    site.next()
    site.manifest.remove("đích/index.html")
    assert site.done() == [("content/a/index.html", "lien-ket-hong")]


def test_lost_headings_are_told_to_untouched_pages():
    """When a page loses an id, or all of them, a page that leads to it is told though it was not made again."""
    for ids in (("y",), ()):
        site = Site()
        site.put("a/index.html", wants=("/b/#x", "/b/#y" if ids else "/b/#x"))
        site.put("b/index.html", ids=("x", "y"))
        assert site.done() == []
        site.next()
        site.put("b/index.html", ids=ids)
        assert site.done() == [("content/a/index.html", "muc-khong-co")]


def test_a_page_that_gives_way_to_a_file_is_still_there():
    """A fragment is asked of pages only: a PDF has pages of its own."""
    site = Site()
    site.put("a/index.html", wants=("/b.pdf#page=2",))
    site.put("b.pdf")
    assert site.done() == []
    site.next()
    site.put("b.pdf")
    assert site.done() == []


def test_only_what_is_listed_otherwise_is_relisted():
    """The site map is made again when a listed page comes, goes or changes its title or day, and not for any other page; what tells of
    lists only when one comes, goes or changes its title."""

    def build(**pages) -> set[str]:
        site.next()
        for name, facts in pages.items():
            if facts is None:
                site.manifest.remove(f"{name}.html")
            else:
                site.put(f"{name}.html", **facts)
        site.done()
        return site.manifest.relisted

    site, listed, other = Site(), {"listed": True, "title": "A", "modified": "2026-01-01"}, {"title": "B"}
    record, pages, both = listed | {"record": True}, {"pages:"}, {"pages:", "lists:"}
    assert build(a=listed, b=other) == both
    assert site.manifest.mapped() == [("/a.html", "2026-01-01")] and site.manifest.lists() == [("/a.html", "A")]
    assert not build(a=listed, b={"title": "C"}) and not build(b=None) and not build(b=other)
    assert build(a=listed | {"title": "D"}) == both and build(a=listed | {"title": "D", "modified": "2026-01-02"}) == pages
    assert build(b=listed) == build(b=other) == both and build(c=record) == build(c=record | {"title": "E"}) == build(c=None) == pages
    assert build(a=record) == both and site.manifest.lists() == [] and build(a=listed) == build(a=None) == both
    assert site.manifest.mapped() == site.manifest.lists() == []


def test_files_that_others_have_touched_are_disturbed(tmp_path):
    """A file that is missing, has another size or another time than this site has left there is made again; others are not."""
    site = Site()
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_bytes(b"123")
        os.utime(tmp_path / name, ns=(5, 5))
        site.put(name)
    site.done()
    assert site.manifest.disturbed(tmp_path) == set()
    (tmp_path / "a").unlink()
    (tmp_path / "b").write_bytes(b"1234")
    os.utime(tmp_path / "b", ns=(5, 5))
    os.utime(tmp_path / "c", ns=(5, 6))
    assert site.manifest.disturbed(tmp_path) == {"a", "b", "c"}
