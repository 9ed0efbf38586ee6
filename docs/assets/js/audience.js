// <itp-audience>: who reads? Two links that work by themselves; here the choice can be remembered, if the reader wants.
// It is the one thing about a reader that is stored, in this browser alone, under this key:

const KEY = 'itp-audience'

class Audience extends HTMLElement {
  connectedCallback() {
    this.#keep.hidden = false
    this.#show()
    this.addEventListener('click', ({ target }) => {
      const chosen = target instanceof Element && target.closest('a')
      if (chosen && this.#keep.querySelector('input').checked) remember(chosen.dataset.audience)
      if (target instanceof Element && target.closest('button')) this.#forget()
    })
  }

  #forget() {
    remember(null)
    this.#show()
    this.#keep.querySelector('input').focus()
  }

  /** Whoever has answered isn't asked again, and can take it back. */
  #show() {
    const kept = remembered()
    this.#keep.hidden = kept !== null
    this.#part('.audience-kept').hidden = kept === null
    this.#keep.querySelector('input').checked = false
    for (const each of this.querySelectorAll('a')) {
      if (each.dataset.audience === kept) each.setAttribute('aria-current', 'true')
      else each.removeAttribute('aria-current')
    }
  }

  get #keep() {
    return this.#part('.audience-keep')
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  #part(selector) {
    return this.querySelector(selector)
  }
}

/** @returns {string | null} */
function remembered() {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null // a browser that keeps nothing
  }
}

/** @param {string | null} choice */
function remember(choice) {
  try {
    if (choice) localStorage.setItem(KEY, choice)
    else localStorage.removeItem(KEY)
  } catch {
    // Then it asks again next time.
  }
}

// Coming to the first page from elsewhere opens the section that was chosen; from within the site one may go back to it.
const plain = document.querySelector('itp-audience a[data-audience="plain"]')
const fromHere = document.referrer.startsWith(`${location.origin}/`)
if (plain instanceof HTMLAnchorElement && !fromHere && !location.hash && remembered() === 'plain') location.replace(plain.href)

customElements.define('itp-audience', Audience)
