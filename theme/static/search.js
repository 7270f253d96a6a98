// Searching in the browser: the index is read year by year, newest first, and folded as the builder folds Vietnamese.
// Only the search page loads this. Results are links made with DOM methods; no text of the index becomes markup.

const SHOWN = 20; // results at first, and with every “Xem thêm”
const AHEAD = 3; // years on their way at the same time
const AT_ONCE = 400; // documents whose passages are searched without being asked for, the newest
const PLACES = 3; // passages shown under a document
const WEIGHTS = { title: 4, number: 3, summary: 2, words: 1 };
const KINDS = { news: "Tin tức", document: "Văn bản", model: "Mô hình", collection: "Bộ hồ sơ", comparison: "Bảng so sánh", page: "Trang", list: "Danh sách" };

// ---- Vietnamese, as in plugins/domain/text.py (a test holds the two together)

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]|[\u200c\u200d](?![\u2600-\u{10ffff}])/gu;
const CYRILLIC = /[\u0400-\u052f]/;
const LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/;
const SYMBOL_LIKE = /[\p{L}\p{N}](?:[\p{L}\p{N}_./&\u2013-]|[\u0300-\u036f])*/gu;
const LETTERS = /[\p{L}\p{Nl}\p{No}](?:[\p{L}\p{Nl}\p{No}]|[\u0300-\u036f])*/gu;
const NUMBER_FIRST = /^\p{Nd}+[-/\u2013]/u;
const LATIN_LOOKS = "ABEKMHOPCTXYIJSQWYaeopcxyijskdhqwy";
const LOOKALIKES = table([..."АВЕКМНОРСТХУІЈЅԚԜҮаеорсхуіјѕкԁһԛԝү"].map((letter, at) => [letter, LATIN_LOOKS[at]]));
const D_STROKE = table([["Ð", "Đ"], ["Ɖ", "Đ"], ["ð", "đ"], ["ɖ", "đ"]]);
const NO_DECOMPOSITION = table([["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["ł", "l"], ["ı", "i"]]);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function table(pairs) {
  const letters = Object.fromEntries(pairs);
  return [new RegExp(`[${Object.keys(letters).join("")}]`, "g"), (letter) => letters[letter]];
}

function isUpper(word) {
  return /\p{Uppercase}/u.test(word) && !/[\p{Lowercase}\p{Lt}]/u.test(word);
}

// Cyrillic look-alikes as Latin letters where a word mixes both or looks like a document's symbol.
function latin(text) {
  if (!CYRILLIC.test(text)) return text;
  return text.replace(SYMBOL_LIKE, (token) => {
    if (!CYRILLIC.test(token)) return token;
    const symbol = LATIN.test(token) || NUMBER_FIRST.test(token);
    return token.replace(LETTERS, (word) => {
      const mapped = word.replace(...LOOKALIKES);
      if (CYRILLIC.test(mapped)) return word;
      return LATIN.test(word) || (symbol && isUpper(word)) ? mapped : word;
    });
  });
}

// One spelling of a text; blanks stay as they are.
function clean(text) {
  return latin(text.replace(INVISIBLE, "").normalize("NFC").replace(...D_STROKE)).normalize("NFC");
}

// Whether a mark stands on the letter before it: only such marks are put in order behind U+0345, the last of all.
function combines(mark) {
  return mark === "\u0345" || ("\u0345" + mark).normalize("NFD") !== "\u0345" + mark;
}

// The search form of a text: lower case, no marks, đ as d, words and figures with one blank between.
export function fold(text) {
  let bare = clean(text).normalize("NFD").toLowerCase().normalize("NFD");
  bare = bare.replace(/[\u0300-\u0344]/g, "").replace(/\p{M}/gu, (mark) => (combines(mark) ? "" : mark));
  bare = latin(bare.normalize("NFC")).replaceAll("đ", "d").replace(...NO_DECOMPOSITION);
  bare = bare.replace(/[\u2010-\u2027]/g, " ");
  if (!/[^\x00-\x7f]/.test(bare)) return bare.replace(/[^a-z0-9]+/g, " ").replace(/(\d)(?=[a-z])/g, "$1 ").trim(); // nearly always
  return latin(bare.replace(/[^\p{L}\p{Nd}]+/gu, " ").replace(/(\p{Nd})(?=\p{L})/gu, "$1 ").trim());
}

// Words to compare: folded, figures without leading zeros.
function comparable(text) {
  return fold(text).replace(/(^| )0+(?=\p{Nd})/gu, "$1");
}

// Words with their accents: letters and tone apart, so that hòa and hoà are one word and “hoà” begins “hoàn”.
function accented(text) {
  const tokens = clean(text).toLowerCase().normalize("NFD").match(/[\p{L}\p{M}]+/gu) ?? [];
  return tokens.map((token) => [token.replace(TONES, "").normalize("NFC"), (token.match(TONES) ?? []).join("")]);
}

// ---- Finding

// What is asked for: `words` folded, `whole` in one piece, `accents` of the words written with marks.
export function ask(text) {
  const whole = comparable(text);
  const accents = accented(text).filter(([letters, tone]) => tone || fold(letters) !== letters);
  return { text, whole, words: whole ? whole.split(" ") : [], accents };
}

// A figure is meant as it stands, any other word may go on.
function begins(word, wanted) {
  return /^\p{Nd}/u.test(wanted) ? word === wanted : word.startsWith(wanted);
}

function holds(padded, wanted) {
  return padded.includes(/^\p{Nd}/u.test(wanted) ? ` ${wanted} ` : ` ${wanted}`);
}

// The entries of one year, ready to be searched. `order` runs on from year to year.
export function prepare({ words, entries }, order = 0) {
  const names = words.map((name) => comparable(name));
  return entries.map((entry, at) => {
    const number = comparable(entry.n ?? "");
    const glued = number.replace(/^\p{Nd}+ /u, "").replaceAll(" ", ""); // for 36HDTĐTN
    const fields = {
      title: comparable(entry.t),
      number: `${number} ${glued}`,
      summary: comparable(entry.s ?? ""),
      words: (entry.w ?? []).map((position) => names[position]).join(" "),
    };
    for (const name in fields) fields[name] = ` ${fields[name]} `;
    const spoken = [entry.t, entry.n, entry.s, ...(entry.w ?? []).map((position) => words[position])].filter(Boolean).join(" ");
    return { entry, fields, spoken, order: order + at };
  });
}

// The prepared entries that hold every word asked for, best first: exact accents, called by their own number or just so,
// the words side by side (hien mau: “hiến máu” before “thực hiện … mẫu”), whole words before
// beginnings (hoa before hoạch), title before number before summary, newer before older.
export function find(prepared, asked) {
  const found = [];
  for (const one of asked.words.length ? prepared : []) {
    let rank = 0;
    for (const word of asked.words) {
      const best = Math.max(0, ...Object.keys(WEIGHTS).map((name) => (holds(one.fields[name], word) ? WEIGHTS[name] : 0)));
      if (!best) {
        rank = 0;
        break;
      }
      rank += best;
    }
    if (!rank) continue;
    const called = [one.fields.number, one.fields.title].some((field) => field.startsWith(` ${asked.whole} `));
    const full = asked.words.every((word) => Object.values(one.fields).some((field) => field.includes(` ${word} `)));
    const sides = Object.keys(one.fields).filter((name) => one.fields[name].includes(` ${asked.whole} `));
    const phrase = sides.includes("title") ? 2 : Math.min(sides.length, 1); // side by side in the title, elsewhere, nowhere
    found.push({ ...one, rank, called: numbered(one, asked.words) ? 2 : Number(called), phrase, full, exact: speaks(one, asked.accents) });
  }
  return found.sort(compare);
}

// The passages of one year, each document's beside its own entry.
export function within(shard, prepared) {
  const entries = new Map(prepared.map((one) => [one.entry.a, one]));
  return Object.entries(shard).filter(([address]) => entries.has(address)).map(([address, passages]) => ({ one: entries.get(address), passages }));
}

// The documents in whose passages the words stand. What the name of a document says already, its passages need not say.
export function findWithin(documents, asked) {
  const found = [];
  for (const document of asked.words.length ? documents : []) {
    const { one, passages } = document, named = [one.fields.title, one.fields.number];
    const left = asked.words.filter((word) => !named.some((field) => holds(field, word)));
    const wanted = left.length ? left : asked.words;
    document.said ??= ` ${comparable(passages.map(([, place, text]) => `${place} ${text}`).join(" "))} `;
    if (!wanted.every((word) => holds(document.said, word))) continue;
    const places = passages.map(([anchor, place, text]) => placeOf(anchor, place, text, asked));
    const some = places.filter(({ folded }) => wanted.every((word) => holds(folded, word)));
    const alone = some.filter(({ folded }) => asked.words.every((word) => holds(folded, word)));
    const best = (alone.length ? alone : some).sort((a, b) => b.exact - a.exact || b.phrase - a.phrase || b.full - a.full);
    if (!best.length) continue;
    const rank = asked.words.reduce((sum, word) => sum + (holds(one.fields.title, word) ? WEIGHTS.title : WEIGHTS.words), 0);
    found.push({ ...one, rank, called: 0, phrase: best[0].phrase, full: best[0].full, exact: best[0].exact, places: best });
  }
  return found.sort(compare);
}

function placeOf(anchor, place, text, asked) {
  const folded = ` ${comparable(`${place} ${text}`)} `, full = asked.words.every((word) => folded.includes(` ${word} `));
  return { anchor, place, text, folded, full, phrase: Number(folded.includes(` ${asked.whole} `)), exact: speaks({ spoken: text }, asked.accents) };
}

// All that was found, each record once; passages come to the document that was found by its own words.
export function joined(found, more) {
  const places = new Map(more.map((one) => [one.entry.a, one.places]));
  const both = found.map((one) => (places.has(one.entry.a) ? { ...one, places: places.get(one.entry.a) } : one));
  const known = new Set(found.map((one) => one.entry.a));
  return [...both, ...more.filter((one) => !known.has(one.entry.a))].sort(compare);
}

// Whether a document is called by its own number, in any order: its figure and parts of its symbol (kl 08), or its type (hướng dẫn 16).
function numbered(one, words) {
  const own = one.fields.number.trim().split(" ");
  if (!/^\p{Nd}/u.test(own[0]) || !words.includes(own[0])) return false;
  const rest = words.filter((word) => !own.some((part) => begins(part, word)));
  return !rest.length || one.fields.title.startsWith(` ${rest.join(" ")} `);
}

function speaks(one, accents) {
  if (!accents.length) return false;
  const spoken = accented(one.spoken);
  return accents.every(([letters, tone]) => spoken.some(([l, t]) => t === tone && l.startsWith(letters)));
}

function compare(a, b) {
  return b.exact - a.exact || b.called - a.called || b.phrase - a.phrase || b.full - a.full || b.rank - a.rank || a.order - b.order;
}

// ---- The page

const loads = new Map(); // address → promise of its JSON; a failed one may be tried again

function load(address) {
  if (!loads.has(address)) {
    const loading = fetch(address, { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    loading.catch(() => loads.delete(address));
    loads.set(address, loading);
  }
  return loads.get(address);
}

function element(name, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(text);
  return made;
}

// The pieces of a text, the words asked for inside <mark>.
function marked(text, words) {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    const hit = comparable(piece).split(" ").some((part) => part && words.some((word) => begins(part, word)));
    return hit ? element("mark", piece) : piece;
  });
}

function result({ entry, places = [] }, words) {
  const item = element("li"), heading = element("h2"), link = element("a", "", { href: entry.a });
  link.append(...marked(entry.t, words));
  heading.append(link);
  const about = element("p", `${KINDS[entry.k] ?? ""}`, { className: "quiet" });
  if (entry.n) about.append(" · ", ...marked(entry.n, words));
  if (entry.d) about.append(` · ${entry.d}`);
  item.append(heading, about);
  if (entry.s) {
    const summary = element("p");
    summary.append(...marked(entry.s, words));
    item.append(summary);
  }
  if (places.length) item.append(inside(entry, places, words));
  return item;
}

// The best places in a document, each a link to the item itself.
function inside(entry, places, words) {
  const list = element("ul", "", { className: "search-places" });
  for (const { anchor, place, text } of places.slice(0, PLACES)) {
    const link = element("a", "", { href: `${entry.a}#${anchor}` });
    if (place) link.append(element("b", place), " ");
    link.append(...marked(text, words));
    const line = element("li");
    line.append(link);
    list.append(line);
  }
  const rest = places.length - PLACES;
  if (rest > 0) list.append(element("li", `và ${rest} mục nữa trong văn bản này`, { className: "quiet" }));
  return list;
}

function start(form) {
  const input = document.getElementById("search-query");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const more = element("button", "Xem thêm", { type: "button", className: "tools-button", hidden: true });
  const deeper = element("button", "", { type: "button", className: "tools-button", hidden: true });
  const prepared = new Map(); // address of a year → its entries, address of its passages → its documents
  let run = 0, found = [], asked = ask(""), waiting = [], lost = false;
  results.after(more, deeper);
  status.tabIndex = -1; // a place for the keyboard when a button goes

  function show(count) {
    results.replaceChildren(...found.slice(0, count).map((one) => result(one, asked.words)));
    more.hidden = found.length <= count;
  }

  more.addEventListener("click", () => {
    const from = results.children.length;
    results.append(...found.slice(from, from + SHOWN).map((one) => result(one, asked.words)));
    more.hidden = found.length <= results.children.length;
    results.children[from]?.querySelector("a").focus();
  });

  // The entries of one year; `order` keeps newer years before older ones.
  async function year(address, order) {
    if (!prepared.has(address)) prepared.set(address, prepare(await load(address), order));
    return prepared.get(address);
  }

  function renew() {
    if (!results.contains(document.activeElement)) show(Math.max(SHOWN, results.children.length));
    more.hidden = found.length <= results.children.length;
  }

  // Searches parts of the passages, newest first, so long as they are of no more documents than `most`; the other parts wait.
  async function searchWithin(parts, most) {
    const mine = run, now = [];
    for (let seen = 0; now.length < parts.length && most > 0; ) {
      seen += parts[now.length].documents;
      if (now.length && seen > most) break;
      now.push(parts[now.length]);
    }
    for (const [at, { href, order, inside: address }] of now.entries()) {
      for (const next of now.slice(at, at + AHEAD)) load(next.inside).catch(() => {});
      try {
        if (!prepared.has(address)) prepared.set(address, within(await load(address), await year(href, order)));
        if (mine !== run) return;
        const some = findWithin(prepared.get(address), asked);
        if (some.length) {
          found = joined(found, some);
          renew();
        }
      } catch {
        lost = true;
      }
      if (mine !== run) return;
    }
    waiting = parts.slice(now.length);
    const left = waiting.reduce((sum, part) => sum + part.documents, 0);
    deeper.textContent = `Tìm tiếp trong các mục của ${left.toLocaleString("vi")} văn bản${now.length ? " cũ hơn" : ""}`;
    deeper.hidden = !left;
    status.textContent = said(asked.text, found.length, lost);
  }

  deeper.addEventListener("click", () => {
    status.textContent = "Đang tìm…";
    status.focus();
    searchWithin(waiting, Infinity);
  });

  async function search(text) {
    const mine = ++run;
    asked = ask(text);
    found = [];
    waiting = [];
    deeper.hidden = true;
    history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    show(SHOWN);
    status.textContent = text ? "Đang tìm…" : "";
    if (!text) return;
    let shards = [], missing = 0;
    lost = false;
    try {
      ({ shards } = await load(form.dataset.manifest));
    } catch {
      missing = Infinity;
    }
    for (let at = 0, order = 0; at < shards.length && asked.words.length; order += shards[at++].count) {
      if (mine !== run) return;
      shards[at].order = order;
      for (const next of shards.slice(at, at + AHEAD)) load(next.href).catch(() => {});
      try {
        const some = find(await year(shards[at].href, order), asked);
        if (mine !== run) return;
        if (some.length) {
          found = found.concat(some).sort(compare);
          renew();
        }
      } catch {
        missing += 1;
      }
    }
    if (mine !== run) return;
    renew();
    lost = missing > 0;
    if (missing && missing >= shards.length) status.textContent = UNREACHED;
    else {
      const parts = asked.words.length ? shards.flatMap(({ href, order, inside = [] }) => inside.map((part) => ({ ...part, inside: part.href, href, order }))) : [];
      await searchWithin(parts, navigator.connection?.saveData ? 0 : AT_ONCE);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search(input.value.trim());
  });
  input.addEventListener("input", () => {
    if (!input.value.trim()) search("");
  });
  const given = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  if (given) {
    input.value = given;
    search(given);
  }
}

const UNREACHED = "Chưa tải được dữ liệu tìm kiếm. Bạn hãy kiểm tra kết nối mạng rồi bấm Tìm lại.";

function said(text, count, lost) {
  const missing = lost ? " Một phần dữ liệu chưa tải được; bạn hãy bấm Tìm lại sau ít phút." : "";
  if (count) return `Tìm thấy ${count.toLocaleString("vi")} kết quả cho “${text}”.${missing}`;
  return `Không tìm thấy kết quả nào cho “${text}”. Bạn hãy thử ít từ hơn, hoặc viết không dấu.${missing}`;
}

const form = globalThis.document?.querySelector("form[data-manifest]");
if (form) start(form);
