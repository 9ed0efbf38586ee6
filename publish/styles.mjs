// Joins style sheets, in order: `node styles.mjs TARGET CONTENT THEIRS OURS`, the last three lists of paths in JSON.
// Of theirs, rules stay whose names stand somewhere in the content; ours are kept whole.

import { readFileSync, writeFileSync } from 'node:fs'
import { transform } from 'lightningcss'
import { PurgeCSS } from 'purgecss'

const [target, ...lists] = process.argv.slice(2)
const [content, theirs, ours] = lists.map((list) => JSON.parse(list))

const purged = await new PurgeCSS().purge({ content, css: theirs, keyframes: true })
const sheets = [...purged.map((sheet) => sheet.css), ...ours.map((path) => readFileSync(path, 'utf8'))]
const { code } = transform({ filename: target, code: Buffer.from(sheets.join('\n')), minify: true })
writeFileSync(target, code)
