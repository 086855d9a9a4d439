// The page itself: who one is, where one is, the calendar and the list of conversations, kept true as things change.
import { makeComposer } from "./composer.js";
import { drawAvatar, drawMessages } from "./conversation.js";
import { button, el, find, instead, redraw } from "./dom.js";
import { address, conversations, get, go, listen, me, oneAtATime, post, store } from "./store.js";
import { refreshHome, refreshModal } from "./views.js";

const TABS = ["messages", "home"];
const atApp = () => store.route.in === "app";
const atHome = () => atApp() && store.route.tab === "home";
const idOf = (place) => (place.with === store.state.app.user_id ? "app" : place.id); // the app's is each person's own
const here = () => conversations().find((each) => idOf(each) === store.route.in);
const nameOf = ({ kind, name }) => (kind === "im" ? name : `${kind === "private" ? "🔒" : "#"} ${name}`);
const composer = makeComposer(find("foot"), () => ({ channel: here()?.id, thread_ts: store.route.thread }));
const lost = (words) => (find("lost").textContent = words);
const refuse = (words) => (find("calendar-error").textContent = words);

const refreshState = oneAtATime(async () => {
  const { as } = store.route;
  const { hash } = location;
  let state = await get("state");
  if (state.error && as) state = await get("state", null); // nobody of that name is here any more
  if (as !== store.route.as) return; // somebody else meanwhile
  if (state.error) return lost(state.error);
  store.state = state;
  store.route = { ...store.route, as: me().id, in: idOf(here() ?? conversations()[0]) };
  if (location.hash === hash) history.replaceState(null, "", address(store.route)); // else one is on the way elsewhere
  drawFrame();
});

const refreshConversation = oneAtATime(async () => {
  const place = address(store.route);
  const { thread } = store.route;
  const at = here();
  const { messages, error } = await get(`conversation/${encodeURIComponent(at.id)}`);
  if (error) return lost(error);
  if (place !== address(store.route)) return; // gone elsewhere meanwhile
  const root = ({ ts, thread_ts }) => thread_ts ?? ts;
  const shown = messages.filter((each) => (thread ? root(each) === thread : root(each) === each.ts));
  drawMessages(shown, { place, channel: at.id, thread, empty: welcome });
  const seen = !atHome() && document.visibilityState === "visible" && messages.some((each) => each.unread);
  if (seen && (await post("read", { channel: at.id })).ok) refreshState();
});

/** What an empty conversation says: what this is, and what to do. */
function welcome() {
  const { app, team } = store.state;
  return el("li", { class: "welcome" },
    drawAvatar(app.user_id, app.name),
    el("h3", {}, `Try ${app.name} here`),
    el("p", {}, `${team.name} is a small workspace on this computer alone, and works as Slack does. ` +
      "Act as anyone you like, and move the calendar on: nothing leaves this computer, and nothing is kept."),
    el("p", {}, el("strong", {}, "Press one to ask it, or write below.")),
    el("div", { class: "chips" }, tips()));
}

/** What to try: commands ask themselves when pressed. */
const tips = () => store.state.hints.map((hint, i) => {
  if (!hint.startsWith("/")) return el("p", { class: "hint" }, hint);
  return button({ class: i ? "button" : "button primary", onclick: () => ask(hint) }, hint);
});

function ask(hint) {
  find("hints").open = false;
  composer.ask(hint);
}

function drawFrame() {
  const { team, calendar, people, hints } = store.state;
  const persons = people.filter((each) => !each.bot);
  redraw(find("me"), persons, () => persons.map(({ id, real_name }) => el("option", { value: id }, real_name)));
  redraw(find("tips"), hints, tips);
  listPlaces();
  find("me").value = me().id;
  find("post").textContent = me().title;
  find("team").textContent = team.name;
  find("calendar").hidden = !calendar;
  redraw(find("now"), calendar?.label, () => [calendar?.label ?? ""]);
  if (calendar && document.activeElement !== find("day")) find("day").value = calendar.now.slice(0, 10);
  drawTitle();
}

const listPlaces = () => redraw(find("places"), [store.route, conversations()], drawPlaces, find("me"));

function drawPlaces() {
  return ["Channels", "Direct messages"].flatMap((title, direct) => {
    const listed = conversations().filter((each) => (each.kind === "im") === Boolean(direct));
    return listed.length ? [el("h2", {}, title), el("ul", {}, listed.map(drawPlace))] : [];
  });
}

function drawPlace({ unread, mention, ...place }) {
  const id = idOf(place);
  const words = [unread, el("span", { class: "unseen" }, " unread")];
  const count = unread > 0 && el("span", { class: mention ? "badge loud" : "badge" }, words);
  const look = { "aria-current": store.route.in === id && "page", class: unread ? "unread" : "" };
  return el("li", {}, el("a", { href: address({ in: id }), "data-control": id, ...look }, nameOf(place), count));
}

function drawTitle() {
  const { route, state } = store;
  const name = nameOf(here());
  const unread = conversations().reduce((sum, each) => sum + each.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ""}${name} – ${state.team.name}`;
  find("name").textContent = route.thread ? `Thread in ${name}` : name;
  find("topic").textContent = route.thread ? "" : here().topic;
  find("back").hidden = !route.thread;
  find("back").href = address({ in: route.in });
  redraw(find("tabs"), route, () => (atApp() && !route.thread ? TABS : []).map((tab) => {
    const current = (tab === "home") === atHome() && "page";
    return el("a", { href: address({ in: "app", tab }), "aria-current": current, "data-control": tab }, tab);
  }));
  [find("messages").hidden, find("home").hidden] = [atHome(), !atHome()];
  find("foot").hidden = atHome();
}

const changed = {
  message: ({ channel }) => Promise.all([refreshState(), channel === here()?.id && refreshConversation()]),
  view: refreshModal,
  home: refreshHome,
  all: () => Promise.all([refreshState(), refreshConversation(), refreshModal(), refreshHome()]),
};

/** Goes where the address says. */
async function follow() {
  const before = store.route;
  store.route = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (store.state) listPlaces(); // the links are the new person's at once, before anything has been asked
  if (!store.state || before.as !== store.route.as || !here()) await refreshState();
  if (!store.state) return setTimeout(follow, 2000);
  const stranger = before.as !== store.route.as;
  if (stranger) listen((change) => (changed[change.kind] ?? refreshState)(change), lost);
  if (before.in && ["in", "thread"].some((part) => before[part] !== store.route[part])) find("name").focus();
  if (atApp()) post("home", {}).then(refreshHome);
  if (stranger && me().id === store.route.as) showMenu(false);
  composer.reset(store.route.thread ? "Reply" : "Message");
  drawFrame();
  await refreshConversation();
}

async function moveCalendar(move) {
  refuse("");
  const { ok, error } = await post("calendar", { move });
  refuse(error ?? "");
  if (ok) showMenu(false);
  refreshState();
}

function showMenu(shown) {
  if (!shown && find("menu").ariaExpanded === "true") find("menu").focus(); // what had the focus is hidden now
  document.body.classList.toggle("menu-open", shown);
  find("menu").ariaExpanded = shown;
}

function turnTheme() {
  const page = document.documentElement.dataset;
  page.theme = page.theme === "dark" ? "light" : "dark";
  localStorage.setItem("theme", page.theme);
}

find("theme").addEventListener("click", turnTheme);
find("menu").addEventListener("click", () => showMenu(find("menu").ariaExpanded !== "true"));
find("places").addEventListener("click", ({ target }) => target.closest("a") && showMenu(false));
find("me").addEventListener("change", ({ target }) => go({ as: target.value, in: store.route.in }));
find("calendar").addEventListener("click", ({ target }) => target.dataset.move && moveCalendar(target.dataset.move));
find("calendar").addEventListener("submit", instead(() => moveCalendar(find("day").value)));
find("skip").addEventListener("click", instead(() => composer.box.focus()));
document.addEventListener("visibilitychange", () => store.state && refreshConversation());
addEventListener("keydown", ({ key }) => key === "Escape" && refuse(""));
addEventListener("pointerdown", () => refuse(""));
addEventListener("hashchange", follow);
follow();
