import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseObject } from './json.ts'

/**
 * Replaces a file in one step: a process killed at any moment leaves the old bytes or the new ones, never a part.
 * Synchronous on purpose: no other request can run between reading a state and writing it back.
 */
export function writeAtomic(file: string, bytes: string | Uint8Array): void {
  const temporary = `${file}.tmp`
  try {
    writeFileSync(temporary, bytes)
  } catch (error) {
    if (!isMissing(error)) throw error
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, bytes)
  }
  renameSync(temporary, file)
}

/** The bytes of a file, or undefined when there is no such file. */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Reads a JSON state file that this package wrote, over the initial state: what an older file lacks keeps its initial
 * value.
 */
export function readState<T extends object>(file: string, initial: T): T {
  const bytes = readIfThere(file)
  if (bytes === undefined) return initial
  const state = parseObject(bytes.toString('utf8'))
  if (state === undefined) throw new Error(`${file}: expected a state file of the sandbox, found something else`)
  return Object.assign(initial, state)
}

/** Writes a JSON state file, readable for people who look into a kept world. */
export function writeState(file: string, state: unknown): void {
  writeAtomic(file, `${JSON.stringify(state, undefined, 2)}\n`)
}

/** True for the error of a path that does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
