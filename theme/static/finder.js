// Searching the archive on its own page: any choice of type, year, organ … together, words and numbers typed any way, four orders.
// One small file holds the columns of all documents; what is shown of a document is read by year. Every choice is an address.
// Only the page of the archive loads this, and that of the models, whose own script (models.js) has another matter to search.
// Rows are made with DOM methods; no text of the data becomes markup.

const SHOWN = 50; // rows at first, and with every “Xem thêm”
const FIRST = 12; // of them drawn at once: a phone shows fewer; the others follow when these can be seen
const AHEAD = 4; // years on their way at the same time
const WAIT = 60; // ms after a letter is typed

// ---- The table: every document a row, newest first

// `names`: facet → [[value, name, key]]; `years`: the columns of each year, newest first; `facets`: the columns to choose by.
export function tabled(names, years, facets) {
  const size = years.reduce((sum, year) => sum + year.type.length, 0);
  const table = { size, years, start: [], year: new Int32Array(size), day: new Int32Array(size), number: new Array(size), figure: new Float64Array(size), facets: [] };
  let at = 0;
  years.forEach((year, n) => {
    table.start.push(at);
    for (let i = 0; i < year.type.length; i++, at++) {
      table.year[at] = n;
      table.number[at] = year.number[i];
      const figure = parseInt(year.number[i], 10);
      table.figure[at] = Number.isNaN(figure) ? Infinity : figure;
    }
  });
  for (const name of facets) table.facets.push(column(name, names, years, size));
  return table;
}

function column(name, names, years, size) {
  if (name === "year") {
    const cells = new Int32Array(size);
    let at = 0;
    years.forEach((year, n) => { cells.fill(n, at, at += year.type.length); });
    return { name, cells, values: years.map((year) => [year.year, year.year === "khac" ? "Năm khác" : year.year]) };
  }
  if (name === "signer") return signers(years, size);
  const many = name === "topic", cells = many ? [] : new Int32Array(size);
  let at = 0;
  for (const year of years) for (const cell of year[name]) cells[at++] = cell;
  return { name, cells, values: names[name] };
}

function signers(years, size) {
  const cells = new Int32Array(size), values = [], known = new Map();
  let at = 0;
  for (const year of years) {
    const here = year.signers.map(([key, name]) => {
      if (!known.has(key)) known.set(key, values.push([key, name]) - 1);
      return known.get(key);
    });
    for (const cell of year.signer) cells[at++] = cell < 0 ? -1 : here[cell];
  }
  return { name: "signer", cells, values };
}

// ---- Choosing

function holds(cell, wanted) {
  return typeof cell === "number" ? cell === wanted : cell.includes(wanted);
}

// The rows that fit, in the order of the table, and for each facet how many there would be with each of its values.
// `chosen`: for each facet the place of a value, -1 for any, -2 for one that nothing has; `allowed`: rows that fit the words, or null.
export function weigh(table, chosen, allowed) {
  const counts = table.facets.map((facet) => new Uint32Array(facet.values.length)), rows = [];
  const asked = table.facets.map((_facet, f) => f).filter((f) => chosen[f] !== -1);
  const count = (f, row) => {
    const cell = table.facets[f].cells[row];
    if (typeof cell !== "number") for (const one of cell) counts[f][one] += 1;
    else if (cell >= 0) counts[f][cell] += 1;
  };
  for (let row = 0; row < table.size; row++) {
    if (allowed && !allowed[row]) continue;
    let missed = -1, misses = 0;
    for (const f of asked) {
      if (holds(table.facets[f].cells[row], chosen[f])) continue;
      missed = f;
      if (++misses > 1) break;
    }
    if (misses > 1) continue;
    if (misses) count(missed, row);
    else {
      rows.push(row);
      for (let f = 0; f < counts.length; f++) count(f, row);
    }
  }
  return { rows, counts };
}

// Rows in another order; equal ones stay newest first.
export function sorted(table, rows, sort) {
  if (sort === "cu") return [...rows].reverse();
  if (sort === "so") {
    return [...rows].sort((a, b) => (table.figure[a] === table.figure[b] ? 0 : table.figure[a] - table.figure[b]) || order(table.number[a], table.number[b]) || a - b);
  }
  const types = table.facets.find((facet) => facet.name === "type").cells; // types stand in Vietnamese order
  return sort === "ten-loai" ? [...rows].sort((a, b) => types[a] - types[b] || a - b) : rows;
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// ---- Words and numbers

// What was typed as folded words: figures without leading zeros; “số”, “năm” before a figure say nothing.
export function asked(text, fold) {
  const words = fold(text).replace(/(^| )0+(?=\d)/g, "$1").split(" ").filter(Boolean);
  return words.filter((word, at) => !(["so", "nam"].includes(word) && /^\d/.test(words[at + 1] ?? "")));
}

// Words as they are sought between blanks. Figures are meant as they stand; of other words only the last one may go on, because it
// may not be typed to its end: with `whole` all but the last are.
export function sought(words, whole = false) {
  return words.map((word, at) => (/^\d/.test(word) || (whole && at < words.length - 1) ? ` ${word} ` : ` ${word}`));
}

export function holdsAll(padded, pieces) {
  for (const piece of pieces) if (!padded.includes(piece)) return false;
  return true;
}

// What each document is called by, ready to be compared: number, symbol in one piece, type, year.
function called(table, fold) {
  if (table.called) return table.called;
  const types = table.facets.find((facet) => facet.name === "type");
  const spoken = types.values.map(([, name]) => fold(name));
  table.called = table.number.map((number, row) => {
    const plain = number.replace(/^0+(?=\d)/, ""), glued = plain.replace(/^\d+ /, "").replaceAll(" ", "");
    return ` ${plain} ${glued} ${spoken[types.cells[row]] ?? ""} ${table.years[table.year[row]].year} `;
  });
  return table.called;
}

// Rows that are called so: null where no figure was typed, or nothing is called so.
export function numbered(table, words, fold) {
  if (!words.some((word) => /^\d/.test(word))) return null;
  const allowed = new Uint8Array(table.size), names = called(table, fold), pieces = sought(words);
  let any = false;
  for (let row = 0; row < table.size; row++) if (holdsAll(names[row], pieces)) allowed[row] = any = 1;
  if (!any) return null;
  // Where some bear the figure as their own number, the others (17-KH/… of the year 2016) are not meant.
  const own = words.filter((word) => /^\d/.test(word)).map((word) => parseInt(word, 10));
  const bears = (row) => own.includes(table.figure[row]);
  let borne = false;
  for (let row = 0; row < table.size && !borne; row++) borne = allowed[row] && bears(row);
  if (borne) for (let row = 0; row < table.size; row++) if (allowed[row] && !bears(row)) allowed[row] = 0;
  return allowed;
}

// ---- The data

const loads = new Map(); // address → promise of its JSON; a failed one may be tried again

export function load(address) {
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

// What the page of the archive searches: a table with its facets, and what is asked of it.
function documents({ names, columns, fold: folding }) {
  let table, words;

  async function open(facets) {
    const [told, years] = await Promise.all([load(names), load(columns)]);
    words = told;
    return (table ??= tabled(told, years, facets));
  }

  async function shard(n) {
    const year = table.years[n];
    return (await load(`${words.shards}${year.year}.json`)).rows;
  }

  // The rows that fit a text, while `going` says that they are still wanted.
  async function fitting(text, going) {
    const { fold } = await import(folding);
    const typed = asked(text, fold);
    const direct = numbered(table, typed, fold);
    if (direct || !typed.length) return direct ?? new Uint8Array(table.size);
    const fits = new Uint8Array(table.size), names = called(table, fold), pieces = sought(typed, true);
    for (let n = 0; n < table.years.length && going(); n++) {
      for (let next = n; next < Math.min(n + AHEAD, table.years.length); next++) shard(next).catch(() => {});
      const shown = await shard(n), start = table.start[n];
      shown.spoken ??= shown.map((row, i) => ` ${fold(row[2])}${names[start + i]}`);
      for (let i = 0; i < shown.length; i++) if (holdsAll(shown.spoken[i], pieces)) fits[start + i] = 1;
    }
    return fits;
  }

  async function where(row) {
    const n = table.year[row], shown = (await shard(n))[row - table.start[n]];
    return `${words.documents}${table.years[n].year}/${shown[0]}/`;
  }

  async function lines(part, model) {
    const years = [...new Set(part.map((row) => table.year[row]))];
    const read = new Map(await Promise.all(years.map(async (n) => [n, await shard(n)])));
    return part.map((row) => line(row, read.get(table.year[row])[row - table.start[table.year[row]]], model));
  }

  function line(row, [slug, number, subject, day, files], model) {
    const made = model.cloneNode(true), slot = (name) => made.querySelector(`[data-slot="${name}"]`);
    const cell = (name) => {
      const facet = table.facets.find((one) => one.name === name);
      return facet.values[facet.cells[row]] ?? ["", "", ""];
    };
    slot("number").textContent = number || "Chưa ghi số";
    slot("link").href = `${words.documents}${table.years[table.year[row]].year}/${slug}/`;
    slot("link").textContent = `${cell("type")[1]}: ${subject}`;
    slot("organ").textContent = cell("organ")[1];
    if (day) Object.assign(slot("day"), { dateTime: day, textContent: day.split("-").reverse().join("/") });
    else slot("day").replaceWith("Chưa ghi ngày");
    if (files) slot("count").textContent = `${files} tệp`;
    else slot("files").remove();
    const [, state, key] = cell("status");
    slot("status").textContent = state;
    if (key) slot("status").classList.add(`badge--${key}`);
    return made;
  }

  return { noun: "văn bản", open, fitting, sorted: (rows, sort) => sorted(table, rows, sort), where, lines };
}

// ---- The page

// `matter` is made of what the form tells; see `documents`.
export function start(form, matter) {
  const { noun, open: opened, fitting, sorted, where, lines } = matter(form.dataset);
  const input = form.elements.q, sort = form.elements.xep, SORTS = [...sort.options].map((option) => option.value);
  const selects = [...form.querySelectorAll("select[data-column]")];
  const status = document.getElementById("tra_tinh-trang"), list = document.getElementById("tra_danh-sach");
  const more = document.getElementById("tra_them"), clear = document.getElementById("tra_xoa");
  const prepared = document.getElementById("tra_san-co"), model = document.getElementById("tra_mau").content.firstElementChild;
  const told = new Map(); // option → the count that it tells
  const numeral = new Intl.NumberFormat("vi");
  let table, run = 0, rows = [], timer;

  async function open() {
    table = await opened(selects.map((select) => select.dataset.column));
  }

  // What is asked for, as it stands in the form; an address that holds nothing of it is that of the page.
  function address() {
    const query = new URLSearchParams();
    for (const control of [input, ...selects, sort]) {
      const value = control.value.trim();
      if (value && !(control === sort && value === SORTS[0])) query.set(control.name, value);
    }
    return query;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    input.value = query.get("q") ?? "";
    for (const select of selects) choose(select, query.get(select.name) ?? "");
    sort.value = SORTS.includes(query.get("xep")) ? query.get("xep") : SORTS[0];
    return query.size ?? [...query].length;
  }

  // A value that nothing has stays visible as what was asked for.
  function choose(select, value) {
    select.querySelector("option[data-strange]")?.remove();
    if (value && ![...select.options].some((option) => option.value === value)) {
      select.append(Object.assign(new Option(value, value)));
      select.lastElementChild.dataset.strange = "";
    }
    select.value = value;
  }

  async function search({ jump = false } = {}) {
    const mine = ++run, query = address();
    clear.hidden = ![...query].length;
    if (!table) status.textContent = "Đang tải danh mục…";
    try {
      await open();
      const text = input.value.trim(), fits = text ? await fitting(text, () => mine === run) : null;
      if (mine !== run) return;
      const chosen = table.facets.map((facet, f) => {
        const value = selects[f].value;
        return value ? (facet.values.findIndex(([key]) => key === value) + 1 || -1) - 1 : -1;
      });
      const weighed = weigh(table, chosen, fits);
      rows = sorted(weighed.rows, sort.value);
      const active = [...query].length > 0;
      if (jump && fits && rows.length === 1) {
        location.assign(await where(rows[0]));
        return;
      }
      if (active) await show(0, mine, FIRST);
      if (mine !== run) return;
      list.hidden = !active;
      prepared.hidden = active;
      more.hidden = !active || rows.length <= SHOWN;
      status.textContent = active ? said(Math.min(SHOWN, rows.length)) : "";
      if (jump && active && status.getBoundingClientRect().bottom > innerHeight) status.scrollIntoView(); // on a phone what was found lies below
      if (!active) return recount(weighed.counts);
      await painted();
      if (mine !== run) return;
      await show(FIRST, mine, SHOWN - FIRST);
      if (mine === run) recount(weighed.counts);
    } catch {
      if (mine === run) status.textContent = "Chưa tải được danh mục. Bạn hãy kiểm tra kết nối mạng rồi thử lại, hoặc dùng các danh sách có sẵn.";
    }
  }

  // What has been drawn so far is on the screen.
  function painted() {
    return new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  }

  function said(count = list.children.length) {
    if (!rows.length) return `Không có ${noun} nào khớp. Bạn hãy bỏ bớt một lựa chọn, hoặc viết ít từ hơn.`;
    const shown = count < rows.length ? ` Đang hiện ${count} ${noun} đầu.` : "";
    return `Tìm thấy ${numeral.format(rows.length)} ${noun}.${shown}`;
  }

  function recount(counts) {
    selects.forEach((select, f) => {
      const places = new Map(table.facets[f].values.map(([key, name], at) => [key, [name, counts[f][at]]]));
      for (const option of select.options) {
        const [name, count] = places.get(option.value) ?? ["", 0];
        if (!name) continue;
        if (told.get(option) !== count) option.textContent = `${name} (${numeral.format(count)})`;
        told.set(option, count);
        const disabled = !count && option.value !== select.value;
        if (option.disabled !== disabled) option.disabled = disabled;
      }
    });
  }

  // Rows from `from` on; those before it stay as they are.
  async function show(from, mine, count = SHOWN) {
    const made = await lines(rows.slice(from, from + count), model);
    if (mine !== run || (from && list.children.length !== from)) return; // others were asked for meanwhile
    if (from) list.append(...made);
    else list.replaceChildren(...made);
    list.dispatchEvent(new Event("them-the", { bubbles: true })); // for what works on the rows: see picks.js
  }

  function remember(push) {
    const query = address().toString(), to = query ? `?${query}` : location.pathname;
    if (to !== location.search && !(to === location.pathname && !location.search)) history[push ? "pushState" : "replaceState"](null, "", to);
  }

  form.addEventListener("change", (event) => {
    if (event.target === input) return;
    remember(true);
    search();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      remember(false);
      search();
    }, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember(true);
    search({ jump: true });
  });
  clear.addEventListener("click", () => {
    clearTimeout(timer);
    input.value = "";
    for (const select of selects) choose(select, "");
    sort.value = SORTS[0];
    remember(true);
    search();
    input.focus();
  });
  more.addEventListener("click", async () => {
    const from = list.children.length, mine = run;
    await show(from, mine);
    more.hidden = rows.length <= list.children.length;
    status.textContent = said();
    list.children[from]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    read();
    search();
  });
  form.dataset.ready = "";
  form.addEventListener("focusin", () => open().catch(() => {}), { once: true });
  if (read()) search();
}

const form = globalThis.document?.querySelector("form[data-columns]:not([data-engine])");
if (form) start(form, documents);
