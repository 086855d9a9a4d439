// Block Kit's blocks as nodes, on every surface: messages, modals and Home.
import { chart } from "./charts.js";
import { el, nextId } from "./dom.js";
import { drawElement, isKnown } from "./elements.js";
import { plain, richText, textOf } from "./mrkdwn.js";
import { dataTable, table } from "./tables.js";

const words = (...given) => el("div", { class: "words" }, given);
const DRAW = {
  section, actions, context, input, table,
  data_table: dataTable,
  data_visualization: chart,
  header: (block, ctx) => el(`h${ctx.level}`, { class: "header" }, plain(block.text)),
  divider: () => el("hr"),
  image: (block) => el("figure", {}, el("figcaption", { class: "caption" }, plain(block.title)), picture(block)),
  markdown: (block) => words(block.text),
  rich_text: (block) => words(richText(block)),
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

function section(block, ctx) {
  const fields = block.fields?.map((each) => words(textOf(each)));
  const body = el("div", { class: "grow" }, words(textOf(block.text)), el("div", { class: "fields" }, fields ?? []));
  return el("div", { class: "section" }, body, block.accessory && piece(block.accessory, block, ctx));
}

function piece(element, block, ctx, naming) {
  if (element.type === "image") return picture(element);
  return isKnown(element) ? drawElement(element, block, ctx, naming) : unknown(element);
}

function actions(block, ctx) {
  return el("div", { class: "actions" }, block.elements.map((each) => piece(each, block, ctx)));
}

function context(block) {
  const parts = block.elements.map((each) => (each.text ? words(textOf(each)) : picture(each)));
  return el("div", { class: "context" }, parts);
}

/** Only pictures that need nobody else's server: the page asks nothing of the outside. Others are their words. */
function picture({ image_url: url = "", alt_text: alt }) {
  const near = url.startsWith("data:image/") || (url && new URL(url, location).origin === location.origin);
  return near ? el("img", { src: url, alt }) : el("span", { class: "unknown" }, alt || "A picture");
}

function input(block, ctx) {
  const id = nextId();
  const [label, hint, error] = ["label", "hint", "error"].map((part) => `${id}-${part}`);
  const naming = { id, "aria-labelledby": label, "aria-describedby": `${hint} ${error}` };
  return el("div", { class: "input" },
    el("label", { id: label, for: id }, plain(block.label), block.optional && " (optional)"),
    piece(block.element, block, ctx, naming),
    el("p", { class: "hint", id: hint }, plain(block.hint)),
    el("p", { class: "failure", id: error, "data-error": block.block_id }));
}
