// What a script may add to the public door. Every page works without it.
import { dates } from "./dates.js";
import { keepDraft } from "./draft.js";
import { receipt } from "./receipt.js";

function dress() {
  for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;
}

function start() {
  dress();
  const problem = document.querySelector("[data-focus]");
  if (problem) problem.focus();
  dates(document);
  receipt(document);
  keepDraft(document, dress);
}

start();
