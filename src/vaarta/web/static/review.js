// Keys and choosing words on the page of review, which works without: every key presses a button that is there.
"use strict";

const passage = document.getElementById("passage");
const amend = document.getElementById("amend");
const toggle = document.getElementById("keys");
for (const one of document.querySelectorAll(".script-only")) one.hidden = false;

// Single keys can be turned off, for those whose voice or other tools type them (WCAG 2.1.4).
let keys = localStorage.getItem("vaarta-keys") !== "off";
const show = () => toggle?.setAttribute("aria-pressed", String(keys));
toggle?.addEventListener("click", () => {
  keys = !keys;
  localStorage.setItem("vaarta-keys", keys ? "on" : "off");
  show();
});
show();

const press = (selector) => document.querySelector(selector)?.click();
const actions = {
  a: () => press('#ruling [value="right"]'),
  w: () => press('#ruling [value="wrong"]'),
  s: () => press("#skip"),
  u: () => press('#undo-form [value="undo"]'),
  m: () => {
    if (!amend) return;
    amend.open = true;
    amend.querySelector("select, input:not([type=hidden]), textarea").focus();
  },
  t: () => passage?.focus(),
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (typing && event.key === "Escape") passage?.focus();
  if (!keys || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const action = actions[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
});

// Words chosen in the passage, by mouse or keyboard, fill the field that was used last: at first, the words that tell it.
let field = amend?.querySelector("#f-span");
const use = (chosen) => {
  field?.classList.remove("chosen");
  field = chosen;
  field?.classList.add("chosen");
};
amend?.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea, input:not([type=hidden])")) use(event.target);
});

// Offsets in the story are code points; those of the browser are UTF-16.
const points = (text) => [...text].length;
const chosen = () => {
  const selection = getSelection();
  if (!passage || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(passage);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  return { words: words.trim(), at: Number(passage.dataset.start) + points(before.toString() + words.slice(0, lead)) };
};
const SIDES = ["actors", "recipients", "speaker", "addressee"];
const take = () => {
  const said = chosen();
  if (!said?.words || !field || !amend.open) return;
  if (SIDES.includes(field.name)) {
    // A side keeps its code, and the words go after its colon; it is the side that the cursor was last in.
    const sides = field.value.split(";");
    const here = field.value.slice(0, field.selectionStart ?? field.value.length).split(";").length - 1;
    sides[here] = `${sides[here].split(":")[0].trimEnd()}: ${said.words.replaceAll(";", ",")}`;
    field.value = sides.join(";");
  } else {
    field.value = said.words;
    const at = field.parentElement.querySelector(`[name="${field.name}_at"]`);
    if (at) at.value = said.at;
  }
};
passage?.addEventListener("pointerup", () => setTimeout(take));

// By keyboard: arrows go from word to word, with Shift they take more, Enter puts them into the field.
const words = () => [...passage.textContent.matchAll(/\S+/gu)].map((one) => [one.index, one.index + one[0].length]);
const spot = (offset) => {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (walker.nextNode()) {
    if (left <= walker.currentNode.length) return [walker.currentNode, left];
    left -= walker.currentNode.length;
  }
  return [passage, passage.childNodes.length];
};
let from = -1;
let to = -1;
const mark = () => {
  const all = words();
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  getSelection().setBaseAndExtent(...spot(all[first][0]), ...spot(all[last][1]));
};
passage?.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const all = words();
    if (from < 0) {
      const told = passage.querySelector("mark.told");
      const before = document.createRange();
      before.selectNodeContents(passage);
      if (told) before.setEndBefore(told);
      from = to = told ? Math.max(0, all.findIndex((one) => one[1] > before.toString().length)) : 0;
    } else {
      to = Math.min(all.length - 1, Math.max(0, to + step));
      if (!event.shiftKey) from = to;
    }
    mark();
    event.preventDefault();
  } else if (event.key === "Enter" && chosen()) {
    amend.open = true;
    take();
    event.preventDefault();
  }
});
