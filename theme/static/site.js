// What every page gains with JavaScript: its print buttons and what else needs scripts appear. Without it nothing is missing.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.closest("[hidden]")?.removeAttribute("hidden");
}

for (const ready of document.querySelectorAll("[data-scripted]")) ready.removeAttribute("hidden");

// A printed label of a document leads to its own item; with JavaScript its address is copied, too.
const labels = navigator.clipboard ? document.querySelectorAll("a.item-label") : [];
if (labels.length) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  document.body.append(toast);
  document.documentElement.classList.add("copies");
  let quiet;
  for (const label of labels) {
    label.title = "Chép địa chỉ của mục này";
    label.addEventListener("click", () => {
      navigator.clipboard.writeText(label.href).then(() => {
        toast.textContent = `Đã chép địa chỉ của mục ${label.textContent.replace(/[.:)/]+$/, "")}`;
        clearTimeout(quiet);
        quiet = setTimeout(() => { toast.textContent = ""; }, 3000);
      }, () => {});
    });
  }
}
