// Words with marks in them: Slack's mrkdwn, the markdown block, emoji codes, dates and mentions, as nodes.
import { el } from "./dom.js";
import { conversationName, me, personName } from "./store.js";

const EMOJI = Object.fromEntries(
  `red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 white_circle ⚪
  black_circle ⚫ white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ warning ⚠️ rotating_light 🚨
  bell 🔔 calendar 📆 date 📅 clock9 🕘 alarm_clock ⏰ hourglass_flowing_sand ⏳ eyes 👀 wave 👋 +1 👍 thumbsup 👍 -1 👎
  thumbsdown 👎 tada 🎉 memo 📝 pencil 📝 paperclip 📎 mag 🔍 bar_chart 📊 chart_with_upwards_trend 📈 page_facing_up 📄
  chart_with_downwards_trend 📉 link 🔗 lock 🔒 bulb 💡 question ❓ exclamation ❗ information_source ℹ️ arrow_right ➡️
  arrow_up ⬆️ arrow_down ⬇️ no_entry ⛔ speech_balloon 💬 inbox_tray 📥 star ⭐ smile 😄 slightly_smiling_face 🙂
  pray 🙏 raised_hands 🙌 clap 👏 thinking_face 🤔 heart ❤️ fire 🔥 pushpin 📌 zzz 💤 office 🏢 hospital 🏥`
    .split(/\s+/)
    .reduce((pairs, word, i, words) => (i % 2 ? [...pairs, [words[i - 1], word]] : pairs), []),
);
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const STYLES = { "*": "strong", _: "em", "~": "s" };
const MRKDWN =
  /<([^<>\n]+)>|`([^`\n]*[^`\n\u200b])`|(?<![\p{L}\p{N}])([*_~])(?=[^\s\u200b])(.*?[^\s\u200b])\3(?![\p{L}\p{N}])|:([a-z0-9_+'-]+):|(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"])/gu;
const MARKDOWN =
  /!?\[([^\]\n]*)\]\(([^)\s]+)\)|`([^`\n]+)`|(\*\*|__|~~|\*|(?<!\w)_)(?=\S)(.*?\S)\4|:([a-z0-9_+'-]+):/gu;
const MARKDOWN_STYLES = { "**": "strong", __: "strong", "~~": "s", "*": "em", _: "em" };

const decode = (text) => text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]);
const emoji = (name, whole) => (EMOJI[name] ? EMOJI[name] : whole);

/** A text object of Block Kit: mrkdwn drawn, plain text as it stands but for emoji codes. */
export function textOf(text) {
  if (!text) return [];
  if (typeof text === "string") return [text];
  return text.type === "mrkdwn" ? mrkdwn(text.text, text.verbatim) : [plain(text)];
}

/** The words alone: for labels, options and placeholders. */
export const plain = (text) => (text?.text ?? "").replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emoji(name, whole));

export function mrkdwn(source, verbatim = false) {
  return (source ?? "").split(/```\n?([\s\S]+?)\n?```/).flatMap((part, i) => {
    if (i % 2) return [el("pre", { tabIndex: 0 }, decode(part))];
    return lines(part, (text) => inline(text, verbatim));
  });
}

/** Runs of lines that begin with > become quotes; all else keeps its new lines. */
function lines(text, draw) {
  const runs = text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m);
  return runs.flatMap((run, i) => {
    if (!(i % 2)) return draw(run.replace(/^\n(?=[\s\S])/, i ? "" : "\n"));
    return [el("blockquote", {}, draw(run.replace(/^(?:&gt;|>) ?/gm, "").replace(/\n$/, "")))];
  });
}

function inline(text, verbatim) {
  return matched(text, MRKDWN, ([whole, angled, code, style, styled, name, url]) => {
    if (angled) return reference(angled);
    if (code) return el("code", {}, decode(code));
    if (style) return el(STYLES[style], {}, inline(styled, verbatim));
    if (url) return verbatim ? decode(whole) : link(decode(url), decode(url));
    return emoji(name, whole);
  });
}

/** The text between matches decoded, each match drawn by `draw`. */
function matched(text, pattern, draw, clean = decode) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(clean(text.slice(last, match.index)), draw(match));
    last = match.index + match[0].length;
  }
  return [...nodes, clean(text.slice(last))];
}

function reference(inside) {
  const [target, words] = inside.split(/\|(.*)/s);
  if (/^@[UWB]/.test(target)) return mention(target.slice(1), words);
  if (target.startsWith("#")) return el("span", { class: "mention" }, `#${words || conversationName(target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target.split("^"), decode(words ?? ""));
  if (/^!(here|channel|everyone)/.test(target)) return el("span", { class: "mention" }, `@${target.slice(1)}`);
  if (target.startsWith("!")) return decode(words ?? target);
  return link(decode(target), decode(words || target.replace(/^(mailto|tel):/, "")));
}

export const mention = (id, words) =>
  el("span", { class: id === me().id ? "mention mine" : "mention" }, `@${words || personName(id)}`);

/** Only what leads somewhere harmless becomes a link, in a tab of its own. */
export function link(url, words) {
  if (!/^(https?|mailto|tel):/i.test(url)) return words;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}

const LONG = { day: "numeric", month: "long", year: "numeric" };
const CLOCK = { hour: "numeric", minute: "2-digit", hour12: true };
const PARTS = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: LONG,
  date_short: { day: "numeric", month: "short", year: "numeric" },
  date_long: { weekday: "long", ...LONG },
  time: CLOCK,
  time_secs: { ...CLOCK, second: "2-digit" },
};

function date([, seconds, format, url], fallback) {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.valueOf())) return fallback;
  const written = format.replace(/\{(\w+)\}/g, (whole, token) => {
    const asked = PARTS[token.replace(/_pretty$/, "")] ?? (token === "ago" ? LONG : null);
    return asked ? at.toLocaleString("en-GB", { ...asked, timeZone: "Europe/London" }) : whole;
  });
  const shown = el("time", { datetime: at.toISOString() }, written);
  return url ? el("span", {}, link(url, written)) : shown;
}

/** The markdown block, lightly: fences, headings, lists, quotes and paragraphs. */
export function markdown(source, level) {
  return (source ?? "").split(/^```[^\n]*\n([\s\S]*?)\n?```$/m).flatMap((part, i) => {
    if (i % 2) return [el("pre", { tabIndex: 0 }, part)];
    return part.split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m).filter((run) => run.trim()).map((run) => paragraph(run.trim(), level));
  });
}

function paragraph(run, level) {
  const heading = run.match(/^(#{1,6}) (.*)/);
  if (heading) return el(`h${Math.min(6, level)}`, {}, inMarkdown(heading[2]));
  const rows = run.split("\n");
  if (rows.every((row) => row.startsWith(">"))) {
    return el("blockquote", {}, inMarkdown(rows.map((row) => row.replace(/^> ?/, "")).join("\n")));
  }
  const start = rows.findIndex((row) => /^\s*([-*•]|\d+[.)]) /.test(row));
  if (start < 0) return el("p", {}, inMarkdown(run));
  const items = rows.slice(start).map((row) => el("li", {}, inMarkdown(row.replace(/^\s*([-*•]|\d+[.)]) /, ""))));
  const list = el(/^\s*\d/.test(rows[start]) ? "ol" : "ul", {}, items);
  return start ? el("div", {}, el("p", {}, inMarkdown(rows.slice(0, start).join("\n"))), list) : list;
}

function inMarkdown(text) {
  return matched(text, MARKDOWN, ([whole, words, url, code, style, styled, name]) => {
    if (url) return whole.startsWith("!") ? words : link(url, words);
    if (code) return el("code", {}, code);
    if (style) return el(MARKDOWN_STYLES[style], {}, inMarkdown(styled));
    return emoji(name, whole);
  }, (rest) => rest);
}

const RICH = { rich_text_quote: "blockquote", rich_text_section: "div" };

export function richText(block) {
  return (block.elements ?? []).map((part) => {
    if (part.type === "rich_text_list") return richList(part);
    if (part.type === "rich_text_preformatted") return el("pre", { tabIndex: 0 }, part.elements.map(richPiece));
    return el(RICH[part.type] ?? "div", {}, (part.elements ?? []).map(richPiece));
  });
}

function richList({ style, elements, indent = 0, offset = 0 }) {
  const items = elements.map((item) => el("li", {}, item.elements.map(richPiece)));
  const place = { class: `indent${Math.min(indent, 5)}`, start: offset ? offset + 1 : null };
  return el(style === "ordered" ? "ol" : "ul", place, items);
}

function richPiece(piece) {
  const { bold, italic, strike, code } = piece.style ?? {};
  const styles = [[bold, "strong"], [italic, "em"], [strike, "s"], [code, "code"]];
  return styles.reduce((node, [on, tag]) => (on ? el(tag, {}, node) : node), richContent(piece));
}

function richContent(piece) {
  switch (piece.type) {
    case "text": return piece.text;
    case "link": return link(piece.url, piece.text || piece.url);
    case "user": return mention(piece.user_id);
    case "channel": return reference(`#${piece.channel_id}`);
    case "broadcast": return reference(`!${piece.range}`);
    case "emoji": return EMOJI[piece.name] ?? `:${piece.name}:`;
    case "date": return date(["", piece.timestamp, piece.format, piece.url], piece.fallback ?? "");
    default: return piece.text ?? piece.value ?? "";
  }
}
