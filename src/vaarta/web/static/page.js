// What scripts add to pages that work without any. One file, ours, no library; the policy of the page allows no other.
"use strict";

// In a story, the record of a claim is shown beside its words while they are pointed at or have the focus.
for (const mark of document.querySelectorAll("mark a[href^='#']")) {
  const card = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!card) continue;
  for (const name of ["mouseenter", "focus"]) mark.addEventListener(name, () => card.classList.add("lit"));
  for (const name of ["mouseleave", "blur"]) mark.addEventListener(name, () => card.classList.remove("lit"));
}

// On a histogram, dragging from one bar to another asks for all between them; each bar is a link of its own.
for (const chart of document.querySelectorAll("[data-range]")) {
  const bars = [...chart.querySelectorAll("a[data-first]")];
  let start = null;
  const between = (one, other) => {
    const [a, b] = [bars.indexOf(one), bars.indexOf(other)].sort((x, y) => x - y);
    return bars.slice(a, b + 1);
  };
  const barOf = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("a[data-first]");
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => { start = barOf(event) ?? null; });
  chart.addEventListener("pointermove", (event) => {
    const end = start && barOf(event);
    if (!end || !bars.includes(end)) return;
    const chosen = new Set(between(start, end));
    for (const bar of bars) bar.classList.toggle("chosen", chosen.has(bar));
  });
  chart.addEventListener("pointerup", (event) => {
    const end = start && barOf(event);
    if (end && bars.includes(end) && end !== start) {
      const chosen = between(start, end);
      const address = new URL(chart.dataset.range, location.href);
      address.searchParams.set("since", chosen[0].dataset.first);
      address.searchParams.set("until", chosen[chosen.length - 1].dataset.last);
      location.assign(address);
    }
    start = null;
  });
}
