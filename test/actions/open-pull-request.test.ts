import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import openPullRequest from '../../actions/open-pull-request/action.ts'
import { type Execution, renderMarkdown } from '../../packages/action/index.ts'
import { inParts } from '../../packages/github/index.ts'
import { UserError } from '../../packages/plan/index.ts'
import { aJob, type Job, steps } from './jobs.ts'

const REPOSITORY = 'project-codeflare/codeflare-operator'
const UPDATE = { branch: 'update-crds', title: 'Update the CRDs', paths: 'config/crd' }

/** The operator with two CRDs; the checkout has one changed, one removed and one new. */
async function operator(): Promise<Job> {
  const job = await aJob(openPullRequest, REPOSITORY)
  await job.world.github.createRepository(REPOSITORY, {
    files: {
      'README.md': 'The operator\n',
      'config/crd/appwrappers.yaml': 'old\n',
      'config/crd/quotas.yaml': 'gone soon\n',
      'hack/build.sh': '#!/bin/sh\n',
    },
    executables: ['hack/build.sh'],
  })
  await job.checkout({
    'README.md': 'The operator\n',
    'config/crd/appwrappers.yaml': 'new\n',
    'config/crd/clusters.yaml': 'new\n',
  })
  return job
}

const read = async (job: Job, ref: string, path: string, repository = REPOSITORY): Promise<string | undefined> =>
  (await job.world.github.readFile(repository, ref, path))?.toString()

const pulls = async ({ world }: Job): Promise<unknown> =>
  (await fetch(`${world.github.url}/api/v3/repos/${REPOSITORY}/pulls?state=all`)).json()

interface Committed {
  readonly commit: { readonly message: string; readonly author: { readonly name: string; readonly email: string } }
}

const isCommit = (value: unknown): value is Committed =>
  typeof value === 'object' && value !== null && 'commit' in value

/** The message of a commit, whose sign-off has to name its author. */
const message = async ({ world }: Job, ref: string, repository = REPOSITORY): Promise<string> => {
  const answer = await fetch(`${world.github.url}/api/v3/repos/${repository}/commits/${ref}`)
  const found: unknown = await answer.json()
  if (!isCommit(found)) throw new Error(`there is no commit ${ref}`)
  const { name, email } = found.commit.author
  expect(found.commit.message).toContain(`Signed-off-by: ${name} <${email}>`)
  return found.commit.message
}

describe('open-pull-request', () => {
  test('commits what changed in the checkout, deletions too, and opens a pull request', async () => {
    const job = await operator()
    await job.checkout({ 'body.md': 'CRDs of MCAD v1.40.0.\n' })
    const execution = await job.run({
      ...UPDATE,
      'body-file': 'body.md',
      'commit-message': 'chore(crds): update\n\nFrom MCAD v1.40.0.',
      labels: 'release, crds',
      reviewers: 'ada',
      draft: 'true',
    })
    const branch = `${UPDATE.branch} of ${REPOSITORY}`
    const pull = `pull request ${UPDATE.branch} → main of ${REPOSITORY}`
    expect(steps(execution)).toEqual([
      `create branch ${branch}`,
      `update 3 files on branch ${branch}`,
      `create ${pull}`,
      `update labels of ${pull}`,
      `update reviewers of ${pull}`,
    ])
    const head = await job.world.github.resolve(REPOSITORY, UPDATE.branch)
    expect(execution.outputs).toMatchObject({
      changed: 'true',
      state: 'open',
      'pull-request-number': '1',
      'pull-request-url': `${job.world.github.url}/${REPOSITORY}/pull/1`,
      sha: head,
    })
    expect(await read(job, UPDATE.branch, 'config/crd/appwrappers.yaml')).toBe('new\n')
    expect(await read(job, UPDATE.branch, 'config/crd/clusters.yaml')).toBe('new\n')
    expect(await read(job, UPDATE.branch, 'config/crd/quotas.yaml')).toBeUndefined()
    expect(await message(job, UPDATE.branch)).toMatch(
      /^chore\(crds\): update\n\nFrom MCAD v1\.40\.0\.\n\nSigned-off-by: release-manager </,
    )
    expect(await pulls(job)).toMatchObject([
      {
        title: 'Update the CRDs',
        body: 'CRDs of MCAD v1.40.0.\n',
        draft: true,
        labels: [{ name: 'release' }, { name: 'crds' }],
        requested_reviewers: [{ login: 'ada' }],
      },
    ])
    expect(renderMarkdown(execution.report)).toContain('config/crd/clusters.yaml')
  })

  test('run again changes nothing and tells the same', async () => {
    const job = await operator()
    const inputs = { ...UPDATE, body: 'Text\r\n\n', labels: 'release', reviewers: 'ada' }
    const { changed: _, plan: __, ...first } = (await job.run(inputs)).outputs
    job.world.requests.clear()
    const { changed, plan, ...second } = (await job.run(inputs)).outputs
    expect([changed, plan]).toEqual(['false', '[]'])
    expect(second).toEqual(first)
    expect(job.writes()).toEqual([])
  })

  test('in a dry run writes nothing and plans the same', async () => {
    const job = await operator()
    const dry = await job.run({ ...UPDATE, 'dry-run': 'true' })
    expect(job.writes()).toEqual([])
    expect(dry.outputs).toMatchObject({ changed: 'true', state: 'none', sha: '' })
    expect((await job.run(UPDATE)).plan).toEqual(dry.plan)
  })

  test('updates the same pull request with new content, text and labels', async () => {
    const job = await operator()
    const first = await job.run({ ...UPDATE, labels: 'release' })
    await job.checkout({ 'config/crd/appwrappers.yaml': 'newer\n', 'config/crd/clusters.yaml': null })
    const second = await job.run({ ...UPDATE, title: 'Update the CRDs again', labels: 'release, urgent' })
    expect(steps(second).map((step) => step.replace(/ pull request .*$/, ''))).toEqual([
      `update 2 files on branch ${UPDATE.branch} of ${REPOSITORY}`,
      'update text of',
      'update labels of',
    ])
    expect(second.outputs['pull-request-number']).toBe(first.outputs['pull-request-number'])
    expect(second.outputs['sha']).toBe(await job.world.github.resolve(REPOSITORY, UPDATE.branch))
    expect(await read(job, UPDATE.branch, 'config/crd/appwrappers.yaml')).toBe('newer\n')
    // It was new on the branch only: the base never had it.
    expect(await read(job, UPDATE.branch, 'config/crd/clusters.yaml')).toBeUndefined()
    expect(await pulls(job)).toMatchObject([{ title: 'Update the CRDs again' }])
  })

  test.each(['merge', 'squash', 'rebase'] as const)(
    'after the merge (%s) finds the content in the base',
    async (method) => {
      const job = await operator()
      const first = await job.run(UPDATE)
      const merged = await job.world.github.mergePullRequest(REPOSITORY, 1, { method })
      const { changed, outputs } = await job.run(UPDATE)
      expect(changed).toBe(false)
      expect(outputs).toMatchObject({
        state: 'merged',
        sha: merged,
        'pull-request-number': first.outputs['pull-request-number'],
      })
    },
  )

  test('after the merge proposes new content in another pull request on the same branch', async () => {
    const job = await operator()
    await job.run(UPDATE)
    await job.world.github.mergePullRequest(REPOSITORY, 1, { method: 'squash' })
    await job.checkout({ 'config/crd/appwrappers.yaml': 'newest\n' })
    const { outputs, plan } = await job.run(UPDATE)
    expect(outputs).toMatchObject({ state: 'open', 'pull-request-number': '2' })
    expect(plan[0]).toMatchObject({ action: 'move', subject: `branch ${UPDATE.branch} of ${REPOSITORY}` })
    const files = await fetch(`${job.world.github.url}/api/v3/repos/${REPOSITORY}/pulls/2/files`)
    expect(await files.json()).toMatchObject([{ filename: 'config/crd/appwrappers.yaml' }])
    expect((await job.run(UPDATE)).changed).toBe(false)
  })

  test('takes as its text a report that an earlier step left in the runner’s temporary directory, and no other file', async () => {
    const job = await operator()
    const temp = await mkdtemp(join(tmpdir(), 'runner-temp-'))
    onTestFinished(() => rm(temp, { recursive: true }))
    await writeFile(join(temp, 'report.md'), 'Two CRDs changed.\n')
    await job.run({ ...UPDATE, 'body-file': join(temp, 'report.md') }, { RUNNER_TEMP: temp })
    expect(await pulls(job)).toMatchObject([{ body: 'Two CRDs changed.\n' }])
    const outside = { ...UPDATE, 'body-file': join(temp, '..', 'report.md') }
    await expect(job.run(outside, { RUNNER_TEMP: temp })).rejects.toThrow('leaves the workspace')
  })

  test('with nothing to commit proposes nothing', async () => {
    const job = await operator()
    const { changed, outputs, report } = await job.run({ ...UPDATE, paths: 'README.md' })
    expect(changed).toBe(false)
    expect(outputs).toMatchObject({ state: 'none', 'pull-request-number': '', 'pull-request-url': '', sha: '' })
    expect(renderMarkdown(report)).toContain('Nothing to propose')
    expect(job.writes()).toEqual([])
  })

  test('leaves closed what a person closed, until the content is another', async () => {
    const job = await operator()
    await job.run(UPDATE)
    const url = `${job.world.github.url}/api/v3/repos/${REPOSITORY}/pulls/1`
    await fetch(url, { method: 'PATCH', headers: { authorization: 'token x' }, body: '{"state":"closed"}' })
    const again = await job.run(UPDATE)
    expect(again.changed).toBe(false)
    expect(again.outputs).toMatchObject({ state: 'closed', 'pull-request-number': '1' })
    expect(again.findings).toMatchObject([{ rule: 'pull-request-declined', severity: 'warning' }])
    await job.checkout({ 'config/crd/appwrappers.yaml': 'another\n' })
    expect((await job.run(UPDATE)).outputs).toMatchObject({ state: 'open', 'pull-request-number': '2' })
  })

  test('keeps the commits that people pushed to the branch', async () => {
    const job = await operator()
    await job.run(UPDATE)
    await job.world.github.commit(REPOSITORY, UPDATE.branch, {
      message: 'docs: by hand',
      files: { 'docs.md': 'by hand\n' },
    })
    await job.checkout({ 'config/crd/appwrappers.yaml': 'newer\n' })
    await job.run(UPDATE)
    expect(await read(job, UPDATE.branch, 'docs.md')).toBe('by hand\n')
  })

  test('puts a directory into another repository through a fork', async () => {
    const job = await operator()
    const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
    await job.world.github.createRepository(CATALOG, {
      files: { 'operators/codeflare-operator/1.2.0/stale.yaml': 'stale\n', 'README.md': 'catalog\n' },
      collaborators: ['catalog-maintainer'],
    })
    await job.checkout({ 'bundle/manifests/csv.yaml': 'csv\n', 'bundle/metadata/annotations.yaml': 'annotations\n' })
    const inputs = {
      repository: CATALOG,
      'fork-owner': 'release-manager',
      branch: 'codeflare-operator-1.2.0',
      title: 'operator codeflare-operator (1.2.0)',
      'from-dir': './bundle/',
      'to-dir': 'operators/codeflare-operator/1.2.0',
    }
    const execution = await job.run(inputs)
    const FORK = 'release-manager/community-operators-prod'
    expect(steps(execution)).toEqual([
      `create fork ${FORK}`,
      `create branch ${inputs.branch} of ${FORK}`,
      `update 3 files on branch ${inputs.branch} of ${FORK}`,
      `create pull request release-manager:${inputs.branch} → main of ${CATALOG}`,
    ])
    expect(execution.outputs).toMatchObject({
      state: 'open',
      'pull-request-url': `${job.world.github.url}/${CATALOG}/pull/1`,
    })
    const at = (path: string) => read(job, inputs.branch, `operators/codeflare-operator/1.2.0/${path}`, FORK)
    expect([await at('manifests/csv.yaml'), await at('stale.yaml')]).toEqual(['csv\n', undefined])
    expect(await message(job, inputs.branch, FORK)).toContain('Signed-off-by: ')
    expect((await job.run(inputs)).changed).toBe(false)
  })

  test('merges at once what needs no check, and lets GitHub merge what does', async () => {
    const job = await operator()
    const direct = await job.run({ ...UPDATE, 'auto-merge': 'squash' })
    expect(direct.outputs).toMatchObject({ state: 'merged', sha: await job.world.github.resolve(REPOSITORY, 'main') })
    expect((await job.run({ ...UPDATE, 'auto-merge': 'squash' })).outputs).toMatchObject({
      changed: 'false',
      state: 'merged',
    })

    await job.checkout({ 'config/crd/appwrappers.yaml': 'next\n' })
    const next = await job.run({ ...UPDATE, 'auto-merge': 'squash' })
    expect(next.outputs).toMatchObject({ state: 'merged', 'pull-request-number': '2' })

    const { github } = job.world
    github.protectBranch(REPOSITORY, 'main', { requiredChecks: ['ci'] })
    await github.setChecks(REPOSITORY, 'pending')
    await job.checkout({ 'config/crd/appwrappers.yaml': 'later\n' })
    const later = { ...UPDATE, branch: 'later', 'auto-merge': 'rebase' }
    expect((await job.run(later)).outputs).toMatchObject({ state: 'open', changed: 'true' })
    expect((await job.run(later)).changed).toBe(false)
    await github.setChecks(REPOSITORY, 'success')
    expect((await job.run(later)).outputs).toMatchObject({ state: 'merged', changed: 'false' })
  })
})

describe('open-pull-request refuses', () => {
  const refusal = async (job: Job, inputs: Record<string, string>): Promise<UserError> => {
    const error: unknown = await job.run({ ...UPDATE, ...inputs }).catch((thrown: unknown) => thrown)
    expect(job.writes()).toEqual([])
    if (error instanceof UserError) return error
    throw new Error(`expected a UserError, found ${String(error)}`)
  }

  test.each([
    [{ paths: '' }, 'There is nothing to commit: neither “paths” nor “from-dir” is given.'],
    [{ 'from-dir': 'config' }, 'Inputs “paths” and “from-dir” both say what to commit.'],
    [{ paths: '', 'from-dir': 'config' }, 'Input “to-dir” is missing.'],
    [{ paths: '', 'from-dir': 'nowhere', 'to-dir': 'x' }, 'Input “from-dir”: there is no file in “nowhere”.'],
    [
      { paths: '', 'from-dir': 'config', 'to-dir': '../x' },
      'Input “to-dir”: “../x” is no directory below the root of the repository.',
    ],
    [{ paths: 'config/missing' }, 'Input “paths”: “config/missing” is neither in the checkout nor in the repository.'],
    [{ paths: 'config/*.yaml' }, 'Input “paths”: “config/*.yaml” is a pattern.'],
    [{ paths: '../outside' }, 'Input “paths”: “../outside” leaves the workspace.'],
    [{ paths: '.git/config' }, 'Input “paths”: “.git/config” is in git’s own directory.'],
    [
      { draft: 'true', 'auto-merge': 'squash' },
      'Inputs “draft” and “auto-merge” contradict each other: a draft is not merged.',
    ],
    [{ branch: 'main' }, 'Input “branch”: “main” is the base of the pull request itself.'],
    [{ base: 'develop' }, `Input “base”: ${REPOSITORY} has no branch “develop”.`],
    [{ body: 'x', 'body-file': 'README.md' }, 'Inputs “body” and “body-file” both say what the text is.'],
    [{ 'body-file': 'missing.md' }, 'Input “body-file”: there is no file “missing.md”.'],
    [{ body: 'x'.repeat(65_537) }, 'The text of the pull request has 65537 characters; GitHub takes at most 65536.'],
    [{ 'fork-owner': 'project-codeflare' }, `Input “fork-owner”: ${REPOSITORY} belongs to “project-codeflare” itself.`],
    [{ repository: 'project-codeflare/missing' }, 'GitHub finds nothing at GET /repos/project-codeflare/missing.'],
  ])('%j', async (inputs, expected) => {
    expect((await refusal(await operator(), inputs)).message).toBe(expected)
  })

  test('a file that no request can carry', async () => {
    const job = await operator()
    await writeFile(join(job.workspace, 'large.bin'), Buffer.alloc(31 * 1024 * 1024))
    expect((await refusal(job, { paths: 'large.bin' })).message).toBe(
      '“large.bin” has 31 MiB; GitHub’s interface takes at most 30.',
    )
  })
})

describe('what GraphQL cannot commit', () => {
  const mode = async (job: Job, path: string, ref = UPDATE.branch): Promise<string | undefined> => {
    const url = `${job.world.github.url}/api/v3/repos/${REPOSITORY}/git/trees/${ref}?recursive=1`
    const found: unknown = await (await fetch(url)).json()
    const entries = typeof found === 'object' && found !== null && 'tree' in found ? found.tree : []
    if (!Array.isArray(entries)) return undefined
    return entries.flatMap((entry: { path?: string; mode?: string }) => (entry.path === path ? [entry.mode] : []))[0]
  }
  const graphql = ({ world }: Job): number =>
    world.requests.all.filter(({ path, wrote }) => path.endsWith('/graphql') && wrote).length

  test('a changed program stays a program, although the checkout lost its bit', async () => {
    const job = await operator()
    await job.checkout({ 'hack/build.sh': '#!/bin/bash\n' })
    await job.run({ ...UPDATE, paths: 'hack' })
    expect(await read(job, UPDATE.branch, 'hack/build.sh')).toBe('#!/bin/bash\n')
    expect(await mode(job, 'hack/build.sh')).toBe('100755')
    expect(graphql(job)).toBe(0)
    expect(steps(await job.run({ ...UPDATE, paths: 'hack' }))).toEqual([])
  })

  test('a new program, a file that becomes one, and bytes that are no text', async () => {
    const job = await operator()
    await job.checkout({ 'hack/new.sh': '#!/bin/sh\n' })
    await writeFile(join(job.workspace, 'hack/tool'), Buffer.from([0xff, 0x00, 0xfe]))
    for (const path of ['hack/new.sh', 'hack/tool', 'README.md']) await chmod(join(job.workspace, path), 0o755)
    await job.run({ ...UPDATE, paths: 'hack/new.sh\nhack/tool\nREADME.md' })
    expect([await mode(job, 'hack/new.sh'), await mode(job, 'README.md')]).toEqual(['100755', '100755'])
    expect(await job.world.github.readFile(REPOSITORY, UPDATE.branch, 'hack/tool')).toEqual(
      Buffer.from([0xff, 0x00, 0xfe]),
    )
    await message(job, UPDATE.branch)
  })

  test('a symbolic link, as what it says and not as what it leads to', async () => {
    const job = await operator()
    await symlink('appwrappers.yaml', join(job.workspace, 'config/crd/latest.yaml'))
    await job.run(UPDATE)
    expect(await mode(job, 'config/crd/latest.yaml')).toBe('120000')
    expect(await read(job, UPDATE.branch, 'config/crd/latest.yaml')).toBe('appwrappers.yaml')
    expect(await read(job, UPDATE.branch, 'config/crd/quotas.yaml')).toBeUndefined()
    expect(steps(await job.run(UPDATE))).toEqual([])
  })

  test('a file where a directory was', async () => {
    const job = await operator()
    await rm(join(job.workspace, 'config/crd'), { recursive: true })
    await job.checkout({ 'config/crd': 'moved\n' })
    await job.run({ ...UPDATE, paths: 'config' })
    expect(await read(job, UPDATE.branch, 'config/crd')).toBe('moved\n')
    expect(await read(job, UPDATE.branch, 'config/crd/quotas.yaml')).toBeUndefined()
  })

  test('is refused when somebody pushes in between', async () => {
    const job = await operator()
    await job.checkout({ 'hack/build.sh': '#!/bin/bash\n' })
    await job.run({ ...UPDATE, paths: 'hack' })
    await job.checkout({ 'hack/build.sh': '#!/bin/dash\n' })
    const pushing = async (): Promise<void> =>
      void (await job.world.github.commit(REPOSITORY, UPDATE.branch, { message: 'theirs', files: { theirs: 'x' } }))
    job.world.faults.add({ method: 'POST', path: /git\/trees/, fault: { kind: 'delay', wait: pushing } })
    await expect(job.run({ ...UPDATE, paths: 'hack' })).rejects.toThrow('Update is not a fast forward')
    await job.run({ ...UPDATE, paths: 'hack' })
    expect([await read(job, UPDATE.branch, 'theirs'), await read(job, UPDATE.branch, 'hack/build.sh')]).toEqual([
      'x',
      '#!/bin/dash\n',
    ])
  })
})

describe('many files', () => {
  test('are committed in parts, each of which is found done', async () => {
    const job = await operator()
    const files = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`many/${index}.txt`, `${index}\n`]))
    await job.checkout(files)
    const execution = await job.run({ ...UPDATE, paths: 'many' })
    expect(steps(execution).slice(1, 3)).toEqual([
      `update 500 files on branch ${UPDATE.branch} of ${REPOSITORY}`,
      `update 1 file on branch ${UPDATE.branch} of ${REPOSITORY}`,
    ])
    expect(await message(job, UPDATE.branch)).toMatch(/^Update the CRDs \(part 2 of 2\)\n/)
    expect(steps(await job.run({ ...UPDATE, paths: 'many' }))).toEqual([])
  })

  test('are parted by their size as well, deletions first', () => {
    const large = Buffer.alloc(15 * 1024 * 1024)
    const parts = inParts(
      new Map([
        ['a', large],
        ['b', large],
        ['gone', null],
        ['c', Buffer.from('small')],
      ]),
    )
    expect(parts.map((part) => [...part.keys()])).toEqual([
      ['gone', 'a'],
      ['b', 'c'],
    ])
  })
})

describe('what is told about the token', () => {
  const asDefaultToken = (job: Job): void =>
    job.world.faults.add({
      path: /graphql$/,
      fault: { kind: 'status', status: 200, body: { data: { viewer: { login: 'github-actions[bot]' } } } },
    })

  test.each([
    ['none', 'info'],
    ['squash', 'warning'],
  ])('with auto-merge %s: no checks start with the default one', async (method, severity) => {
    const job = await operator()
    asDefaultToken(job)
    const { findings } = await job.run({ ...UPDATE, 'auto-merge': method })
    expect(findings).toMatchObject([
      { severity, rule: 'checks-do-not-start', advice: expect.stringContaining('open it again by hand') as unknown },
    ])
  })

  test('nothing when it is an app’s', async () => {
    expect((await (await operator()).run(UPDATE)).findings).toEqual([])
  })
})

describe('a base with a merge queue', () => {
  const queue = { ...UPDATE, 'auto-merge': 'squash' }
  const merging = (execution: Execution): unknown[] =>
    execution.plan.filter(({ action }) => action === 'merge').map(({ before, after }) => [before, after])

  test('takes what is ready into its queue at once', async () => {
    const job = await operator()
    job.world.github.protectBranch(REPOSITORY, 'main', { requiredChecks: [], mergeQueue: true })
    const first = await job.run(queue)
    expect(merging(first)).toEqual([[null, 'merge queue']])
    expect(first.outputs['state']).toBe('open')
    expect(steps(await job.run(queue))).toEqual([])
    await job.world.github.setChecks(REPOSITORY, 'success')
    expect((await job.run(queue)).outputs['state']).toBe('merged')
  })

  test('takes what waits for checks when they are there', async () => {
    const job = await operator()
    job.world.github.protectBranch(REPOSITORY, 'main', { requiredChecks: ['ci'], mergeQueue: true })
    await job.world.github.setChecks(REPOSITORY, 'pending')
    await job.run(queue)
    expect(steps(await job.run(queue))).toEqual([])
    await job.world.github.setChecks(REPOSITORY, 'success')
    expect((await job.run(queue)).outputs['state']).toBe('merged')
  })
})
