// Messages as a list: days, authors, blocks, threads; redrawn in place, and the new ones announced once.
import { drawBlocks } from "./blocks.js";
import { arrange, button, el, find, nextId, rememberFocus } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { go, post, store } from "./store.js";

const NEAR = 80; // px from the end that still count as being there
const london = (asked) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...asked });
const DAY = london({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const CLOCK = london({ hour: "numeric", minute: "2-digit", hour12: true });
const scroller = find("messages");
const list = scroller.appendChild(el("ol", { class: "messages" }));
const now = { place: "", atEnd: true };

const when = (message) => new Date(message.at ?? message.time);
const dayOf = (message) => DAY.format(when(message)).replace(",", "");
const hourOf = (message) => CLOCK.format(when(message)).replace(":00", "").replace(/\s/g, "");
const isOwn = (message) => message.user === store.route.as;
const words = (text) => text && el("div", { class: "words" }, mrkdwn(text));

/** Fills the list. `view`: {place: its address, channel, thread?, empty()}. What is new shows its beginning. */
export function drawMessages(messages, view) {
  const fresh = now.place !== view.place;
  const restore = rememberFocus(list, scroller);
  const held = new Map([...list.children].map((node) => [node.drawnFrom, node]));
  const said = new Map([...list.children].map((node) => [node.dataset.key, node.said]));
  const rows = messages.flatMap((message, i) => rowsOf(message, messages[i - 1], view));
  if (!rows.length) rows.push([`empty ${view.place}`, view.empty]);
  arrange(list, rows.map(([key, draw]) => held.get(key) ?? Object.assign(draw(), { drawnFrom: key })));
  restore();
  now.place = view.place;
  const added = messages.filter((each) => !said.has(each.ts));
  const first = fresh ? messages.find((each) => each.unread) : added[0];
  const grown = now.atEnd && messages.at(-1);
  if (grown && said.has(grown.ts) && said.get(grown.ts) !== grown.text) showFrom(grown);
  if (fresh || (first && (now.atEnd || added.some((each) => each.ephemeral || isOwn(each))))) showFrom(first);
  if (!fresh) messages.filter((each) => said.get(each.ts) !== each.text && !isOwn(each)).forEach(announce);
}

/** The end, unless the first of the new messages would then be above the top; where there are none, the beginning. */
function showFrom(message) {
  const first = message && list.querySelector(`[data-key="${message.ts}"]`);
  const end = list.querySelector(".welcome") ? 0 : scroller.scrollHeight;
  scroller.scrollTop = first ? first.offsetTop - NEAR / 2 : end;
  noteEnd();
}

const noteEnd = () => (now.atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR);

/** What a screen reader is told of a message that is new, or now says something else. */
function announce({ author, text }) {
  find("news").append(el("p", {}, `${author.name}: ${words(text || "something new").textContent.slice(0, 400)}`));
  if (find("news").childElementCount > 5) find("news").firstChild.remove();
}

/** What stands for a message: [key of what it is drawn from, how], after its day where that is a new one. */
function rowsOf(message, before, { channel, thread }) {
  const day = dayOf(message);
  const key = JSON.stringify([channel, thread, { ...message, unread: null, latest_reply: null }]);
  const row = [key, () => Object.assign(drawMessage(message, channel, thread), { said: message.text })];
  if (before && dayOf(before) === day) return [row];
  return [[`${day} ${message.ts}`, () => el("li", { class: "day" }, el("h3", {}, day))], row];
}

function drawMessage({ author, ts, user, blocks, text, ephemeral, edited, files, ...message }, channel, thread) {
  const failure = el("p", { class: "failure", role: "alert" });
  const press = (what) => {
    now.atEnd = true; // what one's own press brings is shown, wherever one was
    return post("press", { channel, ts, ...what });
  };
  const ctx = { level: 4, press, fail: (why) => (failure.textContent = why) };
  const title = el("span", { class: author.app ? "app" : "hint" }, author.app ? "App" : author.title);
  const time = el("time", { class: "hint", datetime: when(message).toISOString() }, hourOf(message));
  return el("li", { class: ephemeral ? "message private" : "message", "data-key": ts, tabIndex: -1 },
    drawAvatar(user, author.name),
    el("div", { class: "grow" },
      el("p", { class: "who" }, el("strong", {}, author.name), title, time),
      ephemeral && el("p", { class: "hint" }, "Only visible to you"),
      blocks?.length ? drawBlocks(blocks, ctx) : words(text),
      (files ?? []).map(({ name, size }) => el("p", {}, `📎 ${name} (${Math.ceil(size / 1024)} KB)`)),
      edited && el("span", { class: "hint" }, "(edited)"), edited && " ",
      failure,
      !thread && !ephemeral && el("span", { class: "beside" },
        drawMore(ts, author, channel, ctx), drawReply(ts, author, message.reply_count))));
}

/** The menu of a message: what the app offers to do with it. */
function drawMore(ts, author, channel, { fail }) {
  const { shortcuts } = store.state.app;
  if (!shortcuts.length) return null;
  const menu = el("div", { popover: "auto", id: nextId(), class: "menu" });
  const run = (callback_id) => async () => {
    menu.hidePopover();
    const answer = await post("shortcut", { channel, ts, callback_id });
    fail(answer.ok ? "" : answer.error);
  };
  menu.append(...shortcuts.map(({ callback_id, name }) => button({ onclick: run(callback_id) }, name)));
  const look = { class: "plain reply", popovertarget: menu.id, "aria-label": `More about the message of ${author.name}` };
  return [button({ ...look, "data-control": "more" }, "⋯"), menu];
}

/** The first letters of a name's two first words, in a colour of that person's own. */
export function drawAvatar(id, name) {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0);
  const letters = name.split(/\s+/).slice(0, 2).map((word) => word[0].toUpperCase());
  return el("span", { class: "avatar", hue, "aria-hidden": "true" }, letters.join(""));
}

function drawReply(ts, author, count) {
  const label = count ? `${count} ${count === 1 ? "reply" : "replies"}` : "Reply";
  const look = { class: count ? "plain" : "plain reply", "aria-label": `${label} to ${author.name}` };
  return button({ ...look, "data-control": "thread", onclick: () => go({ in: store.route.in, thread: ts }) }, label);
}

scroller.addEventListener("scroll", noteEnd);
new ResizeObserver(() => now.atEnd && showFrom()).observe(scroller);
