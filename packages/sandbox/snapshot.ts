import { isObject, parseObject } from './json.ts'
import type { RepositorySnapshot } from './registry/index.ts'

/** The end state of a world; equal for two worlds in which the same has happened, crashes or not. */
export interface WorldSnapshot {
  readonly github: object
  readonly registries: Readonly<Record<string, Readonly<Record<string, RepositorySnapshot>>>>
  readonly slack: object
  readonly mail: object
}

/**
 * A value with its keys in order and every address of a service replaced by the service's name: ports differ from world
 * to world and say nothing of what has happened.
 */
export function canonical(value: object, addresses: ReadonlyMap<string, string>): object {
  let text = JSON.stringify(Array.isArray(value) ? { value } : value)
  // A longer port may begin with a shorter one.
  for (const [url, name] of addresses) text = text.replaceAll(new RegExp(`${url}(?!\\d)`, 'g'), `http://${name}`)
  const parsed = sorted(parseObject(text))
  const result = isObject(parsed) && Array.isArray(value) ? parsed['value'] : parsed
  return typeof result === 'object' && result !== null ? result : {}
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}
