// Messages as a list: days, authors, blocks, threads; redrawn in place, and the new ones announced once.
import { drawBlocks } from "./blocks.js";
import { arrange, el, find, rememberFocus } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { post, store } from "./store.js";

const CLOSE = 5 * 60_000; // ms within which one author's next message goes without the name again
const london = (asked) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...asked });
const DAY = london({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const CLOCK = london({ hour: "numeric", minute: "2-digit", hour12: true });

const dayOf = (message) => DAY.format(new Date(message.at ?? message.time)).replace(",", "");
const hourOf = (message) => CLOCK.format(new Date(message.at ?? message.time)).replace(":00", "").replace(/\s/g, "");

/** Fills `scroller` with messages. `thread`: they are a thread's. Stays at the bottom only for those who are there. */
export function drawMessages(scroller, messages, { channel, thread = false, fresh = false, newFrom = null, empty = "" }) {
  const list = scroller.querySelector("ol") ?? scroller.appendChild(el("ol", { class: "messages" }));
  const low = fresh || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const restore = rememberFocus(list, () => scroller);
  const held = new Map([...list.children].map((node) => [node.drawnFrom, node]));
  const rows = messages.flatMap((message, i) => {
    const before = messages[i - 1];
    const day = before && dayOf(before) === dayOf(message) ? null : dayOf(message);
    const follows = !day && message.ts !== newFrom && goesOn(before, message);
    const parts = [[`day ${message.ts} ${day}`, day, () => divider(day)], [`new ${newFrom}`, message.ts === newFrom, newLine]];
    const whole = JSON.stringify([channel, message, follows]);
    return [...parts, [whole, true, () => drawMessage(message, { channel, thread, follows })]].filter((part) => part[1]);
  });
  if (!rows.length) rows.push([empty, true, () => el("li", { class: "empty" }, empty)]);
  arrange(list, rows.map(([key, , draw]) => held.get(key) ?? Object.assign(draw(), { drawnFrom: key })));
  restore();
  if (low) scroller.scrollTop = scroller.scrollHeight;
}

const divider = (day) => el("li", { class: "day" }, el("h3", {}, day));
const newLine = () => el("li", { class: "day new" }, "New");

function goesOn(before, message) {
  const near = before && new Date(message.time) - new Date(before.time) < CLOSE && hourOf(before) === hourOf(message);
  return near && before.user === message.user && !before.ephemeral && !message.ephemeral && !before.reply_count;
}

function drawMessage(message, { channel, thread, follows }) {
  const { author, ts } = message;
  const failure = el("p", { class: "failure", role: "alert" });
  const press = (what) => post("press", { channel, ts, ...what });
  const ctx = { level: 4, press, fail: (error) => (failure.textContent = error) };
  const time = el("time", { datetime: message.at ?? message.time }, hourOf(message));
  const who = [
    el("strong", {}, author.name), author.app && el("span", { class: "badge app" }, "App"),
    author.title && el("span", { class: "post" }, author.title), time,
  ];
  const avatar = el("span", { class: `avatar tint${tint(message.user)}`, "aria-hidden": true }, initials(author.name));
  const body = el("div", { class: "grow" },
    message.ephemeral && el("p", { class: "only" }, "Only visible to you"),
    el("p", { class: follows ? "who unseen" : "who" }, who),
    message.blocks?.length ? drawBlocks(message.blocks, ctx) : message.text && el("div", { class: "words" }, mrkdwn(message.text)),
    (message.attachments ?? []).map((each) => attachment(each, ctx)), (message.files ?? []).map(file),
    message.edited && el("span", { class: "hint" }, "(edited)"), failure, threadLink(message, thread));
  const look = `message${follows ? " follows" : ""}${message.ephemeral ? " private" : ""}`;
  return el("li", { class: look, "data-key": ts, tabIndex: -1 }, follows ? time.cloneNode(true) : avatar, body);
}

const initials = (name) => name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
const tint = (user) => [...(user ?? "")].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;

function attachment({ blocks, text, fallback, title, pretext }, ctx) {
  const words = [pretext, title, text ?? (blocks ? "" : fallback)].filter(Boolean).map((each) => el("div", { class: "words" }, mrkdwn(each)));
  return el("div", { class: "attachment" }, words, drawBlocks(blocks, ctx));
}

const file = ({ name, title, size, url_private: url }) =>
  el("p", { class: "file" }, url ? el("a", { href: url }, title || name) : title || name, size && ` ${Math.ceil(size / 1024)} KB`);

function threadLink(message, thread) {
  const { reply_count: count, ephemeral, ts } = message;
  if (thread || ephemeral) return null;
  const words = count ? `${count} ${count === 1 ? "reply" : "replies"}` : "Reply";
  const about = `${words} to ${message.author.name}, ${hourOf(message)}`;
  const open = () => (location.hash = new URLSearchParams({ as: store.route.as, in: store.route.in, thread: ts }));
  return el("button", { type: "button", class: count ? "replies" : "reply", "aria-label": about, "data-control": "thread", onclick: open }, words);
}

/** What a screen reader is told: each new or changed message of others, once. */
export function announce(messages, known) {
  const news = find("news");
  for (const message of messages) {
    const before = known.get(message.ts);
    known.set(message.ts, message.text);
    if (before === message.text || message.user === store.route.as) continue;
    const words = el("p", {}, mrkdwn(message.text)).textContent.slice(0, 400);
    news.append(el("p", {}, `${message.author.name}${before === undefined ? "" : ", changed"}: ${words}`));
  }
  while (news.childElementCount > 5) news.firstChild.remove();
}
