// Lays out what page.css puts off (content-visibility): what lies far down a page, so that its beginning is there at
// once. The browser does it when such a part comes near; here it is done for the rest, a little at a time, while nothing
// else wants the processor. Then a picture of the whole page, and a link into it, find everything in its place.

const PUT_OFF = '.pic, .dose-table, .evidence, .care, .works, .entry, .calc:not(.wide)'
/** In milliseconds, what has to be left of an idle time to begin with one more. */
const ENOUGH = 8

/** @param {(deadline: {timeRemaining: () => number}) => void} act */
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 20, { timeRemaining: () => 0 }))

function layOut() {
  /** @type {HTMLElement[]} */
  const rest = [...document.querySelectorAll(PUT_OFF)]
  whenIdle(function next(deadline) {
    do {
      const part = rest.shift()
      if (!part) return
      part.classList.add('laid-out')
      // To ask for its height makes the browser lay it out now, and the time that is left true.
      void part.offsetHeight
    } while (deadline.timeRemaining() > ENOUGH)
    whenIdle(next)
  })
}

/** @type {{subscribe: (act: () => void) => void} | undefined} the theme's word that another page has been laid into this one */
const pages = /** @type {any} */ (window).document$
if (pages) pages.subscribe(layOut)
else layOut()
