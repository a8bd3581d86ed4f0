import { contains, parsePattern } from './re2.js'
/** A pattern that would need more steps than this is not run; RE2 has such a limit, too. */
const MOST_STEPS = 50_000
/** The same samples are tried at every node that has the pattern. */
const MOST_ANSWERS = 2000
/**
 * A `pattern` of a schema, as the API server reads it: in RE2's syntax, found anywhere in a text, in time linear in the
 * text (Thompson's simulation), so that no pattern from outside can stall us.
 */
export class Pattern {
  expression
  #steps = []
  #answers = new Map()
  /** @throws SyntaxError for a pattern that RE2 does not accept. */
  constructor(pattern) {
    this.expression = parsePattern(pattern)
    this.#compile(this.expression)
    this.#steps.push({ op: 'end' })
  }
  /** Whether the pattern is found in the text. */
  matches(text) {
    const known = this.#answers.get(text)
    if (known !== undefined) return known
    const answer = this.#find(text)
    if (this.#answers.size < MOST_ANSWERS) this.#answers.set(text, answer)
    return answer
  }
  #find(text) {
    const points = Array.from(text, (char) => char.codePointAt(0) ?? 0)
    let threads = new Set()
    for (let at = 0; at <= points.length; at++) {
      if (this.#follow(threads, 0, points, at)) return true
      const next = new Set()
      const point = points[at]
      if (point === undefined) return false
      for (const index of threads) {
        const step = this.#steps[index]
        if (step?.op === 'one' && contains(step.set, point) && this.#follow(next, index + 1, points, at + 1))
          return true
      }
      threads = next
    }
    return false
  }
  /** Adds a step and all that is reached from it without reading; whether the end is. */
  #follow(threads, start, points, at) {
    const open = [start]
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = this.#steps[index]
      if (step === undefined || threads.has(index)) continue
      threads.add(index)
      if (step.op === 'end') return true
      if (step.op === 'split') open.push(...step.to)
      else if (step.op === 'assert' && holds(step.at, points, at)) open.push(index + 1)
    }
    return false
  }
  #compile(expression) {
    if (this.#steps.length > MOST_STEPS) throw new SyntaxError('the pattern is too large')
    switch (expression.kind) {
      case 'one':
        this.#steps.push({ op: 'one', set: expression.set })
        return
      case 'assert':
        this.#steps.push({ op: 'assert', at: expression.at })
        return
      case 'sequence':
        for (const part of expression.of) this.#compile(part)
        return
      case 'choice':
        this.#choice(expression.of)
        return
      case 'repeat':
        this.#repeat(expression)
    }
  }
  #choice(branches) {
    const split = { op: 'split', to: [] }
    this.#steps.push(split)
    const ends = branches.map((branch) => {
      split.to.push(this.#steps.length)
      this.#compile(branch)
      const jump = { op: 'split', to: [] }
      this.#steps.push(jump)
      return jump
    })
    for (const jump of ends) jump.to.push(this.#steps.length)
  }
  #repeat({ of, min, max }) {
    for (let count = 0; count < min; count++) this.#compile(of)
    if (max === Infinity) {
      const start = this.#steps.length
      const split = { op: 'split', to: [start + 1] }
      this.#steps.push(split)
      this.#compile(of)
      this.#steps.push({ op: 'split', to: [start] })
      split.to.push(this.#steps.length)
      return
    }
    const splits = []
    for (let count = min; count < max; count++) {
      const split = { op: 'split', to: [this.#steps.length + 1] }
      this.#steps.push(split)
      splits.push(split)
      this.#compile(of)
    }
    for (const split of splits) split.to.push(this.#steps.length)
  }
}
function holds(place, points, at) {
  switch (place) {
    case 'start':
      return at === 0
    case 'end':
      return at === points.length
    case 'line-start':
      return at === 0 || points[at - 1] === 10
    case 'line-end':
      return at === points.length || points[at] === 10
    case 'word-edge':
      return isWord(points[at - 1]) !== isWord(points[at])
    case 'no-word-edge':
      return isWord(points[at - 1]) === isWord(points[at])
  }
}
function isWord(point) {
  return point !== undefined && /\w/.test(String.fromCodePoint(point))
}
const compiled = new Map()
/** The pattern, or null where RE2 does not accept it (the API server would refuse such a schema). */
export function toPattern(pattern) {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const made = compile(pattern)
  compiled.set(pattern, made)
  return made
}
function compile(pattern) {
  try {
    return new Pattern(pattern)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null
    throw error
  }
}
/**
 * Texts that a pattern accepts, different in kind: the shortest, longer ones, one for each branch and each kind of
 * character. At most `most`, always the same ones.
 */
export function samplesOf(pattern, most = 40) {
  const known = sampled.get(pattern)?.get(most)
  if (known !== undefined) return known
  const made = makeSamples(pattern, most)
  sampled.set(pattern, (sampled.get(pattern) ?? new Map()).set(most, made))
  return made
}
/** A definition has the pattern of a quantity some hundred times. */
const sampled = new WeakMap()
function makeSamples(pattern, most) {
  const found = new Set()
  for (let variant = 0; variant < most * 2 && found.size < most; variant++) {
    const text = write(pattern.expression, { variant, length: 0 })
    if (text.length < 5000 && pattern.matches(text)) found.add(text)
  }
  return [...found]
}
/** Characters that patterns tell apart, the most usual first. */
const TELLING = Array.from('ab0A9Z-._/: @é_+%*', (char) => char.codePointAt(0) ?? 0)
/** Writes one text; the variant decides at each branch, repeat and character which way to go. */
function write(expression, state) {
  switch (expression.kind) {
    case 'assert':
      return ''
    case 'one': {
      const usable = TELLING.filter((point) => contains(expression.set, point))
      const first = expression.set.ranges[0]?.[0] ?? 0x4e00
      const choice = usable.length === 0 ? first : (usable[state.variant % usable.length] ?? first)
      state.length++
      return String.fromCodePoint(choice)
    }
    case 'sequence':
      return expression.of.map((part) => write(part, state)).join('')
    case 'choice': {
      const branch = expression.of[state.variant % expression.of.length]
      return branch === undefined ? '' : write(branch, state)
    }
    case 'repeat': {
      const extra = [0, 1, 2, 7, 64, 300][Math.floor(state.variant / 3) % 6] ?? 0
      const times = Math.min(expression.max, expression.min + (state.length > 2000 ? 0 : extra))
      let text = ''
      for (let count = 0; count < times && text.length < 4000; count++) text += write(expression.of, state)
      return text
    }
  }
}
