import { resolved } from './source.js'
/** What aliases may expand a manifest to; a train of 200 components has about 10,000 values. */
const MOST_VALUES = 100_000
/** After so many problems nothing is suggested any more. */
const MOST_PROBLEMS = 100
/** A place in the manifest at which a shape reads, and where it notes what is wrong. */
export class Reading {
  path
  #offsets
  #shared
  /** The path as one text, by which places are looked up. */
  #name
  constructor(shared, path, name, offsets) {
    this.#shared = shared
    this.#offsets = offsets
    this.#name = name
    this.path = path
  }
  static of(source, file) {
    const start = source.root.range?.[0]
    const shared = {
      source,
      file,
      problems: [],
      places: new Map(),
      wrong: new Set(),
      values: 0,
    }
    return new Reading(shared, [], '', { key: start, value: start })
  }
  /** What was noted so far, at any place, in the order of the text. */
  get problems() {
    return this.#shared.problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  }
  /** True when something was noted at this very path: what was read there is blank. */
  isWrong(path) {
    return this.#shared.wrong.has(nameOf(path))
  }
  /** The same reading one step further down; `key` is null in a list. */
  child(step, key, value) {
    const name = `${this.#name}\0${step}`
    const [ofKey, ofValue] = [key?.range?.[0], value?.range?.[0]]
    const offsets = { key: ofKey ?? ofValue, value: ofValue ?? ofKey }
    if (!this.#shared.places.has(name)) this.#shared.places.set(name, offsets)
    return new Reading(this.#shared, [...this.path, step], name, offsets)
  }
  /** What a node holds: the node that an alias stands for. Null for what is absent, and once too much was read. */
  open(node) {
    if (node === null) return null
    this.#shared.values++
    if (this.#shared.values > MOST_VALUES) {
      if (this.#shared.values === MOST_VALUES + 1) {
        this.problem(
          'too-large',
          `The manifest holds more than ${MOST_VALUES} values once its aliases are expanded.`,
          'Write it without aliases.',
        )
      }
      return null
    }
    const target = resolved(node, this.#shared.source.document)
    if (target === null) {
      this.problem('unknown-alias', 'This alias has no anchor above it.', 'Write the value out.')
    } else if (target.tag !== undefined && !CORE_TAGS.test(target.tag)) {
      this.problem('explicit-tag', `The tag ${target.tag} has no meaning here.`, 'Remove the tag.')
    }
    return target
  }
  /** True when more is wrong than anybody will read: then it is not worth while to look for what was meant. */
  get isCrowded() {
    return this.#shared.problems.length > MOST_PROBLEMS
  }
  /** True when reading was given up. */
  get exhausted() {
    return this.#shared.values > MOST_VALUES
  }
  problem(rule, message, advice, on = 'value') {
    this.#shared.wrong.add(this.#name)
    this.#note(this.#offsets[on], rule, message, advice)
  }
  /** Notes a problem at a path below the root, found after the reading. */
  problemAt(path, on, rule, message, advice) {
    const found = this.#shared.places.get(nameOf(path))
    if (found !== undefined || path.length === 0) this.#note(found?.[on], rule, message, advice)
    else this.problemAt(path.slice(0, -1), 'key', rule, message, advice)
  }
  /** Line of a key below this place. */
  lineOf(key) {
    const offset = this.#shared.places.get(`${this.#name}\0${key}`)?.key
    return offset === undefined ? undefined : this.#shared.source.place(offset).line
  }
  #note(offset, rule, message, advice) {
    const { file, problems, source } = this.#shared
    const place = source.place(offset ?? source.root.range?.[0] ?? 0)
    problems.push({ severity: 'error', rule, message, advice, file, ...place })
  }
}
const nameOf = (path) => path.map((step) => `\0${step}`).join('')
/** The tags that YAML's core schema gives plain values; any other was written out. */
const CORE_TAGS = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/
