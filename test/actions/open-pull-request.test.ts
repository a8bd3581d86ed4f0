import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import openPullRequest from '../../actions/open-pull-request/action.ts'
import { renderMarkdown } from '../../packages/action/index.ts'
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
      `update 3 files on branch ${UPDATE.branch} of ${REPOSITORY}`,
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

  test('to make a program a plain file', async () => {
    const job = await operator()
    await job.checkout({ 'hack/build.sh': '#!/bin/bash\n' })
    expect((await refusal(job, { paths: 'hack' })).message).toBe(
      `“hack/build.sh” is an executable file; a commit through GitHub’s interface to ${REPOSITORY} makes it a plain file.`,
    )
  })
})
