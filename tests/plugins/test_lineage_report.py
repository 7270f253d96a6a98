"""`check --lineage`: what seems to belong together, what is odd in threads, each with file, line and what to write."""

from dataclasses import replace
from pathlib import Path

from plugins.commands import reports
from plugins.commands.reports import lineage
from plugins.domain.dates import read
from plugins.domain.parts import Period, Reference
from plugins.domain.words import Entry, Words
from tests.plugins.small_site import build, document, model


def told(tmp_path: Path, *models, threads: tuple[Entry, ...] = ()) -> list[str]:
    """The report on models whose files hold just a name and, where it is given, what they call similar."""
    made = build(*models)
    made.content = tmp_path / "content"
    for record in models:
        path = tmp_path / record.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\ntên: X\ntương tự:\n  - mo-hinh/z\n---\n", encoding="utf-8")
    words = made.library.words
    made.library.words = Words({**words.lists, "threads": threads}, words.site)
    return [reports.line(found) for found in sorted(lineage.findings(made))]


def named(name: str, key: str, year: str = "", **changes):
    period = {"period": Period(read(year))} if year else {}
    return replace(model(f"mo-hinh/{key}"), name=name, title=name, **period, **changes)


def test_the_later_model_is_told_of_the_earlier(tmp_path):
    """The finding stands in the file of the model that began later, and says which line to add where."""
    later = named("Đoàn xã “Ba chủ động”", "b", "2019", lines="name 2 similar 3")
    (line,) = told(tmp_path, later, named("Đoàn cơ sở “3 chủ động”", "a", "2018"))
    assert line == (
        "content/mo-hinh/b.md:3: Cùng tên với “Đoàn cơ sở “3 chủ động”” (mo-hinh/a): chung tên “3 chủ động”."
        "\n    → Thêm dưới dòng 3:\n  - mo-hinh/a"
        "\n    Nguồn nói rõ bài này theo bài kia thì ghi ở “kế thừa” thay cho “tương tự”."
    )


def test_a_thread_with_a_name_is_offered(tmp_path):
    """When one of two has a thread, the other is told its name, whichever began later."""
    thread = Entry(key="3-chu-dong", name="3 chủ động", line=4)
    inside = named("Nếp “3 chủ động”", "b", "2019", threads=("3-chu-dong",))
    lines = told(tmp_path, named("Lối “4 chủ động”", "a", "2018", lines="name 2"), inside, threads=(thread,))
    assert lines == [
        "content/du-lieu/mach.yml:4: Mạch “3 chủ động” mới có 1 mô hình.\n    → Thêm vào phần khai báo của mô hình: mạch: [3 chủ động]",
        "content/mo-hinh/a.md:2: Có lẽ cùng mạch với “Nếp “3 chủ động”” (mo-hinh/b): chung chữ trong tên “Lối “4 chủ động””."
        "\n    → Thêm vào phần khai báo:\nmạch: [3 chủ động]",
    ]


def test_documents_that_both_name_are_told_by_name(tmp_path):
    """Two documents in common are enough, here or elsewhere, and stand there as they are called."""
    both = (Reference("van-ban/2025/12-kh", 4), Reference("van-ban/2025/13-kh", 5))
    papers = document(), document("van-ban/2025/13-kh", number="13", as_printed="")
    found = told(tmp_path, named("Vườn", "a", "2018", directives=both), named("Bếp", "b", "2019", directives=both), *papers)
    assert found[0].startswith(
        "content/mo-hinh/b.md:1: Có lẽ cùng mạch với “Vườn” (mo-hinh/a): chung văn bản “Kế hoạch 12-KH/TĐTN-TCKT”; "
        "văn bản “Kế hoạch 13-KH/TĐTN-TCKT”."
    )


def test_what_is_odd_in_a_thread_is_told(tmp_path):
    """A long thread without a name, a forerunner that began later, a model of unknown year."""
    first = named("Gốc", "a", "2020")
    second = named("Cành", "b", "2018", derived_from=(Reference("mo-hinh/a"),))
    third = named("Lá", "c", derived_from=(Reference("mo-hinh/b"),))
    found = "\n".join(told(tmp_path, first, second, third))
    assert "content/mo-hinh/b.md:1: “Gốc” được ghi là đi trước nhưng bắt đầu năm 2020, sau bài này (2018)." in found
    assert "content/mo-hinh/c.md:1: Chưa rõ mô hình bắt đầu năm nào" in found
    assert "Mạch bắt đầu từ bài này có 3 mô hình mà chưa có tên" in found
    assert set(lineage.KINDS) >= {"mach-chua-ten", "mach-nguoc-nam", "mach-chua-ro-nam"}


def test_two_proposals_for_one_model_are_one_line(tmp_path):
    """A key is never proposed twice: each proposal shows the whole line, below a list that is there already all new lines."""
    both = [named("Nếp “3 chủ động”", "a", "2017"), named("Lệ “3 chủ động”", "b", "2018")]
    found = [line for line in told(tmp_path, *both, named("Lối “3 chủ động”", "c", "2019", lines="name 2")) if "/c.md" in line]
    assert found and all("tương tự: [mo-hinh/" in line for line in found)
    lines = {line.split("\n")[2] for line in found}
    assert len(lines) == 1 and all(line.count("\ntương tự:") == 1 for line in found)
