/** RE2 repeats a thing at most so many times. */
const MOST_REPEATS = 1000
/** Parses a pattern. @throws SyntaxError for what RE2 does not know: look-around, back-references, possessive repeats. */
export function parsePattern(pattern) {
  const parser = new Parser(pattern)
  return parser.parse()
}
export function contains({ ranges, classes, negated }, point) {
  const inside =
    ranges.some(([from, to]) => from <= point && point <= to) ||
    classes.some((one) => one.test(String.fromCodePoint(point)))
  return inside !== negated
}
const DIGIT = [[48, 57]]
const WORD = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
]
const SPACE = [
  [9, 10],
  [12, 13],
  [32, 32],
]
const PERL = new Map([
  ['d', DIGIT],
  ['w', WORD],
  ['s', SPACE],
])
const POSIX = new Map([
  ['alnum', [...DIGIT, [65, 90], [97, 122]]],
  [
    'alpha',
    [
      [65, 90],
      [97, 122],
    ],
  ],
  ['ascii', [[0, 127]]],
  [
    'blank',
    [
      [9, 9],
      [32, 32],
    ],
  ],
  [
    'cntrl',
    [
      [0, 31],
      [127, 127],
    ],
  ],
  ['digit', DIGIT],
  ['graph', [[33, 126]]],
  ['lower', [[97, 122]]],
  ['print', [[32, 126]]],
  [
    'punct',
    [
      [33, 47],
      [58, 64],
      [91, 96],
      [123, 126],
    ],
  ],
  [
    'space',
    [
      [9, 13],
      [32, 32],
    ],
  ],
  ['upper', [[65, 90]]],
  ['word', WORD],
  [
    'xdigit',
    [
      [48, 57],
      [65, 70],
      [97, 102],
    ],
  ],
])
const CONTROL = new Map([
  ['a', 7],
  ['f', 12],
  ['t', 9],
  ['n', 10],
  ['r', 13],
  ['v', 11],
])
const ASSERTIONS = new Map([
  ['A', 'start'],
  ['z', 'end'],
  ['b', 'word-edge'],
  ['B', 'no-word-edge'],
])
const ANY_BUT_NEWLINE = { ranges: [[10, 10]], classes: [], negated: true }
const ANY = { ranges: [], classes: [], negated: true }
class Parser {
  #points
  #at = 0
  #depth = 0
  #flags = { ignoreCase: false, multiLine: false, dotAll: false, lazy: false }
  constructor(pattern) {
    this.#points = Array.from(pattern)
  }
  parse() {
    const found = this.#choice()
    if (this.#at < this.#points.length) throw this.#wrong('an unopened “)”')
    return found
  }
  #choice() {
    // Go's regexp refuses deeper nesting (regexp/syntax maxHeight).
    if (++this.#depth > 1000) throw this.#wrong('groups nested too deeply')
    const outer = this.#flags
    const branches = [this.#sequence()]
    while (this.#take('|')) branches.push(this.#sequence())
    this.#flags = outer
    this.#depth--
    const [only] = branches
    return branches.length === 1 && only !== undefined ? only : { kind: 'choice', of: branches }
  }
  #sequence() {
    const parts = []
    while (this.#at < this.#points.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const atom = this.#atom()
      if (atom !== undefined) parts.push(this.#repeats(atom))
    }
    return { kind: 'sequence', of: parts }
  }
  #repeats(atom) {
    const bounds = this.#bounds()
    if (bounds === undefined) return atom
    this.#take('?')
    if (this.#bounds() !== undefined) throw this.#wrong('one repeat after another')
    return { kind: 'repeat', of: atom, min: bounds[0], max: bounds[1] }
  }
  #bounds() {
    if (this.#take('*')) return [0, Infinity]
    if (this.#take('+')) return [1, Infinity]
    if (this.#take('?')) return [0, 1]
    const found = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.#points.slice(this.#at, this.#at + 12).join(''))
    if (found === null) return undefined
    this.#at += found[0].length
    const min = Number(found[1])
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3])
    if (min > MOST_REPEATS || (max !== Infinity && max > MOST_REPEATS) || max < min) throw this.#wrong(found[0])
    return [min, max]
  }
  #atom() {
    const point = this.#next()
    switch (point) {
      case '(':
        return this.#group()
      case '[':
        return { kind: 'one', set: this.#bracket() }
      case '.':
        return { kind: 'one', set: this.#flags.dotAll ? ANY : ANY_BUT_NEWLINE }
      case '^':
        return { kind: 'assert', at: this.#flags.multiLine ? 'line-start' : 'start' }
      case '$':
        return { kind: 'assert', at: this.#flags.multiLine ? 'line-end' : 'end' }
      case '*':
      case '+':
      case '?':
        throw this.#wrong('a repeat of nothing')
      case '\\':
        return this.#escape()
      default:
        return this.#literal(point)
    }
  }
  #literal(point) {
    const code = point.codePointAt(0) ?? 0
    return { kind: 'one', set: this.#folded({ ranges: [[code, code]], classes: [], negated: false }) }
  }
  #group() {
    if (this.#take('?')) {
      const rest = this.#points.slice(this.#at, this.#at + 80).join('')
      const name = /^P?<[A-Za-z_]\w*>/.exec(rest)
      const flags = /^([imsU]*)(?:-([imsU]*))?([:)])/.exec(rest)
      if (name !== null) this.#at += name[0].length
      else if (flags === null) throw this.#wrong('look-around')
      else {
        this.#at += flags[0].length
        const [, on = '', off = '', end] = flags
        const flag = (letter, was) => (on.includes(letter) || was) && !off.includes(letter)
        const { ignoreCase, multiLine, dotAll, lazy } = this.#flags
        const now = {
          ignoreCase: flag('i', ignoreCase),
          multiLine: flag('m', multiLine),
          dotAll: flag('s', dotAll),
          lazy: flag('U', lazy),
        }
        if (end === ')') {
          this.#flags = now
          return undefined
        }
        const outer = this.#flags
        this.#flags = now
        const inner = this.#closed()
        this.#flags = outer
        return inner
      }
    }
    return this.#closed()
  }
  #closed() {
    const inner = this.#choice()
    if (!this.#take(')')) throw this.#wrong('a “(” that is not closed')
    return inner
  }
  #escape() {
    const point = this.#next()
    const assertion = ASSERTIONS.get(point)
    if (assertion !== undefined) return { kind: 'assert', at: assertion }
    if (point === 'Q') {
      const parts = []
      while (this.#at < this.#points.length && !(this.#peek() === '\\' && this.#points[this.#at + 1] === 'E')) {
        parts.push(this.#literal(this.#next()))
      }
      this.#at += 2
      return { kind: 'sequence', of: parts }
    }
    if (point === 'C') return { kind: 'one', set: ANY }
    return { kind: 'one', set: this.#folded(this.#escaped(point)) }
  }
  /** What `\point` stands for, in and out of brackets. */
  #escaped(point) {
    const perl = PERL.get(point.toLowerCase())
    if (perl !== undefined) return { ranges: perl, classes: [], negated: point !== point.toLowerCase() }
    if (point === 'p' || point === 'P') return this.#property(point === 'P')
    const code = this.#code(point)
    return { ranges: [[code, code]], classes: [], negated: false }
  }
  #property(negated) {
    const rest = this.#points.slice(this.#at, this.#at + 40).join('')
    const found = /^(?:([A-Z])|\{(\^?)(\w+)\})/.exec(rest)
    if (found === null) throw this.#wrong('a character class')
    this.#at += found[0].length
    const name = found[1] ?? found[3] ?? ''
    const isNegated = (found[2] === '^') !== negated
    for (const form of [name, `Script=${name}`]) {
      try {
        return { ranges: [], classes: [new RegExp(`\\p{${form}}`, 'u')], negated: isNegated }
      } catch {
        // Not a category; a script then.
      }
    }
    throw this.#wrong(`the character class ${name}`)
  }
  #code(point) {
    const control = CONTROL.get(point)
    if (control !== undefined) return control
    if (point === 'x') {
      const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(
        this.#points.slice(this.#at, this.#at + 8).join(''),
      )
      if (found === null) throw this.#wrong('\\x')
      this.#at += found[0].length
      return Number.parseInt(found[1] ?? found[2] ?? '', 16)
    }
    if (/[0-7]/.test(point)) {
      const octal = /^[0-7]{1,2}/.exec(this.#points.slice(this.#at, this.#at + 2).join(''))?.[0]
      // \1 to \7 alone would be back-references.
      if (point !== '0' && octal === undefined) throw this.#wrong('a back-reference')
      this.#at += octal?.length ?? 0
      return Number.parseInt(point + (octal ?? ''), 8)
    }
    if (/[A-Za-z0-9]/.test(point)) throw this.#wrong(`\\${point}`)
    return point.codePointAt(0) ?? 0
  }
  #bracket() {
    const negated = this.#take('^')
    const ranges = []
    const classes = []
    for (let first = true; first || this.#peek() !== ']'; first = false) {
      if (this.#at >= this.#points.length) throw this.#wrong('a “[” that is not closed')
      const posix = /^\[:(\^?)(\w+):\]/.exec(this.#points.slice(this.#at, this.#at + 16).join(''))
      if (posix !== null) {
        const known = POSIX.get(posix[2] ?? '')
        if (known === undefined) throw this.#wrong(posix[0])
        this.#at += posix[0].length
        ranges.push(...(posix[1] === '^' ? complement(known) : known))
        continue
      }
      const from = this.#member()
      if ('set' in from) {
        const { set } = from
        if (set.classes.length === 0) ranges.push(...(set.negated ? complement(set.ranges) : set.ranges))
        else classes.push(...set.classes.map((one) => (set.negated ? new RegExp(`[^${one.source}]`, 'u') : one)))
        continue
      }
      let to = from.code
      if (this.#peek() === '-' && this.#points[this.#at + 1] !== ']' && this.#at + 1 < this.#points.length) {
        this.#at++
        const end = this.#member()
        if ('set' in end || end.code < from.code) throw this.#wrong('a range')
        to = end.code
      }
      ranges.push([from.code, to])
    }
    this.#at++
    return this.#folded({ ranges, classes, negated })
  }
  #member() {
    const point = this.#next()
    if (point !== '\\') return { code: point.codePointAt(0) ?? 0 }
    const escaped = this.#next()
    return /[dDwWsSpP]/.test(escaped) ? { set: this.#escaped(escaped) } : { code: this.#code(escaped) }
  }
  /** With `(?i)`, letters in both cases. Ranges of more than a block of letters are ASCII's in practice. */
  #folded(set) {
    if (!this.#flags.ignoreCase) return set
    const more = set.ranges.flatMap(([from, to]) => [
      ...shifted(from, to, 65, 90, 32),
      ...shifted(from, to, 97, 122, -32),
    ])
    return { ...set, ranges: [...set.ranges, ...more] }
  }
  #peek() {
    return this.#points[this.#at]
  }
  #next() {
    const point = this.#points[this.#at++]
    if (point === undefined) throw this.#wrong('an end too early')
    return point
  }
  #take(point) {
    if (this.#peek() !== point) return false
    this.#at++
    return true
  }
  #wrong(what) {
    return new SyntaxError(`RE2 does not accept ${what} (at character ${Math.min(this.#at, this.#points.length)})`)
  }
}
function shifted(from, to, low, high, by) {
  const [start, end] = [Math.max(from, low), Math.min(to, high)]
  return start <= end ? [[start + by, end + by]] : []
}
function complement(ranges) {
  const gaps = []
  let at = 0
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from > at) gaps.push([at, from - 1])
    at = Math.max(at, to + 1)
  }
  if (at <= 0x10ffff) gaps.push([at, 0x10ffff])
  return gaps
}
