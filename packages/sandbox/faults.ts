import type { SandboxRequest, SandboxResponse } from './exchange.ts'

/** What goes wrong. */
export type Fault =
  /** The handler is not reached; this is answered instead. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: SandboxResponse['body']
      readonly headers?: Readonly<Record<string, string>>
      /** Seconds, or an HTTP date. */
      readonly retryAfter?: number | string
    }
  /** The answer comes late: after so many milliseconds, or when the given promise resolves (no clock needed). */
  | { readonly kind: 'delay'; readonly wait: number | (() => Promise<void>) }
  /** The connection is reset before the handler ran, or after it: then the write happened and its answer is lost. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** The headers promise the whole body, the connection ends after `bytes` of it (default: half). */
  | { readonly kind: 'truncate'; readonly bytes?: number }
  /** The answer carries a Docker-Content-Digest that is not the digest of its body. */
  | { readonly kind: 'wrong-digest' }

/** Which requests a fault hits: all given criteria must match. */
export interface FaultRule {
  /** The service's name: `github`, `slack`, `registry:quay.io`. */
  readonly service?: string
  readonly method?: string
  /** Matched against the raw path with its query. */
  readonly path?: RegExp
  /** The first matching request that is hit, counted from 1 (default 1). */
  readonly nth?: number
  /** How many matching requests in a row are hit (default 1; `Infinity` for all). */
  readonly times?: number
  readonly fault: Fault
}

/** The faults of a world; rules are kept in memory only, a reopened world is healthy. */
export interface Faults {
  add(...rules: readonly FaultRule[]): void
  clear(): void
  /** How often any rule has hit: a test that injects a fault can see that it was met. */
  readonly hits: number
}

/** The faults with the question that the services ask: what goes wrong with this request? */
export function openFaults(): Faults & { next(request: SandboxRequest): Fault | undefined } {
  const rules: { readonly rule: FaultRule; seen: number }[] = []
  let hits = 0
  return {
    add: (...added) => void rules.push(...added.map((rule) => ({ rule, seen: 0 }))),
    clear: () => void rules.splice(0),
    get hits() {
      return hits
    },
    next(request) {
      let fault: Fault | undefined
      for (const entry of rules) {
        if (!matches(entry.rule, request)) continue
        entry.seen += 1
        const first = entry.rule.nth ?? 1
        if (fault === undefined && entry.seen >= first && entry.seen < first + (entry.rule.times ?? 1)) {
          fault = entry.rule.fault
        }
      }
      if (fault !== undefined) hits += 1
      return fault
    },
  }
}

function matches(rule: FaultRule, request: SandboxRequest): boolean {
  if (rule.service !== undefined && rule.service !== request.service) return false
  if (rule.method !== undefined && rule.method !== request.method) return false
  if (rule.path === undefined) return true
  const query = request.query.toString()
  // search() ignores lastIndex, so a rule with the g or y flag matches the same each time.
  return (query === '' ? request.path : `${request.path}?${query}`).search(rule.path) >= 0
}
