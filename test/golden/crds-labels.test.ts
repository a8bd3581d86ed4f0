/** Real updates of MCAD, AppWrapper and KubeRay, labelled by the API server's own code. */
import { beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../packages/crds/compare/compatibility.ts'
import { reportFindings } from '../../packages/crds/report/report-findings.ts'
import { judgeValidity } from '../../packages/crds/validity/validity.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
import type { Finding } from '../../packages/plan/index.ts'
import { definition, type Label, realLabels, realPairs } from './crds.ts'

const HARM = new Set(['BREAK_UPDATE', 'BREAK_CREATE', 'DATA_LOSS'])
const found = new Map<string, readonly Finding[]>()
let labels: readonly Label[] = []

beforeAll(async () => {
  labels = await realLabels()
  for (const { id, old, new: now } of await realPairs()) {
    const [before, after] = [definition(old), definition(now)]
    found.set(id, [...judge(before, after, []), ...judgeValidity(before, after)])
  }
}, 120_000)

/** Whether a finding of at least this severity stands at the node of a label. */
function isFound({ id, version, path, change }: Label, severities: readonly string[]): boolean {
  const node = path === '^' ? '' : path.slice(1)
  const required = /^required\+ (.*)$/.exec(change)?.[1]
  const at = required === undefined ? node || '.' : `${node}.${required}`
  return (found.get(id) ?? []).some(
    (one) => severities.includes(one.severity) && one.version === version && one.path === at,
  )
}

describe('the judge on real updates', () => {
  test('finds every node that breaks or loses data', () => {
    const harmful = labels.filter(({ label }) => HARM.has(label))
    expect(harmful.length).toBe(113)
    expect(harmful.filter((one) => !isFound(one, ['error'])).map(({ id, path }) => `${id} ${path}`)).toEqual([])
  })

  test('calls nothing an error that harms nobody', () => {
    const harmless = labels.filter(({ label }) => label === 'NO_WITNESS')
    expect(harmless.length).toBe(648)
    expect(harmless.filter((one) => isFound(one, ['error'])).map(({ id, path }) => `${id} ${path}`)).toEqual([])
  })

  test('tells every default that changes what happens', () => {
    const defaults = labels.filter(({ label }) => label === 'BEHAVIOR')
    expect(defaults.length).toBe(174)
    const missed = defaults.filter(({ id, version, path, change }) => {
      const name = /^default \w+ ([^=]+)/.exec(change)?.[1] ?? ''
      return !(found.get(id) ?? []).some((one) => one.version === version && one.path === `${path.slice(1)}.${name}`)
    })
    expect(missed.map(({ id, path, change }) => `${id} ${path} ${change}`)).toEqual([])
  })

  test('shows an example for every change of a schema that it calls an error', () => {
    const errors = [...found.values()]
      .flat()
      .filter(({ severity, path }) => severity === 'error' && path?.startsWith('.'))
    expect(errors.length).toBeGreaterThan(100)
    expect(errors.filter(({ witness }) => witness === undefined).map(({ crd, path }) => `${crd} ${path}`)).toEqual([])
  })

  test('finds no fault with definitions that the API server takes', () => {
    expect([...found.values()].flat().filter(({ rule }) => rule === 'definition-invalid')).toEqual([])
  })

  test('needs few lines for the update on which a peer has 622 findings', () => {
    const findings = found.get('kuberay/v1.1.1..v1.2.0/ray.io_rayclusters.yaml') ?? []
    const open = renderMarkdown(reportFindings(findings)).replaceAll(/<details>[\s\S]*?<\/details>/g, '')
    expect(open.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(40)
  })
})
