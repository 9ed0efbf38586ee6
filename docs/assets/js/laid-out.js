// Lays out what page.css puts off (content-visibility): what lies far down a page, so that its beginning is there at
// once. The browser does it when such a part comes near; here it is done for the rest, a little at a time, while nothing
// else wants the processor, from the first sign that somebody is there. Then a link into the page finds everything in its
// place.

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll']

/** In milliseconds, what has to be left of an idle time to begin with one more. */
const ENOUGH = 8

/** @param {(deadline: {timeRemaining: () => number}) => void} act */
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 20, { timeRemaining: () => 0 }))

const someone = new Promise((resolve) => {
  for (const sign of SIGNS) addEventListener(sign, resolve, { once: true, passive: true })
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
  await someone
  const content = document.querySelector('.md-content')
  let rest
  whenIdle(function next(deadline) {
    // The content itself at last: after that nothing in it is put off any more.
    rest ??= [...putOff(content), content]
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
