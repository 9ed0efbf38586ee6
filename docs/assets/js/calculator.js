// <itp-calculator>: brings a form that stands in the page to life. It sends what was answered to the core and prints
// the answer. A result is shown only beside the answers that it was worked out from.

import { nextQuestion } from './ahead.js'
import { Conversation } from './conversation.js'
import { sentence, showRefusals } from './errors.js'
import { fieldsOf } from './form.js'
import { showKnown } from './known.js'
import './link.js'
import { Parts } from './parts.js'
import { patient } from './patient.js'
import { Place } from './place.js'
import { assessBrief, assessResult, assessSpoken } from './result-assess.js'
import { doseBrief, doseResult, doseSpoken } from './result-dose.js'
import { planBrief, planResult, planSpoken } from './result-plan.js'
import { responseBrief, responseResult, responseSpoken } from './result-response.js'
import { runtime } from './runtime.js'
import { someone } from './someone.js'
import { Speech } from './speech.js'
import { showStatus } from './status.js'
import { restate } from './units.js'

import './unchecked.js'

const PRINTERS = {
  dose: { print: doseResult, say: doseSpoken, brief: doseBrief },
  assess: { print: assessResult, say: assessSpoken, brief: assessBrief },
  response: { print: responseResult, say: responseSpoken, brief: responseBrief },
  plan: { print: planResult, say: planSpoken, brief: planBrief },
}

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
  /** @type {Conversation} */
  #talk
  /** @type {Place} */
  #place
  /** @type {Speech} */
  #speech
  /** @type {AbortController} ends what listens, when the element leaves the page */
  #leave

  connectedCallback() {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    this.#fields = fieldsOf(this)
    this.#parts = new Parts(namesIn(this.querySelector('template')), this.#fields, Number(this.dataset.level))
    this.#place = new Place(this)
    this.#speech = new Speech(this.#part('spoken'))
    this.#talk = new Conversation({
      request: () => this.#request(),
      call: (request) => runtime.call(this.dataset.call, request),
      wait: () => this.#place.wait(),
      show: (given) => this.#show(given),
      rest: () => this.#rest(),
      couldNot: (problem) => this.#couldNot(problem),
    })
    this.#part('needs').hidden = true
    this.#part('form').disabled = false
    this.#writeAnswers()
    // A browser may put back what it remembers of the form once the page is loaded: nothing is kept here.
    addEventListener('load', () => this.#writeAnswers(), { once: true, signal })

    this.addEventListener('input', (event) => this.#edited(event), { signal })
    this.addEventListener('change', () => this.#talk.settle(), { signal })
    this.addEventListener('focusout', (event) => this.#left(event), { signal })
    this.addEventListener('click', (event) => this.#clicked(event), { signal })
    for (const intent of ['focusin', 'pointerenter', 'pointerdown']) {
      this.addEventListener(intent, () => runtime.start(), { once: true, signal })
    }
    patient.addEventListener('change', (/** @type {CustomEvent} */ event) => this.#answersChanged(event.detail), { signal })
    runtime.addEventListener('status', () => this.#statusChanged(), { signal })
    document.addEventListener('visibilitychange', () => this.#dayChanged(), { signal })

    // On a calculator's own page that is what a reader came for; elsewhere the first touch says so.
    if (!this.dataset.therapy) someone.then(() => signal.aborted || runtime.start())
    this.#showStatus()
  }

  disconnectedCallback() {
    this.#leave.abort()
    this.#talk.end()
    this.#speech.stop()
  }

  // The answers

  /** @returns {Given['request'] | null} with what this form asks for; null where nothing of it is answered */
  #request() {
    const asked = [...this.#fields.values()].filter((field) => field.isAsked)
    const known = asked.map(({ question }) => [question, patient.get(question)]).filter(([, answer]) => answer !== undefined)
    const therapy = this.#therapy()
    return known.length === 0 ? null : { answers: Object.fromEntries(known), today: today(), ...(therapy && { therapy }) }
  }

  /** The one medicine that is asked about, if it is one. */
  #therapy() {
    /** @type {HTMLInputElement | null} */
    const chosen = this.querySelector('.calc-medicine :checked')
    return this.dataset.therapy || chosen?.value
  }

  /** Puts what is known of the patient into the form, and asks the core about it. */
  #writeAnswers() {
    for (const field of this.#fields.values()) {
      const given = patient.get(field.question)
      field.write(given)
      if (given === undefined) continue
      // What came with a link is what the form makes of it.
      this.#tellPatient(field, field.holds(given) ? given : field.read())
      field.reveal()
    }
    this.#chooseMedicine()
  }

  /** @param {import('./form.js').Field} field */
  #tellPatient(field, answer = field.read()) {
    patient.set(field.question, answer, this, { name: field.name, said: field.said() })
  }

  #edited({ target }) {
    if (target.closest('.calc-medicine')) return this.#chooseMedicine()
    const field = this.#fieldOf(target)
    if (!field) return
    field.tidy(target)
    if (target === field.units && field.typed) return this.#changeUnit(field)
    if (field.isTyped && target !== field.units) this.#talk.halfTyped(field.question)
    field.wasTyped()
    this.#tellPatient(field)
  }

  /**
   * The quantity stays what it was: the core says what that is in the other unit, and the reader can say otherwise.
   * @param {import('./form.js').Field} field
   */
  async #changeUnit(field) {
    const said = await restate(field, this.#parts)
    if (said === null) {
      field.wasTyped()
      this.#tellPatient(field)
    } else if (said) this.#speech.sayNow(this.#parts.spoken(said))
  }

  #left({ target }) {
    const field = this.#fieldOf(target)
    // A date that was left incomplete has told nobody.
    if (field?.kind === 'date' && field.read() !== patient.get(field.question)) this.#tellPatient(field)
    this.#talk.settle()
  }

  #clicked(event) {
    const target = event.target.closest('button, a')
    if (!target || !this.contains(target)) return
    const { focus, unfold, confirm, forget, typed, act: what } = target.dataset
    if (focus || unfold || target.classList.contains('calc-jump')) {
      // No trace in the address; the theme's own navigation would leave one, whatever is prevented.
      event.preventDefault()
      event.stopPropagation()
    }
    if (focus) this.#fields.get(focus).focus()
    if (unfold) this.#place.unfold(unfold)
    if (confirm) this.#confirm(this.#fields.get(confirm))
    if (typed) this.#asTyped(this.#fields.get(typed))
    if (forget) patient.set(forget, undefined)
    if (what) this.#place.act(what, this.dataset.call, this.shown.request)
    if (target.classList.contains('calc-jump')) this.#place.jump()
    if (target.classList.contains('calc-clear')) this.#clear()
    if (target.classList.contains('calc-retry')) this.#retry()
  }

  /**
   * Exactly what is typed now is right; anything else has to be confirmed again.
   * @param {import('./form.js').Field} field
   */
  #confirm(field) {
    this.#tellPatient(field, { .../** @type {{value: string}} */ (field.read()), confirmed: true })
    field.focus()
  }

  /**
   * The digits were right and the unit was wrong.
   * @param {import('./form.js').Field} field
   */
  #asTyped(field) {
    field.writeAsTyped()
    this.#tellPatient(field)
    field.focus()
  }

  #clear() {
    patient.clear()
    for (const field of this.#fields.values()) field.write(undefined, true)
    this.#speech.sayNow('All answers are cleared.')
  }

  /** @param {{questions: string[], by: object | undefined}} change */
  #answersChanged({ questions, by }) {
    showKnown(this.#part('known'), this.#fields, today())
    const own = questions.map((question) => this.#fields.get(question)).filter((field) => field?.isAsked)
    if (own.length === 0) return
    if (by !== this) for (const field of own) field.write(patient.get(field.question))
    this.#talk.changed()
  }

  #chooseMedicine() {
    for (const field of this.#fields.values()) field.askFor(this.#therapy())
    for (const group of this.querySelectorAll('.calc-group')) group.toggleAttribute('hidden', !group.querySelector('.q:not([hidden])'))
    showKnown(this.#part('known'), this.#fields, today())
    this.#talk.changed()
  }

  #dayChanged() {
    if (this.shown && this.shown.request.today !== today()) this.#talk.changed()
  }

  // The result

  /** @param {Given} given */
  #show(given) {
    const { request, answer } = given
    const { print, say, brief } = PRINTERS[this.dataset.call]
    this.#complain(answer.refusals)
    const stopped = answer.outcome === 'refused' || answer.outcome === 'out-of-scope'
    this.#place.print(
      [nextQuestion(answer.next, this.#fields, this.#parts), print(answer, this.#parts, request.therapy)],
      [stopped ? this.#parts.outcome(answer.outcome, answer.outcome_label) : brief(answer, this.#parts, request.therapy), this.#parts.arrow()],
      answer.outcome !== 'refused',
    )
    this.#part('empty').hidden = true
    this.#showStatus()
    const heard = [...answer.refusals.map((refusal) => sentence(refusal.message)), ...say(answer, this.#parts)]
    this.#speech.say(heard.map((line) => this.#parts.spoken(line)))
    this.#tell(given)
  }

  /** Nothing is answered, so there is nothing to say. */
  #rest() {
    this.#complain([])
    this.#place.print([nextQuestion(null, this.#fields, this.#parts)])
    this.#part('empty').hidden = false
    this.#speech.say([])
    this.#tell(null)
  }

  /** @param {Error} error */
  #couldNot(error) {
    this.#complain([])
    this.#place.print([nextQuestion(null, this.#fields, this.#parts)])
    this.#part('empty').hidden = true
    this.#tell(null)
    this.#showStatus(error.message)
  }

  /** @param {import('./errors.js').Refusal[]} refusals */
  #complain(refusals) {
    showRefusals(refusals, this.#fields, this.#part('errors'), this.#parts)
  }

  /**
   * For whoever wants to draw the answer elsewhere on the page.
   * @param {Given | null} given
   */
  #tell(given) {
    if (!given && !this.shown) return
    this.shown = given
    this.dispatchEvent(new CustomEvent('answer', { bubbles: true, detail: given }))
  }

  // Python

  #statusChanged() {
    this.#showStatus()
    // Somebody has tried again.
    if (runtime.status.state === 'starting' && this.#talk.inVain) this.#talk.changed()
  }

  #retry() {
    if (runtime.status.state === 'failed') runtime.retry()
    else this.#talk.changed()
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

customElements.define('itp-calculator', Calculator)
