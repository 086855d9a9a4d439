// What the workspace's server has told us, how it is asked, and how it tells us of changes.
export const store = { state: null, route: {}, conversation: null };

export const me = () => store.state.me;
export const person = (id) => store.state.people.find((each) => each.id === id);
export const personName = (id) => person(id)?.real_name || person(id)?.name || "someone";
export const conversations = () => store.state.conversations;
export const appConversation = () => conversations().find((each) => each.with === store.state.app.user_id);
export const conversationName = (id) => label(conversations().find((each) => each.id === id));

/** What a conversation is called in lists: a channel by its name, direct messages by the other person's. */
export function label(conversation) {
  if (!conversation) return "private channel";
  return conversation.kind === "im" ? conversation.name || personName(conversation.with) : conversation.name;
}

const SILENT = "The workspace does not answer. Is it still running?";

async function answered(call) {
  try {
    const response = await call();
    const body = await response.json();
    return response.ok ? body : { ok: false, error: body.error ?? SILENT };
  } catch {
    return { ok: false, error: SILENT };
  }
}

/** GET as the person one is; an answer with `error` when it failed. */
export const get = (path, as = store.route.as) =>
  answered(() => fetch(`/page/${path}${as ? `?as=${encodeURIComponent(as)}` : ""}`));

/** POST as the person one is; `ok`, or `error` as a sentence. */
export const post = (path, body) =>
  answered(() =>
    fetch(`/page/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: store.route.as, ...body }),
    }),
  );

export function upload(file, channel) {
  const asked = new URLSearchParams({ as: store.route.as, channel, name: file.name });
  return answered(() => fetch(`/page/upload?${asked}`, { method: "POST", body: file }));
}

let source = null;

/** Hears of every change that this person may see. Whatever was missed while disconnected counts as `all`. */
export function listen(changed, connected) {
  source?.close();
  const mine = (source = new EventSource(`/page/events?as=${encodeURIComponent(store.route.as)}`));
  let missed = false;
  mine.onopen = () => {
    connected(true);
    if (missed) changed({ kind: "all" });
    missed = false;
  };
  mine.onmessage = (event) => changed(JSON.parse(event.data));
  mine.onerror = () => {
    missed = true;
    connected(false);
    if (mine.readyState === EventSource.CLOSED && mine === source) setTimeout(() => retry(mine, changed, connected), 2000);
  };
}

function retry(mine, changed, connected) {
  if (mine !== source) return;
  listen(changed, connected);
  changed({ kind: "all" });
}

/** Runs the work now, or once more after the run under way: never two at a time, never a change forgotten. */
export function oneAtATime(work) {
  let running = null;
  let again = false;
  const run = async () => {
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    return (running ??= run());
  };
}
