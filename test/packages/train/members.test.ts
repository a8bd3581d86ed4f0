import { describe, expect, test } from 'vitest'
import type { External } from '../../../packages/train/index.ts'
import { adoptionOf, planComponent, planExternal } from '../../../packages/train/members.ts'
import { parseVersion, type Version } from '../../../packages/versions/index.ts'

const v = (text: string): Version => parseVersion(text, 'test')
const next = (version: string, previous: string | null, exists = false) => ({
  version: v(version),
  exists,
  previous: previous === null ? null : v(previous),
  reasons: ['feat'],
  warnings: [],
})
const component = { name: 'MCAD', carried: v('1.39.0'), releases: [v('1.39.0')], next: null, fix: null, problem: null }

describe('a component in a release of the train', () => {
  test('is released when something waits on its branch', () => {
    expect(planComponent({ ...component, next: next('1.40.0', '1.39.0') }, false)).toMatchObject({
      before: '1.39.0',
      after: '1.40.0',
      released: false,
    })
  })

  test('stays when nothing is new: no version is burnt', () => {
    expect(planComponent({ ...component, next: next('1.39.0', '1.38.1', true) }, false)).toMatchObject({
      after: '1.39.0',
      released: true,
      reasons: ['nothing new'],
    })
  })

  test('is taken as released for this train, even when its branch has moved on since', () => {
    expect(planComponent({ ...component, next: next('1.41.0', '1.40.0') }, false)).toMatchObject({
      after: '1.40.0',
      released: true,
      reasons: ['released since 1.39.0; later changes wait'],
    })
  })

  test('that the train did not have before is taken at its next release', () => {
    expect(planComponent({ ...component, carried: null, next: next('0.1.0', null) }, false)).toMatchObject({
      before: null,
      after: '0.1.0',
      released: false,
      problem: null,
    })
  })

  test('that cannot be decided stays as it was, and says why', () => {
    const problem = { message: 'no branch', advice: 'make one' }
    expect(planComponent({ ...component, problem }, false)).toMatchObject({ after: '1.39.0', problem })
  })

  test('never goes back', () => {
    expect(planComponent({ ...component, next: next('1.38.2', '1.38.1', true) }, false).problem?.message).toBe(
      'MCAD would go back from 1.39.0 to 1.38.2.',
    )
  })

  test('in a hotfix is only what was fixed on the line that the train carries', () => {
    const releases = ['1.40.0', '1.39.2', '1.39.1', '1.39.0'].map(v)
    const waiting = next('1.41.0', '1.40.0')
    expect(planComponent({ ...component, releases, next: waiting }, true)).toMatchObject({
      after: '1.39.2',
      released: true,
    })
    expect(planComponent({ ...component, releases: releases.slice(3), next: waiting }, true)).toMatchObject({
      after: '1.39.0',
      reasons: ['not part of the hotfix'],
    })
  })
})

const kuberay: External = {
  id: 'kuberay',
  name: 'KubeRay',
  repository: 'ray-project/kuberay',
  tag: 'v{version}',
  adoptWithinSprints: 1,
  under: null,
}
const facts = {
  external: kuberay,
  carried: v('1.0.0'),
  written: v('1.0.0'),
  releases: [v('1.1.0'), v('1.0.0')],
  newestOn: '2024-03-22',
}

describe('an external project in a release of the train', () => {
  test('is adopted at its newest release where the train follows it', () => {
    expect(planExternal(facts, false)).toMatchObject({ before: '1.0.0', after: '1.1.0', released: true })
  })

  test('stays as it is written where the train does not follow it', () => {
    expect(planExternal({ ...facts, external: { ...kuberay, adoptWithinSprints: null } }, false).after).toBe('1.0.0')
  })

  test('stays in a hotfix', () => {
    expect(planExternal(facts, true).after).toBe('1.0.0')
  })

  test('stays before a new major version, which somebody must decide', () => {
    expect(planExternal({ ...facts, releases: [v('2.0.0'), v('1.0.0')] }, false).after).toBe('1.0.0')
  })

  test('is the newest release where nothing is written', () => {
    expect(planExternal({ ...facts, carried: null, written: null }, false).after).toBe('1.1.0')
  })

  // v1.3.1, a hotfix, took KubeRay back from v1.1.0 to v1.0.0, and nobody noticed.
  test('never goes back from what the last release had', () => {
    const back = { ...facts, carried: v('1.1.0'), written: v('1.0.0'), releases: [v('1.0.0')] }
    expect(planExternal(back, false).problem?.message).toBe('KubeRay would go back from 1.1.0 to 1.0.0.')
    expect(planExternal(back, true).after).toBe('1.1.0')
  })
})

describe('an adoption', () => {
  const calendar = { sprintWeeks: 3, firstDay: '2024-02-05', freezeDays: 2 }

  test('is due until the end of the next sprint, and overdue after it', () => {
    expect(adoptionOf(facts, calendar, '2024-04-28')).toMatchObject({
      version: '1.1.0',
      due: '2024-04-28',
      state: 'due',
    })
    expect(adoptionOf(facts, calendar, '2024-04-29')?.state).toBe('overdue')
  })

  test('has no deadline without a calendar, a promise or a day of release', () => {
    expect(adoptionOf(facts, null, '2030-01-01')).toMatchObject({ due: null, state: 'open' })
    expect(adoptionOf({ ...facts, newestOn: null }, calendar, '2030-01-01')?.due).toBeNull()
    const followed = { ...kuberay, adoptWithinSprints: null }
    expect(adoptionOf({ ...facts, external: followed }, calendar, '2030-01-01')?.due).toBeNull()
  })

  test('is none when the newest release is written', () => {
    expect(adoptionOf({ ...facts, written: v('1.1.0') }, calendar, '2030-01-01')).toBeNull()
  })
})
