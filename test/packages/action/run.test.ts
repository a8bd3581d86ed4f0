import { describe, expect, it } from 'vitest'
import {
  choice,
  type Context,
  defineAction,
  execute,
  flag,
  integer,
  list,
  required,
  secret,
  text,
} from '../../../packages/action/index.ts'
import { paragraph, UserError } from '../../../packages/plan/index.ts'
import { quietContext } from '../../context.ts'

const context = (): Context & { lines: string[]; masked: string[] } => {
  const [lines, masked]: [string[], string[]] = [[], []]
  return {
    ...quietContext({}, '.'),
    lines,
    masked,
    log: {
      info: (line) => lines.push(line),
      debug: () => undefined,
      warning: (line) => lines.push(line),
      group: (_, body) => body(),
      mask: (word) => masked.push(word),
    },
  }
}

/** Points one tag, in memory. */
function pointer(initial: string | null) {
  let at = initial
  let writes = 0
  const action = defineAction({
    name: 'point',
    title: 'Point',
    description: 'Points a tag at a digest.',
    branding: { icon: 'tag', color: 'blue' },
    permissions: { contents: 'write' },
    inputs: {
      digest: required({ description: 'Where to.', example: 'sha256:…' }),
      guard: choice(['strict', 'off'], { description: 'Whether to look first.', default: 'strict' }),
      password: secret({ description: 'Password.' }),
      fail: flag({ description: 'Refuse.', default: 'false' }),
    },
    outputs: { at: 'Where the tag points.', tags: 'JSON.' },
    plan: async ({ digest, guard, fail }) => ({
      changes:
        at === digest
          ? []
          : [
              {
                action: 'move',
                subject: 'tag dev',
                before: at,
                after: digest,
                reason: guard,
                probe: () => Promise.resolve(at),
                act: () => {
                  writes += 1
                  at = digest
                  return Promise.resolve()
                },
              },
            ],
      ...(fail && { refusal: new UserError('No.') }),
      outputs: () => ({ at, tags: [at] }),
      report: () => [paragraph('at ', at ?? 'nothing')],
    }),
  })
  return { action, writes: () => writes }
}

const texts = (given: Record<string, string>) => new Map(Object.entries(given))

describe('executing an action', () => {
  it('applies the plan once; the second run changes nothing and has the same outputs', async () => {
    const { action, writes } = pointer('a')
    const first = await execute(action, texts({ digest: 'b' }), context())
    const second = await execute(action, texts({ digest: 'b' }), context())
    expect(first).toMatchObject({ changed: true, outputs: { at: 'b', tags: '["b"]', changed: 'true' } })
    expect(second).toMatchObject({ changed: false, outputs: { at: 'b', tags: '["b"]', changed: 'false', plan: '[]' } })
    expect(writes()).toBe(1)
  })

  it('writes nothing in a dry run and prints the plan that a real run applies', async () => {
    const { action, writes } = pointer('a')
    const dry = await execute(action, texts({ digest: 'b', 'dry-run': 'true' }), context())
    expect(writes()).toBe(0)
    const real = await execute(action, texts({ digest: 'b' }), context())
    expect(dry).toMatchObject({ dryRun: true, changed: true })
    expect(dry.plan).toEqual(real.plan)
    expect(dry.outputs['plan']).toBe(
      '[{"action":"move","subject":"tag dev","before":"a","after":"b","reason":"strict"}]',
    )
  })

  it('applies nothing when the action refuses, and still has outputs and a report', async () => {
    const { action, writes } = pointer('a')
    const execution = await execute(action, texts({ digest: 'b', fail: 'true' }), context())
    expect(writes()).toBe(0)
    expect(execution).toMatchObject({ changed: false, refusal: { message: 'No.' }, outputs: { at: 'a' } })
    expect(execution.report).toEqual([paragraph('at ', 'a')])
  })

  it('masks secrets before it looks at anything else', async () => {
    const { action } = pointer('a')
    const edge = context()
    await expect(execute(action, texts({ password: 'hunter22', guard: 'maybe' }), edge)).rejects.toThrow()
    expect(edge.masked).toEqual(['hunter22'])
  })
})

describe('inputs', () => {
  it.each([
    [{ digest: 'b', guard: 'maybe' }, 'Input “guard” is “maybe”; allowed: strict, off.'],
    [{ digest: 'b', fail: 'True' }, 'Input “fail” is “True”; allowed: true, false.'],
    [{ digest: 'b', 'dry-run': 'yes' }, 'Input “dry-run” is “yes”; allowed: true, false.'],
    [{ digest: '  ' }, 'Input “digest” is missing. Where to.'],
  ])('%j is refused by name', async (given, message) => {
    const { action, writes } = pointer('a')
    await expect(execute(action, texts(given), context())).rejects.toMatchObject({ name: 'UserError', message })
    expect(writes()).toBe(0)
  })

  it('a list takes one item a line, without blank lines and comments', () => {
    const parse = list({ description: '' }).parse
    expect(parse('a, b\r\n\n  # not c\n d # e\n', 'tags')).toEqual(['a, b', 'd # e'])
    expect(list({ description: '', commas: true }).parse('a, b\nc,', 'tags')).toEqual(['a', 'b', 'c'])
  })

  it('a whole number keeps its bounds', () => {
    const { parse } = integer({ description: '', default: '8', min: 1, max: 100 })
    expect(parse('8', 'max-trials')).toBe(8)
    for (const wrong of ['0', '101', '1.5', '1e1', 'x', '']) {
      expect(() => parse(wrong, 'max-trials')).toThrow(
        `Input “max-trials” is “${wrong}”; allowed: a whole number from 1 to 100.`,
      )
    }
  })

  it('a default that only the runner can resolve counts as not given', async () => {
    const action = defineAction({
      name: 'x',
      title: 'X',
      description: '',
      branding: { icon: 'tag', color: 'blue' },
      permissions: {},
      inputs: { target: text({ description: '', default: '${{ github.sha }}' }) },
      outputs: { target: '' },
      plan: ({ target }) => Promise.resolve({ changes: [], outputs: () => ({ target }), report: () => [] }),
    })
    expect((await execute(action, new Map(), context())).outputs['target']).toBe('')
  })
})
