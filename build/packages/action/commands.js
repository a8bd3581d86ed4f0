import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'
/**
 * The runner's protocol: workflow commands on standard output, and files named in the environment.
 *
 * Source: docs.github.com, "Workflow commands for GitHub Actions". @actions/core speaks the same; we do not load it because
 * its OIDC client drags an HTTP stack of 800 KB into every start (docs/dependencies.md). A test holds our bytes to its bytes.
 */
export function command(name, properties, message) {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '')
  const list = given.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${escapeData(message)}`
}
/** An annotation on a file and line, or on the run where there is no file. */
export function annotation(finding) {
  const level = finding.severity === 'info' ? 'notice' : finding.severity
  const { file, line, column, rule } = finding
  return command(
    level,
    { title: rule, file, line, col: column },
    [finding.message, finding.advice].filter(Boolean).join('\n'),
  )
}
/** Appends an output to the file that the runner reads. Without such a file (a laptop) there is nobody to tell. */
export function writeOutput(file, name, value) {
  if (file === undefined || file === '') return
  // A delimiter that depends on the value cannot occur in it, and the same value gives the same bytes.
  const delimiter = `ghadelimiter_${createHash('sha256').update(value).digest('hex')}`
  appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`)
}
/** Text from outside must not be able to speak to the runner: a line that would be a command is shown behind a bar. */
export function defuse(text) {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => (/^\s*(?:::|##\[)/.test(line) ? `| ${line}` : line))
    .join('\n')
}
function escapeData(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
