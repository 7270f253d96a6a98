"""Files of documents: what they say of themselves is true, what they are not is told, and nothing is learnt twice."""

import hashlib
import io
import json
import unicodedata

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import attachments
from plugins.archive.attachments import KINDS, Files
from plugins.context.tracing import Trace


def pdf(pages: int) -> bytes:
    """A PDF of blank pages."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 300)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


PDF = pdf(3)


def put(folder, name: str, data: bytes):
    """A file of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def files(folder, trace: Trace | None = None) -> Files:
    """The attachments of a build whose content lies in `folder`."""
    return Files(folder / "cache", folder, trace or Trace())


def fault(folder, name: str, data: bytes) -> str | None:
    """The code of what is wrong with a file."""
    found = files(folder).fault(put(folder, name, data))
    assert found is None or (len(found) == 3 and all(found) and (name in found[1]))
    return found and found[0]


def test_facts_of_a_pdf(tmp_path):
    """Size, type, pages and checksum are those of the very bytes."""
    facts = files(tmp_path).facts(put(tmp_path, "12-kh.PDF", PDF))
    assert (facts.size, facts.ending, facts.mime, facts.pages) == (len(PDF), "pdf", "application/pdf", 3)
    assert facts.sha256 == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize("ending", KINDS)
def test_right_files_are_taken(tmp_path, ending):
    """A file of each kind that begins as it should is taken, whatever the case of its ending."""
    data = PDF if ending == "pdf" else KINDS[ending][0] + b"rest"
    assert fault(tmp_path, f"a.{ending}", data) is None and fault(tmp_path, f"b.{ending.upper()}", data) is None
    assert (files(tmp_path).facts(tmp_path / f"a.{ending}").pages is None) == (ending != "pdf")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ", "tep-sai-loai"),
        ("a.svg", b"<svg>", "tep-sai-loai"),
        ("a.html", b"<p>", "tep-sai-loai"),
        ("a", b"x", "tep-sai-loai"),
        ("a.pdf.exe", PDF, "tep-sai-loai"),
        ("a.pdf", b"", "tep-qua-co"),
        ("a.pdf", KINDS["docx"][0] + b"x", "tep-sai-ruot"),
        ("a.docx", PDF, "tep-sai-ruot"),
        ("a.doc", KINDS["docx"][0], "tep-sai-ruot"),
        ("a.pdf", b"<html>", "tep-sai-ruot"),
        ("a.pdf", PDF[: len(PDF) // 3], "tep-hong"),
        ("a.pdf", b"%PDF-1.7", "tep-hong"),
        ("a.pdf", pdf(0), "tep-hong"),
        ("a.pdf", b"%PDF-1.4\n" + b"\xff" * 2000, "tep-hong"),
    ],
)
def test_wrong_files_are_told(tmp_path, name, data, code):
    """Kinds that are not published, empty, renamed and broken files have each a sentence that names the file."""
    assert fault(tmp_path, name, data) == code


def test_too_large_a_file_is_told(tmp_path, monkeypatch):
    """A file above the limit is refused, one at the limit is not."""
    monkeypatch.setattr(attachments, "LIMIT", len(PDF))
    assert fault(tmp_path, "a.pdf", PDF) is None and fault(tmp_path, "b.docx", KINDS["docx"][0] + b"x" * len(PDF)) == "tep-qua-co"


def test_a_file_seen_before_is_not_read_by_the_pdf_library_again(tmp_path, monkeypatch):
    """What was learnt of a file is known to the next build by its content, under any name."""
    files(tmp_path).facts(put(tmp_path, "a.pdf", PDF))
    monkeypatch.setattr(attachments, "_pages", lambda data: pytest.fail("read again"))
    assert files(tmp_path).facts(put(tmp_path, "b.pdf", PDF)).pages == 3


def test_another_content_is_another_file(tmp_path):
    """A file that changed between builds is learnt anew."""
    path = put(tmp_path, "a.pdf", PDF)
    assert files(tmp_path).facts(path).pages == 3
    path.write_bytes(pdf(5))
    assert files(tmp_path).facts(path).pages == 5


@given(st.binary(max_size=60) | st.sampled_from([b"[]", b"{}", b"5\n", b"null\n", b'["a"]\n', b"[[], 1]\n", b'["a", 1, 2]\n', b'"ab"\n']))
def test_a_spoilt_cache_only_costs_time(tmp_path_factory, junk):
    """Whatever stands in the cache file, facts are true and the file serves the next build."""
    folder = tmp_path_factory.getbasetemp()
    (folder / "tep.jsonl").write_bytes(junk)
    path = put(folder, "junk.docx", KINDS["docx"][0])
    for _ in range(2):
        assert Files(folder, folder, Trace()).facts(path).pages is None


def test_each_new_file_adds_one_line(tmp_path):
    """The cache grows by a line for each new content and by nothing for a known one, so that a thousand files cost a thousand lines."""
    known = files(tmp_path)
    for number in range(20):
        known.facts(put(tmp_path, f"{number}.docx", KINDS["docx"][0] + bytes([number % 10])))
    lines = (tmp_path / "cache/tep.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 10 and all(json.loads(line)[1] is None for line in lines)


def test_no_path_or_time_is_remembered(tmp_path):
    """The cache knows contents only, so that two machines may share it."""
    files(tmp_path).facts(put(tmp_path, "bi-mat.docx", KINDS["docx"][0]))
    assert "bi-mat" not in (tmp_path / "cache/tep.jsonl").read_text(encoding="utf-8")


def test_whoever_looks_at_a_file_depends_on_it(tmp_path):
    """To ask for the faults, the facts or the mere presence of a file is noted, each time; a file known from before too."""
    trace = Trace()
    one, path = files(tmp_path, trace), put(tmp_path, "a.pdf", PDF)
    for ask in (lambda: one.fault(path), lambda: one.facts(path), lambda: one.exists("a.pdf"), lambda: one.facts(path)):
        with trace.reading() as cells:
            ask()
        assert cells == {"f:a.pdf"}
    with trace.reading() as cells:
        assert not one.exists("b.pdf")
    assert cells == {"f:b.pdf"}


def test_a_file_is_there_under_its_very_name_only(tmp_path):
    """A name in another case is another file, on every disk; a decomposed name is the same."""
    put(tmp_path, "Báo cáo.pdf", PDF)
    found = files(tmp_path)
    assert found.exists("Báo cáo.pdf") and not found.exists("báo cáo.PDF") and not found.exists("khong-co/a.pdf")
    assert found.exists(unicodedata.normalize("NFD", "Báo cáo.pdf"))


def test_a_file_that_cannot_be_opened_brings_nothing_down(tmp_path):
    """Where a name stands with separate tone marks, which is told of the file itself, or is that of a folder, judging goes on."""
    put(tmp_path, unicodedata.normalize("NFD", "kế.pdf"), PDF)
    (tmp_path / "thu-muc.pdf").mkdir()
    assert files(tmp_path).fault(tmp_path / "kế.pdf") is None
    assert files(tmp_path).fault(tmp_path / "thu-muc.pdf") is not None
