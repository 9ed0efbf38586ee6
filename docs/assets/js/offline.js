// What a reader is told of the edition: that it has retired, that it can't be known, that this is a kept copy, that
// another has come. The words stand in the page (macros/theme/partials/edition.html); this shows those that apply.
// And the start of the service worker, which keeps the copy.

const ROOT = new URL('../../', import.meta.url)

/** The build that this page was loaded from; what comes later without a reload may be of another. */
let build
/** Whether the reader has answered something that a reload would forget. */
let answered = false

class Edition extends HTMLElement {
  /** @type {AbortController} ends what listens, when the element leaves the page */
  #leave

  connectedCallback() {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    build ??= this.dataset.build
    // Scripts of one edition don't go with a page of another.
    if (build !== this.dataset.build) return location.reload()
    document.addEventListener('visibilitychange', () => this.#lookAtClock(), { signal })
    addEventListener('online', () => this.#show('kept', false), { signal })
    this.#part('newer').querySelector('button').onclick = () => location.reload()
    this.#part('changed').querySelector('button').onclick = () => this.#read()
    this.#lookAtClock()
    navigator.serviceWorker?.addEventListener('message', ({ data }) => this.#told(data), { signal })
    ask('state').then((said) => said && this.#said(said))
  }

  disconnectedCallback() {
    this.#leave.abort()
  }

  /** By the reader's own calendar. Where that can't be right, nobody knows whether the edition has retired. */
  #lookAtClock() {
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    this.#show('retired', today >= this.dataset.retires)
    this.#show('early', today < this.dataset.released)
  }

  /** @param {{kept?: true, arrived?: {build: string, edition: string, changes: string[]}}} message of the service worker */
  #told({ kept, arrived }) {
    if (kept) this.#show('kept', true)
    if (!arrived) return
    if (arrived.build === build) ask('state').then((said) => said && this.#said(said))
    else if (arrived.edition !== this.dataset.edition) this.#newer(arrived)
  }

  /** @param {{kept: boolean, previous?: string, build: string, edition: string, changes: string[]}} state */
  #said({ kept, previous, ...arrived }) {
    if (kept) this.#show('kept', true)
    if (arrived.build === build && previous) {
      this.#part('changed').querySelector('.edition-before').textContent = previous
      this.#show('changed', true)
    }
  }

  /** It takes over at once, save where that would cost the reader what was typed. */
  #newer({ edition, changes }) {
    if (!answered) return location.reload()
    this.#part('newer').querySelector('.edition-after').textContent = edition
    this.#part('newer').querySelector('.edition-changes').textContent = changes.join(' ')
    this.#show('newer', true)
  }

  #read() {
    this.#show('changed', false)
    ask('seen')
  }

  /**
   * @param {string} name
   * @param {boolean} on
   */
  #show(name, on) {
    this.#part(name).hidden = !on
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    return this.querySelector(`[data-when="${name}"]`)
  }
}

/** <itp-offline>: what of the site is kept on this device, and the two buttons for more and for none. */
class Offline extends HTMLElement {
  connectedCallback() {
    for (const [name, act] of [['keep', () => this.#keep()], ['forget', () => this.#forget()]]) {
      this.querySelector(`[data-do="${name}"]`).onclick = act
    }
    navigator.serviceWorker?.addEventListener('message', ({ data }) => data.arrived && this.#look())
    this.#look()
  }

  async #look() {
    this.#say(await ask('state'))
  }

  async #keep() {
    this.#show('working')
    this.#say(await ask('keep'))
  }

  async #forget() {
    const registration = await navigator.serviceWorker.getRegistration(ROOT)
    await registration?.unregister()
    const prefix = `itp ${ROOT.pathname} `
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
    this.#show('forgotten')
  }

  /** @param {{bytes: number, missing: number, problem?: string} | undefined} said */
  #say(said) {
    if (!said) return this.#show('none')
    if (said.problem) return this.#show('failed')
    for (const place of this.querySelectorAll('.offline-bytes')) place.textContent = megabytes(said.bytes)
    for (const place of this.querySelectorAll('.offline-missing')) place.textContent = megabytes(said.missing)
    this.#show(said.missing ? 'pages' : 'all')
  }

  /** @param {string} state */
  #show(state) {
    for (const part of this.querySelectorAll('[data-when]')) {
      part.toggleAttribute('hidden', !part.getAttribute('data-when').split(' ').includes(state))
    }
  }
}

function megabytes(/** @type {number} */ bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/**
 * @param {'state' | 'keep' | 'seen'} what
 * @returns {Promise<any>} undefined where no service worker looks after this page
 */
async function ask(what) {
  const worker = navigator.serviceWorker?.controller
  if (!worker) return undefined
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
  worker.postMessage(what, [port2])
  return answer
}

let asked = false
function keepPython() {
  if (!asked) ask('keep')
  asked = true
}

/** Once the page has all that it needs: what is kept for later must not hold it up. */
async function register() {
  try {
    await navigator.serviceWorker.register(new URL('service-worker.js', ROOT), { scope: ROOT.pathname, updateViaCache: 'none' })
  } catch (error) {
    // A private window, a full disk or a setting forbids it: the site works, with a network.
    console.info('Nothing is kept for use without a network.', error)
  }
}

customElements.define('itp-edition', Edition)
customElements.define('itp-offline', Offline)

document.addEventListener('input', ({ target }) => (answered ||= !target.closest('.md-search')), { capture: true })
// A reader who has had an answer may want the next one without a network.
document.addEventListener('answer', ({ detail }) => detail && keepPython())
if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
  if (document.readyState === 'complete') setTimeout(register, 2000)
  else addEventListener('load', () => setTimeout(register, 2000), { once: true })
}
