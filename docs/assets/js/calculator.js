// <itp-calculator>: brings a form that stands in the page to life. It sends what was answered to the core and prints
// the answer. A result is shown only beside the answers that it was worked out from.

import { kept, el } from './dom.js'
import { sentence, showRefusals } from './errors.js'
import { fieldsOf } from './form.js'
import { Parts } from './parts.js'
import { patient } from './patient.js'
import { assessResult, assessSpoken } from './result-assess.js'
import { doseResult, doseSpoken } from './result-dose.js'
import { planResult, planSpoken } from './result-plan.js'
import { responseResult, responseSpoken } from './result-response.js'
import { runtime } from './runtime.js'
import { Speech } from './speech.js'
import { showStatus } from './status.js'

const PRINTERS = {
  dose: { print: doseResult, say: doseSpoken },
  assess: { print: assessResult, say: assessSpoken },
  response: { print: responseResult, say: responseSpoken },
  plan: { print: planResult, say: planSpoken },
}

// In milliseconds: how long after a keystroke to ask, and to call a field half typed no longer.
const ASK_AFTER = 150
const SETTLED_AFTER = 1500

/**
 * @typedef {object} Given
 * @property {{answers: Record<string, import('./patient.js').Answer>, today: string, therapy?: string}} request
 * @property {Record<string, any>} answer as guideline_core/engine/results.py says
 */

class Calculator extends HTMLElement {
  /** @type {Given | null} what is on show: the answer, and what it answers */
  shown = null

  /** @type {Map<string, import('./form.js').Field>} */
  #fields
  /** @type {Parts} */
  #parts
  /** Goes up with every change of the answers: what was asked at an earlier turn comes too late. */
  #turn = 0
  /** Whether the last question was asked in vain. */
  #inVain = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #askTimer
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settleTimer
  /** @type {string | undefined} the question whose answer is half typed */
  #typing
  /** @type {Given | undefined} an answer that finds fault with what is half typed */
  #held
  /** @type {Speech} */
  #speech
  /** @type {AbortController} ends what listens, when the element leaves the page */
  #leave

  connectedCallback() {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    const level = Number(this.dataset.level)
    this.#fields = fieldsOf(this)
    this.#parts = new Parts(namesIn(this.querySelector('template')), this.#fields, level)
    this.#speech = new Speech(this.#part('spoken'))
    this.#part('needs').hidden = true
    this.#part('form').disabled = false
    this.#writeAnswers()
    // A browser may put back what it remembers of the form once the page is loaded: nothing is kept here.
    addEventListener('load', () => this.#writeAnswers(), { once: true, signal })

    this.addEventListener('input', (event) => this.#edited(event), { signal })
    this.addEventListener('change', () => this.#settle(), { signal })
    this.addEventListener('focusout', (event) => this.#left(event), { signal })
    this.addEventListener('click', (event) => this.#clicked(event), { signal })
    for (const intent of ['focusin', 'pointerenter', 'pointerdown']) {
      this.addEventListener(intent, () => runtime.start(), { once: true, signal })
    }
    patient.addEventListener('change', (/** @type {CustomEvent} */ event) => this.#answersChanged(event.detail), { signal })
    runtime.addEventListener('status', () => this.#statusChanged(), { signal })
    document.addEventListener('visibilitychange', () => this.#dayChanged(), { signal })

    // On a calculator's own page that is what a reader came for; elsewhere the first touch says so.
    if (!this.dataset.therapy) whenIdle(() => signal.aborted || runtime.start())
    this.#showStatus()
    this.#soon(0)
  }

  disconnectedCallback() {
    this.#leave.abort()
    for (const timer of [this.#askTimer, this.#settleTimer]) clearTimeout(timer)
    this.#speech.stop()
    this.#turn++
  }

  // The answers

  /** @returns {Record<string, import('./patient.js').Answer>} those that this form asks for */
  #answers() {
    const known = [...this.#fields.keys()].map((question) => [question, patient.get(question)])
    return Object.fromEntries(known.filter(([, answer]) => answer !== undefined))
  }

  #writeAnswers() {
    for (const [question, field] of this.#fields) {
      field.write(patient.get(question))
      if (patient.get(question) !== undefined) field.reveal()
    }
  }

  #edited({ target }) {
    const field = this.#fieldOf(target)
    if (!field) return
    field.tidy(target)
    if (field.isTyped && target.type !== 'select-one') this.#halfTyped(field)
    patient.set(field.question, field.read(), this)
  }

  #left({ target }) {
    const field = this.#fieldOf(target)
    // A date that was left incomplete has told nobody.
    if (field?.kind === 'date' && field.read() !== patient.get(field.question)) patient.set(field.question, field.read(), this)
    this.#settle()
  }

  #clicked(event) {
    const target = event.target.closest('button, a')
    if (!target || !this.contains(target)) return
    const { focus, unfold, confirm } = target.dataset
    const leadsWithin = focus || unfold || target.classList.contains('calc-jump')
    if (leadsWithin) {
      // No trace in the address; the theme's own navigation would leave one, whatever is prevented.
      event.preventDefault()
      event.stopPropagation()
    }
    if (focus) this.#fields.get(focus).focus()
    if (unfold) this.#unfold(unfold)
    if (confirm) this.#confirm(this.#fields.get(confirm))
    if (target.classList.contains('calc-jump')) this.#jump()
    if (target.classList.contains('calc-clear')) this.#clear()
    if (target.classList.contains('calc-retry')) this.#retry()
  }

  /**
   * Exactly what is typed now is right; anything else has to be confirmed again.
   * @param {import('./form.js').Field} field
   */
  #confirm(field) {
    const answer = /** @type {{value: string}} */ (field.read())
    patient.set(field.question, { ...answer, confirmed: true }, this)
    field.focus()
  }

  #clear() {
    patient.clear()
    for (const field of this.#fields.values()) field.write(undefined, true)
    this.#speech.sayNow('All answers are cleared.')
  }

  /** @param {{questions: string[], by: object | undefined}} change */
  #answersChanged({ questions, by }) {
    const own = questions.filter((question) => this.#fields.has(question))
    if (own.length === 0) return
    if (by !== this) for (const question of own) this.#fields.get(question).write(patient.get(question))
    this.#soon(by === this && this.#typing ? ASK_AFTER : 0)
  }

  #dayChanged() {
    if (this.shown && this.shown.request.today !== today()) this.#soon(0)
  }

  // The question and its answer

  /**
   * From here on what is on show answers something else.
   * @param {number} delay
   */
  #soon(delay) {
    this.#turn++
    this.#held = undefined
    clearTimeout(this.#askTimer)
    this.#askTimer = undefined
    this.#inVain = false
    if (Object.keys(this.#answers()).length === 0) return this.#rest()
    this.#part('result').setAttribute('aria-busy', 'true')
    this.#askTimer = setTimeout(() => this.#ask(), delay)
  }

  async #ask() {
    this.#askTimer = undefined
    const turn = ++this.#turn
    const { call, therapy } = this.dataset
    const request = { answers: this.#answers(), today: today(), ...(therapy && { therapy }) }
    const { answer, problem } = await runtime.call(call, request).then(
      (answer) => ({ answer, problem: null }),
      (problem) => ({ answer: null, problem }),
    )
    if (turn !== this.#turn) return
    if (problem) this.#couldNot(problem)
    else this.#receive({ request, answer })
  }

  /** @param {Given} given */
  #receive(given) {
    const { outcome, refusals } = given.answer
    // Half a number often can't be right: the fault is found once the number is whole.
    const early = refusals.some((refusal) => refusal.question === this.#typing)
    if (outcome === 'refused' && early) this.#held = given
    else this.#show(given)
  }

  /** @param {import('./form.js').Field} field */
  #halfTyped(field) {
    this.#typing = field.question
    clearTimeout(this.#settleTimer)
    this.#settleTimer = setTimeout(() => this.#settle(), SETTLED_AFTER)
  }

  /** The field is done with: nothing is waited for any more. */
  #settle() {
    clearTimeout(this.#settleTimer)
    this.#typing = undefined
    if (this.#askTimer) {
      clearTimeout(this.#askTimer)
      this.#ask()
    }
    if (this.#held) this.#show(this.#held)
    this.#held = undefined
  }

  /** @param {Given} given */
  #show(given) {
    const { request, answer } = given
    const { print, say } = PRINTERS[this.dataset.call]
    this.#complain(answer.refusals)
    this.#print(print(answer, this.#parts, request.therapy), request)
    this.#showStatus()
    const heard = [...answer.refusals.map((refusal) => sentence(refusal.message)), ...say(answer, this.#parts)]
    this.#speech.say(heard.map((line) => this.#parts.spoken(line)))
    this.#tell(given)
  }

  /** Nothing is answered, so there is nothing to say. */
  #rest() {
    this.#complain([])
    this.#print([])
    this.#part('empty').hidden = false
    this.#speech.say([])
    this.#tell(null)
  }

  /** @param {import('./errors.js').Refusal[]} refusals */
  #complain(refusals) {
    showRefusals(refusals, this.#fields, this.#part('errors'), this.#parts)
  }

  /** @param {Error} error */
  #couldNot(error) {
    this.#inVain = true
    this.#complain([])
    this.#print([])
    this.#tell(null)
    this.#showStatus(error.message)
  }

  /**
   * @param {Node[]} content
   * @param {Given['request']} [request] what it answers
   */
  #print(content, request) {
    this.#part('given').replaceChildren(...(request ? this.#given(request) : []))
    const place = this.#part('answer')
    const turned = [...place.querySelectorAll('details')].filter(isTurned).map((each) => each.dataset.key)
    place.replaceChildren(...kept(content))
    for (const each of place.querySelectorAll('details')) if (turned.includes(each.dataset.key)) each.open = !each.open
    this.#part('empty').hidden = true
    this.#part('result').setAttribute('aria-busy', 'false')
  }

  /**
   * What was answered, for the paper that a result is printed on.
   * @param {Given['request']} request
   */
  #given({ answers, today: day }) {
    const rows = [['Date', day], ...Object.keys(answers).map((id) => [this.#fields.get(id).label, this.#fields.get(id).said()])]
    return rows.map(([label, said]) => el('div', {}, el('dt', {}, label), el('dd', {}, said)))
  }

  /**
   * For whoever wants to draw the answer elsewhere on the page.
   * @param {Given | null} given
   */
  #tell(given) {
    this.shown = given
    this.dispatchEvent(new CustomEvent('answer', { bubbles: true, detail: given }))
  }

  #jump() {
    const heading = this.#part('result').firstElementChild
    heading.tabIndex = -1
    heading.focus()
    heading.scrollIntoView()
  }

  /** @param {string} criterion */
  #unfold(criterion) {
    /** @type {HTMLDetailsElement} */
    const details = this.querySelector(`details[data-key="${criterion}"]`)
    details.open = true
    details.querySelector('summary').focus()
  }

  // Python

  #statusChanged() {
    this.#showStatus()
    // Somebody has tried again.
    if (runtime.status.state === 'starting' && this.#inVain) this.#soon(0)
  }

  #retry() {
    if (runtime.status.state === 'failed') runtime.retry()
    else this.#soon(0)
  }

  /** @param {string} [problem] why a call had no answer, where Python itself still runs */
  #showStatus(problem) {
    showStatus(this.#part('status'), runtime.status, this.#part('without').textContent, problem)
  }

  // Its parts

  /**
   * @param {string} name
   * @returns {any} the element of this calculator that has it
   */
  #part(name) {
    return this.querySelector(`.calc-${name}`)
  }

  #fieldOf(node) {
    return this.#fields.get(node.closest('[data-question]')?.dataset.question)
  }
}

/** Whether the reader has opened or closed it. */
function isTurned(/** @type {HTMLDetailsElement} */ details) {
  return details.open !== (details.dataset.open === '')
}

/** The reader's calendar date. */
function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** @param {HTMLTemplateElement} template */
function namesIn(template) {
  /** @type {NodeListOf<HTMLElement>} */
  const named = template.content.querySelectorAll('[data-name]')
  return new Map([...named].map((each) => [each.dataset.name, each.textContent]))
}

function whenIdle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 3000 })
  else setTimeout(act, 1000)
}

customElements.define('itp-calculator', Calculator)
