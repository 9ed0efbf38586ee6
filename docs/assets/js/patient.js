// The answers on one patient, shared by every calculator that the reader comes to. They live in this page's memory
// and nowhere else: a reload, or a closed tab, forgets them.

/**
 * @typedef {string | string[] | {value: string, unit?: string, confirmed?: true}} Answer as the core takes it
 */

class Patient extends EventTarget {
  /** @type {Map<string, Answer>} */
  #answers = new Map()

  /** @param {string} question */
  get(question) {
    return this.#answers.get(question)
  }

  /**
   * @param {string} question
   * @param {Answer | undefined} answer undefined where it isn't known
   * @param {object} [by] who set it
   */
  set(question, answer, by) {
    if (answer === undefined) this.#answers.delete(question)
    else this.#answers.set(question, answer)
    this.#tell([question], by)
  }

  clear() {
    const questions = [...this.#answers.keys()]
    this.#answers.clear()
    this.#tell(questions)
  }

  /**
   * @param {string[]} questions
   * @param {object} [by]
   */
  #tell(questions, by) {
    this.dispatchEvent(new CustomEvent('change', { detail: { questions, by } }))
  }
}

export const patient = new Patient()
