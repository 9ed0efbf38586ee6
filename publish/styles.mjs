// Joins style sheets, in order: `node styles.mjs TARGET CONTENT THEIRS OURS`, the last three lists of paths in JSON.
// Of theirs, rules stay whose names stand somewhere in the content; ours are kept whole.

import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { transform } from 'lightningcss'
import { PurgeCSS } from 'purgecss'

// Whether an element has an attribute, as lightningcss reads it.
const has = (/** @type {string} */ name) => ({ type: 'attribute', namespace: null, name, operation: null })

// What the theme's rules say of these matches no page, or for a blink only. While such a rule stands, a browser styles
// everything in a part anew when the part's class changes, or the palette is set: on each first visit, five times over.
const COSTLY = [has('data-md-color-switching'), { type: 'pseudo-class', kind: 'not', selectors: [[has('class')]] }]

const [target, ...lists] = process.argv.slice(2)
const [content, theirs, ours] = lists.map((list) => JSON.parse(list))

const purged = await new PurgeCSS().purge({ content, css: theirs, keyframes: true })
const sheets = [...purged.map((sheet) => sheet.css), ...ours.map((path) => readFileSync(path, 'utf8'))]
const { code } = transform({
  filename: target,
  code: Buffer.from(sheets.join('\n')),
  minify: true,
  visitor: { Selector: (selector) => (selector.some((part) => COSTLY.some((each) => isDeepStrictEqual(part, each))) ? [] : selector) }
})
writeFileSync(target, code)
