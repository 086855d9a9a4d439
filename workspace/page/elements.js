// What can be pressed, chosen or filled in: each element of Block Kit as a native control.
import { el, find, nextId } from "./dom.js";
import { plain, textOf } from "./mrkdwn.js";
import { conversations, label, store } from "./store.js";

const people = () => store.state.people.filter((each) => !each.bot).map((each) => option(each.real_name, each.id));
const channels = () => conversations().filter((each) => each.kind !== "im").map((each) => option(`#${label(each)}`, each.id));
const everywhere = () => conversations().map((each) => option(label(each), each.id));
const option = (text, value) => ({ text: { type: "plain_text", text }, value });
const values = (options) => options?.map((each) => each.value);

const DRAW = {
  button,
  workflow_button: button,
  overflow,
  static_select: (it) => one(it, it.options, it.initial_option?.value),
  users_select: (it) => one(it, people(), it.initial_user),
  conversations_select: (it) => one(it, everywhere(), it.initial_conversation),
  channels_select: (it) => one(it, channels(), it.initial_channel),
  multi_static_select: (it) => many(it, optionsOf(it), values(it.initial_options)),
  multi_users_select: (it) => many(it, people(), it.initial_users),
  multi_conversations_select: (it) => many(it, everywhere(), it.initial_conversations),
  multi_channels_select: (it) => many(it, channels(), it.initial_channels),
  checkboxes: (it) => ticks(it, "checkbox", it.options, values(it.initial_options)),
  radio_buttons: (it) => ticks(it, "radio", it.options, values([it.initial_option].filter(Boolean))),
  datepicker: (it) => typed(it, "date", it.initial_date),
  timepicker: (it) => typed(it, "time", it.initial_time),
  plain_text_input: (it) => typed(it, it.multiline ? "textarea" : "text", it.initial_value),
  number_input: (it) => typed(it, "number", it.initial_value),
  email_text_input: (it) => typed(it, "email", it.initial_value),
  url_text_input: (it) => typed(it, "url", it.initial_value),
};
const GROUPS = new Set(["checkboxes", "radio_buttons"]);

export const isGroup = (element) => GROUPS.has(element.type) || element.type.startsWith("multi_");
export const known = (element) => element.type in DRAW;

/** Draws an element. `ctx` says where it is, what was typed there before, and what pressing does; `naming` its label. */
export function drawElement(element, block, ctx, naming = {}) {
  const kept = ctx.kept?.[block.block_id]?.[element.action_id];
  const said = naming.id ? {} : { "aria-label": plain(element.placeholder) || plain(element.text) || naming.about || "Choose" };
  const it = { ...element, ctx, block, kept, said: { ...said, ...naming, about: null } };
  const node = DRAW[element.type](it);
  node.dataset.control = `${block.block_id}/${element.action_id}`;
  return node;
}

const fills = (it, node, read) => it.ctx.controls?.push({ block: it.block, element: it, node, read });
const acts = (it) => it.block.type !== "input" || it.block.dispatch_action;

/** Asks first where the app wants that, then tells it; busy until answered, and any refusal said beside the control. */
export async function act(it, node, value) {
  if (node.getAttribute("aria-busy") === "true" || (it.confirm && !(await sure(it.confirm)))) return;
  node.setAttribute("aria-busy", "true");
  const answer = await it.ctx.press({ block_id: it.block.block_id, action_id: it.action_id, value });
  node.removeAttribute("aria-busy");
  it.ctx.fail(answer.ok ? "" : answer.error);
}

function button(it) {
  const look = `button ${it.style ?? ""}`;
  const name = it.accessibility_label ? { "aria-label": it.accessibility_label } : {};
  const goes = it.url && /^https?:/i.test(it.url);
  const press = (event) => act(it, event.currentTarget, undefined);
  if (goes) return el("a", { class: look, href: it.url, target: "_blank", rel: "noopener noreferrer", ...name, onclick: press }, plain(it.text));
  return el("button", { type: "button", class: look, ...name, onclick: press }, plain(it.text));
}

export const optionsOf = (it) => it.options ?? it.option_groups?.flatMap((group) => group.options) ?? [];

function one(it, options, initial) {
  const start = it.kept ?? initial ?? "";
  const draw = (each) => el("option", { value: each.value, selected: each.value === start }, plain(each.text));
  const groups = it.option_groups?.map((group) => el("optgroup", { label: plain(group.label) }, group.options.map(draw)));
  const empty = el("option", { value: "" }, plain(it.placeholder) || "Choose…");
  const node = el("select", it.said, empty, groups ?? (options ?? []).map(draw));
  node.addEventListener("change", () => acts(it) && node.value && act(it, node, node.value));
  fills(it, node, () => node.value || null);
  return node;
}

function many(it, options, initial) {
  const list = ticks(it, "checkbox", options, initial);
  const count = el("span");
  const tell = () => {
    const chosen = list.querySelectorAll(":checked").length;
    count.textContent = chosen ? `${chosen} chosen` : plain(it.placeholder) || "Choose…";
  };
  list.addEventListener("change", tell);
  tell();
  return el("details", { class: "many" }, el("summary", {}, count), list);
}

function ticks(it, type, options, initial) {
  const start = it.kept ?? initial ?? [];
  const name = nextId();
  const boxes = options.map((each) => {
    const box = el("input", { type, name, value: each.value, checked: start.includes(each.value) });
    const about = each.description && el("span", { class: "hint" }, textOf(each.description));
    return el("label", { class: "tick" }, box, el("span", {}, textOf(each.text), about));
  });
  const node = el("div", { class: "ticks", role: type === "radio" ? "radiogroup" : "group", ...it.said }, boxes);
  const chosen = () => [...node.querySelectorAll(":checked")].map((box) => box.value);
  const read = () => (type === "radio" ? chosen()[0] ?? null : chosen());
  node.addEventListener("change", () => acts(it) && act(it, node, read()));
  fills(it, node, read);
  return node;
}

const HURRY = 700; // ms after the last change of a date being typed

function typed(it, type, initial) {
  const place = { ...it.said, placeholder: plain(it.placeholder) || null, value: it.kept ?? initial ?? "" };
  const limits = { minlength: it.min_length, maxlength: it.max_length, min: it.min_value, max: it.max_value };
  const any = type === "number" && it.is_decimal_allowed ? { step: "any" } : {};
  const node = type === "textarea" ? el("textarea", { rows: 4, ...place, ...limits }) : el("input", { type, ...place, ...limits, ...any });
  fills(it, node, () => node.value || null);
  if (acts(it)) tellWhenSettled(it, node, ["date", "time"].includes(type));
  return node;
}

/** A date is told once its parts have come to rest; words when Enter is pressed or, where asked, at each change. */
function tellWhenSettled(it, node, picked) {
  let [told, timer] = [node.value, 0];
  const tell = () => {
    clearTimeout(timer);
    if (node.value !== told) act(it, node, (told = node.value));
  };
  const eager = picked || it.dispatch_action_config?.trigger_actions_on?.includes("on_character_entered");
  node.addEventListener(eager ? "input" : "change", () => (timer = clearTimeout(timer) ?? setTimeout(tell, eager ? HURRY : 0)));
  node.addEventListener("blur", tell);
}

function overflow(it) {
  const items = it.options.map((each) =>
    el(each.url ? "a" : "button", { role: "menuitem", tabIndex: -1, href: each.url, target: each.url && "_blank", rel: each.url && "noopener noreferrer", onclick: () => choose(each) }, plain(each.text)),
  );
  const menu = el("div", { role: "menu", class: "overflow", hidden: true, "aria-label": "More actions" }, items);
  const opener = el("button", { type: "button", class: "button", "aria-haspopup": "menu", "aria-expanded": false, "aria-label": "More actions" }, "⋯");
  const show = (open) => {
    menu.hidden = !open;
    opener.setAttribute("aria-expanded", open);
    (open ? items[0] : opener).focus();
  };
  const choose = (each) => {
    show(false);
    act(it, opener, each.value);
  };
  opener.addEventListener("click", () => show(menu.hidden));
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || event.relatedTarget === opener || (menu.hidden = true, opener.setAttribute("aria-expanded", false)));
  return el("span", { class: "over" }, opener, menu);
}

/** The app's own question before something is done. */
export function sure(asked) {
  const dialog = find("sure");
  const done = (value) => () => dialog.close(value);
  const title = el("h2", { id: "sure-title" }, plain(asked.title));
  const deny = el("button", { type: "button", class: "button", onclick: done("") }, plain(asked.deny) || "Cancel");
  const confirm = el("button", { type: "button", class: `button ${asked.style ?? "primary"}`, onclick: done("yes") }, plain(asked.confirm) || "Yes");
  dialog.replaceChildren(title, el("p", { class: "words" }, textOf(asked.text)), el("div", { class: "ends" }, deny, confirm));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((settle) => dialog.addEventListener("close", () => settle(dialog.returnValue === "yes"), { once: true }));
}
