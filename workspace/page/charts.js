// The data_visualization block: bars, lines, areas and pies as SVG, with their figures in a table beside them.
import { el, svg } from "./dom.js";
import { sideways } from "./tables.js";

const [WIDE, HIGH, LEFT, TOP, BOTTOM] = [640, 260, 48, 12, 44];
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

export function chart({ title, chart: given }) {
  const pie = given.type === "pie";
  const labels = pie ? given.segments.map((each) => each.label) : given.axis_config.categories;
  const series = pie ? [{ name: title, values: given.segments.map((each) => each.value) }] : byCategory(given, labels);
  const picture = pie ? drawPie(series[0].values) : drawAxes(given, labels, series);
  const shape = { role: "img", "aria-label": `${title}: ${given.type} chart. Its figures are in the table below.` };
  const drawn = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "chart", ...shape }, picture);
  const names = pie ? labels.map((name, i) => `${name} ${number.format(series[0].values[i])}`) : series.map((each) => each.name);
  const figures = el("details", {}, el("summary", {}, "Figures"), sideways(`Figures: ${title}`, figuresOf(title, labels, series)));
  return el("figure", {}, el("figcaption", {}, title), drawn, legend(names), figures);
}

const byCategory = ({ series }, labels) =>
  series.map(({ name, data }) => ({
    name,
    values: labels.map((label) => data.find((point) => point.label === label)?.value ?? 0),
  }));

const legend = (names) =>
  el("ul", { class: "legend" }, names.map((name, i) => el("li", {}, el("span", { class: `key s${i % 6}` }), name)));

function figuresOf(title, labels, series) {
  const head = el("tr", {}, [" ", ...series.map((each) => each.name)].map((name) => el("th", { scope: "col" }, name)));
  const row = (label, i) =>
    el("tr", {}, el("th", { scope: "row" }, label), series.map(({ values }) => el("td", {}, number.format(values[i]))));
  const caption = el("caption", { class: "unseen" }, title);
  return el("table", {}, caption, el("thead", {}, head), el("tbody", {}, labels.map(row)));
}

function drawAxes({ type, axis_config: axis }, labels, series) {
  const all = series.flatMap((each) => each.values);
  const step = roundStep((Math.max(0, ...all) - Math.min(0, ...all)) / 4 || 1);
  const [low, high] = [Math.floor(Math.min(0, ...all) / step) * step, Math.ceil(Math.max(0, ...all) / step) * step || step];
  const y = (value) => TOP + ((high - value) / (high - low)) * (HIGH - TOP - BOTTOM);
  const slot = (WIDE - LEFT - 8) / labels.length;
  const x = (i) => LEFT + slot * (i + 0.5);
  const marks = { bar: bars, line: lines, area: areas }[type] ?? bars;
  return [...grid(low, high, step, y), ...names(labels, x, slot, axis), ...marks(series, x, y, slot)];
}

/** 1, 2 or 5 times a power of ten, not less than what is asked. */
function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((times) => times * power >= rough);
}

function grid(low, high, step, y) {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => low + i * step).flatMap((value) => [
    svg("line", { x1: LEFT, x2: WIDE - 8, y1: y(value), y2: y(value), class: value === 0 ? "axis" : "rule" }),
    svg("text", { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }, number.format(value)),
  ]);
}

function names(labels, x, slot, { x_label, y_label }) {
  const every = Math.ceil((Math.max(...labels.map((label) => label.length)) * 7) / slot);
  const kept = labels.map((label, i) => [label, i]).filter(([, i]) => i % every === 0);
  const at = (label, i) => svg("text", { x: x(i), y: HIGH - BOTTOM + 18, "text-anchor": "middle" }, label);
  const across = x_label && svg("text", { x: (WIDE + LEFT) / 2, y: HIGH - 6, "text-anchor": "middle" }, x_label);
  const up = y_label && svg("text", { transform: `translate(12 ${HIGH / 2 - 16}) rotate(-90)`, "text-anchor": "middle" }, y_label);
  return [...kept.map(([label, i]) => at(label, i)), ...[across, up].filter(Boolean)];
}

function bars(series, x, y, slot) {
  const width = (slot * 0.7) / series.length;
  return series.flatMap(({ values }, s) =>
    values.map((value, i) => {
      const place = { x: x(i) - slot * 0.35 + width * s, width: Math.max(1, width - 1) };
      return svg("rect", { ...place, y: Math.min(y(0), y(value)), height: Math.abs(y(value) - y(0)), class: `s${s % 6}` });
    }),
  );
}

const path = (values, x, y) => values.map((value, i) => `${i ? "L" : "M"}${x(i)} ${y(value)}`).join("");

const lines = (series, x, y) =>
  series.flatMap(({ values }, s) => [
    svg("path", { d: path(values, x, y), class: `trace s${s % 6}` }),
    ...values.map((value, i) => svg("circle", { cx: x(i), cy: y(value), r: 3.5, class: `s${s % 6}` })),
  ]);

const areas = (series, x, y) =>
  series.flatMap(({ values }, s) => [
    svg("path", { d: `${path(values, x, y)}L${x(values.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`, class: `fill s${s % 6}` }),
    svg("path", { d: path(values, x, y), class: `trace s${s % 6}` }),
  ]);

function drawPie(values) {
  const [cx, cy, r, total] = [WIDE / 2, HIGH / 2, HIGH / 2 - 10, values.reduce((sum, value) => sum + value, 0)];
  if (values.length === 1) return [svg("circle", { cx, cy, r, class: "s0" })];
  let turned = 0;
  const edge = () => `${cx + r * Math.sin(2 * Math.PI * turned)} ${cy - r * Math.cos(2 * Math.PI * turned)}`;
  return values.map((value, i) => {
    const from = edge();
    turned += value / total;
    return svg("path", { d: `M${cx} ${cy}L${from}A${r} ${r} 0 ${value / total > 0.5 ? 1 : 0} 1 ${edge()}Z`, class: `s${i % 6}` });
  });
}
