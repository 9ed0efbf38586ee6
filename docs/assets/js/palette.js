// <itp-palette>: light colours, dark ones, or those that the system has. The body says which (tokens.css), from the first
// paint on: how, stands in partials/palette.html. A choice is kept in this browser, and nowhere else; the system's needs no keeping.

const KEY = 'itp-palette'
const CHOICES = ['system', 'light', 'dark']
const { showPalette } = /** @type {any} */ (window)

class Palette extends HTMLElement {
  #chosen = remembered()

  connectedCallback() {
    this.#button.hidden = false
    this.#button.onclick = () => {
      this.#chosen = CHOICES[(CHOICES.indexOf(this.#chosen) + 1) % CHOICES.length]
      remember(this.#chosen)
      this.#show()
    }
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#show())
    this.#show()
  }

  #show() {
    const chosen = this.#chosen
    for (const each of this.querySelectorAll('[data-palette]')) each.toggleAttribute('hidden', each.getAttribute('data-palette') !== chosen)
    showPalette(chosen)
    for (const bar of document.querySelectorAll('meta[name="theme-color"]')) {
      const { for: palette } = /** @type {HTMLMetaElement} */ (bar).dataset
      bar.setAttribute('media', chosen === 'system' ? `(prefers-color-scheme: ${palette})` : chosen === palette ? 'all' : 'not all')
    }
  }

  get #button() {
    return this.querySelector('button')
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY)
    return CHOICES.includes(kept) ? kept : 'system'
  } catch {
    return 'system' // a browser that keeps nothing
  }
}

/** @param {string} choice */
function remember(choice) {
  try {
    if (choice === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, choice)
  } catch {
    // Then it is the system's again on the next page.
  }
}

customElements.define('itp-palette', Palette)
