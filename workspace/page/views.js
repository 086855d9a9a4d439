// What an app opens: modals, one above the other, and its Home.
import { drawBlocks } from "./blocks.js";
import { button, el, find, instead, redraw, rememberFocus } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { get, oneAtATime, post, store } from "./store.js";

const kept = new Map(); // what was typed, by view: one may come back from another above it
let shown = {}; // the modal on top: {view, ctx}

/** Where a view's blocks are drawn: its failure has a place of its own, and what was typed is kept. */
function surface(view) {
  const failure = el("p", { class: "failure", role: "alert" });
  const press = (what) => post("press_in_view", { view_id: view.id, ...what });
  const fail = (words) => (failure.textContent = words);
  return { level: 3, controls: [], kept: kept.get(view.id), press, failure, fail };
}

export const refreshModal = oneAtATime(async () => {
  const { view, error } = await get("view");
  if (error || JSON.stringify(view) === JSON.stringify(shown.view)) return;
  if (view) return drawModal(view);
  shown = {};
  kept.clear();
  find("modal").close();
});

function drawModal(view) {
  const dialog = find("modal");
  const same = shown.view?.id === view.id;
  if (shown.view) kept.set(shown.view.id, typed(shown.ctx));
  const ctx = surface(view);
  const close = () => post("close", { view_id: view.id }).then(refreshModal);
  const title = el("h2", { id: "modal-title", tabIndex: -1 }, plain(view.title));
  const cancel = button({ class: "button", onclick: close }, plain(view.close) || "Cancel");
  const submit = view.submit && el("button", { class: "button primary", "data-control": "submit" }, plain(view.submit));
  const body = el("div", { class: "fill" }, drawBlocks(view.blocks, ctx), ctx.failure);
  const form = el("form", { novalidate: true }, title, body, el("div", { class: "ends" }, cancel, submit));
  form.onsubmit = instead(() => submit && send(view, ctx, submit));
  dialog.oncancel = instead(close);
  const restore = rememberFocus(dialog, title);
  shown = { view, ctx };
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  if (same) restore();
  else (body.querySelector("input, select, textarea, button") ?? title).focus();
}

/** What is in the form now: {block_id: {action_id: value}}. */
function typed({ controls }) {
  const values = {};
  for (const { block, element, read } of controls) (values[block.block_id] ??= {})[element.action_id] = read();
  return values;
}

async function send(view, ctx, submit) {
  if (submit.ariaBusy === "true" || say(ctx, ({ node }) => node.validationMessage)) return;
  submit.ariaBusy = true;
  const { ok, error, errors = {} } = await post("submit", { view_id: view.id, values: typed(ctx) });
  submit.ariaBusy = null;
  ctx.fail(ok ? "" : error);
  if (!say(ctx, ({ block }) => errors[block.block_id]) && ok) await refreshModal();
}

/** Puts what is wrong with each control beside its block, and goes to the first; false when nothing is. */
function say(ctx, wrong) {
  const found = ctx.controls.filter((control) => {
    const place = find("modal").querySelector(`[data-error="${CSS.escape(control.block.block_id)}"]`);
    if (place) place.textContent = wrong(control) ?? "";
    control.node.ariaInvalid = Boolean(place?.textContent);
    return place?.textContent;
  });
  const [first] = found.map(({ node }) => node.querySelector("input") ?? node);
  first?.focus();
  return found.length > 0;
}

export const refreshHome = oneAtATime(async () => {
  const { view, error } = await get("home");
  redraw(find("home"), [view, error], () => {
    if (!view) return [el("p", {}, error ?? `${store.state.app.name} has put nothing here yet. Ask it in Messages.`)];
    const ctx = surface(view);
    return [...drawBlocks(view.blocks, ctx), ctx.failure];
  });
});
