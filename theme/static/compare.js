// Any two to four models side by side: the address names them (?m=a&m=b), so that a choice can be sent to others.
// What a model says lies in a small file beside its page, in the words of the prepared comparisons; their table is copied from a
// template of the page. Only the page that compares loads this. Everything is made with DOM methods; no text of the data becomes markup.

const FOUND = 8; // models offered at a time
const WAIT = 150; // ms after a letter is typed
const MOVES = 3; // times that a model may have been renamed
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

// What is asked for in an address: slugs in their order, each once, at most `most`; and what of it cannot be.
export function asked(search, most) {
  const given = [...new Set(new URLSearchParams(search).getAll("m").map((one) => one.trim()).filter(Boolean))];
  const wrong = given.filter((one) => !SLUG.test(one)), right = given.filter((one) => SLUG.test(one));
  return { chosen: right.slice(0, most), wrong, over: right.slice(most) };
}

// The address of a choice.
export function address(chosen) {
  const query = new URLSearchParams(chosen.map((slug) => ["m", slug])).toString();
  return query ? `?${query}` : "";
}

// The models that fit what was typed: every word somewhere in name, unit or place; names that begin with it first.
export function fitting(names, typed, chosen, fold) {
  const words = fold(typed).split(" ").filter(Boolean);
  if (!words.length) return [];
  const text = (one) => (one.folded ??= ` ${fold(one.slice(1).join(" "))}`);
  const found = names.filter((one) => !chosen.includes(one[0]) && words.every((word) => text(one).includes(` ${word}`)));
  return found.sort((a, b) => text(b).startsWith(` ${words[0]}`) - text(a).startsWith(` ${words[0]}`));
}

// An address that a link may lead to: of this site, or of the web.
export function safe(href) {
  return /^(\/(?!\/)|https?:\/\/)/.test(href) ? href : "";
}

// The slug of a model from the address of its page, within the showcase; "" for anything else.
export function within(href, showcase) {
  const path = new URL(href, location.href).pathname;
  const rest = path.startsWith(showcase) ? path.slice(showcase.length).replace(/\/$/, "") : "";
  return SLUG.test(rest) ? rest : "";
}

const loads = new Map(); // address → promise of its JSON; a failed one may be tried again

function load(from) {
  if (!loads.has(from)) {
    const loading = fetch(from, { cache: "no-cache" }).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    loading.catch(() => loads.delete(from));
    loads.set(from, loading);
  }
  return loads.get(from);
}

function make(name, text = "", className = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function start(tool) {
  const { models, names, fold: folding } = tool.dataset, most = Number(tool.dataset.most);
  const input = document.getElementById("sanh_tu"), offers = document.getElementById("sanh_tim-thay");
  const status = document.getElementById("sanh_tinh-trang"), kept = document.getElementById("sanh_da-chon");
  const shown = document.getElementById("sanh_bang"), place = document.getElementById("sanh_cho-bang");
  const model = document.getElementById("sanh_mau").content;
  let chosen = [], known = new Map(), run = 0, timer;

  // ---- The table

  function said([text, source, href]) {
    const parts = [text];
    if (source && safe(href)) {
      const link = make("a", source, "comparison-source");
      link.href = safe(href);
      parts.push(" ", link);
    }
    return parts;
  }

  function answer(cell, ordered) {
    if (!cell.length) return make("p", "Hồ sơ chưa ghi", "quiet");
    if (cell.length === 1) {
      const line = make("p");
      line.append(...said(cell[0]));
      return line;
    }
    const list = make(ordered ? "ol" : "ul", "", "comparison-list");
    for (const one of cell) {
      const item = make("li");
      item.append(...said(one));
      list.append(item);
    }
    return list;
  }

  function draw(found) {
    const table = model.querySelector("table").cloneNode(true);
    table.className = `comparison comparison--${found.length}`;
    for (const one of found) {
      const head = make("th", "", "comparison-model"), link = make("a", one.name);
      head.scope = "col";
      head.setAttribute("role", "columnheader");
      link.href = safe(one.href);
      head.append(link);
      if (one.place) head.append(" ", make("span", one.place, "comparison-place"));
      table.tHead.rows[0].append(head);
    }
    [...table.tBodies[0].rows].forEach((row, n) => {
      if (!found.some((one) => one.cells[n]?.length)) {
        row.remove();
        return;
      }
      for (const one of found) {
        const cell = make("td", "", "comparison-cell"), whose = make("p", one.name, "comparison-whose");
        cell.setAttribute("role", "cell");
        whose.setAttribute("aria-hidden", "true");
        cell.append(whose, answer(one.cells[n] ?? [], row.hasAttribute("data-ordered")));
        row.append(cell);
      }
    });
    place.replaceChildren(table);
  }

  // ---- The choice

  function name(slug) {
    return known.get(slug)?.name ?? slug;
  }

  function keep() {
    kept.replaceChildren(...chosen.map((slug) => {
      const item = make("li"), button = make("button", "", "compare-tool-button");
      button.type = "button";
      button.dataset.slug = slug;
      button.append(make("span", "Bỏ"), make("span", `“${name(slug)}”`));
      item.append(button);
      return item;
    }));
  }

  function told(words) {
    if (!chosen.length) words.push("Chưa chọn mô hình nào. Hãy thêm từ hai đến bốn mô hình.");
    else if (chosen.length === 1) words.push(`Đã chọn “${name(chosen[0])}”. Hãy thêm ít nhất một mô hình nữa.`);
    else words.push(`Đang so sánh ${chosen.length} mô hình.`);
    status.textContent = words.join(" ");
  }

  // What a model says, under the name that it has today: the page under an old one says where it has moved to.
  async function seek(slug, before = []) {
    try {
      return { slug, told: await load(`${models}${slug}/so-sanh.json`) };
    } catch (problem) {
      const next = problem.message === "404" && before.length < MOVES ? await moved(slug) : "";
      if (!next || next === slug || before.includes(next)) throw problem;
      return seek(next, [...before, slug]);
    }
  }

  async function moved(slug) {
    const answer = await fetch(`${models}${slug}/`, { cache: "no-cache" });
    if (!answer.ok) return "";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return within(page.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "", models);
  }

  // Shows what is chosen; `words` are said first.
  async function show(words = []) {
    const mine = ++run;
    if (chosen.length) status.textContent = "Đang tải…";
    const answers = await Promise.allSettled(chosen.map((slug) => seek(slug)));
    if (mine !== run) return;
    const lost = [], gone = [], today = new Map();
    chosen.forEach((slug, n) => {
      if (answers[n].status === "fulfilled") {
        known.set(answers[n].value.slug, answers[n].value.told);
        if (answers[n].value.slug !== slug) today.set(slug, answers[n].value.slug);
      } else (answers[n].reason?.message === "404" ? gone : lost).push(slug);
    });
    chosen = [...new Set(chosen.filter((slug) => !gone.includes(slug)).map((slug) => today.get(slug) ?? slug))];
    for (const [old, slug] of today) words.push(`Tên cũ “${old}” nay là “${name(slug)}”.`);
    if (gone.length) words.push(`Trang này không có mô hình nào tên ${gone.map((slug) => `“${slug}”`).join(", ")}; có thể liên kết gõ sai.`);
    if (gone.length || today.size) remember(false);
    keep();
    const found = chosen.filter((slug) => known.has(slug)).map((slug) => known.get(slug));
    shown.hidden = found.length < 2;
    if (found.length > 1) draw(found);
    else place.replaceChildren();
    if (lost.length) words.push("Chưa tải được mô hình. Bạn hãy kiểm tra kết nối mạng rồi mở lại trang này.");
    told(words);
  }

  function remember(push) {
    history[push ? "pushState" : "replaceState"](null, "", address(chosen) || location.pathname);
  }

  function read() {
    const words = [], { chosen: wanted, wrong, over } = asked(location.search, most);
    chosen = wanted;
    if (wrong.length) words.push(`Địa chỉ có tên mô hình viết sai: ${wrong.map((one) => `“${one.slice(0, 60)}”`).join(", ")}.`);
    if (over.length) words.push(`Chỉ đặt được ${most} mô hình cạnh nhau; đã bỏ qua ${over.map((one) => `“${one}”`).join(", ")}.`);
    show(words);
  }

  function add(slug) {
    if (chosen.length >= most) {
      status.textContent = `Bảng đã đủ ${most} mô hình. Hãy bỏ bớt một mô hình rồi thêm.`;
      return;
    }
    chosen = [...chosen, slug];
    offers.replaceChildren();
    input.value = "";
    input.focus();
    remember(true);
    show();
  }

  async function offer() {
    const typed = input.value.trim();
    if (!typed) {
      offers.replaceChildren();
      return;
    }
    try {
      const [all, { fold }] = await Promise.all([load(names), import(folding)]);
      if (typed !== input.value.trim()) return;
      const found = fitting(all, typed, chosen, fold);
      offers.replaceChildren(...found.slice(0, FOUND).map(([slug, title, unit, where]) => {
        const item = make("li"), button = make("button", "", "compare-tool-button");
        button.type = "button";
        button.dataset.slug = slug;
        button.append(make("span", "Thêm"), make("span", `“${title}”`), make("span", `${unit}, ${where}`, "compare-tool-note"));
        item.append(button);
        return item;
      }));
      const more = found.length > FOUND ? ` Đang hiện ${FOUND}; gõ thêm để thu hẹp.` : "";
      status.textContent = found.length ? `Tìm thấy ${found.length.toLocaleString("vi")} mô hình.${more}` : "Không có mô hình nào khớp. Bạn hãy thử ít từ hơn.";
    } catch {
      status.textContent = "Chưa tải được danh sách mô hình. Bạn hãy kiểm tra kết nối mạng rồi thử lại.";
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, WAIT);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    offer();
  });
  offers.addEventListener("click", (event) => {
    const slug = event.target.closest("button")?.dataset.slug;
    if (slug) add(slug);
  });
  kept.addEventListener("click", async (event) => {
    const slug = event.target.closest("button")?.dataset.slug;
    if (!slug) return;
    const at = chosen.indexOf(slug), gone = name(slug);
    chosen = chosen.filter((one) => one !== slug);
    keep();
    (kept.querySelectorAll("button")[Math.min(at, chosen.length - 1)] ?? input).focus();
    remember(true);
    const focused = document.activeElement.dataset.slug;
    await show([`Đã bỏ “${gone}”.`]);
    if (focused) [...kept.querySelectorAll("button")].find((button) => button.dataset.slug === focused)?.focus();
  });
  addEventListener("popstate", read);
  tool.hidden = false;
  read();
}

const tool = globalThis.document?.querySelector("[data-names][data-models]");
if (tool) start(tool);
