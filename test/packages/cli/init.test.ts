import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCommandLine } from '../../../packages/cli/run.ts'
import { parseManifest, type Train } from '../../../packages/train/index.ts'
import { parserErrors } from '../../workflows/github-parser.ts'
import { offences } from '../../workflows/rules.ts'

const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples')
const CODEFLARE = 'codeflare/repositories/project-codeflare'
const actionlint = process.env['ACTIONLINT'] ?? 'actionlint'
const hasActionlint = spawnSync(actionlint, ['--version']).status === 0

/** A repository on disk, and init in it. */
async function aRepository(source: string | Readonly<Record<string, string>>) {
  const directory = await mkdtemp(join(tmpdir(), 'init-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const place = (path: string): string => join(directory, path)
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(place(path)), { recursive: true })
    await writeFile(place(path), text)
  }
  if (typeof source === 'string') await cp(join(EXAMPLES, source), directory, { recursive: true })
  else for (const [path, text] of Object.entries(source)) await write(path, text)
  return {
    directory,
    write,
    read: (path: string): Promise<string> => readFile(place(path), 'utf8'),
    /** Every file and what is in it. */
    state: async (): Promise<Map<string, string>> => {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      return new Map(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)))
    },
    init: async (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> => {
      let [out, err] = ['', '']
      const code = await runCommandLine(['init', ...args], {
        environment: {},
        directory,
        out: (text) => (out += text),
        err: (text) => (err += text),
        interactive: false,
        signal: new AbortController().signal,
      })
      return { code, out, err }
    },
  }
}

const workflowsIn = async (state: Promise<Map<string, string>>): Promise<[string, string][]> =>
  [...(await state)].filter(([, text]) => text.startsWith('# From the template “'))

const places = (train: Train, of: string): string[] =>
  train.components
    .flatMap(({ versions }) => versions)
    .filter((place) => place.of === of)
    .map(({ file, form, key }) => `${file} ${form} ${key}`)

const REAL: readonly (readonly [directory: string, repository: string])[] = [
  [`${CODEFLARE}/codeflare-operator`, 'project-codeflare/codeflare-operator'],
  [`${CODEFLARE}/codeflare-sdk`, 'project-codeflare/codeflare-sdk'],
  [`${CODEFLARE}/instascale`, 'project-codeflare/instascale'],
  [`${CODEFLARE}/multi-cluster-app-dispatcher`, 'project-codeflare/multi-cluster-app-dispatcher'],
  [`${CODEFLARE}/torchx`, 'project-codeflare/torchx'],
  ['appwrapper/repositories/project-codeflare/codeflare-operator', 'project-codeflare/codeflare-operator'],
  ['appwrapper/repositories/project-codeflare/appwrapper', 'project-codeflare/appwrapper'],
  ['codeflare/repositories/opendatahub-io/distributed-workloads', 'opendatahub-io/distributed-workloads'],
  ['codeflare/repositories/ray-project/kuberay', 'ray-project/kuberay'],
]

describe.each(REAL)('init in %s', (source, repository) => {
  test('writes a manifest that is valid and workflows that are sound, says so, and has nothing to do the second time', async () => {
    const { init, state } = await aRepository(source)
    const before = await state()
    const dry = await init('--repository', repository, '--dry-run')
    expect(dry.code, dry.err).toBe(0)
    expect(await state()).toEqual(before)

    const first = await init('--repository', repository)
    expect(first.code, first.err).toBe(0)
    const after = await state()
    const written = await workflowsIn(state())
    expect(written.length).toBeGreaterThanOrEqual(2)
    expect(after.size).toBe(before.size + written.length + 1)
    for (const [path, text] of before) expect(after.get(path)).toBe(text)
    expect(dry.out.replaceAll('would be ', '').replace(/ \(dry run.*\)\n=+\n/, '')).toContain('written')
    for (const [path, text] of written) {
      expect(offences(text), path).toEqual([])
      expect(await parserErrors(path, text), path).toEqual([])
      expect(text).not.toContain('$default-branch')
      if (hasActionlint) expect(spawnSync(actionlint, ['-'], { input: text, encoding: 'utf8' }).stdout, path).toBe('')
    }

    const second = await init('--repository', repository)
    expect(second.code).toBe(0)
    expect(second.out).not.toMatch(/\bwritten\b|brought up/)
    expect(await state()).toEqual(after)
  })
})

describe('what init finds in the operator', () => {
  test.each([
    ['codeflare', ['mcad', 'instascale', 'kuberay']],
    ['appwrapper', ['appwrapper', 'kuberay', 'kueue']],
  ])('is what people wrote down for the %s stack', async (stack, members) => {
    const { init, read } = await aRepository(`${stack}/repositories/project-codeflare/codeflare-operator`)
    const { code, err, out } = await init()
    expect(code, err).toBe(0)
    const found = parseManifest(await read('release-train.yaml'), 'release-train.yaml')
    const byHand = parseManifest(await readFile(join(EXAMPLES, stack, 'release-train.yaml'), 'utf8'), 'by hand')
    expect(found.id).toBe('codeflare')
    expect(found.title).toBe('CodeFlare Stack')
    const lead = found.components[0]
    const wanted = byHand.components[0]
    expect(lead).toMatchObject({
      name: wanted?.name,
      repository: wanted?.repository,
      crds: wanted?.crds,
      matrix: wanted?.matrix,
      images: [{ name: 'quay.io/project-codeflare/codeflare-operator' }],
    })
    for (const of of ['operator', ...members]) {
      expect(places(found, of), of).toEqual(expect.arrayContaining(places(byHand, of)))
    }
    // Links of the matrix that were typed wrong: the module's own path is believed.
    const repositories = [...found.components, ...found.external].map((one) => one.repository)
    expect(repositories).toContain('ray-project/kuberay')
    expect(repositories).not.toContain('opendatahub-io/kuberay')
    expect(out).toContain('“KubeRay” links to opendatahub-io/kuberay and go.mod takes it from ray-project/kuberay')
    expect(found.bundle).toEqual(byHand.bundle)
  })

  test('leaves out a place that says another version than the first', async () => {
    const { init, write, read } = await aRepository(`${CODEFLARE}/codeflare-operator`)
    await write('go.mod', (await read('go.mod')).replace('ray-operator v1.0.0', 'ray-operator v1.1.0'))
    const { out } = await init()
    expect(out).toContain('KubeRay is 1.0.0 in Makefile and 1.1.0 in go.mod: the latter is left out.')
    expect(places(parseManifest(await read('release-train.yaml'), 'x'), 'kuberay')).toEqual([
      'Makefile makefile KUBERAY_VERSION',
    ])
  })
})

describe('init', () => {
  test('keeps what somebody changed, brings up to date what nobody did, and overwrites when told to', async () => {
    const { init, write, read } = await aRepository({ 'go.mod': 'module github.com/acme/widget\n' })
    expect((await init()).code).toBe(0)
    const [mine, own] = ['.github/workflows/component-pr.yml', '.github/workflows/component-release.yml']
    const edited = (await read(mine)).replace('timeout-minutes: 30', 'timeout-minutes: 45')
    await write(mine, edited)
    // As an older tool would have written it: the mark fits the text.
    await write('go.mod', 'module github.com/acme/widget\n')
    await write(
      'release-train.yaml',
      (await read('release-train.yaml')).replace('leads: true', 'leads: true\n    branch: trunk'),
    )

    const second = await init()
    expect(second.out).toMatch(/component-pr\.yml +kept: somebody changed or wrote it/)
    expect(second.out).toMatch(/component-release\.yml +as it should be/)
    expect(await read(mine)).toBe(edited)

    const third = await init('--overwrite')
    expect(third.out).toMatch(/component-pr\.yml +overwritten/)
    expect(await read(mine)).toContain('branches: [trunk,')

    await write('release-train.yaml', (await read('release-train.yaml')).replace('branch: trunk', 'branch: develop'))
    const fourth = await init()
    expect(fourth.out).toMatch(/component-pr\.yml +brought up to date/)
    expect(await read(mine)).toContain('branches: [develop,')
    expect(await read(own)).toContain('name: Component release')
  })

  test('leaves a workflow of the same name that it did not write', async () => {
    const { init, read } = await aRepository({
      'go.mod': 'module github.com/acme/widget\n',
      '.github/workflows/component-release.yml': 'name: Ours\n',
    })
    expect((await init()).out).toMatch(/component-release\.yml +kept/)
    expect(await read('.github/workflows/component-release.yml')).toBe('name: Ours\n')
  })

  test('gives a component the workflows of a component, from the manifest of the train', async () => {
    const { init, state, read } = await aRepository(`${CODEFLARE}/instascale`)
    const manifest = join(EXAMPLES, 'codeflare', 'release-train.yaml')
    const { code, out, err } = await init('--manifest', manifest)
    expect(code, err).toBe(0)
    expect((await workflowsIn(state())).map(([path]) => path.split('/').at(-1))).toEqual([
      'component-pr.yml',
      'component-release.yml',
      'dev-image.yml',
    ])
    expect(await read('.github/workflows/component-release.yml')).toContain(
      'source: quay.io/project-codeflare/instascale-controller:dev-',
    )
    expect(out).toContain('InstaScale is a component of the train “codeflare”')
    expect(out).toContain('gh secret set QUAY_TOKEN --repo project-codeflare/instascale --env release')
    expect((await state()).has('release-train.yaml')).toBe(false)
  })

  test('gives the end-to-end tests the dev images of everything above', async () => {
    const { init, write, read } = await aRepository(`${CODEFLARE}/codeflare-operator`)
    await write('Makefile', `${await read('Makefile')}\ntest-unit:\n\tgo test ./...\ntest-e2e:\n\tgo test ./test/e2e\n`)
    await init('--manifest', join(EXAMPLES, 'codeflare', 'release-train.yaml'))
    const text = await read('.github/workflows/component-pr.yml')
    expect(text).toContain('run: make test-unit\n')
    expect(text).toContain(`      DEV_IMAGES: |
        mcad=quay.io/project-codeflare/mcad-controller:dev
        instascale=quay.io/project-codeflare/instascale-controller:dev
        sdk=quay.io/project-codeflare/notebook:dev
`)
    expect(await parserErrors('x.yml', text)).toEqual([])
    const promote = await read('.github/workflows/promote-stable.yml')
    expect(promote).toContain('slack-channel: "#codeflare-announce"')
    expect(promote).toContain('mail-to: codeflare-users@example.com')
  })

  test('lets an image in ghcr.io be pushed with the job’s own token, and no job more than needs it', async () => {
    const { init, read } = await aRepository({
      'release-train.yaml':
        'train: x\ntitle: X\ncomponents:\n  x:\n    name: X\n    repository: acme/x\n    leads: true\n    images: [{ name: ghcr.io/acme/x, channels: [dev] }]\n',
    })
    expect((await init('--repository', 'acme/x')).code).toBe(0)
    const text = await read('.github/workflows/dev-image.yml')
    expect(text).toContain('      packages: write # the image in ghcr.io\n')
    expect(text).not.toMatch(/(?:vars|secrets)\.QUAY/)
    expect(await read('.github/workflows/component-pr.yml')).not.toContain('packages')
  })

  test('lets the announcement into Discussions where the manifest says so, with the permission that it needs', async () => {
    const { init, read, write } = await aRepository(`${CODEFLARE}/codeflare-operator`)
    const manifest = await readFile(join(EXAMPLES, 'codeflare', 'release-train.yaml'), 'utf8')
    await write(
      'release-train.yaml',
      manifest.replace('announce:\n', 'announce:\n  discussion-category: Announcements\n'),
    )
    const { code, err } = await init()
    expect(code, err).toBe(0)
    const text = await read('.github/workflows/promote-stable.yml')
    expect(text).toContain('          discussion-category: Announcements\n')
    expect(text.match(/discussions: write/g)).toHaveLength(1)
    expect(await parserErrors('promote-stable.yml', text)).toEqual([])
    expect(offences(text)).toEqual([])
  })

  test.each<[string, Record<string, string>, string[], string]>([
    [
      'a place that nobody knows',
      { 'README.md': '# Something\n' },
      [],
      'Nothing here says which repository on GitHub this is.',
    ],
    [
      'a name that is none',
      { 'README.md': 'x' },
      ['--repository', 'widget'],
      '--repository is “widget”; OWNER/NAME was expected.',
    ],
    ['an empty directory', {}, [], 'There is no file in .'],
    [
      'a repository that is in no train',
      { 'go.mod': 'module github.com/acme/widget\n' },
      ['--manifest', join(EXAMPLES, 'codeflare', 'release-train.yaml')],
      'acme/widget is no component of',
    ],
    [
      'a manifest that is not there',
      { 'go.mod': 'module github.com/acme/widget\n' },
      ['--manifest', 'none.yaml'],
      'The manifest none.yaml cannot be read.',
    ],
    [
      'a manifest that is wrong',
      { 'release-train.yaml': 'train: Demo\n', 'go.mod': 'module github.com/acme/widget\n' },
      [],
      'release-train.yaml',
    ],
    ['two directories', { 'README.md': 'x' }, ['a', 'b'], 'One directory at a time; 2 were given.'],
  ])('says what is wrong with %s and writes nothing', async (_, files, args, message) => {
    const { init, state } = await aRepository(files)
    const before = await state()
    const { code, err } = await init(...args)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(await state()).toEqual(before)
  })
})
