// When to ask the core, and when to hear it: at once, but one question at a time; never an answer that comes too late; and
// no fault found with a field that is half typed.

/**
 * @typedef {object} Partner
 * @property {() => object | null} request what to ask, or null where nothing is answered
 * @property {(request: object) => Promise<Record<string, any>>} call
 * @property {() => void} wait what is on show answers something else from here on
 * @property {(given: {request: any, answer: any}) => void} show
 * @property {() => void} rest nothing is answered, so there is nothing to say
 * @property {(error: Error) => void} couldNot
 */

// In milliseconds: when to call a field half typed no longer.
const SETTLED_AFTER = 1500

export class Conversation {
  /** Whether the last question was asked in vain. */
  inVain = false

  #partner
  /** Goes up with every change of the answers: what was asked at an earlier turn comes too late. */
  #turn = 0
  #asking = false
  #over = false
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

  /** The answers have changed. */
  changed() {
    this.#interrupt()
    if (!this.#partner.request()) return this.#partner.rest()
    this.#partner.wait()
    if (!this.#asking) this.#ask()
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
    if (this.#held) this.#partner.show(this.#held)
    this.#held = undefined
  }

  end() {
    this.#over = true
    clearTimeout(this.#settleTimer)
  }

  #interrupt() {
    this.#turn++
    this.#held = undefined
    this.inVain = false
  }

  /** Asks until the answer is one to what is answered now. */
  async #ask() {
    this.#asking = true
    let turn, request, answer, problem
    do {
      turn = this.#turn
      request = this.#partner.request()
      if (request) [answer, problem] = await this.#partner.call(request).then((found) => [found, null], (error) => [null, error])
    } while (turn !== this.#turn && !this.#over)
    this.#asking = false
    if (!request || this.#over) return
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
