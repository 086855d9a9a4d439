// Building elements: the one way in to the page, so that no words of a message are ever read as markup.
const PROPERTIES = new Set(["value", "checked", "selected", "hidden", "open", "tabIndex"]);
const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes (`onclick` and the like are listeners) and children; null and false are left out. */
export const el = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);
export const svg = (tag, attributes, ...children) => make(document.createElementNS(SVG, tag), attributes, children);
export const button = (attributes, ...children) => el("button", { type: "button", ...attributes }, children);

function make(node, attributes = {}, children) {
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "hue") node.style.setProperty("--hue", value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value);
}

export const find = (id) => document.getElementById(id);

/** A listener that does this instead of what the browser would do. */
export const instead = (work) => (event) => {
  event.preventDefault();
  work(event);
};

let count = 0;
export const nextId = () => `n${++count}`;

/** Draws a place anew, unless it was drawn from the same facts. The focus stays. */
export function redraw(place, facts, draw, otherwise = place) {
  const from = JSON.stringify(facts);
  if (place.drawnFrom === from) return;
  place.drawnFrom = from;
  const restore = rememberFocus(place, otherwise);
  place.replaceChildren(...draw());
  restore();
}

/** Fills a list without touching the nodes that stay, so that focus, scroll and what was typed stay too. */
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, i) => parent.childNodes[i] === node || parent.insertBefore(node, parent.childNodes[i] ?? null));
}

/** Remembers what has the focus; what it returns gives it to that control's successor, its message, or `otherwise`. */
export function rememberFocus(within, otherwise) {
  const held = within.contains(document.activeElement) ? document.activeElement : null;
  const [control, key] = ["control", "key"].map((name) => held?.closest(`[data-${name}]`)?.dataset[name]);
  return () => {
    if (!held || document.activeElement === held) return;
    const home = key ? within.querySelector(`[data-key="${CSS.escape(key)}"]`) : within;
    // The control of the same block and action; else of the same action, for a redrawn block may have a new id.
    const ends = control ? [`="${CSS.escape(control)}"`, `$="${CSS.escape(`/${control.split("/").at(-1)}`)}"`] : [];
    const heir = ends.map((end) => home?.querySelector(`[data-control${end}]`)).find(Boolean);
    (heir || (key && home) || otherwise).focus({ preventScroll: !heir });
  };
}
