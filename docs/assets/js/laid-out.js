// Lays out what page.css puts off (content-visibility): what lies far down a page, so that its beginning is there at
// once. The browser does it when such a part comes near; here it is done for the rest, a little at a time, while nothing
// else wants the processor, from the first sign that somebody is there; and at once where an address leads into the page
// or a reader comes back to it, so that the browser finds the place where it will be.

import { someone } from './someone.js'

/** In milliseconds, what has to be left of an idle time to begin with one more. */
const ENOUGH = 8

/** @param {(deadline: {timeRemaining: () => number}) => void} act */
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 20, { timeRemaining: () => 0 }))

const LAID_OUT = 'laid-out'
const root = document.documentElement
const content = () => document.querySelector('.md-content')

addEventListener('click', ({ target }) => {
  const link = /** @type {Element} */ (target).closest('a')
  // The page that it leads to isn't here yet: the root says it until then.
  if (link?.hash) (link.pathname === location.pathname ? content() : root).classList.add(LAID_OUT)
}, { capture: true })

addEventListener('hashchange', () => {
  if (content().classList.contains(LAID_OUT)) return
  // Typed into the address, and scrolled to already.
  content().classList.add(LAID_OUT)
  document.querySelector(':target')?.scrollIntoView()
})

/**
 * @param {Element} within
 * @returns {Element[]}
 */
function putOff(within) {
  return [...within.children].flatMap((each) => (getComputedStyle(each).contentVisibility === 'auto' ? each : putOff(each)))
}

/** To be called for each page that is shown. */
export async function onPage() {
  const page = content()
  if (root.classList.contains(LAID_OUT)) {
    page.classList.add(LAID_OUT)
    root.classList.remove(LAID_OUT)
  }
  await someone
  let rest
  whenIdle(function next(deadline) {
    // The content itself at last: after that nothing in it is put off any more.
    rest ??= [...putOff(page), page]
    do {
      const part = rest.shift()
      if (!part) return
      part.classList.add(LAID_OUT)
      // To ask for its height makes the browser lay it out now, and the time that is left true.
      void part.offsetHeight
    } while (deadline.timeRemaining() > ENOUGH)
    whenIdle(next)
  })
}
