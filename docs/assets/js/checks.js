// <itp-proofs>: proves every property again, in the reader's browser, and holds the counts against those of the build.

import { runtime } from './runtime.js'

class Proofs extends HTMLElement {
  /** Which run is on; a run that is not the latest says nothing any more. */
  #run = 0

  connectedCallback() {
    this.#part('run').hidden = false
    this.#part('run').onclick = () => this.#prove()
    this.#part('stop').onclick = () => this.#stop()
  }

  disconnectedCallback() {
    if (!this.#part('stop').hidden) this.#stop()
  }

  async #prove() {
    const run = ++this.#run
    const proofs = [...this.querySelectorAll('[data-property]')]
    const began = performance.now()
    let visited = 0
    this.#running(true)
    for (const proof of proofs) this.#say(proof, '')
    for (const [n, proof] of proofs.entries()) {
      this.#part('said').textContent = `Proving ${n + 1} of ${proofs.length}.`
      const progress = (/** @type {number} */ walked) => run === this.#run && this.#visited(visited + walked)
      const answer = await runtime.call('verify', { property: proof.dataset.property }, progress).catch((error) => error)
      if (run !== this.#run) return
      if (answer instanceof Error) return this.#end(`That did not work. ${answer.message}`)
      const [found] = answer.properties
      this.#compare(proof, found)
      this.#visited((visited += found.walked))
    }
    const same = proofs.filter((proof) => proof.dataset.again === 'same').length
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    this.#end(`${same} of ${proofs.length} came out as in the build, in ${seconds} seconds.`)
  }

  /** @param {number} classes */
  #visited(classes) {
    this.#part('bar').value = classes
    this.#part('count').textContent = `${classes.toLocaleString('en')} classes visited`
  }

  #compare(proof, { covered, walked, counterexamples }) {
    const { covered: wasCovered, walked: wasWalked, result } = proof.dataset
    const holds = counterexamples.length === 0
    const same = String(covered) === wasCovered && String(walked) === wasWalked && holds === (result === 'holds')
    proof.dataset.again = same ? 'same' : 'other'
    const found = `${holds ? 'holds' : 'fails'}, ${walked.toLocaleString('en')} classes visited`
    this.#say(proof, same ? `Again in your browser: the same. It ${found}.` : `Again in your browser, and not the same: it ${found}.`)
  }

  #stop() {
    this.#run++
    runtime.stop()
    this.#end('Stopped.')
  }

  #end(words) {
    this.#running(false)
    this.#part('said').textContent = words
  }

  #running(on) {
    this.#part('run').hidden = on
    this.#part('stop').hidden = !on
    this.#part('bar').hidden = this.#part('count').hidden = !on
    this.#visited(0)
    if (on) this.#part('stop').focus()
    else if (document.activeElement === document.body) this.#part('run').focus({ preventScroll: true })
  }

  #say(proof, words) {
    const line = proof.querySelector('.proof-again')
    line.textContent = words
    line.hidden = !words
    if (!words) delete proof.dataset.again
  }

  /** @param {string} name */
  #part(name) {
    return this.querySelector(`.proofs-${name}`)
  }
}

customElements.define('itp-proofs', Proofs)
