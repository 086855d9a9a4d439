// The data_visualization block: bars, lines, areas and pies as SVG, with their figures in a table beneath.
import { el, svg } from "./dom.js";
import { sideways, table } from "./tables.js";

const [WIDE, HIGH, LEFT, TOP, BOTTOM] = [640, 260, 48, 12, 44];
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const cell = (text) => ({ type: "raw_text", text });

export function chart({ title, chart: { type, segments, series: given, axis_config: axis } }) {
  const labels = axis?.categories ?? segments.map((each) => each.label);
  const valueAt = (data, label) => data.find((point) => point.label === label)?.value ?? 0;
  const series = (given ?? [{ name: title, data: segments }]).map(({ name, data }) => (
    { name, values: labels.map((label) => valueAt(data, label)) }));
  const marks = segments ? slices(series[0].values) : plot(type, labels, series, axis);
  const about = { role: "img", "aria-label": `${title}: ${type} chart` };
  const shown = { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "chart", ...about };
  const keys = (segments ? labels : series.map((each) => each.name)).map((name, i) =>
    el("li", {}, el("span", { class: `key s${i % 6}` }), name));
  const rows = labels.map((label, i) => [label, ...series.map(({ values }) => number.format(values[i]))]);
  const figures = [[axis?.x_label ?? "Name", ...series.map((each) => each.name)], ...rows].map((row) => row.map(cell));
  const told = el("details", {}, el("summary", {}, "Figures"), table({ rows: figures }));
  const picture = [sideways({ "aria-label": title }, svg("svg", shown, marks)), el("ul", { class: "legend" }, keys)];
  return el("figure", {}, el("figcaption", {}, title), picture, told);
}

function plot(type, labels, series, axis) {
  const all = series.flatMap((each) => each.values);
  const step = roundStep((Math.max(0, ...all) - Math.min(0, ...all)) / 4 || 1);
  const [low, high] = [Math.floor(Math.min(0, ...all) / step), Math.ceil(Math.max(0, ...all) / step) || 1];
  const y = (value) => TOP + ((high * step - value) / (high - low) / step) * (HIGH - TOP - BOTTOM);
  const slot = (WIDE - LEFT) / labels.length;
  const x = (i) => LEFT + slot * (i + 0.5);
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => (low + i) * step);
  const draw = { line: trace, area: trace }[type] ?? bars;
  return [...ticks.flatMap((value) => rule(value, y)), ...names(labels, x, slot, axis),
    ...series.flatMap(({ values }, s) => draw(values, { x, y, slot, s, of: series.length, filled: type === "area" }))];
}

/** 1, 2 or 5 times a power of ten, not less than what is asked. */
function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((times) => times * power >= rough);
}

const write = (words, x, y, anchor = "middle") => svg("text", { x, y, "text-anchor": anchor }, words);

const rule = (value, y) => [
  svg("line", { x1: LEFT, x2: WIDE, y1: y(value), y2: y(value), class: value === 0 ? "axis" : "rule" }),
  write(number.format(value), LEFT - 8, y(value) + 4, "end"),
];

function names(labels, x, slot, { x_label: across = "", y_label: up = "" }) {
  const every = Math.ceil((Math.max(...labels.map((label) => label.length)) * 7) / slot);
  const under = labels.map((label, i) => write(i % every ? "" : label, x(i), HIGH - BOTTOM + 18));
  const turned = svg("g", { transform: `translate(12 ${HIGH / 2 - 16}) rotate(-90)` }, write(up, 0, 0));
  return [...under, write(across, (WIDE + LEFT) / 2, HIGH - 6), turned];
}

const bars = (values, { x, y, slot, s, of }) =>
  values.map((value, i) => {
    const width = (slot * 0.7) / of;
    const place = { x: x(i) - slot * 0.35 + width * s, y: Math.min(y(0), y(value)), width };
    return svg("rect", { ...place, height: Math.abs(y(value) - y(0)), class: `s${s % 6}` });
  });

function trace(values, { x, y, s, filled }) {
  const d = values.map((value, i) => `${i ? "L" : "M"}${x(i)} ${y(value)}`).join("");
  const under = svg("path", { d: `${d}L${x(values.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`, class: `under s${s % 6}` });
  const dots = values.map((value, i) => svg("circle", { cx: x(i), cy: y(value), r: 3.5, class: `s${s % 6}` }));
  return [...(filled ? [under] : []), svg("path", { d, class: `trace s${s % 6}` }), ...dots];
}

function slices(values) {
  const [cx, cy, r, total] = [WIDE / 2, HIGH / 2, HIGH / 2 - 10, values.reduce((sum, value) => sum + value, 0)];
  if (values.length === 1) return [svg("circle", { cx, cy, r, class: "s0" })];
  const edge = (turn) => `${cx + r * Math.sin(2 * Math.PI * turn)} ${cy - r * Math.cos(2 * Math.PI * turn)}`;
  let turned = 0;
  return values.map((value, i) => {
    const [from, share] = [turned, value / total];
    turned += share;
    const arc = `A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${edge(turned)}`;
    return svg("path", { d: `M${cx} ${cy}L${edge(from)}${arc}Z`, class: `s${i % 6}` });
  });
}
