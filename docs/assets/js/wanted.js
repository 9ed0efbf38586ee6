// Fetches a script where a page has something for it to do. Most pages have nothing, and wait for nothing.

/** What a page has to have, and the scripts that it then wants. */
const SCRIPTS = {
  'itp-calculator': ['calculator.js', 'pictures.js'],
  'itp-calculator[data-call="plan"]': ['planner.js'],
  'itp-proofs': ['checks.js'],
  '.pic, .dose-table, .evidence, .care, .works, .entry, .calc': ['laid-out.js'],
}

function fetchWanted() {
  const wanted = Object.entries(SCRIPTS).filter(([selector]) => document.querySelector(selector))
  for (const script of wanted.flatMap(([, scripts]) => scripts)) import(new URL(script, import.meta.url).href)
}

/** @type {{subscribe: (act: () => void) => void} | undefined} the theme's word that another page has been laid into this one */
const pages = /** @type {any} */ (window).document$
if (pages) pages.subscribe(fetchWanted)
else fetchWanted()
