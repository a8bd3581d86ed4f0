/**
 * The templates under the tools that others use: actionlint and zizmor read them, act runs them in host mode with the tree that a
 * tag carries as `project-codeflare/actions@v1`, against the embedded world. What a machine does not have is skipped by name.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { buildIndex, openWorld, type World } from '../../packages/sandbox/index.ts'
import { exampleScene } from '../rehearsals/scene.ts'
import { findGoProgram } from './go-program.ts'

const root = join(import.meta.dirname, '..', '..')
const templates = globSync('workflows-templates/*.yml', { cwd: root }).sort()
const directory = await mkdtemp(join(tmpdir(), 'templates-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

const named = (name: string, { why }: { readonly why?: string }): string =>
  `${name}${why === undefined ? '' : ` (${why})`}`

const actionlint = findGoProgram({
  variable: 'ACTIONLINT',
  module: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  name: 'actionlint',
  directory,
})
test.skipIf(actionlint.program === undefined)(named('actionlint has nothing against any template', actionlint), () => {
  const { status, stdout } = spawnSync(actionlint.program ?? '', ['-no-color', ...templates], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

const zizmor = process.env['ZIZMOR'] ?? 'zizmor'
const hasZizmor = spawnSync(zizmor, ['--version']).status === 0
test.skipIf(!hasZizmor)(
  named('zizmor has nothing against any template', hasZizmor ? {} : { why: 'skipped: zizmor is not installed' }),
  () => {
    const config = join(root, '.github', 'zizmor.yml')
    const args = ['--offline', '--config', config, '--format', 'json', ...templates]
    const { stdout } = spawnSync(zizmor, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    expect(JSON.parse(stdout)).toEqual([])
  },
)

const act = findGoProgram({ variable: 'ACT', module: 'github.com/nektos/act@v0.2.89', name: 'act', directory })

interface ActJob {
  readonly world: World
  readonly repository: string
  readonly template: string
  readonly event: string
  readonly variables?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
}

/** Runs a template with act in a clone of a repository of the world. */
async function runAct({ world, repository, template, event, variables = {}, secrets = {} }: ActJob) {
  const home = await mkdtemp(join(directory, 'act-'))
  const [clone, tree] = [join(home, 'clone'), join(home, 'tree')]
  execFileSync('git', ['clone', '--quiet', join(world.directory, 'github', `${repository}.git`), clone])
  execFileSync('git', ['-C', clone, 'remote', 'set-url', 'origin', `https://github.com/${repository}.git`])
  await mkdir(join(clone, '.github', 'workflows'), { recursive: true })
  await cp(join(root, 'workflows-templates', `${template}.yml`), join(clone, '.github', 'workflows', `${template}.yml`))
  execFileSync(process.execPath, [join(root, 'scripts', 'release-tree.ts'), tree], { stdio: 'pipe' })
  const pairs = (flag: string, values: Readonly<Record<string, string>>): string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const args = [
    event,
    `--workflows=.github/workflows/${template}.yml`,
    '--platform=ubuntu-24.04=-self-hosted',
    `--local-repository=project-codeflare/actions@v1=${tree}`,
    '--no-cache-server',
    ...pairs('--env', world.environment()),
    ...pairs('--env', { GITHUB_SERVER_URL: 'https://github.com' }),
    ...pairs('--var', variables),
    ...pairs('--secret', { GITHUB_TOKEN: 'ghs_job_token', ...secrets }),
  ]
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') }
  const options = { cwd: clone, env, maxBuffer: 64 * 1024 * 1024 }
  return promisify(execFile)(act.program ?? '', args, options).then(
    ({ stdout }) => ({ ok: true, log: stdout }),
    (error: Error & { readonly stdout?: string; readonly stderr?: string }) => ({
      ok: false,
      log: `${error.stdout}${error.stderr}`,
    }),
  )
}

describe.skipIf(act.program === undefined)(named('under act', act), () => {
  test('component-release tags, releases and gives the tested image its version, and finds it done', async () => {
    const world = await openWorld({ directory: join(directory, 'component') })
    try {
      const [repository, name] = ['project-codeflare/instascale', 'project-codeflare/instascale-controller']
      await world.github.createRepository(repository, { files: { 'README.md': 'InstaScale\n' } })
      await world.github.release(repository, { tag: 'v0.4.0' })
      const files = { 'pools.go': 'package pools\n' }
      const sha = await world.github.commit(repository, 'main', { message: 'feat: machine pools', files })
      const quay = await world.registry('quay.io')
      const source = `https://github.com/${repository}`
      quay.push(name, [`dev-${sha}`], buildIndex({ name, version: 'dev', revision: sha, source }))
      const job: ActJob = {
        world,
        repository,
        template: 'component-release',
        event: 'workflow_dispatch',
        variables: { IMAGE: `quay.io/${name}`, QUAY_USERNAME: 'codeflare+ci' },
        secrets: { QUAY_TOKEN: 'quay-token' },
      }
      const done = await runAct(job)
      expect(done.ok, done.log).toBe(true)
      expect(await world.github.resolve(repository, 'refs/tags/v0.5.0')).toBe(sha)
      expect(quay.digest(name, 'v0.5.0')).toBe(quay.digest(name, `dev-${sha}`))
      const writes = world.ledger.writes
      const again = await runAct(job)
      expect(again.ok, again.log).toBe(true)
      expect(world.ledger.writes).toBe(writes)
    } finally {
      await world.close()
    }
  })

  test('release-status tells where CodeFlare stands, and writes nothing', async () => {
    const scene = await exampleScene('codeflare')
    const world = await scene.open()
    try {
      const repository = 'project-codeflare/codeflare-operator'
      const done = await runAct({ world, repository, template: 'release-status', event: 'workflow_dispatch' })
      expect(done.ok, done.log).toBe(true)
      // Whether it is next or held up by a freeze is the calendar's business today.
      expect(done.log).toMatch(/Step 1 of 8 is (?:next|held up): Components are released\./)
      expect(world.ledger.writes).toBe(0)
    } finally {
      await world.close()
      await scene.remove()
    }
  })

  test('support-matrix-check is red on the matrix of v1.2.0', async () => {
    const scene = await exampleScene('codeflare')
    const world = await scene.open()
    try {
      const repository = 'project-codeflare/codeflare-operator'
      const done = await runAct({ world, repository, template: 'support-matrix-check', event: 'push' })
      expect(done.ok, done.log).toBe(false)
      expect(done.log).toContain('opendatahub-io/kuberay has no tag')
    } finally {
      await world.close()
      await scene.remove()
    }
  })
})

test('every template is among them', () => {
  expect(templates.map((file) => basename(file))).toHaveLength(12)
})
