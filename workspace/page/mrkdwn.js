// Words with marks in them: Slack's mrkdwn, the markdown block, rich text, emoji codes, dates and mentions, as nodes.
import { el } from "./dom.js";
import { conversationName, me, personName } from "./store.js";

const EMOJI = Object.fromEntries(
  `red_circle=🔴 large_orange_circle=🟠 large_yellow_circle=🟡 large_green_circle=🟢 large_blue_circle=🔵 white_circle=⚪
  white_check_mark=✅ heavy_check_mark=✔️ x=❌ warning=⚠️ rotating_light=🚨 bell=🔔 calendar=📆 date=📅 clock9=🕘 eyes=👀
  hourglass_flowing_sand=⏳ wave=👋 +1=👍 thumbsup=👍 tada=🎉 memo=📝 paperclip=📎 mag=🔍 bar_chart=📊 link=🔗 lock=🔒
  chart_with_upwards_trend=📈 page_facing_up=📄 bulb=💡 question=❓ information_source=ℹ️ arrow_right=➡️ no_entry=⛔ smile=😄
  speech_balloon=💬 star=⭐ slightly_smiling_face=🙂 pray=🙏 clap=👏 pushpin=📌`.split(/\s+/).map((pair) => pair.split("=")),
);
const STYLES = { "*": "strong", _: "em", "~": "s" };
const MARKS = new RegExp(
  [
    /<([^<>\n]+)>/, // a link, a mention, a date
    /`([^`\n]*[^`\n\u200b])`/,
    /(?<![\p{L}\p{N}])([*_~])(?=[^\s\u200b])(.*?[^\s\u200b])\3(?![\p{L}\p{N}])/, // a zero-width space takes marks away
    /:([a-z0-9_+'-]+):/,
    /(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"])/,
  ].map((part) => part.source).join("|"), "gu");

const decode = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const emoji = (text) => text.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => EMOJI[name] ?? whole);

/** The words of a text object alone: for labels, options and placeholders. */
export const plain = (text) => emoji(text?.text ?? "");

/** A text object: mrkdwn drawn, plain text as it stands. */
export const textOf = (text) => (text?.type === "mrkdwn" ? mrkdwn(text.text, text.verbatim) : [plain(text)]);

export function mrkdwn(source, verbatim = false) {
  const parts = (source ?? "").split(/```\n?([\s\S]+?)\n?```\n?/);
  return parts.flatMap((part, i) => (i % 2 ? el("pre", {}, decode(part)) : quoted(part, verbatim)));
}

/** Runs of lines that begin with > become quotes; all else keeps its new lines. */
function quoted(text, verbatim) {
  return text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m).flatMap((run, i) => {
    if (!(i % 2)) return inline(run, verbatim);
    return el("blockquote", {}, inline(run.replace(/^(?:&gt;|>) ?/gm, "").replace(/\n$/, ""), verbatim));
  });
}

function inline(text, verbatim) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(MARKS)) {
    nodes.push(decode(text.slice(last, match.index)), marked(match, verbatim));
    last = match.index + match[0].length;
  }
  return [...nodes, decode(text.slice(last))];
}

function marked([whole, angled, code, style, styled, , url], verbatim) {
  if (angled) return reference(angled);
  if (code) return el("code", {}, decode(code));
  if (style) return el(STYLES[style], {}, inline(styled, verbatim));
  return url && !verbatim ? link(decode(url), decode(url)) : emoji(decode(whole));
}

function reference(inside) {
  const [target, words] = inside.split(/\|(.*)/s).map(decode);
  if (/^@[UWB]/.test(target)) return mention(`@${words || personName(target.slice(1))}`, target.slice(1) === me().id);
  if (target.startsWith("#")) return mention(`#${words || conversationName(target.slice(1))}`);
  if (target.startsWith("!date^")) return date(target.split("^"), words ?? "");
  if (target.startsWith("!")) return mention(words || `@${target.slice(1)}`);
  return link(target, words || target.replace(/^(mailto|tel):/, ""));
}

const mention = (words, mine = false) => el("span", { class: mine ? "mention mine" : "mention" }, words);

/** Only what leads somewhere harmless becomes a link, in a tab of its own. */
export function link(url, words) {
  if (!/^(https?|mailto|tel):/i.test(url)) return words;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}

function date([, seconds, format, url], fallback) {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.valueOf())) return fallback;
  const written = format.replace(/\{(date|time)(_\w+)?\}/g, (_, kind, form = "") => {
    const style = { _num: "short", _short: "medium", _long: "full", _long_pretty: "full" }[form] ?? "long";
    const asked = kind === "date" ? { dateStyle: style } : { timeStyle: form ? "medium" : "short" };
    return at.toLocaleString("en-GB", { ...asked, timeZone: "Europe/London" }).replace(",", "");
  });
  return url ? link(url, written) : el("time", { datetime: at.toISOString() }, written);
}

/** The markdown block, lightly: headings and lists as such, its other marks as mrkdwn's. */
export function markdown(source, level) {
  return source.split(/^```.*\n([\s\S]*?)\n?```$/m).flatMap((part, i) => {
    if (i % 2) return el("pre", {}, part);
    return part.split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m).map((run) => paragraph(run.trim(), level));
  });
}

function paragraph(run, level) {
  const item = /^\s*([-*•]|\d+[.)]) /;
  if (/^#+ /.test(run)) return el(`h${level}`, {}, fromMarkdown(run.replace(/^#+ /, "")));
  if (!item.test(run)) return el("p", {}, fromMarkdown(run));
  const items = run.split("\n").map((row) => el("li", {}, fromMarkdown(row.replace(item, ""))));
  return el(/^\d/.test(run) ? "ol" : "ul", {}, items);
}

function fromMarkdown(text) {
  const inert = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const linked = inert.replace(/!?\[([^\]\n]*)\]\(([^)\s]+)\)/g, "<$2|$1>").replaceAll("~~", "~");
  return mrkdwn(linked.replace(/\*\*|__|\*/g, (mark) => (mark === "*" ? "_" : "*")));
}

const RICH = { rich_text_quote: "blockquote", rich_text_preformatted: "pre", rich_text_section: "div" };

export function richText(block) {
  return (block.elements ?? []).map((part) => {
    if (part.type !== "rich_text_list") return el(RICH[part.type] ?? "div", {}, part.elements.map(richPiece));
    const items = part.elements.map((item) => el("li", {}, item.elements.map(richPiece)));
    return el(part.style === "ordered" ? "ol" : "ul", { class: `indent${part.indent ?? 0}` }, items);
  });
}

function richPiece(piece) {
  const styles = Object.entries({ bold: "strong", italic: "em", strike: "s", code: "code" });
  return styles.reduce((node, [style, tag]) => (piece.style?.[style] ? el(tag, {}, node) : node), richContent(piece));
}

function richContent(piece) {
  const targets = { user: `@${piece.user_id}`, channel: `#${piece.channel_id}`, broadcast: `!${piece.range}` };
  if (targets[piece.type]) return reference(targets[piece.type]);
  if (piece.type === "link") return link(piece.url, piece.text || piece.url);
  if (piece.type === "emoji") return emoji(`:${piece.name}:`);
  if (piece.type === "date") return date(["", piece.timestamp, piece.format, piece.url], piece.fallback ?? "");
  return piece.text ?? piece.value ?? "";
}
