// What a reader does with a result: copy it for the notes, print it, make a link that carries the answers.

import { el } from './dom.js'
import { linkTo } from './link.js'
import { runtime } from './runtime.js'

/**
 * @param {string} what
 * @param {{call: string, request: {answers: Record<string, import('./patient.js').Answer>}}} given
 * @param {HTMLElement} place says how it went
 * @param {string} caution what to know before a link is passed on
 */
export async function act(what, { call, request }, place, caution) {
  place.replaceChildren()
  if (what === 'print') return print()
  if (what === 'link') return copy(linkTo(request.answers), 'The link is copied. ' + caution, place)
  const { text } = await runtime.call('note', { call, ...request })
  return copy(text, 'Copied, with the answers, the sources and the caution.', place)
}

/**
 * @param {string} text
 * @param {string} done
 * @param {HTMLElement} place
 */
async function copy(text, done, place) {
  try {
    await navigator.clipboard.writeText(text)
    place.replaceChildren(done)
  } catch {
    // A browser may not let a page write there: then the reader does it.
    const box = /** @type {HTMLTextAreaElement} */ (el('textarea', { readonly: true, rows: 6, 'aria-label': 'To copy by hand' }))
    box.value = text
    place.replaceChildren('This browser doesn’t let the page copy. Copy it from here:', box)
    box.focus()
    box.select()
  }
}
