import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../packages/action/index.ts'
import { reportSync, sync } from '../../../packages/crds/index.ts'
import { apply } from '../../../packages/plan/index.ts'
import { checkout, crd, like, MemoryRemote, options } from './world.ts'

/** Two versions, and two copies of a pod template in each. */
function twice(containers: string): string {
  const template = `{type: object, properties: {template: {type: object, properties: {containers: ${containers}}}}}`
  return crd({
    versions: 'v1* v2',
    schema: `{type: object, properties: {head: ${template}, workers: {type: array, items: ${template}}}}`,
  })
}

describe('the report', () => {
  test('says once what is the same in two versions and in two copies of a template; the findings say each place', async () => {
    const item = '{type: object, required: [name], properties: {name: {type: string}}}'
    const workspace = await checkout({
      'crd/a.yaml': twice(`{type: array, items: ${item}}`),
      'new/a.yaml': twice(
        `{type: array, items: ${item}, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name]}`,
      ),
    })
    const done = await sync(options({ sources: ['./new'], destination: 'crd' }), workspace, new MemoryRemote({}))
    expect(done.findings.map(({ version, path }) => `${version} ${path}`)).toEqual([
      'v1 .head.template.containers',
      'v1 .workers[*].template.containers',
      'v2 .head.template.containers',
      'v2 .workers[*].template.containers',
    ])
    const text = renderMarkdown(reportSync(done))
    expect(text.match(/`list-uniqueness-added` \|/g)).toHaveLength(1)
    expect(text).toContain('What breaks: 1 change, at 4 places')
    expect(text).toContain(
      'Also: `v1 .workers[*].template.containers, v2 .head.template.containers, v2 .workers[*].template.containers`',
    )
    expect(text).toContain('- name: a')
    expect(
      renderMarkdown(
        reportSync(await sync(options({ sources: ['./new'], destination: 'crd' }), workspace, new MemoryRemote({}))),
      ),
    ).toBe(text)
  })
})

describe('what moves', () => {
  test('a kind that comes back under another group is told as a move', async () => {
    const remote = new MemoryRemote({
      'o/r@v1.0.0': { 'crd/a.yaml': crd() },
      'o/r@v1.1.0': { 'crd/a.yaml': crd({ group: 'new.example.com' }) },
    })
    const workspace = await checkout({})
    await apply((await sync(options({ sources: ['o/r@v1.0.0:crd'] }), workspace, remote)).changes)
    const { findings, refusal } = await sync(options({ sources: ['o/r@v1.1.0:crd'] }), workspace, remote)
    expect(findings).toMatchObject([
      {
        severity: 'error',
        rule: 'crd-moved',
        crd: 'widgets.example.com',
        after: 'widgets.new.example.com',
        message: like(/becomes widgets\.new\.example\.com/),
      },
    ])
    expect(refusal).toBeDefined()
  })

  test('a CRD that another repository keeps now is told', async () => {
    const remote = new MemoryRemote({
      'o/r@v1.0.0': { 'crd/a.yaml': crd() },
      'o/other@v0.1.0': { 'crd/a.yaml': crd() },
    })
    const workspace = await checkout({})
    await apply((await sync(options({ sources: ['o/r@v1.0.0:crd'] }), workspace, remote)).changes)
    const { findings } = await sync(options({ sources: ['o/other@v0.1.0:crd'] }), workspace, remote)
    expect(findings).toMatchObject([{ severity: 'info', rule: 'source-moved', before: 'o/r', after: 'o/other' }])
  })
})
