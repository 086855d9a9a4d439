// Words with marks in them: Slack's mrkdwn and rich text, with their emoji codes, links and mentions, as nodes.
import { el } from "./dom.js";
import { conversationName, personName } from "./store.js";

const EMOJI = { red_circle: "🔴", large_orange_circle: "🟠", large_green_circle: "🟢", large_blue_circle: "🔵", "+1": "👍", warning: "⚠️" };
const STYLES = { "*": "strong", _: "em", "~": "s" };
const MARKS = new RegExp(
  [
    /<([^<>\n]+)>/, // a link, a mention, a date
    /`([^`\n]*[^`\n\u200b])`/,
    /(?<![\p{L}\p{N}])([*_~])(?=[^\s\u200b])(.*?[^\s\u200b])\3(?![\p{L}\p{N}])/, // a zero-width space takes marks away
    /(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"’”])/,
    /:[a-z0-9_+'-]+:/,
  ].map((part) => part.source).join("|"), "gu");

const decode = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const emoji = (text) => text.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => EMOJI[name] ?? whole);

/** The words of a text object alone: for labels, options and placeholders. */
export const plain = (text) => emoji(text?.text ?? "");

/** A text object: mrkdwn drawn, plain text as it stands. */
export const textOf = (text) => (text?.type === "mrkdwn" ? mrkdwn(text.text) : [plain(text)]);

export function mrkdwn(source) {
  const parts = (source ?? "").split(/```\n?([\s\S]+?)\n?```\n?/);
  return parts.flatMap((part, i) => (i % 2 ? el("pre", {}, decode(part)) : quoted(part)));
}

/** Runs of lines that begin with > become quotes; all else keeps its new lines. */
function quoted(text) {
  return text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m).flatMap((run, i) => (
    i % 2 ? el("blockquote", {}, inline(run.trimEnd().replace(/^(?:&gt;|>) ?/gm, ""))) : inline(run)));
}

function inline(text) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(MARKS)) {
    nodes.push(decode(text.slice(last, match.index)), marked(match));
    last = match.index + match[0].length;
  }
  return [...nodes, decode(text.slice(last))];
}

function marked([whole, angled, code, style, styled, url]) {
  if (angled) return reference(angled);
  if (code) return el("code", {}, decode(code));
  if (style) return el(STYLES[style], {}, inline(styled));
  return url ? link(decode(url), decode(url)) : emoji(whole);
}

function reference(inside) {
  const [target, words] = inside.split(/\|(.*)/s).map(decode);
  const name = target.slice(1);
  if (/^@[UWB]/.test(target)) return mention(`@${words || personName(name)}`);
  if (target.startsWith("#")) return mention(`#${words || conversationName(name)}`);
  if (target.startsWith("!date^")) return words ?? "";
  if (target.startsWith("!")) return mention(words || `@${name}`);
  return link(target, words || target.replace(/^(mailto|tel):/, ""));
}

const mention = (words) => el("span", { class: "mention" }, words);

/** Only what leads somewhere harmless becomes a link, in a tab of its own. */
function link(url, words) {
  if (!/^(https?|mailto|tel):/i.test(url)) return words;
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}

/** Rich text, lightly: its words, links, mentions and what is bold, each part on a line of its own. */
export function richText({ type, elements, text = "", url, user_id: user, style }) {
  if (elements) return el("div", { class: type }, elements.map(richText));
  const said = user ? reference(`@${user}`) : text || url || "";
  if (url) return link(url, said);
  return style?.bold ? el("strong", {}, said) : said;
}
