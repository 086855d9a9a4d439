// The data_visualization block: bars and lines as SVG with their figures beneath; of other kinds the figures alone.
import { el, svg } from "./dom.js";
import { sideways, table } from "./tables.js";

const [WIDE, LEFT, RIGHT, TOP, FLOOR] = [640, 40, 28, 12, 212];
const [LETTER, LEAN, LEAST] = [6.5, 35, 14]; // pixels a letter, degrees that crowded names lean, a bar that holds a figure
const MARKS = { bar: bars, line };
const COLOURS = new Set(["red", "amber", "green", "blue", "grey"]);
const write = (words, at, more = {}) => svg("text", { "text-anchor": "middle", ...at, ...more }, words);

/** Slack has a palette of its own. Here a series that is called as a colour has that colour. */
const look = (name, s) =>
  COLOURS.has(name.toLowerCase()) ? { "data-colour": name.toLowerCase() } : { hue: 187 + s * 67 };

export function chart({ title, chart: { type, segments, series: given, axis_config: axis } }) {
  const series = given ?? [{ name: title, data: segments }];
  const labels = axis?.categories ?? segments.map((each) => each.label);
  const at = (data, label) => data.find((point) => point.label === label)?.value ?? 0;
  const drawn = series.map(({ name, data }, s) =>
    ({ name, look: look(name, s), values: labels.map((label) => at(data, label)) }));
  const heading = [axis?.x_label ?? "Name", ...series.map((each) => each.name)];
  const rows = labels.map((label, i) => [label, ...drawn.map(({ values }) => values[i])]);
  const figures = table({ rows: [heading, ...rows].map((row) => row.map((value) => ({ value }))) });
  const caption = el("figcaption", { class: "caption" }, title);
  if (!MARKS[type]) return el("figure", {}, caption, figures);
  const keys = drawn.map((each) => el("li", {}, el("span", { class: "key", ...each.look }), each.name));
  const told = el("details", {}, el("summary", {}, "Figures"), figures);
  const whole = sideways({ "aria-label": title }, plot(type, labels, drawn));
  return el("figure", {}, caption, whole, el("ul", { class: "legend" }, keys), told);
}

function plot(type, labels, series) {
  const slot = (WIDE - LEFT - RIGHT) / labels.length;
  const x = (i) => LEFT + slot * (i + 0.5);
  const heights = type === "bar" ? labels.map((_, i) => sum(series.map(({ values }) => values[i]))) : [];
  const ticks = scale(Math.max(1, ...heights, ...series.flatMap(({ values }) => values)));
  const y = (value) => FLOOR - (Math.max(0, value) / ticks.at(-1)) * (FLOOR - TOP);
  const [names, high] = type === "bar" ? every(labels, x, slot) : some(labels, x, slot);
  const frame = { viewBox: `0 0 ${WIDE} ${high}`, class: "chart", role: "img", "aria-label": `A ${type} chart` };
  return svg("svg", frame,
    ticks.map((value) => svg("line", { x1: LEFT, x2: WIDE - RIGHT, y1: y(value), y2: y(value) })),
    ticks.map((value) => write(`${value}`, { x: LEFT - 8, y: y(value) + 4 }, { "text-anchor": "end" })),
    names, MARKS[type](labels, series, { x, y, slot }));
}

const sum = (values) => values.reduce((all, value) => all + Math.max(0, value), 0);

/** Round numbers from nothing to the most or just above, five of them or so. */
function scale(most) {
  const rough = most / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, size * [1, 2, 5, 10].find((times) => times * size >= rough));
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

const length = (labels) => Math.max(...labels.map((label) => label.length)) * LETTER;

/** Things by name: each has its name, leaning where they are crowded. */
function every(labels, x, slot) {
  const leans = length(labels) > slot;
  const fall = length(labels) * Math.sin((LEAN * Math.PI) / 180);
  const names = labels.map((label, i) => leans
    ? write(label, { x: x(i) + 4, y: FLOOR + 14 }, { "text-anchor": "end", transform: `rotate(-${LEAN} ${x(i) + 4} ${FLOOR + 14})` })
    : write(label, { x: x(i), y: FLOOR + 18 }));
  return [names, FLOOR + (leans ? Math.ceil(fall) + 24 : 28)];
}

/** Days in a row: as many as do not touch, the last among them. */
function some(labels, x, slot) {
  const step = Math.ceil((length(labels) + LETTER) / slot);
  const names = labels.map((label, i) => write((labels.length - 1 - i) % step ? "" : label, { x: x(i), y: FLOOR + 18 }));
  return [names, FLOOR + 28];
}

/** One on the other: how high they are is how many there are in all. */
function bars(labels, series, { x, y, slot }) {
  const width = Math.min(slot * 0.7, 48);
  return labels.map((label, i) => {
    let below = 0;
    return series.map(({ name, look, values }) => {
      const [from, value] = [below, Math.max(0, values[i])];
      below += value;
      const [top, height] = [y(below), y(from) - y(below)];
      const told = svg("title", {}, `${label}: ${name} ${values[i]}`);
      const fits = height >= LEAST && `${values[i]}`.length * (LETTER + 2) <= width;
      const figure = fits && write(`${values[i]}`, { x: x(i), y: top + height / 2 + 4 }, { class: "figure" });
      return value > 0 && svg("g", look, svg("rect", { x: x(i) - width / 2, y: top, width, height }, told), figure);
    });
  });
}

/** The last point says its figure: it is what is asked for. */
function line(labels, series, { x, y }) {
  return series.map(({ name, look, values }) => {
    const told = (i) => svg("title", {}, `${labels[i]}: ${name} ${values[i]}`);
    const dots = values.map((value, i) => svg("circle", { cx: x(i), cy: y(value), r: 3.5 }, told(i)));
    const end = values.length - 1;
    const last = write(`${values[end]}`, { x: x(end) + 8, y: y(values[end]) + 4 }, { "text-anchor": "start" });
    return svg("g", look, svg("polyline", { points: values.map((value, i) => `${x(i)},${y(value)}`).join(" ") }), dots, last);
  });
}
