/**
 * The next version of a repository of 20,000 commits and 2,000 tags, 500 commits after the last: `semver-tag` in a dry run
 * against `conventional-recommended-bump` and `semantic-release --dry-run`. Wall time of whole processes, in turn, so that
 * a drifting machine drifts for all; what each asks of the server beside it. The server is the sandbox, for all: it answers
 * the API, and git over HTTP for those who need the history on disk. Budget (issue “semver-tag”): at least three
 * times as fast as the faster of the two, from an empty runner to the decision.
 *
 * The peers are no dependencies of ours: `npm install --prefix DIRECTORY conventional-recommended-bump
 * conventional-changelog-conventionalcommits semantic-release`, then `SEMVER_PEERS=DIRECTORY npm run bench -- semver`.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openWorld, type World } from '../../packages/sandbox/index.ts'
import { generateRepository } from '../packages/versions/generated-repository.ts'

const ROUNDS = 7
const BUDGET = 3
const REPOSITORY = 'project-codeflare/generated'
const action = join(process.env['SEMVER_DIST'] ?? join(import.meta.dirname, '..', '..', 'dist'), 'semver-tag.js')
const peers = process.env['SEMVER_PEERS']
const run = promisify(execFile)

interface Contender {
  readonly name: string
  readonly ours: boolean
  /** Needs the whole history on disk before it begins. */
  readonly needsClone: boolean
  readonly start: (environment: NodeJS.ProcessEnv) => Promise<unknown>
}

interface Timed {
  readonly warm: number[]
  readonly cold: number[]
  asked: string
}

const home = await mkdtemp(join(tmpdir(), 'semver-bench-'))
const [bare, clone] = [join(home, 'bare.git'), join(home, 'clone')]
await generateRepository(bare, { commits: 20_000, tags: 2000, since: 500 })
const world = await openWorld({ directory: join(home, 'world') })
const address = `${world.github.url}/${REPOSITORY}`
try {
  await world.github.importRepository(REPOSITORY, bare)
  await fullClone(clone)
  const contenders = [...ours(world), ...(await others())]
  const times = new Map(contenders.map(({ name }): [string, Timed] => [name, { warm: [], cold: [], asked: '' }]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, needsClone, start } of contenders) {
      const time = times.get(name)
      if (time === undefined) continue
      world.requests.clear()
      const fetching = needsClone ? await timed(() => fullClone(join(home, `clone-${round}`))) : 0
      if (needsClone) await rm(join(home, `clone-${round}`), { recursive: true })
      const trace = await mkdtemp(join(home, 'trace-'))
      // The first round warms the caches of the file system and is only counted, not timed.
      const environment = { ...process.env, ...(round === 0 && { GIT_TRACE2_EVENT: trace }) }
      const deciding = await timed(() => start(environment))
      if (round === 0) time.asked = await asked(world, trace)
      else {
        time.warm.push(deciding)
        time.cold.push(fetching + deciding)
      }
    }
  }
  report(contenders, times)
} finally {
  await world.close()
  await rm(home, { recursive: true, force: true })
}

function ours(of: World): Contender[] {
  const start = (environment: NodeJS.ProcessEnv): Promise<unknown> =>
    run(process.execPath, [action], { env: { ...environment, 'INPUT_DRY-RUN': 'true' } })
  const head = of.github.resolve(REPOSITORY, 'main')
  return [
    {
      name: 'semver-tag (API)',
      ours: true,
      needsClone: false,
      start: async (environment) =>
        start({
          ...environment,
          ...of.environment(),
          INPUT_TOKEN: 'ghs_bench',
          GITHUB_REPOSITORY: REPOSITORY,
          GITHUB_REF_NAME: 'main',
          GITHUB_REF_TYPE: 'branch',
          GITHUB_SHA: await head,
          GITHUB_WORKSPACE: home,
        }),
    },
    {
      name: 'semver-tag (path)',
      ours: true,
      needsClone: true,
      start: (environment) => start({ ...environment, INPUT_PATH: '.', GITHUB_WORKSPACE: clone }),
    },
  ]
}

async function others(): Promise<Contender[]> {
  if (peers === undefined) {
    console.log('Skipped: conventional-recommended-bump, semantic-release (SEMVER_PEERS is not set; see the source).')
    return []
  }
  const recommend = join(peers, 'recommend.mjs')
  await writeFile(
    recommend,
    [
      "import { Bumper } from 'conventional-recommended-bump'",
      "const bumper = new Bumper(process.argv[2]).loadPreset('conventionalcommits').tag({ prefix: 'v' })",
      'console.log((await bumper.bump()).releaseType)\n',
    ].join('\n'),
  )
  return [
    {
      name: 'conventional-recommended-bump',
      ours: false,
      needsClone: true,
      start: (environment) => run(process.execPath, [recommend, clone], { env: environment }),
    },
    {
      name: 'semantic-release --dry-run',
      ours: false,
      needsClone: true,
      start: (environment) =>
        run(
          process.execPath,
          [
            join(peers, 'node_modules/semantic-release/bin/semantic-release.js'),
            '--dry-run',
            '--no-ci',
            '--branches=main',
            `--repository-url=${address}`,
            '--plugins=@semantic-release/commit-analyzer',
            '--plugins=@semantic-release/release-notes-generator',
          ],
          { cwd: clone, env: environment, maxBuffer: 1024 ** 3 },
        ),
    },
  ]
}

/** What a run asked of the server, its clone included, and how often it started git afterwards. */
async function asked(of: World, trace: string): Promise<string> {
  return `${of.requests.all.length} requests, ${(await readdir(trace)).length} git processes`
}

async function fullClone(directory: string): Promise<void> {
  await run('git', ['clone', '--quiet', address, directory])
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(contenders: readonly Contender[], times: ReadonlyMap<string, Timed>): void {
  const of = (name: string, kind: 'warm' | 'cold'): number => median(times.get(name)?.[kind] ?? [])
  const fastest = (kind: 'warm' | 'cold', mine: boolean): number =>
    Math.min(...contenders.filter((one) => one.ours === mine).map(({ name }) => of(name, kind)))
  console.log(`Median of ${ROUNDS} rounds, whole processes, Node ${process.version}`)
  console.table(
    Object.fromEntries(
      contenders.map(({ name, needsClone }) => [
        name,
        {
          'from an empty runner (ms)': Math.round(of(name, 'cold')),
          'in a full clone (ms)': needsClone ? Math.round(of(name, 'warm')) : 'needs none',
          'asks for': times.get(name)?.asked ?? '',
        },
      ]),
    ),
  )
  if (contenders.every((one) => one.ours)) return
  const cold = fastest('cold', false) / fastest('cold', true)
  const warm = fastest('warm', false) / of('semver-tag (path)', 'warm')
  console.log(`From an empty runner: ${cold.toFixed(1)} times as fast as the faster of the others (budget ${BUDGET}).`)
  console.log(`In a full clone that is there already: ${warm.toFixed(1)} times.`)
  if (cold >= BUDGET) return
  console.error('Budget BROKEN.')
  process.exitCode = 1
}
