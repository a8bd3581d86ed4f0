/** A value in a document: a literal, or a variable by its name. */
export type Value =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Value>> }

export interface Field {
  readonly kind: 'field'
  readonly name: string
  /** The name in the answer. */
  readonly alias: string
  readonly arguments: Readonly<Record<string, Value>>
  readonly selection: readonly Selection[]
}

/** `... on Type { }`, or a named fragment that was put in its place. */
interface Fragment {
  readonly kind: 'fragment'
  /** Absent: for every type. */
  readonly type: string | undefined
  readonly selection: readonly Selection[]
}

interface Spread {
  readonly kind: 'spread'
  readonly name: string
}

export type Selection = Field | Fragment | Spread

export interface Operation {
  readonly kind: 'query' | 'mutation'
  readonly name: string | undefined
  readonly defaults: Readonly<Record<string, Value>>
  readonly selection: readonly Selection[]
}

export interface Document {
  readonly operations: readonly Operation[]
  readonly fragments: ReadonlyMap<string, Fragment>
}

/** Thrown for a document that is not in the subset: no directives, subscriptions or block strings. */
export class GraphQlSyntaxError extends Error {
  override readonly name = 'GraphQlSyntaxError'
}

const TOKEN =
  /[\s,\uFEFF]+|#[^\n]*|(\.\.\.|[!$():=@[\]{}|]|[_A-Za-z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\\n]|\\.)*")/y

function tokenize(source: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (match === null) throw new GraphQlSyntaxError(`Expected a token at ${at}, actual: ${source.slice(at, at + 10)}`)
    if (match[1] !== undefined) tokens.push(match[1])
  }
  return tokens
}

/** Parses an executable GraphQL document by recursive descent. @throws GraphQlSyntaxError */
export function parseDocument(source: string): Document {
  const tokens = tokenize(source)
  let at = 0
  const peek = (): string | undefined => tokens[at]
  const take = (expected?: string): string => {
    const token = tokens[at]
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new GraphQlSyntaxError(`Expected ${expected ?? 'more'}, actual: ${token ?? '(end of document)'}`)
    }
    at += 1
    return token
  }
  const name = (): string => {
    const token = take()
    if (!/^[_A-Za-z]/.test(token)) throw new GraphQlSyntaxError(`Expected a name, actual: ${token}`)
    return token
  }
  const until = <T>(close: string, item: () => T): T[] => {
    const items: T[] = []
    while (peek() !== close) items.push(item())
    take(close)
    return items
  }
  const named = <T>(close: string, item: () => T): Record<string, T> =>
    Object.fromEntries(
      until(close, (): [string, T] => {
        const key = name()
        take(':')
        return [key, item()]
      }),
    )

  function value(): Value {
    const token = take()
    if (token === '$') return { kind: 'variable', name: name() }
    if (token === '[') return { kind: 'list', items: until(']', value) }
    if (token === '{') return { kind: 'object', fields: named('}', value) }
    if (/^["\d-]/.test(token) || ['true', 'false', 'null'].includes(token)) {
      const literal: unknown = JSON.parse(token)
      return { kind: 'literal', value: literal }
    }
    if (!/^\w+$/.test(token)) throw new GraphQlSyntaxError(`Expected a value, actual: ${token}`)
    return { kind: 'literal', value: token }
  }

  function optional<T>(open: string, parse: () => T, absent: T): T {
    if (peek() !== open) return absent
    take(open)
    return parse()
  }

  const selectionSet = (): readonly Selection[] => optional('{', () => until('}', selection), [])

  function selection(): Selection {
    if (peek() === '...') {
      take('...')
      if (peek() === '{') return { kind: 'fragment', type: undefined, selection: selectionSet() }
      const word = name()
      return word === 'on'
        ? { kind: 'fragment', type: name(), selection: selectionSet() }
        : { kind: 'spread', name: word }
    }
    const first = name()
    const real = optional(':', name, first)
    const args = optional('(', () => named(')', value), {})
    return { kind: 'field', name: real, alias: first, arguments: args, selection: selectionSet() }
  }

  /** Types are read over: GitHub's schema is not here to check them against. */
  function skipType(): void {
    if (optional('[', () => (skipType(), take(']')), '') === '') name()
    optional('!', () => undefined, undefined)
  }

  function variables(): Record<string, Value> {
    const defaults: Record<string, Value> = {}
    const read = (): void => {
      take('$')
      const key = name()
      take(':')
      skipType()
      if (peek() === '=') defaults[key] = (take('='), value())
    }
    optional('(', () => until(')', read), [])
    return defaults
  }

  const operations: Operation[] = []
  const fragments = new Map<string, Fragment>()
  while (peek() !== undefined) {
    if (peek() === '{') {
      operations.push({ kind: 'query', name: undefined, defaults: {}, selection: selectionSet() })
      continue
    }
    const keyword = take()
    if (keyword === 'fragment') {
      const key = name()
      take('on')
      fragments.set(key, { kind: 'fragment', type: name(), selection: selectionSet() })
    } else if (keyword === 'query' || keyword === 'mutation') {
      const title = peek() === '(' || peek() === '{' ? undefined : name()
      operations.push({ kind: keyword, name: title, defaults: variables(), selection: selectionSet() })
    } else throw new GraphQlSyntaxError(`Expected query, mutation or fragment, actual: ${keyword}`)
  }
  return { operations, fragments }
}
