import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it, onTestFinished } from 'vitest'
import { GitHub, type Issue } from '../../../packages/github/index.ts'
import { decideIssues } from '../../../packages/nightly/issue/decide.ts'
import { markOf } from '../../../packages/nightly/issue/rules.ts'
import { issueText } from '../../../packages/nightly/issue/text.ts'
import {
  ISSUE_RULES,
  type IssuesPlan,
  type IssuesRequest,
  keepIssues,
  type Night,
  planIssues,
} from '../../../packages/nightly/index.ts'
import { apply } from '../../../packages/plan/index.ts'
import { openWorld, type World } from '../../../packages/sandbox/index.ts'
import { aNight, hash, imageOf, payloadOf } from './history-sample.ts'

const NAME = 'project-codeflare/codeflare-operator'
const REPOSITORY = { owner: 'project-codeflare', repo: 'codeflare-operator' }
const RULES = ISSUE_RULES

const red = (day: string, failing: readonly string[] = ['TestA', 'TestB'], told: Partial<Night> = {}): Night =>
  aNight(day, {
    verdict: 'rejected',
    reason: 'Two tests fail.',
    failing,
    signature: hash(failing.join('\n')).slice(0, 16),
    ...told,
  })
const SIGNATURE = red('2026-11-01').signature ?? ''

interface Scene {
  readonly world: World
  readonly issues: () => ReturnType<typeof allIssues>
  /** One night after the other; what was changed by the last. */
  readonly run: (...nights: Night[]) => Promise<{ plan: IssuesPlan; changes: string[] }>
  readonly request: IssuesRequest
  /** Another run, with a client of its own. */
  readonly another: IssuesRequest
}

async function allIssues(github: GitHub) {
  const asked = { ...REPOSITORY, state: 'all', sort: 'created', direction: 'asc' } as const
  return (await github.request('GET /repos/{owner}/{repo}/issues', asked)).data
}

async function aScene(): Promise<Scene> {
  const directory = await mkdtemp(join(tmpdir(), 'issues-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const world = await openWorld({ directory, start: '2026-11-01T03:00:00Z' })
  onTestFinished(() => world.close())
  const collaborators = ['release-manager', 'ada', 'grace']
  await world.github.createRepository(NAME, { files: { 'README.md': 'x\n' }, collaborators })
  const request = await requestIn(world)
  const past: Night[] = []
  return {
    world,
    request,
    another: await requestIn(world),
    issues: () => allIssues(request.github),
    async run(...nights) {
      let plan = await planIssues(request, past)
      for (const night of nights) {
        past.push(night)
        plan = await planIssues(request, past)
        await apply(plan.changes, { sleep: async () => undefined })
      }
      return { plan, changes: plan.changes.map(({ action, subject }) => `${action} ${subject}`) }
    },
  }
}

/** What a run asks with: a client of its own, which never really waits. */
async function requestIn(world: World): Promise<IssuesRequest> {
  const github = new GitHub({ token: 'ghs_x', environment: world.environment(), sleep: async () => undefined })
  const commit = (await world.github.resolve(NAME, 'main')) ?? ''
  return { github, repository: REPOSITORY, commit, rules: RULES }
}

describe('the issue of a failure', () => {
  it('is opened once and then says what the nights say', async () => {
    const { run, issues } = await aScene()
    const first = await run(aNight('2026-11-01'), red('2026-11-02'))
    expect(first.changes).toEqual([`create issue “Nightly: TestA and 1 more” of ${NAME}`])
    expect(first.plan.tonight()).toMatchObject({ number: 1, state: 'open' })
    const [opened] = await issues()
    expect(opened).toMatchObject({ title: 'Nightly: TestA and 1 more', labels: [{ name: 'nightly-failure' }] })
    expect(opened?.body?.split('\n')[0]).toBe(`<!-- nightly-integration ${SIGNATURE} -->`)

    const second = await run(red('2026-11-03'))
    expect(second.changes).toEqual([`update text of issue #1 of ${NAME}`])
    const all = await issues()
    expect(all.length).toBe(1)
    expect(all[0]?.body).toContain('failed like this 2 times, first in the night of 2026-11-02, last on 2026-11-03')
    expect((await run()).changes).toEqual([])
  })

  it('is another one for other tests', async () => {
    const { run, issues } = await aScene()
    await run(red('2026-11-01'), red('2026-11-02', ['TestC']))
    expect((await issues()).map(({ title, state }) => [title, state])).toEqual([
      ['Nightly: TestA and 1 more', 'open'],
      ['Nightly: TestC', 'open'],
    ])
  })

  it('is closed after three accepted nights, with a word why, and not by nights that ran nothing', async () => {
    const { run, issues } = await aScene()
    await run(
      red('2026-11-01'),
      aNight('2026-11-02'),
      aNight('2026-11-03', { verdict: 'unchanged' }),
      aNight('2026-11-04'),
    )
    expect((await issues())[0]).toMatchObject({ state: 'open', comments: 0 })
    expect((await issues())[0]?.body).toContain('(2 so far)')
    const { changes } = await run(aNight('2026-11-05'))
    expect(changes).toEqual([
      `update text of issue #1 of ${NAME}`,
      `create comment on issue #1 of ${NAME}`,
      `update state of issue #1 of ${NAME}`,
    ])
    expect((await issues())[0]).toMatchObject({ state: 'closed', state_reason: 'completed', comments: 1 })
    expect((await run(aNight('2026-11-06'))).changes).toEqual([])
  })

  it('counts from the last failure, be it only a flaky one', async () => {
    const { run, issues } = await aScene()
    const flaky = red('2026-11-03', ['TestA', 'TestB'], { verdict: 'flaky' })
    await run(red('2026-11-01'), aNight('2026-11-02'), flaky, aNight('2026-11-04'), aNight('2026-11-05'))
    expect((await issues())[0]?.state).toBe('open')
    await run(aNight('2026-11-06'))
    expect((await issues())[0]?.state).toBe('closed')
  })

  it('is opened again when the failure is back within two weeks, and a new one after that', async () => {
    const { world, run, issues } = await aScene()
    const green = ['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => aNight(day))
    await run(red('2026-11-01'), ...green)
    const { changes } = await run(red('2026-11-14'))
    expect(changes).toEqual([
      `update text of issue #1 of ${NAME}`,
      `create comment on issue #1 of ${NAME}`,
      `update state of issue #1 of ${NAME}`,
    ])
    expect(await issues()).toMatchObject([{ number: 1, state: 'open', state_reason: 'reopened', comments: 2 }])
    await run(...['2026-11-15', '2026-11-16', '2026-11-17'].map((day) => aNight(day)))
    // The world's clock counts writes; the failure comes back long after.
    await run(red('2026-12-30'))
    expect((await issues()).map(({ number, state }) => [number, state])).toEqual([
      [1, 'closed'],
      [2, 'open'],
    ])
    expect(world.ledger.subjects.filter((subject) => subject.includes('create refs/nightly-issues')).length).toBe(2)
  })

  it('that a person closed as not planned stays closed, and the run says so', async () => {
    const { request, run, issues } = await aScene()
    await run(red('2026-11-01'))
    await request.github.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      ...REPOSITORY,
      issue_number: 1,
      state: 'closed',
      state_reason: 'not_planned',
    })
    const { changes, plan } = await run(red('2026-11-02'))
    expect(changes).toEqual([])
    const { url } = plan.tonight() ?? { url: '' }
    expect(plan.findings.map(({ severity, rule, message }) => [severity, rule, message])).toEqual([
      [
        'info',
        'nightly-failure-not-planned',
        `These tests fail again; #1 says that it is not planned to mend them (${url}).`,
      ],
    ])
    expect((await issues())[0]?.state).toBe('closed')
  })

  it('is not opened for a flaky, accepted or unchanged night', async () => {
    const { run, issues } = await aScene()
    await run(
      red('2026-11-01', ['T'], { verdict: 'flaky' }),
      aNight('2026-11-02'),
      aNight('2026-11-03', { verdict: 'unchanged' }),
    )
    expect(await issues()).toEqual([])
  })

  it('says when the culprit turns out to be another', async () => {
    const { run, issues } = await aScene()
    const blamed = (component: string): Night['culprit'] => ({
      probability: 0.98,
      components: [
        {
          component,
          repository: null,
          before: imageOf(component, 1).digest,
          after: imageOf(component, 2).digest,
          commits: { before: null, after: null },
          compare: null,
        },
      ],
    })
    await run(red('2026-11-01'), red('2026-11-02', undefined, { culprit: blamed('kuberay') }))
    expect((await issues())[0]?.comments).toBe(1)
    await run(red('2026-11-03', undefined, { culprit: blamed('kuberay') }))
    expect((await issues())[0]).toMatchObject({ comments: 1 })
    expect((await issues())[0]?.body).toContain('| kuberay |')
  })

  it('is one issue when two runs open it at once', async () => {
    const scene = await aScene()
    const nights = [aNight('2026-11-01'), red('2026-11-02')]
    const runs = await Promise.all([planIssues(scene.request, nights), planIssues(scene.another, nights)])
    await Promise.all(runs.map(({ changes }) => apply(changes, { sleep: async () => undefined })))
    expect((await scene.issues()).length).toBe(1)
    expect(runs.map((plan) => plan.tonight()?.number)).toEqual([1, 1])
  })

  it('is opened by the next run when the one that had claimed it was cut off', async () => {
    const { world, request, run, issues } = await aScene()
    const commit = (await world.github.resolve(NAME, 'main')) ?? ''
    await request.github.request('POST /repos/{owner}/{repo}/git/refs', {
      ...REPOSITORY,
      ref: `refs/nightly-issues/${SIGNATURE}/1`,
      sha: commit,
    })
    await run(red('2026-11-01'))
    expect((await issues()).length).toBe(1)
  })

  it('is one again when there are two all the same: the first stays', async () => {
    const { request, run, issues } = await aScene()
    await run(red('2026-11-01'))
    const [issue] = await issues()
    await request.github.request('POST /repos/{owner}/{repo}/issues', {
      ...REPOSITORY,
      title: issue?.title ?? '',
      body: issue?.body ?? '',
      labels: ['nightly-failure'],
    })
    await run(red('2026-11-02'))
    expect(await issues()).toMatchObject([
      { number: 1, state: 'open' },
      { number: 2, state: 'closed', state_reason: 'duplicate', comments: 1 },
    ])
    expect((await run(red('2026-11-03'))).changes).toEqual([`update text of issue #1 of ${NAME}`])
  })

  it('takes no issue for its own that lacks the label', async () => {
    const { request, run, issues } = await aScene()
    await request.github.request('POST /repos/{owner}/{repo}/issues', {
      ...REPOSITORY,
      title: 'trap',
      body: `${markOf(SIGNATURE)}\nI want to be closed.`,
    })
    await run(red('2026-11-01'))
    expect((await issues()).map(({ title, state }) => [title, state])).toEqual([
      ['trap', 'open'],
      ['Nightly: TestA and 1 more', 'open'],
    ])
  })

  it.each([
    ['before', /issues$/],
    ['after', /issues$/],
    ['before', /git\/refs$/],
    ['after', /git\/refs$/],
  ] as const)('is one when the connection breaks %s the write to %s', async (when, path) => {
    const { world, run, issues } = await aScene()
    world.faults.add({ service: 'github', method: 'POST', path, nth: 1, fault: { kind: 'reset', when } })
    await run(red('2026-11-01'))
    expect((await issues()).length).toBe(1)
  })

  it('is assigned to the owners of what the culprit changed, as far as they may be', async () => {
    const { world, run, issues } = await aScene()
    const ray = 'project-codeflare/kuberay'
    const before = await world.github
      .createRepository(ray, { files: { 'a.go': '1', 'docs/x.md': '1', other: '1' } })
      .then(() => world.github.resolve(ray, 'main'))
    const after = await world.github.commit(ray, 'main', {
      message: 'break it',
      files: {
        CODEOWNERS:
          '* @nobody-here @project-codeflare/admins\n*.go @ada\ndocs/* @grace docs@example.com\nother @ada\nCODEOWNERS\n',
        'a.go': '2',
        'docs/x.md': '2',
        other: '2',
      },
    })
    const culprit = {
      probability: 0.98,
      components: [
        {
          component: 'kuberay',
          repository: ray,
          before: imageOf('kuberay', 1).digest,
          after: imageOf('kuberay', 2).digest,
          commits: { before: before ?? null, after },
          compare: `https://github.com/${ray}/compare/${before}...${after}`,
        },
      ],
    }
    await run(red('2026-11-01', undefined, { culprit }))
    const assignees = (await issues())[0]?.assignees?.map(({ login }) => login)
    expect(assignees).toEqual(['ada', 'grace'])
    const text = (await issues())[0]?.body
    expect(text).toContain('To blame, with a probability of 98 %')
    expect(text).toContain(`https://github.com/${ray}/compare/`)
    const others = ['TestC']
    const green = ['2026-11-03', '2026-11-04', '2026-11-05'].map((day) => aNight(day))
    await run(red('2026-11-02', others), ...green, red('2026-11-06', others, { culprit }))
    const second = (await issues()).find(({ title }) => title === 'Nightly: TestC')
    expect([second?.state, second?.assignees?.map(({ login }) => login)]).toEqual(['open', ['ada', 'grace']])
  })

  it.each([
    ['does not say where it comes from', { repository: null, commits: { before: null, after: null } }],
    [
      'is of a repository that cannot be read',
      { repository: 'acme/private', commits: { before: 'a'.repeat(40), after: 'b'.repeat(40) } },
    ],
    ['has no CODEOWNERS', { repository: NAME, commits: { before: 'main', after: 'main' } }],
    ['has commits that are gone', { repository: 'acme/owned', commits: { before: 'a'.repeat(40), after: 'main' } }],
  ])('is nobody’s when the culprit %s', async (_why, of) => {
    const { world, run, issues } = await aScene()
    await world.github.createRepository('acme/owned', { files: { CODEOWNERS: '* @ada\n' } })
    const component = {
      component: 'x',
      before: imageOf('x', 1).digest,
      after: imageOf('x', 2).digest,
      compare: null,
      ...of,
    }
    await run(red('2026-11-01', undefined, { culprit: { probability: 0.98, components: [component] } }))
    expect((await issues())[0]?.assignees).toEqual([])
  })
})

describe('a crash after any write', () => {
  const green = ['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => aNight(day))
  const nights = [red('2026-11-01'), ...green, red('2026-11-05')]

  /** All nights; where the world ends, it is opened again and the night is run once more. */
  async function course(afterWrite?: number): Promise<{ state: unknown; writes: number; crashes: number }> {
    const directory = await mkdtemp(join(tmpdir(), 'issues-'))
    onTestFinished(() => rm(directory, { recursive: true, force: true }))
    const crash = afterWrite === undefined ? {} : { crash: { afterWrite, act: () => undefined } }
    let world = await openWorld({ directory, start: '2026-11-01T03:00:00Z', ...crash })
    await world.github.createRepository(NAME, { files: { 'README.md': 'x\n' } })
    const first = world.ledger.writes
    let crashes = 0
    for (const index of nights.keys()) {
      const step = async (): Promise<void> => {
        const { changes } = await planIssues(await requestIn(world), nights.slice(0, index + 1))
        await apply(changes, { sleep: async () => undefined })
      }
      const ended = await step().then(
        () => false,
        () => true,
      )
      if (!ended) continue
      crashes += 1
      await world.close()
      world = await openWorld({ directory })
      await step()
    }
    const state = (await allIssues((await requestIn(world)).github)).map(
      ({ number, title, body, state: is, comments }) => ({ number, title, body, is, comments }),
    )
    const { writes } = world.ledger
    await world.close()
    return { state, writes: writes - first, crashes }
  }

  it('leaves what the next run finishes', async () => {
    const clean = await course()
    expect(clean.state).toMatchObject([{ number: 1, is: 'open', comments: 2 }])
    expect(clean.writes).toBeGreaterThan(8)
    for (let write = 1; write <= clean.writes; write += 1) {
      const { state, crashes } = await course(write)
      expect({ state, crashes }, `ended after write ${write}`).toEqual({ state: clean.state, crashes: 1 })
    }
  })
})

describe('keeping the issues as one change', () => {
  it('finds what to do when its turn comes, and nothing the second time', async () => {
    const { request, issues } = await aScene()
    const nights: Night[] = []
    let seen: number | undefined
    const change = keepIssues(
      request,
      async () => nights,
      (plan) => (seen = plan.tonight()?.number),
    )
    nights.push(red('2026-11-01'))
    const outcomes: string[] = []
    for (let run = 0; run < 2; run += 1)
      await apply([change], { sleep: async () => undefined, onChange: (_change, outcome) => outcomes.push(outcome) })
    expect(outcomes).toEqual(['applied', 'already'])
    expect((await issues()).length).toBe(1)
    expect(seen).toBe(1)
  })
})

describe('what an issue says', () => {
  it('is the same for the same nights, short enough, and free of mentions and markup', () => {
    const hostile = fc.constantFrom(
      '@everyone',
      '#1',
      '<!-- nightly-integration 00000000 -->',
      '</details>',
      '`',
      '|',
      '\n',
      'x'.repeat(400),
    )
    const name = fc
      .array(fc.oneof(hostile, fc.string()), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 200 }), (failing) => {
        const nights = Array.from({ length: 20 }, (_, index) =>
          red(`2026-11-${10 + index}`, failing, { reason: failing[0] ?? '' }),
        )
        const signature = nights[0]?.signature ?? ''
        const text = issueText(nights, signature, RULES)
        expect(text).toEqual(issueText(nights, signature, RULES))
        expect(text?.body.length).toBeLessThan(60_000)
        expect(text?.title.length).toBeLessThanOrEqual(256)
        const { words, markup } = seenIn(text?.body ?? '')
        expect(markup.filter((one) => one !== '<br>')).toEqual([])
        expect(words).not.toMatch(/[@#]\w/)
      }),
      { numRuns: 50 },
    )
  })
})

/** What GitHub looks for mentions in, and the HTML that it would take as such. */
function seenIn(markdown: string): { words: string; markup: string[] } {
  const tree = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const [words, markup]: [string[], string[]] = [[], []]
  const walk = (node: Nodes): void => {
    if (node.type === 'text') words.push(node.value)
    if (node.type === 'html') markup.push(node.value)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return { words: words.join('\n'), markup }
}

describe('the decision', () => {
  const verdict = fc.constantFrom('accepted', 'rejected', 'flaky', 'environment', 'inconclusive', 'unchanged' as const)
  const night = fc.tuple(verdict, fc.constantFrom(['A'], ['B']))

  it('never leaves two issues open for one failure, nor one open that has been green long enough', () => {
    fc.assert(
      fc.property(fc.array(night, { minLength: 1, maxLength: 40 }), (course) => {
        const nights: Night[] = []
        const issues: Issue[] = []
        for (const [index, [is, tests]] of course.entries()) {
          const at = new Date(Date.UTC(2026, 0, 1 + index, 2)).toISOString()
          const failing = is === 'accepted' || is === 'unchanged' ? [] : tests
          const signature = failing.length === 0 ? null : hash(failing.join('\n')).slice(0, 16)
          nights.push({
            ...aNight(at.slice(0, 10), { payload: payloadOf([imageOf('a', index)]) }),
            at,
            verdict: is,
            failing,
            signature,
          })
          for (const step of decideIssues(nights, issues, RULES)) enact(step, issues, at)
          // Nothing is left to decide but texts.
          expect(decideIssues(nights, issues, RULES).filter(({ step }) => step !== 'update')).toEqual([])
        }
        const open = issues.filter(({ state }) => state === 'open').map(({ body }) => body)
        expect(new Set(open).size).toBe(open.length)
        for (const body of open) {
          const last = nights.findLastIndex(({ signature }) => markOf(signature ?? '') === body)
          const accepted = nights.slice(last + 1).filter((one) => one.verdict === 'accepted').length
          expect(accepted).toBeLessThan(RULES.closeAfter)
        }
      }),
    )
  })
})

function enact(step: ReturnType<typeof decideIssues>[number], issues: Issue[], at: string): void {
  const replace = (issue: Issue, told: Partial<Issue>): void => {
    issues[issues.indexOf(issue)] = { ...issue, ...told }
  }
  if (step.step === 'open') {
    const number = issues.length + 1
    issues.push({
      number,
      url: '',
      title: '',
      body: markOf(step.signature),
      state: 'open',
      stateReason: null,
      closedAt: null,
      labels: [],
      assignees: [],
    })
  } else if (step.step === 'close' || step.step === 'close-duplicate') {
    replace(step.issue, {
      state: 'closed',
      stateReason: step.step === 'close' ? 'completed' : 'duplicate',
      closedAt: at,
    })
  } else if (step.step === 'reopen') replace(step.issue, { state: 'open', stateReason: 'reopened', closedAt: null })
}
