const TOKEN =
  /\s+|\/\/[^\n]*|(?<bytes>[bB])?(?<raw>[rR])?(?:"""(?<t1>(?:[^\\]|\\.)*?)"""|'''(?<t2>(?:[^\\]|\\.)*?)'''|"(?<s1>(?:[^"\\\n]|\\.)*)"|'(?<s2>(?:[^'\\\n]|\\.)*)')|(?<double>\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|(?<int>0x[0-9a-fA-F]+|\d+)(?<uint>[uU])?|(?<name>[A-Za-z_]\w*)|(?<sign>&&|\|\||[=!<>]=|\?\.|\[\?|[-+*/%<>!?:.,()[\]{}])/sy
/** The whole of an expression. @throws SyntaxError saying where it stops to be CEL. */
export function parseCel(text) {
  return new Parser(tokenize(text)).whole()
}
function tokenize(text) {
  const tokens = []
  const pattern = new RegExp(TOKEN)
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const groups = pattern.exec(text)?.groups
    if (groups === undefined)
      throw new SyntaxError(`Syntax error: token recognition error at: '${text.slice(at, at + 10)}'`)
    const { bytes, raw, t1, t2, s1, s2, double, int, uint, name, sign } = groups
    const quoted = t1 ?? t2 ?? s1 ?? s2
    if (quoted !== undefined) {
      tokens.push({
        kind: bytes === undefined ? 'string' : 'bytes',
        text: raw === undefined ? unescape(quoted) : quoted,
        at,
      })
    } else if (double !== undefined) tokens.push({ kind: 'double', text: double, at })
    else if (int !== undefined) tokens.push({ kind: uint === undefined ? 'int' : 'uint', text: int, at })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at })
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: text.length }]
}
const ESCAPES = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])
function unescape(text) {
  return text.replaceAll(
    /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|(.))/gs,
    (_, x, u, long, octal, plain = '') => {
      const hex = x ?? u ?? long
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
      if (!/[abfnrtv\\?"'`]/.test(plain))
        throw new SyntaxError(`Syntax error: token recognition error at: '\\${plain}'`)
      return ESCAPES.get(plain) ?? plain
    },
  )
}
const BINARY = [['||'], ['&&'], ['<', '<=', '>', '>=', '==', '!=', 'in'], ['+', '-'], ['*', '/', '%']]
const NEVER_NAMES = new Set(['true', 'false', 'null', 'in'])
const RESERVED = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(' '),
)
const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])
/** cel-go's limit for nested expressions. */
const DEEPEST = 250
class Parser {
  #tokens
  #at = 0
  #depth = 0
  constructor(tokens) {
    this.#tokens = tokens
  }
  whole() {
    const found = this.#expression()
    if (this.#now().kind !== 'end') throw this.#wrong('expecting <EOF>')
    return found
  }
  #expression() {
    if (++this.#depth > DEEPEST) throw this.#wrong('nested too deeply')
    const condition = this.#binary(0)
    this.#depth--
    if (!this.#take('?')) return condition
    const yes = this.#binary(0)
    this.#need(':')
    return { kind: 'call', name: '_?_:_', target: undefined, args: [condition, yes, this.#expression()] }
  }
  #binary(level) {
    const operators = BINARY[level]
    if (operators === undefined) return this.#unary()
    let left = this.#binary(level + 1)
    for (;;) {
      const { kind, text } = this.#now()
      if ((kind !== 'sign' && !(kind === 'name' && text === 'in')) || !operators.includes(text)) return left
      this.#at++
      left = { kind: 'call', name: `_${text}_`, target: undefined, args: [left, this.#binary(level + 1)] }
    }
  }
  #unary() {
    for (const sign of ['!', '-']) {
      if (!this.#take(sign)) continue
      if (++this.#depth > DEEPEST) throw this.#wrong('nested too deeply')
      const inner = this.#unary()
      this.#depth--
      if (sign === '-' && inner.kind === 'literal' && typeof inner.value === 'bigint')
        return { ...inner, value: -inner.value }
      if (sign === '-' && inner.kind === 'literal' && typeof inner.value === 'number')
        return { ...inner, value: -inner.value }
      return { kind: 'call', name: `${sign}_`, target: undefined, args: [inner] }
    }
    return this.#member()
  }
  #member() {
    let left = this.#primary()
    for (;;) {
      if (this.#take('.') || this.#take('?.')) {
        const optional = this.#tokens[this.#at - 1]?.text === '?.' || this.#take('?')
        const { kind, text } = this.#now()
        if (kind !== 'name' || NEVER_NAMES.has(text)) throw this.#wrong('expecting IDENTIFIER')
        this.#at++
        left = this.#take('(') ? this.#method(left, text) : { kind: 'select', of: left, field: text, optional }
      } else if (this.#take('[') || this.#take('[?')) {
        const optional = this.#tokens[this.#at - 1]?.text === '[?'
        const index = this.#expression()
        this.#need(']')
        left = { kind: 'call', name: optional ? '_[?_]' : '_[_]', target: undefined, args: [left, index] }
      } else return left
    }
  }
  #method(target, name) {
    const args = this.#list(')')
    if (!MACROS.has(name)) return { kind: 'call', name, target, args }
    const names = args.slice(0, -1).filter((arg) => arg.kind === 'ident')
    const [first, ...more] = args
    if (first?.kind !== 'ident' || args.length < 2) throw this.#wrong(`${name} needs a variable and an expression`)
    const macro = isMacro(name) ? name : 'all'
    // Two variables, or one and (for map) a filter before the expression.
    const two = more.length === 2 && names.length === 2 && macro !== 'map'
    return {
      kind: 'fold',
      macro,
      of: target,
      names: two ? names.map((one) => one.name) : [first.name],
      bodies: two ? more.slice(1) : more,
    }
  }
  #primary() {
    const token = this.#now()
    this.#at++
    switch (token.kind) {
      case 'int':
        return { kind: 'literal', type: 'int', value: BigInt(token.text) }
      case 'uint':
        return { kind: 'literal', type: 'uint', value: BigInt(token.text) }
      case 'double':
        return { kind: 'literal', type: 'double', value: Number(token.text) }
      case 'string':
      case 'bytes':
        return { kind: 'literal', type: token.kind, value: token.text }
      case 'name':
        return this.#name(token.text)
      case 'sign':
        break
      case 'end':
        throw this.#wrong('the expression ends too early')
    }
    if (token.text === '(') {
      const inner = this.#expression()
      this.#need(')')
      return inner
    }
    if (token.text === '[') return { kind: 'list', items: this.#list(']') }
    if (token.text === '{') return this.#map()
    if (token.text === '.') return this.#primary()
    this.#at--
    throw this.#wrong('extraneous input')
  }
  #name(name) {
    if (name === 'true' || name === 'false') return { kind: 'literal', type: 'bool', value: name === 'true' }
    if (name === 'null') return { kind: 'literal', type: 'null', value: null }
    if (name === 'in' || RESERVED.has(name)) throw this.#wrong(`reserved identifier: ${name}`)
    if (!this.#take('(')) return { kind: 'ident', name }
    const args = this.#list(')')
    if (name !== 'has') return { kind: 'call', name, target: undefined, args }
    const [of] = args
    if (of?.kind !== 'select' || args.length !== 1) throw this.#wrong('invalid argument to has() macro')
    return { kind: 'has', of: of.of, field: of.field }
  }
  #map() {
    const entries = []
    while (!this.#take('}')) {
      const key = this.#expression()
      this.#need(':')
      entries.push([key, this.#expression()])
      if (!this.#take(',')) {
        this.#need('}')
        break
      }
    }
    return { kind: 'map', entries }
  }
  #list(end) {
    const items = []
    while (!this.#take(end)) {
      items.push(this.#expression())
      if (!this.#take(',')) {
        this.#need(end)
        break
      }
    }
    return items
  }
  #now() {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '<EOF>', at: 0 }
  }
  #take(sign) {
    const { kind, text } = this.#now()
    if (kind !== 'sign' || text !== sign) return false
    this.#at++
    return true
  }
  #need(sign) {
    if (!this.#take(sign)) throw this.#wrong(`expecting '${sign}'`)
  }
  #wrong(what) {
    const { text, at } = this.#now()
    return new SyntaxError(`Syntax error: mismatched input '${text}' at ${at + 1}: ${what}`)
  }
}
function isMacro(name) {
  return MACROS.has(name)
}
