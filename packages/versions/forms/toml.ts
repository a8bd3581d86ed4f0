import { problem, type Range, type Source } from './form.ts'

/** A string in a TOML file: where it is in the data (keys, and positions in arrays), and where in the text. */
export interface TomlString extends Range {
  readonly path: readonly (string | number)[]
  readonly text: string
}

/**
 * All strings of a TOML file with their places; everything else is skipped. Only basic and literal strings on one line
 * are given (a version is never anything else), and only those that are written letter by letter, without escapes.
 *
 * Source: toml.io, TOML v1.0.0.
 *
 * @throws UserError where the text is no TOML.
 */
export function tomlStrings(source: Source): TomlString[] {
  return new Reader(source).document()
}

type Path = readonly (string | number)[]

class Reader {
  readonly #source: Source
  readonly #text: string
  readonly #found: TomlString[] = []
  /** How many tables of each array of tables were begun. */
  readonly #counts = new Map<string, number>()
  #at = 0

  constructor(source: Source) {
    this.#source = source
    this.#text = source.text
    if (this.#text.startsWith('\uFEFF')) this.#at = 1
  }

  document(): TomlString[] {
    let table: Path = []
    for (this.#blank(); this.#at < this.#text.length; this.#blank()) {
      if (this.#text[this.#at] === '[') table = this.#header()
      else this.#pair(table)
    }
    return this.#found
  }

  #header(): Path {
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

  #pair(table: Path): void {
    const key = this.#key()
    this.#expect('=')
    this.#spaces()
    this.#value([...table, ...key], 0)
  }

  #key(): string[] {
    const parts: string[] = []
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

  #value(path: Path, depth: number): void {
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

  #ends(bracket: string): boolean {
    this.#blank()
    if (this.#text[this.#at] !== bracket) return false
    this.#at += 1
    return true
  }

  #separator(bracket: string): void {
    this.#blank()
    if (this.#match(/,/y) === null && this.#text[this.#at] !== bracket) throw this.#unexpected(`“,” or “${bracket}”`)
  }

  #expect(token: string): void {
    this.#spaces()
    if (!this.#text.startsWith(token, this.#at)) throw this.#unexpected(`“${token}”`)
    this.#at += token.length
  }

  #spaces(): void {
    this.#match(/[ \t]+/y)
  }

  /** Blanks, line ends and comments. */
  #blank(): void {
    this.#match(/(?:\s|#[^\n]*)+/y)
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (match !== null) this.#at = pattern.lastIndex
    return match
  }

  #unexpected(expected: string) {
    return problem(this.#source, this.#at, `this is no TOML: ${expected} was expected.`, 'Correct the file.')
  }
}
