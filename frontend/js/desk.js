// The desk: htmx and Alpine only smooth what works without them.
import "htmx.org";
import Alpine from "@alpinejs/csp";
import { dates } from "./dates.js";
import { menus } from "./menus.js";
import { receipt } from "./receipt.js";

// A list that narrows while one types: [x-data="narrow"] around an input with x-model="words" and
// rows that carry data-row.
Alpine.data("narrow", () => ({
  words: "",
  init() {
    this.$watch("words", (words) => {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of this.$root.querySelectorAll("[data-row]")) {
        const text = row.textContent.toLowerCase();
        row.hidden = !wanted.every((word) => text.includes(word));
      }
    });
  },
}));

document.documentElement.classList.add("has-script");
for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;
const problem = document.querySelector("[data-focus]");
if (problem) problem.focus();
dates(document);
menus(document);
receipt(document);
Alpine.start();
