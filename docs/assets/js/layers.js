// <itp-layers>: which kinds of statement show beside the source's own. A class on the root hides the others (layers.css);
// the page itself always holds all of them. The choice is kept in this browser, and nowhere else.

const KEY = 'itp-layers-hidden'
const root = document.documentElement

/** The names of the layers that are hidden. @returns {string[]} */
function hidden() {
  return [...root.classList].filter((name) => name.startsWith('hides-')).map((name) => name.slice('hides-'.length))
}

/** @param {string} layer @param {boolean} shown */
function show(layer, shown) {
  root.classList.toggle(`hides-${layer}`, !shown)
}

function keep() {
  try {
    if (hidden().length) localStorage.setItem(KEY, hidden().join(' '))
    else localStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing still hides them until the page is left.
  }
}

function recall() {
  try {
    for (const layer of localStorage.getItem(KEY)?.split(' ') ?? []) show(layer, false)
  } catch {
    // Nothing was kept, so everything shows.
  }
}

class Layers extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.update()
    this.onchange = ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return
      show(target.name, target.checked)
      keep()
    }
  }

  update() {
    for (const box of this.querySelectorAll('input')) box.checked = !hidden().includes(box.name)
  }
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('[data-show-all]')) return
  for (const layer of hidden()) show(layer, true)
  keep()
  for (const choice of document.querySelectorAll('itp-layers')) if (choice instanceof Layers) choice.update()
  document.querySelector('h1')?.scrollIntoView({ block: 'nearest' })
})

recall()
customElements.define('itp-layers', Layers)
