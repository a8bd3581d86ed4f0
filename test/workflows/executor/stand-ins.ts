/** What a runner or another service does for the templates, and what does it here. */
import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildIndex } from '../../../packages/sandbox/index.ts'
import type { JobPlace } from './steps.ts'

const run = promisify(execFile)
const OK = { ok: true, outputs: {}, log: '' } as const

/** `actions/checkout`: git clones the repository out of the world. */
export async function checkOut(given: ReadonlyMap<string, string>, place: JobPlace): Promise<typeof OK> {
  if (given.get('persist-credentials') !== 'false') throw new Error('a checkout keeps its token')
  const { world, trigger, workspace } = place
  const repository = given.get('repository') || trigger.repository
  const own = repository === trigger.repository
  const wanted = given.get('ref') || (own ? trigger.sha : 'HEAD')
  const commit = await world.github.resolve(repository, wanted)
  if (commit === undefined) throw new Error(`${repository} has no ${wanted}`)
  const directory = join(workspace, given.get('path') ?? '')
  // Another repository's checkout is cleared away, as the real one does.
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const git = async (...args: string[]): Promise<unknown> =>
    run('git', ['-C', directory, ...args], { env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null' } })
  await git(
    'clone',
    '--quiet',
    '--shared',
    '--no-checkout',
    '--',
    join(world.directory, 'github', `${repository}.git`),
    directory,
  )
  if (given.has('sparse-checkout')) {
    const patterns = (given.get('sparse-checkout') ?? '').split('\n').filter(Boolean)
    await git('sparse-checkout', 'set', '--no-cone', ...patterns)
  }
  await git('checkout', '--quiet', '--detach', commit)
  return OK
}

/** `docker/build-push-action`: a synthetic image with the labels that were asked for; the commit decides its content. */
export async function buildAndPush(
  given: ReadonlyMap<string, string>,
  { world }: JobPlace,
): Promise<{ ok: true; outputs: { digest: string }; log: string }> {
  const label = (name: string): string =>
    /** `NAME=VALUE`, one a line. */
    new RegExp(`^org\\.opencontainers\\.image\\.${name}=(.*)$`, 'm').exec(given.get('labels') ?? '')?.[1] ?? ''
  let digest = ''
  for (const reference of (given.get('tags') ?? '').split('\n').filter(Boolean)) {
    const [, host = '', name = '', tag = ''] = /^([^/]+)\/(.+):([^:]+)$/.exec(reference) ?? []
    const image = buildIndex({ name, version: tag, revision: label('revision'), source: label('source') })
    digest = (await world.registry(host)).push(name, [tag], image)
  }
  if (digest === '') throw new Error('an image is built and pushed nowhere')
  return { ok: true, outputs: { digest }, log: `pushed ${digest}\n` }
}
