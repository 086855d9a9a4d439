// The table and data_table blocks: real tables, scrolling in a region of their own, the second sorted and paged.
import { button, el } from "./dom.js";
import { richText } from "./mrkdwn.js";

const PAGE = 5; // rows, where a data_table does not say
const FITS = [[18, "short"], [24, "middling"], [Infinity, "long"]]; // a column by its longest words: a date is short
const AFTER = { none: "ascending", ascending: "descending", descending: "none" }; // a heading pressed again
const collator = new Intl.Collator("en-GB", { numeric: true });
const words = (cell) => String(cell.text ?? cell.value ?? "");
const drawn = (cell) => (cell.type === "rich_text" ? richText(cell) : words(cell));
const isNumber = (cell) => cell?.type === "raw_number";
const isFigure = (cell) => isNumber(cell) && /^\W*(\d[\d,.]*)?\W*$/.test(words(cell)); // a date may be a number too
const length = (cell) => (cell ? el("p", {}, drawn(cell)).textContent.length : 0);

/** Scrolls on its own, from the keyboard too. */
export const sideways = (name, inside) => el("div", { class: "sideways", role: "group", tabIndex: 0, ...name }, inside);

/** The plain one has neither caption, order nor pages. */
export const table = (block) =>
  drawTable({ ...block, page_size: block.rows.length, row_header_column_index: -1 }, (cell) => drawn(cell));

export const dataTable = (block) =>
  drawTable(block, (cell, sort) => button({ class: "sort", onclick: sort }, words(cell)));

const drawRow = (row, look, header) => el("tr", {}, row.map((cell, i) =>
  el(i === header ? "th" : "td", { scope: i === header && "row", class: look[i] }, drawn(cell))));

function drawTable(block, drawHead) {
  const { rows: [heading, ...rows], caption, page_size: size = PAGE, row_header_column_index: header = 0 } = block;
  const aligned = (i) => block.column_settings?.[i]?.align ?? (rows.every((row) => isFigure(row[i])) && "right");
  const widest = (i) => Math.max(...block.rows.map((row) => length(row[i])));
  const fit = (i) => FITS.find(([most]) => widest(i) <= most)[1];
  const look = heading.map((_, i) => `align-${aligned(i)} ${fit(i)} ${i === header ? "held" : ""}`);
  const now = { column: 0, order: "none", page: 0 };
  const sort = (i) => show({ column: i, order: now.column === i ? AFTER[now.order] : "ascending", page: 0 });
  const heads = heading.map((cell, i) => el("th", { scope: "col", class: look[i] }, drawHead(cell, () => sort(i))));
  const body = el("tbody");
  const place = el("span", { role: "status" });
  const turn = (by) => ({ target }) => target.ariaDisabled === "true" || show({ page: now.page + by });
  const back = button({ class: "plain", onclick: turn(-1) }, "Previous");
  const on = button({ class: "plain", onclick: turn(1) }, "Next");

  function show(change) {
    const { column, order, page } = Object.assign(now, change);
    const ranked = order === "none" ? rows : [...rows].sort((a, b) => compare(a[column], b[column], order));
    const [from, to] = [page * size, Math.min((page + 1) * size, rows.length)];
    body.replaceChildren(...ranked.slice(from, to).map((row) => drawRow(row, look, header)));
    heads.forEach((head, i) => (head.ariaSort = i === column ? order : "none"));
    place.textContent = `${from + 1} to ${to} of ${rows.length}`;
    [back.ariaDisabled, on.ariaDisabled] = [from === 0, to === rows.length];
  }

  show({});
  const name = { "aria-label": caption ?? `Table: ${heading.map(words).join(", ")}` };
  const whole = el("table", name, el("thead", {}, el("tr", {}, heads)), body);
  const paging = el("div", { class: "paging", role: "group", "aria-label": "Pages" }, back, place, on);
  const title = caption && el("p", { class: "caption" }, caption);
  return el("div", {}, title, sideways(name, whole), rows.length > size && paging);
}

function compare(a, b, order) {
  const [one, other] = order === "ascending" ? [a, b] : [b, a];
  if (isNumber(one) && isNumber(other)) return one.value - other.value;
  return collator.compare(el("p", {}, drawn(one)).textContent, el("p", {}, drawn(other)).textContent);
}
