// Where one writes: a box that grows, suggestions for / and @, hints of what to try, files, and what went wrong.
import { button, el } from "./dom.js";
import { post, store, upload } from "./store.js";

const SMALL = "(max-width: 640px), (max-height: 500px)"; // where the hints begin closed

/** Makes a composer in `place`. `target()` gives {channel, thread_ts?}; `more`: with hints and files. */
export function makeComposer(place, { id, name, target, more }) {
  const box = el("textarea", { id, rows: 1, "aria-label": name });
  const send = el("button", { class: "button primary" }, "Send");
  const chosen = el("input", { type: "file", hidden: true });
  const attach = button({ class: "button", onclick: () => chosen.click() }, "Attach a file");
  const offers = el("div", { class: "offers", role: "group", "aria-label": "Suggestions" });
  const heard = el("p", { class: "unseen", role: "status" });
  const error = el("p", { class: "failure", role: "alert" });
  const hints = el("div");
  const form = el("form", { class: "composer" }, box, el("div", { class: "ends" }, more && [attach, chosen], send));
  const last = {}; // by channel, the words last sent
  place.replaceChildren(hints, offers, heard, error, form);
  form.addEventListener("submit", (event) => (event.preventDefault(), sendWords()));
  box.addEventListener("input", () => (grow(), offer()));
  box.addEventListener("keydown", (event) => !event.isComposing && takeKey(event) && event.preventDefault());
  chosen.addEventListener("change", async () => {
    await busy(upload(chosen.files[0], target().channel));
    chosen.value = "";
  });

  async function sendWords() {
    const text = box.value.trim();
    if (!text || send.ariaBusy === "true") return;
    fill("");
    last[target().channel] = text;
    const answer = await busy(post("say", { ...target(), text: withIds(text) }));
    if (!answer.ok && !box.value) fill(text);
  }

  async function busy(work) {
    [send.ariaBusy, error.textContent] = [true, ""];
    const answer = await work;
    [send.ariaBusy, error.textContent] = [null, answer.error ?? ""];
    return answer;
  }

  /** True when the key was ours. */
  function takeKey({ key, shiftKey }) {
    const first = offers.firstChild;
    const before = last[target().channel];
    if (first && !shiftKey && (key === "Tab" || key === "Enter")) first.click();
    else if (first && key === "Escape") offers.replaceChildren();
    else if (key === "Enter" && !shiftKey) sendWords();
    else if (key === "ArrowUp" && !box.value && before) fill(before);
    else return false;
    return true;
  }

  function fill(text) {
    box.value = text;
    offers.replaceChildren();
    grow();
    box.focus();
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }

  /** A command while its name is being typed, a person after @. */
  function offer() {
    const [, word] = box.value.match(/(?:^|\s)(@[\p{L} ]*|^\/\S*)$/u) ?? ["", ""];
    const commands = store.state.app.commands.map((each) => [each, "then a question, such as “Rochester overdue”"]);
    const names = store.state.people.map((each) => [`@${each.real_name}`, each.title]);
    const begins = ([whole]) => whole.length > word.length && whole.toLowerCase().startsWith(word.toLowerCase());
    const found = word ? [...commands, ...names].filter(begins).slice(0, 6) : [];
    offers.replaceChildren(...found.map(([whole, about]) => {
      const take = () => fill(`${box.value.slice(0, box.value.length - word.length)}${whole} `);
      return button({ onclick: take }, el("strong", {}, whole), " ", about);
    }));
    heard.textContent = found.length ? `${offers.firstChild.textContent}. Press Tab to take it.` : "";
  }

  function drawHints() {
    const given = store.state.hints;
    if (hints.drawnFrom === JSON.stringify(given)) return;
    hints.drawnFrom = JSON.stringify(given);
    const chip = (hint) => button({ class: "chip", onclick: () => fill(hint) }, hint);
    const chips = given.map((hint) => (hint.startsWith("/") ? chip(hint) : el("p", { class: "hint" }, hint)));
    const list = [el("summary", {}, "What to try"), el("div", { class: "chips" }, chips)];
    hints.replaceChildren(...(given.length ? [el("details", { open: !matchMedia(SMALL).matches }, list)] : []));
  }

  return {
    box,
    draw(placeholder) {
      box.placeholder = placeholder;
      if (more) drawHints();
    },
    forget: () => (error.textContent = ""),
  };
}

/** Names become what the platform sends for them, the longest first. */
function withIds(text) {
  const people = [...store.state.people].sort((a, b) => b.real_name.length - a.real_name.length);
  return people.reduce((words, each) => words.replaceAll(`@${each.real_name}`, `<@${each.id}>`), text);
}
