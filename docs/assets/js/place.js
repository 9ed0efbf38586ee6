// The place of a result: what stands there, whether it still answers what is answered now, and what a reader does with it.

import { act } from './actions.js'
import { kept } from './dom.js'
import { sentence } from './errors.js'
import { hidden } from './parts.js'

export class Place {
  #root

  /** @param {HTMLElement} root the calculator */
  constructor(root) {
    this.#root = root
  }

  /** What stands here answers something else from now on. */
  wait() {
    this.#part('result').setAttribute('aria-busy', 'true')
    this.#part('jump').hidden = true
  }

  /**
   * @param {any[]} content
   * @param {any[]} [short] the result in a line; none where there is no result
   * @param {boolean} [isFit] whether it may be copied and passed on
   */
  print(content, short, isFit = false) {
    const place = this.#part('answer')
    const turned = [...place.querySelectorAll('details')].filter(isTurned).map((each) => each.dataset.key)
    place.replaceChildren(...kept(content))
    for (const each of place.querySelectorAll('details')) if (turned.includes(each.dataset.key)) each.open = !each.open
    this.#part('jump').hidden = !short
    if (short) this.#part('jump').replaceChildren(...kept([hidden('See the result: '), short]))
    this.#part('acts').hidden = !isFit
    this.#part('told').replaceChildren()
    this.#part('result').setAttribute('aria-busy', 'false')
  }

  /**
   * @param {string} what
   * @param {string} call
   * @param {{answers: Record<string, import('./patient.js').Answer>}} request what is on show answers it
   */
  act(what, call, request) {
    const place = this.#part('told')
    act(what, { call, request }, place, this.#part('caution').textContent).catch((error) => place.replaceChildren(sentence(error.message)))
  }

  jump() {
    const heading = this.#part('result').querySelector('h2, h3')
    heading.tabIndex = -1
    heading.focus()
    heading.scrollIntoView()
  }

  /** @param {string} criterion */
  unfold(criterion) {
    /** @type {HTMLDetailsElement} */
    const details = this.#root.querySelector(`details[data-key="${criterion}"]`)
    details.open = true
    details.querySelector('summary').focus()
  }

  /**
   * @param {string} name
   * @returns {any}
   */
  #part(name) {
    return this.#root.querySelector(`.calc-${name}`)
  }
}

/** Whether the reader has opened or closed it. */
function isTurned(/** @type {HTMLDetailsElement} */ details) {
  return details.open !== (details.dataset.open === '')
}
