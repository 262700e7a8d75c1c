// The data of the page, and elements made of it. Words of the paper go into the page as text only.
const data = JSON.parse(document.getElementById("paper").textContent);
const choices = data.paper.choices || [];

function make(tag, options, ...children) {
  const { text, ...attributes } = options || {};
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

function cited(provision) {
  return /^\d[^/]*$/.test(provision) ? "rule " + provision : provision;
}

// What a cell says, without the letters of its notes and without what is there for the ear only.
function plain(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeName === "SUP" || (node.classList && (node.classList.contains("unseen") || node.classList.contains("changed-word")))) return "";
  return Array.from(node.childNodes, plain).join("");
}

document.documentElement.classList.add("with-script");
