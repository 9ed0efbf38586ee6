// Keeps the site usable without a network. What it keeps stands in offline-files.js, written by publish/offline.py:
// every page and what it needs at once; Python and the PDF once a reader has used them or asks for them.
//
// A page comes from the network first, since clinical content may not go stale in silence; the kept copy comes after a
// short patience, and the page then says so. What is named by its content comes from the copy. Each build keeps its
// files in a cache of its own; the build before is kept too, for pages that are still open.

importScripts('offline-files.js')

/**
 * @typedef {object} Site
 * @property {string} build
 * @property {string} edition
 * @property {string[]} changes
 * @property {Record<string, [hash: string, bytes: number]>} pages
 * @property {Record<string, [hash: string, bytes: number]>} large
 */

/** @type {Site} */
const SITE = self.SITE
const SCOPE = self.registration.scope
const PREFIX = `itp ${new URL(SCOPE).pathname} `
const CACHE = PREFIX + SITE.build
const FILES = { ...SITE.pages, ...SITE.large }
const NOTES = 'offline-notes.json'

const PATIENCE_MS = 3000
const AT_ONCE = 6
const NAMED_BY_CONTENT = /^python\/[0-9a-f]{16}\/|^assets\/js\.[0-9a-f]{8}\/|^assets\/.*\.[0-9a-f]{8}\./

/** @type {Set<string>} pages that were given a kept copy, and have not asked yet */
const givenKept = new Set()

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))

self.addEventListener('fetch', (event) => {
  const name = event.request.method === 'GET' ? nameOf(event.request.url) : undefined
  if (name === undefined) return
  event.respondWith(NAMED_BY_CONTENT.test(name) ? keptFirst(event.request, name) : networkFirst(event, name))
})

self.addEventListener('message', (event) => {
  const answer = { state, keep, seen }[event.data]
  event.waitUntil(answer(event.source.id).then(
    (said) => event.ports[0].postMessage(said),
    (error) => event.ports[0].postMessage({ problem: error.name }),
  ))
})

// A build comes and goes

async function install() {
  const notes = await Promise.all((await ourCaches()).filter((name) => name !== CACHE).map(notesOf))
  const before = notes.filter(Boolean).at(-1)
  await fill(SITE.pages)
  // Two editions back would be no news of what changed since the last visit.
  const previous = before && before.edition !== SITE.edition ? before.edition : before?.previous
  await note({ edition: SITE.edition, previous })
  await self.skipWaiting()
}

async function activate() {
  await self.clients.claim()
  const old = (await ourCaches()).filter((name) => name !== CACHE)
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
  const { build, edition, changes } = SITE
  for (const client of await self.clients.matchAll()) client.postMessage({ arrived: { build, edition, changes } })
}

/** @param {Site['pages']} files all of them, or it fails */
async function fill(files) {
  const cache = await caches.open(CACHE)
  const waiting = Object.keys(files)
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await cache.match(name))) await cache.put(name, await copyOf(name, files[name][0]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/**
 * From an earlier build where that has the very same file, else from the network, checked.
 * @param {string} name
 * @param {string} hash
 */
async function copyOf(name, hash) {
  for (const cache of await ourCaches()) {
    const kept = await (await caches.open(cache)).match(name)
    if (kept && (await hashOf(kept.clone())) === hash) return kept
  }
  return plain(await fetch(name, { cache: 'no-cache', integrity: hash }))
}

async function hashOf(/** @type {Response} */ response) {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer())
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}

/** A browser takes no answer for a page that came by a detour, as from hosts that take the .html away. */
async function plain(/** @type {Response} */ response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`)
  return new Response(await response.blob(), { headers: { 'Content-Type': response.headers.get('Content-Type') } })
}

// A file is asked for

/**
 * @param {string} url
 * @returns {string | undefined} the name of one of the site's files
 */
function nameOf(url) {
  if (!url.startsWith(SCOPE)) return undefined
  const path = decodeURIComponent(new URL(url).pathname.slice(new URL(SCOPE).pathname.length))
  return [path || 'index.html', `${path}.html`].find((name) => name in FILES || NAMED_BY_CONTENT.test(name))
}

/**
 * @param {Request} request
 * @param {string} name
 */
async function keptFirst(request, name) {
  const kept = await keptCopy(name)
  if (kept) return kept
  const response = await fetch(request)
  // Where there is no room, it goes on without a copy.
  if (response.ok && name in FILES) keepCopy(name, response.clone()).catch(() => {})
  return response
}

/** Of this build or the one before: what is named by its content is the same in both. */
async function keptCopy(/** @type {string} */ name) {
  for (const cache of (await ourCaches()).reverse()) {
    const kept = await (await caches.open(cache)).match(name)
    if (kept) return kept
  }
}

/**
 * @param {string} name
 * @param {Response} response
 */
async function keepCopy(name, response) {
  if ((await hashOf(response.clone())) === FILES[name][0]) await (await caches.open(CACHE)).put(name, await plain(response))
}

/**
 * @param {FetchEvent} event
 * @param {string} name
 */
async function networkFirst(event, name) {
  const network = fetch(event.request)
  const kept = await (await caches.open(CACHE)).match(name)
  if (!kept) return network
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const answer = await Promise.race([network.catch(() => undefined), late])
  if (answer && answer.status < 500) return answer
  if (name.endsWith('.html')) tellKept(event)
  return kept
}

/** @param {FetchEvent} event */
async function tellKept({ clientId, resultingClientId }) {
  if (resultingClientId) return givenKept.add(resultingClientId)
  const client = await self.clients.get(clientId)
  client?.postMessage({ kept: true })
}

// A page asks

/** @param {string} client */
async function state(client) {
  const { build, edition, changes } = SITE
  const have = await (await caches.open(CACHE)).keys()
  const names = new Set(have.map(({ url }) => nameOf(url)))
  const bytes = Object.entries(FILES).reduce((sum, [name, [, size]]) => sum + (names.has(name) ? size : 0), 0)
  const missing = Object.entries(SITE.large).reduce((sum, [name, [, size]]) => sum + (names.has(name) ? 0 : size), 0)
  const { previous } = (await notesOf(CACHE)) ?? {}
  return { build, edition, changes, previous, bytes, missing, kept: givenKept.delete(client) }
}

/** @param {string} client */
async function keep(client) {
  await fill(SITE.large)
  return state(client)
}

/** The news of what has changed has been read. */
async function seen() {
  await note({ edition: SITE.edition })
  return {}
}

// What is kept

/** Those of this site, oldest first; another site of the same host has its own. */
async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX))
}

/**
 * @param {string} cache
 * @returns {Promise<{edition: string, previous?: string} | undefined>}
 */
async function notesOf(cache) {
  return (await (await caches.open(cache)).match(NOTES))?.json()
}

/** @param {{edition: string, previous?: string}} notes */
async function note(notes) {
  await (await caches.open(CACHE)).put(NOTES, Response.json(notes))
}
