export { runCommandLine } from './run.ts'
export { processTerminal, type Terminal } from './terminal.ts'
