import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import retagImage from '../../actions/retag-image/action.ts'
import { execute, type Execution, renderMarkdown } from '../../packages/action/index.ts'
import { UserError } from '../../packages/plan/index.ts'
import { buildImage, buildIndex, buildReferrer, openWorld, type RegistryPolicy } from '../../packages/sandbox/index.ts'
import { quietContext, silentLog } from '../context.ts'

const anIndex = (version: string): ReturnType<typeof buildIndex> =>
  buildIndex({ name: 'org/app', version, revision: '0'.repeat(40), source: 'https://example.com/app' })

/** A world with quay.io in it, and the action as a step in a job would run it. */
async function aJob(policy: RegistryPolicy = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'retag-'))
  const world = await openWorld({ directory })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  const registry = await world.registry('quay.io')
  registry.configure(policy)
  const [warnings, masked]: [string[], string[]] = [[], []]
  const log = {
    ...silentLog,
    warning: (line: string) => void warnings.push(line),
    mask: (secret: string) => void masked.push(secret),
  }
  const run = (inputs: Readonly<Record<string, string>>): Promise<Execution> =>
    execute(retagImage, new Map(Object.entries(inputs)), {
      // Registries may join the world later.
      ...quietContext({ ...world.environment(), HOME: directory }, directory),
      log,
    })
  return { world, registry, warnings, masked, run }
}

const SOURCE = 'quay.io/org/app:dev'

describe('retag-image', () => {
  test('leaves out a source that is not there when told to, and says so by an empty digest', async () => {
    const { registry, run } = await aJob()
    const ask = { source: 'quay.io/org/app:dev-1', tags: 'dev-1', missing: 'skip' }
    const missing = await run(ask)
    expect([missing.changed, missing.outputs['digest'], missing.outputs['tags']]).toEqual([false, '', '[]'])
    const built = anIndex('1.2.0')
    registry.push('org/app', ['dev-1'], built)
    const there = await run(ask)
    expect([there.changed, there.outputs['digest']]).toEqual([false, built.digest])
  })

  test('promotes a tested image to its version and tells people and machines', async () => {
    const { registry, run } = await aJob()
    const [old, image] = [anIndex('1.1.0'), anIndex('1.2.0')]
    registry.push('org/app', ['v1.1.0', 'stable'], old)
    registry.push('org/app', ['dev'], image)
    const { changed, outputs, report, plan } = await run({ source: SOURCE, tags: 'stable, v1.2.0\n# comment\n' })
    expect(changed).toBe(true)
    expect(plan.map(({ subject }) => subject)).toEqual([
      'image tag quay.io/org/app:v1.2.0',
      'image tag quay.io/org/app:stable',
    ])
    expect(outputs).toMatchObject({
      digest: image.digest,
      'media-type': 'application/vnd.oci.image.index.v1+json',
      platforms: 'linux/amd64,linux/arm64,linux/ppc64le,linux/s390x',
    })
    expect(JSON.parse(outputs['tags'] ?? '')).toEqual([
      { reference: 'quay.io/org/app:v1.2.0', before: null, after: image.digest, moved: true },
      { reference: 'quay.io/org/app:stable', before: old.digest, after: image.digest, moved: true },
    ])
    expect(JSON.parse(outputs['displaced'] ?? '')).toEqual([
      { reference: 'quay.io/org/app:stable', digest: old.digest },
    ])
    const short = (digest: string): string => digest.slice(0, 19)
    const text = renderMarkdown(report)
    expect(text).toContain(
      `| \`quay.io/org/app:stable\` | \`${short(old.digest)}\` | \`${short(image.digest)}\` | moved |`,
    )
    expect(text).toContain(`| \`quay.io/org/app:v1.2.0\` | — | \`${short(image.digest)}\` | new |`)
    expect(text).toContain('linux/amd64, linux/arm64')
    expect(text).toContain(`quay.io/org/app@${old.digest} => stable`)
  })

  test('run again changes nothing and gives the same outputs', async () => {
    const { registry, world, run } = await aJob()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    const first = await run({ source: SOURCE, tags: 'v1.2.0' })
    const second = await run({ source: SOURCE, tags: 'v1.2.0' })
    expect(second.changed).toBe(false)
    expect(second.outputs).toMatchObject({ digest: first.outputs['digest'], platforms: first.outputs['platforms'] })
    expect(world.ledger.writes).toBe(1)
    expect(renderMarkdown(second.report)).toContain('there already')
  })

  test('in a dry run writes nothing and plans the same', async () => {
    const { registry, world, run } = await aJob()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    const dry = await run({ source: SOURCE, tags: 'v1.2.0', 'dry-run': 'true' })
    expect(world.ledger.writes).toBe(0)
    expect(world.requests.all.every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true)
    const real = await run({ source: SOURCE, tags: 'v1.2.0' })
    expect(dry).toEqual({ ...real, dryRun: true })
  })

  test('reports a refusal as a whole: what was asked, what stays, why', async () => {
    const { registry, world, run } = await aJob()
    registry.push('org/app', ['v1.2.0'], anIndex('1.2.0'))
    registry.push('org/app', ['dev'], anIndex('1.3.0'))
    const { refusal, outputs, report } = await run({ source: SOURCE, tags: 'v1.2.0,edge' })
    expect(refusal?.message).toContain('v1.2.0 is a version and is published as')
    expect(JSON.parse(outputs['tags'] ?? '')).toMatchObject([{ moved: false }, { moved: false, after: null }])
    expect(renderMarkdown(report)).toContain('left alone, because another was refused')
    expect(world.ledger.writes).toBe(0)
  })

  test('moves the tags of a whole train', async () => {
    const { registry, run } = await aJob()
    registry.push('org/app', ['v1.2.0'], anIndex('1.2.0'))
    registry.push('org/lib', ['v0.3.0'], anIndex('0.3.0'))
    const { outputs } = await run({ images: 'quay.io/org/app:v1.2.0 => stable\nquay.io/org/lib:v0.3.0 => stable' })
    expect(registry.tags('org/lib')).toEqual(['stable', 'v0.3.0'])
    expect(registry.tags('org/app')).toEqual(['stable', 'v1.2.0'])
    // Two images have no one digest.
    expect(outputs['digest']).toBe('')
  })

  test('brings back what it displaced', async () => {
    const { registry, run } = await aJob()
    const old = anIndex('1.1.0')
    registry.push('org/app', ['v1.1.0', 'stable'], old)
    registry.push('org/app', ['v1.2.0'], anIndex('1.2.0'))
    await run({ source: 'quay.io/org/app:v1.2.0', tags: 'stable' })
    await run({ images: `quay.io/org/app@${old.digest} => stable`, guard: 'off' })
    expect(registry.digest('org/app', 'stable')).toBe(old.digest)
  })

  test('uses and masks the credentials that it is given', async () => {
    const { registry, run, masked } = await aJob({ auth: { scheme: 'token', users: { robot: 'hunter2' } } })
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    await expect(run({ source: SOURCE, tags: 'v1.2.0' })).rejects.toThrow('does not allow to write')
    await run({ source: SOURCE, tags: 'v1.2.0', username: 'robot', password: 'hunter2' })
    expect(registry.tags('org/app')).toContain('v1.2.0')
    expect(masked).toContain('hunter2')
  })

  test.each([
    [{}, 'Input “source” is missing'],
    [{ source: SOURCE }, 'Input “tags” is missing'],
    [{ source: SOURCE, tags: 'v1', guard: 'loose' }, 'Input “guard” is “loose”; allowed: strict, off'],
    [{ source: SOURCE, tags: 'v1', referrers: 'yes' }, 'Input “referrers” is “yes”'],
    [{ source: SOURCE, tags: 'ghcr.io/org/app' }, 'it must end in “:TAG”'],
    [{ source: SOURCE, tags: 'v1', username: 'robot' }, '“username” was given without “password”'],
    [{ source: 'quay.io/org/app:missing', tags: 'v1' }, 'quay.io/org/app:missing does not exist'],
  ])('refuses %o before anything is written', async (inputs, message) => {
    const { world, run } = await aJob()
    const error: unknown = await run(inputs).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(message)
    expect(world.ledger.writes).toBe(0)
  })
})

describe('retag-image to another registry', () => {
  test('copies an image with all that belongs to it, and tells what went', async () => {
    const { world, registry, run } = await aJob()
    const ghcr = await world.registry('ghcr.io')
    const image = anIndex('1.2.0')
    registry.push('org/app', ['v1.2.0'], image)
    registry.push('org/app', [], buildReferrer(image, 'application/vnd.dev.sigstore.bundle.v0.3+json', 'signed'))
    const inputs = { source: 'quay.io/org/app:v1.2.0', tags: 'ghcr.io/org/app:v1.2.0, ghcr.io/org/app:stable' }
    const dry = await run({ ...inputs, 'dry-run': 'true' })
    expect(world.ledger.writes).toBe(0)
    const { plan, report, outputs } = await run(inputs)
    expect(plan).toEqual(dry.plan)
    expect(plan.map(({ subject }) => subject)).toEqual([
      `referrers of ghcr.io/org/app@${image.digest}`,
      'image tag ghcr.io/org/app:v1.2.0',
      'image tag ghcr.io/org/app:stable',
    ])
    expect(ghcr.manifest('org/app', 'stable')).toEqual(image.bytes)
    expect(JSON.parse(outputs['tags'] ?? '')).toMatchObject([{ moved: true }, { moved: true }])
    const text = renderMarkdown(report)
    expect(text).toContain('0 mounted or there, 18 sent')
    expect(text).toContain('application/vnd.dev.sigstore.bundle.v0.3+json')
    expect((await run(inputs)).changed).toBe(false)
  })

  test('tells as an annotation what it left alone', async () => {
    const { world, registry, run } = await aJob()
    const image = anIndex('1.2.0')
    const [sig, theirs] = ['ours', 'theirs'].map((version) =>
      buildImage({ name: 'sig', version, revision: '', source: '' }),
    )
    const tag = `${image.digest.replace(':', '-')}.sig`
    registry.push('org/app', ['v1.2.0'], image)
    if (sig !== undefined && theirs !== undefined) {
      registry.push('org/app', [tag], sig)
      ;(await world.registry('ghcr.io')).push('org/app', [tag], theirs)
    }
    const { findings } = await run({ source: 'quay.io/org/app:v1.2.0', tags: 'ghcr.io/org/app:v1.2.0' })
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning belonging-differs'])
  })
})

describe('retag-image is given something wrong, and writes nothing', () => {
  test.each([
    [{ source: 'quay.io/org/App:dev', tags: 'v1' }, '“App” is not a part of a repository name'],
    [{ source: 'quay.io/org/app:d ev', tags: 'v1' }, '“d ev” is not a tag'],
    [{ source: 'quay.io/org/app@sha256:12', tags: 'v1' }, '“sha256:12” is not a whole sha256 or sha512 digest'],
    [{ source: 'https://quay.io/org/app:dev', tags: 'v1' }, 'it starts with a URL scheme'],
    [{ source: SOURCE, tags: 'v1+build' }, '“v1+build” is not a tag'],
    [{ source: SOURCE, tags: '-v1' }, '“-v1” is not a tag'],
    [{ source: 'no-registry.invalid/org/app:dev', tags: 'v1' }, 'There is no registry at no-registry.invalid'],
    [{ source: `quay.io/org/app@sha256:${'0'.repeat(64)}`, tags: 'v1' }, 'does not exist in the registry'],
    [{ source: SOURCE, tags: ' \n# nothing\n' }, 'Input “tags” is missing'],
    [{ images: '\n' }, 'Input “source” is missing'],
    [{ images: 'quay.io/org/app:dev => v1\nquay.io/org/app:other => v1' }, 'is asked to point at two images'],
    [
      { source: SOURCE, tags: 'v1', username: 'nobody', password: 'wrong' },
      'does not accept the credentials of user “nobody”',
    ],
  ])('%o', async (inputs, message) => {
    const { world, registry, run } = await aJob({ auth: { scheme: 'token', users: { robot: 'secret' } } })
    registry.push('org/app', ['dev', 'other'], anIndex('1.2.0'))
    const error: unknown = await run(inputs).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(message)
    expect(world.ledger.writes).toBe(0)
  })

  test('a schema 1 image is named as what it is', async () => {
    const { world, registry, run } = await aJob()
    registry.push('org/app', ['dev'], anIndex('1.2.0'))
    const body = '{"schemaVersion":1,"signatures":[]}'
    // The digest of a signed manifest leaves its signatures out: it is not the hash of the body.
    const headers = {
      'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws',
      'docker-content-digest': `sha256:${'5'.repeat(64)}`,
    }
    world.faults.add({
      method: 'GET',
      path: /dev/,
      times: Infinity,
      fault: { kind: 'status', status: 200, body, headers },
    })
    const error: unknown = await run({ source: SOURCE, tags: 'v1' }).catch((thrown: unknown) => thrown)
    expect(String(error)).toContain('quay.io/org/app:dev is a Docker schema 1 image')
    expect(world.ledger.writes).toBe(0)
  })
})
