// "Hari ini" and "Kemarin" fill the three boxes of a date with the day the server named.
export function dates(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-date-into]");
    if (!button) return;
    const [year, month, day] = button.dataset.day.split("-").map(Number);
    for (const [part, value] of Object.entries({ day, month, year })) {
      const box = document.getElementById(`${button.dataset.dateInto}-${part}`);
      if (!box) continue;
      box.value = value;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
