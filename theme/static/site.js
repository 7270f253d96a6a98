// What every page gains with JavaScript: its print buttons appear and work. Without it nothing is missing.

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.closest("[hidden]")?.removeAttribute("hidden");
}
