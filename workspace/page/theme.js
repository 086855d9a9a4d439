// Light or dark, before anything is drawn: what was chosen in this browser, else what the system prefers.
const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
document.documentElement.dataset.theme = localStorage.getItem("theme") ?? preferred;
