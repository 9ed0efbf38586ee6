// Turns drawings into pictures: `node draw.mjs FONT…`, with a list of {svg, width, target} in JSON on standard input.

import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

const font = { fontFiles: process.argv.slice(2), loadSystemFonts: false }
for (const { svg, width, target } of JSON.parse(readFileSync(0, 'utf8'))) {
  writeFileSync(target, new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render().asPng())
}
