// A number, a citation, a term or the mark of a defect opens a card with the entry that it links to. The register itself
// is the store: its page is fetched once, and the entry is copied out of it, so that no word of a card is written here.

const STORES = new Set(['facts.html', 'sources.html', 'unclear.html', 'definitions.html'])
const ENTRY = 'article, .terms > div'
const LEFT_OUT = '.headerlink, details'
const INTENT = 180
const GRACE = 260
const GAP = 7

/** @type {Map<string, Promise<Document | null>>} */
const stores = new Map()
/** @type {HTMLAnchorElement | null} */
let opener = null
/** Counts openings, so that an entry that comes late does not open over a later one. */
let turn = 0
let timer = 0
let opensSheet = false

const card = () => /** @type {HTMLElement} */ (document.getElementById('entry-card'))
const isOpen = () => card()?.matches(':popover-open') ?? false
const isSheet = () => matchMedia('(width < 48em)').matches

/**
 * The link that a card can open from: to one entry of a register, from the page's text.
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | null}
 */
function linkAt(target) {
  const link = target instanceof Element ? target.closest('main a[href*="#"]') : null
  if (!(link instanceof HTMLAnchorElement) || link.matches('.headerlink, .index a, [data-focus], [data-unfold]')) return null
  return STORES.has(pageOf(link)) && link.hash.length > 1 ? link : null
}

/** @param {HTMLAnchorElement} link */
function pageOf(link) {
  return link.pathname.slice(link.pathname.lastIndexOf('/') + 1)
}

/**
 * The entry that a link leads to, as a copy without ids.
 * @param {HTMLAnchorElement} link
 * @returns {Promise<HTMLElement | null>}
 */
async function entryOf(link) {
  const { origin, pathname } = link
  const here = origin + pathname === location.origin + location.pathname
  if (!here && !stores.has(pathname)) stores.set(pathname, fetched(pathname))
  const store = here ? document : await stores.get(pathname)
  if (!store) stores.delete(pathname)
  const found = store?.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(ENTRY)
  const copy = found?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return null
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove()
  for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id')
  return copy
}

/**
 * @param {string} address
 * @returns {Promise<Document | null>} null where it can't be had: the link still leads there
 */
async function fetched(address) {
  try {
    const response = await fetch(address)
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null
  } catch {
    return null
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {boolean} [byKeys] whether it was reached by the keyboard, and how to go on should be said
 */
async function open(link, byKeys = false) {
  const mine = ++turn
  const entry = await entryOf(link)
  if (mine !== turn || !link.isConnected) return
  if (!entry) return close()
  if (isOpen()) card().hidePopover()
  opener = link
  card().querySelector('.card-body')?.replaceChildren(entry)
  card().querySelector('.card-go')?.setAttribute('href', link.href)
  card().classList.toggle('is-by-keys', byKeys)
  say('')
  card().scrollTop = 0
  card().showPopover()
  if (!isSheet()) place(link)
}

function close() {
  turn++
  clearTimeout(timer)
  opener = null
  if (!isOpen()) return
  card().hidePopover()
}

/**
 * Below the link, or above it where there is no room; it scrolls with the page.
 * @param {HTMLAnchorElement} link
 */
function place(link) {
  const { style, offsetWidth, offsetHeight } = card()
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect()
  const left = Math.max(GAP, Math.min(line.left - GAP, document.documentElement.clientWidth - offsetWidth - GAP))
  const below = line.bottom + GAP + offsetHeight < innerHeight || line.top < offsetHeight + GAP
  const top = below ? line.bottom + GAP : line.top - GAP - offsetHeight
  style.setProperty('left', `${left + scrollX}px`)
  style.setProperty('top', `${top + scrollY}px`)
}

/** @param {string} words */
function say(words) {
  const said = card().querySelector('.card-said')
  if (said) said.textContent = words
}

/** @param {() => void} act @param {number} wait */
function soon(act, wait) {
  clearTimeout(timer)
  timer = window.setTimeout(act, wait)
}

/** @param {HTMLElement} button */
async function copy(button) {
  const { href } = /** @type {HTMLAnchorElement} */ (card().querySelector('.card-go'))
  const done = await navigator.clipboard?.writeText(href).then(() => true, () => false)
  say((done ? button.dataset.done : button.dataset.failed) ?? '')
}

// A mouse: it opens after a moment over the link, and stays while the mouse is on the link or on the card.
document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse' || !(event.target instanceof Element)) return
  const link = linkAt(event.target)
  if (link && card() && link !== opener) soon(() => open(link), isOpen() ? INTENT / 2 : INTENT)
  else if (link || event.target.closest('#entry-card')) clearTimeout(timer)
  else if (opener && document.activeElement !== opener && !card().contains(document.activeElement)) soon(close, GRACE)
  else if (!opener && !linkAt(document.activeElement)?.matches(':focus-visible')) close()
})

// Keys: it opens where the focus is. Down steps into it, Escape closes it, and the tab key goes on to the next link.
document.addEventListener('focusin', ({ target }) => {
  const link = linkAt(target)
  if (link && link !== opener && link.matches(':focus-visible')) soon(() => open(link, true), INTENT)
  else if (opener && target !== opener && !card().contains(/** @type {Node} */ (target))) close()
})
document.addEventListener('keydown', (event) => {
  if (!isOpen()) return
  const parts = [...card().querySelectorAll('a[href], button')].filter((part) => part.checkVisibility())
  const inside = card().contains(document.activeElement)
  if (event.key === 'Escape') leave()
  else if (event.key === 'ArrowDown' && document.activeElement === opener) card().focus()
  else if (event.key === 'Tab' && inside && document.activeElement === (event.shiftKey ? parts[0] : parts.at(-1))) leave()
  else return
  event.preventDefault()
})

/** Closes it, and gives the focus back to the link if the card had it. */
function leave() {
  const back = opener
  const inside = card().contains(document.activeElement)
  close()
  if (!inside || !back) return
  opener = back
  back.focus()
  opener = null
}

// A finger: the first touch opens it, a second one on the same link follows the link, one elsewhere closes it.
document.addEventListener('pointerdown', (event) => {
  const link = linkAt(event.target)
  opensSheet = event.pointerType !== 'mouse' && link !== null && link !== opener
  const within = event.target instanceof Element && event.target.closest('#entry-card')
  if (opener && link !== opener && !within) close()
})
document.addEventListener('pointercancel', () => { opensSheet = false })
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return
  const link = linkAt(event.target)
  if (link && opensSheet && event.detail) {
    opensSheet = false
    event.preventDefault()
    event.stopPropagation()
    open(link)
  } else if (link || event.target.closest('.card-go, .card-body a, .card-close')) leave()
  const button = event.target.closest('.card-copy')
  if (button instanceof HTMLElement) copy(button)
}, { capture: true })
