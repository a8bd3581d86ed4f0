import type { Fault } from '../../packages/sandbox/index.ts'

/** What may come in the place of an answer. */
export const TROUBLE = {
  'a 429': { kind: 'status', status: 429, retryAfter: 0 },
  'a 500': { kind: 'status', status: 500 },
  'a 502 page': { kind: 'status', status: 502, body: '<html>Bad Gateway</html>' },
  'a reset': { kind: 'reset', when: 'before' },
  'a lost answer': { kind: 'reset', when: 'after' },
  'half a body': { kind: 'truncate' },
} as const satisfies Readonly<Record<string, Fault>>

/** An answer that never comes: whoever meets it has to bring a clock. */
export const SILENCE: Fault = { kind: 'delay', wait: () => new Promise(() => undefined) }
