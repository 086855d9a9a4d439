// The data_visualization block: bars and lines as SVG with their figures beneath; of other kinds the figures alone.
import { el, svg } from "./dom.js";
import { sideways, table } from "./tables.js";

const [WIDE, HIGH, LEFT, TOP, FLOOR] = [640, 240, 48, 12, 212];
const MARKS = { bar: bars, line };
const hue = (s) => 187 + s * 67;
const write = (words, x, y, anchor = "middle") => svg("text", { x, y, "text-anchor": anchor }, words);

export function chart({ title, chart: { type, segments, series: given, axis_config: axis } }) {
  const series = given ?? [{ name: title, data: segments }];
  const labels = axis?.categories ?? segments.map((each) => each.label);
  const at = (data, label) => data.find((point) => point.label === label)?.value ?? 0;
  const values = series.map(({ data }) => labels.map((label) => at(data, label)));
  const heading = [axis?.x_label ?? "Name", ...series.map((each) => each.name)];
  const rows = labels.map((label, i) => [label, ...values.map((each) => each[i])]);
  const figures = table({ rows: [heading, ...rows].map((row) => row.map((value) => ({ value }))) });
  const caption = el("figcaption", { class: "caption" }, title);
  if (!MARKS[type]) return el("figure", {}, caption, figures);
  const look = { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "chart", role: "img", "aria-label": `A ${type} chart` };
  const drawn = sideways({ "aria-label": title }, svg("svg", look, plot(MARKS[type], labels, values)));
  const keys = series.map(({ name }, s) => el("li", {}, el("span", { class: "key", hue: hue(s) }), name));
  const told = el("details", {}, el("summary", {}, "Figures"), figures);
  return el("figure", {}, caption, drawn, el("ul", { class: "legend" }, keys), told);
}

function plot(draw, labels, values) {
  const most = Math.max(1, ...values.flat());
  const slot = (WIDE - LEFT) / labels.length;
  const width = (slot * 0.7) / values.length;
  const x = (i) => LEFT + slot * (i + 0.5);
  const y = (value) => FLOOR - (Math.max(0, value) / most) * (FLOOR - TOP);
  const every = Math.ceil((Math.max(...labels.map((label) => label.length)) * 7) / slot);
  return [
    [0, most].map((value) => svg("line", { x1: LEFT, x2: WIDE, y1: y(value), y2: y(value) })),
    [0, most].map((value) => write(`${value}`, LEFT - 8, y(value) + 4, "end")),
    labels.map((label, i) => write(i % every ? "" : label, x(i), FLOOR + 18)),
    values.map((each, s) => svg("g", { hue: hue(s) }, draw(each, { x, y, width, left: width * s - slot * 0.35 }))),
  ];
}

function bars(values, { x, y, width, left }) {
  return values.map((value, i) => svg("rect", { x: x(i) + left, y: y(value), width, height: FLOOR - y(value) }));
}

function line(values, { x, y }) {
  const dots = values.map((value, i) => svg("circle", { cx: x(i), cy: y(value), r: 3.5 }));
  return [svg("polyline", { points: values.map((value, i) => `${x(i)},${y(value)}`).join(" ") }), dots];
}
