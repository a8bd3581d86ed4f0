import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import syncCrds from '../../actions/sync-crds/action.ts'
import { execute, type Execution, renderMarkdown } from '../../packages/action/index.ts'
import { ReportedError } from '../../packages/plan/index.ts'
import { openWorld } from '../../packages/sandbox/index.ts'
import { quietContext } from '../context.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/crds')
const MCAD = 'project-codeflare/multi-cluster-app-dispatcher'
const APPWRAPPER = 'project-codeflare/appwrapper'

async function files(directory: string, prefix: string): Promise<Record<string, string>> {
  const names = await readdir(join(FIXTURES, directory))
  const read = names.map(
    async (name) => [`${prefix}/${name}`, await readFile(join(FIXTURES, directory, name), 'utf8')] as const,
  )
  return Object.fromEntries(await Promise.all(read))
}

/** A world with the repositories of two components, and a checkout of the operator. */
async function aJob() {
  const directory = await mkdtemp(join(tmpdir(), 'sync-crds-'))
  const world = await openWorld({ directory: join(directory, 'world') })
  onTestFinished(async () => {
    await world.close()
    await rm(directory, { recursive: true, force: true })
  })
  const bases = 'config/crd/bases'
  await world.github.createRepository(MCAD, {
    files: { 'go.mod': 'module mcad\n', ...(await files('mcad-v1.40.0', bases)) },
  })
  await world.github.tag(MCAD, 'v1.40.0', { message: 'v1.40.0' })
  await world.github.createRepository(APPWRAPPER, { files: await files('appwrapper-v1.1.2', bases) })
  await world.github.tag(APPWRAPPER, 'v1.1.2')
  const checkout = join(directory, 'operator')
  for (const [path, text] of Object.entries(await files('operator-v1.2.0', 'config/crd'))) {
    await mkdir(join(checkout, 'config/crd'), { recursive: true })
    await writeFile(join(checkout, path), text)
  }
  const context = quietContext({ ...world.environment(), RUNNER_TEMP: join(directory, 'temp') }, checkout)
  const run = (inputs: Readonly<Record<string, string>>): Promise<Execution> =>
    execute(syncCrds, new Map(Object.entries({ token: 'ghs_token', destination: 'config/crd', ...inputs })), context)
  const read = (path: string): Promise<string> => readFile(join(checkout, 'config/crd', path), 'utf8')
  return { world, checkout, run, read }
}

const FROM_MCAD = { sources: `# what we vendor\n${MCAD}@v1.40.0:config/crd/bases\n` }
const TO_APPWRAPPER = { sources: `${APPWRAPPER}@v1.1.2:config/crd/bases` }

describe('sync-crds', () => {
  test('takes over what was copied by hand: no CRD changes, the lock file says where each came from', async () => {
    const { world, run, read } = await aJob()
    const { changed, outputs, plan } = await run(FROM_MCAD)
    expect(changed).toBe(true)
    expect(plan.map(({ action, subject }) => `${action} ${subject}`)).toEqual(['create file config/crd/crds.lock.yaml'])
    expect(outputs).toMatchObject({ added: '[]', updated: '[]', removed: '[]', breaking: 'false', findings: '[]' })
    const lock = await read(outputs['lock-file']?.replace('config/crd/', '') ?? '')
    expect(lock).toContain(`commit: ${await world.github.resolve(MCAD, 'v1.40.0')}\n`)
    expect(lock).toContain('file: crd-appwrapper.yml\n')
    expect(world.ledger.writes).toBe(0)

    const second = await run(FROM_MCAD)
    expect([second.changed, second.plan]).toEqual([false, []])
    expect((await run({ ...FROM_MCAD, mode: 'check' })).refusal).toBeUndefined()
  })

  test('costs few requests', async () => {
    const { world, run } = await aJob()
    await run(FROM_MCAD)
    expect(world.requests.lines().length).toBeLessThanOrEqual(9)
  })

  test('300 CRDs cost no more than a handful', async () => {
    const { world, run } = await aJob()
    const [template = ''] = Object.values(await files('mcad-v1.36.0', ''))
    const named = (index: number): string => template.replaceAll('quotasubtrees', `quota${index}s`)
    const many = Array.from({ length: 300 }, (_, index) => [`config/crd/bases/${index}.yaml`, named(index)] as const)
    await world.github.createRepository('project-codeflare/many', { files: Object.fromEntries(many) })
    await world.github.tag('project-codeflare/many', 'v1.0.0')
    const before = world.requests.lines().length
    const { refusal, outputs } = await run({ sources: 'project-codeflare/many@v1.0.0:config/crd/bases' })
    expect(refusal).toBeUndefined()
    expect(JSON.parse(outputs['added'] ?? '')).toHaveLength(300)
    expect(world.requests.lines().length - before).toBeLessThanOrEqual(12)
  })

  test('an archive that breaks off, or leaves a file out, ends loudly or right', async () => {
    const { world, run } = await aJob()
    const [template = ''] = Object.values(await files('mcad-v1.36.0', ''))
    const eight = Array.from(
      { length: 8 },
      (_, index) => [`crd/${index}.yaml`, template.replaceAll('quotasubtrees', `quota${index}s`)] as const,
    )
    await world.github.createRepository('project-codeflare/eight', {
      files: { ...Object.fromEntries(eight), '.gitattributes': 'crd/3.yaml export-ignore\n' },
    })
    await world.github.tag('project-codeflare/eight', 'v1.0.0')
    const inputs = { sources: 'project-codeflare/eight@v1.0.0:crd', destination: 'vendor' }
    // The fifth request is for the archive itself, after the commit, two directories and the way to it.
    world.faults.add({ service: 'github', method: 'GET', nth: 5, fault: { kind: 'truncate' } })
    const ended: unknown = await run({ ...inputs, 'dry-run': 'true' }).catch((error: unknown) => error)
    if (ended instanceof Error) expect(ended).toBeInstanceOf(ReportedError)
    world.faults.clear()
    expect(world.requests.lines().some((line) => line.includes('tar.gz'))).toBe(true)
    const { outputs } = await run(inputs)
    expect(JSON.parse(outputs['added'] ?? '')).toHaveLength(8)
  })

  test('refuses what breaks users, shows it, and writes nothing', async () => {
    const { run, read } = await aJob()
    const before = await read('crd-appwrapper.yml')
    const { changed, refusal, outputs, findings, report } = await run(TO_APPWRAPPER)
    expect(changed).toBe(false)
    expect(refusal).toMatchObject({
      name: 'UserError',
      message: '2 changes break users of a CRD. Nothing was written.',
    })
    expect(outputs['breaking']).toBe('true')
    expect(JSON.parse(outputs['findings'] ?? '')).toEqual(findings)
    expect(findings).toMatchObject([
      {
        severity: 'error',
        rule: 'stored-version-removed',
        file: 'config/crd/crd-appwrapper.yml',
        crd: 'appwrappers.workload.codeflare.dev',
        version: 'v1beta1',
      },
      { rule: 'served-version-removed' },
      { severity: 'info', rule: 'short-name-added' },
      { severity: 'info', rule: 'version-added' },
    ])
    expect(await read('crd-appwrapper.yml')).toBe(before)
    // A pull request can show why, though the step failed.
    expect(await readFile(outputs['report'] ?? '', 'utf8')).toBe(renderMarkdown(report))
  })

  test('told to go on, copies the bytes into the file that is there', async () => {
    const { run, read } = await aJob()
    const { outputs, findings } = await run({ ...TO_APPWRAPPER, compatibility: 'warn' })
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'info', 'info'])
    expect(JSON.parse(outputs['updated'] ?? '')).toMatchObject([
      {
        crd: 'appwrappers.workload.codeflare.dev',
        file: 'config/crd/crd-appwrapper.yml',
        repository: APPWRAPPER,
        ref: 'v1.1.2',
      },
    ])
    const [upstream] = Object.values(await files('appwrapper-v1.1.2', ''))
    expect(await read('crd-appwrapper.yml')).toBe(upstream)
  })

  test('a dry run tells the same and writes nothing', async () => {
    const { run, checkout } = await aJob()
    const list = (): Promise<string[]> => readdir(join(checkout, 'config/crd'))
    const before = await list()
    const dry = await run({ ...FROM_MCAD, 'dry-run': 'true' })
    expect(dry.changed).toBe(true)
    expect(await list()).toEqual(before)
    expect((await run(FROM_MCAD)).plan).toEqual(dry.plan)
  })

  test('a file as a source, and a component on its way: only the CRDs that were asked for', async () => {
    const { run, checkout } = await aJob()
    const { outputs } = await run({
      sources: `${MCAD}@main:config/crd/bases/quota.codeflare.dev_quotasubtrees.yaml`,
      destination: 'vendor',
    })
    expect(JSON.parse(outputs['added'] ?? '')).toMatchObject([
      { file: 'vendor/quota.codeflare.dev_quotasubtrees.yaml' },
    ])
    expect(await readdir(join(checkout, 'vendor'))).toEqual([
      'crds.lock.yaml',
      'quota.codeflare.dev_quotasubtrees.yaml',
    ])
  })

  test.each([
    ['waivers', { ...FROM_MCAD, waivers: 'waivers.yaml' }, /“waivers”: there is no file/],
    ['a repository that is not there', { sources: 'project-codeflare/nowhere@v1:crd' }, /project-codeflare\/nowhere/],
    ['a ref that is not there', { sources: `${MCAD}@v9.9.9:config/crd/bases` }, /v9\.9\.9/],
    ['a path that is not there', { sources: `${MCAD}@v1.40.0:config/crds` }, /there is nothing at/],
    ['no sources', {}, /“sources” is missing/],
    ['a destination outside', { ...FROM_MCAD, destination: '../elsewhere' }, /leaves the workspace/],
  ])('%s is refused in words', async (_, inputs, words) => {
    const { run } = await aJob()
    await expect(run(inputs)).rejects.toMatchObject({
      name: expect.stringMatching(/^(?:UserError|RequestRefused)$/) as unknown,
      message: expect.stringMatching(words) as unknown,
    })
  })
})
