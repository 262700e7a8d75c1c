// Tables: rows are looked for by columns and by words, and opened for their reasons.
const tables = [];

function tableOf(holder) {
  const table = holder.querySelector("table");
  const columns = (table.dataset.filters || "").split(",").filter(Boolean).map(Number);
  const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, cells: Array.from(row.cells), opened: null }));
  return { holder, table, columns, rows, selects: new Map(), search: null };
}

function readValues(found, only) {
  for (const one of found.rows) {
    if (one.values && only && !one.changing) continue;
    one.values = one.cells.map((cell) => plain(cell).trim());
    one.changing = one.row.querySelector("[data-set]") !== null;
    one.words = one.values.join("\n").toLowerCase();
  }
}

function addReasons(found) {
  for (const one of found.rows) {
    const link = one.row.querySelector("a.reasons");
    if (!link) continue;
    const name = link.getAttribute("href").slice(1);
    const button = make("button", { type: "button", "aria-expanded": "false", text: "Reasons" });
    button.append(make("span", { class: "unseen", text: ": " + one.values.slice(0, 3).join(", ") }));
    button.addEventListener("click", () => open(found, one, button, name));
    const printed = make("span", { class: "only-print", text: link.textContent });
    link.replaceWith(button, printed);
    one.button = button;
    one.reasons = name;
  }
}

function open(found, one, button, name) {
  if (one.opened) {
    one.opened.remove();
    one.opened = null;
  } else {
    const reasons = document.getElementById(name).cloneNode(true);
    reasons.removeAttribute("id");
    for (const part of reasons.querySelectorAll("[id]")) part.removeAttribute("id");
    const cell = make("td", { colspan: String(one.cells.length) }, reasons);
    one.opened = make("tr", { class: "opened" }, cell);
    one.row.after(one.opened);
  }
  button.setAttribute("aria-expanded", String(one.opened !== null));
}

function addControls(found) {
  const controls = make("div", { class: "controls", role: "search", "aria-label": "Rows of: " + found.table.caption.textContent });
  for (const column of found.columns) {
    const select = make("select");
    select.addEventListener("change", () => filter(found));
    controls.append(make("label", { text: found.table.tHead.rows[0].cells[column].textContent }, select));
    found.selects.set(column, select);
  }
  found.search = make("input", { type: "search", autocomplete: "off" });
  found.search.addEventListener("input", () => filter(found));
  controls.append(make("label", { text: "Words" }, found.search));
  found.changed = make("input", { type: "checkbox" });
  found.changed.addEventListener("change", () => filter(found));
  if (choices.length && found.rows.some((one) => one.changing)) {
    found.holder.prepend(make("p", { class: "remark", text: "This table follows your choices." }));
    controls.append(make("label", { class: "only-changed" }, found.changed, " only what choices have changed"));
  }
  const all = make("button", { type: "button", text: "Show all rows" });
  all.addEventListener("click", () => {
    found.search.value = "";
    found.changed.checked = false;
    for (const select of found.selects.values()) select.value = "";
    filter(found);
  });
  controls.append(all);
  found.count = make("p", { class: "count", role: "status", "aria-live": "polite" });
  found.sums = make("p", { class: "count sums" });
  found.summed = found.columns.find((column) => found.rows.some((one) => one.cells[column].querySelector("[data-set]")));
  found.holder.querySelector(".scroll").before(controls, found.count, found.sums);
}

// Of each column the values that occur, with the number of rows that are left if it is chosen.
function fillSelects(found) {
  const wanted = new Map(Array.from(found.selects, ([column, select]) => [column, select.value]));
  const words = found.search.value.trim().toLowerCase();
  const fits = (one, but) =>
    (!words || one.words.includes(words)) &&
    (!found.changed.checked || one.row.querySelector(".changed") !== null) &&
    Array.from(wanted).every(([column, value]) => column === but || !value || nameOf(one.values[column]) === value);
  for (const [column, select] of found.selects) {
    const counts = new Map();
    for (const one of found.rows) {
      const value = nameOf(one.values[column]);
      counts.set(value, (counts.get(value) || 0) + (fits(one, column) ? 1 : 0));
    }
    if (wanted.get(column) && !counts.has(wanted.get(column))) counts.set(wanted.get(column), 0);
    select.replaceChildren(
      make("option", { value: "", text: "all" }),
      ...Array.from(counts, ([value, count]) => make("option", { value, text: value + " (" + count + ")" }))
    );
    select.value = wanted.get(column);
  }
  return (one) => fits(one, -1);
}

function nameOf(value) {
  return value || "none";
}

function filter(found) {
  const fits = fillSelects(found);
  const sums = new Map();
  let shown = 0;
  for (const one of found.rows) {
    one.row.hidden = !fits(one);
    if (one.opened) one.opened.hidden = one.row.hidden;
    if (one.row.hidden) continue;
    shown += 1;
    if (found.summed !== undefined) {
      const value = nameOf(one.values[found.summed]);
      sums.set(value, (sums.get(value) || 0) + 1);
    }
  }
  found.count.textContent = shown + " of " + found.rows.length + " rows shown";
  const order = Array.from(sums).sort((one, other) => other[1] - one[1]);
  const name = found.summed === undefined ? "" : found.table.tHead.rows[0].cells[found.summed].textContent;
  found.sums.textContent = order.length ? name + ": " + order.map(([value, count]) => value + " " + count).join("; ") : "";
}

for (const holder of document.querySelectorAll("[data-table]")) {
  const found = tableOf(holder);
  const reasons = holder.querySelector("a.reasons") !== null;
  if (!found.columns.length && !reasons) continue;
  tables.push(found);
  readValues(found, false);
  addReasons(found);
  if (found.columns.length) {
    addControls(found);
    filter(found);
  }
}
