// Block Kit's blocks as nodes, on every surface: messages, modals and Home.
import { chart } from "./charts.js";
import { el, nextId } from "./dom.js";
import { drawElement, isGroup, isKnown } from "./elements.js";
import { markdown, plain, richText, textOf } from "./mrkdwn.js";
import { dataTable, table } from "./tables.js";

const DRAW = {
  section,
  actions,
  context,
  input,
  card,
  container,
  table,
  data_table: dataTable,
  data_visualization: chart,
  context_actions: actions,
  header: (block, ctx) => el(`h${ctx.level}`, { class: "header" }, plain(block.text)),
  divider: () => el("hr"),
  image: (block) => el("figure", {}, el("figcaption", {}, plain(block.title)), picture(block, "picture")),
  markdown: (block, ctx) => el("div", { class: "words markdown" }, markdown(block.text, ctx.level)),
  rich_text: (block) => el("div", { class: "words" }, richText(block)),
  alert: (block) => el("div", { class: `alert ${block.level ?? ""}`, role: "note" }, textOf(block.text)),
  carousel: (block, ctx) => {
    const cards = block.elements.map((each) => card(each, ctx));
    return el("div", { class: "carousel", role: "group", "aria-label": "Cards", tabIndex: 0 }, cards);
  },
};

/** `ctx`: level of headings, press, fail; for forms, controls to add to and what was `kept`. */
export const drawBlocks = (blocks, ctx) => (blocks ?? []).map((block) => drawBlock(block, ctx));

/** A block that cannot be drawn is said to be there. */
function drawBlock(block, ctx) {
  let node;
  try {
    node = (DRAW[block.type] ?? unknown)(block, ctx);
  } catch (error) {
    console.warn(`A ${block.type} block could not be drawn`, error);
    node = unknown(block);
  }
  node.classList.add("block");
  return node;
}

const unknown = ({ type }) => el("p", { class: "unknown" }, `A “${type}”, which this page does not draw`);
const words = (text) => el("div", { class: "words" }, textOf(text));

function section(block, ctx) {
  const fields = block.fields && el("div", { class: "fields" }, block.fields.map(words));
  const body = el("div", { class: "grow" }, block.text && words(block.text), fields);
  return el("div", { class: "section" }, body, block.accessory && piece(block.accessory, block, ctx));
}

function piece(element, block, ctx, naming) {
  if (element.type === "image") return picture(element, "thumb");
  return isKnown(element) ? drawElement(element, block, ctx, naming) : unknown(element);
}

function actions(block, ctx) {
  return el("div", { class: "actions" }, block.elements.map((each) => piece(each, block, ctx)));
}

function context(block) {
  const parts = block.elements.map((each) => (each.text ? words(each) : picture(each, "dot")));
  return el("div", { class: "context" }, parts);
}

/** Only pictures that need nobody else's server: the page asks nothing of the outside. Others are their words. */
function picture({ image_url: url = "", alt_text: alt }, look) {
  const near = url.startsWith("data:image/") || (url && new URL(url, location).origin === location.origin);
  return near ? el("img", { src: url, alt, class: look }) : el("span", { class: "unknown" }, alt || "A picture");
}

function input(block, ctx) {
  const [id, hint, error, label] = [nextId(), nextId(), nextId(), nextId()];
  const told = { id, "aria-describedby": `${hint} ${error}` };
  const called = [plain(block.label), block.optional && el("span", { class: "hint" }, " (optional)")];
  const group = isGroup(block.element);
  const name = el(group ? "p" : "label", { class: "label", id: label, for: group ? null : id }, called);
  const naming = group ? { ...told, "aria-labelledby": label } : { ...told, "aria-required": !block.optional };
  const under = el("p", { class: "hint", id: hint }, plain(block.hint));
  const wrong = el("p", { class: "failure", id: error, "data-error": block.block_id });
  return el("div", { class: "input" }, name, piece(block.element, block, ctx, naming), under, wrong);
}

function card(block, ctx) {
  const parts = ["title", "subtitle", "body", "subtext"].map((part) => block[part] && words(block[part]));
  const picked = block.actions && actions({ ...block, elements: block.actions }, ctx);
  return el("div", { class: "card" }, block.hero_image && picture(block.hero_image, "picture"), parts, picked);
}

function container(block, ctx) {
  const title = el("strong", {}, block.rich_text_title ? richText(block.rich_text_title) : plain(block.title));
  const inside = [block.subtitle && words(block.subtitle), drawBlocks(block.child_blocks, ctx)];
  if (!block.is_collapsible) return el("div", { class: "card" }, title, inside);
  return el("details", { class: "card", open: !block.default_collapsed }, el("summary", {}, title), inside);
}
