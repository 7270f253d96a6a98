"""Threads of models: the page that sets their models side by side, the list of all threads, and the way there from a model."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from plugins.context import cards, heads
from plugins.context.build import Build
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Card, Fact, Link, MovedView
from plugins.domain import addresses, compared, dates, descent
from plugins.domain import threads as domain
from plugins.domain.branches import Branch, branches
from plugins.domain.records import Model
from plugins.domain.threads import Kin, Thread
from plugins.showcase import briefs, comparing, comparisons
from plugins.showcase.comparison_views import ComparedFigures
from plugins.showcase.overviews import ROOT
from plugins.showcase.views import Succession, ThreadListView, ThreadRow, ThreadView

_TITLE = "Mạch mô hình"
_INTRO = "Các mô hình cùng tên hoặc cùng ý ở nhiều nơi, qua nhiều năm, đặt cạnh nhau: nơi nào có trước, làm tiếp, khác nhau chỗ nào."
_SOURCE = "content/mo-hinh"


def shelves(build: Build) -> Iterator[Shelf]:
    """Every thread, then the list of them."""
    keys = build.library.threads()
    for key in keys:
        yield Shelf(f"mach:{key}", partial(_outputs, key, build))
    yield Shelf("mach", lambda: (Page(addresses.THREADS, "threads.html", partial(_all, keys, build), _SOURCE),), keys)


def year(record: Model) -> tuple[str, str]:
    """When a model began, in words, and what that is: an earliest milestone is called so."""
    when, said = domain.beginning(record)
    if when is None:
        return "Chưa rõ năm", ""
    return dates.short(when), "" if said else "mốc sớm nhất được ghi"


def _outputs(key: str, build: Build) -> Iterator[Page]:
    yield Page(addresses.thread(key), "thread.html", partial(_thread, key, build), _SOURCE, partial(_modified, key, build))
    for slug in build.library.thread(key).former:
        yield Page(addresses.thread(slug), "moved.html", partial(_moved, slug, key, build), _SOURCE, index=False)


def _modified(key: str, build: Build) -> str:
    """The day (ISO) of the last change in one of its models."""
    records = (build.library.records[kin.key] for kin in build.library.thread(key).members)
    return max((day.iso for r in records if (day := r.modified or r.reviewed_on or r.date)), default="")


def _moved(slug: str, key: str, build: Build) -> MovedView:
    title, target = "Trang đã chuyển địa chỉ", build.href(addresses.thread(key))
    head = heads.head(build, title, title, addresses.thread(slug), label=_TITLE, index=False)
    to = Link(briefs.name(build.library.thread_brief(key), build), target)
    return MovedView(replace(head, canonical=build.host(target)), title, "", to)


def _thread(key: str, build: Build) -> ThreadView:
    library, address = build.library, addresses.thread(key)
    thread = library.thread(key)
    title = briefs.name(thread.brief, build)
    steps = ROOT, (_TITLE, addresses.THREADS), (title, address)
    entry = library.words.about("threads", thread.key) if thread.named else None
    intro = entry.summary if entry and entry.summary else "Những mô hình mà hồ sơ ghi là kế thừa hoặc tương tự nhau."
    records = [library.records[kin.key] for kin in thread.members]
    rows = tuple(_row(n, kin, record, thread, build) for n, (kin, record) in enumerate(zip(thread.members, records, strict=True), 1))
    return ThreadView(
        **heads.frame(build, f"{_TITLE}: {title}", intro, address, *steps, shown=title, label=_TITLE),
        intro=intro,
        facts=_facts(thread, records, build),
        drawing=_drawing(title, thread, records, build),
        rows=rows,
        successions=tuple(_successions(thread, records, build)),
        compare=_compare(records, build),
        figures=tuple(_figures(records, build)),
        silent=tuple(cards.link(record, build) for record in records if not (record.results or record.replication)),
        retold=any(record.source and record.derived_from for record in records),
    )


def _compare(records: list[Model], build: Build) -> tuple[Link, ...]:
    """Where models of the thread are compared question by question: prepared tables, then the first models as a choice of one's own."""
    few = records[: compared.MOST]
    words = f"{len(few)} mô hình đầu của mạch, từng mặt" if len(records) > len(few) else "Mọi mô hình của mạch, từng mặt"
    choice = (Link(words, comparisons.choice(few, build)),) if len(few) >= compared.LEAST else ()
    return (*briefs.compared(records, build), *choice)


def _row(number: int, kin: Kin, record: Model, thread: Thread, build: Build) -> ThreadRow:
    words = build.library.words
    at = {one.key: n for n, one in enumerate(thread.members, 1)}
    before = [str(at[key]) for key in kin.before if key in at]
    ties = []
    if before:  # a source that knows of likeness seldom proves descent
        ties.append(f"Có sau mô hình {', '.join(before)}, cùng ý" if record.source else f"Kế thừa mô hình {', '.join(before)}")
    if kin.key in thread.similar:
        ties.append("Tương tự")
    when, basis = year(record)
    documents = (build.library.records.get(reference.text) for reference in record.directives)
    return ThreadRow(
        number=number,
        model=cards.link(record, build),
        ties=tuple(ties),
        note=record.note,
        year=when,
        basis=basis,
        place=cards.word_link("places", record.place, addresses.place(record.place), build, "place"),
        unit=words.name("organs", record.unit),
        status=cards.choice("model_status", record.status),
        status_key=record.status,
        documents=tuple(cards.link(document, build) for document in documents if document),
    )


def _figures(records: list[Model], build: Build) -> Iterator[ComparedFigures]:
    """The figures of the models that have any, four side by side at most: more could not be read."""
    records = [record for record in records if record.results or record.replication]
    parts = max(1, -(-len(records) // compared.MOST))
    ends = [round(len(records) * n / parts) for n in range(parts + 1)]
    for start, end in pairwise(ends if records else ()):
        few = records[start:end]
        rows = comparing.figures_of(few, build)
        title = "Con số của các mô hình trong mạch" if parts == 1 else f"Con số: {', '.join(record.title for record in few)}"
        yield ComparedFigures(title, tuple(comparing.column(model, build) for model in few), rows)


def _facts(thread: Thread, records: list[Model], build: Build) -> tuple[Fact, ...]:
    places = dict.fromkeys(record.place for record in records)
    named = Counter(reference.text for record in records for reference in dict.fromkeys(record.directives))
    shared = [build.library.records[key] for key, count in named.items() if count > 1 and key in build.library.records]
    first, last = thread.years
    facts = (
        Fact("Số mô hình", (Link(str(len(records))),)),
        Fact("Năm", (Link(first if first == last else f"{first} – {last}"),) if first else ()),
        Fact("Nơi", tuple(cards.word_link("places", key, addresses.place(key), build, "place") for key in places)),
        Fact("Văn bản chung", tuple(cards.link(document, build) for document in shared)),
    )
    return tuple(fact for fact in facts if fact.values)


def _drawing(title: str, thread: Thread, records: list[Model], build: Build):
    """The line of years; models whose year nobody tells stand in the list only."""
    at, rows, told = {kin.key: n for n, kin in enumerate(thread.members, 1)}, [], []
    for kin, record in zip(thread.members, records, strict=True):
        when, _said = domain.beginning(record)
        if when:
            place = build.library.words.name("places", record.place)
            rows.append(Branch(at[kin.key], when, place, tuple(at[key] for key in kin.before if key in at)))
            told.append(f"{at[kin.key]}. {record.title}, {place}: {dates.short(when)}")
    return branches(f"{_TITLE}: {title}", rows, f"{'; '.join(told)}.")


def _successions(thread: Thread, records: list[Model], build: Build) -> Iterator[Succession]:
    """What changed from each forerunner to what came after it, where both tell of the same."""
    known = {record.key: record for record in records}
    for kin in thread.members:
        for key in kin.before:
            if key not in known:
                continue
            facts = []
            for part, kept, changed, added, left in descent.changes(known[key], known[kin.key]):
                said = ((f"{part} giữ nguyên lời", kept), (f"{part} ghi khác đi", [" → ".join(pair) for pair in changed]))
                said += ((f"{part} chỉ nơi sau ghi", added), (f"{part} chỉ nơi trước ghi", left))
                facts += [Fact(label, tuple(map(Link, texts))) for label, texts in said if texts]
            if facts:
                yield Succession(cards.link(known[key], build), cards.link(known[kin.key], build), tuple(facts))


def _all(keys: tuple[str, ...], build: Build) -> ThreadListView:
    steps = ROOT, (_TITLE, addresses.THREADS)
    found = [thread for key in keys if (thread := build.library.thread(key))]
    found.sort(key=lambda thread: (not thread.named, -len(thread.members), thread.key))
    return ThreadListView(
        **heads.frame(build, _TITLE, _INTRO, addresses.THREADS, *steps, label=_TITLE, index=bool(found)),
        intro=_INTRO,
        cards=tuple(_card(thread, build) for thread in found),
        empty="Chưa có mạch mô hình nào.",
    )


def _card(thread: Thread, build: Build) -> Card:
    words = build.library.words
    entry = words.about("threads", thread.key) if thread.named else None
    places = dict.fromkeys(words.name("places", kin.place) for kin in thread.members)
    told = ", ".join(places) if len(places) < 5 else f"{len(places)} nơi"
    summary = entry.summary if entry else ""
    name, size = briefs.name(thread.brief, build), briefs.size(thread.brief)
    return Card("thread", name, build.href(addresses.thread(thread.key)), summary, meta=(*size, told))
