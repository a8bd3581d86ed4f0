import { isIP } from 'node:net'
import { parseCel } from './parse.js'
import { escapeName } from './types.js'
import { canonical, isList, isObject, member } from '../../yaml/index.js'
import { toPattern } from '../schema/pattern.js'
/** A function or an operation that this interpreter does not have. */
class Unsupported extends Error {}
/** An error of the evaluation, as cel-go reports it: `no such key: a`. */
class Failed extends Error {}
const parsed = new Map()
/** Runs a rule that speaks of `self` alone. */
export function runRule(rule, self) {
  const expression = parsedRule(rule)
  if (expression === null) return 'unknown'
  try {
    const result = evaluate(expression, new Map([['self', self]]))
    return typeof result === 'boolean' ? (result ? 'true' : 'false') : 'unknown'
  } catch (error) {
    if (error instanceof Failed) return 'error'
    if (error instanceof Unsupported || error instanceof RangeError) return 'unknown'
    throw error
  }
}
function parsedRule(rule) {
  const known = parsed.get(rule)
  if (known !== undefined) return known
  let made = null
  try {
    made = parseCel(rule)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  parsed.set(rule, made)
  return made
}
function evaluate(expression, names) {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'ident': {
      const value = names.get(expression.name)
      if (value === undefined) throw new Unsupported(expression.name)
      return value
    }
    case 'select': {
      if (expression.optional) throw new Unsupported('optional')
      return select(evaluate(expression.of, names), expression.field)
    }
    case 'has': {
      const of = evaluate(expression.of, names)
      return isObject(of) ? find(of, expression.field) !== undefined : fail(`no such key: ${expression.field}`)
    }
    case 'list':
      return expression.items.map((item) => evaluate(item, names))
    case 'map':
      return Object.fromEntries(
        expression.entries.map(([key, value]) => [keyOf(evaluate(key, names)), evaluate(value, names)]),
      )
    case 'fold':
      return fold(expression, names)
    case 'call':
      return call(expression, names)
  }
}
function fail(message) {
  throw new Failed(message)
}
function select(of, field) {
  const found = isObject(of) ? find(of, field) : undefined
  return found ?? (found === null ? null : fail(`no such key: ${field}`))
}
/** A rule writes names escaped. */
function find(of, field) {
  const own = member(of, field)
  if (own !== undefined) return own
  if (!field.includes('__')) return undefined
  return Object.entries(of).find(([name]) => escapeName(name) === field)?.[1]
}
function fold({ macro, of, names: variables, bodies }, names) {
  const range = evaluate(of, names)
  const [first = '', second] = variables
  const entries = isList(range)
    ? range.map((item, at) => [BigInt(at), item])
    : isObject(range)
      ? Object.entries(range)
      : fail('no such overload')
  const keyed = isObject(range)
  const inner = ([key, value]) => {
    const next = new Map(names)
    next.set(first, second !== undefined || keyed ? key : value)
    if (second !== undefined) next.set(second, value)
    return next
  }
  const [body, more] = bodies
  if (body === undefined) throw new Unsupported(macro)
  const isTrue = (entry) => evaluate(body, inner(entry)) === true
  switch (macro) {
    case 'all':
      return !someDecides(entries, (entry) => !isTrue(entry))
    case 'exists':
      return someDecides(entries, isTrue)
    case 'exists_one':
      return entries.filter(isTrue).length === 1
    case 'filter':
      return entries.filter(isTrue).map(([key, value]) => (keyed ? key : value))
    case 'map': {
      const kept = more === undefined ? entries : entries.filter(isTrue)
      return kept.map((entry) => evaluate(more ?? body, inner(entry)))
    }
  }
}
/** An error counts only where no other entry decides. */
function someDecides(entries, decides) {
  let failed
  for (const entry of entries) {
    try {
      if (decides(entry)) return true
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      failed = error
    }
  }
  if (failed !== undefined) throw failed
  return false
}
function call({ name, target, args }, names) {
  const run = (one) => (one === undefined ? fail('no such overload') : evaluate(one, names))
  const [left, right, other] = args
  switch (name) {
    case '_&&_':
      return !someDecides(args, (arg) => run(arg) === false)
    case '_||_':
      return someDecides(args, (arg) => run(arg) === true)
    case '!_': {
      const value = run(left)
      return typeof value === 'boolean' ? !value : fail('no such overload')
    }
    case '_?_:_':
      return run(left) === true ? run(right) : run(other)
    case '_==_':
      return canonical(run(left)) === canonical(run(right))
    case '_!=_':
      return canonical(run(left)) !== canonical(run(right))
    case '_in_':
      return isIn(run(left), run(right))
    case '_[_]':
      return index(run(left), run(right))
    case '_<_':
    case '_<=_':
    case '_>_':
    case '_>=_':
      return compare(name, run(left), run(right))
    case '_+_':
    case '_-_':
    case '_*_':
    case '_/_':
    case '_%_':
      return calculate(name, run(left), run(right))
    case '-_': {
      const value = run(left)
      return typeof value === 'bigint' || typeof value === 'number' ? -value : fail('no such overload')
    }
    default:
      return method(name, target === undefined ? args.map(run) : [run(target), ...args.map(run)])
  }
}
/** Keys of maps are texts in every object. */
function keyOf(value) {
  return typeof value === 'string' ? value : canonical(value)
}
function isIn(value, all) {
  if (isObject(all)) return Object.hasOwn(all, keyOf(value))
  if (!isList(all)) return fail('no such overload')
  const wanted = canonical(value)
  return all.some((item) => canonical(item) === wanted)
}
function index(of, at) {
  const found = isList(of) ? of[Number(at)] : isObject(of) ? member(of, keyOf(at)) : undefined
  return found ?? (found === null ? null : fail(`no such key: ${keyOf(at)}`))
}
function compare(name, left, right) {
  const numbers = [left, right].every((one) => typeof one === 'bigint' || typeof one === 'number')
  const texts = typeof left === 'string' && typeof right === 'string'
  if (!numbers && !texts) throw new Unsupported(name)
  if (left === null || right === null) return fail('no such overload')
  if (name === '_<_') return left < right
  if (name === '_<=_') return left <= right
  return name === '_>_' ? left > right : left >= right
}
function calculate(name, left, right) {
  if (name === '_+_' && typeof left === 'string' && typeof right === 'string') return left + right
  if (name === '_+_' && isList(left) && isList(right)) return [...left, ...right]
  if (typeof left === 'bigint' && typeof right === 'bigint') {
    if ((name === '_/_' || name === '_%_') && right === 0n) return fail('division by zero')
    if (name === '_+_') return left + right
    if (name === '_-_') return left - right
    if (name === '_*_') return left * right
    return name === '_/_' ? left / right : left % right
  }
  if (typeof left === 'number' && typeof right === 'number' && name !== '_%_') {
    if (name === '_+_') return left + right
    if (name === '_-_') return left - right
    return name === '_*_' ? left * right : left / right
  }
  throw new Unsupported(name)
}
function method(name, args) {
  const [self, first, second] = args
  if (name === 'size' && args.length === 1) {
    if (typeof self === 'string') return BigInt(Array.from(self).length)
    if (isList(self)) return BigInt(self.length)
    return isObject(self) ? BigInt(Object.keys(self).length) : fail('no such overload')
  }
  if (name === 'string' && args.length === 1 && (typeof self === 'string' || typeof self === 'bigint'))
    return String(self)
  if (name === 'int' && typeof self === 'bigint') return self
  if (name === 'int' && typeof self === 'string')
    return /^[+-]?\d+$/.test(self) ? BigInt(self) : fail('type conversion error')
  if (name === 'double' && (typeof self === 'bigint' || typeof self === 'number')) return Number(self)
  if (typeof self !== 'string') throw new Unsupported(name)
  if (name === 'lowerAscii') return self.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
  if (name === 'upperAscii') return self.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
  if (name === 'trim') return self.trim()
  if (name === 'isIP') return isIP(self) !== 0
  if (name === 'isURL') return URL.canParse(self)
  if (typeof first !== 'string') throw new Unsupported(name)
  switch (name) {
    case 'startsWith':
      return self.startsWith(first)
    case 'endsWith':
      return self.endsWith(first)
    case 'contains':
      return self.includes(first)
    case 'matches': {
      const pattern = toPattern(first)
      if (pattern === null) return fail('invalid pattern')
      return pattern.matches(self)
    }
    case 'indexOf':
      return BigInt(self.indexOf(first))
    case 'split':
      return self.split(first)
    case 'replace':
      return typeof second === 'string' ? self.replaceAll(first, second) : fail('no such overload')
    default:
      throw new Unsupported(name)
  }
}
