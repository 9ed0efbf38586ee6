// Whether anybody is there: a page may be opened and never looked at.

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll']

/** Resolves at the first sign. */
export const someone = new Promise((resolve) => {
  for (const sign of SIGNS) addEventListener(sign, resolve, { once: true, passive: true })
})
