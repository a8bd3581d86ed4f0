import { problem } from './form.js'
/**
 * All strings of a TOML file with their places; everything else is skipped. Only basic and literal strings on one line
 * are given (a version is never anything else), and only those that are written letter by letter, without escapes.
 *
 * Source: toml.io, TOML v1.0.0.
 *
 * @throws UserError where the text is no TOML.
 */
export function tomlStrings(source) {
  return new Reader(source).document()
}
class Reader {
  #source
  #text
  #found = []
  /** How many tables of each array of tables were begun. */
  #counts = new Map()
  #at = 0
  constructor(source) {
    this.#source = source
    this.#text = source.text
    if (this.#text.startsWith('\uFEFF')) this.#at = 1
  }
  document() {
    let table = []
    for (this.#blank(); this.#at < this.#text.length; this.#blank()) {
      if (this.#text[this.#at] === '[') table = this.#header()
      else this.#pair(table)
    }
    return this.#found
  }
  #header() {
    const array = this.#text.startsWith('[[', this.#at)
    this.#at += array ? 2 : 1
    const path = this.#key()
    this.#expect(array ? ']]' : ']')
    if (!array) return path
    const name = JSON.stringify(path)
    const index = this.#counts.get(name) ?? 0
    this.#counts.set(name, index + 1)
    return [...path, index]
  }
  #pair(table) {
    const key = this.#key()
    this.#expect('=')
    this.#spaces()
    this.#value([...table, ...key], 0)
  }
  #key() {
    const parts = []
    do {
      this.#spaces()
      const quoted = this.#match(/"([^"\\\n]*)"|'([^'\n]*)'/y)
      const bare = quoted === null ? this.#match(/[A-Za-z0-9_-]+/y) : null
      const part = quoted?.[1] ?? quoted?.[2] ?? bare?.[0]
      if (part === undefined) throw this.#unexpected('a key')
      parts.push(part)
      this.#spaces()
    } while (this.#match(/\./y) !== null)
    return parts
  }
  #value(path, depth) {
    if (depth > 100) throw this.#unexpected('fewer levels')
    const start = this.#at
    if (this.#match(/"""[\s\S]*?(?<!\\)(?:\\\\)*"{3,5}|'''[\s\S]*?'{3,5}/y) !== null) return
    const string = this.#match(/"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y)
    if (string !== null) {
      const text = string[1] ?? string[2] ?? ''
      if (string[1] === undefined || !text.includes('\\'))
        this.#found.push({ path, text, start: start + 1, end: this.#at - 1 })
    } else if (this.#match(/\[/y) !== null) {
      for (let index = 0; !this.#ends(']'); index++) {
        this.#value([...path, index], depth + 1)
        this.#separator(']')
      }
    } else if (this.#match(/\{/y) !== null) {
      while (!this.#ends('}')) {
        const key = this.#key()
        this.#expect('=')
        this.#spaces()
        this.#value([...path, ...key], depth + 1)
        this.#separator('}')
      }
    } else if (this.#match(/[A-Za-z0-9+_.:-]+(?: \d\d:[0-9:.]+)?/y) === null) throw this.#unexpected('a value')
  }
  #ends(bracket) {
    this.#blank()
    if (this.#text[this.#at] !== bracket) return false
    this.#at += 1
    return true
  }
  #separator(bracket) {
    this.#blank()
    if (this.#match(/,/y) === null && this.#text[this.#at] !== bracket) throw this.#unexpected(`“,” or “${bracket}”`)
  }
  #expect(token) {
    this.#spaces()
    if (!this.#text.startsWith(token, this.#at)) throw this.#unexpected(`“${token}”`)
    this.#at += token.length
  }
  #spaces() {
    this.#match(/[ \t]+/y)
  }
  /** Blanks, line ends and comments. */
  #blank() {
    this.#match(/(?:\s|#[^\n]*)+/y)
  }
  #match(pattern) {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match !== null) this.#at = pattern.lastIndex
    return match
  }
  #unexpected(expected) {
    return problem(this.#source, this.#at, `this is no TOML: ${expected} was expected.`, 'Correct the file.')
  }
}
