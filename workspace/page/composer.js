// Where one writes: a box that grows, suggestions for / and @, hints of what to try, files, and what went wrong.
import { el } from "./dom.js";
import { post, store, upload } from "./store.js";

/** Makes a composer in `place`. `target()` gives {channel, thread_ts?}; `tools`: with hints and files. */
export function makeComposer(place, { id, name, target, tools }) {
  const error = el("p", { class: "failure", role: "alert" });
  const offers = el("div", { class: "offers", role: "group", "aria-label": "Suggestions" });
  const box = el("textarea", { id, rows: 1, "aria-label": name, autocomplete: "off", spellcheck: "true" });
  const heard = el("span", { class: "unseen", role: "status" });
  const hints = el("div", { class: "hints" });
  const send = el("button", { class: "button primary" }, "Send");
  const form = el("form", { class: "composer" }, box, el("div", { class: "ends" }, tools && attach(), send));
  const last = {};
  place.replaceChildren(hints, offers, heard, error, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendWords();
  });
  box.addEventListener("keydown", keys);
  box.addEventListener("input", () => {
    grow();
    offer();
  });

  function attach() {
    const chosen = el("input", { type: "file", hidden: true });
    chosen.addEventListener("change", async () => {
      if (chosen.files[0]) await busy(() => upload(chosen.files[0], target().channel));
      chosen.value = "";
    });
    return [el("button", { type: "button", class: "button", onclick: () => chosen.click() }, "Attach a file"), chosen];
  }

  async function sendWords() {
    const text = box.value.trim();
    if (!text || send.getAttribute("aria-busy") === "true") return;
    fill("");
    last[target().channel] = text;
    const answer = await busy(() => post("say", { ...target(), text: encode(text) }));
    if (!answer.ok && !box.value) fill(text);
  }

  async function busy(work) {
    send.setAttribute("aria-busy", "true");
    error.textContent = "";
    const answer = await work();
    send.removeAttribute("aria-busy");
    error.textContent = answer.ok ? "" : answer.error;
    return answer;
  }

  function keys(event) {
    const [first] = offers.children;
    if (event.isComposing) return;
    if (first && (event.key === "Tab" || (event.key === "Enter" && first.dataset.whole !== box.value.trim())) && !event.shiftKey) first.click();
    else if (event.key === "Escape" && first) offers.replaceChildren();
    else if (event.key === "Enter" && !event.shiftKey) sendWords();
    else if (event.key === "ArrowUp" && !box.value && last[target().channel]) fill(last[target().channel]);
    else return;
    event.preventDefault();
  }

  function fill(text) {
    box.value = text;
    offers.replaceChildren();
    grow();
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  /** A command while its name is being typed, a person after @. */
  function offer() {
    const before = box.value.slice(0, box.selectionStart);
    const [, at, begun] = before.match(/(?:^|\s)(@([\p{L} ]{0,20}))$/u) ?? [];
    const commands = /^\/\S*$/.test(before) ? store.state.app.commands.filter((each) => each.startsWith(before)) : [];
    const people = at ? store.state.people.filter((each) => each.real_name.toLowerCase().startsWith(begun.toLowerCase())) : [];
    const rest = before.length - (at?.length ?? 0);
    const each = (whole, about, text) => el("button", { type: "button", "data-whole": whole, onclick: () => fill(text) }, el("strong", {}, whole), ` ${about}`);
    offers.replaceChildren(
      ...commands.map((command) => each(command, "asks about action plans, for example “Rochester overdue”", `${command} `)),
      ...people.slice(0, 6).map((one) => each(`@${one.real_name}`, one.title, `${before.slice(0, rest)}@${one.real_name} ${box.value.slice(before.length)}`)),
    );
    const count = offers.childElementCount;
    heard.textContent = count ? `${offers.firstChild.textContent}. Press Tab to take it.` : "";
  }

  return {
    box,
    forget: () => (error.textContent = ""),
    draw(placeholder) {
      box.placeholder = placeholder;
      if (tools) drawHints(hints, fill);
    },
  };
}

/** Names become what the platform sends for them. */
function encode(text) {
  const names = [...store.state.people].sort((a, b) => b.real_name.length - a.real_name.length);
  return names.reduce((words, each) => words.replaceAll(`@${each.real_name}`, `<@${each.id}>`), text);
}

function drawHints(place, fill) {
  const key = JSON.stringify(store.state.hints);
  if (place.dataset.drawn === key) return;
  place.dataset.drawn = key;
  const chips = store.state.hints.map((hint) =>
    hint.startsWith("/") ? el("button", { type: "button", class: "chip", onclick: () => fill(hint) }, hint) : el("p", { class: "hint" }, hint),
  );
  const small = matchMedia("(max-width: 640px), (max-height: 500px)").matches;
  place.replaceChildren(...(chips.length ? [el("details", { open: !small }, el("summary", {}, "What to try"), el("div", { class: "chips" }, chips))] : []));
}
