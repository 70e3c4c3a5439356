// Comfort only: every page works without this file.
"use strict";
(() => {
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const isTyping = (node) => /^(input|textarea|select)$/i.test(node.tagName) || node.isContentEditable;

  // --- keys ---
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") { event.preventDefault(); find("#search").focus(); }
    if (event.key === "?") { event.preventDefault(); find("#keys").showModal(); }
    if (event.key === "o") openAll(!all("main details").some((one) => one.open));
  });
  const openAll = (open) => all("main details").forEach((one) => { one.open = open; });

  // --- paper: nothing stays folded, and what was folded is folded again ---
  let folded = [];
  addEventListener("beforeprint", () => { folded = all("details:not([open])"); folded.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));

  // --- names for the fields, fetched once a field is entered ---
  let names;
  document.addEventListener("focusin", async (event) => {
    const list = event.target.getAttribute?.("list");
    if (!list || names) return;
    try { names = await (await fetch(document.body.dataset.names)).json(); } catch { return; }
    for (const [id, rows] of Object.entries(names)) {
      const data = document.createElement("datalist");
      data.id = id;
      data.append(...rows.map(([value, label]) => new Option(label, value)));
      document.body.append(data);
    }
  });

  // --- what depends on the address is renewed in place; on another day, only what the day changes is fetched ---
  let latest = 0;
  async function renew(address, keep = true, isDay = false) {
    const turn = ++latest, focused = document.activeElement?.id, switched = document.activeElement?.closest("[data-switch]")?.dataset.switch;
    const chosen = document.activeElement?.textContent, asked = new URL(address, location.href);
    if (isDay) asked.searchParams.set("part", "1");
    let response;
    try { response = await fetch(asked, { headers: { Accept: "text/html" } }); } catch { location.assign(address); return; }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== latest) return;
    const open = all("#main details").map((one) => one.open);
    if (!response.ok || !exchange(fresh, isDay ? "[data-live], h1, footer.site" : "#main, footer.site", isDay)) { location.assign(address); return; }
    document.title = fresh.title;
    if (keep) history.replaceState(null, "", address); else history.pushState(null, "", address);
    if (open.length === all("#main details").length) all("#main details").forEach((one, ix) => { one.open = open[ix]; });
    if (isDay) turnTo(find("[data-day]").textContent);
    enhance();
    const again = (focused && document.getElementById(focused)) || (switched && all(`[data-switch="${CSS.escape(switched)}"] a`).find((one) => one.textContent === chosen));
    again?.focus({ preventScroll: true });
    say(find("[data-say]")?.textContent || document.title);
  }
  function exchange(fresh, selector, isPart) {
    const old = all(selector), now = all(selector, fresh);
    if (!now.length || old.length !== now.length || isPart === Boolean(find("header.site", fresh))) return false;
    old.forEach((one, ix) => one.replaceWith(now[ix]));
    return true;
  }
  function turnTo(day) {
    const slider = find("input[data-days]"), field = find("form.question [name=on]");
    slider.value = JSON.parse(slider.dataset.days).indexOf(day);
    slider.setAttribute("aria-valuetext", day);
    if (field) field.value = day;
    all(".days a").forEach((one) => { if (one.textContent === day) one.setAttribute("aria-current", "date"); else one.removeAttribute("aria-current"); });
  }
  addEventListener("popstate", () => { if (!location.hash) renew(location.href, true); });

  const live = document.createElement("p");
  live.className = "unseen";
  live.setAttribute("role", "status");
  document.body.append(live);
  const say = (text) => { live.textContent = text; };

  // --- switches: flip a fact and stay where you are ---
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-switch] a, a[data-renew]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    link.focus();
    renew(link.href, false, link.dataset.renew === "day");
  });

  // --- slider over the days that matter: its addresses stand beside it ---
  let waiting;
  document.addEventListener("input", (event) => {
    const slider = event.target.closest("input[data-days]");
    if (!slider) return;
    const days = JSON.parse(slider.dataset.days), day = days[slider.value];
    slider.setAttribute("aria-valuetext", day);
    const shown = find("[data-day]");
    if (shown) shown.textContent = day;
    clearTimeout(waiting);
    waiting = setTimeout(() => renew(slider.dataset.address.replace("DAY", day), true, true), 120);
  });

  // --- map: the arrow keys go to the next state that way; a line below it says what the pointer or the focus is on ---
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const middle = (one) => { const box = find("use, circle", one).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  document.addEventListener("keydown", (event) => {
    const way = ways[event.key], here = event.target.closest?.("svg.map a");
    if (!way || !here || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const [x, y] = middle(here), box = here.ownerSVGElement.getBoundingClientRect();
    let next, least = Infinity;
    for (const one of all("a", here.ownerSVGElement)) {
      const [left, top] = middle(one), along = (left - x) * way[0] + (top - y) * way[1];
      const far = along + 3 * Math.abs((left - x) * way[1] + (top - y) * way[0]);
      const isSeen = left > box.left && left < box.right && top > box.top && top < box.bottom;
      if (one !== here && isSeen && along > 0.5 && far < least) { next = one; least = far; }
    }
    next?.closest("[aria-hidden]")?.removeAttribute("aria-hidden");
    next?.focus();
  });
  for (const kind of ["focusin", "pointerover"]) {
    document.addEventListener(kind, (event) => {
      const state = event.target.closest?.("svg.map a"), line = find(".pointed");
      if (state && line) line.textContent = find("title", state).textContent;
    });
  }

  // --- what only works with this file ---
  function enhance() {
    all(".scripted").forEach((one) => { one.hidden = false; });
    all("[data-address]").forEach((one) => { one.textContent = location.href; });
  }
  document.addEventListener("click", async (event) => {
    const id = event.target.closest("[data-copy]")?.dataset.copy;
    if (!id) return;
    try { await navigator.clipboard.writeText(document.getElementById(id).textContent.trim()); say("Copied"); event.target.textContent = "Copied"; } catch { say("Select the text and copy it"); }
  });
  enhance();
})();
