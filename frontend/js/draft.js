// The draft lives in the form as one sealed field. This keeps a second copy in the tab, so that
// neither a lost page nor the browser's back button loses the story; it goes when the report is
// sent or the tab is closed.
//   input[data-draft=MARK]   the sealed field of a wizard page: kept; MARK tells drafts apart
//   form[data-draft-resume]  hidden form with input[data-draft-into]: offered when a copy exists
//   [data-draft-clear]       the page after sending, or "buang": forgets the copy
const KEY = "netra-laporan";

export function keepDraft(root, dress) {
  let store;
  try {
    store = window.sessionStorage;
    store.getItem(KEY);
  } catch {
    return; // storage is switched off: the form itself still carries everything
  }
  if (root.querySelector("[data-draft-clear]")) store.removeItem(KEY);
  const field = root.querySelector("input[data-draft]");
  if (field) {
    // A page that one went back to holds an older draft than the tab does.
    if (!wentBack()) store.setItem(KEY, `${field.dataset.draft} ${field.value}`);
    window.addEventListener("pageshow", (event) => {
      if (event.persisted || wentBack()) catchUp(store, root, dress);
    });
  }
  const offer = root.querySelector("form[data-draft-resume]");
  const [, kept] = (store.getItem(KEY) || "").split(" ");
  if (!offer || !kept) return;
  offer.querySelector("[data-draft-into]").value = kept;
  offer.hidden = false;
  offer.addEventListener("reset", () => {
    store.removeItem(KEY);
    offer.hidden = true;
  });
}

function wentBack() {
  const [visit] = performance.getEntriesByType("navigation");
  return Boolean(visit) && visit.type === "back_forward";
}

// Bring a page that one went back to up to date with the newest draft of the same report.
async function catchUp(store, root, dress) {
  const field = root.querySelector("input[data-draft]");
  const [mark, newest] = (store.getItem(KEY) || "").split(" ");
  if (mark !== field.dataset.draft || newest === field.value) return;
  field.value = newest;
  const asked = new FormData();
  const step = field.form.elements.step;
  asked.set("csrfmiddlewaretoken", field.form.elements.csrfmiddlewaretoken.value);
  asked.set("draft", newest);
  asked.set("go", step ? `ubah:${step.value}` : "");
  const answer = await fetch(field.form.action, { method: "POST", body: asked });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const twin = fresh.querySelector("input[data-draft]");
  if (!twin) return;
  if (step) {
    fillIn(field.form, twin.form);
  } else {
    root.querySelector("main").replaceWith(fresh.querySelector("main"));
    dress();
  }
}

// What somebody typed since stays; everything else becomes what the draft says.
function fillIn(form, twin) {
  const boxes = [...form.elements].filter((box) => box.name && !/hidden|submit/.test(box.type));
  const typed = new Set(boxes.filter(changed).map((box) => box.name));
  for (const box of boxes) {
    if (typed.has(box.name)) continue;
    const same = [...twin.elements].find((one) => one.id === box.id);
    if (!same) continue;
    if ("checked" in box) box.checked = same.checked;
    box.value = same.value;
  }
}

function changed(box) {
  if (box.options) {
    const chosen = [...box.options].findIndex((one) => one.defaultSelected);
    return box.selectedIndex !== Math.max(chosen, 0);
  }
  return /radio|checkbox/.test(box.type)
    ? box.checked !== box.defaultChecked
    : box.value !== box.defaultValue;
}
