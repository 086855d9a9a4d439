// Block Kit's blocks as nodes, on every surface: messages, modals and Home.
import { chart } from "./charts.js";
import { el, nextId } from "./dom.js";
import { drawElement, isGroup, known } from "./elements.js";
import { markdown, plain, richText, textOf } from "./mrkdwn.js";
import { dataTable, table } from "./tables.js";

const DRAW = {
  section,
  actions: (block, ctx) => actions(block, ctx),
  context: (block, ctx) => context(block, ctx),
  input,
  image: (block, ctx) => image(block, ctx),
  card,
  context_actions: (block, ctx) => actions(block, ctx),
  header: (block, ctx) => el(`h${ctx.level}`, { class: "header" }, plain(block.text)),
  divider: () => el("hr"),
  markdown: (block, ctx) => el("div", { class: "markdown" }, markdown(block.text, ctx.level)),
  rich_text: (block) => el("div", { class: "words" }, richText(block)),
  table: (block) => table(block),
  data_table: (block) => dataTable(block),
  data_visualization: (block) => chart(block),
  alert: (block) => el("div", { class: `alert ${block.level ?? "default"}`, role: "note" }, textOf(block.text)),
  carousel: (block, ctx) => el("div", { class: "carousel", role: "group", "aria-label": "Cards", tabIndex: 0 }, block.elements.map((each) => card(each, ctx))),
  container,
};

/** `ctx`: {level of headings, press, fail, controls to fill, kept values}. A block it cannot draw is said to be there. */
export const drawBlocks = (blocks, ctx) => (blocks ?? []).map((block) => drawBlock(block, ctx));

function drawBlock(block, ctx) {
  try {
    const node = DRAW[block.type] ? DRAW[block.type](block, ctx) : unknown(block.type);
    node.classList.add("block");
    return node;
  } catch (error) {
    console.warn(`A ${block.type} block could not be drawn`, error);
    return unknown(block.type);
  }
}

const unknown = (type) => el("p", { class: "block unknown" }, `A “${type}” block: this page does not draw it.`);

function section(block, ctx) {
  const words = block.text && el("div", { class: "words" }, textOf(block.text));
  const fields = block.fields && el("div", { class: "fields" }, block.fields.map((field) => el("div", { class: "words" }, textOf(field))));
  const about = words?.textContent.slice(0, 80);
  const beside = block.accessory && el("div", { class: "accessory" }, piece(block.accessory, block, ctx, about));
  return el("div", { class: "section" }, el("div", { class: "grow" }, words, fields), beside);
}

/** An element where an image may stand too. */
function piece(element, block, ctx, about) {
  if (element.type === "image") return picture(element, "thumb");
  return known(element) ? drawElement(element, block, ctx, { about }) : unknown(element.type);
}

const actions = (block, ctx) => el("div", { class: "actions" }, block.elements.map((each) => piece(each, block, ctx)));

const context = (block) =>
  el("div", { class: "context" }, block.elements.map((each) =>
    each.type === "image" ? picture(each, "dot") : el("span", { class: "words" }, textOf(each)),
  ));

/** Only pictures that need nobody's server: the page asks nothing of the outside. Others are their words. */
function picture({ image_url: url = "", alt_text: alt = "" }, look) {
  const near = url.startsWith("data:image/") || new URL(url, location).origin === location.origin;
  return url && near ? el("img", { src: url, alt, class: look }) : el("span", { class: "no-picture" }, alt || "A picture");
}

const image = (block) =>
  el("figure", {}, block.title && el("figcaption", {}, plain(block.title)), picture(block, "picture"));

function input(block, ctx) {
  const { element } = block;
  const [id, hint, error] = [nextId(), nextId(), nextId()];
  const told = { id, "aria-describedby": block.hint ? `${hint} ${error}` : error };
  const words = [plain(block.label), block.optional && el("span", { class: "optional" }, " (optional)")];
  const group = isGroup(element);
  const name = group ? el("p", { class: "label", id: `${id}l` }, words) : el("label", { for: id }, words);
  const naming = group ? { ...told, "aria-labelledby": `${id}l` } : { ...told, "aria-required": block.optional ? null : "true" };
  const under = block.hint && el("p", { class: "hint", id: hint }, plain(block.hint));
  const wrong = el("p", { class: "failure", id: error, "data-error": block.block_id });
  const node = known(element) ? drawElement(element, block, ctx, naming) : unknown(element.type);
  return el("div", { class: "input" }, name, node, under, wrong);
}

function card(block, ctx) {
  const parts = [["title", "strong"], ["subtitle", "span"], ["body", "p"], ["subtext", "span"]];
  const words = parts.map(([part, tag]) => block[part] && el(tag, { class: `card-${part}` }, textOf(block[part])));
  return el("div", { class: "card" }, block.hero_image && picture(block.hero_image, "picture"), words, block.actions && actions({ ...block, elements: block.actions }, ctx));
}

function container(block, ctx) {
  const title = [el("strong", {}, block.rich_text_title ? richText(block.rich_text_title) : plain(block.title)), " ", el("span", { class: "hint" }, textOf(block.subtitle))];
  const inside = drawBlocks(block.child_blocks, ctx);
  if (!block.is_collapsible) return el("div", { class: "card" }, el("div", {}, title), inside);
  return el("details", { class: "card", open: !block.default_collapsed }, el("summary", {}, title), inside);
}
