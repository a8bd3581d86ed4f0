/** Why Go's `net/mail` refuses an address (RFC 5322: `team@example.com`, `Team <team@example.com>`); null when it takes it. */
export function mailFault(text) {
  try {
    new AddressReader(text).single()
    return null
  } catch (error) {
    if (error instanceof MailFault) return `mail: ${error.message}`
    throw error
  }
}
class MailFault extends Error {}
const ATOM = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\uffff]+/
class AddressReader {
  #rest
  constructor(text) {
    this.#rest = text
  }
  single() {
    this.#space()
    if (this.#rest === '') throw new MailFault('no address')
    if (!this.#addressOrName()) this.#angle()
    this.#space()
    if (this.#rest !== '') throw new MailFault(`expected single address, got ${JSON.stringify(this.#rest)}`)
  }
  /** Reads `local@domain` and is done, or a name that an address in angle brackets has to follow. */
  #addressOrName() {
    const start = this.#rest
    const isAddress = this.#try(() => {
      this.#local()
      if (!this.#take('@')) throw new MailFault("missing '@' or angle-addr")
      this.#domain()
    })
    if (isAddress === null) return true
    const local = isAddress
    this.#rest = start
    if (this.#rest.startsWith('<')) return false
    let words = 0
    for (this.#space(); this.#rest !== '' && !this.#rest.startsWith('<'); this.#space(), words++) {
      const before = this.#rest
      if (this.#rest.startsWith('"')) this.#quoted()
      else {
        const word = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\u0080-\uffff]+/.exec(this.#rest)?.[0] ?? ''
        this.#rest = this.#rest.slice(word.length)
      }
      if (this.#rest === before) {
        if (words === 0) throw local
        throw new MailFault(words === 1 && this.#rest.startsWith('@') ? local.message : "missing '@' or angle-addr")
      }
    }
    if (!this.#rest.startsWith('<')) throw start.includes('@') ? local : new MailFault("missing '@' or angle-addr")
    return false
  }
  #try(read) {
    try {
      read()
      return null
    } catch (error) {
      if (error instanceof MailFault) return error
      throw error
    }
  }
  #angle() {
    if (!this.#take('<')) throw new MailFault('no angle-addr')
    this.#local()
    if (!this.#take('@')) throw new MailFault('no at in angle-addr')
    this.#domain()
    if (!this.#take('>')) throw new MailFault('unclosed angle-addr')
  }
  #local() {
    this.#space()
    if (this.#rest === '') throw new MailFault('no addr-spec')
    if (this.#rest.startsWith('"')) this.#quoted()
    else this.#atoms()
  }
  #domain() {
    this.#space()
    if (this.#rest === '') throw new MailFault('no domain in addr-spec')
    if (this.#rest.startsWith('[')) {
      const literal = /^\[[^\][\\]*\]/.exec(this.#rest)?.[0]
      if (literal === undefined) throw new MailFault('unclosed domain-literal')
      this.#rest = this.#rest.slice(literal.length)
    } else this.#atoms()
  }
  #atoms() {
    for (;;) {
      const atom = ATOM.exec(this.#rest)?.[0]
      if (atom === undefined) throw new MailFault('invalid string')
      this.#rest = this.#rest.slice(atom.length)
      if (!this.#rest.startsWith('.')) return
      this.#rest = this.#rest.slice(1)
      if (this.#rest.startsWith('.')) throw new MailFault('double dot in atom')
      if (!ATOM.test(this.#rest)) throw new MailFault('trailing dot in atom')
    }
  }
  #quoted() {
    const quoted = /^"(?:[^"\\]|\\.)*"/s.exec(this.#rest)?.[0]
    if (quoted === undefined) throw new MailFault('unclosed quoted-string')
    this.#rest = this.#rest.slice(quoted.length)
  }
  #take(character) {
    this.#space()
    if (!this.#rest.startsWith(character)) return false
    this.#rest = this.#rest.slice(1)
    return true
  }
  /** Blanks, and comments in parentheses after an address. */
  #space() {
    this.#rest = this.#rest.replace(/^[ \t]+/, '')
    const comment = /^\((?:[^()\\]|\\.)*\)/.exec(this.#rest)?.[0]
    if (comment !== undefined) {
      this.#rest = this.#rest.slice(comment.length)
      this.#space()
    }
  }
}
