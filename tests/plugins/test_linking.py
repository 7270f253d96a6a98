"""Links in bodies: every target ends in an address of this site, an outside address, or a reason in Vietnamese."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.context.body import Body, Heading, LinkHole
from plugins.context.linking import Dead, check, linked, picture_name, resolve
from plugins.domain.problems import Problem
from plugins.domain.relations import Known
from tests.domain.sample import WORDS, record

NEWS = record("tin-tuc/2026/tin")
PLAN = record("van-ban/2019/92-kh", tệp="[{tệp: 92-kh.pdf, tên: Bản chụp}]", ngày="2019-05-06")
RECORDS = {r.key: r for r in (NEWS, PLAN, record("mo-hinh/ba-chu-dong"), record("trang/gioi-thieu"))}
HIDDEN = {"tin-tuc/2026/nhap": record("tin-tuc/2026/nhap", trạng_thái="nháp"), "tin-tuc/2026/hong": None}
WORLD = Known(RECORDS, WORDS, HIDDEN)


def lead(target: str, source=NEWS) -> str:
    """Where a target leads, or the code of the reason why not."""
    try:
        return resolve(target, source, WORLD)
    except Dead as dead:
        code, message, suggestion = dead.args
        assert message and suggestion
        return code


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/van-ban/2019/92-kh/index.md", "/van-ban/2019/92-kh/"),
        ("/van-ban/2019/92-kh/", "/van-ban/2019/92-kh/"),
        ("/van-ban/2019/92-kh", "/van-ban/2019/92-kh/"),
        ("../../van-ban/2019/92-kh/index.md", "/van-ban/2019/92-kh/"),
        ("/mo-hinh/ba-chu-dong.md", "/mo-hinh/ba-chu-dong/"),
        ("/mo-hinh/ba-chu-dong.md#cach-lam", "/mo-hinh/ba-chu-dong/#cach-lam"),
        ("/mo-hinh/ba%2Dchu-dong.md", "/mo-hinh/ba-chu-dong/"),
        ("/trang/gioi-thieu.md", "/gioi-thieu/"),
        ("tin.md", "/tin-tuc/2026/tin/"),
        ("#muc", "#muc"),
        ("/van-ban/2019/92-kh/92-kh.pdf", "/van-ban/2019/92-kh/92-kh.pdf"),
        ("/anh/cay.jpg", "picture:anh/cay.jpg"),
        ("/tim-kiem/", "/tim-kiem/"),
        ("/tim-kiem/?q=đoàn&n=2", "/tim-kiem/?q=đoàn&n=2"),
        ("/tim-kiem/?q=a#b", "/tim-kiem/?q=a#b"),
        ("/", "/"),
        ("https://vi-du.example/a b", "https://vi-du.example/a b"),
        ("HTTPS://vi-du.example", "HTTPS://vi-du.example"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+8424", "tel:+8424"),
        (" /tim-kiem/ ", "/tim-kiem/"),
    ],
)
def test_links_that_lead_somewhere(target, address):
    """Files of content, addresses of the site, fragments, queries and outside addresses lead where they say."""
    assert lead(target) == address


def test_links_beside_a_document():
    """From a document a bare name is a file of its own folder."""
    assert lead("92-kh.pdf", PLAN) == "/van-ban/2019/92-kh/92-kh.pdf"
    assert lead("index.md", PLAN) == "/van-ban/2019/92-kh/"


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("javascript:alert(1)", "lien-ket-cam"),
        (" JavaScript:alert(1)", "lien-ket-cam"),
        ("data:text/html,a", "lien-ket-cam"),
        ("vbscript:x", "lien-ket-cam"),
        ("file:///etc/passwd", "lien-ket-cam"),
        ("//xau.example/", "lien-ket-cam"),
        ("C:\\thu-muc\\a.pdf", "lien-ket-cam"),
        ("..\\a.md", "ra-ngoai"),
        ("/\\xau.example/", "ra-ngoai"),
        ("/%5Cxau.example/", "ra-ngoai"),
        ("../../../bi-mat.md", "ra-ngoai"),
        ("%2e%2e/%2e%2e/%2e%2e/a/", "ra-ngoai"),
        ("/van-ban/2019/92-kh/92-kh-nhap.pdf", "lien-ket-hong"),
        ("/mo-hinh/ba-chu-dogn.md", "lien-ket-hong"),
        ("java\tscript:alert(1)", "lien-ket-hong"),
        ("", "lien-ket-hong"),
        ("#", "lien-ket-hong"),
        ("?q=1", "lien-ket-hong"),
        ("nhap.md", "dan-toi-ban-nhap"),
        ("/tin-tuc/2026/nhap/", "dan-toi-ban-nhap"),
    ],
)
def test_links_that_lead_nowhere(target, code):
    """Foreign schemes, other hosts, ways out of the content, missing files, drafts and nothing at all have each a reason."""
    assert lead(target) == code


def test_an_unreadable_record_is_not_told_twice():
    """A link to a file that could not be read is no further problem."""
    assert lead("hong.md") == "#"


@given(st.text("/.%2eE5cC\\:?#jJavscriptanhmd-xtu0-\t \u00a0đ@[]", max_size=30) | st.text(max_size=20))
def test_no_target_leads_out_of_the_site_unasked(target):
    """Whatever an editor writes, the answer is a reason, a fragment, a known scheme or a path from the root of one host."""
    found = lead(target)
    if found in ("lien-ket-cam", "ra-ngoai", "lien-ket-hong", "dan-toi-ban-nhap") or found.startswith(("#", "picture:anh/")):
        return
    if found.startswith("/"):
        path = found.partition("#")[0].partition("?")[0]
        assert (
            not path.startswith(("//", "/\\"))
            and ".." not in path.split("/")
            and posixpath.normpath(path) == path.rstrip("/")
            or path == "/"
        )
    else:
        assert found.lower().startswith(("http:", "https:", "mailto:", "tel:"))


@pytest.mark.parametrize("target", ["/%2Fxau.example/", "/%2f/xau.example/", "/.//xau.example/", "/a/..//xau.example/"])
def test_no_address_becomes_another_host(target):
    """A path that would read as another host once it is decoded stays a path of this site."""
    assert lead(target) == "/xau.example/"


@pytest.mark.parametrize(
    ("source", "src", "name"),
    [
        (NEWS, "/anh/a.jpg", "anh/a.jpg"),
        (NEWS, "/anh/a%20b.jpg", "anh/a b.jpg"),
        (NEWS, "../../anh/a.jpg", "anh/a.jpg"),
        (NEWS, "/anh/co\u0302ng.jpg", "anh/công.jpg"),
        (PLAN, "so-do.png", "van-ban/2019/92-kh/so-do.png"),
        (NEWS, "../../../a.jpg", None),
        (NEWS, "https://vi-du.example/a.jpg", None),
        (NEWS, "data:image/png;base64,x", None),
        (NEWS, "anh\\a.jpg", None),
    ],
)
def test_pictures_are_named_from_the_content_folder(source, src, name):
    """A picture is found from the root, from beside the record, in any spelling, and never outside."""
    assert picture_name(src, source) == name


def body(*targets: str, headings: str = "") -> Body:
    """A body of links, one a line from line 5, with headings of these ids."""
    return Body(tuple(LinkHole(t, 5 + i) for i, t in enumerate(targets)), tuple(Heading(2, h, h) for h in headings.split()))


def told(source, own: Body, **bodies: Body) -> list[tuple[int, str]]:
    """Line and code of the problems of a body among others."""
    by_key = {r.key: bodies.get(r.key.rsplit("/", 1)[1].replace("-", "_"), Body()) for r in RECORDS.values()} | {source.key: own}
    return [(p.line, p.code) for p in checked(source, by_key)]


def checked(source, bodies: dict[str, Body]) -> list[Problem]:
    """The problems of the links of a record among the `bodies` of all."""
    return check(source, bodies[source.key].links, WORLD, lambda key: [heading.id for heading in bodies[key].headings])


def test_fragments_are_headings():
    """A fragment must be a heading of the page it names, the own page too; one that is nearly right is answered by the right one."""
    own = body(
        "#mot",
        "#hai",
        "/mo-hinh/ba-chu-dong.md#cach-lam",
        "/mo-hinh/ba-chu-dong.md#ket-qua",
        "/mo-hinh/ba-chu-dong/?in=1#ket-qua",
        headings="mot",
    )
    assert told(NEWS, own, ba_chu_dong=body(headings="cach-lam")) == [(6, "muc-khong-co"), (8, "muc-khong-co"), (9, "muc-khong-co")]
    problem = checked(NEWS, {NEWS.key: body("#mott", headings="mot hai")})[0]
    assert problem.suggestion == "Có phải “#mot”?"


def test_every_dead_link_is_told_on_its_line():
    """All dead links of a body are told at once, each on its line; good ones are not."""
    own = body("/khong-co.md", "/tim-kiem/", "javascript:x", "https://a.example/#b", "nhap.md")
    assert told(NEWS, own) == [(5, "lien-ket-hong"), (7, "lien-ket-cam"), (9, "dan-toi-ban-nhap")]


def test_linked_records_are_known():
    """What the links of a body may mean is known by key, once each, without outside addresses and fragments."""
    own = body("/mo-hinh/ba-chu-dong.md#a", "/mo-hinh/ba-chu-dong/?b", "tin2.md", "#c", "https://a.example", "mailto:a@b.example")
    assert linked(NEWS, own) == ("mo-hinh/ba-chu-dong", "tin-tuc/2026/tin2")
