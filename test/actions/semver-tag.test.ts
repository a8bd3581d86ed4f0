import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import semverTag from '../../actions/semver-tag/action.ts'
import { execute, renderMarkdown } from '../../packages/action/index.ts'
import { UserError } from '../../packages/plan/index.ts'
import { anOrigin, GIT_ENVIRONMENT, gitIn } from '../packages/versions/clones.ts'
import { generateRepository } from '../packages/versions/generated-repository.ts'
import { aJob, type Job, steps } from './jobs.ts'
import { quietContext } from '../context.ts'

const REPOSITORY = 'project-codeflare/instascale'

/** InstaScale with v0.3.0 out, and two commits since. */
async function instascale(): Promise<Job> {
  const job = await aJob(semverTag, REPOSITORY)
  const { github } = job.world
  await github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
  await github.tag(REPOSITORY, 'v0.3.0', { message: 'Release v0.3.0' })
  await commit(job, 'main', 'fix(controller): close the watch (#71)')
  await commit(job, 'main', 'feat: machine pools (#72)')
  return job
}

const commit = (job: Job, branch: string, message: string): Promise<string> =>
  job.world.github.commit(REPOSITORY, branch, { message, author: 'ada', files: { [`${message.length}.txt`]: message } })

const tagsOf = async ({ world }: Job) => (await world.github.snapshot())[REPOSITORY]

describe('semver-tag', () => {
  test('tags and publishes what the commits ask for', async () => {
    const job = await instascale()
    const { changed, outputs, report, plan } = await job.run({ release: 'published', 'floating-tags': 'both' })
    const head = await job.world.github.resolve(REPOSITORY, 'main')
    expect(changed).toBe(true)
    expect(plan.map(({ action, subject, before, after }) => [action, subject, before, after])).toEqual([
      ['create', `tag v0.4.0 of ${REPOSITORY}`, null, head],
      ['create', `draft of release v0.4.0 of ${REPOSITORY}`, null, 'draft'],
      ['publish', `release v0.4.0 of ${REPOSITORY}`, 'draft', 'published'],
      ['create', `tag v0 of ${REPOSITORY}`, null, head],
      ['create', `tag v0.4 of ${REPOSITORY}`, null, head],
    ])
    expect(outputs).toMatchObject({
      version: '0.4.0',
      tag: 'v0.4.0',
      'previous-tag': 'v0.3.0',
      bump: 'minor',
      sha: head,
      created: 'true',
      prerelease: 'false',
      'release-url': `${job.world.github.url}/${REPOSITORY}/releases/tag/v0.4.0`,
    })
    const page = `${job.world.github.url}/${REPOSITORY}`
    expect(outputs['notes']).toBe(
      [
        '### Features\n',
        `- machine pools ([#72](${page}/pull/72)) by @ada\n`,
        '### Fixes\n',
        `- **controller:** close the watch ([#71](${page}/pull/71)) by @ada\n`,
        `**Full changelog**: ${page}/compare/v0.3.0...v0.4.0\n`,
      ].join('\n'),
    )
    expect(renderMarkdown(report)).toContain('minor after v0.3.0, because of feat: machine pools')
    expect(await job.world.github.resolve(REPOSITORY, 'v0.4')).toBe(head)
  })

  test('run again finds everything done and tells the same', async () => {
    const job = await instascale()
    const inputs = { release: 'published', 'floating-tags': 'major' }
    const { changed: _, plan: __, ...first } = (await job.run(inputs)).outputs
    job.world.requests.clear()
    const { changed, plan, ...second } = (await job.run(inputs)).outputs
    expect([changed, plan]).toEqual(['false', '[]'])
    expect(second).toEqual({ ...first, created: 'false' })
    expect(job.writes()).toEqual([])
  })

  test('in a dry run writes nothing and plans the same', async () => {
    const job = await instascale()
    const dry = await job.run({ release: 'draft', 'dry-run': 'true' })
    expect(job.writes()).toEqual([])
    expect(dry.outputs).toMatchObject({ version: '0.4.0', changed: 'true' })
    expect((await job.run({ release: 'draft' })).plan).toEqual(dry.plan)
  })

  test('finishes a release whose run died half-way, with the notes that a person had edited', async () => {
    const job = await instascale()
    await job.world.github.tag(REPOSITORY, 'v0.4.0', { target: 'main', message: 'Release v0.4.0' })
    await job.world.github.release(REPOSITORY, { tag: 'v0.4.0', draft: true, body: 'Edited by hand.' })
    const execution = await job.run({ release: 'published' })
    expect(steps(execution)).toEqual([`publish release v0.4.0 of ${REPOSITORY}`])
    expect(execution.outputs).toMatchObject({ created: 'false', changed: 'true' })
    expect(JSON.stringify(await tagsOf(job))).toContain('Edited by hand.')
  })

  test('a hotfix gets the next version of its line, and takes neither “latest” nor the floating tag of a newer line', async () => {
    const job = await instascale()
    const { github } = job.world
    await github.release(REPOSITORY, { tag: 'v1.3.0' })
    await github.branch(REPOSITORY, 'release-1.3', 'v1.3.0')
    await commit(job, 'main', 'feat: more')
    await github.release(REPOSITORY, { tag: 'v1.4.0' })
    await github.tag(REPOSITORY, 'v1', { target: 'v1.4.0' })
    await commit(job, 'release-1.3', 'fix: leak')
    const execution = await job.run(
      { release: 'published', 'floating-tags': 'both' },
      { GITHUB_REF_NAME: 'release-1.3' },
    )
    expect(execution.outputs).toMatchObject({ version: '1.3.1', 'previous-tag': 'v1.3.0', bump: 'patch' })
    expect(steps(execution)).toEqual([
      `create tag v1.3.1 of ${REPOSITORY}`,
      `create draft of release v1.3.1 of ${REPOSITORY}`,
      `publish release v1.3.1 of ${REPOSITORY}`,
      `create tag v1.3 of ${REPOSITORY}`,
    ])
    expect(await github.resolve(REPOSITORY, 'v1')).toBe(await github.resolve(REPOSITORY, 'v1.4.0'))
    const latest = await fetch(`${github.url}/api/v3/repos/${REPOSITORY}/releases/latest`)
    expect(await latest.json()).toMatchObject({ tag_name: 'v1.4.0' })
  })

  test('a candidate is tagged, counted and promoted on its own commit', async () => {
    const job = await instascale()
    expect((await job.run({ bump: 'prerelease', release: 'published' })).outputs).toMatchObject({
      version: '0.4.0-rc.1',
      prerelease: 'true',
      bump: 'prerelease',
    })
    await commit(job, 'main', 'fix: of the candidate')
    const second = await job.run({ bump: 'prerelease' })
    expect(second.outputs).toMatchObject({ version: '0.4.0-rc.2' })
    await commit(job, 'main', 'feat: for the time after')
    const promoted = await job.run({ bump: 'promote' })
    expect(promoted.outputs).toMatchObject({ version: '0.4.0', bump: 'promote', sha: second.outputs['sha'] })
    expect((await job.run({ bump: 'promote' })).changed).toBe(false)
  })

  test('tags the module of a monorepo, whose release is never the latest of the repository', async () => {
    const job = await instascale()
    await job.run({ version: 'v1.0.0', release: 'published' })
    const { outputs } = await job.run({ 'tag-prefix': 'sdk/v', version: 'sdk/v0.14.1', release: 'published' })
    expect(outputs).toMatchObject({ tag: 'sdk/v0.14.1', version: '0.14.1', 'previous-tag': '' })
    const latest = await fetch(`${job.world.github.url}/api/v3/repos/${REPOSITORY}/releases/latest`)
    expect(await latest.json()).toMatchObject({ tag_name: 'v1.0.0' })
  })

  test('names the pull requests of merged commits, and welcomes who contributed for the first time', async () => {
    const job = await aJob(semverTag, REPOSITORY)
    const { github } = job.world
    const merged = async (author: string, title: string, method: 'merge' | 'squash'): Promise<void> => {
      const head = title.replaceAll(' ', '-')
      await github.commit(REPOSITORY, head, { message: `feat: ${title}`, author, files: { [head]: title } })
      const number = await github.pullRequest(REPOSITORY, { title: `feat: ${title}`, head, author })
      await github.mergePullRequest(REPOSITORY, number, { method })
    }
    await github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
    await merged('ada', 'the beginning', 'squash')
    await github.tag(REPOSITORY, 'v0.3.0')
    await merged('ada', 'machine pools', 'merge')
    await merged('grace', 'quotas', 'squash')
    const { outputs } = await job.run({ release: 'published' })
    const page = `${github.url}/${REPOSITORY}`
    expect(outputs['notes']).toBe(
      [
        '### Features\n',
        `- machine pools ([#2](${page}/pull/2)) by @ada`,
        `- quotas ([#3](${page}/pull/3)) by @grace\n`,
        '### First contributions\n',
        `- @grace with [#3](${page}/pull/3)\n`,
        `**Full changelog**: ${page}/compare/v0.3.0...v0.4.0\n`,
      ].join('\n'),
    )
    expect((await job.run({ release: 'published' })).outputs['notes']).toBe(outputs['notes'])
    job.world.faults.add({
      service: 'github',
      path: /generate-notes/,
      fault: { kind: 'status', status: 403, body: { message: 'Resource not accessible by integration' } },
    })
    expect((await job.run({ 'dry-run': 'true' })).outputs['notes']).not.toContain('First contributions')
  })

  test('counts the builds of a version, as a downstream tags them', async () => {
    const job = await instascale()
    const inputs = { 'tag-prefix': 'v{version}-odh-{n}', version: '0.3.0' }
    expect((await job.run(inputs)).outputs).toMatchObject({ tag: 'v0.3.0-odh-1', version: '0.3.0', bump: 'minor' })
    expect((await job.run(inputs)).changed).toBe(false)
    await commit(job, 'main', 'fix: of the downstream')
    expect((await job.run(inputs)).outputs).toMatchObject({
      tag: 'v0.3.0-odh-2',
      'previous-tag': 'v0.3.0-odh-1',
      bump: 'build',
    })
  })

  test('puts the support matrix in front of notes that a person wrote', async () => {
    const job = await instascale()
    await job.checkout({ 'matrix.md': '| MCAD | v1.40.0 |\n', 'notes.md': '\nAll new.\n' })
    const { outputs } = await job.run({ 'notes-file': 'notes.md', 'notes-prepend-file': 'matrix.md' })
    expect(outputs['notes']).toBe('| MCAD | v1.40.0 |\n\nAll new.\n')
  })

  test('works on another repository from its default branch', async () => {
    const job = await instascale()
    const { outputs } = await job.run(
      { repository: REPOSITORY },
      { GITHUB_REPOSITORY: 'project-codeflare/actions', GITHUB_SHA: 'f'.repeat(40) },
    )
    expect(outputs).toMatchObject({ tag: 'v0.4.0', sha: await job.world.github.resolve(REPOSITORY, 'main') })
  })

  test('needs at most 20 requests, writes and looks included, for 2,000 tags and 500 commits since the last', async () => {
    const job = await aJob(semverTag, REPOSITORY)
    const clone = join(job.world.directory, 'clone.git')
    await generateRepository(clone, { commits: 4500, tags: 2000, since: 500 })
    await job.world.github.importRepository(REPOSITORY, clone)
    const { outputs } = await job.run({ release: 'published' })
    expect(outputs).toMatchObject({ 'previous-tag': 'v2.99.9', tag: 'v2.100.0', created: 'true' })
    expect(outputs['notes']?.match(/^- /gm)).toHaveLength(500)
    expect(job.world.requests.all.length).toBeLessThanOrEqual(20)
  })
})

describe('semver-tag in a checkout', () => {
  const inCheckout = async (inputs: Record<string, string>, workspace: string, onChange = (): void => undefined) => {
    const context = quietContext(GIT_ENVIRONMENT, workspace)
    return execute(semverTag, new Map(Object.entries(inputs)), context, { onChange })
  }

  test('tags with git alone, once, and tells what it would tell otherwise', async () => {
    const origin = anOrigin()
    origin.git('tag', 'v1.0.0')
    origin.git('push', '--quiet', 'origin', 'v1.0.0')
    const head = origin.commit('main', 'feat: quotas (#7)')
    const inputs = { path: '.', 'floating-tags': 'both' }
    const dry = await inCheckout({ ...inputs, 'dry-run': 'true' }, origin.checkout())
    expect(origin.at('v1.1.0')).toBe('')
    const clone = origin.checkout()
    const first = await inCheckout(inputs, clone)
    expect(first.plan).toEqual(dry.plan)
    expect(steps(first)).toEqual([
      'create tag v1.1.0 of origin',
      'create tag v1 of origin',
      'create tag v1.1 of origin',
    ])
    expect(first.outputs).toMatchObject({ tag: 'v1.1.0', sha: head, created: 'true', 'release-url': '' })
    expect(first.outputs['notes']).toBe(
      '### Features\n\n- quotas (#7) by @ada\n\n**Full changelog**: `v1.0.0...v1.1.0`\n',
    )
    expect([origin.at('v1.1.0'), origin.at('v1'), origin.at('v1.1')]).toEqual([head, head, head])
    const { changed: _, plan: __, created: ___, ...same } = first.outputs
    expect((await inCheckout(inputs, origin.checkout())).outputs).toMatchObject({ ...same, changed: 'false' })
  })

  test.each([1, 2, 3])(
    'ended after change %i, is finished by running again, here or in another checkout',
    async (after) => {
      const ends = []
      for (const elsewhere of [false, true]) {
        const origin = anOrigin()
        origin.git('tag', 'v1.0.0')
        origin.git('push', '--quiet', 'origin', 'v1.0.0', 'HEAD:refs/tags/v1')
        origin.commit('main', 'feat: quotas')
        const inputs = { path: '.', 'floating-tags': 'both' }
        const clone = origin.checkout()
        let made = 0
        const dying = inCheckout(inputs, clone, () => {
          made += 1
          if (made === after) throw new Error('the process is gone')
        })
        await expect(dying).rejects.toThrow('the process is gone')
        await inCheckout(inputs, elsewhere ? origin.checkout() : clone)
        ends.push(gitIn(origin.address, 'for-each-ref', '--format=%(refname) %(objectname)'))
        expect(origin.at('v1.1')).toBe(origin.at('main'))
      }
      // The same bytes, whoever made them and when.
      expect(ends[1]).toBe(ends[0])
    },
  )

  test('releases a hotfix from the branch of its line', async () => {
    const origin = anOrigin()
    origin.git('tag', 'v1.3.0')
    origin.commit('main', 'feat: more')
    origin.git('tag', 'v1.4.0')
    origin.git('push', '--quiet', '--tags', 'origin')
    origin.git('switch', '--quiet', '--create', 'release-1.3', 'v1.3.0')
    origin.commit('release-1.3', 'fix: leak')
    const { outputs } = await inCheckout({ path: '.' }, origin.checkout('--branch', 'release-1.3'))
    expect(outputs).toMatchObject({ tag: 'v1.3.1', 'previous-tag': 'v1.3.0' })
  })
})

describe('semver-tag refuses', () => {
  const refusal = async (
    job: Job,
    inputs: Record<string, string>,
    environment?: Record<string, string>,
  ): Promise<UserError> => {
    const error: unknown = await job.run(inputs, environment).catch((thrown: unknown) => thrown)
    expect(job.writes()).toEqual([])
    if (error instanceof UserError) return error
    throw new Error(`expected a UserError, found ${String(error)}`)
  }

  test('a version that is out on another commit, naming both', async () => {
    const job = await instascale()
    const { github } = job.world
    const error = await refusal(job, { version: '0.3.0' })
    expect(error.message).toContain(`v0.3.0 exists on commit ${await github.resolve(REPOSITORY, 'v0.3.0')}`)
    expect(error.message).toContain(String(await github.resolve(REPOSITORY, 'main')))
  })

  test.each([
    [
      { version: 'v.0.0.7' },
      'Input “version”: “v.0.0.7” is not a semantic version: its beginning is neither a number nor one “v”.',
    ],
    [{ version: 'v0.0.0-dev' }, 'Input “version”: “0.0.0-dev” stands for “not released yet”; it cannot be released.'],
    [{ version: '1.0.0', bump: 'minor' }, 'Inputs “version” (1.0.0) and “bump” (minor) both say what the version is.'],
    [{ 'prerelease-id': '7' }, 'Input “prerelease-id”: “7” cannot stand in “1.4.0-7.1”.'],
    [{ 'release-line': 'main' }, 'Input “release-line”: “main” is no release line.'],
    [
      { 'tag-prefix': 'v{version}-odh-{n}' },
      'Tags of the form “v{version}-odh-{n}” count the builds of a version, and none is given.',
    ],
    [
      { version: '1.0.0', 'tag-prefix': 'v{version}-odh', 'floating-tags': 'major' },
      'Input “floating-tags”: tags of the form “v{version}-odh” have no floating ones.',
    ],
    [
      { path: '.', release: 'draft' },
      'Inputs “path” and “release” do not go together: a checkout is tagged without the API.',
    ],
    [
      { path: '.', repository: REPOSITORY },
      'Inputs “path” and “repository” do not go together: a checkout is tagged without the API.',
    ],
    [{ path: '../elsewhere' }, 'Input “path”: “../elsewhere” leaves the workspace.'],
    [{ target: 'nowhere' }, 'Input “target”: project-codeflare/instascale has no commit, branch or tag “nowhere”.'],
    [{ 'notes-file': 'missing.md' }, 'Input “notes-file”: there is no file “missing.md” with text in it.'],
    [{ repository: 'instascale' }, 'Input “repository”: “instascale” is no repository.'],
  ])('%j', async (inputs, message) => {
    expect((await refusal(await instascale(), inputs)).message).toBe(message)
  })

  test('a target that is not on the branch of the run', async () => {
    const job = await instascale()
    const beside = await commit(job, 'feature', 'feat: beside')
    expect((await refusal(job, { target: beside })).message).toMatch(/^Input “target”: .* is not on branch main/)
  })

  test('to take a repository with tags of another form for a new one', async () => {
    const job = await aJob(semverTag, REPOSITORY)
    await job.world.github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
    await job.world.github.tag(REPOSITORY, '1.2.0')
    await commit(job, 'main', 'fix: more')
    const error = await refusal(job, {})
    expect(error.message).toBe(
      'No tag is of the form “v{version}”, but one is of “{version}”, up to 1.2.0: this is not the first release.',
    )
    expect((await job.run({ 'tag-prefix': '{version}', 'dry-run': 'true' })).outputs['tag']).toBe('1.2.1')
    expect((await job.run({ version: '2.0.0', 'dry-run': 'true' })).outputs['tag']).toBe('v2.0.0')
    expect((await job.run({ 'tag-prefix': 'sdk/v', 'dry-run': 'true' })).outputs['tag']).toBe('sdk/v0.1.0')
  })

  test('a run for a pull request', async () => {
    const error = await refusal(await instascale(), {}, { GITHUB_REF: 'refs/pull/7/merge' })
    expect(error.message).toContain('a trial merge that no branch will have')
  })

  test('a tag that a branch has the name of, and a floating tag too', async () => {
    const job = await instascale()
    await job.world.github.branch(REPOSITORY, 'v0.4', 'main')
    const error = await refusal(job, { 'floating-tags': 'minor' })
    expect(error.message).toBe(`${REPOSITORY} has a branch “v0.4”; a tag of that name would be ambiguous.`)
    expect(error.advice).toContain('release-0.4')
  })

  test('a tag that an immutable release burnt', async () => {
    const job = await instascale()
    const { github } = job.world
    github.setImmutableReleases(REPOSITORY, true)
    const id = await github.release(REPOSITORY, { tag: 'v0.4.0', target: 'main' })
    await fetch(`${github.url}/api/v3/repos/${REPOSITORY}/releases/${id}`, {
      method: 'DELETE',
      headers: { authorization: 'token x' },
    })
    await fetch(`${github.url}/api/v3/repos/${REPOSITORY}/git/refs/tags/v0.4.0`, {
      method: 'DELETE',
      headers: { authorization: 'token x' },
    })
    const error: unknown = await job.run({}).catch((thrown: unknown) => thrown)
    if (!(error instanceof UserError)) throw new Error(`expected a UserError, found ${String(error)}`)
    expect(error.advice).toContain('burnt for ever')
  })
})
