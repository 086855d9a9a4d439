// What the workspace's server has told us, how it is asked, and how it tells us of changes.
export const store = { state: null, route: {} };

export const me = () => store.state.me;
export const conversations = () => store.state.conversations;
export const appConversation = () => conversations().find((each) => each.with === store.state.app.user_id);
export const personName = (id) => store.state.people.find((each) => each.id === id)?.real_name ?? "someone";
export const conversationName = (id) => conversations().find((each) => each.id === id)?.name ?? "private channel";

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

export const upload = (file, channel) =>
  ask("upload", { as: store.route.as, channel, name: file.name }, { method: "POST", body: file });

let source = null;

/** Hears of every change that this person may see. Whatever was missed while disconnected counts as `all`. */
export function listen(changed, connected, missed = false) {
  source?.close();
  const mine = (source = new EventSource(`/page/events?as=${encodeURIComponent(store.route.as)}`));
  mine.onopen = () => {
    connected(true);
    if (missed) changed({ kind: "all" });
    missed = false;
  };
  mine.onmessage = (event) => changed(JSON.parse(event.data));
  mine.onerror = () => {
    missed = true;
    connected(false);
    const again = () => mine === source && listen(changed, connected, true);
    if (mine.readyState === EventSource.CLOSED) setTimeout(again, 2000);
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
