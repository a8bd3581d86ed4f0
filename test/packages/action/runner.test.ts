import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type ActionSpec,
  defineAction,
  type Inputs,
  runOnRunner,
  secret,
  text,
} from '../../../packages/action/index.ts'
import { type Change, type Finding, paragraph, UserError } from '../../../packages/plan/index.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'runner-'))
  for (const file of ['output', 'summary']) writeFileSync(join(directory, file), '')
})
afterEach(() => rmSync(directory, { recursive: true }))

const inputs = { name: text({ description: 'Name.' }), token: secret({ description: 'Token.' }) }

async function run(plan: ActionSpec<typeof inputs & Inputs, 'id'>['plan'], given: Record<string, string> = {}) {
  const action = defineAction({
    name: 'demo',
    title: 'Demo',
    description: '',
    branding: { icon: 'tag', color: 'blue' },
    permissions: {},
    inputs,
    outputs: { id: '' },
    plan,
  })
  let stdout = ''
  const code = await runOnRunner(
    action,
    { GITHUB_OUTPUT: join(directory, 'output'), GITHUB_STEP_SUMMARY: join(directory, 'summary'), ...given },
    (printed) => {
      stdout += printed
    },
    new AbortController().signal,
  )
  return {
    code,
    stdout,
    output: readFileSync(join(directory, 'output'), 'utf8'),
    summary: readFileSync(join(directory, 'summary'), 'utf8'),
  }
}

const change = (subject: string, act: () => Promise<void>, state = { at: null as string | null }): Change => ({
  action: 'create',
  subject,
  before: null,
  after: 'v1',
  reason: 'test',
  probe: () => Promise.resolve(state.at),
  act: async () => {
    await act()
    state.at = 'v1'
  },
})

describe('on a runner', () => {
  it('prints the plan, does it, and writes outputs and summary', async () => {
    const { code, stdout, output, summary } = await run(
      ({ name }) =>
        Promise.resolve({
          changes: [change(`tag ${name}`, () => Promise.resolve())],
          outputs: () => ({ id: name }),
          report: () => [paragraph('made ', name)],
        }),
      { INPUT_NAME: 'v1' },
    )
    expect(code).toBe(0)
    expect(stdout).toBe('1 change:\n  create tag v1: absent -> v1 (test)\nDone: create tag v1\n')
    expect(output).toMatch(/^id<<ghadelimiter_\w+\nv1\nghadelimiter_/)
    expect(summary).toBe('## Demo\n\nmade v1\n')
  })

  it('shows a secret nowhere: not in logs, errors, outputs or the summary', async () => {
    const token = 'ghs_0123456789'
    const { code, stdout, output, summary } = await run(
      ({ token: given }, { log }) => {
        log.info(`using ${given} as ${Buffer.from(given).toString('base64')}`)
        throw new UserError(`cannot log in with ${given}`, { advice: `try another than ${given}` })
      },
      { INPUT_TOKEN: token },
    )
    expect(code).toBe(1)
    expect(stdout.replace(`::add-mask::${token}\n`, '')).toBe(
      'using *** as ***\n::error::cannot log in with ***%0Atry another than ***\n',
    )
    expect(stdout + output + summary).not.toContain(Buffer.from(token).toString('base64'))
    expect(summary).toBe('## Demo\n\n❌ cannot log in with ***\n\ntry another than ***\n\nNothing was changed.\n')
  })

  it("shows the user's fault without a stack and ours with one", async () => {
    const theirs = await run(() =>
      Promise.reject(new UserError('No such tag.', { advice: 'Push it.', file: 'README.md', line: 3 })),
    )
    expect(theirs.stdout).toBe('::error file=README.md,line=3::No such tag.%0APush it.\n')
    const ours = await run(() => Promise.reject(new TypeError('x is undefined')))
    expect(ours.stdout).toMatch(
      /^::error title=Defect::x is undefined%0AThis is a defect of the action[^\n]+\nTypeError: x is undefined\n +at /,
    )
    expect(ours.code).toBe(1)
  })

  it('says what was done before a change failed, and what was not', async () => {
    const { summary, code } = await run(() =>
      Promise.resolve({
        changes: [
          change('tag a', () => Promise.resolve()),
          change('tag b', () => Promise.reject(new UserError('The registry refused.'))),
          change('tag c', () => Promise.resolve()),
        ],
        outputs: () => ({ id: '' }),
        report: () => [],
      }),
    )
    expect(code).toBe(1)
    expect(summary).toContain('❌ The registry refused.')
    expect(summary).toContain('| done | create | tag a |\n| not done | create | tag b |\n| not done | create | tag c |')
  })

  it('cannot be commanded by what it prints', async () => {
    const { stdout } = await run(
      ({ name }, { log }) => {
        log.info(name)
        return Promise.resolve({ changes: [], outputs: () => ({ id: '' }), report: () => [] })
      },
      { INPUT_NAME: 'x\n::add-path::/evil\r::stop-commands::x' },
    )
    expect(stdout).toBe('x\n| ::add-path::/evil\n| ::stop-commands::x\nNothing to change.\n')
  })

  it('annotates ten findings of a level and says that there are more', async () => {
    const findings = Array.from({ length: 12 }, (_, index): Finding => ({
      severity: 'warning',
      rule: 'r',
      message: `m${index}`,
      advice: '',
    }))
    const { stdout } = await run(() =>
      Promise.resolve({ changes: [], findings, outputs: () => ({ id: '' }), report: () => [] }),
    )
    expect(stdout.match(/^::warning title=r::/gm)).toHaveLength(10)
    expect(stdout).toContain('2 more of level warning: see the job summary.')
  })
})
