// <itp-unchecked>: until Python answers, marks in the table that stands in the page the row for the weight that was typed,
// or the two rows around it, and says what nobody has checked. It looks rows up, and works nothing out.

import { el } from './dom.js'
import { patient } from './patient.js'
import { runtime } from './runtime.js'

class Unchecked extends HTMLElement {
  /** @type {AbortController} ends what listens, when the element leaves the page */
  #leave

  connectedCallback() {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    patient.addEventListener('change', () => this.#show(), { signal })
    runtime.addEventListener('status', () => this.#show(), { signal })
    this.#show()
  }

  disconnectedCallback() {
    this.#leave.abort()
  }

  #show() {
    /** @type {HTMLTableRowElement[]} */
    const rows = [...this.closest('figure').querySelectorAll('tr[data-size]')]
    const { by, unit, mark } = this.dataset
    const typed = runtime.status.state === 'ready' ? undefined : /** @type {any} */ (patient.get(by))
    const around = typed?.unit === unit ? rowsAround(rows, typed.value) : []
    for (const row of rows) {
      row.querySelector('.dose-mark')?.remove()
      row.classList.toggle('is-unchecked', around.includes(row))
      if (around.includes(row)) row.cells[0].prepend(el('span', { class: 'dose-mark' }, `${mark} `))
    }
    for (const gate of this.querySelectorAll('[data-asks]')) {
      gate.hidden = gate.dataset.asks.split(' ').every((question) => patient.get(question) !== undefined)
    }
    this.querySelector('.dose-open').hidden = !this.querySelector('[data-asks]:not([hidden])')
    this.hidden = around.length === 0
  }
}

/**
 * The row of this size, or the nearest one below and above; none outside the table.
 * @param {HTMLTableRowElement[]} rows from small to large
 * @param {string} typed
 */
function rowsAround(rows, typed) {
  const size = /^\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.replace(',', '.')) : NaN
  const below = rows.findLast((row) => Number(row.dataset.size) <= size)
  const above = rows.find((row) => Number(row.dataset.size) >= size)
  return below && above ? [...new Set([below, above])] : []
}

customElements.define('itp-unchecked', Unchecked)
