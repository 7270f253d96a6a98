"""What is done to the content before each measured build, and how one sees that the build took it up.

A scenario changes every contender's copy alike; each round begins with the corpus as it was, and takes other articles."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from plugins.commands.bench_measure import weigh
from plugins.commands.bench_sites import Site
from plugins.commands.corpus import Corpus, Entry


@dataclass(frozen=True)
class Scenario:
    """One row. `change` alters a site's source for a round; `fault` says in Vietnamese what is wrong with the output ("" when right)."""

    name: str
    change: Callable[[Site, Corpus, int], None]
    fault: Callable[[Site, Corpus, int], str]


def edited(made: Corpus, number: int) -> Entry:
    """The article that round `number` edits, with one more sentence at its end."""
    plain = original(made, number)
    return replace(plain, body=f"{plain.body}\n{sentence(number)}\n")


def original(made: Corpus, number: int) -> Entry:
    """The same article as it was: in the middle of the corpus, never one that is deleted."""
    middle = len(made.news) // 20 * 10 + 2
    return made.article((middle + 10 * number) % (len(made.news) // 10 * 10))


def sentence(number: int) -> str:
    """What the edit of round `number` adds."""
    return f"Câu này được thêm ở vòng đo thứ {number + 1}."


def restore(site: Site, made: Corpus, number: int) -> None:
    """Undo what round `number` changed in a source."""
    site.put(original(made, number))
    site.put(made.lonely(number))
    site.remove(made.another(number))


def _edit_fault(site: Site, made: Corpus, number: int) -> str:
    page = site.page(original(made, number))
    right = page.is_file() and sentence(number) in page.read_text(encoding="utf-8")
    return "" if right else "trang của bài vừa sửa chưa có câu mới"


def _add_fault(site: Site, made: Corpus, number: int) -> str:
    return "" if site.page(made.another(number)).is_file() else "bài vừa thêm chưa có trang"


def _delete_fault(site: Site, made: Corpus, number: int) -> str:
    return "trang của bài vừa xóa vẫn còn" if site.page(made.lonely(number)).exists() else ""


def _cold_fault(site: Site, made: Corpus, number: int) -> str:
    missing = [entry for entry in (original(made, number), made.lonely(number)) if not site.page(entry).is_file()]
    return "thiếu trang" if missing or not (site.output / "index.html").is_file() else ""


COLD = Scenario("dựng từ đầu", lambda site, made, number: site.clear(), _cold_fault)
EDIT = Scenario("sửa một bài", lambda site, made, number: site.put(edited(made, number)), _edit_fault)
ADD = Scenario("thêm một bài", lambda site, made, number: site.put(made.another(number)), _add_fault)
DELETE = Scenario("xóa một bài", lambda site, made, number: site.remove(made.lonely(number)), _delete_fault)
SAME = Scenario("không đổi gì", lambda site, made, number: None, lambda site, made, number: "" if weigh(site.output).files else "mất trang")
ALL = (COLD, EDIT, ADD, DELETE, SAME)
