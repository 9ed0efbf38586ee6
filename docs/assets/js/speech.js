// What a listener hears of a result: the lines that are new, once the reader pauses.

// In milliseconds.
const PAUSE = 1000

export class Speech {
  /** @type {string[]} */
  #said = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer

  /** @param {HTMLElement} place a live region */
  constructor(place) {
    this.place = place
  }

  /** @param {string[]} lines */
  say(lines) {
    this.stop()
    this.#timer = setTimeout(() => {
      this.place.textContent = lines.filter((line) => !this.#said.includes(line)).join(' ')
      this.#said = lines
    }, PAUSE)
  }

  /** @param {string} line not part of a result */
  sayNow(line) {
    this.place.textContent = line
  }

  stop() {
    clearTimeout(this.#timer)
  }
}
