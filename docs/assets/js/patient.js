// The answers on one patient, shared by every calculator that the reader comes to. They live in this page's memory
// and nowhere else: a reload, or a closed tab, forgets them.

/**
 * @typedef {string | string[] | {value: string, unit?: string, confirmed?: true}} Answer as the core takes it
 * @typedef {{name: string, said: string}} Words the question in short and the answer, as the form has them
 */

class Patient extends EventTarget {
  /** @type {Map<string, {answer: Answer, words?: Words}>} */
  #known = new Map()
  /** Made by chance, anew for each patient: a calendar program must not take one patient's plan for another's. */
  series = series()

  /** @param {string} question */
  get(question) {
    return this.#known.get(question)?.answer
  }

  /** @returns {[string, Words | undefined][]} what is known, in the order in which it was first said */
  said() {
    return [...this.#known].map(([question, { words }]) => [question, words])
  }

  /**
   * @param {string} question
   * @param {Answer | undefined} answer undefined where it isn't known
   * @param {object} [by] who set it
   * @param {Words} [words]
   */
  set(question, answer, by, words) {
    if (answer === undefined) this.#known.delete(question)
    else this.#known.set(question, { answer, words })
    this.#tell([question], by)
  }

  /** @param {Record<string, Answer>} answers that came with a link: they are another patient's */
  open(answers) {
    const questions = [...new Set([...this.#known.keys(), ...Object.keys(answers)])]
    this.series = series()
    this.#known = new Map(Object.entries(answers).map(([question, answer]) => [question, { answer }]))
    this.#tell(questions)
  }

  clear() {
    this.open({})
  }

  /**
   * @param {string[]} questions
   * @param {object} [by]
   */
  #tell(questions, by) {
    this.dispatchEvent(new CustomEvent('change', { detail: { questions, by } }))
  }
}

function series() {
  return crypto.getRandomValues(new Uint32Array(4)).join('-')
}

export const patient = new Patient()
