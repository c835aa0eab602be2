// Finds what a person would call `name` among the controls of `kind`; null while it is not there.
// Returns the element, or with `all` the names of everything of that kind that is in sight.
const [kind, name, within, all] = arguments;

const KINDS = {
  button: "button, [role=button], a[href], summary, [role=option], [role=tab], [role=menuitem]",
  field: "input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea, select",
  choice: "input[type=radio], input[type=checkbox]",
  group: "fieldset, [role=group], [role=radiogroup], section[aria-label], section[aria-labelledby], nav[aria-label]",
  any: "[role=img], [role=listbox], iframe, h1, h2, h3, [tabindex]",
};

const plain = (text) => text.replace(/\s+/g, " ").replace(/ ,/g, ",").trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  if (node.matches("input, textarea, select")) return "";
  return [...node.childNodes].map(textOf).join("");
}

function nameOf(element) {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled !== null) return plain(labelled.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(textOf).join(" "));
  const label = element.getAttribute("aria-label");
  if (label !== null) return plain(label);
  if (element.matches("fieldset")) return plain(textOf(element.querySelector("legend") ?? element));
  if (element.labels?.length > 0) return plain([...element.labels].map(textOf).join(" "));
  return plain(textOf(element) || element.getAttribute("title") || "");
}

function inSight(element) {
  const shown = element.matches(KINDS.choice) && element.labels?.length > 0 ? element.labels[0] : element;
  const box = shown.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(shown).visibility === "visible" && shown.closest("[inert]") === null;
}

const roots = within === null ? [document] : [...document.querySelectorAll(KINDS.group)].filter((group) => nameOf(group) === within);
// An open dialog is all there is.
const modal = document.querySelector("dialog:modal");
const found = roots.flatMap((root) => [...root.querySelectorAll(KINDS[kind])])
  .filter((element) => inSight(element) && (modal === null || modal.contains(element)));
if (all) return [...new Set(found.map(nameOf))];

const free = (element) => !element.matches(":disabled") && element.getAttribute("aria-disabled") !== "true";
const match = found.find((element) => nameOf(element) === name && (kind === "group" || kind === "any" || free(element)));
if (match === undefined) return null;
return kind === "choice" && match.labels?.length > 0 ? match.labels[0] : match;
