// The page itself: who one is, where one is, the calendar and the list of conversations, kept true as things change.
import { makeComposer } from "./composer.js";
import { announce, drawMessages } from "./conversation.js";
import { el, find, rememberFocus } from "./dom.js";
import { appConversation, conversations, get, listen, me, oneAtATime, post, store } from "./store.js";
import { refreshHome, refreshModal } from "./views.js";

const atApp = () => store.route.in === "app";
const here = () => (atApp() ? appConversation() : conversations().find((each) => each.id === store.route.in));
const inThread = () => ({ channel: here()?.id, thread_ts: store.route.thread });
const inMain = () => ({ channel: here()?.id });
const composer = makeComposer(find("foot"), { id: "words", name: "Message", target: inMain, more: true });
const replies = makeComposer(find("thread-foot"), { id: "reply", name: "Reply", target: inThread });
const open = { place: "", newFrom: null, known: new Map() }; // the conversation on show

/** The address keeps the person, the conversation, its tab and thread: {as, in, tab?, thread?}. */
function address(route) {
  const parts = Object.entries({ as: store.route.as, ...route }).filter(([, value]) => value);
  return `#${new URLSearchParams(parts)}`;
}
const go = (route) => (location.hash = address(route));
const lost = (words) => (find("lost").textContent = words);

/** Puts the address right without a step to go back to. */
function settle(change) {
  store.route = { ...store.route, ...change };
  history.replaceState(null, "", address(store.route));
}

const refreshState = oneAtATime(async () => {
  let state = await get("state");
  if (state.error && store.route.as) state = await get("state", null);
  if (state.error) return lost(state.error);
  store.state = state;
  if (store.route.as !== me().id) settle({ as: me().id });
  const first = conversations().find((each) => each.kind !== "im")?.id ?? "app";
  if (!here() && !atApp()) settle({ in: first, thread: null });
  drawFrame();
});

const refreshConversation = oneAtATime(async () => {
  const place = `${store.route.as} ${store.route.in}`;
  const at = here();
  const { messages, error } = at ? await get(`conversation/${encodeURIComponent(at.id)}`) : { messages: [] };
  if (error) return lost(error);
  if (place !== `${store.route.as} ${store.route.in}`) return; // gone elsewhere meanwhile
  const fresh = place !== open.place;
  const newFrom = fresh ? messages.find((each) => each.unread)?.ts : open.newFrom;
  if (fresh) Object.assign(open, { place, newFrom, known: new Map(messages.map((each) => [each.ts, each.text])) });
  const top = messages.filter((each) => !each.thread_ts || each.thread_ts === each.ts);
  const empty = "Nothing has been said here yet. What to try is written below.";
  drawMessages(find("messages"), top, { channel: at?.id, fresh, newFrom, empty });
  drawThread(messages, at);
  announce(messages, open.known);
  const seen = at && store.route.tab !== "home" && document.visibilityState === "visible";
  if (seen && messages.some((each) => each.unread) && (await post("read", { channel: at.id })).ok) refreshState();
});

function drawThread(messages, at) {
  const { thread = "" } = store.route;
  const pane = find("thread");
  const [before, held] = [pane.dataset.shown, pane.contains(document.activeElement)];
  pane.hidden = !thread;
  pane.dataset.shown = thread;
  document.body.classList.toggle("in-thread", Boolean(thread));
  if (!thread && held) find("messages").querySelector(`[data-key="${before}"] [data-control="thread"]`)?.focus();
  if (!thread) return;
  const fresh = before !== thread;
  const part = messages.filter((each) => thread === each.ts || thread === each.thread_ts);
  drawMessages(find("replies"), part, { channel: at?.id, thread, fresh, empty: "This thread is gone." });
  replies.draw("Reply in words");
  if (fresh) find("thread-name").focus();
}

function drawFrame() {
  const { team, calendar, people } = store.state;
  const named = ({ id, real_name, title }) => el("option", { value: id }, real_name, title && `, ${title}`);
  if (find("me").drawnFrom !== JSON.stringify(people)) {
    find("me").replaceChildren(...people.filter((each) => !each.bot).map(named));
    find("me").drawnFrom = JSON.stringify(people);
  }
  find("post").textContent = me().title;
  find("me").value = me().id;
  find("team").textContent = team.name;
  find("calendar").hidden = !calendar;
  if (find("now").textContent !== (calendar?.label ?? "")) find("now").textContent = calendar?.label ?? "";
  if (calendar && document.activeElement !== find("day")) find("day").value = calendar.now.slice(0, 10);
  drawSidebar();
  drawTitle();
}

function drawSidebar() {
  const { app } = store.state;
  const listed = (wanted) => conversations().filter(wanted).map((each) => entry(each.id, titleOf(each), each));
  const lists = {
    Channels: listed((each) => each.kind !== "im"),
    "Direct messages": listed((each) => each.kind === "im" && each.with !== app.user_id),
    Apps: [entry("app", app.name, appConversation())],
  };
  const restore = rememberFocus(find("places"), find("me"));
  const drawn = Object.entries(lists).filter(([, entries]) => entries.length);
  find("places").replaceChildren(...drawn.flatMap(([title, entries]) => [el("h2", {}, title), el("ul", {}, entries)]));
  restore();
}

const titleOf = ({ kind, name }) => (kind === "im" ? name : `${kind === "private" ? "🔒" : "#"} ${name}`);

function entry(id, name, { unread, mention } = {}) {
  const current = store.route.in === id;
  const words = [unread, el("span", { class: "unseen" }, " unread")];
  const count = unread > 0 && el("span", { class: mention ? "badge loud" : "badge" }, words);
  const look = { "aria-current": current && "page", class: unread ? "unread" : "" };
  return el("li", {}, el("a", { href: address({ in: id }), "data-control": id, ...look }, el("span", {}, name), count));
}

function drawTitle() {
  const at = here();
  const name = atApp() ? store.state.app.name : titleOf(at);
  const home = atApp() && store.route.tab === "home";
  const unread = conversations().reduce((sum, each) => sum + each.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}${name} – ${store.state.team.name}`;
  find("name").textContent = name;
  find("topic").textContent = at?.topic ?? "";
  find("tabs").hidden = !atApp();
  for (const [tab, chosen] of [["messages", !home], ["home", home]]) {
    Object.assign(find(`tab-${tab}`), { ariaSelected: chosen, tabIndex: chosen ? 0 : -1 });
    find(tab).hidden = !chosen;
  }
  find("messages").role = atApp() ? "tabpanel" : "group";
  find("foot").hidden = home || !at;
  composer.draw(`${atApp() ? "Ask in words" : `Message ${name}`}; type / for commands, @ for people`);
}

const CUT_OFF = "Not connected. Trying again…";
const changed = {
  message: ({ channel }) => Promise.all([refreshState(), channel === here()?.id && refreshConversation()]),
  view: refreshModal,
  home: refreshHome,
  people: refreshState,
  calendar: refreshState,
  all: () => Promise.all([refreshState(), refreshConversation(), refreshModal(), refreshHome()]),
};

/** Goes where the address says. */
async function follow() {
  const before = store.route;
  store.route = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (!store.state || before.as !== store.route.as || (!here() && !atApp())) await refreshState();
  if (!store.state) return setTimeout(follow, 2000);
  const [stranger, moved] = ["as", "in"].map((part) => before[part] !== store.route[part]);
  if (stranger) listen((change) => changed[change.kind]?.(change), (on) => lost(on ? "" : CUT_OFF));
  drawFrame();
  if (stranger || moved) [composer, replies].forEach((each) => each.forget());
  if (moved && before.in) find("name").focus();
  if (atApp() && (stranger || moved || store.route.tab !== before.tab)) post("home", {}).then(refreshHome);
  await refreshConversation();
  if (stranger) refreshModal();
}

async function moveCalendar(move) {
  find("calendar-error").textContent = (await post("calendar", { move })).error ?? "";
  refreshState();
}

function showMenu(shown) {
  document.body.classList.toggle("menu-open", shown);
  find("menu").ariaExpanded = shown;
}

function choose(tab) {
  go({ in: "app", tab: tab === "home" && tab });
  find(`tab-${tab}`).focus();
}

const preferred = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
const isDark = () => (localStorage.getItem("theme") ?? preferred()) === "dark";

find("theme").ariaPressed = isDark();
find("theme").addEventListener("click", () => {
  localStorage.setItem("theme", (document.documentElement.dataset.theme = isDark() ? "light" : "dark"));
  find("theme").ariaPressed = isDark();
});
find("menu").addEventListener("click", () => showMenu(find("menu").ariaExpanded !== "true"));
find("places").addEventListener("click", ({ target }) => target.closest("a") && showMenu(false));
find("me").addEventListener("change", ({ target }) => go({ as: target.value, in: store.route.in }));
find("thread-close").addEventListener("click", () => go({ in: store.route.in }));
find("calendar").addEventListener("click", ({ target }) => target.dataset.move && moveCalendar(target.dataset.move));
find("calendar").addEventListener("submit", (event) => (event.preventDefault(), moveCalendar(find("day").value)));
find("skip").addEventListener("click", (event) => (event.preventDefault(), composer.box.focus()));
find("tabs").addEventListener("click", ({ target }) => target.id && choose(target.id.slice(4)));
find("tabs").addEventListener("keydown", ({ key }) => {
  if (/^Arrow(Left|Right)$/.test(key)) choose(store.route.tab ? "messages" : "home");
});
document.addEventListener("visibilitychange", () => store.state && refreshConversation());
addEventListener("hashchange", follow);
follow();
