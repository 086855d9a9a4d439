// Light or dark, before anything is drawn: what was chosen in this browser, else what the system prefers.
const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
