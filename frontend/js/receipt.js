// Print, save and copy for the receipt. The code never leaves the page by itself.
function copied(button, ok) {
  const words = ok ? button.dataset.done : "Tidak tersalin, salin dengan tangan";
  const before = button.textContent;
  button.textContent = words;
  const status = document.querySelector("[data-status]");
  if (status) status.textContent = words;
  setTimeout(() => (button.textContent = before), 4000);
}

function save(button) {
  const url = URL.createObjectURL(new Blob([`${button.dataset.text}\n`], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = button.dataset.save;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export function receipt(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print], [data-save], [data-copy]");
    if (!button) return;
    if ("print" in button.dataset) window.print();
    else if ("save" in button.dataset) save(button);
    else if (navigator.clipboard) {
      navigator.clipboard.writeText(button.dataset.copy).then(
        () => copied(button, true),
        () => copied(button, false),
      );
    } else copied(button, false);
  });
}
