import { describe, expect, test } from 'vitest'
import { sync } from '../../../packages/crds/index.ts'
import { apply } from '../../../packages/plan/index.ts'
import { checkout, contents, crd, having, like, MemoryRemote, options } from './world.ts'

const remote = new MemoryRemote({})
const waiver = (more: string = ''): string => `waivers:
- rule: field-removed
  crd: widgets.example.com
  path: .spec
  reason: nobody used it
  owner: alice
  expires: 2026-06-30
${more}`
const OLD = crd({ schema: '{type: object, properties: {spec: {type: string}}}' })

async function waived(file: string, today = '2026-06-30') {
  const workspace = await checkout({ 'new/a.yaml': crd(), 'config/crd/a.yaml': OLD, 'waivers.yaml': file })
  const given = options({ sources: ['./new'], waivers: 'waivers.yaml', today })
  return { workspace, given, done: await sync(given, workspace, remote) }
}

describe('a waiver', () => {
  test('lets one finding pass until its last day, and says who answers for it', async () => {
    const { workspace, given, done } = await waived(waiver())
    expect(done.refusal).toBeUndefined()
    expect(done.plan.breaking).toBe(false)
    expect(done.findings).toMatchObject([
      {
        severity: 'error',
        rule: 'field-removed',
        waived: true,
        message: like(/Waived by alice until 2026-06-30: nobody used it$/),
      },
    ])
    await apply(done.changes)
    // Nothing changes the second time, so nothing is compared; the waiver is not called unused for that.
    expect((await sync(given, workspace, remote)).findings).toEqual([])
    expect((await contents(workspace))['config/crd/a.yaml']).toBe(crd())
  })

  test('that has expired is an error, and so is what it waived', async () => {
    const { done } = await waived(waiver(), '2026-07-01')
    expect(done.refusal?.message).toMatch(/A change breaks users of a CRD/)
    expect(done.findings).toMatchObject([
      { rule: 'waiver-expired', file: 'waivers.yaml', line: 2 },
      { rule: 'field-removed' },
    ])
    expect(done.findings[1]?.waived).toBeUndefined()
  })

  test('that nothing needs is an error', async () => {
    const more =
      '- {rule: type-changed, crd: widgets.example.com, path: .x, reason: r, owner: bob, expires: 2026-12-31}\n'
    const other =
      '- {rule: type-changed, crd: gadgets.example.com, path: .x, reason: r, owner: bob, expires: 2026-12-31}\n'
    const { done } = await waived(waiver(more + other))
    expect(done.refusal?.message).toBe('2 waivers are expired or unused. Nothing was written.')
    expect(done.findings).toMatchObject([
      { rule: 'waiver-unused', line: 8 },
      { rule: 'waiver-unused', line: 9, message: like(/no source has that CRD/) },
      having({ waived: true }),
    ])
  })

  test('may name many paths at once', async () => {
    const { done } = await waived(waiver().replace('path: .spec', 'path: "*"'))
    expect(done.refusal).toBeUndefined()
  })

  test.each([
    ['a missing reason', waiver().replace(/  reason: .*\n/, ''), /waivers\.0\.reason/, 2],
    ['a day that is none', waiver().replace('2026-06-30', 'soon'), /must be a day/, 2],
    ['a key too many', `${waiver()}  forever: true\n`, /forever/, 2],
    ['no list', 'waivers: yes\n', /waivers/, 1],
  ])('%s is refused with file and line', async (_, file, message, line) => {
    await expect(waived(file)).rejects.toMatchObject({
      name: 'UserError',
      message: like(message),
      place: { file: 'waivers.yaml', line },
    })
  })
})
