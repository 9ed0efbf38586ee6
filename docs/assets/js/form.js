// The questions of one calculator as the page holds them. Typed text is passed on as it stands: the core reads it.

import { dayInWords, el } from './dom.js'

/** @typedef {import('./patient.js').Answer} Answer */

/**
 * The fields below an element, by the id of their question.
 * @param {HTMLElement} root
 * @returns {Map<string, Field>}
 */
export function fieldsOf(root) {
  /** @type {NodeListOf<HTMLElement>} */
  const nodes = root.querySelectorAll('[data-question]')
  return new Map([...nodes].map((node) => [node.dataset.question, new Field(node)]))
}

export class Field {
  /** Whether this calculator asks it now: of one medicine it asks only what that one needs. */
  isAsked = true
  /** @type {{value: string, unit: string} | undefined} the number as it was typed last, in the unit of that time */
  typed

  /** Whether what stands there is only the same in another unit, and `typed` is still the answer. */
  #isRestated = false
  #error
  #hinted

  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node
    this.question = node.dataset.question
    this.label = node.dataset.label
    /** How a sentence names it. */
    this.name = node.dataset.name
    this.kind = node.dataset.kind
    this.isTyped = !['choice', 'set'].includes(this.kind)
    this.boxes = [...node.querySelectorAll('input')]
    this.units = node.querySelector('select')
    this.#error = node.querySelector('.q-error')
    this.#hinted = this.#described.getAttribute('aria-describedby')
  }

  /** @param {string | undefined} therapy the one that is asked about, or none for all of them */
  askFor(therapy) {
    const wanted = this.node.dataset.for?.split(' ')
    this.isAsked = !therapy || !wanted || wanted.includes(therapy)
    this.node.hidden = !this.isAsked
  }

  /** Where the focus goes. */
  get target() {
    return this.boxes.find((box) => box.checked) ?? this.boxes[0]
  }

  /** What carries the hint, the error and the word that it is wrong. */
  get #described() {
    return this.isTyped ? this.boxes[0] : this.node
  }

  /** @returns {Answer | undefined} undefined where it isn't known */
  read() {
    const [box] = this.boxes
    const checked = this.boxes.filter((each) => each.checked)
    switch (this.kind) {
      case 'choice':
        return checked[0]?.value || undefined
      case 'set':
        if (checked.some((each) => each.dataset.alone === 'unknown')) return undefined
        return checked.filter((each) => !each.dataset.alone).map((each) => each.value)
      case 'date':
        // A date that isn't complete has no value, but it isn't nothing.
        return box.value || (box.validity.badInput ? 'an incomplete date' : undefined)
      default: {
        if (this.#isRestated) return this.typed
        if (!box.value.trim()) return undefined
        const unit = this.units ? this.units.value : box.parentElement.dataset.unit
        return unit ? { value: box.value, unit } : { value: box.value }
      }
    }
  }

  /** @param {Answer | undefined} answer */
  holds(answer) {
    return same(answer, this.read())
  }

  /** The answer in the words of the form. */
  said() {
    if (!this.isTyped) return this.boxes.filter((box) => box.checked).map((box) => box.labels[0].textContent).join(', ')
    if (this.kind === 'date') return dayInWords(this.boxes[0].value)
    const unit = this.units ? this.units.selectedOptions[0].text : (this.node.querySelector('.q-unit')?.firstChild.textContent ?? '')
    return `${this.boxes[0].value} ${unit}`.trim()
  }

  /**
   * @param {any} answer one that this kind of question has, or undefined
   * @param {boolean} [anew] also what is no answer by itself, such as a unit without a number
   */
  write(answer, anew = false) {
    if (!anew && this.holds(answer)) return
    const [box] = this.boxes
    switch (this.kind) {
      case 'choice':
        for (const each of this.boxes) each.checked = each.value === (answer ?? '')
        break
      case 'set':
        for (const each of this.boxes) each.checked = answer?.includes(each.value) ?? false
        if (!answer) this.#alone('unknown').checked = true
        else if (answer.length === 0) this.#alone('none').checked = true
        break
      case 'date':
        box.value = answer ?? ''
        break
      default:
        box.value = answer?.value ?? ''
        if (this.units) this.#chooseUnit(answer?.unit)
        this.wasTyped()
    }
  }

  /** What stands there now is what a change of the unit starts from. */
  wasTyped() {
    this.#isRestated = false
    const answer = this.read()
    this.typed = this.units && answer?.unit ? { value: answer.value, unit: answer.unit } : undefined
    this.remark([])
  }

  /**
   * The same quantity in the unit that is chosen now.
   * @param {string} number
   * @param {(Node | string)[]} [remark] nothing where it is the unit that was typed in
   */
  restate(number, remark = []) {
    this.boxes[0].value = number
    this.#isRestated = remark.length > 0
    this.remark(remark)
  }

  /** The digits that were typed, in the unit that is chosen now. */
  writeAsTyped() {
    this.boxes[0].value = this.typed.value
    this.wasTyped()
  }

  /** @param {(Node | string)[]} content something to know about what stands there */
  remark(content) {
    this.#below('q-remark', content)
  }

  /** @param {string} why it is the most useful question next, or nothing */
  suggest(why) {
    this.node.classList.toggle('is-next', why !== '')
    this.#below('q-next', why ? [el('b', {}, 'Most useful next. '), why] : [])
  }

  /**
   * @param {string} name
   * @param {(Node | string)[]} content
   */
  #below(name, content) {
    const there = this.node.querySelector(`.${name}`)
    if (content.length === 0) there?.remove()
    else if (there) there.replaceChildren(...content)
    else this.node.append(el('p', { class: name }, ...content))
  }

  /** Several answers may be ticked, but "not known" and "none of these" stand alone. */
  tidy(/** @type {HTMLInputElement} */ ticked) {
    if (this.kind !== 'set') return
    const others = this.boxes.filter((box) => box !== ticked && (ticked.dataset.alone || box.dataset.alone))
    if (ticked.checked) for (const box of others) box.checked = false
    if (!this.boxes.some((box) => box.checked)) this.#alone('unknown').checked = true
  }

  focus() {
    this.reveal()
    this.target.focus({ preventScroll: true })
    this.node.scrollIntoView({ block: 'center' })
  }

  /** Opens what the field may be folded away in. */
  reveal() {
    const folded = this.node.closest('details')
    if (folded) folded.open = true
  }

  /** @param {(Node | string)[]} content none where there is nothing wrong */
  complain(content) {
    if (content.length === 0 && this.#error.hidden) return
    this.#error.replaceChildren(...content)
    this.#error.hidden = content.length === 0
    this.node.classList.toggle('is-wrong', content.length > 0)
    const described = [this.#hinted, content.length > 0 && this.#error.id].filter(Boolean).join(' ')
    setOrRemove(this.#described, 'aria-describedby', described)
    // A group of ticks has no such word.
    if (this.kind !== 'set') setOrRemove(this.#described, 'aria-invalid', content.length > 0 && 'true')
    if (content.length > 0) this.reveal()
  }

  /** @param {'unknown' | 'none'} which */
  #alone(which) {
    return this.boxes.find((box) => box.dataset.alone === which)
  }

  /** @param {string | undefined} unit */
  #chooseUnit(unit) {
    const chosen = [...this.units.options].find((option) => (unit ? option.value === unit : option.defaultSelected))
    this.units.value = (chosen ?? this.units.options[0]).value
  }
}

/**
 * @param {Element} element
 * @param {string} attribute
 * @param {string | false | null} value
 */
function setOrRemove(element, attribute, value) {
  if (value) element.setAttribute(attribute, value)
  else element.removeAttribute(attribute)
}

/**
 * The same answer, whether or not it was confirmed.
 * @param {Answer | undefined} one
 * @param {Answer | undefined} other
 */
function same(one, other) {
  const plain = (answer) => JSON.stringify(answer?.value === undefined ? answer : [answer.value, answer.unit])
  return plain(one) === plain(other)
}
