// Elements without a framework: text goes in as text, never as HTML.

/**
 * @typedef {Node | string | false | null | undefined | Content[]} Content
 */

/**
 * @param {string} name of the element
 * @param {Record<string, string | number | boolean | null | undefined>} attributes those that are null or false are left out
 * @param {...Content} content what is empty is left out
 * @returns {HTMLElement}
 */
export function el(name, attributes, ...content) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...kept(content))
  return element
}

/**
 * @param {any[]} content
 * @returns {(Node | string)[]}
 */
export function kept(content) {
  return content.flat(Infinity).filter((part) => part || part === 0)
}

/**
 * The parts with something between them.
 * @param {Content[]} parts
 * @param {string} between
 * @returns {Content[]}
 */
export function joined(parts, between) {
  return parts.filter(Boolean).flatMap((part, n) => (n ? [between, part] : [part]))
}

/** "1 December 2026" for "2026-12-01", the same wherever the reader is. */
export function dayInWords(/** @type {string} */ day) {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
}
