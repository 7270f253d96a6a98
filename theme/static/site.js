// What every page gains with JavaScript: its print buttons and what else needs scripts appear. Without it nothing is missing.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.closest("[hidden]")?.removeAttribute("hidden");
}

for (const ready of document.querySelectorAll("[data-scripted]")) ready.removeAttribute("hidden");

// A table is a stop for the keyboard only while it is wider than its place.
const tables = new ResizeObserver((seen) => {
  for (const { target } of seen) target.toggleAttribute("tabindex", target.scrollWidth > target.clientWidth) && target.setAttribute("tabindex", "0");
});
for (const table of document.querySelectorAll(".table[tabindex]")) tables.observe(table);

// What changes while letters are typed is told to those who listen once the typing rests.
for (const shown of document.querySelectorAll("[data-told]")) {
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  shown.after(voice);
  let rest;
  new MutationObserver(() => {
    clearTimeout(rest);
    voice.textContent = "";
    rest = setTimeout(() => {
      voice.textContent = shown.textContent;
      rest = setTimeout(() => { voice.textContent = ""; }, 5000); // nobody comes upon it twice
    }, 900);
  }).observe(shown, { childList: true, characterData: true, subtree: true });
}

// A printed label of a document leads to its own item; with JavaScript its address is copied, too.
if (navigator.clipboard && document.querySelector("a.item-label")) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  document.body.append(toast);
  document.documentElement.classList.add("copies");
  let quiet;
  // Told to those who point: who listens would hear it at every item.
  document.addEventListener("pointerover", ({ target }) => {
    const label = target.closest?.("a.item-label");
    if (label) label.title = "Chép địa chỉ của mục này";
  });
  document.addEventListener("click", ({ target }) => {
    const label = target.closest?.("a.item-label");
    if (!label) return;
    navigator.clipboard.writeText(label.href).then(() => {
      toast.textContent = `Đã chép địa chỉ của mục ${label.textContent.replace(/[.:)/]+$/, "")}`;
      clearTimeout(quiet);
      quiet = setTimeout(() => { toast.textContent = ""; }, 3000);
    }, () => {});
  });
}
