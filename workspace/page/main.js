// The page itself: who one is, where one is, the calendar and the list of conversations, kept true as things change.
import { makeComposer } from "./composer.js";
import { announce, drawMessages } from "./conversation.js";
import { el, find } from "./dom.js";
import { appConversation, conversations, get, label, listen, me, oneAtATime, personName, post, store } from "./store.js";
import { refreshHome, refreshModal } from "./views.js";

const main = makeComposer(find("foot"), { id: "words", name: "Message", target: () => ({ channel: here()?.id }), tools: true });
const aside = makeComposer(find("thread-foot"), { id: "reply", name: "Reply", target: () => ({ channel: here()?.id, thread_ts: store.route.thread }) });
const place = { channel: null, newFrom: null, known: new Map() }; // the conversation on show

const atApp = () => store.route.in === "app";
const here = () => (atApp() ? appConversation() : conversations().find((each) => each.id === store.route.in));
const readRoute = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const address = (route) => `#${new URLSearchParams(route)}`;

const refreshState = oneAtATime(async () => {
  let state = await get("state");
  if (state.error && store.route.as) state = await get("state", null);
  if (state.error) return lost(state.error);
  store.state = state;
  if (store.route.as !== me().id) settle({ as: me().id });
  if (!here() && !atApp()) settle({ in: conversations().find((each) => each.kind !== "im")?.id ?? "app", thread: "" });
  drawSidebar();
  drawBar();
  drawTitle();
});

const refreshConversation = oneAtATime(async () => {
  const asked = { ...store.route };
  const at = here();
  const conversation = at ? await get(`conversation/${encodeURIComponent(at.id)}`) : { messages: [] };
  if (conversation.error) return lost(conversation.error);
  if (asked.as !== store.route.as || asked.in !== store.route.in) return;
  const fresh = place.channel !== `${asked.as} ${asked.in}`;
  const messages = conversation.messages;
  if (fresh) {
    const newFrom = messages.find((each) => each.unread)?.ts ?? null;
    Object.assign(place, { channel: `${asked.as} ${asked.in}`, newFrom, known: new Map(messages.map((each) => [each.ts, each.text])) });
  }
  const top = messages.filter((each) => !each.thread_ts || each.thread_ts === each.ts);
  const empty = "Nothing has been said here yet. Below is what to try.";
  drawMessages(find("messages"), top, { channel: at?.id, fresh, newFrom: place.newFrom, empty });
  drawThread(messages, at);
  announce(messages, place.known);
  markRead(messages, at);
});

function drawThread(messages, at) {
  const { thread } = store.route;
  const pane = find("thread");
  const opened = thread && pane.dataset.shown !== thread;
  pane.hidden = !thread;
  document.body.classList.toggle("in-thread", Boolean(thread));
  pane.dataset.shown = thread ?? "";
  if (!thread) return;
  drawMessages(find("replies"), messages.filter((each) => thread === each.ts || thread === each.thread_ts), { channel: at?.id, thread: true, fresh: opened, empty: "This thread is gone." });
  aside.draw("Reply in words; commands do not work in threads");
  if (opened) find("thread-name").focus();
}

async function markRead(messages, at) {
  if (document.visibilityState !== "visible" || !at || !messages.some((each) => each.unread)) return;
  if ((await post("read", { channel: at.id })).ok) refreshState();
}

/** Puts part of the address right without a step to go back to. */
function settle(change) {
  store.route = Object.fromEntries(Object.entries({ ...store.route, ...change }).filter(([, value]) => value));
  history.replaceState(null, "", address(store.route));
}

function drawBar() {
  const { team, calendar, people } = store.state;
  find("team").textContent = team.name;
  find("calendar").hidden = !calendar;
  if (find("now").textContent !== (calendar?.label ?? "")) find("now").textContent = calendar?.label ?? "";
  if (calendar && document.activeElement !== find("day")) find("day").value = calendar.now.slice(0, 10);
  const names = people.filter((each) => !each.bot).map((each) => [each.title ? `${each.real_name}, ${each.title}` : each.real_name, each.id]);
  if (find("me").dataset.drawn !== JSON.stringify(names)) find("me").replaceChildren(...names.map(([name, value]) => el("option", { value }, name)));
  find("me").dataset.drawn = JSON.stringify(names);
  find("me").value = me().id;
}

function drawSidebar() {
  const { app } = store.state;
  const others = conversations().filter((each) => each.kind === "im" && each.with !== app.user_id);
  const parts = [
    ["Channels", conversations().filter((each) => each.kind !== "im").map((each) => entry(each.id, `${each.kind === "private" ? "🔒" : "#"} ${each.name}`, each))],
    ["Direct messages", others.map((each) => entry(each.id, label(each), each))],
    ["Apps", [entry("app", app.name, appConversation())]],
  ];
  const within = find("sidebar").contains(document.activeElement) && document.activeElement.getAttribute("href");
  const drawn = parts.filter(([, entries]) => entries.length).map(([title, entries]) => el("section", {}, el("h2", {}, title), el("ul", {}, entries)));
  find("sidebar").replaceChildren(...drawn);
  if (within) find("sidebar").querySelector(`[href="${CSS.escape(within)}"]`)?.focus();
}

function entry(id, name, conversation) {
  const unread = conversation?.unread ?? 0;
  const current = store.route.in === id;
  const count = unread > 0 && !current && el("span", { class: conversation.mention ? "badge loud" : "badge" }, String(unread), el("span", { class: "unseen" }, " unread"));
  const go = { href: address({ as: store.route.as, in: id }), "aria-current": current ? "page" : null, class: count ? "unread" : "" };
  return el("li", {}, el("a", go, el("span", { class: "name" }, name), count));
}

function drawTitle() {
  const at = here();
  const name = atApp() ? store.state.app.name : at ? (at.kind === "im" ? label(at) : `#${at.name}`) : "";
  const home = atApp() && store.route.tab === "home";
  const unread = conversations().reduce((sum, each) => sum + each.unread, 0);
  find("name").textContent = name;
  find("topic").textContent = at?.topic || (at?.with ? "" : "");
  find("tabs").hidden = !atApp();
  for (const tab of ["messages", "home"]) {
    const chosen = (tab === "home") === home;
    find(`tab-${tab}`).setAttribute("aria-selected", chosen);
    find(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
    find(tab).hidden = !chosen;
  }
  const panel = atApp() ? ["tabpanel", "aria-labelledby", "tab-messages"] : ["region", "aria-label", "Messages"];
  find("messages").setAttribute("role", panel[0]);
  find("messages").setAttribute(panel[1], panel[2]);
  find("messages").toggleAttribute("aria-labelledby", false);
  find("foot").hidden = home || !at;
  main.draw(atApp() ? "Ask in words, or type / for commands" : `Message ${name}; type / for commands, @ for people`);
  document.title = `${unread ? `(${unread}) ` : ""}${name} – ${store.state.team.name}`;
}

function lost(error) {
  find("lost").textContent = error;
}

const whenChanged = {
  message: ({ channel }) => (channel === here()?.id ? (refreshConversation(), refreshState()) : refreshState()),
  view: refreshModal,
  home: refreshHome,
  people: refreshState,
  calendar: refreshState,
  all: () => refreshState().then(() => Promise.all([refreshConversation(), refreshModal(), refreshHome()])),
};

async function follow() {
  const before = store.route;
  store.route = readRoute();
  const stranger = before.as !== store.route.as || !store.state;
  if (stranger || (!here() && !atApp())) await refreshState();
  if (!store.state) return;
  if (stranger) listen((change) => whenChanged[change.kind]?.(change), (on) => lost(on ? "" : "Not connected. Trying again…"));
  drawSidebar();
  drawBar();
  drawTitle();
  if (before.in !== store.route.in || stranger) [main, aside].forEach((each) => each.forget());
  if (store.route.tab === "home") post("home", {}).then(refreshHome);
  await refreshConversation();
  if (stranger) refreshModal();
}

async function moveCalendar(move) {
  const answer = await post("calendar", { move });
  find("calendar-error").textContent = answer.ok ? "" : answer.error;
  refreshState();
}

function showMenu(open) {
  document.body.classList.toggle("menu-open", open);
  find("menu").setAttribute("aria-expanded", open);
}

function choose(tab) {
  location.hash = address({ as: store.route.as, in: "app", ...(tab === "home" ? { tab } : {}) });
  find(`tab-${tab}`).focus();
}

function drawTheme() {
  const dark = (localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  find("theme").setAttribute("aria-pressed", dark);
  return dark;
}

find("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = drawTheme() ? "light" : "dark";
  localStorage.setItem("theme", document.documentElement.dataset.theme);
  drawTheme();
});
find("me").addEventListener("change", ({ target }) => (location.hash = address({ as: target.value, in: store.route.in })));
find("menu").addEventListener("click", () => showMenu(find("menu").getAttribute("aria-expanded") !== "true"));
find("sidebar").addEventListener("click", (event) => event.target.closest("a") && (showMenu(false), find("name").focus()));
find("thread-close").addEventListener("click", () => (location.hash = address({ as: store.route.as, in: store.route.in })));
find("calendar").addEventListener("click", ({ target }) => target.dataset.move && moveCalendar(target.dataset.move));
find("goto").addEventListener("submit", (event) => (event.preventDefault(), moveCalendar(find("day").value)));
find("skip").addEventListener("click", (event) => (event.preventDefault(), main.box.focus()));
find("tabs").addEventListener("click", ({ target }) => target.id && choose(target.id.slice(4)));
find("tabs").addEventListener("keydown", ({ key }) => /^Arrow(Left|Right)$/.test(key) && choose(store.route.tab === "home" ? "messages" : "home"));
document.addEventListener("visibilitychange", () => store.state && refreshConversation());
addEventListener("hashchange", follow);
drawTheme();
follow();
