/** Adds up vitest's JSON reports into one line: `N passed, N failed, N skipped`. Fails when anything failed or nothing ran. */
import { readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }
for (const file of process.argv.slice(2)) {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  total.passed += count(report, 'numPassedTests')
  total.failed += count(report, 'numFailedTests')
  total.skipped += count(report, 'numPendingTests') + count(report, 'numTodoTests')
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
if (total.failed > 0 || total.passed === 0) process.exitCode = 1

function count(report: unknown, key: string): number {
  const entries = typeof report === 'object' && report !== null ? Object.entries(report) : []
  const value: unknown = new Map<string, unknown>(entries).get(key)
  if (typeof value !== 'number') throw new Error(`a report has no ${key}`)
  return value
}
