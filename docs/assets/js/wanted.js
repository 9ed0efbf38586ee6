// Fetches a script where a page has something for it to do. Nothing waits for it.

/** What a page has to have, and the scripts that it then wants. One that has something to do on each page exports `onPage`. */
const SCRIPTS = {
  'itp-calculator': ['calculator.js', 'pictures.js'],
  'itp-calculator[data-call="plan"]': ['planner.js'],
  'itp-proofs': ['checks.js'],
  '.md-content': ['laid-out.js'],
}

function fetchWanted() {
  const wanted = Object.entries(SCRIPTS).filter(([selector]) => document.querySelector(selector))
  for (const script of wanted.flatMap(([, scripts]) => scripts)) import(new URL(script, import.meta.url).href).then(({ onPage }) => onPage?.())
}

/** @type {{subscribe: (act: () => void) => void} | undefined} the theme's word that another page has been laid into this one */
const pages = /** @type {any} */ (window).document$
if (pages) pages.subscribe(fetchWanted)
else fetchWanted()
