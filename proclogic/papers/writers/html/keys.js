// Keys, and what happens when the page is printed.
let listening = true;
const help = make("dialog", { "aria-label": "Keys" });
const on = make("input", { type: "checkbox" });
on.checked = true;
on.addEventListener("change", () => { listening = on.checked; });
const close = make("button", { type: "button", text: "Close" });
close.addEventListener("click", () => help.close());
const keys = [["/", "look for words in a table"], ["j", "the next row (in a row also the arrow down)"], ["k", "the row before (in a row also the arrow up)"], ["Enter", "open or close the reasons of the row"], ["Esc", "leave the field, the row or this window"], ["?", "this window"]];
const list = make("dl");
for (const [key, does] of keys) list.append(make("div", {}, make("dt", {}, make("kbd", { text: key })), make("dd", { text: does })));
help.append(make("p", {}, make("strong", { text: "Keys" })), list, make("p", {}, make("label", {}, on, " single letters work as keys")), close);
const shows = make("button", { type: "button", class: "keys", text: "Keys (?)" });
shows.addEventListener("click", () => help.showModal());
document.querySelector("header").append(shows);
document.body.append(help);

function seen(found) {
  return found.table.offsetParent !== null;
}

function current() {
  const row = document.activeElement.closest("tbody > tr:not(.opened)");
  const inside = tables.find((one) => one.holder.contains(document.activeElement) && seen(one));
  const found = inside || tables.find(seen);
  return { found, one: found && row ? found.rows.find((each) => each.row === row) : undefined };
}

function move(step) {
  const { found, one } = current();
  if (!found) return;
  const rows = found.rows.filter((each) => !each.row.hidden);
  const at = one ? rows.indexOf(one) : -1;
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
  if (!next) return;
  next.row.tabIndex = -1;
  next.row.focus();
}

document.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.ctrlKey || event.altKey || event.metaKey || help.open) return;
  const typing = target.matches("input:not([type=radio]):not([type=checkbox]), select, textarea");
  if (typing) {
    if (event.key === "Escape") target.blur();
    return;
  }
  const { found, one } = current();
  const onRow = one !== undefined && target === one.row;
  const letter = listening ? event.key : "";
  if (letter === "/" && found) {
    const searched = found.search ? found : tables.find((each) => each.search && seen(each));
    if (!searched) return;
    searched.search.focus();
  } else if (letter === "j" || (onRow && event.key === "ArrowDown")) move(1);
  else if (letter === "k" || (onRow && event.key === "ArrowUp")) move(-1);
  else if (letter === "?") help.showModal();
  else if (onRow && event.key === "Enter" && one.button) one.button.click();
  else if (onRow && event.key === "Escape") one.row.blur();
  else return;
  event.preventDefault();
});

// On paper everything is open: and of the reasons, those of the rows that are shown.
const folded = [];
function unfold() {
  if (folded.length) return;
  for (const one of document.querySelectorAll("details:not([open])")) {
    folded.push(one);
    one.open = true;
  }
  for (const found of tables) {
    const named = new Set(found.rows.filter((one) => !one.row.hidden && one.reasons).map((one) => one.reasons));
    for (const part of found.holder.querySelectorAll(".reasons-of-rows > details")) {
      part.hidden = !named.has(part.querySelector("div").id);
    }
  }
}
function fold() {
  for (const one of folded.splice(0)) one.open = false;
}
addEventListener("beforeprint", unfold);
addEventListener("afterprint", fold);
matchMedia("print").addEventListener("change", (event) => (event.matches ? unfold() : fold()));
