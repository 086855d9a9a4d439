// Where one writes: a box that grows, suggestions for / and @, files, and what went wrong.
import { button, el, instead } from "./dom.js";
import { post, store, upload } from "./store.js";

/** Makes the composer in `place`. `target()` gives {channel, thread_ts?}. */
export function makeComposer(place, target) {
  const box = el("textarea", { id: "words", rows: 1 });
  const send = el("button", { class: "button primary" }, "Send");
  const file = el("input", { type: "file", hidden: true });
  const attach = button({ class: "plain", "aria-label": "Attach a file", onclick: () => file.click() }, "+");
  const offers = el("div", { class: "menu offers", role: "group", "aria-label": "Suggestions" });
  const heard = el("p", { class: "unseen", role: "status" });
  const error = el("p", { class: "failure", role: "alert" });
  const chosen = el("p", { class: "chosen", hidden: true });
  const form = el("form", { class: "composer" }, attach, file, box, send);
  place.append(offers, heard, error, chosen, form);
  box.addEventListener("input", offer);
  box.addEventListener("keydown", (event) => !event.isComposing && takeKey(event) && event.preventDefault());
  form.addEventListener("submit", instead(sendWords));
  file.addEventListener("change", () => choose());

  /** What is attached waits for Send, with words or without. */
  function choose(keep = true) {
    if (!keep) file.value = "";
    const [one] = file.files;
    const away = one && button({ class: "plain", "aria-label": `Leave ${one.name} out`, onclick: () => choose(false) }, "×");
    chosen.hidden = !one;
    chosen.replaceChildren(...(one ? [`📎 ${one.name}`, away] : []));
    box.focus();
  }

  async function sendWords() {
    const text = box.value.trim();
    const [one] = file.files;
    if ((!text && !one) || send.ariaBusy === "true") return;
    fill("");
    const { channel, thread_ts } = target();
    const work = one ? upload(one, channel, withIds(text)) : post("say", { channel, thread_ts, text: withIds(text) });
    const answer = await busy(work);
    if (!answer.ok && !box.value) fill(text);
    if (answer.ok && one) choose(false);
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
    if (first && !shiftKey && (key === "Tab" || key === "Enter")) first.click();
    else if (first && key === "Escape") offers.replaceChildren();
    else if (key === "Enter" && !shiftKey) sendWords();
    else return false;
    return true;
  }

  function fill(text) {
    box.value = text;
    box.focus();
    offer();
  }

  /** A command while its name is being typed, a person after @. */
  function offer() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
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

  /** Somewhere else now: `name` is what the box is for there. Files go into conversations, not threads. */
  function reset(name) {
    [error.textContent, box.ariaLabel] = ["", name];
    if (name === "Reply") [file.value, chosen.hidden] = ["", true];
    [box.placeholder, attach.hidden] = name === "Reply" ? ["Reply", true] : ["Message, or / for commands", false];
  }

  return { box, reset, ask: (text) => (fill(text), sendWords()) };
}

/** Names become what the platform sends for them, the longest first. */
function withIds(text) {
  const people = [...store.state.people].sort((a, b) => b.real_name.length - a.real_name.length);
  return people.reduce((words, each) => words.replaceAll(`@${each.real_name}`, `<@${each.id}>`), text);
}
