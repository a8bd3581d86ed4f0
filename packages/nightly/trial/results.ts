import { glob, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Finding } from '../../plan/index.ts'
import { GoTestEvents } from './go-test.ts'
import { readJUnit, type Results } from './junit.ts'

/** A file of results larger than this is not read, in bytes. */
const LARGEST = 64 * 1024 * 1024

export interface ReadResults extends Results {
  readonly findings: readonly Finding[]
}

/**
 * Reads the files of results that a test run wrote: JUnit XML (`*.xml`) and the output of `go test -json` (all others).
 *
 * @param patterns globs, relative to `directory` or absolute.
 * @param since files older than this are from an earlier run and are passed over; milliseconds since 1970.
 */
export async function readResults(patterns: readonly string[], directory: string, since: number): Promise<ReadResults> {
  const failed = new Set<string>()
  const passed = new Set<string>()
  const findings: Finding[] = []
  const files = new Set(
    (await Promise.all(patterns.map((pattern) => Array.fromAsync(glob(pattern, { cwd: directory }))))).flat(),
  )
  for (const file of [...files].sort()) {
    const path = join(file.startsWith('/') ? '' : directory, file)
    const about = await stat(path).catch(() => null)
    if (about === null || !about.isFile() || about.mtimeMs < since) continue
    const name = relative(directory, path).startsWith('..') ? path : relative(directory, path)
    if (about.size > LARGEST) {
      findings.push(problem(name, `larger than ${LARGEST / 1024 / 1024} MiB, and not read`))
      continue
    }
    const text = await readFile(path, 'utf8')
    const results = name.endsWith('.xml') ? readJUnit(text) : readGoTest(text)
    for (const test of results.failed) failed.add(test)
    for (const test of results.passed) passed.add(test)
    if (results.broken !== undefined) findings.push(problem(name, results.broken.message, results.broken.line))
  }
  return { failed: [...failed].sort(), passed: [...passed].filter((test) => !failed.has(test)).sort(), findings }
}

/** What several sources say together; a test that failed anywhere failed. */
export function together(...all: readonly Results[]): Results {
  const failed = new Set(all.flatMap((results) => results.failed))
  const passed = new Set(all.flatMap((results) => results.passed).filter((test) => !failed.has(test)))
  return { failed: [...failed].sort(), passed: [...passed].sort() }
}

function readGoTest(text: string): Results {
  const events = new GoTestEvents()
  let any = false
  for (const line of text.split('\n')) any = events.add(line) || any
  return any ? events.results : { failed: [], passed: [], broken: { message: 'no events of “go test -json” in it' } }
}

function problem(file: string, message: string, line?: number): Finding {
  return {
    severity: 'warning',
    rule: 'unreadable-results',
    file,
    ...(line !== undefined && { line }),
    message: `${file} cannot be read as test results: ${message}.`,
    advice:
      'What could be read counts. A file that breaks off mostly means that the tests were killed while writing it.',
  }
}
