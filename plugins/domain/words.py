"""The controlled words of a site: organs, places, types, topics … read from the texts of content/du-lieu.

Which files and keys there are stands in `vocabulary`. Organs and places are dated: an old name is found and leads on."""

from dataclasses import field as default
from dataclasses import replace
from functools import cached_property, lru_cache

from plugins.domain.dates import Moment
from plugins.domain.fields import key_form
from plugins.domain.frontmatter import Node, read_yaml
from plugins.domain.frozen import dataclass
from plugins.domain.parts import Source
from plugins.domain.problems import Problem
from plugins.domain.text import closest, slug, sort_key
from plugins.domain.validation import Lookup, Reader, Values
from plugins.domain.vocabulary import FILES

FOLDER = "du-lieu"
_SHARED = ("valid_from", "valid_to", "predecessor", "successor", "source", "aliases", "note")  # what the list of provinces adds
_REQUIRED = ("site", "organs", "places", "types", "categories")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One word of one vocabulary. Fields that its vocabulary does not have stay empty."""

    key: str
    name: str = ""
    line: int = default(default=0, compare=False)
    summary: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""
    full_name: str = ""
    level: str = ""
    place: str = ""
    parent: str = ""
    symbol: str = ""
    code: str = ""
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    predecessor: tuple[str, ...] = ()
    successor: tuple[str, ...] = ()
    source: Source | None = None
    more: tuple[tuple[str, object], ...] = ()
    lines: tuple[tuple[str, int], ...] = default(default=(), compare=False)
    file: str = default(default="", compare=False)

    def get(self, name: str, missing=""):
        """A field that only this vocabulary has: `url`, `phrase`, `short` …"""
        return dict(self.more).get(name, missing)

    def line_of(self, name: str) -> int:
        """The line of one of its keys; that of the entry when the key is not there."""
        return dict(self.lines).get(name, self.line)


@dataclass(frozen=True)
class Words:
    """All vocabularies: name → entries in the order of their file, and the one mapping `site`."""

    lists: dict[str, tuple[Entry, ...]]
    site: dict

    def __getstate__(self) -> dict:
        """What is stored and sent: the entries, none of what was looked up in them."""
        return {"lists": self.lists, "site": self.site}

    @cached_property
    def _keys(self) -> dict[str, dict[str, Entry]]:
        return {name: {entry.key: entry for entry in entries} for name, entries in self.lists.items()}

    @cached_property
    def _spellings(self) -> dict[str, dict[str, str]]:
        return {
            name: _spellings((e.key, e.name, (e.full_name, e.code, *e.aliases)) for e in entries) for name, entries in self.lists.items()
        }

    @cached_property
    def derived(self) -> dict:
        """What others have worked out from the words alone, by names of theirs: so that it is worked out once."""
        return {}

    def find(self, vocabulary: str, text: str) -> str | None:
        """The key of the word that an editor wrote by key, name, code or alias; None when there is none."""
        keys = self.among(vocabulary, text)
        return keys[0] if keys else None

    def among(self, vocabulary: str, text: str) -> tuple[str, ...]:
        """The keys of all words that a spelling may mean: two entries may carry one name, before and after a merger."""
        return self._spellings.get(vocabulary, {}).get(spelling(text) or None, ())

    def spellings(self, vocabulary: str) -> dict[tuple, tuple[str, ...]]:
        """Every spelling, in the form in which words are compared, with the keys that it may mean."""
        return self._spellings.get(vocabulary, {})

    def entry(self, vocabulary: str, key: str) -> Entry | None:
        """The entry of a key."""
        return self._keys.get(vocabulary, {}).get(key)

    def name(self, vocabulary: str, key: str) -> str:
        """The printed name of a key; the key itself when it is unknown."""
        entry = self.entry(vocabulary, key)
        return entry.name if entry else key

    @cached_property
    def lookup(self) -> Lookup:
        """What reading records needs to know of the words."""
        return Lookup(self.among, lambda name: [e.name for e in self.lists.get(name, ())], file_of)


@lru_cache(maxsize=4096)
def spelling(text: str) -> tuple:
    """The form in which words are compared: case and the place of a tone mark do not matter, every mark does."""
    return sort_key(text.casefold())


def file_of(vocabulary: str) -> str:
    """The file of a vocabulary as editors know it."""
    return f"{FOLDER}/{FILES[vocabulary][0]}"


def read(texts: dict[str, str], root: str) -> tuple[Words, list[Problem]]:
    """All vocabularies from the texts of their files (file name → text). `root` is the reported folder (``content``)."""
    problems: list[Problem] = []
    nodes: dict[str, Node | None] = {}
    for name, (file, _fields) in FILES.items():
        path = f"{root}/{FOLDER}/{file}"
        if file not in texts:
            nodes[name] = None
            if name in _REQUIRED:
                problems.append(
                    Problem(path, 0, "thieu-du-lieu", f"Thiếu tệp {path}.", "Tệp này khai báo các từ dùng chung; xem docs/bien-tap.md.")
                )
            continue
        nodes[name], faults = read_yaml(texts[file], path)
        problems += faults
        wanted = "map" if name == "site" else "list"
        if nodes[name] is not None and nodes[name].kind != wanted:
            problems.append(
                Problem(
                    path,
                    1,
                    "sai-dang",
                    "Tệp này phải gồm các dòng “khóa: giá trị”."
                    if name == "site"
                    else "Tệp này phải là một danh sách, mỗi mục mở đầu bằng gạch ngang và một dấu cách.",
                    "Ví dụ: tên trang: Tỉnh đoàn Mẫu" if name == "site" else "Ví dụ: - tên: Xây dựng Đoàn",
                )
            )
            nodes[name] = None
    known = {file for file, _fields in FILES.values()}
    for file in sorted(set(texts) - known):
        near = closest(file, sorted(known))
        hint = f"Có phải {near}?" if near else "Các tệp dữ liệu: " + ", ".join(sorted(known)) + "."
        problems.append(
            Problem(f"{root}/{FOLDER}/{file}", 0, "du-lieu-la", f"Không có tệp dữ liệu tên {file}, nội dung này sẽ không được đọc.", hint)
        )
    broken = {problem.path for problem in problems if problem.code != "dong-sai"}
    if nodes["site"] is None and FILES["site"][0] in texts and f"{root}/{FOLDER}/{FILES['site'][0]}" not in broken:
        nodes["site"] = Node((), 1, "map")
    drafts = {name: _spellings(_draft_names(node)) for name, node in nodes.items() if name != "site"}
    names = {name: [entry[1] for entry in _draft_names(node)] for name, node in nodes.items() if name != "site"}
    drafts["places"] = _spellings([*_draft_names(nodes["places"]), *_draft_names(nodes["provinces"])])
    names["places"] += names["provinces"]
    lookup = Lookup(lambda vocabulary, text: drafts[vocabulary].get(spelling(text), ()), names.__getitem__, file_of)
    lists, site = {}, {}
    for name, (file, fields) in FILES.items():
        reader = Reader(f"{root}/{FOLDER}/{file}", lookup)
        if name == "site":
            if nodes[name] is not None:
                site = reader.mapping(nodes[name], fields).of
        else:
            lists[name] = _entries(nodes[name], fields, reader)
        problems += [p for p in reader.problems if p.code != "tu-la"] if broken else reader.problems
    lists["places"] = _with_provinces(lists["places"], lists["provinces"])
    return Words(lists, site), problems


def _entries(node: Node | None, fields, reader: Reader) -> tuple[Entry, ...]:
    entries, seen = [], {}
    for child in node.value if node else ():
        if child.kind != "map":
            reader.report(child.line, "sai-dang", "Mỗi mục phải gồm các dòng “khóa: giá trị”.", "Ví dụ: - tên: Xây dựng Đoàn")
            continue
        reader.entry = next((value.value for key, _line, value in child.value if key_form(key) in ("tên", "name")), "")
        values: Values = reader.mapping(child, fields)
        known = {k: v for k, v in values.of.items() if k in Entry.__dataclass_fields__}
        more = tuple((k, v) for k, v in values.of.items() if k not in known)
        known.setdefault("key", slug(known.get("name", "")) or str(len(entries) + 1))
        if known["key"] in seen and known.get("name"):
            message = f"“{known['name']}” trùng khóa “{known['key']}” với mục ở dòng {seen[known['key']]}."
            hint = f"Nếu là một mục ghi hai lần thì bỏ bớt; nếu là hai mục khác nhau thì thêm khóa riêng, ví dụ: khóa: {known['key']}-2"
            reader.report(child.line, "khoa-lap", message, hint)
            continue
        seen[known["key"]] = child.line
        source = known.pop("source", None)
        known |= {"source": Source(**{"name": "", **source.of})} if source else {}
        entries.append(Entry(line=child.line, more=more, lines=tuple(values.lines.items()), file=reader.path, **known))
    return tuple(entries)


def _with_provinces(places: tuple[Entry, ...], provinces: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The places of a site and all provinces: what the site itself says of a province goes before what the common list says."""
    common = {entry.key: entry for entry in provinces}
    merged = []
    for entry in places:
        other = common.pop(entry.key, None)
        told = {name: getattr(other, name) for name in _SHARED if other and not getattr(entry, name)}
        merged.append(replace(entry, **told) if other else entry)
    return (*merged, *(replace(entry, more=()) for entry in common.values()))


def _draft_names(node: Node | None):
    """(key, name, other spellings) of each entry, before the entries are validated."""
    for child in node.value if node else ():
        if child.kind == "map":
            raw = {key_form(key): value for key, _line, value in child.value}
            plain = {k: v.value.strip() for k, v in raw.items() if v.kind == "text"}
            name = plain.get("tên") or plain.get("name", "")
            others = raw.get("tên khác") or raw.get("aliases")
            aliases = (
                tuple(i.value for i in others.value if i.kind == "text")
                if others and others.kind == "list"
                else ((others.value,) if others and others.kind == "text" else ())
            )
            full = plain.get("tên đầy đủ") or plain.get("full name", "")
            yield (plain.get("khóa") or plain.get("key") or slug(name), name, (full, *aliases))


def _spellings(entries) -> dict[tuple, tuple[str, ...]]:
    """Spelling → the keys it may mean. A key wins over a name, a name over an alias of another entry."""
    entries = list(entries)
    table: dict[tuple, tuple[str, ...]] = {}
    for spelled in (
        [(alias, key) for key, _name, aliases in entries for alias in aliases if alias],
        [(name, key) for key, name, _aliases in entries if name],
        [(key, key) for key, _name, _aliases in entries],
    ):
        layer: dict[tuple, dict[str, None]] = {}
        for text, key in spelled:
            layer.setdefault(spelling(text), {})[key] = None
        table.update({form: tuple(keys) for form, keys in layer.items()})
    return table
