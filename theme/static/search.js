// Searching in the browser: the index is read year by year, newest first, and folded as the builder folds Vietnamese.
// Only the search page loads this. Results are links made with DOM methods; no text of the index becomes markup.

const SHOWN = 20; // results at first, and with every “Xem thêm”
const AHEAD = 3; // years on their way at the same time
const WEIGHTS = { title: 4, number: 3, summary: 2, words: 1 };
const KINDS = { news: "Tin tức", document: "Văn bản", model: "Mô hình", collection: "Bộ hồ sơ", page: "Trang", list: "Danh sách" };

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

function result({ entry }, words) {
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
  return item;
}

function start(form) {
  const input = document.getElementById("search-query");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const more = element("button", "Xem thêm", { type: "button", className: "tools-button", hidden: true });
  const prepared = new Map(); // address of a year → its entries
  let run = 0, found = [], asked = ask("");
  results.after(more);

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

  async function search(text) {
    const mine = ++run;
    asked = ask(text);
    found = [];
    history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
    show(SHOWN);
    status.textContent = text ? "Đang tìm…" : "";
    if (!text) return;
    let lost = 0, shards = [];
    try {
      ({ shards } = await load(form.dataset.manifest));
    } catch {
      lost = Infinity;
    }
    for (let at = 0, order = 0; at < shards.length && asked.words.length; order += shards[at++].count) {
      if (mine !== run) return;
      for (const next of shards.slice(at, at + AHEAD)) load(next.href).catch(() => {});
      try {
        const some = find(await year(shards[at].href, order), asked);
        if (mine !== run) return;
        if (some.length) {
          found = found.concat(some).sort(compare);
          if (!results.contains(document.activeElement)) show(Math.max(SHOWN, results.children.length));
        }
      } catch {
        lost += 1;
      }
    }
    if (mine !== run) return;
    if (!results.contains(document.activeElement)) show(Math.max(SHOWN, results.children.length));
    more.hidden = found.length <= results.children.length;
    status.textContent = said(text, found.length, lost, shards.length);
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

function said(text, count, lost, shards) {
  if (lost && lost >= shards) return "Chưa tải được dữ liệu tìm kiếm. Bạn hãy kiểm tra kết nối mạng rồi bấm Tìm lại.";
  const missing = lost ? " Một phần dữ liệu chưa tải được; bạn hãy bấm Tìm lại sau ít phút." : "";
  if (count) return `Tìm thấy ${count.toLocaleString("vi")} kết quả cho “${text}”.${missing}`;
  return `Không tìm thấy kết quả nào cho “${text}”. Bạn hãy thử ít từ hơn, hoặc viết không dấu.${missing}`;
}

const form = globalThis.document?.querySelector("form[data-manifest]");
if (form) start(form);
