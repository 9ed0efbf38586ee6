// The theme takes the first jump within a page for a way to another: it would fetch this one and lay it in anew, without
// what the reader has opened in it. So jumps are the browser's alone until the theme has gone to a page: from then on it
// tells them apart. Runs before the theme's script, since on a window whoever listens first hears first.

const untilTheThemeGoes = new AbortController()
const { signal } = untilTheThemeGoes
const [here] = location.href.split('#')

const isHere = (/** @type {{href: string}} */ { href }) => href.split('#')[0] === here

addEventListener('click', ({ target }) => {
  const link = /** @type {Element} */ (target).closest('a')
  // A link that says where it opens is left to the browser.
  if (link?.hash && isHere(link)) link.target ||= '_self'
}, { signal, capture: true })

addEventListener('popstate', (event) => {
  if (isHere(location)) event.stopImmediatePropagation()
}, { signal })

addEventListener('DOMContentLoaded', () => {
  /** @type {any} where the theme says that it goes to a page */ (window).location$?.subscribe(() => untilTheThemeGoes.abort())
})
