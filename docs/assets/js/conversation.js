// When to ask the core, and when to hear it: not at every keystroke, never an answer that comes too late, and no fault
// found with a field that is half typed.

/**
 * @typedef {object} Partner
 * @property {() => object | null} request what to ask, or null where nothing is answered
 * @property {(request: object) => Promise<Record<string, any>>} call
 * @property {() => void} wait what is on show answers something else from here on
 * @property {(given: {request: any, answer: any}) => void} show
 * @property {() => void} rest nothing is answered, so there is nothing to say
 * @property {(error: Error) => void} couldNot
 */

// In milliseconds: how long after a keystroke to ask, and to call a field half typed no longer.
const ASK_AFTER = 150
const SETTLED_AFTER = 1500

export class Conversation {
  /** Whether the last question was asked in vain. */
  inVain = false

  #partner
  /** Goes up with every change of the answers: what was asked at an earlier turn comes too late. */
  #turn = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #askTimer
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settleTimer
  /** @type {string | undefined} the question whose answer is half typed */
  #typing
  /** @type {{request: any, answer: any} | undefined} an answer that finds fault with what is half typed */
  #held

  /** @param {Partner} partner */
  constructor(partner) {
    this.#partner = partner
  }

  /** The answers have changed. Asks, after the next keystrokes if a field is being typed into by the one who changed them. */
  changed(byHand = false) {
    this.#interrupt()
    if (!this.#partner.request()) return this.#partner.rest()
    this.#partner.wait()
    this.#askTimer = setTimeout(() => this.#ask(), byHand && this.#typing ? ASK_AFTER : 0)
  }

  /** @param {string} question whose answer is half typed from here on */
  halfTyped(question) {
    this.#typing = question
    clearTimeout(this.#settleTimer)
    this.#settleTimer = setTimeout(() => this.settle(), SETTLED_AFTER)
  }

  /** The field is done with: nothing is waited for any more. */
  settle() {
    clearTimeout(this.#settleTimer)
    this.#typing = undefined
    if (this.#askTimer) {
      clearTimeout(this.#askTimer)
      this.#ask()
    }
    if (this.#held) this.#partner.show(this.#held)
    this.#held = undefined
  }

  end() {
    this.#interrupt()
    clearTimeout(this.#settleTimer)
  }

  #interrupt() {
    this.#turn++
    this.#held = undefined
    this.inVain = false
    clearTimeout(this.#askTimer)
    this.#askTimer = undefined
  }

  async #ask() {
    this.#askTimer = undefined
    const turn = ++this.#turn
    const request = this.#partner.request()
    const { answer, problem } = await this.#partner.call(request).then(
      (answer) => ({ answer, problem: null }),
      (problem) => ({ answer: null, problem }),
    )
    if (turn !== this.#turn) return
    this.inVain = problem !== null
    if (problem) this.#partner.couldNot(problem)
    else this.#receive({ request, answer })
  }

  #receive(given) {
    const { outcome, refusals } = given.answer
    // Half a number often can't be right: the fault is found once the number is whole.
    const early = outcome === 'refused' && refusals.some((refusal) => refusal.question === this.#typing)
    if (early) this.#held = given
    else this.#partner.show(given)
  }
}
