import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import semverTag from '../../actions/semver-tag/action.ts'
import { execute } from '../../packages/action/index.ts'
import { anOrigin, GIT_ENVIRONMENT } from '../packages/versions/clones.ts'
import { aJob, type Job } from './jobs.ts'
import { quietContext } from '../context.ts'

const REPOSITORY = 'project-codeflare/instascale'
const readme = readFileSync(new URL('../../actions/semver-tag/README.md', import.meta.url), 'utf8')

/** What each step of a recipe gives to `semver-tag`, its expressions replaced. */
function recipe(title: string, values: Readonly<Record<string, string>> = {}): Record<string, string>[] {
  const section = readme.split(/^### /m).find((part) => part.startsWith(`${title}\n`))
  if (section === undefined) throw new Error(`the README has no recipe “${title}”`)
  return [...section.matchAll(/^```yaml\n([^]*?)^```$/gm)].flatMap(([, text = '']) => steps(parse(text), values))
}

function steps(node: unknown, values: Readonly<Record<string, string>>): Record<string, string>[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'uses' in node && String(node.uses).includes('/semver-tag@') && 'with' in node ? [node.with] : []
  const given = own.map((inputs) =>
    Object.fromEntries(
      Object.entries(inputs ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value).replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
          const found = values[expression]
          if (found === undefined) throw new Error(`the test gives no ${expression}`)
          return found
        }),
      ]),
    ),
  )
  return [...given, ...Object.values(node).flatMap((child) => steps(child, values))]
}

/** The only step of a recipe. */
function only(title: string, values: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [step, ...more] = recipe(title, values)
  if (step === undefined || more.length > 0) throw new Error(`recipe “${title}” has not one step`)
  return step
}

async function job(...tags: string[]): Promise<Job> {
  const made = await aJob(semverTag, REPOSITORY)
  await made.world.github.createRepository(REPOSITORY, { files: { 'README.md': 'InstaScale\n' } })
  for (const tag of tags) {
    await commit(made, 'main', 'feat: for the tag')
    await made.world.github.release(REPOSITORY, { tag })
  }
  return made
}

let files = 0
const commit = ({ world }: Job, branch: string, message: string): Promise<string> => {
  files += 1
  return world.github.commit(REPOSITORY, branch, { message, files: { [`${files}.txt`]: message } })
}

const latest = async ({ world }: Job): Promise<unknown> => {
  const answer = await fetch(`${world.github.url}/api/v3/repos/${REPOSITORY}/releases/latest`)
  return answer.json()
}

describe('the recipe', () => {
  test('of a component releases what the commits ask for, or what was typed', async () => {
    const made = await job('v1.3.0')
    await commit(made, 'main', 'fix: leak')
    const { outputs } = await made.run(only('A component releases', { 'inputs.version': '' }))
    expect(outputs).toMatchObject({ tag: 'v1.3.1', created: 'true' })
    expect(await made.world.github.resolve(REPOSITORY, 'v1')).toBe(outputs['sha'])
    await commit(made, 'main', 'fix: more')
    const typed = await made.run(only('A component releases', { 'inputs.version': '2.0.0' }))
    expect(typed.outputs).toMatchObject({ tag: 'v2.0.0' })
    expect(await latest(made)).toMatchObject({ tag_name: 'v2.0.0' })
  })

  test('of a hotfix is that of the component, on the branch of the line', async () => {
    const made = await job('v1.3.0', 'v1.3.1', 'v1.4.0')
    await made.world.github.tag(REPOSITORY, 'v1', { target: 'v1.4.0' })
    await made.world.github.branch(REPOSITORY, 'release-1.3', 'v1.3.1')
    await commit(made, 'release-1.3', 'fix: leak')
    const step = only('A component releases', { 'inputs.version': '' })
    const { outputs } = await made.run(step, { GITHUB_REF_NAME: 'release-1.3' })
    expect(outputs).toMatchObject({ tag: 'v1.3.2', 'previous-tag': 'v1.3.1' })
    expect(await latest(made)).toMatchObject({ tag_name: 'v1.4.0' })
    const at = (tag: string) => made.world.github.resolve(REPOSITORY, tag)
    expect(await at('v1')).toBe(await at('v1.4.0'))
  })

  test('of a candidate and its promotion leaves later work for the next release', async () => {
    const made = await job('v1.3.0')
    const [candidate, promotion] = recipe('A candidate, and its promotion')
    await commit(made, 'main', 'feat: quotas')
    const first = await made.run(candidate ?? {})
    expect(first.outputs).toMatchObject({ tag: 'v1.4.0-rc.1', prerelease: 'true' })
    expect(await latest(made)).toMatchObject({ tag_name: 'v1.3.0' })
    await commit(made, 'main', 'feat: too late')
    const second = await made.run(promotion ?? {})
    expect(second.outputs).toMatchObject({ tag: 'v1.4.0', sha: first.outputs['sha'] })
    expect(second.outputs['notes']).not.toContain('too late')
    expect(await latest(made)).toMatchObject({ tag_name: 'v1.4.0' })
  })

  test('of a Go module within a repository keeps its own versions', async () => {
    const made = await job('v1.3.0', 'sdk/v0.3.0', 'v1.4.0')
    await commit(made, 'main', 'feat: of the module')
    const { outputs } = await made.run(only('A Go module within a repository'))
    expect(outputs).toMatchObject({ tag: 'sdk/v0.4.0', 'previous-tag': 'sdk/v0.3.0' })
    expect(await latest(made)).toMatchObject({ tag_name: 'v1.4.0' })
  })

  test('of a monorepo gives each module its tag', async () => {
    const made = await job('v1.3.0', 'sdk/v1.3.0')
    const head = await commit(made, 'main', 'feat: of all')
    for (const module of ['', 'sdk/', 'tools/']) {
      const values = { 'matrix.module': module, 'inputs.version': '1.4.0' }
      const { outputs } = await made.run(only('A monorepo whose modules are released together', values))
      expect(outputs).toMatchObject({ tag: `${module}v1.4.0`, sha: head })
    }
  })

  test('of a downstream counts its builds', async () => {
    const made = await job('v1.4.0')
    const step = only('A downstream that builds a release again')
    expect((await made.run(step)).outputs).toMatchObject({ tag: 'v1.4.0-odh-1' })
    await commit(made, 'main', 'fix: of the downstream')
    expect((await made.run(step)).outputs).toMatchObject({ tag: 'v1.4.0-odh-2', 'previous-tag': 'v1.4.0-odh-1' })
  })

  test('without the API tags with git, in a checkout as its own step makes it', async () => {
    const origin = anOrigin()
    origin.git('tag', 'v1.3.0')
    origin.git('push', '--quiet', 'origin', 'v1.3.0')
    const head = origin.commit('main', 'feat: quotas')
    const { outputs } = await execute(
      semverTag,
      new Map(Object.entries(only('Without the API'))),
      quietContext(GIT_ENVIRONMENT, origin.checkout('--filter=tree:0', '--no-checkout')),
    )
    expect(outputs).toMatchObject({ tag: 'v1.4.0', created: 'true' })
    expect([origin.at('v1.4.0'), origin.at('v1')]).toEqual([head, head])
  })

  test('of the operator puts the matrix in front, on the merged commit', async () => {
    const made = await job('v1.3.0')
    const merged = await commit(made, 'main', 'feat: quotas')
    await commit(made, 'main', 'feat: after the merge')
    await made.checkout({ 'matrix.md': '| MCAD | v1.41.0 |\n' })
    const values = { 'inputs.version': '1.4.0', 'inputs.merged-commit': merged }
    const { outputs } = await made.run(only('The operator, with the support matrix in front of its notes', values))
    expect(outputs).toMatchObject({ tag: 'v1.4.0', sha: merged })
    expect(outputs['notes']).toMatch(/^\| MCAD \| v1\.41\.0 \|\n\n### Features\n/)
  })

  test('of every heading is tested here', () => {
    const recipes = readme.split('## Recipes')[1]?.split(/^## /m)[0] ?? ''
    expect([...recipes.matchAll(/^### /gm)]).toHaveLength(8)
  })
})
