import { describe, expect, it } from 'vitest'
import { apply, type Change, describePlan } from '../../../packages/plan/index.ts'

/** A world of one value per subject: enough to be really probed, changed and read back. */
function world(initial: Record<string, string | null>) {
  const state = new Map(Object.entries(initial))
  const written: string[] = []
  const change = (subject: string, before: string | null, after: string | null): Change => ({
    action: 'move',
    subject,
    before,
    after,
    reason: 'because the test says so',
    probe: () => Promise.resolve(state.get(subject) ?? null),
    act: () => {
      written.push(subject)
      state.set(subject, after)
      return Promise.resolve()
    },
  })
  return { state, written, change }
}

const noWait = { sleep: () => Promise.resolve() }

describe('applying a plan', () => {
  it('makes every change in order and says which were made', async () => {
    const { state, written, change } = world({ a: '1', b: null })
    const told: string[] = []
    await apply([change('a', '1', '2'), change('b', null, 'x')], {
      onChange: ({ subject }, outcome) => told.push(`${subject} ${outcome}`),
    })
    expect(Object.fromEntries(state)).toEqual({ a: '2', b: 'x' })
    expect(written).toEqual(['a', 'b'])
    expect(told).toEqual(['a applied', 'b applied'])
  })

  it('leaves alone what an earlier run made already', async () => {
    const { written, change } = world({ a: '2', b: null })
    const told: string[] = []
    await apply([change('a', '1', '2'), change('b', null, 'x')], { onChange: (_, outcome) => told.push(outcome) })
    expect(written).toEqual(['b'])
    expect(told).toEqual(['already', 'applied'])
  })

  it('overwrites nothing that somebody else changed since the plan was made', async () => {
    const { state, change } = world({ a: 'theirs' })
    await expect(apply([change('a', '1', '2')])).rejects.toMatchObject({
      name: 'UserError',
      message: 'a was “1” when this run planned to move it; now it is “theirs”.',
    })
    expect(state.get('a')).toBe('theirs')
  })

  it('does not believe a service that accepts a change and does not make it', async () => {
    const { change } = world({ a: '1' })
    const lie = { ...change('a', '1', '2'), act: () => Promise.resolve() }
    await expect(apply([lie], noWait)).rejects.toMatchObject({
      name: 'ServiceError',
      message: 'a was written as “2” and reads back as “1”.',
    })
  })

  it('waits for a service that shows a change only after a while', async () => {
    const { state, change } = world({ a: '1' })
    const pauses: number[] = []
    const slow = { ...change('a', '1', '2'), act: () => Promise.resolve() }
    await apply([slow], {
      sleep: (ms) => {
        if (pauses.push(ms) === 2) state.set('a', '2')
        return Promise.resolve()
      },
    })
    expect(pauses).toEqual([250, 1000])
  })

  it('stops between two changes when the run is cancelled, never within one', async () => {
    const { state, change } = world({ a: '1', b: '1' })
    const run = new AbortController()
    const applied = apply([change('a', '1', '2'), change('b', '1', '2')], {
      signal: run.signal,
      onChange: () => run.abort(new Error('cancelled')),
    })
    await expect(applied).rejects.toThrow('cancelled')
    expect(Object.fromEntries(state)).toEqual({ a: '2', b: '1' })
  })

  it('describes itself as the values that the output `plan` carries', () => {
    const { change } = world({})
    expect(describePlan([change('a', null, '1')])).toEqual([
      { action: 'move', subject: 'a', before: null, after: '1', reason: 'because the test says so' },
    ])
  })
})
