// Choices: what a reader settles of brackets and readings, and what the texts then say.
const places = new Map(data.options.map(([name, option], place) => [JSON.stringify([name, option]), place]));
const changing = Array.from(document.querySelectorAll("[data-set]"), (holder) => ({
  holder,
  set: Number(holder.dataset.set),
  base: Array.from(holder.childNodes),
  text: plain(holder),
}));
const radios = new Map();
let made = new Map();
let status = null;
let unknown = 0;

// Of the variants that fit the choices made, one with the most of them.
function textsOf() {
  const known = new Set();
  for (const [name, option] of made) {
    const place = places.get(JSON.stringify([name, option]));
    if (place !== undefined) known.add(place);
  }
  return data.variants.map((variants) => {
    let found = null;
    let most = 0;
    for (const [when, said] of variants) {
      if (when.length > most && when.every((place) => known.has(place))) {
        found = data.texts[said];
        most = when.length;
      }
    }
    return found;
  });
}

function show() {
  const texts = textsOf();
  const marked = new Set();
  let changed = 0;
  for (const one of changing) {
    const text = texts[one.set];
    if (text === null || text === one.text) {
      if (one.now !== undefined) one.holder.replaceChildren(...one.base);
      one.now = undefined;
      continue;
    }
    const row = one.holder.closest("tr");
    const first = !row || !marked.has(row);
    if (first) changed += 1;
    if (row) marked.add(row);
    one.now = text;
    one.holder.replaceChildren(
      make("strong", { class: "changed", text }),
      make("span", { class: "changed-word" + (first ? "" : " unseen"), text: text ? " changed by your choices" : " nothing, by your choices" })
    );
  }
  for (const found of tables) {
    if (!found.columns.length || !found.rows.some((one) => one.changing)) continue;
    readValues(found, true);
    filter(found);
  }
  tell(changed);
}

function tell(changed) {
  const told = choices.filter((choice) => made.has(choice.name)).map((choice) => {
    const option = choice.options.find((one) => one.name === made.get(choice.name));
    return cited(choice.provision) + ", “" + choice.words + "”: " + option.name;
  });
  const lost = unknown ? " The address of this page names " + unknown + " that are not known here." : "";
  status.textContent = told.length
    ? "Choices made: " + told.join("; ") + ". " + changed + (changed === 1 ? " place has" : " places have") + " changed. What does not follow choices is told as the text stands." + lost
    : "Choices made: none; all is told as the text stands." + lost;
  back.hidden = !told.length;
  summary.textContent = "Choices (" + told.length + " of " + choices.length + " made)";
}

function address() {
  const pairs = Array.from(made, ([name, option]) => encodeURIComponent(name) + "=" + encodeURIComponent(option));
  return "#choose" + pairs.map((pair) => "&" + pair).join("");
}

function fromAddress() {
  const parts = location.hash.split("&");
  if (parts[0] !== "#choose") return;
  made = new Map();
  unknown = 0;
  for (const part of parts.slice(1)) {
    try {
      const [name, option] = part.split("=").map(decodeURIComponent);
      const known = choices.find((choice) => choice.name === name);
      if (known && known.options.some((one) => one.name === option)) made.set(name, option);
      else unknown += 1;
    } catch (fault) {
      unknown += 1;
    }
  }
  for (const [name, inputs] of radios) {
    for (const input of inputs) input.checked = input.value === (made.has(name) ? "=" + made.get(name) : "");
  }
  show();
}

function choose(name, option) {
  if (option === null) made.delete(name);
  else made.set(name, option);
  unknown = 0;
  location.hash = address();
  show();
}

function radio(group, value, words, about, checked) {
  const input = make("input", { type: "radio", name: group, value });
  input.checked = checked;
  const text = make("span", { text: words });
  if (about) text.append(make("span", { class: "option-text", text: about }));
  return [input, make("label", {}, input, text)];
}

function fieldset(choice, number, several) {
  const where = (several && choice.of ? choice.of + ", " : "") + cited(choice.provision);
  const kind = choice.sort === "bracket" ? "Text that is not agreed" : "Words that are read in several ways";
  const made_ = make("fieldset", {}, make("legend", { text: where + ": “" + choice.words + "”" }));
  made_.append(make("span", { class: "option-text", text: kind }));
  const inputs = [];
  const add = (value, words, about, checked) => {
    const [input, label] = radio("choice" + number, value, words, about, checked);
    input.addEventListener("change", () => choose(choice.name, value === "" ? null : value.slice(1)));
    inputs.push(input);
    made_.append(label);
  };
  add("", "as it stands", "", true);
  for (const option of choice.options) {
    const about = [option.text || (choice.sort === "bracket" ? "nothing is left of it" : ""), (option.by || []).join(", ")];
    add("=" + option.name, option.name, about.filter((text) => text && text !== option.name).join(" — "), false);
  }
  radios.set(choice.name, inputs);
  return made_;
}

// Where choices stand in the address, links in the page lead to their places without changing it.
function follow(event) {
  const link = event.target.closest('a[href^="#"]');
  const place = link && made.size ? document.getElementById(link.getAttribute("href").slice(1)) : null;
  if (!place) return;
  event.preventDefault();
  for (let above = place; above; above = above.parentElement) if (above.nodeName === "DETAILS") above.open = true;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

const summary = make("summary");
const back = make("button", { type: "button", text: "Take all choices back" });
if (choices.length) {
  const several = new Set(choices.map((choice) => choice.of)).size > 1;
  const panel = make("div", { tabindex: "0", role: "group", "aria-label": "Choices" });
  panel.append(...choices.map((choice, number) => fieldset(choice, number, several)));
  const fold = make("details", {}, summary, panel);
  fold.open = matchMedia("(min-width: 72rem)").matches;
  status = make("p", { role: "status" });
  back.addEventListener("click", () => {
    made = new Map();
    unknown = 0;
    for (const inputs of radios.values()) inputs[0].checked = true;
    location.hash = address();
    show();
  });
  const main = document.querySelector("main");
  main.before(make("aside", { "aria-label": "Choices" }, make("form", { class: "choices", autocomplete: "off" }, fold)));
  main.prepend(make("div", { class: "made" }, status, back));
  document.body.classList.add("with-choices");
  addEventListener("hashchange", fromAddress);
  document.addEventListener("click", follow);
  fromAddress();
  show();
}
