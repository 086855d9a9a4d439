// The table and data_table blocks: real tables, scrolling in a region of their own, the second sorted and paged.
import { el, nextId } from "./dom.js";
import { richText } from "./mrkdwn.js";

const PAGE = 5; // rows, where a data_table does not say
const words = (cell) => String(cell.text ?? cell.value ?? "");
const drawn = (cell) => (cell.type === "rich_text" ? richText(cell) : words(cell));
const collator = new Intl.Collator("en-GB", { numeric: true });

/** A region that scrolls sideways on its own, reachable from the keyboard. */
export const sideways = (label, ...inside) =>
  el("div", { class: "sideways", role: "group", "aria-label": label, tabIndex: 0 }, inside);

export function table(block) {
  const [heading = [], ...rows] = block.rows ?? [];
  const look = heading.map((_, i) => classes(block.column_settings?.[i]));
  const head = el("tr", {}, heading.map((cell, i) => el("th", { scope: "col", class: look[i] }, drawn(cell))));
  const body = rows.map((row) => el("tr", {}, row.map((cell, i) => el("td", { class: look[i] }, drawn(cell)))));
  const label = `Table: ${heading.map(words).join(", ")}`;
  return sideways(label, el("table", {}, el("thead", {}, head), el("tbody", {}, body)));
}

const classes = (settings) =>
  [settings?.align && `align-${settings.align}`, settings?.is_wrapped ? "wrapped" : "unwrapped"].filter(Boolean).join(" ");

export function dataTable(block) {
  const [heading = [], ...rows] = block.rows ?? [];
  const numeric = heading.map((_, i) => rows.length > 0 && rows.every((row) => row[i]?.type === "raw_number"));
  const shown = { column: -1, order: "none", page: 0 };
  const size = block.page_size ?? PAGE;
  const body = el("tbody");
  const heads = heading.map((cell, i) => sortable(cell, numeric[i], () => sortBy(i)));
  const place = el("span", { role: "status" });
  const [back, on] = [turn("Previous", -1), turn("Next", 1)];
  const caption = el("caption", { id: nextId() }, block.caption ?? "Table");
  const region = el("div", { class: "sideways", role: "group", "aria-labelledby": caption.id, tabIndex: 0 });
  region.append(el("table", { class: "data" }, caption, el("thead", {}, el("tr", {}, heads)), body));

  function turn(label, by) {
    const click = () => {
      const to = shown.page + by;
      if (to >= 0 && to * size < rows.length) draw((shown.page = to));
    };
    return el("button", { type: "button", class: "plain", onclick: click }, label);
  }

  function sortBy(column) {
    const same = shown.column === column;
    shown.order = !same || shown.order === "none" ? "ascending" : shown.order === "ascending" ? "descending" : "none";
    shown.column = column;
    shown.page = 0;
    draw();
  }

  function draw() {
    const { column, order, page } = shown;
    const ranked = order === "none" ? rows : rows.toSorted((a, b) => compare(a[column], b[column], order));
    const part = ranked.slice(page * size, (page + 1) * size);
    body.replaceChildren(...part.map((row) => dataRow(row, numeric, block.row_header_column_index ?? 0)));
    heads.forEach((head, i) => head.setAttribute("aria-sort", i === column ? order : "none"));
    place.textContent = `${page * size + 1} to ${page * size + part.length} of ${rows.length}`;
    back.setAttribute("aria-disabled", page === 0);
    on.setAttribute("aria-disabled", (page + 1) * size >= rows.length);
  }

  draw();
  const paging = el("div", { class: "paging", role: "group", "aria-label": "Pages of the table" }, back, place, on);
  return el("div", { class: "data-table" }, region, rows.length > size && paging);
}

function sortable(cell, numeric, click) {
  const button = el("button", { type: "button", class: "sort", onclick: click }, words(cell));
  return el("th", { scope: "col", class: numeric ? "align-right" : "", "aria-sort": "none" }, button);
}

function dataRow(row, numeric, header) {
  const tag = (i) => (i === header ? ["th", { scope: "row" }] : ["td", {}]);
  return el("tr", {}, row.map((cell, i) => {
    const [name, attributes] = tag(i);
    return el(name, { ...attributes, class: numeric[i] ? "align-right" : "" }, drawn(cell));
  }));
}

function compare(a, b, order) {
  const way = order === "descending" ? -1 : 1;
  if (a.type === "raw_number" && b.type === "raw_number") return way * (a.value - b.value);
  const text = (cell) => (cell.type === "rich_text" ? el("p", {}, drawn(cell)).textContent : words(cell));
  return way * collator.compare(text(a), text(b));
}
