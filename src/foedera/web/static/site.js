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

  // --- the part of the page that depends on the address is renewed in place ---
  let latest = 0;
  async function renew(address, keep = true) {
    const turn = ++latest, focused = document.activeElement?.id, switched = document.activeElement?.closest("[data-switch]")?.dataset.switch;
    const chosen = document.activeElement?.textContent;
    let response;
    try { response = await fetch(address, { headers: { Accept: "text/html" } }); } catch { location.assign(address); return; }
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== latest) return;
    if (!find("#main", fresh)) { location.assign(address); return; }
    const open = all("#main details").map((one) => one.open);
    find("#main").replaceWith(find("#main", fresh));
    find("footer.site").replaceWith(find("footer.site", fresh));
    document.title = fresh.title;
    if (keep) history.replaceState(null, "", address); else history.pushState(null, "", address);
    if (open.length === all("#main details").length) all("#main details").forEach((one, ix) => { one.open = open[ix]; });
    enhance();
    const again = (focused && document.getElementById(focused)) || (switched && all(`[data-switch="${CSS.escape(switched)}"] a`).find((one) => one.textContent === chosen));
    again?.focus({ preventScroll: true });
    say(find("[data-say]")?.textContent || document.title);
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
    renew(link.href, false);
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
    waiting = setTimeout(() => renew(slider.dataset.address.replace("DAY", day)), 120);
  });

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
