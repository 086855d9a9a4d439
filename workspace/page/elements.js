// What can be pressed, chosen or filled in: each element of Block Kit as a native control.
import { button as press, el, find, nextId } from "./dom.js";
import { plain, textOf } from "./mrkdwn.js";
import { store } from "./store.js";

const people = () => store.state.people.map((each) => ({ text: { text: each.real_name }, value: each.id }));

const DRAW = {
  button, overflow,
  static_select: (it) => one(it, it.options, it.initial_option?.value),
  users_select: (it) => one(it, people(), it.initial_user),
  multi_static_select: (it) => many(it, it.options ?? it.option_groups.flatMap((group) => group.options)),
  checkboxes: (it) => many(it, it.options),
  radio_buttons: (it) => ticks(it, "radio", it.options, [it.initial_option?.value]),
  datepicker: (it) => typed(it, "date", it.initial_date),
  timepicker: (it) => typed(it, "time", it.initial_time),
  plain_text_input: (it) => typed(it, "text"),
  number_input: (it) => typed(it, "number"),
  email_text_input: (it) => typed(it, "email"),
  url_text_input: (it) => typed(it, "url"),
};

export const isKnown = (element) => element.type in DRAW;

/** Draws an element. `ctx` says what pressing does and what was typed here before; `naming` refers to its label. */
export function drawElement(element, block, ctx, naming) {
  const kept = ctx.kept?.[block.block_id]?.[element.action_id];
  const said = naming ?? { "aria-label": plain(element.placeholder) || element.action_id };
  const node = DRAW[element.type]({ ...element, ctx, block, kept, said });
  node.dataset.control = `${block.block_id}/${element.action_id}`;
  return node;
}

/** For the form: how to read what is in the control. */
const fills = (it, node, read) => it.ctx.controls?.push({ block: it.block, element: it, node, read });
const acts = (it) => it.block.type !== "input" || it.block.dispatch_action;

/** Asks first where the app wants that, then tells it: busy until answered, and a refusal is said in its place. */
async function act(it, node, value) {
  if (node.ariaBusy === "true" || (it.confirm && !(await sure(it.confirm)))) return;
  node.ariaBusy = true;
  const answer = await it.ctx.press({ block_id: it.block.block_id, action_id: it.action_id, value });
  node.ariaBusy = null;
  it.ctx.fail(answer.ok ? "" : answer.error);
}

function button(it) {
  const look = { class: `button ${it.style ?? ""}`, "aria-label": it.accessibility_label };
  look.onclick = (event) => act(it, event.currentTarget);
  if (!/^https?:/i.test(it.url ?? "")) return press(look, plain(it.text));
  return el("a", { ...look, href: it.url, target: "_blank", rel: "noopener noreferrer" }, plain(it.text));
}

function one(it, options = [], initial = "") {
  const draw = ({ value, text }) => el("option", { value, selected: value === (it.kept ?? initial) }, plain(text));
  const group = ({ label, options: some }) => el("optgroup", { label: plain(label) }, some.map(draw));
  const empty = el("option", { value: "" }, plain(it.placeholder) || "Choose");
  const offered = it.option_groups?.map(group) ?? options.map(draw);
  return field(it, el("select", { class: "field", ...it.said }, empty, offered));
}

function typed(it, type, initial = it.initial_value) {
  const limits = { minlength: it.min_length, maxlength: it.max_length, min: it.min_value, max: it.max_value };
  const look = { class: "field", ...it.said, ...limits, placeholder: plain(it.placeholder), value: it.kept ?? initial };
  const step = it.is_decimal_allowed && "any";
  return field(it, it.multiline ? el("textarea", { rows: 4, ...look }) : el("input", { type, step, ...look }));
}

const SETTLED = 500; // ms after the last change: a date being typed, or a menu on the arrow keys, passes through others

function field(it, node) {
  let [told, timer] = [node.value, 0];
  const tell = () => node.value && node.value !== told && act(it, node, (told = node.value));
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED);
  };
  fills(it, node, () => node.value || null);
  if (acts(it)) {
    node.addEventListener("change", settle);
    node.addEventListener("blur", tell);
  }
  return node;
}

const many = (it, options) => ticks(it, "checkbox", options, it.initial_options?.map((each) => each.value));

function ticks(it, type, options, initial = []) {
  const name = nextId();
  const boxes = options.map((each) => {
    const checked = [it.kept ?? initial].flat().includes(each.value);
    const about = each.description && el("span", { class: "hint" }, textOf(each.description));
    const box = el("input", { type, name, value: each.value, checked });
    return el("label", { class: "tick" }, box, el("span", {}, textOf(each.text), about));
  });
  const look = it.type.startsWith("multi_") ? "ticks field" : "ticks";
  const node = el("div", { class: look, role: type === "radio" ? "radiogroup" : "group", ...it.said }, boxes);
  const chosen = () => [...node.querySelectorAll(":checked")].map((box) => box.value);
  const read = () => (type === "radio" ? (chosen()[0] ?? null) : chosen());
  if (acts(it)) node.addEventListener("change", () => act(it, node, read()));
  fills(it, node, read);
  return node;
}

function overflow(it) {
  const menu = el("div", { popover: "auto", id: nextId(), class: "menu" });
  const opener = press({ class: "button", popovertarget: menu.id, "aria-label": "More actions" }, "⋯");
  const choose = (each) => () => {
    menu.hidePopover();
    act(it, opener, each.value);
  };
  menu.append(...it.options.map((each) => press({ onclick: choose(each) }, plain(each.text))));
  return el("span", {}, opener, menu);
}

/** The app's own question before something is done. */
function sure({ title, text, confirm, deny, style = "primary" }) {
  const dialog = find("sure");
  const answer = (words, value, look) => el("button", { value, class: `button ${look}` }, words);
  const answers = [answer(plain(deny) || "Cancel", "", ""), answer(plain(confirm) || "Yes", "yes", style)];
  dialog.replaceChildren(el("form", { method: "dialog" },
    el("h2", { id: "sure-title" }, plain(title)),
    el("p", { class: "words" }, textOf(text)),
    el("div", { class: "ends" }, answers)));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => (dialog.onclose = () => done(dialog.returnValue === "yes")));
}
