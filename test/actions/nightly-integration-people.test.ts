/** What people hear of a night: the issue, the message, and the nights that did not come. */
import { describe, expect, it } from 'vitest'
import { GitHub } from '../../packages/github/index.ts'
import { COMPONENTS, OPERATOR, Stack, suite } from './nightly/stack.ts'

/** The issues of the operator's repository, the oldest first. */
async function issuesOf({ job: { world } }: Stack) {
  const github = new GitHub({ token: 'ghs_any', environment: world.environment() })
  const [owner = '', repo = ''] = OPERATOR.split('/')
  const asked = { owner, repo, state: 'all', direction: 'asc' } as const
  const { data } = await github.request('GET /repos/{owner}/{repo}/issues', asked)
  return data.map(({ number, title, state, comments }) => ({ number, title, state, comments }))
}

describe('the people', () => {
  it('get one issue for a red night, which the nights after it keep and close, and a message that names the culprit', async () => {
    const stack = await Stack.open()
    const given = { issue: 'true', history: 'nightly-history' }
    await stack.night(1, given)
    await stack.move(2, COMPONENTS)
    const broken = { ...given, 'test-command': suite(stack.has('mcad', 2)) }
    const red = await stack.night(2, broken)
    expect(red.outputs['verdict']).toBe('rejected')
    expect(red.outputs['issue-number']).toBe('1')
    const message = red.outputs['message'] ?? ''
    expect(message).toContain('✗ Night of 2024-01-02, payload ')
    expect(message).toMatch(
      /^To blame: \[mcad\]\(https:\/\/github\.com\/project-codeflare\/mcad\/compare\/1{40}\.\.\.2{40}\) \(\d\d %\)$/m,
    )
    expect(message).toContain('Failing: `e2e.scale`')
    expect(message).toContain('/issues/1)')
    expect(await issuesOf(stack)).toEqual([{ number: 1, title: 'Nightly: e2e.scale', state: 'open', comments: 0 }])

    const again = await stack.night(3, broken)
    expect(again.outputs['issue-number']).toBe('1')
    for (const day of [4, 5, 6]) {
      await stack.move(day, ['mcad'])
      await stack.night(day, given)
    }
    expect(await issuesOf(stack)).toEqual([{ number: 1, title: 'Nightly: e2e.scale', state: 'closed', comments: 1 }])
    const last = await stack.night(6, given)
    expect(last.changed, 'the same run once more').toBe(false)
    expect((await issuesOf(stack)).length).toBe(1)
  }, 120_000)

  it('hear of nights that did not come, from the next one', async () => {
    const stack = await Stack.open()
    const file = '.github/workflows/nightly.yml'
    await stack.job.checkout({ [file]: "on:\n  schedule:\n    - cron: '55 1 * * *'\n" })
    const environment = { GITHUB_WORKFLOW_REF: `${OPERATOR}/${file}@refs/heads/main` }
    await stack.night(1, {}, environment)
    const next = await stack.night(2, {}, environment)
    expect(next.findings).toEqual([])
    const later = await stack.night(5, {}, environment)
    expect(later.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'nightly-missed: 2 nights are missing since that of 2024-01-02 02:00 UTC: the schedule expected 2024-01-03 01:55, 2024-01-04 01:55.',
    ])
    const elsewhere = { GITHUB_WORKFLOW_REF: `${OPERATOR}/.github/workflows/gone.yml@refs/heads/main` }
    expect((await stack.night(9, {}, elsewhere)).findings).toEqual([])
  })
})
