// Choosing models from a list to put side by side: a box to tick on every card, and a bar that leads to the page that compares.
// The choice is kept while the window is open, so that it may be made on several lists. Without scripts there is neither.

const KEY = "so-sanh";

// The slug of a model from the address of its page, within the showcase; "" for anything else.
export function slug(href, showcase) {
  const path = new URL(href, "http://x").pathname;
  const rest = path.startsWith(showcase) ? path.slice(showcase.length).replace(/\/$/, "") : "";
  return /^[a-z0-9-]+$/.test(rest) ? rest : "";
}

function kept() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string" && /^[a-z0-9-]+$/.test(one)) : [];
  } catch {
    return [];
  }
}

function keep(chosen) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
  } catch { /* a window that keeps nothing still lets its reader choose on this page */ }
}

function start(list) {
  const page = list.dataset.compare, most = Number(list.dataset.most), showcase = page.replace(/[^/]+\/$/, "");
  let chosen = kept().slice(0, most);
  const boxes = new Map(), bar = document.createElement("div"), status = document.createElement("p"), voice = document.createElement("p");
  const go = document.createElement("a"), clear = document.createElement("button");
  bar.className = "compare-bar no-print";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "So sánh mô hình");
  // A region that was hidden a moment ago says nothing of its first words: who listens has one that is always there.
  voice.setAttribute("role", "status");
  voice.className = "visually-hidden";
  status.ariaHidden = "true";
  clear.className = "tools-button";
  clear.type = "button";
  clear.textContent = "Bỏ chọn hết";
  go.textContent = "Xem bảng so sánh";
  bar.append(status, go, clear);

  function show(problem = "") {
    keep(chosen);
    for (const [box, name] of boxes) box.checked = chosen.includes(name);
    bar.hidden = !chosen.length;
    go.hidden = chosen.length < 2;
    go.href = `${page}?${new URLSearchParams(chosen.map((name) => ["m", name]))}`;
    const next = chosen.length < 2 ? " Chọn thêm ít nhất một mô hình nữa." : "";
    voice.textContent = status.textContent = problem || (chosen.length ? `Đã chọn ${chosen.length} trên ${most} mô hình để so sánh.${next}` : "");
  }

  function offer(card) {
    const link = card.querySelector(".card-link"), name = link ? slug(link.href, showcase) : "";
    if (!name || card.querySelector(".compare-pick")) return;
    const label = document.createElement("label"), box = document.createElement("input"), whose = document.createElement("span");
    label.className = "compare-pick no-print";
    box.type = "checkbox";
    whose.className = "visually-hidden";
    whose.textContent = ` “${link.textContent.trim()}”`;
    label.append(box, "So sánh", whose);
    card.querySelector(".card-words").append(label);
    boxes.set(box, name);
    box.addEventListener("change", () => {
      const full = box.checked && chosen.length >= most;
      chosen = chosen.filter((one) => one !== name);
      if (box.checked && !full) chosen.push(name);
      show(full ? `Đã đủ ${most} mô hình. Hãy bỏ bớt một mô hình rồi chọn.` : "");
    });
  }
  clear.addEventListener("click", () => {
    chosen = [];
    show();
    [...boxes.keys()].find((box) => box.checkVisibility())?.focus();
  });

  // Every card gets a box, those too that the finder brings; a model may have two cards.
  function offerAll() {
    for (const box of boxes.keys()) if (!box.isConnected) boxes.delete(box);
    list.querySelectorAll(".card--model").forEach(offer);
    show();
  }

  list.addEventListener("them-the", offerAll);
  list.append(voice, bar);
  offerAll();
}

const list = globalThis.document?.querySelector("[data-compare]");
if (list) start(list);
