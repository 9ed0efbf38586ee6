// Firefox at the end of a pipe, by WebDriver BiDi: a line of JSON in, one out. Only engines.py talks to it.
//   {goto: address}      {}
//   {ask: script}        {said}       an expression, or a promise for one
//   {}                   {requested}  the address of every request so far

import { createInterface } from 'node:readline'
import puppeteer from 'puppeteer-core'

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.argv[2], headless: true })
const page = await browser.newPage()
const requested = []
page.on('request', (request) => requested.push(request.url()))
console.log(JSON.stringify({ version: await browser.version() }))

for await (const line of createInterface({ input: process.stdin })) {
  const { goto, ask } = JSON.parse(line)
  if (goto) await page.goto(goto)
  console.log(JSON.stringify(goto ? {} : ask ? { said: await page.evaluate(ask) } : { requested }))
}
await browser.close()
