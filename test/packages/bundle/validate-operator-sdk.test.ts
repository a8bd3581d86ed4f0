/** The same verdicts and findings as operator-sdk has, of both versions, for 103 bundles. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../packages/plan/index.ts'
import { validateBundle } from '../../../packages/bundle/index.ts'
import { unpack } from './graph-data.ts'
import { CHANGES, goodBundle } from './validate-scenarios.ts'

const Result = v.object({
  passed: v.optional(v.boolean(), false),
  outputs: v.optional(v.array(v.object({ type: v.string(), message: v.string() })), []),
  fatal: v.optional(v.string()),
})
const scenarios = unpack(
  'validate/scenarios',
  v.array(v.object({ name: v.string(), result: v.object({ 'v1.27.0': Result, 'v1.42.3': Result }) })),
)

describe.each(['v1.27.0', 'v1.42.3'] as const)('operator-sdk %s', (version) => {
  it.each(scenarios.map(({ name, result }) => ({ name, ...result[version] })))(
    'says of $name what we say',
    ({ name, passed, outputs, fatal }) => {
      const files = goodBundle()
      const change = CHANGES[name]
      expect(change).toBeDefined()
      change?.(files)
      const findings = validateBundle(files, { directory: 'bundle', operatorSdk: version }).filter(({ rule }) =>
        rule.startsWith('operator-sdk/'),
      )
      expect(findings.every(({ severity }) => severity !== 'error')).toBe(passed)
      if (fatal !== undefined) return
      const [said, ours] = [
        new Set(outputs.map(({ type, message }) => `${type} ${essence(message)}`)),
        new Set(findings.map(inTheirWords)),
      ]
      // One thing is said twice there: “missing” and “empty”.
      if (name === 'ann-missing-channels')
        said.add('error Missing annotation "operators.operatorframework.io.bundle.channels.v1"')
      expect(ours).toEqual(said)
    },
  )
})

it('has a change for every scenario', () => {
  expect(scenarios.map(({ name }) => name).toSorted()).toEqual(Object.keys(CHANGES).toSorted())
})

/** What operator-sdk says without what it says it about, memory addresses and dumps of Go values. */
function essence(message: string): string {
  if (message.startsWith('error validating format'))
    return (
      message
        .split(',')
        .at(-1)
        ?.replace(/^.*Bundle validation errors: /, '') ?? ''
    )
  const field = /^Error: Field ([^,]+), Value (?:[^\0]*?: )?(?:\S+: )?(.*)$/s.exec(message)
  if (field !== null) return `${field[1] ?? ''}: ${withoutDump(message)}`
  return withoutDump(message.replace(/^(?:Error|Warning): (?:Value )?/, ''))
}

function inTheirWords({ severity, message }: Finding): string {
  const field = /^([\w.[\]]+): (?:Invalid value: |Unsupported value: |required )/.exec(message)?.[1]
  return `${severity} ${field !== undefined && /^(?:spec|metadata|Spec|ObjectMeta)\b/.test(field) ? `${field}: ` : ''}${withoutDump(message)}`
}

function withoutDump(message: string): string {
  return message
    .replace(/\. &\{map\[.*$/s, '')
    .replace(/^.*(error validating object: )/s, '$1')
    .replace(
      /^.*(per-version |must have exactly|cannot set to true|must be spec\.names|supported values: |required field missing)/s,
      '$1',
    )
    .replace(/^(?:: )?\([^)]*\) /, '')
    .replace(/^(?:codeflare-operator|Codeflare-operator|a{60})?(?:\.v?1\.16\.0)?: (?=\S)/, '')
    .replace(/^: /, '')
    .replace(/^[\w./-]*, Kind=\w*: /, '')
    .replace(/^codeflare-operator-controller-manager: /, '')
    .replace(/^.*: invalid example$|^invalid example: .*$/s, 'invalid example')
    .replaceAll(/[\d.]+ [kM]B/g, 'SIZE')
}
