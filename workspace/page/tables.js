// The table and data_table blocks: real tables, scrolling in a region of their own, the second sorted and paged.
import { button, el, nextId } from "./dom.js";
import { richText } from "./mrkdwn.js";

const PAGE = 5; // rows, where a data_table does not say
const collator = new Intl.Collator("en-GB", { numeric: true });
const words = (cell) => String(cell.text ?? cell.value ?? "");
const drawn = (cell) => (cell.type === "rich_text" ? richText(cell) : words(cell));
const isNumber = (cell) => cell?.type === "raw_number";

export function table(block) {
  const [heading, ...rows] = block.rows;
  const look = heading.map((_, i) => lookOf(block.column_settings?.[i] ?? {}));
  const row = (tag) => (cells) => el("tr", {}, cells.map((cell, i) => el(tag, { class: look[i] }, drawn(cell))));
  const body = [el("thead", {}, row("th")(heading)), el("tbody", {}, rows.map(row("td")))];
  return sideways({ "aria-label": `Table: ${heading.map(words).join(", ")}` }, el("table", {}, body));
}

const lookOf = ({ align, is_wrapped }) => `${is_wrapped ? "" : "unwrapped "}align-${align ?? "left"}`;

/** Scrolls on its own, from the keyboard too. */
export const sideways = (name, inside) => el("div", { class: "sideways", role: "group", tabIndex: 0, ...name }, inside);

export function dataTable(block) {
  const [heading, ...rows] = block.rows;
  const numbers = heading.map((_, i) => rows.every((row) => isNumber(row[i])));
  const size = block.page_size ?? PAGE;
  const now = { column: 0, order: "none", page: 0 };
  const caption = el("caption", { id: nextId() }, block.caption);
  const heads = heading.map((cell, i) => sortable(cell, numbers[i], () => show(next(now, i))));
  const body = el("tbody");
  const place = el("span", { role: "status" });
  const turns = [["Previous", -1], ["Next", 1]].map(([label, by]) => {
    const turn = ({ target }) => target.ariaDisabled === "true" || show({ page: now.page + by });
    return button({ class: "plain", onclick: turn }, label);
  });

  function show(change) {
    const { column, order, page } = Object.assign(now, change);
    const ranked = order === "none" ? rows : [...rows].sort((a, b) => compare(a[column], b[column], order));
    const part = ranked.slice(page * size, (page + 1) * size);
    body.replaceChildren(...part.map((row) => dataRow(row, numbers, block.row_header_column_index ?? 0)));
    heads.forEach((head, i) => (head.ariaSort = i === column ? order : "none"));
    place.textContent = `${page * size + 1} to ${page * size + part.length} of ${rows.length}`;
    [turns[0].ariaDisabled, turns[1].ariaDisabled] = [page === 0, (page + 1) * size >= rows.length];
  }

  show({});
  const whole = el("table", { class: "data" }, caption, el("thead", {}, el("tr", {}, heads)), body);
  const paging = el("div", { class: "paging", role: "group", "aria-label": "Pages" }, turns[0], place, turns[1]);
  return el("div", {}, sideways({ "aria-labelledby": caption.id }, whole), rows.length > size && paging);
}

/** A heading pressed sorts by it, then the other way, then not at all. */
function next({ column, order }, pressed) {
  const after = { none: "ascending", ascending: "descending", descending: "none" };
  return { column: pressed, order: pressed === column ? after[order] : "ascending", page: 0 };
}

function sortable(cell, number, click) {
  const look = { scope: "col", class: number ? "align-right" : "" };
  return el("th", look, button({ class: "sort", onclick: click }, words(cell)));
}

const dataRow = (row, numbers, header) =>
  el("tr", {}, row.map((cell, i) => {
    const look = numbers[i] ? "align-right" : "";
    return i === header ? el("th", { scope: "row", class: look }, drawn(cell)) : el("td", { class: look }, drawn(cell));
  }));

function compare(a, b, order) {
  const [one, other] = order === "ascending" ? [a, b] : [b, a];
  if (isNumber(one) && isNumber(other)) return one.value - other.value;
  return collator.compare(el("p", {}, drawn(one)).textContent, el("p", {}, drawn(other)).textContent);
}
