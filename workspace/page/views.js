// What an app opens: modals, one above the other, and its Home.
import { drawBlocks } from "./blocks.js";
import { el, find, nextId, rememberFocus } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { get, oneAtATime, post } from "./store.js";

let shown = null; // {view, ctx} of the modal on top

const told = (view, ctx) => ({ level: 3, controls: [], press: (what) => post("press_in_view", { view_id: view.id, ...what }), ...ctx });

export const refreshModal = oneAtATime(async () => {
  const { view, error } = await get("view");
  if (!error) drawModal(view);
});

function drawModal(view) {
  const dialog = find("modal");
  if (!view) {
    shown = null;
    return dialog.close();
  }
  if (JSON.stringify(view) === JSON.stringify(shown?.view)) return;
  const kept = shown?.view.id === view.id ? typed(shown.ctx) : {};
  const failure = el("p", { class: "failure", role: "alert" });
  const ctx = told(view, { kept, fail: (error) => (failure.textContent = error) });
  const restore = rememberFocus(dialog, () => find("modal-title"));
  const close = () => leave(view);
  const title = el("h2", { id: "modal-title", tabIndex: -1 }, plain(view.title));
  const cancel = el("button", { type: "button", class: "button", "data-control": "close", onclick: close }, plain(view.close) || "Cancel");
  const submit = view.submit && el("button", { class: "button primary", "data-control": "submit" }, plain(view.submit));
  const form = el("form", { novalidate: true },
    el("header", { class: "title" }, title, el("button", { type: "button", class: "plain", "aria-label": "Close the form", onclick: close }, "✕")),
    el("div", { class: "fill" }, drawBlocks(view.blocks, ctx)), failure, el("div", { class: "ends" }, cancel, submit));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(view, ctx, submit);
  });
  dialog.oncancel = (event) => {
    event.preventDefault();
    close();
  };
  const other = shown?.view.id !== view.id;
  shown = { view, ctx };
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  if (other) (form.querySelector(".fill :is(input, select, textarea, summary, button)") ?? title).focus();
  else restore();
}

async function leave(view) {
  await post("close", { view_id: view.id });
  await refreshModal();
}

/** What is in the form now: {block_id: {action_id: value}}. */
const typed = (ctx) =>
  ctx.controls.reduce((all, { block, element, read }) => {
    (all[block.block_id] ??= {})[element.action_id] = read();
    return all;
  }, {});

async function send(view, ctx, submit) {
  if (submit?.getAttribute("aria-busy") === "true") return;
  if (say(ctx, Object.fromEntries(ctx.controls.map((each) => [each.block.block_id, lacking(each)]).filter(([, wrong]) => wrong)))) return;
  submit?.setAttribute("aria-busy", "true");
  const answer = await post("submit", { view_id: view.id, values: typed(ctx) });
  submit?.removeAttribute("aria-busy");
  ctx.fail(answer.ok || Object.keys(answer.errors ?? {}).length ? "" : answer.error);
  if (!say(ctx, answer.errors ?? {})) await refreshModal();
}

/** The platform's own checks, as sentences. */
function lacking({ block, element, node, read }) {
  const value = read();
  if (block.type !== "input") return "";
  if (!value?.length) return block.optional ? "" : "This is needed: please fill it in.";
  const { min_length: least, max_length: most } = element;
  if (least && value.length < least) return `Please write at least ${least} characters.`;
  if (most && value.length > most) return `Please write at most ${most} characters.`;
  return node.validity?.valid === false ? node.validationMessage : "";
}

/** Puts each sentence beside its block and goes to the first; false when there is none. */
function say(ctx, errors) {
  let first = null;
  for (const { block, node } of ctx.controls) {
    const place = find("modal").querySelector(`[data-error="${CSS.escape(block.block_id)}"]`);
    if (!place) continue;
    place.textContent = errors[block.block_id] ?? "";
    node.setAttribute("aria-invalid", Boolean(errors[block.block_id]));
    if (errors[block.block_id]) first ??= node;
  }
  (first?.matches("input, select, textarea") ? first : first?.querySelector("input"))?.focus();
  return first !== null;
}

export const refreshHome = oneAtATime(async () => {
  const { view, error } = await get("home");
  const home = find("home");
  const restore = rememberFocus(home, () => home);
  if (error || !view) return home.replaceChildren(el("p", { class: "empty" }, error ?? "The app has put nothing on its Home yet."));
  if (home.dataset.drawn === JSON.stringify(view)) return;
  home.dataset.drawn = JSON.stringify(view);
  const failure = el("p", { class: "failure", role: "alert" });
  home.replaceChildren(...drawBlocks(view.blocks, told(view, { fail: (words) => (failure.textContent = words) })), failure);
  restore();
});
