// Messages as a list: days, authors, blocks, threads; redrawn in place, and the new ones announced once.
import { drawBlocks } from "./blocks.js";
import { arrange, button, el, find, rememberFocus } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { post, store } from "./store.js";

const CLOSE = 5 * 60_000; // ms within which one author's next message goes without the name again
const NEAR = 80; // px from the end that still count as being there
const london = (asked) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...asked });
const DAY = london({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const CLOCK = london({ hour: "numeric", minute: "2-digit", hour12: true });

const when = (message) => new Date(message.at ?? message.time);
const dayOf = (message) => DAY.format(when(message)).replace(",", "");
const hourOf = (message) => CLOCK.format(when(message)).replace(":00", "").replace(/\s/g, "");

/** Fills `scroller`. `place`: {channel, thread?, fresh: just opened, newFrom: ts of the first unread, empty: words}. */
export function drawMessages(scroller, messages, place) {
  const list = scroller.querySelector("ol") ?? makeList(scroller);
  const restore = rememberFocus(list, scroller);
  const held = new Map([...list.children].map((node) => [node.drawnFrom, node]));
  const seen = new Set([...list.children].map((node) => node.dataset.key));
  const rows = messages.flatMap((message, i) => rowsOf(message, messages[i - 1], place));
  if (!rows.length) rows.push([place.empty, () => el("li", { class: "empty" }, place.empty)]);
  arrange(list, rows.map(([key, draw]) => held.get(key) ?? Object.assign(draw(), { drawnFrom: key })));
  restore();
  const added = messages.filter((each) => !seen.has(each.ts));
  const own = added.some((each) => each.ephemeral || each.user === store.route.as);
  if (place.fresh) showEnd(scroller, place.newFrom);
  else if (added.length && (scroller.low || own)) showEnd(scroller, added[0].ts);
}

const atEnd = (scroller) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;

function makeList(scroller) {
  scroller.addEventListener("scroll", () => (scroller.low = atEnd(scroller)));
  new ResizeObserver(() => scroller.low && showEnd(scroller)).observe(scroller);
  return scroller.appendChild(el("ol", { class: "messages" }));
}

/** The end, unless the first of the new messages would then be above the top. */
function showEnd(scroller, from) {
  const first = from && scroller.querySelector(`[data-key="${from}"]`);
  scroller.scrollTop = first ? Math.min(scroller.scrollHeight, first.offsetTop - NEAR / 2) : scroller.scrollHeight;
  scroller.low = atEnd(scroller);
}

/** What stands for a message: [key of what it is drawn from, how], after a day or a mark of its own. */
function rowsOf(message, before, { channel, thread, newFrom }) {
  const day = before && dayOf(before) === dayOf(message) ? null : dayOf(message);
  const follows = !day && message.ts !== newFrom && goesOn(before, message);
  const key = JSON.stringify([channel, follows, { ...message, unread: null, latest_reply: null }]);
  return [
    day && [`${day} ${message.ts}`, () => el("li", { class: "day" }, el("h3", {}, day))],
    message.ts === newFrom && [`new ${newFrom}`, () => el("li", { class: "day new" }, "New")],
    [key, () => drawMessage(message, { channel, thread, follows })],
  ].filter(Boolean);
}

const goesOn = (before, message) =>
  before.user === message.user && !before.ephemeral && !message.ephemeral && !before.reply_count &&
  hourOf(before) === hourOf(message) && new Date(message.time) - new Date(before.time) < CLOSE;

function drawMessage(message, { channel, thread, follows }) {
  const { author, ts, user, blocks, text, ephemeral, edited, attachments, files } = message;
  const failure = el("p", { class: "failure", role: "alert" });
  const press = (what) => post("press", { channel, ts, ...what });
  const ctx = { level: 4, press, fail: (why) => (failure.textContent = why) };
  const title = el("span", { class: author.app ? "app" : "hint" }, author.app ? "App" : author.title);
  const time = el("time", { class: "hint", datetime: when(message).toISOString() }, hourOf(message));
  const colour = `tint${author.app ? "" : tint(user)}`;
  const avatar = el("span", { class: `avatar ${colour}`, "aria-hidden": "true" }, initials(author.name));
  const look = `message${follows ? " follows" : ""}${ephemeral ? " private" : ""}`;
  return el("li", { class: look, "data-key": ts, tabIndex: -1 },
    !follows && avatar,
    el("div", { class: "grow" },
      el("p", { class: follows ? "unseen" : "who" }, el("strong", {}, author.name), title, time),
      ephemeral && el("p", { class: "only hint" }, "Only visible to you"),
      blocks?.length ? drawBlocks(blocks, ctx) : text && el("div", { class: "words" }, mrkdwn(text)),
      (attachments ?? []).map((each) => attachment(each, ctx)), (files ?? []).map(file),
      edited && el("span", { class: "hint" }, "(edited)"), failure, !thread && !ephemeral && threadLink(message)));
}

const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => word[0]).join("").toUpperCase();
const tint = (user) => [...user].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6;

function attachment({ blocks, text, fallback, title, pretext }, ctx) {
  const said = [pretext, title, text ?? (blocks ? "" : fallback)].filter(Boolean);
  const words = said.map((each) => el("div", { class: "words" }, mrkdwn(each)));
  return el("div", { class: "attachment" }, words, drawBlocks(blocks, ctx));
}

const file = ({ name, title, size }) =>
  el("p", { class: "file" }, `📎 ${title || name}`, size && ` (${Math.ceil(size / 1024)} KB)`);

function threadLink({ ts, author, reply_count: count }) {
  const words = count ? `${count} ${count === 1 ? "reply" : "replies"}` : "Reply";
  const open = () => (location.hash = new URLSearchParams({ as: store.route.as, in: store.route.in, thread: ts }));
  const look = { class: count ? "plain" : "plain reply", "aria-label": `${words} to ${author.name}` };
  return button({ ...look, "data-control": "thread", onclick: open }, words);
}

/** What a screen reader is told: each new or changed message of others, once. */
export function announce(messages, known) {
  for (const { ts, text, user, author } of messages) {
    const before = known.get(ts);
    known.set(ts, text);
    if (before === text || user === store.route.as) continue;
    const words = el("p", {}, mrkdwn(text)).textContent.slice(0, 400);
    find("news").append(el("p", {}, `${author.name}${before === undefined ? "" : ", changed"}: ${words}`));
  }
  while (find("news").childElementCount > 5) find("news").firstChild.remove();
}
