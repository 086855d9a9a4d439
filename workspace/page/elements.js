// What can be pressed, chosen or filled in: each element of Block Kit as a native control.
import { button as press, el, find, nextId } from "./dom.js";
import { plain, textOf } from "./mrkdwn.js";
import { conversations, store } from "./store.js";

const option = (text, value) => ({ text: { text }, value });
const people = () => store.state.people.filter((each) => !each.bot).map((each) => option(each.real_name, each.id));
const places = () => conversations().map((each) => option(each.kind === "im" ? each.name : `#${each.name}`, each.id));
const channels = () => places().filter((each) => each.text.text.startsWith("#"));
const values = (options = []) => options.map((each) => each.value);
const ofList = (it) => it.options ?? it.option_groups.flatMap((group) => group.options);

const DRAW = {
  button,
  overflow,
  static_select: (it) => one(it, it.options, it.initial_option?.value),
  users_select: (it) => one(it, people(), it.initial_user),
  conversations_select: (it) => one(it, places(), it.initial_conversation),
  channels_select: (it) => one(it, channels(), it.initial_channel),
  multi_static_select: (it) => many(it, ofList(it), values(it.initial_options)),
  multi_users_select: (it) => many(it, people(), it.initial_users),
  multi_conversations_select: (it) => many(it, places(), it.initial_conversations),
  multi_channels_select: (it) => many(it, channels(), it.initial_channels),
  checkboxes: (it) => ticks(it, "checkbox", it.options, values(it.initial_options)),
  radio_buttons: (it) => ticks(it, "radio", it.options, [it.initial_option?.value]),
  datepicker: (it) => typed(it, "date", it.initial_date),
  timepicker: (it) => typed(it, "time", it.initial_time),
  plain_text_input: (it) => typed(it, it.multiline ? "textarea" : "text", it.initial_value),
  number_input: (it) => typed(it, "number", it.initial_value),
  email_text_input: (it) => typed(it, "email", it.initial_value),
  url_text_input: (it) => typed(it, "url", it.initial_value),
};

export const isKnown = (element) => element.type in DRAW;
export const isGroup = ({ type }) => type === "checkboxes" || type === "radio_buttons" || type.startsWith("multi_");

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
  const to = /^https?:/i.test(it.url ?? "") && { href: it.url, target: "_blank", rel: "noopener noreferrer" };
  const onclick = (event) => act(it, event.currentTarget);
  const look = { class: `button ${it.style ?? ""}`, "aria-label": it.accessibility_label, onclick };
  return to ? el("a", { ...look, ...to }, plain(it.text)) : press(look, plain(it.text));
}

function one(it, options = [], initial = "") {
  const start = it.kept ?? initial;
  const draw = ({ value, text }) => el("option", { value, selected: value === start }, plain(text));
  const group = ({ label, options: some }) => el("optgroup", { label: plain(label) }, some.map(draw));
  const empty = el("option", { value: "" }, plain(it.placeholder) || "Choose");
  const node = el("select", { class: "field", ...it.said }, empty, it.option_groups?.map(group) ?? options.map(draw));
  node.addEventListener("change", () => acts(it) && node.value && act(it, node, node.value));
  fills(it, node, () => node.value || null);
  return node;
}

/** Several of a list: a disclosure of boxes to tick, its summary saying how many are. */
function many(it, options, initial) {
  const list = ticks(it, "checkbox", options, initial);
  const tell = () => {
    const chosen = list.querySelectorAll(":checked").length;
    summary.textContent = chosen ? `${chosen} chosen` : plain(it.placeholder) || "Choose";
  };
  const summary = el("summary");
  list.addEventListener("change", tell);
  tell();
  return el("details", { class: "field" }, summary, list);
}

function ticks(it, type, options, initial = []) {
  const name = nextId();
  const boxes = options.map((each) => {
    const checked = [it.kept ?? initial].flat().includes(each.value);
    const about = each.description && el("span", { class: "hint" }, textOf(each.description));
    const box = el("input", { type, name, value: each.value, checked });
    return el("label", { class: "tick" }, box, el("span", {}, textOf(each.text), about));
  });
  const node = el("div", { class: "ticks", role: type === "radio" ? "radiogroup" : "group", ...it.said }, boxes);
  const chosen = () => [...node.querySelectorAll(":checked")].map((box) => box.value);
  const read = () => (type === "radio" ? (chosen()[0] ?? null) : chosen());
  node.addEventListener("change", () => acts(it) && act(it, node, read()));
  fills(it, node, read);
  return node;
}

function typed(it, type, initial = "") {
  const limits = { minlength: it.min_length, maxlength: it.max_length, min: it.min_value, max: it.max_value };
  const words = { placeholder: plain(it.placeholder) || null, value: it.kept ?? initial };
  const given = { class: "field", ...it.said, ...limits, ...words };
  const own = type === "textarea" ? { rows: 4 } : { type, step: it.is_decimal_allowed ? "any" : null };
  const node = el(type === "textarea" ? type : "input", { ...own, ...given });
  fills(it, node, () => node.value || null);
  if (acts(it)) tellWhenSettled(it, node);
  return node;
}

const SETTLED = 700; // ms after the last key: a date being typed passes through others

function tellWhenSettled(it, node) {
  let [told, timer] = [node.value, 0];
  const tell = () => node.value !== told && act(it, node, (told = node.value));
  node.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED);
  });
  node.addEventListener("blur", tell);
}

function overflow(it) {
  const menu = el("div", { popover: "auto", id: nextId(), class: "overflow" });
  const opener = press({ class: "button", popovertarget: menu.id, "aria-label": "More actions" }, "⋯");
  const choose = (each) => () => {
    menu.hidePopover();
    act(it, opener, each.value);
  };
  menu.append(...it.options.map((each) => press({ onclick: choose(each) }, plain(each.text))));
  return el("span", {}, opener, menu);
}

/** The app's own question before something is done. */
function sure(asked) {
  const dialog = find("sure");
  const answer = (words, value, look) => press({ class: `button ${look}`, onclick: () => dialog.close(value) }, words);
  const deny = answer(plain(asked.deny) || "Cancel", "", "");
  const confirm = answer(plain(asked.confirm) || "Yes", "yes", asked.style ?? "primary");
  const title = el("h2", { id: "sure-title" }, plain(asked.title));
  const words = el("p", { class: "words" }, textOf(asked.text));
  dialog.replaceChildren(title, words, el("div", { class: "ends" }, deny, confirm));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => (dialog.onclose = () => done(dialog.returnValue === "yes")));
}
