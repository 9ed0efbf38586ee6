// Fetches a script where a page has something for it to do. Nothing waits for it.

/** What a page has to have, and the scripts that it then wants. One that has something to do on each page exports `onPage`. */
const SCRIPTS = {
  'itp-calculator': ['calculator.js', 'pictures.js'],
  'itp-calculator[data-call="plan"]': ['planner.js'],
  'itp-proofs': ['checks.js'],
  '.md-content': ['laid-out.js'],
}
/** What waits until it comes near: the calculator of one medicine lies far down that medicine's page. */
const FAR = 'itp-calculator[data-therapy]'

function fetchWanted() {
  far.disconnect()
  for (const [selector, scripts] of Object.entries(SCRIPTS)) {
    const found = document.querySelector(selector)
    // The end of the address may hold answers for it, which it takes out.
    if (found?.matches(FAR) && !location.hash) far.observe(found.parentElement)
    else if (found) bring(scripts)
  }
}

/** @param {string[]} scripts */
function bring(scripts) {
  for (const script of scripts) import(new URL(script, import.meta.url).href).then(({ onPage }) => onPage?.())
}

function bringFar() {
  far.disconnect()
  if (document.querySelector(FAR)) bring(SCRIPTS['itp-calculator'])
}

// Within the height of a window above or below it.
const far = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && bringFar(), { rootMargin: '100%' })
addEventListener('hashchange', bringFar)

/** @type {{subscribe: (act: () => void) => void} | undefined} the theme's word that another page has been laid into this one */
const pages = /** @type {any} */ (window).document$
if (pages) pages.subscribe(fetchWanted)
else fetchWanted()
