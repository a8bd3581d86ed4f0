import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError, Workspace } from '../../../packages/plan/index.ts'
import {
  findComponent,
  findMember,
  leader,
  loadManifest,
  ManifestError,
  parseManifest,
  releaseLevels,
} from '../../../packages/train/index.ts'

const MINIMAL = `train: demo
title: Demo
components:
  operator:
    name: Operator
    repository: acme/operator
    leads: true
`

const example = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '../../../examples', name, 'release-train.yaml'))

/** What is wrong with a manifest: `line:column rule`, in order. */
function problemsOf(text: string | Uint8Array): string[] {
  try {
    parseManifest(text, 'release-train.yaml')
  } catch (error) {
    if (error instanceof ManifestError)
      return error.problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`)
    throw error
  }
  return []
}

function errorOf(text: string | Uint8Array): UserError {
  try {
    parseManifest(text, 'release-train.yaml')
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('the manifest was accepted')
}

describe('a manifest that is right', () => {
  test('is filled in with the defaults', () => {
    expect(parseManifest(MINIMAL, 'release-train.yaml')).toEqual({
      file: 'release-train.yaml',
      id: 'demo',
      title: 'Demo',
      calendar: null,
      components: [
        {
          id: 'operator',
          name: 'Operator',
          repository: 'acme/operator',
          branch: 'main',
          tag: 'v{version}',
          leads: true,
          workflow: null,
          workflowInputs: [],
          images: [],
          dependsOn: [],
          crds: [],
          versions: [],
          beside: [],
          matrix: null,
        },
      ],
      external: [],
      bundle: null,
      downstream: [],
      announce: null,
    })
  })

  test('of CodeFlare releases MCAD before InstaScale, and the operator last', async () => {
    const train = parseManifest(await example('codeflare'), 'release-train.yaml')
    expect(releaseLevels(train).map((level) => level.map(({ id }) => id))).toEqual([
      ['mcad', 'sdk'],
      ['instascale'],
      ['operator'],
    ])
    expect(leader(train).id).toBe('operator')
    expect(train.external.map(({ id, under }) => [id, under])).toEqual([
      ['kuberay', null],
      ['torchx', 'sdk'],
    ])
  })

  test('of the AppWrapper stack is accepted too', async () => {
    const train = parseManifest(await example('appwrapper'), 'release-train.yaml')
    expect(train.components.map(({ id }) => id)).toEqual(['operator', 'appwrapper', 'sdk'])
  })

  test('may use anchors and aliases, Windows line ends and a byte order mark', () => {
    const text =
      `\uFEFF${MINIMAL}  sdk: { name: SDK, repository: acme/sdk, images: &images [{ name: quay.io/acme/sdk, channels: &c [dev, stable] }] }
  cli: { name: CLI, repository: acme/cli, images: [{ name: quay.io/acme/cli, channels: *c }] }
`.replaceAll('\n', '\r\n')
    expect(findComponent(parseManifest(text, 'm.yaml'), 'cli', 'x').images[0]?.channels).toEqual(['dev', 'stable'])
  })

  test('gives an image the tags of its component, without the part that only a git tag can have', () => {
    const image = 'images: [{ name: quay.io/acme/x }]'
    const of = (line: string) =>
      findComponent(parseManifest(`${MINIMAL}    ${image}\n    ${line}\n`, 'm.yaml'), 'operator', 'x').images[0]?.tag
    expect(of('tag: release-v{version}')).toBe('release-v{version}')
    expect(of('tag: sdk/v{version}')).toBe('v{version}')
  })
})

describe('what people call a component', () => {
  const train = parseManifest(
    `${MINIMAL}external:\n  kuberay: { name: KubeRay, repository: ray-project/kuberay }\n`,
    'release-train.yaml',
  )

  test('is its id or its name, in any letter case', () => {
    expect(findMember(train, 'Operator', 'x')).toBe(findMember(train, 'operator', 'x'))
    expect(findMember(train, ' KUBERAY ', 'x').id).toBe('kuberay')
  })

  test('is corrected when it is nearly right', () => {
    expect(() => findMember(train, 'operater', 'Input “versions”')).toThrow(
      expect.objectContaining({
        message: 'Input “versions”: “operater” is no component of the train “demo”.',
        advice: 'Did you mean “operator”? release-train.yaml knows: operator, kuberay.',
      }),
    )
  })

  test('is refused where only something that the train releases will do', () => {
    expect(() => findComponent(train, 'kuberay', 'Input “components”')).toThrow(/is an external project/)
  })
})

describe('a manifest that is wrong', () => {
  test('shows everything at once, in the order of the text, each with its place', async () => {
    const text = `train: Demo
title: Demo
calender: { sprint-weeks: 3 }
components:
  operator:
    name: Operator
    repositry: acme/operator
    depends-on: [mcda]
  mcad:
    name: MCAD
    repository: https://github.com/acme/mcad/
    tag: v.{version}
`
    const error = errorOf(text)
    expect(error.place).toEqual({ file: 'release-train.yaml', line: 1, column: 8 })
    expect(error.message).toBe(`release-train.yaml has 7 problems:
  1:8 train is “Demo”; expected a short name of small letters, digits and “-”. Did you mean “demo”?
  3:1 “calender” is no key of a release train. Did you mean “calendar”?
  4:1 No component leads; exactly one gives the train its version. Write “leads: true” in the component whose version is the version of the train.
  7:5 “repositry” is no key of a component in components.operator. Did you mean “repository”?
  8:18 “mcda” is not described in this manifest. Did you mean “mcad”? Known: operator, mcad.
  11:17 components.mcad.repository is “https://github.com/acme/mcad/”; expected OWNER/NAME of a GitHub repository. Did you mean “acme/mcad”?
  12:10 components.mcad.tag is “v.{version}”; versions have one “v” before them and nothing between. Did you mean “v{version}”?`)
  })

  test('says a single problem as the error itself, with the advice apart', () => {
    const error = errorOf(MINIMAL.replace('leads: true', 'leads: yes'))
    expect(error.message).toBe('components.operator.leads is “yes”; expected true or false.')
    expect(error.advice).toBe('Did you mean “true”?')
    expect(error.place).toEqual({ file: 'release-train.yaml', line: 7, column: 12 })
  })

  const operator = (lines: string): string => `${MINIMAL}${lines}`
  const two = `  mcad:\n    name: MCAD\n    repository: acme/mcad\n`

  test.each<[string, string, string[]]>([
    ['an unknown key', operator('    colour: red\n'), ['8:5 unknown-key']],
    ['a missing key', MINIMAL.replace('title: Demo\n', ''), ['1:1 missing-key']],
    ['a key without a value', operator('    images:\n'), ['8:5 no-value']],
    ['a list where a mapping belongs', operator('external: []\n'), ['8:11 wrong-type']],
    ['a mapping where a list belongs', operator('    images: {}\n'), ['8:13 wrong-type']],
    ['text where a list belongs', operator('    depends-on: mcad\n'), ['8:17 wrong-type']],
    ['a number where text belongs', operator('    tag: 1.10\n'), ['8:10 wrong-type']],
    ['a duplicate key', operator('    name: Other\n'), ['8:5 duplicate-key']],
    ['a duplicate component', operator('  operator:\n    name: Other\n'), ['8:3 duplicate-key']],
    ['a key that is no text', operator('1: x\n'), ['8:1 wrong-key']],
    ['a merge key', operator('    <<: { branch: x }\n'), ['8:5 unknown-key']],
    ['a word that YAML 1.1 takes for false', operator('    branch: no\n'), ['8:13 yaml-1.1']],
    ['a number that YAML 1.1 takes for base 60', operator('    branch: 1:30\n'), ['8:13 yaml-1.1']],
    ['an explicit tag', operator('    branch: !!binary bWFpbg==\n'), ['8:22 explicit-tag', '8:22 wrong-type']],
    ['an alias without an anchor', operator('    branch: *main\n'), ['8:13 unknown-alias', '8:13 wrong-type']],
    ['no component', 'train: demo\ntitle: Demo\ncomponents: {}\n', ['3:13 too-few']],
    ['no leading component', MINIMAL.replace('leads: true', 'leads: false'), ['3:1 one-leader']],
    ['two leading components', operator(`${two}    leads: true\n`), ['11:5 one-leader']],
    ['a repository without owner', MINIMAL.replace('acme/operator', 'operator'), ['6:17 repository-name']],
    ['a repository that ends in .git', MINIMAL.replace('acme/operator', 'acme/operator.git'), ['6:17 repository-name']],
    ['a repository with a path', MINIMAL.replace('acme/operator', 'acme/operator/x'), ['6:17 repository-name']],
    ['a repository above all', MINIMAL.replace('acme/operator', 'acme/..'), ['6:17 repository-name']],
    ['a tag template without version', operator('    tag: v1\n'), ['8:10 tag-template']],
    ['a tag template with two versions', operator("    tag: '{version}-{version}'\n"), ['8:10 tag-template']],
    ['a tag template that writes v.0.0.7', operator('    tag: v.{version}\n'), ['8:10 tag-template']],
    ['a tag template that writes vv0.14.1', operator('    tag: vv{version}\n'), ['8:10 tag-template']],
    ['a tag template that git refuses', operator('    tag: v..{version}\n'), ['8:10 tag-template']],
    ['a template that counts builds for what is ours', operator('    tag: v{version}-{n}\n'), ['8:10 tag-template']],
    ['an image with a tag', operator('    images: [{ name: "quay.io/acme/x:latest" }]\n'), ['8:22 image-name']],
    ['an image without registry', operator('    images: [{ name: acme/x }]\n'), ['8:22 image-name']],
    ['an image in capitals', operator('    images: [{ name: quay.io/Acme/x }]\n'), ['8:22 image-name']],
    [
      'a channel that is a version',
      operator('    images: [{ name: q.io/x, channels: [v1.2] }]\n'),
      ['8:41 channel-tag'],
    ],
    ['a channel twice', operator('    images: [{ name: q.io/x, channels: [dev, dev] }]\n'), ['8:46 duplicate']],
    ['an unknown component in depends-on', operator('    depends-on: [mcad]\n'), ['8:18 unknown-component']],
    [
      'an unknown component in crds',
      operator('    crds: [{ from: mcad, path: config, to: config }]\n'),
      ['8:20 unknown-component'],
    ],
    [
      'an unknown component in versions',
      operator('    versions: [{ of: mcad, file: Makefile, form: makefile, key: X }]\n'),
      ['8:22 unknown-component'],
    ],
    ['a component that depends on itself', operator('    depends-on: [operator]\n'), ['8:18 cycle']],
    [
      'components that depend on each other',
      operator(`    depends-on: [mcad]\n${two}    depends-on: [operator]\n`),
      ['8:18 cycle'],
    ],
    [
      'a version of something that may be released later',
      operator(`    versions: [{ of: mcad, file: Makefile, form: makefile, key: X }]\n${two}`),
      ['8:22 undeclared-dependency'],
    ],
    ['CRDs of its own', operator('    crds: [{ from: operator, path: config, to: config }]\n'), ['8:20 own-crds']],
    [
      'an unknown form',
      operator('    versions: [{ of: operator, file: x, form: makefle, key: X }]\n'),
      ['8:47 unknown-word'],
    ],
    [
      'a form without the key it needs',
      operator('    versions: [{ of: operator, file: x, form: makefile }]\n'),
      ['8:16 key-of-form'],
    ],
    [
      'a key where the file holds only a version',
      operator('    versions: [{ of: operator, file: VERSION, form: version-file, key: X }]\n'),
      ['8:16 key-of-form'],
    ],
    [
      'a regular expression without a group',
      operator("    versions: [{ of: operator, file: x, form: regex, key: 'v.*' }]\n"),
      ['8:16 key-of-form'],
    ],
    [
      'a regular expression that is none',
      operator("    versions: [{ of: operator, file: x, form: regex, key: '(v' }]\n"),
      ['8:16 key-of-form'],
    ],
    [
      'one place for two versions',
      operator(`    depends-on: [mcad]
    versions:
      - { of: mcad, file: Makefile, form: makefile, key: X }
      - { of: operator, file: Makefile, form: makefile, key: X }
${two}`),
      ['11:9 duplicate-place'],
    ],
    ['two components of one name', operator(two.replace('MCAD', 'operator')), ['9:11 duplicate-name']],
    [
      'two components with the same tags',
      operator(two.replace('acme/mcad', 'acme/Operator')),
      ['10:17 duplicate-repository'],
    ],
    [
      'one image of two components',
      operator(`    images: [{ name: quay.io/acme/x }]\n${two}    images: [{ name: quay.io/acme/x }]\n`),
      ['12:22 duplicate-image'],
    ],
    [
      'a component that is external too',
      operator('external:\n  operator: { name: Other, repository: other/operator }\n'),
      ['9:3 duplicate-name'],
    ],
    [
      'an external project as owner of the bundle',
      operator(`external:
  kuberay: { name: KubeRay, repository: ray-project/kuberay }
bundle: { component: kuberay, package: x, catalog: a/b }
`),
      ['10:22 unknown-component'],
    ],
    ['a day that does not exist', operator('calendar: { sprint-weeks: 3, first-day: 2024-02-30 }\n'), ['8:41 date']],
    ['a day in another notation', operator('calendar: { sprint-weeks: 3, first-day: 5.2.2024 }\n'), ['8:41 date']],
    ['a sprint of no weeks', operator('calendar: { sprint-weeks: 0, first-day: 2024-02-05 }\n'), ['8:27 out-of-range']],
    ['half a week', operator('calendar: { sprint-weeks: 2.5, first-day: 2024-02-05 }\n'), ['8:27 out-of-range']],
    [
      'a freeze as long as the sprint',
      operator('calendar: { sprint-weeks: 1, first-day: 2024-02-05, freeze-days: 7 }\n'),
      ['8:66 freeze-too-long'],
    ],
    ['a path upwards', operator('    matrix: { file: ../README.md }\n'), ['8:21 path']],
    ['an absolute path', operator('    matrix: { file: /etc/passwd }\n'), ['8:21 path']],
    ['a path of Windows', operator("    matrix: { file: 'C:/x' }\n"), ['8:21 path']],
    ['a path with backslashes', operator("    matrix: { file: 'docs\\x.md' }\n"), ['8:21 path']],
    ['a path into .git', operator('    matrix: { file: .git/config }\n'), ['8:21 path']],
    ['a workflow with a path', operator('    workflow: .github/workflows/release.yml\n'), ['8:15 workflow-file']],
    ['a mail address with a name', operator("announce: { mail-to: ['A <a@b.c>'] }\n"), ['8:23 mail-address']],
    [
      'a downstream repository twice',
      operator(`downstream:
  - { name: A, repository: o/x }
  - { name: B, repository: o/X }
`),
      ['10:28 duplicate-repository'],
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected)
  })

  test('shows a circle as a path', () => {
    const text = `train: t
title: T
components:
  a: { name: A, repository: o/a, leads: true, depends-on: [b] }
  b: { name: B, repository: o/b, depends-on: [c] }
  c: { name: C, repository: o/c, depends-on: [a] }
`
    expect(errorOf(text).message).toBe('The components depend on each other in a circle: a -> b -> c -> a.')
  })
})

describe('what is no manifest at all', () => {
  test.each<[string, string | Uint8Array, RegExp, object]>([
    ['an empty file', '', /is empty/, { line: 1 }],
    ['a file of comments', '# later\n', /is empty/, { line: 1 }],
    ['YAML that cannot be read', 'train: "x\n', /not YAML: missing closing/, { line: 2 }],
    ['tabs', 'components:\n\toperator: x\n', /not YAML: tabs are not allowed/, { line: 2, column: 1 }],
    ['two documents', `${MINIMAL}---\ntrain: b\n`, /second document/, { line: 8, column: 1 }],
    ['YAML 1.1', `%YAML 1.1\n---\n${MINIMAL}`, /%YAML directive/, { line: 1 }],
    ['brackets a million deep', '['.repeat(100_000), /nested too deeply/, { line: 1 }],
    ['Latin-1', Buffer.from(MINIMAL.replace('Demo', 'Dämo'), 'latin1'), /not UTF-8/, {}],
    ['UTF-16', Buffer.from(MINIMAL, 'utf16le'), /not UTF-8/, {}],
    ['more than 1 MiB', `# ${'x'.repeat(1024 * 1024)}\n${MINIMAL}`, /larger than 1 MiB/, {}],
    ['a list', '- a\n', /expected a release train/, { line: 1, column: 1 }],
    ['a word', 'release\n', /expected a release train/, { line: 1, column: 1 }],
  ])('refuses %s', (_, text, message, place) => {
    const error = errorOf(text)
    expect(error.message).toMatch(message)
    expect(error.advice).toBeTruthy()
    expect(error.place).toMatchObject({ file: 'release-train.yaml', ...place })
  })

  test('a bomb of aliases ends at the limit instead of in memory', () => {
    const places = Array.from({ length: 2000 }, (_, n) => `{ of: c0, file: f${n}, form: makefile, key: K }`)
    const bomb = [
      'train: t\ntitle: T\ncomponents:',
      `  c0: { name: N, repository: o/c0, leads: true, versions: &v [${places.join(', ')}] }`,
      ...Array.from({ length: 5000 }, (_, n) => `  c${n + 1}: { name: N${n}, repository: o/c${n + 1}, versions: *v }`),
    ].join('\n')
    expect(errorOf(bomb).message).toContain('more than 100000 values')
  })

  test('an alias inside its own anchor is a wrong value like any other', () => {
    expect(problemsOf(operatorWith('depends-on: &x [*x]'))).toEqual(['8:21 wrong-type'])
  })
})

function operatorWith(line: string): string {
  return `${MINIMAL}    ${line}\n`
}

describe('loading', () => {
  const workspace = async (files: Record<string, string>): Promise<Workspace> => {
    const root = await mkdtemp(join(tmpdir(), 'train-'))
    await mkdir(join(root, '.github'))
    for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content)
    return new Workspace(root)
  }

  test('looks at the root, then in .github', async () => {
    const inGithub = await workspace({ '.github/release-train.yaml': MINIMAL })
    expect((await loadManifest(inGithub)).file).toBe('.github/release-train.yaml')
    const both = await workspace({ 'release-train.yaml': MINIMAL, '.github/release-train.yaml': 'train: other' })
    expect((await loadManifest(both)).file).toBe('release-train.yaml')
  })

  test('says where it looked', async () => {
    await expect(loadManifest(await workspace({}))).rejects.toThrow(
      'There is no manifest: release-train.yaml and .github/release-train.yaml not found.',
    )
    await expect(loadManifest(await workspace({}), 'train.yaml')).rejects.toThrow(
      'There is no manifest: train.yaml not found.',
    )
  })

  test('stays in the workspace', async () => {
    await expect(loadManifest(await workspace({}), '../train.yaml')).rejects.toThrow(/leaves the workspace/)
  })
})
