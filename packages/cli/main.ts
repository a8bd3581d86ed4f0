#!/usr/bin/env node
import { runCommandLine } from './run.ts'
import { processTerminal } from './terminal.ts'

const cancelled = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first one stops between two changes; a second one, as usual, at once.
  process.once(signal, () => cancelled.abort(new Error(`Cancelled (${signal}).`)))
}
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal(cancelled.signal))
