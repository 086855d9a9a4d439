// What the workspace's server has told us, how it is asked, how it tells us of changes; and where on the page one is.
export const store = { state: null, route: {} };

export const me = () => store.state.me;
export const conversations = () => store.state.conversations;
export const personName = (id) => store.state.people.find((each) => each.id === id)?.real_name ?? "someone";
export const conversationName = (id) => conversations().find((each) => each.id === id)?.name ?? "private channel";

/** The address keeps the person, the conversation, its tab and thread: {as, in, tab?, thread?}. */
export function address(route) {
  const parts = Object.entries({ as: store.route.as, ...route }).filter(([, value]) => value);
  return `#${new URLSearchParams(parts)}`;
}

export const go = (route) => (location.hash = address(route));

const SILENT = "The workspace does not answer. Is it still running?";

/** The answer to a request; one with `error` when it failed. */
async function ask(path, query, options) {
  try {
    const asked = Object.entries(query).filter(([, value]) => value);
    const response = await fetch(`/page/${path}?${new URLSearchParams(asked)}`, options);
    const body = await response.json();
    return response.ok ? body : { ok: false, error: body.error ?? SILENT };
  } catch {
    return { ok: false, error: SILENT };
  }
}

export const get = (path, as = store.route.as) => ask(path, { as });

/** Does something as the person one is: `ok`, or `error` as a sentence. */
export function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return ask(path, {}, { method: "POST", headers, body: JSON.stringify({ as: store.route.as, ...body }) });
}

export const upload = (file, channel, text) =>
  ask("upload", { as: store.route.as, channel, name: file.name, text }, { method: "POST", body: file });

let heard = null;

/** Hears of every change that this person may see. What was missed before it was connected counts as `all`. */
export function listen(changed, lost) {
  const mine = new WebSocket(`ws://${location.host}/page/events?as=${encodeURIComponent(store.route.as)}`);
  const before = heard;
  heard = mine;
  before?.close();
  mine.onopen = () => {
    lost("");
    changed({ kind: "all" });
  };
  mine.onmessage = (event) => changed(JSON.parse(event.data));
  mine.onclose = () => {
    if (mine !== heard) return;
    lost("Not connected. Trying again…");
    setTimeout(() => mine === heard && listen(changed, lost), 2000);
  };
}

/** Runs the work now, or once more after the run under way: never two at a time, never a change forgotten. */
export function oneAtATime(work) {
  let [running, again] = [null, false];
  const run = async () => {
    try {
      for (; again; await work()) again = false;
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    return (running ??= run());
  };
}
