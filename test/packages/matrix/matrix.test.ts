import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../packages/plan/index.ts'
import { planMatrix } from '../../../packages/matrix/index.ts'
import { adrTrain, checkout, request, updated } from './checkout.ts'

const row = (name: string, repository: string, tag: string): string =>
  `[${tag}](https://github.com/${repository}/releases/tag/${tag})${name}`

const START = '<!-- Compatibility Matrix start -->\n'
const END = '<!-- Compatibility Matrix end -->\n'

const PLAIN = `${START}| Component | Version |
|---|---|
| CodeFlare Operator | v1.2.0 |
| Multi-Cluster App Dispatcher | v1.40.0 |
| CodeFlare SDK | v0.14.0 |
| InstaScale | v0.4.0 |
| KubeRay | v1.0.0 |
${END}`

const ALL = ['operator=v1.2.0', 'mcad=v1.40.0', 'sdk=v0.14.0', 'instascale=v0.4.0', 'kuberay=v1.0.0']

const check = async (readme: string, others: Parameters<typeof request>[2] = {}) =>
  planMatrix(request(checkout({ 'README.md': readme }), adrTrain(), { mode: 'check', ...others }))

describe('the place of the matrix', () => {
  const refused = (readme: string) => expect(check(readme)).rejects

  it('is named where it is missing, with the comments to add', async () => {
    const message =
      'README.md has neither the comments “<!-- Compatibility Matrix start -->” and “<!-- Compatibility Matrix end -->” nor a heading “Compatibility Matrix”.'
    const advice = 'Put the two comments, each on a line of its own, where the matrix belongs'
    const inCode = `\`\`\`\n${PLAIN}\`\`\`\n`
    for (const readme of ['# Title\n', inCode]) {
      await expect(updated(checkout({ 'README.md': readme }), adrTrain())).rejects.toMatchObject({
        message,
        advice: `${advice}.`,
      })
      expect((await check(readme)).findings).toMatchObject([{ rule: 'matrix-missing', message, file: 'README.md' }])
      expect((await check(readme)).refusal?.message).toBe(message)
    }
  })

  it('is refused when a comment is missing, doubled or swapped', async () => {
    await refused(START).toThrow('README.md:1:1: “<!-- Compatibility Matrix end -->” is missing.')
    await refused(`text\n\n${END}`).toThrow('README.md:3:1: “<!-- Compatibility Matrix start -->” is missing.')
    await refused(`${PLAIN}\n${PLAIN}`).toThrow(
      'README.md:11:1: “<!-- Compatibility Matrix start -->” stands on line 1 already.',
    )
    await refused(`${START}${END}${END}`).toThrow(
      'README.md:3:1: “<!-- Compatibility Matrix end -->” stands on line 2 already.',
    )
    await refused(`${END}\n${START}`).toThrow(
      'README.md:1:1: “<!-- Compatibility Matrix end -->” stands before its start.',
    )
  })

  it('is refused when it holds two tables, or one in HTML', async () => {
    const table = '| Component | Version |\n|---|---|\n'
    await refused(`${START}${table}\ntext\n\n${table}${END}`).toThrow(
      'README.md:7:1: a second table stands in “Compatibility Matrix”.',
    )
    await refused(`${START}<table><tr><td>x</td></tr></table>\n\n${END}`).toThrow(
      'README.md:2:1: the matrix in “Compatibility Matrix” is HTML.',
    )
  })

  it('is read, not written, behind a line of text that ends with its name', async () => {
    const readme = `CodeFlare Stack Compatibility Matrix\n\n${PLAIN.slice(START.length, -END.length)}\nText.\n`
    expect((await check(readme)).versions).toMatchObject({ operator: 'v1.2.0', kuberay: 'v1.0.0' })
    await expect(updated(checkout({ 'README.md': readme }), adrTrain())).rejects.toThrow('has neither the comments')
  })

  it('may lie within other comments', async () => {
    const readme = `<!-- Docs start -->\n${PLAIN}<!-- Docs end -->\n`
    const after = await updated(checkout({ 'README.md': readme }), adrTrain(), { versions: ['kuberay=v1.1.0'] })
    expect(after).toMatch(/^<!-- Docs start -->\n<!-- Compatibility Matrix start -->\n\| Component /)
    await refused(`${START}${START}${END}${END}`).toThrow(
      'README.md:2:1: “<!-- Compatibility Matrix start -->” stands on',
    )
  })

  it('may be a heading', async () => {
    const readme = `# Stack\n\n## compatibility matrix\n\nTitle\n\n${PLAIN.slice(START.length, -END.length)}\n## KubeRay v1.0.0\n\n| a | b |\n|---|---|\n`
    const after = await updated(checkout({ 'README.md': readme }), adrTrain(), { versions: ['kuberay=v1.1.0'] })
    expect(after).toContain('[v1.1.0](https://github.com/ray-project/kuberay/releases/tag/v1.1.0)')
    expect(after.slice(after.indexOf('\n## KubeRay'))).toBe('\n## KubeRay v1.0.0\n\n| a | b |\n|---|---|\n')
    await refused(`${readme}\n## Compatibility Matrix\n`).toThrow(
      'README.md:20:1: a second heading is called “Compatibility Matrix”.',
    )
  })

  it('may still be empty', async () => {
    const after = await updated(checkout({ 'README.md': `# T\n\n${START}${END}rest` }), adrTrain(), { versions: ALL })
    expect(after).toBe(`# T

${START}
| Component                    | Version                                                                                           |
|------------------------------|---------------------------------------------------------------------------------------------------|
| CodeFlare Operator           | [v1.2.0](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.2.0)             |
| Multi-Cluster App Dispatcher | [v1.40.0](https://github.com/project-codeflare/multi-cluster-app-dispatcher/releases/tag/v1.40.0) |
| CodeFlare SDK                | [v0.14.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.14.0)                |
| InstaScale                   | [v0.4.0](https://github.com/project-codeflare/instascale/releases/tag/v0.4.0)                     |
| KubeRay                      | [v1.0.0](https://github.com/ray-project/kuberay/releases/tag/v1.0.0)                              |
${END}rest`)
  })
})

describe('an update', () => {
  it('changes nothing the second time', async () => {
    const workspace = checkout({ 'README.md': PLAIN })
    const once = await updated(workspace, adrTrain(), { versions: ['mcad=v1.41.0'] })
    expect((await planMatrix(request(workspace, adrTrain(), { versions: ['mcad=v1.41.0'] }))).changes).toEqual([])
    expect(String(await workspace.read('README.md'))).toBe(once)
  })

  it('keeps CRLF, a byte order mark and a file without an end', async () => {
    const before = `\uFEFF${PLAIN.trimEnd()}`.replaceAll('\n', '\r\n')
    const after = await updated(checkout({ 'README.md': before }), adrTrain())
    expect(after.startsWith('\uFEFF<!-- Compatibility Matrix start -->\r\n| Component ')).toBe(true)
    expect(after.endsWith('|\r\n<!-- Compatibility Matrix end -->')).toBe(true)
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('keeps other columns, formatting, alignment and names as they were written', async () => {
    const readme = `${START}| **Component** | Since | Version | Note |
|:--|--:|:-:|---|
| CodeFlare-SDK | v0.1.0 | v0.14.0 | with \`a\\|b\` |
${END}`
    const after = await updated(checkout({ 'README.md': readme }), adrTrain(), {
      versions: ['operator=v1.2.0', 'mcad=v1.40.0', 'sdk=v0.14.1', 'instascale=v0.4.0', 'kuberay=v1.0.0'],
    })
    expect(after.split('\n').slice(1, 6)).toEqual([
      '| **Component**                | Since  | Version                                                                                           | Note        |',
      '|:-----------------------------|-------:|:-------------------------------------------------------------------------------------------------:|-------------|',
      '| CodeFlare Operator           |        | [v1.2.0](https://github.com/project-codeflare/codeflare-operator/releases/tag/v1.2.0)             |             |',
      '| Multi-Cluster App Dispatcher |        | [v1.40.0](https://github.com/project-codeflare/multi-cluster-app-dispatcher/releases/tag/v1.40.0) |             |',
      '| CodeFlare-SDK                | v0.1.0 | [v0.14.1](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.14.1)                | with `a\\|b` |',
    ])
  })

  it('puts TorchX under the SDK', async () => {
    const train = adrTrain({
      external: '  torchx: { name: TorchX, repository: project-codeflare/torchx, under: sdk }\n',
    })
    const readme = PLAIN.replace('| CodeFlare SDK', '| codeflare-sdk')
    const after = await updated(checkout({ 'README.md': readme }), train, { versions: ['torchx=v0.6.0'] })
    expect(
      after
        .split('\n')
        .slice(5, 8)
        .map((line) => line.split(/ +\| /)[0]),
    ).toEqual(['| codeflare-sdk', '| TorchX', '| InstaScale'])
  })

  it('shows the notebook image with the version of the SDK', async () => {
    const train = adrTrain({ sdkImages: '[{ name: quay.io/project-codeflare/notebook, row: CodeFlare Notebook }]' })
    const after = await updated(checkout({ 'README.md': PLAIN }), train, { versions: ['sdk=v0.15.0'] })
    expect(after.split('\n').slice(5, 7)).toEqual([
      '| CodeFlare SDK                | [v0.15.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.15.0)                |',
      '| CodeFlare Notebook           | [v0.15.0](https://github.com/project-codeflare/codeflare-sdk/releases/tag/v0.15.0)                |',
    ])
    const lagging = after
      .replace(/(CodeFlare Notebook +\| \[)v0\.15\.0/, '$1v0.14.0')
      .replace(/(Notebook.*tag\/)v0\.15\.0/, '$1v0.14.0')
    const plan = await planMatrix(request(checkout({ 'README.md': lagging }), train, { mode: 'check' }))
    expect(plan.findings).toMatchObject([
      { rule: 'version-differs', line: 7, message: 'The matrix says CodeFlare Notebook v0.14.0; line 6 says 0.15.0.' },
    ])
  })

  it('gives a new component the place that the manifest gives it', async () => {
    const train = adrTrain({
      components: '  appwrapper: { name: AppWrapper, repository: project-codeflare/appwrapper }\n',
      external: '  kueue: { name: Kueue, repository: kubernetes-sigs/kueue }\n',
    })
    const after = await updated(checkout({ 'README.md': PLAIN }), train, {
      versions: ['appwrapper=v1.0.4', 'kueue=v0.10.1'],
    })
    expect([...after.matchAll(/^\| (\S+(?: \S+)*) +\| \[/gm)].map((match) => match[1])).toEqual([
      'CodeFlare Operator',
      'Multi-Cluster App Dispatcher',
      'CodeFlare SDK',
      'InstaScale',
      'AppWrapper',
      'KubeRay',
      'Kueue',
    ])
  })

  it('takes a removed component out and says so; a row without a version stays', async () => {
    const readme = PLAIN.replace(
      '| KubeRay',
      '| Ray Dashboard | v2.5.0 |\n| Tested on | OpenShift 4.12 and later |\n| KubeRay',
    )
    const workspace = checkout({ 'README.md': readme })
    const plan = await planMatrix(request(workspace, adrTrain()))
    expect(plan.findings).toMatchObject([
      {
        severity: 'warning',
        rule: 'removed-component',
        line: 8,
        message: 'The matrix lists “Ray Dashboard”, which is not part of the train.',
      },
    ])
    const after = await updated(workspace, adrTrain())
    expect(after).not.toContain('Ray Dashboard')
    expect(after).toMatch(/^\| Tested on +\| OpenShift 4\.12 and later +\|$/m)
  })

  it('changes the link of the train’s repository in a cell with two, and the words beside a link stay', async () => {
    const both = `${row('', 'ray-project/kuberay', 'v1.0.0')} ([ODH v1.0.0-odh](https://github.com/opendatahub-io/kuberay/releases/tag/v1.0.0-odh)), tested`
    const readme = PLAIN.replace('| KubeRay | v1.0.0 |', `| KubeRay | ${both} |`)
    const after = await updated(checkout({ 'README.md': readme }), adrTrain(), { versions: ['kuberay=v1.1.0'] })
    expect(after).toContain(`| ${both.replaceAll('v1.0.0](', 'v1.1.0](').replace('tag/v1.0.0)', 'tag/v1.1.0)')} |`)
  })

  it('does not overwrite a cell in which it cannot tell the version from the rest', async () => {
    const readme = PLAIN.replace('| v1.0.0 |', '| v1.0.0, or newer |')
    await expect(
      updated(checkout({ 'README.md': readme }), adrTrain(), { versions: ['kuberay=v1.1.0'] }),
    ).rejects.toMatchObject({
      message: 'README.md:8:13: the cell of “KubeRay” holds “v1.0.0, or newer”; one version was expected.',
      place: { file: 'README.md', line: 8, column: 13 },
    })
  })

  it('refuses two rows about one component', async () => {
    const readme = PLAIN.replace('| KubeRay', '| codeflare-sdk | v0.14.0 |\n| KubeRay')
    await expect(updated(checkout({ 'README.md': readme }), adrTrain())).rejects.toThrow(
      'README.md:8:19: CodeFlare SDK has a row on line 6 already.',
    )
  })

  it('knows a component by the repository that its row links', async () => {
    const readme = PLAIN.replace(
      '| Multi-Cluster App Dispatcher | v1.40.0 |',
      `| The Dispatcher | ${row('', 'project-codeflare/multi-cluster-app-dispatcher', 'v1.40.0')} |`,
    )
    const after = await updated(checkout({ 'README.md': readme }), adrTrain(), { versions: ['mcad=v1.41.0'] })
    expect(after).toMatch(/^\| The Dispatcher +\| \[v1\.41\.0\]/m)
    expect(after).not.toContain('Multi-Cluster App Dispatcher')
  })

  it('aligns by what a reader sees, not by characters', async () => {
    const readme = PLAIN.replace('| InstaScale |', '| InstaScale 🚀 |').replace('| KubeRay |', '| ライ |')
    const train = adrTrain()
    const renamed = {
      ...train,
      components: train.components.map((one) => (one.id === 'instascale' ? { ...one, name: 'InstaScale 🚀' } : one)),
      external: train.external.map((one) => ({ ...one, name: 'ライ' })),
    }
    const after = await updated(checkout({ 'README.md': readme }), renamed)
    const cells = after.split('\n').filter((line) => /InstaScale|ライ/.test(line))
    expect(cells.map((line) => line.slice(0, line.indexOf(' | ')).length)).toEqual([30 - 0, 30 - 2])
  })

  it('takes a version that nobody told from its source of truth', async () => {
    const versions = [
      '{ of: mcad, file: Makefile, form: makefile, key: MCAD_VERSION }',
      '{ of: mcad, file: go.mod, form: go-mod, key: a/mcad }',
      '{ of: kuberay, file: Makefile, form: makefile, key: KUBERAY_VERSION }',
    ]
    const workspace = checkout({
      'README.md': PLAIN,
      Makefile: 'MCAD_VERSION ?= v1.41.0\nKUBERAY_VERSION ?= main\n',
      'go.mod': 'require a/mcad v1.40.0\n',
    })
    const plan = await planMatrix(request(workspace, adrTrain({ versions })))
    expect(plan.versions).toMatchObject({ mcad: 'v1.41.0', kuberay: 'v1.0.0' })
    expect(plan.findings).toMatchObject([
      {
        rule: 'source-differs',
        file: 'go.mod',
        line: 1,
        message: 'README.md says Multi-Cluster App Dispatcher v1.41.0; go.mod:1 (a/mcad) says v1.40.0.',
      },
      { rule: 'source-unreleased', severity: 'warning', file: 'Makefile', line: 2 },
    ])
    const alone = await planMatrix(request(workspace, adrTrain({ versions }), { sources: false }))
    expect([alone.versions['mcad'], alone.findings]).toEqual(['v1.40.0', []])
  })

  it('says of whom nobody knows a version, and writes the others', async () => {
    const train = adrTrain({
      external: '  torchx: { name: TorchX, repository: project-codeflare/torchx, under: sdk }\n',
    })
    const workspace = checkout({ 'README.md': PLAIN.replace('v0.4.0', 'v.0.4.0') })
    const plan = await planMatrix(request(workspace, train, { versions: ['kuberay=v1.1.0'] }))
    expect(plan.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'missing-component: Nobody says which version of TorchX belongs to this release; its row is missing.',
      'not-a-version: Nobody says which version of InstaScale belongs to this release; its row stays as it is.',
    ])
    expect(plan.markdown).toContain('v.0.4.0')
    expect(plan.markdown).toContain('[v1.1.0]')
  })

  it('asks whether each version is a tag, except its own, which is made afterwards', async () => {
    const asked: string[] = []
    const tagExists = async (repository: string, tag: string) => {
      asked.push(`${repository}@${tag}`)
      return repository !== 'ray-project/kuberay'
    }
    const workspace = checkout({ 'README.md': PLAIN })
    const plan = await planMatrix(
      request(workspace, adrTrain(), { tagExists, versions: ['operator=v1.3.0', 'kuberay=v1.9.0'] }),
    )
    expect(asked).toEqual([
      'project-codeflare/multi-cluster-app-dispatcher@v1.40.0',
      'project-codeflare/codeflare-sdk@v0.14.0',
      'project-codeflare/instascale@v0.4.0',
      'ray-project/kuberay@v1.9.0',
    ])
    expect(plan.refusal?.message).toBe(
      'KubeRay v1.9.0 (the input “versions”): ray-project/kuberay has no tag “v1.9.0”.',
    )
  })

  it('puts the same matrix into the release notes, once', async () => {
    const workspace = checkout({ 'README.md': PLAIN, 'notes.md': '# v1.2.0\n\nFixes.\n' })
    const table = (await planMatrix(request(workspace, adrTrain()))).markdown
    await updated(workspace, adrTrain(), { notesFile: 'notes.md' })
    expect(String(await workspace.read('notes.md'))).toBe(`# v1.2.0\n\nFixes.\n\n## Compatibility Matrix\n\n${table}\n`)
    expect((await planMatrix(request(workspace, adrTrain(), { notesFile: 'notes.md' }))).changes).toEqual([])
    await updated(workspace, adrTrain(), { notesFile: 'new/notes.md' })
    expect(String(await workspace.read('new/notes.md'))).toBe(`## Compatibility Matrix\n\n${table}\n`)
  })

  it('refuses a channel, whose meaning changes after the release', async () => {
    for (const channel of ['stable', 'dev', 'main']) {
      await expect(
        updated(checkout({ 'README.md': PLAIN }), adrTrain(), { versions: [`mcad=${channel}`] }),
      ).rejects.toThrow(
        `Input “versions”, “mcad”: “${channel}” moves; a release names explicit versions (PCF-ADR-003, open question 5).`,
      )
    }
  })

  it('refuses a name that the train does not know, with the one that was meant', async () => {
    await expect(
      updated(checkout({ 'README.md': PLAIN }), adrTrain(), { versions: ['KubeRey=v1.0.0'] }),
    ).rejects.toMatchObject({
      advice: 'Did you mean “kuberay”? release-train.yaml knows: operator, mcad, sdk, instascale, kuberay.',
    })
    await expect(
      updated(checkout({ 'README.md': PLAIN }), adrTrain(), { versions: ['KubeRay v1.0.0'] }),
    ).rejects.toThrow('Input “versions”: “KubeRay v1.0.0” is not of the form “Component=v1.2.3”.')
  })
})

describe('any README', () => {
  const words = fc.constantFrom('text', 'KubeRay v1.0.0', '| a | b |', '🚀', 'עברית', '\t', '`x`', '[v1](https://x/v1)')
  const prose = fc.array(words, { maxLength: 4 }).map((parts) => `${parts.join(' ')}\n`)
  const cell = fc.constantFrom(
    'v1.0.0',
    ' v1.0.0\t',
    `${row('', 'ray-project/kuberay', 'v1.0.0')}`,
    '[v1.0.0][k]',
    'v.1.0.0',
    '',
  )
  const note = fc.constantFrom('', 'ライ 🚀', 'א\u200Fב', 'a\\|b', '**x**')
  const readmes = fc.record({
    before: prose,
    after: prose,
    cell,
    note,
    newline: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    end: fc.boolean(),
  })

  it('keeps every byte outside of the table, gets straight columns, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(readmes, async ({ before, after, cell: version, note: other, newline, mark, end }) => {
        const table = `| Component | Version | Note |\n|--|:-:|--|\n| KubeRay | ${version} | ${other} |\n`
        const readme =
          `${mark}${before}\n${START}\n${table}${END}\n[k]: https://x/v1\n\n${after}${end ? '\n' : ''}`.replaceAll(
            '\n',
            newline,
          )
        const workspace = checkout({ 'README.md': readme })
        const once = await updated(workspace, adrTrain(), { versions: [...ALL.slice(0, 4), 'kuberay=v1.1.0'] })
        const outside = (text: string) => [
          text.slice(0, text.indexOf(START.trim())),
          text.slice(text.indexOf(END.trim())),
        ]
        expect(outside(once)).toEqual(outside(readme))
        expect(once.replaceAll('\r\n', '').includes('\n')).toBe(newline === '\n')
        const rows = once.split(/\r?\n/).slice(...bounds(once))
        expect(new Set(rows.map(displayWidth)).size).toBe(1)
        expect(once).toContain('[v1.1.0](https://github.com/ray-project/kuberay/releases/tag/v1.1.0)')
        expect(await updated(workspace, adrTrain())).toBe(once)
        expect((await planMatrix(request(workspace, adrTrain(), { mode: 'check' }))).findings).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  const bounds = (text: string): [number, number] => {
    const lines = text.split(/\r?\n/)
    return [lines.indexOf(START.trim()) + 2, lines.indexOf(END.trim())]
  }

  it('is no binary file, and no larger than can be read', async () => {
    await expect(check('\0')).rejects.toThrow('README.md: byte 0 is NUL: this is no text file.')
    await expect(check(`${'x\n'.repeat(600_000)}${PLAIN}`)).rejects.toThrow(
      '1200252 characters of Markdown are too many',
    )
  })

  it('is told that its bars do not stand below each other, however long its lines are', async () => {
    const crooked = PLAIN.replace('| InstaScale | v0.4.0 |', '| InstaScal | v0.4.00 |')
    const straight = (await updated(checkout({ 'README.md': PLAIN }), adrTrain())).replace(
      '| InstaScale                   |',
      '| InstaScale                  | ',
    )
    expect((await check(crooked)).findings[0]).toMatchObject({ rule: 'misaligned-table', severity: 'warning' })
    expect((await check(straight)).findings).toMatchObject([
      { message: "The table's bars stand in different columns: its columns are not straight." },
    ])
  })
})

describe('a number beside a version', () => {
  const beside = '    beside: [{ of: kuberay, as: Go API, file: go.mod, form: go-mod, key: ray/api }]\n'
  const train = adrTrain({ beside })
  const goMod = 'require ray/api v1.2.2\n\nreplace ray/api v1.2.2 => ray/api v1.2.1\n'
  const tag = (version: string) => `[${version}](https://github.com/ray-project/kuberay/releases/tag/${version})`
  const kuberay = async (go: string, cell: string, others: Parameters<typeof updated>[2] = {}) => {
    const workspace = checkout({ 'README.md': PLAIN.replace('| v1.0.0 |', `| ${cell} |`), 'go.mod': go })
    const after = await updated(workspace, train, { versions: ['kuberay=v1.2.2'], ...others })
    expect((await planMatrix(request(workspace, train, { versions: ['kuberay=v1.2.2'], ...others }))).changes).toEqual(
      [],
    )
    expect((await planMatrix(request(workspace, train, { mode: 'check' }))).findings).toEqual([])
    return /^\| KubeRay +\| (.*?) *\|$/m.exec(after)?.[1]
  }

  it('is shown where the two differ, and taken away where they agree again', async () => {
    const both = `${tag('v1.2.2')} (Go API ${tag('v1.2.1')})`
    expect(await kuberay(goMod, 'v1.0.0')).toBe(both)
    expect(await kuberay(goMod, 'v1.0.0 (Go API v1.0.0)')).toBe(both)
    expect(await kuberay(goMod, `${tag('v1.1.0')} (Go API ${tag('v1.0.0')})`)).toBe(both)
    expect(await kuberay('require ray/api v1.2.2\n', both)).toBe(tag('v1.2.2'))
  })

  it('may be a commit, or what was released nowhere', async () => {
    expect(await kuberay('require ray/api v0.0.0-20230829051452-55b1d39efb62\n', 'v1.0.0')).toBe(
      `${tag('v1.2.2')} (Go API [v0.0.0-20230829051452-55b1d39efb62](https://github.com/ray-project/kuberay/commit/55b1d39efb62))`,
    )
    const tagExists = async (_repository: string, name: string) => name !== 'v1.2.1'
    expect(await kuberay(goMod, 'v1.0.0', { tagExists })).toBe(`${tag('v1.2.2')} (Go API v1.2.1)`)
  })

  it('is a finding where the row does not show it, or shows another', async () => {
    for (const [cell, message] of [
      ['v1.2.2', 'The row of KubeRay does not show its Go API; go.mod:1 says v1.2.1.'],
      ['v1.2.2 (Go API v1.2.0)', 'The row of KubeRay says Go API v1.2.0; go.mod:1 says v1.2.1.'],
    ] as const) {
      const workspace = checkout({ 'README.md': PLAIN.replace('| v1.0.0 |', `| ${cell} |`), 'go.mod': goMod })
      const { findings } = await planMatrix(request(workspace, train, { mode: 'check' }))
      expect(findings.filter(({ rule }) => rule !== 'misaligned-table')).toMatchObject([
        { rule: 'beside-differs', message, line: 8 },
      ])
    }
  })
})

describe('digests', () => {
  const digest = (image: string) => `sha256:${String(image.length).padStart(64, '0')}`
  const digestOf = async (image: string) => (image.startsWith('quay.io/o/gone') ? null : digest(image))
  const train = adrTrain({
    sdkImages: '[{ name: quay.io/o/sdk }, { name: quay.io/o/gone }, { name: quay.io/o/notebook, row: Notebook }]',
  })

  it('are shown for every image, and kept true afterwards without being asked for', async () => {
    const workspace = checkout({ 'README.md': PLAIN })
    const first = await updated(workspace, train, { digests: true, digestOf })
    const cells = (name: string, text: string) => new RegExp(`^\\| ${name} .*\\| (.*?) *\\|$`, 'm').exec(text)?.[1]
    expect(cells('Component', first)).toBe('Image digest')
    expect(cells('CodeFlare SDK', first)).toBe(`sdk \`${digest('quay.io/o/sdk:v0.14.0')}\`<br>gone –`)
    expect(cells('Notebook', first)).toBe(`\`${digest('quay.io/o/notebook:v0.14.0')}\``)
    expect(cells('KubeRay', first)).toBe('')
    const second = await updated(workspace, train, { versions: ['sdk=v0.15.10'], digestOf })
    expect(cells('Notebook', second)).toBe(`\`${digest('quay.io/o/notebook:v0.15.10')}\``)
    const lying = checkout({ 'README.md': second.replaceAll(digest('quay.io/o/notebook:v0.15.10'), digest('x')) })
    const audit = await planMatrix(request(lying, train, { mode: 'check', digestOf }))
    expect(audit.findings).toMatchObject([
      {
        rule: 'digest-differs',
        message: `The row of Notebook shows \`${digest('x')}\`; the registry has \`${digest('quay.io/o/notebook:v0.15.10')}\`.`,
        line: 7,
      },
    ])
  })
})

describe('releases before', () => {
  const matrix = (versions: Readonly<Record<string, string>>) =>
    `${START}| Component | Version |\n|---|---|\n${Object.entries(versions)
      .map(([name, version]) => `| ${name} | ${version} |\n`)
      .join('')}${END}`
  const published: Readonly<Record<string, string | null>> = {
    'v1.2.0': matrix({ 'CodeFlare Operator': 'v1.2.0', KubeRay: 'v1.1.0', 'Old Thing': 'v0.1.0' }),
    'v1.10.0': matrix({ 'CodeFlare Operator': 'v1.10.0', KubeRay: 'v0.0.0-dev' }),
    'v1.3.0-rc.1': matrix({ KubeRay: 'v9.9.9' }),
    'v1.1.0': `${START}${START}`,
    'v1.0.0': null,
    nightly: null,
  }
  const past = {
    tags: async () => Object.keys(published),
    file: async (_repository: string, _path: string, name: string) =>
      published[name] == null ? null : Buffer.from(published[name]),
  }

  it('make a history, as a table and as JSON, the newest first', async () => {
    const workspace = checkout({ 'README.md': PLAIN })
    const others = { past, historyFile: 'docs/support-matrix.md', historyLength: 4, versions: ['operator=v1.3.0'] }
    const plan = await planMatrix(request(workspace, adrTrain(), others))
    await updated(workspace, adrTrain(), others)
    const file = String(await workspace.read('docs/support-matrix.md'))
    const seen = file
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/ +/g, ' ')
      .replaceAll(/-{3,}/g, '-')
    expect(seen).toBe(`## Releases

| CodeFlare Operator | Multi-Cluster App Dispatcher | CodeFlare SDK | InstaScale | KubeRay | Old Thing |
|-|-|-|-|-|-|
| v1.10.0 | – | – | – | – | – |
| v1.3.0 | v1.40.0 | v0.14.0 | v0.4.0 | v1.0.0 | – |
| v1.2.0 | – | – | – | v1.1.0 | v0.1.0 |
| v1.1.0 | – | – | – | – | – |
`)
    expect(
      new Set(
        file
          .trim()
          .split('\n')
          .slice(2)
          .map((line) => line.length),
      ).size,
    ).toBe(1)
    expect(plan.history).toEqual(JSON.parse(String(await workspace.read('docs/support-matrix.json'))))
    expect(plan.history?.releases.map(({ release, components }) => [release, components.length])).toEqual([
      ['v1.10.0', 1],
      ['v1.3.0', 5],
      ['v1.2.0', 3],
      ['v1.1.0', 0],
    ])
    expect(plan.history?.releases[2]?.components[1]).toEqual({
      id: 'kuberay',
      name: 'KubeRay',
      version: 'v1.1.0',
      url: 'https://github.com/ray-project/kuberay/releases/tag/v1.1.0',
      beside: [],
      images: null,
    })
    expect(plan.findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'history-unreleased: The matrix of v1.10.0 says KubeRay v0.0.0-dev, which was never released; the history leaves it out.',
      'history-untold: Release v1.1.0 was published without a matrix that can be read; its row is empty.',
    ])
    expect((await planMatrix(request(workspace, adrTrain(), others))).changes).toEqual([])
  })

  it('show a version that went back unseen', async () => {
    const now = matrix({ 'CodeFlare Operator': 'v1.2.1', KubeRay: 'v1.0.0' })
    const { findings } = await check(now, { past })
    expect(findings.filter(({ rule }) => rule === 'went-backwards')).toMatchObject([
      {
        severity: 'error',
        message: 'The matrix says KubeRay v1.0.0; release v1.2.0 said v1.1.0 already.',
        line: 5,
      },
    ])
    const meant = await check(now, { past, downgrades: ['kuberay'] })
    expect(meant.findings.filter(({ rule }) => rule === 'went-backwards')).toEqual([])
  })
})

describe('a check', () => {
  it('passes a matrix that is right', async () => {
    const clean = await updated(checkout({ 'README.md': PLAIN }), adrTrain())
    const plan = await check(clean, { tagExists: async () => true, versions: ALL })
    expect([plan.findings, plan.refusal]).toEqual([[], null])
  })

  it('puts each finding on the line that lies', async () => {
    const readme = `${START}| Component | Version |
|---|---|
| CodeFlare Operator | v.1.2.0 |
| Multi-Cluster App Dispatcher | [v1.40.0](https://github.com/project-codeflare/multi-cluster-app-dispatcher/releases/tag/v1.39.0) |
| CodeFlare SDK | |
| KubeRay | [v1.0.0](https://github.com/opendatahub-io/kuberay/releases/tag/v1.0.0) |
| Gone | v1.0.0 |
${END}`
    const { findings, refusal } = await check(readme, {
      versions: ['kuberay=v1.1.0'],
      tagExists: async (repository) => repository !== 'opendatahub-io/kuberay',
    })
    expect(
      findings.map(({ severity, rule, line, column }) => `${severity} ${rule} ${line ?? 0}:${column ?? 0}`),
    ).toEqual([
      'warning misaligned-table 2:1',
      'error missing-component 2:1',
      'error not-a-version 4:24',
      'error link-differs 5:34',
      'error not-a-version 6:18',
      'error removed-component 8:10',
      'error version-differs 7:13',
      'error dead-link 7:13',
    ])
    expect(findings[2]).toMatchObject({
      message: '“v.1.2.0” of CodeFlare Operator is no version.',
      advice: 'Write “v1.2.0”.',
    })
    expect(refusal).toMatchObject({
      message: 'InstaScale has no row in the matrix. And 6 more.',
      place: { file: 'README.md', line: 2 },
    })
  })

  it('finds a component that has two rows', async () => {
    const twice = PLAIN.replace('| KubeRay', '| kuberay | v1.0.0 |\n| KubeRay')
    const { findings } = await check(twice)
    expect(findings.filter(({ rule }) => rule === 'duplicate-component')).toMatchObject([
      { message: 'KubeRay has a row on line 8 already.', line: 9 },
    ])
  })

  it('says that a section holds no table', async () => {
    expect((await check(`${START}${END}`)).findings).toMatchObject([{ rule: 'table-missing' }])
  })

  it('leaves prose about KubeRay and links to releases alone', async () => {
    const prose = `KubeRay | v0.9.0\n\nWe use [KubeRay v0.9.0](https://github.com/ray-project/kuberay/releases/tag/v0.9.0).\n\n`
    const plan = await check(prose + (await updated(checkout({ 'README.md': PLAIN }), adrTrain())))
    expect(plan.findings).toEqual([])
  })

  it('names a file that cannot be read', async () => {
    const versions = ['{ of: mcad, file: Makefile, form: makefile, key: MCAD_VERSION }']
    const plan = await planMatrix(request(checkout({ 'README.md': PLAIN }), adrTrain({ versions }), { mode: 'check' }))
    expect(plan.findings[0]).toMatchObject({ rule: 'source-unreadable', file: 'Makefile' })
  })
})
