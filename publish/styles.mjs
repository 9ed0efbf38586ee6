// Joins style sheets, in order: `node styles.mjs TARGET CONTENT THEIRS OURS`, the last three lists of paths in JSON.
// Of theirs, rules stay whose names stand somewhere in the content; ours are kept whole.

import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { transform } from 'lightningcss'
import { PurgeCSS } from 'purgecss'

// Whether an element has an attribute, as lightningcss reads it.
const has = (/** @type {string} */ name) => ({ type: 'attribute', namespace: null, name, operation: null })

// What theirs say of these matches no page, or ours say again. While such a rule stands, a browser styles everything in a
// part anew when the part's class changes or another page is laid in, or each link when the theme writes its address out.
const COSTLY = [
  has('href'),
  { type: 'pseudo-class', kind: 'not', selectors: [[has('class')]] },
  { type: 'pseudo-element', kind: 'placeholder', vendorPrefix: [] },
]
const isCostly = (/** @type {any[]} */ selector) => selector.some((part) => COSTLY.some((each) => isDeepStrictEqual(part, each)))

// When the palette changes, it changes at once: nothing of theirs fades from colour to colour.
const steady = (/** @type {any} */ declaration) => {
  const value = declaration.value.filter((/** @type {any} */ { property }) => !property.property.endsWith('color'))
  return value.length > 0 ? { ...declaration, value } : []
}
const lighter = {
  Selector: (/** @type {any[]} */ selector) => (isCostly(selector) ? [] : selector),
  Declaration: { transition: steady },
}

const [target, ...lists] = process.argv.slice(2)
const [content, theirs, ours] = lists.map((list) => JSON.parse(list))

const sheet = (/** @type {string[]} */ texts, more = {}) =>
  transform({ filename: target, code: Buffer.from(texts.join('\n')), minify: true, ...more }).code
const purged = await new PurgeCSS().purge({ content, css: theirs, keyframes: true })
const kept = sheet(purged.map(({ css }) => css), { visitor: lighter })
writeFileSync(target, sheet([kept.toString(), ...ours.map((path) => readFileSync(path, 'utf8'))]))
