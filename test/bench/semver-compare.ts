/**
 * What `conventional-recommended-bump` recommends for the releases of real repositories, and what we do: the record that
 * `test/golden/semver/recommended.json` keeps. Needs the peers of `npm run bench -- semver` and clones:
 * `SEMVER_PEERS=DIRECTORY npm run bench -- semver-compare OWNER/NAME=CLONE …` prints the record of them.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Commit,
  compareVersions,
  isPrerelease,
  judgeCommits,
  readVersion,
  strongestBump,
} from '../../packages/versions/index.ts'

/** Releases of one repository that are looked at: the oldest are as good as the newest. */
const MOST = 25

interface Range {
  readonly repository: string
  readonly from: string
  readonly to: string
  /** What the peer recommends with its preset `conventionalcommits`. */
  readonly recommended: string
  /** The messages between the two, oldest first, without lines that mean nothing to either. */
  readonly messages: readonly { readonly sha: string; readonly message: string; readonly parents: number }[]
}

const peers = process.env['SEMVER_PEERS']
const clones = process.argv.slice(2).flatMap((word) => {
  const [repository, directory] = word.split('=')
  return repository === undefined || directory === undefined ? [] : [{ repository, directory }]
})
if (peers === undefined || clones.length === 0) {
  console.error('Usage: SEMVER_PEERS=DIRECTORY npm run bench -- semver-compare OWNER/NAME=CLONE …')
  process.exitCode = 2
} else {
  const lines = clones.flatMap((clone) => ranges(clone, peers)).map((range) => JSON.stringify(range))
  console.log(`[\n${lines.join(',\n')}\n]`)
}

function ranges({ repository, directory }: (typeof clones)[number], home: string): Range[] {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: directory, encoding: 'utf8', maxBuffer: 1024 ** 3 })
  const contained = git('tag', '--list', 'v*', '--merged', 'HEAD')
    .split('\n')
    .map((tag) => readVersion(tag.replace(/^v/, '')))
    .filter((version) => version !== null)
    .filter((version) => !isPrerelease(version))
    .sort(compareVersions)
    .slice(0, MOST + 1)
  const found: Range[] = []
  for (const [index, version] of contained.slice(1).entries()) {
    const [from, to] = [`v${contained[index]}`, `v${version}`]
    const commits = git('log', '-z', '--topo-order', '--reverse', '--format=%H%n%P%n%B', `${from}..${to}`)
      .split('\0')
      .filter((record) => record !== '')
      .map((record): Commit => {
        const [sha = '', parents = '', ...message] = record.split('\n')
        return { sha, parents: parents.split(' ').filter(Boolean).length, message: message.join('\n').trim() }
      })
    if (commits.length === 0) continue
    const messages = commits.map((commit) => ({ ...commit, message: meaningful(commit.message) }))
    const previous = readVersion(from.slice(1))
    const [whole, short] = [commits, messages].map((list) => strongestBump(judgeCommits(list, previous)))
    if (whole !== short) throw new Error(`${repository} ${to}: the shortened messages say something else`)
    found.push({ repository, from, to, recommended: recommended(home, directory, from, to), messages })
  }
  return found
}

function recommended(home: string, directory: string, from: string, to: string): string {
  const script = join(home, 'recommend-range.mjs')
  writeFileSync(
    script,
    [
      "import { Bumper } from 'conventional-recommended-bump'",
      'const [, , directory, from, to] = process.argv',
      "const commits = { format: '%B%n-hash-%n%H', filterReverts: true, to }",
      "const bumper = new Bumper(directory).loadPreset('conventionalcommits').tag(from).commits(commits)",
      'console.log((await bumper.bump()).releaseType)\n',
    ].join('\n'),
  )
  return execFileSync(process.execPath, [script, directory, from, to], { encoding: 'utf8' }).trim()
}

/** The first line, and whatever may announce a break, a revert or a squashed commit; addresses of people are not kept. */
function meaningful(message: string): string {
  const [header = '', ...body] = message.split(/\r?\n/)
  const lines = body.filter((line) => /breaking|^\* |[Rr]everts? |^Refs?:? /i.test(line) && !line.includes('@'))
  return lines.length === 0 ? header : [header, '', ...lines].join('\n')
}
