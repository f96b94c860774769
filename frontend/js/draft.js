// The draft lives in the form as one sealed field. This keeps a second copy in the tab, so that a
// lost page does not lose the story; it goes when the report is sent or the tab is closed.
//   input[data-draft]        the sealed field of a wizard page: kept
//   form[data-draft-resume]  hidden form with input[data-draft-into]: offered when a copy exists
//   [data-draft-clear]       the page after sending, or "buang": forgets the copy
const KEY = "netra-laporan";

export function keepDraft(root) {
  let store;
  try {
    store = window.sessionStorage;
    if (root.querySelector("[data-draft-clear]")) store.removeItem(KEY);
    const field = root.querySelector("input[data-draft]");
    if (field && field.value) store.setItem(KEY, field.value);
  } catch {
    return; // storage is switched off: the form itself still carries everything
  }
  const offer = root.querySelector("form[data-draft-resume]");
  const kept = store.getItem(KEY);
  if (!offer || !kept) return;
  offer.querySelector("[data-draft-into]").value = kept;
  offer.hidden = false;
  offer.addEventListener("reset", () => {
    store.removeItem(KEY);
    offer.hidden = true;
  });
}
