import { describe, expect, it } from 'vitest'
import { planMatrix } from '../../../packages/matrix/index.ts'
import data from '../../fixtures/matrix/releases.json' with { type: 'json' }
import { checkout, request } from './checkout.ts'
import { stackOf } from './stack.ts'

interface Release {
  readonly tag: string
  readonly readme: { readonly has_markers: boolean; readonly matrix_block: string | null }
  readonly makefile_vars: Readonly<Record<string, string | undefined>>
  readonly go_mod: Readonly<Record<string, string | undefined>>
  readonly go_mod_replace: readonly string[]
  readonly inconsistencies: readonly { readonly kind: string; readonly detail: string }[]
}

const RELEASES: readonly Release[] = data.releases

/** Our rules, with the row that each is about, for one contradiction that the data lists. */
function rulesFor({ kind, detail }: Release['inconsistencies'][number], rows: readonly string[]): string[] {
  const row = rows.find((name) => detail.startsWith(name)) ?? ''
  switch (kind) {
    case 'no-matrix':
      return ['matrix-missing ']
    case 'misaligned-table':
      return ['misaligned-table ']
    case 'invalid-semver':
      return [`not-a-version ${row}`]
    case 'dead-link':
      return [`dead-link ${row}`]
    case 'version-not-a-tag':
      // A placeholder is told as what it is, too.
      return [`tag-missing ${row}`, ...(/ v?0\.0\.0\b/.test(detail) ? [`placeholder-version ${row}`] : [])]
    case 'matrix!=Makefile':
      return [`source-differs ${row} Makefile`]
    case 'matrix!=go.mod':
    case 'matrix!=go.mod-effective':
      // A commit between two releases may be meant: it is told apart from another release.
      return [`${/-\d{14}-/.test(detail) ? 'source-unreleased' : 'source-differs'} ${row} go.mod`]
    default:
      throw new Error(`no rule for ${kind}`)
  }
}

/** Tags that are not there: all that the data says so of, and no other. */
function missingTags({ inconsistencies }: Release): Set<string> {
  return new Set(
    inconsistencies.flatMap(({ kind, detail }) => {
      const [, tag, repository] = /(\S+) not a tag of (\S+)/.exec(detail) ?? []
      if (kind === 'version-not-a-tag') return [`${repository} ${tag}`]
      const [, linked, link] = /github\.com\/([^/]+\/[^/]+)\/releases\/tag\/(\S+)/.exec(detail) ?? []
      return kind === 'dead-link' ? [`${linked} ${link}`] : []
    }),
  )
}

describe.each(RELEASES)('the matrix of $tag', (release) => {
  it('is told everything that the data lists against it, and nothing else', async () => {
    const { readme, makefile_vars, go_mod, go_mod_replace, inconsistencies } = release
    const lines = `${readme.matrix_block ?? '# codeflare-operator'}\n`.split('\n')
    const rows = lines.map((line) => (/^\|(?!-)/.test(line) ? (line.split('|')[1] ?? '').trim() : ''))
    const workspace = checkout({
      'README.md': lines.join('\n'),
      Makefile: Object.entries(makefile_vars)
        .map(([name, value]) => `${name} ?= ${value}\n`)
        .join(''),
      'go.mod': [
        ...Object.entries(go_mod).map(([module, version]) => `require ${module} ${version}`),
        ...go_mod_replace,
        '',
      ].join('\n'),
    })
    const train = stackOf(rows, Object.keys(makefile_vars), Object.keys(go_mod))
    const missing = missingTags(release)
    const tagExists = async (repository: string, tag: string) => !missing.has(`${repository} ${tag}`)
    const { findings, refusal, changes } = await planMatrix(request(workspace, train, { mode: 'check', tagExists }))
    const found = findings.map(({ rule, line, message }) => {
      const file = rule.startsWith('source-') ? ` ${/(Makefile|go\.mod):/.exec(message)?.[1] ?? ''}` : ''
      const row = rule === 'misaligned-table' ? '' : (rows[(line ?? 0) - 1] ?? '')
      return `${rule} ${row}${file}`
    })
    const expected = inconsistencies.flatMap((one) => rulesFor(one, rows.filter(Boolean)))
    // The data lists go.mod before and after `replace`; a build knows only the latter.
    expect(found.toSorted()).toEqual([...new Set(expected)].toSorted())
    expect(changes).toEqual([])
    expect(refusal === null).toBe(findings.every(({ severity }) => severity !== 'error'))
  })
})

it('one of the releases that carried a matrix is clean', () => {
  const clean = RELEASES.filter(
    ({ readme, inconsistencies }) => readme.matrix_block !== null && inconsistencies.length === 0,
  )
  expect(clean.map(({ tag }) => tag)).toEqual(['v0.0.4'])
})
