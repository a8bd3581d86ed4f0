import { createHash } from 'node:crypto'
import type { Signature } from './git/object.ts'

/** The identity with which GitHub commits what is done through its API or web pages. */
const WEB_FLOW = { name: 'GitHub', email: 'noreply@github.com' }

/** A number that is always the same for a login, so that users need no file. */
export function userId(login: string): number {
  return 1_000 + (createHash('sha256').update(login.toLowerCase()).digest().readUInt32BE(0) % 90_000_000)
}

/** A user as the author of a commit made through the API. */
export function userSignature(login: string, date: Date): Signature {
  return { name: login, email: `${userId(login)}+${login}@users.noreply.github.com`, date }
}

export function webFlow(date: Date): Signature {
  return { ...WEB_FLOW, date }
}

export function isWebFlow(signature: Signature): boolean {
  return signature.email === WEB_FLOW.email
}

/** The account behind an identity in a commit, which is known for GitHub's own addresses only. */
export function loginOf(signature: Signature): string | undefined {
  if (isWebFlow(signature)) return 'web-flow'
  return /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(signature.email)?.[1]
}
