import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import genBundle from '../../actions/gen-bundle/action.ts'
import { fetchKustomize, renderKustomization } from '../../packages/bundle/index.ts'
import { buildIndex } from '../../packages/sandbox/index.ts'
import { publishedBundle, RENDERED } from '../scenes/gen-bundle.ts'
import { aJob, type Job, steps } from './jobs.ts'

const OPERATOR = 'project-codeflare/codeflare-operator'
const CATALOG = 'redhat-openshift-ecosystem/community-operators-prod'
const IMAGE = `quay.io/${OPERATOR}:v1.3.0`
const CSV = 'bundle/manifests/codeflare-operator.clusterserviceversion.yaml'
const PROJECT = 'layout:\n- go.kubebuilder.io/v3\nprojectName: codeflare-operator\nversion: "3"\n'

const GIVEN = { version: '1.3.0', manifests: 'rendered.yaml', image: IMAGE, 'created-at': '2024-03-12T10:00:00+01:00' }
const WITHOUT_DIGESTS = { ...GIVEN, 'use-image-digests': 'false' }

async function operatorJob(files: Readonly<Record<string, string>> = {}): Promise<Job> {
  const job = await aJob(genBundle, OPERATOR)
  await job.world.github.createRepository(OPERATOR, { files: { PROJECT } })
  const quay = await job.world.registry('quay.io')
  quay.push(
    OPERATOR,
    ['v1.3.0'],
    buildIndex({
      name: OPERATOR,
      version: 'v1.3.0',
      revision: 'c'.repeat(40),
      source: `https://github.com/${OPERATOR}`,
    }),
  )
  await job.checkout({ PROJECT, 'rendered.yaml': RENDERED, ...files })
  return job
}

async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'gen-bundle-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** Puts programs of these names into a directory, each a script for this Node. */
async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const directory = await aDirectory()
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(directory, name), `#!${process.execPath}\n${script}\n`)
    await chmod(join(directory, name), 0o755)
  }
  return directory
}

describe('gen-bundle', () => {
  it('takes name and layout from PROJECT, and pins the image by the digest of its tag', async () => {
    const job = await operatorJob()
    const { changed, outputs } = await job.run(GIVEN)
    const quay = await job.world.registry('quay.io')
    const digest = quay.digest(OPERATOR, 'v1.3.0')
    expect({ changed, name: outputs['csv-name'], replaces: outputs['replaces'] }).toEqual({
      changed: true,
      name: 'codeflare-operator.v1.3.0',
      replaces: '',
    })
    expect(JSON.parse(outputs['related-images'] ?? '')).toEqual([
      { name: 'manager', image: `quay.io/${OPERATOR}@${digest}` },
    ])
    const csv = await job.read(CSV)
    expect(csv).toContain(`containerImage: quay.io/${OPERATOR}@${digest}\n`)
    expect(csv).toContain('createdAt: "2024-03-12T09:00:00Z"\n')
    expect(csv).toContain('project_layout: go.kubebuilder.io/v3\n')
    expect(await job.read('bundle.Dockerfile')).toContain('COPY bundle/manifests /manifests/\n')
  })

  it('the second run changes nothing; a manifest that went away takes its file with it, and nothing of others', async () => {
    const job = await operatorJob({ 'bundle/metadata/dependencies.yaml': 'dependencies: []\n' })
    await job.run(WITHOUT_DIGESTS)
    expect((await job.run(WITHOUT_DIGESTS)).plan).toEqual([])
    await job.checkout({ 'rendered.yaml': RENDERED.replace(/^apiVersion: v1\nkind: Service\n[^]*?^---\n/m, '') })
    const third = await job.run(WITHOUT_DIGESTS)
    expect(steps(third)).toEqual([`update file ${CSV}`, 'delete file bundle/manifests/webhook-service_v1_service.yaml'])
    expect(await job.read('bundle/metadata/dependencies.yaml')).toBe('dependencies: []\n')
  })

  it('a dry run writes nothing, and plans the same', async () => {
    const job = await operatorJob()
    const dry = await job.run({ ...GIVEN, 'dry-run': 'true' })
    await expect(job.read(CSV)).rejects.toThrow('ENOENT')
    expect((await job.run(GIVEN)).plan).toEqual(dry.plan)
  })

  it('createdAt is the time of the commit, and committing the bundle does not change it', async () => {
    const job = await operatorJob()
    const { 'created-at': _, ...given } = WITHOUT_DIGESTS
    await commitAt(job, '2026-01-01T00:00:00Z')
    await job.run(given)
    expect(await job.read(CSV)).toContain('createdAt: "2026-01-01T00:00:00Z"\n')
    await commitAt(job, '2026-02-02T00:00:00Z')
    expect((await job.run(given)).plan).toEqual([])
    const later = await job.run({ ...given, version: '1.3.1' })
    expect(steps(later)).toEqual([`update file ${CSV}`])
    expect(await job.read(CSV)).toContain('createdAt: "2026-02-02T00:00:00Z"\n')
  })

  it('without a commit, created-at is asked for', async () => {
    const job = await operatorJob()
    await expect(job.run({ ...WITHOUT_DIGESTS, 'created-at': '' })).rejects.toThrow('Input “created-at” is missing')
    await expect(job.run({ ...WITHOUT_DIGESTS, 'created-at': 'now' })).rejects.toThrow('no time as in RFC 3339')
  })

  it('other directories and several channels are taken', async () => {
    const job = await operatorJob()
    const { outputs } = await job.run({
      ...WITHOUT_DIGESTS,
      'output-dir': './deploy/olm/',
      channels: 'stable-v1, candidate-v1',
      'default-channel': 'stable-v1',
      'skip-range': '>=1.0.0 <1.3.0',
      replaces: 'codeflare-operator.v1.2.9',
    })
    expect(outputs).toMatchObject({ 'bundle-dir': 'deploy/olm', replaces: 'codeflare-operator.v1.2.9' })
    expect(await job.read('deploy/bundle.Dockerfile')).toContain('COPY olm/manifests /manifests/\n')
    expect(await job.read('deploy/olm/metadata/annotations.yaml')).toContain('channels.v1: stable-v1,candidate-v1\n')
    expect(await job.read('deploy/olm/manifests/codeflare-operator.clusterserviceversion.yaml')).toContain(
      "olm.skipRange: '>=1.0.0 <1.3.0'\n",
    )
  })
})

async function commitAt(job: Job, time: string): Promise<void> {
  await job.checkout({ 'commit-time': time })
  const directory = job.workspace
  const run = promisify(execFile)
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
  const env = { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time }
  await run('git', ['init', '--quiet'], { cwd: directory })
  await run('git', ['add', '--all'], { cwd: directory })
  await run('git', [...identity, 'commit', '--quiet', '--message', 'state'], { cwd: directory, env })
}

describe('replaces', () => {
  const furnish = async (job: Job): Promise<void> => {
    await job.world.github.createRepository(CATALOG, {
      files: {
        'operators/codeflare-operator/ci.yaml': 'updateGraph: replaces-mode\nreviewers:\n  - sutaakar\n',
        ...publishedBundle('1.1.0', null),
        ...publishedBundle('1.2.0', '1.1.0'),
        ...publishedBundle('1.4.0', '1.2.0', 'beta'),
      },
    })
  }

  it('auto is the head of the channel', async () => {
    const job = await operatorJob()
    await furnish(job)
    const { outputs } = await job.run({ ...WITHOUT_DIGESTS, catalog: CATALOG })
    expect(outputs['replaces']).toBe('codeflare-operator.v1.2.0')
    expect(await job.read(CSV)).toContain('  replaces: codeflare-operator.v1.2.0\n')
    expect(job.writes()).toEqual([])
  })

  it('a hotfix that nothing would update is refused, and nothing is written', async () => {
    const job = await operatorJob()
    await furnish(job)
    const hotfix = { ...WITHOUT_DIGESTS, version: '1.1.1', catalog: `${CATALOG}@main:operators/codeflare-operator` }
    await expect(job.run(hotfix)).rejects.toThrow(/is below codeflare-operator.v1.2.0 in channel “alpha”/)
    await expect(job.read(CSV)).rejects.toThrow('ENOENT')
    expect((await job.run({ ...hotfix, channels: 'stable-1.1' })).outputs['replaces']).toBe('codeflare-operator.v1.1.0')
  })

  it('without a catalog the manifests count, and none takes it away', async () => {
    const job = await operatorJob({
      'rendered.yaml': RENDERED.replace(
        '  maturity: alpha\n',
        '  maturity: alpha\n  replaces: codeflare-operator.v1.2.9\n',
      ),
    })
    expect((await job.run(WITHOUT_DIGESTS)).outputs['replaces']).toBe('codeflare-operator.v1.2.9')
    expect((await job.run({ ...WITHOUT_DIGESTS, replaces: 'none' })).outputs['replaces']).toBe('')
  })

  it.each([
    ['itself', { replaces: 'codeflare-operator.v1.3.0' }, /which is this bundle itself/],
    ['what is no name', { replaces: 'latest' }, /allowed: auto, none, or the name of a CSV/],
    ['a range that OLM does not read', { 'skip-range': '^1.0' }, /which OLM does not understand/],
    ['a catalog that is none', { catalog: 'community-operators-prod' }, /expected OWNER\/REPO/],
    ['a catalog, but no version', { catalog: CATALOG, version: '' }, /Input “version” is missing/],
  ])('%s is refused', async (_, inputs, message) => {
    const job = await operatorJob()
    await furnish(job)
    await expect(job.run({ ...WITHOUT_DIGESTS, ...inputs })).rejects.toThrow(message)
  })
})

describe('what is wrong is found before anything is written', () => {
  it.each([
    ['an image that does not exist', { image: `quay.io/${OPERATOR}:v9.9.9` }, /There is no image/],
    [
      'manifests that are not there',
      { manifests: 'config/manifests' },
      /there is no “config\/manifests” in the checkout/,
    ],
    ['manifests out of the checkout', { manifests: '../x' }, /leaves the workspace/],
    ['a bundle out of the checkout', { 'output-dir': '..' }, /Input “output-dir” is “..”/],
    ['the checkout as the bundle', { 'output-dir': '.' }, /a directory below the root/],
  ])('%s', async (_, inputs, message) => {
    const job = await operatorJob()
    await expect(job.run({ ...GIVEN, ...inputs })).rejects.toThrow(message)
    await expect(job.read(CSV)).rejects.toThrow('ENOENT')
  })

  it('no package, and no PROJECT', async () => {
    const job = await operatorJob()
    await job.checkout({ PROJECT: null })
    await expect(job.run(GIVEN)).rejects.toThrow('Input “package” is missing')
  })

  it('a stream without CSV is refused with all that was found; with validate: false it is written', async () => {
    const job = await operatorJob({
      'rendered.yaml': RENDERED.replace(/^---\napiVersion: operators\.coreos\.com[^]*/m, ''),
    })
    const { refusal, plan, changed, outputs } = await job.run(WITHOUT_DIGESTS)
    expect(refusal?.message).toMatch(/^The bundle was not written: There is no ClusterServiceVersion in rendered.yaml/)
    expect(changed).toBe(false)
    expect(plan.length).toBeGreaterThan(0)
    expect(outputs['findings']).toContain('"no-csv"')
    await expect(job.read(CSV)).rejects.toThrow('ENOENT')
    await job.run({ ...WITHOUT_DIGESTS, validate: 'false' })
    expect(await job.read(CSV)).toContain('description: Codeflare Operator description. TODO.\n')
  })

  it('the base beside a rendered file is used', async () => {
    const [base = ''] = /^apiVersion: operators\.coreos\.com[^]*/m.exec(RENDERED) ?? []
    const job = await operatorJob({
      'deploy/rendered.yaml': RENDERED.replace(/^---\napiVersion: operators\.coreos\.com[^]*/m, ''),
      'deploy/bases/codeflare-operator.clusterserviceversion.yaml': base,
    })
    const { refusal } = await job.run({ ...WITHOUT_DIGESTS, manifests: 'deploy/rendered.yaml' })
    expect(refusal).toBeUndefined()
    expect(await job.read(CSV)).toContain('displayName: CodeFlare Operator\n')
  })
})

describe('a kustomize directory', () => {
  const given = { ...WITHOUT_DIGESTS, manifests: 'config/manifests' }
  const printing = `process.stdout.write(${JSON.stringify(RENDERED)}); if (process.env.INPUT_TOKEN) process.exit(9)`

  it.each([
    ['kustomize', { kustomize: `if (process.argv[2] !== 'build') process.exit(8)\n${printing}` }],
    ['kubectl', { kubectl: `if (process.argv[2] !== 'kustomize') process.exit(8)\n${printing}` }],
  ])('is rendered by %s, which sees no secret of the step', async (_, scripts) => {
    const job = await operatorJob({ 'config/manifests/kustomization.yaml': 'resources: []\n' })
    await job.run(given, { PATH: await programs(scripts), INPUT_TOKEN: 'ghs_secret' })
    expect(await job.read(CSV)).toContain('name: codeflare-operator.v1.3.0\n')
  })

  it('that does not render is an error in kustomize’s own words, though it had printed half of it', async () => {
    const job = await operatorJob({ 'config/manifests/kustomization.yaml': 'resources: [gone.yaml]\n' })
    const failing = `process.stdout.write('kind: Half\\n'); console.error('Error: gone.yaml: no such file'); process.exitCode = 1`
    await expect(job.run(given, { PATH: await programs({ kustomize: failing }) })).rejects.toMatchObject({
      message: expect.stringMatching(/kustomize build .* failed\.\nError: gone\.yaml: no such file/),
    })
    await expect(job.read(CSV)).rejects.toThrow('ENOENT')
  })

  it('is rendered by a kustomize that is fetched, when there is none', async () => {
    const directory = await aDirectory()
    const fetched = await programs({ fetched: `console.log('kind: Fetched')` })
    const warned: string[] = []
    const rendered = await renderKustomization(directory, {
      environment: { PATH: join(directory, 'nothing') },
      signal: new AbortController().signal,
      fetch: async () => join(fetched, 'fetched'),
      onWarning: (line) => warned.push(line),
    })
    expect([rendered, warned]).toEqual(['kind: Fetched\n', []])
  })

  it('warnings of the program are passed on', async () => {
    const path = await programs({ kustomize: `console.error('# Warning: commonLabels is deprecated')` })
    const warned: string[] = []
    await renderKustomization(path, {
      environment: { PATH: path },
      signal: new AbortController().signal,
      fetch: () => Promise.reject(new Error('not asked for')),
      onWarning: (line) => warned.push(line),
    })
    expect(warned).toEqual(['# Warning: commonLabels is deprecated'])
  })
})

describe('kustomize, when it is fetched', () => {
  const content = Buffer.from('#!/bin/sh\necho kustomize\n')
  const archive = gzipSync(
    Buffer.concat([
      tarHeader('LICENSE', 3),
      pad(Buffer.from('MIT')),
      tarHeader('kustomize', content.length),
      pad(content),
    ]),
  )
  const checksum = createHash('sha256').update(archive).digest('hex')
  const options = { platform: 'linux', architecture: 'x64', checksums: new Map([['linux_amd64', checksum]]) } as const

  it('is fetched once, and whole', async () => {
    const toolCache = await aDirectory()
    const asked: string[] = []
    const get = async (url: string): Promise<Response> => {
      asked.push(url)
      return new Response(archive)
    }
    const program = await fetchKustomize({ ...options, toolCache, get })
    expect(await readFile(program)).toEqual(content)
    expect((await stat(program)).mode & 0o111).not.toBe(0)
    expect(await fetchKustomize({ ...options, toolCache, get })).toBe(program)
    expect(asked).toEqual([
      'https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv5.6.0/kustomize_v5.6.0_linux_amd64.tar.gz',
    ])
  })

  it('another file is not run, and not kept', async () => {
    const toolCache = await aDirectory()
    const get = async (): Promise<Response> => new Response('something else')
    await expect(fetchKustomize({ ...options, toolCache, get })).rejects.toThrow(/is another file: its checksum is/)
    expect(await readdir(toolCache)).toEqual([])
  })

  it.each([
    ['a status', async () => new Response('', { status: 404 }), 'status 404'],
    ['no answer', async () => Promise.reject(new TypeError('fetch failed')), 'no answer'],
  ])('%s is told', async (_, get, message) => {
    await expect(fetchKustomize({ ...options, toolCache: await aDirectory(), get })).rejects.toThrow(message)
  })

  it('a system without a known checksum is told what to do', async () => {
    const get = async (): Promise<Response> => Promise.reject(new Error('not asked for'))
    const elsewhere = fetchKustomize({ toolCache: await aDirectory(), platform: 'win32', architecture: 'x64', get })
    await expect(elsewhere).rejects.toMatchObject({
      advice: expect.stringContaining('Install kustomize in an earlier step'),
    })
  })
})

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  return header
}

function pad(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}
