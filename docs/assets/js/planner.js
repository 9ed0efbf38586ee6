// The plan on show as a calendar file. The core writes it and this page hands it over: nothing is sent.

import { patient } from './patient.js'
import { runtime } from './runtime.js'

const KEPT_FOR = 60_000

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest('.plan-file')
  if (!button) return
  const { request } = /** @type {any} */ (button.closest('itp-calculator')).shown
  const { calendar } = /** @type {any} */ (await runtime.call('calendar', { ...request, series: patient.series }))
  save(calendar.name, calendar.text)
})

/**
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
}
