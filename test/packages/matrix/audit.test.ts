import { describe, expect, it } from 'vitest'
import { planMatrix } from '../../../packages/matrix/index.ts'
import releases from '../../fixtures/matrix/releases.json' with { type: 'json' }
import { adrTrain, checkout, request } from './checkout.ts'

interface Release {
  readonly tag: string
  readonly matrix_block: string | null
  readonly makefile_vars: Readonly<Record<string, string>>
  readonly go_mod: Readonly<Record<string, string>>
  readonly inconsistencies: readonly { readonly kind: string; readonly detail: string }[]
}

const RELEASES: readonly Release[] = releases.filter(({ matrix_block }) => matrix_block !== null)

const VARIABLES: Readonly<Record<string, string>> = {
  MCAD_VERSION: 'mcad',
  INSTASCALE_VERSION: 'instascale',
  KUBERAY_VERSION: 'kuberay',
  CODEFLARE_SDK_VERSION: 'sdk',
}

const moduleOf = (module: string): string =>
  /kuberay/.test(module) ? 'kuberay' : /instascale/.test(module) ? 'instascale' : 'mcad'

/** v0.0.4 had no comments around its matrix yet; they stand on one line with what follows, so that lines stay the same. */
const marked = (block: string): string =>
  block.includes('<!--')
    ? `${block}\n`
    : `<!-- Compatibility Matrix start -->${block}\n<!-- Compatibility Matrix end -->\n`

/** Rule and row for each contradiction that the data lists; `matrix!=go.mod` and `-effective` are one to us. */
function expected({ inconsistencies }: Release): string[] {
  const rules: Readonly<Record<string, string>> = {
    'misaligned-table': 'misaligned-table',
    'invalid-semver': 'not-a-version InstaScale',
    'version-not-a-tag': '',
    'dead-link': 'dead-link KubeRay',
  }
  return [
    ...new Set(
      inconsistencies.map(({ kind, detail }) => {
        if (!kind.startsWith('matrix!=')) return rules[kind] ?? kind
        const [name, rest = ''] = detail.split(': ')
        const pseudo = /-\d{14}-/.test(rest) ? 'source-unreleased' : 'source-differs'
        return `${pseudo} ${name ?? ''} ${kind.includes('Makefile') ? 'Makefile' : 'go.mod'}`
      }),
    ),
  ].filter((line) => line !== '')
}

describe.each(RELEASES)('the matrix of $tag', (release) => {
  it('is told everything that the data lists against it, and nothing else', async () => {
    const places = [
      ...Object.keys(release.makefile_vars).map(
        (name) => `{ of: ${VARIABLES[name] ?? ''}, file: Makefile, form: makefile, key: ${name} }`,
      ),
      ...Object.keys(release.go_mod).map(
        (module) => `{ of: ${moduleOf(module)}, file: go.mod, form: go-mod, key: ${module} }`,
      ),
    ]
    const workspace = checkout({
      'README.md': marked(release.matrix_block ?? ''),
      Makefile: Object.entries(release.makefile_vars)
        .map(([name, value]) => `${name} ?= ${value}\n`)
        .join(''),
      'go.mod': Object.entries(release.go_mod)
        .map(([module, version]) => `require ${module} ${version}\n`)
        .join(''),
    })
    // What GitHub would say: the fork has no `v0.0.0-dev`; every real version was tagged.
    const tagExists = async (_repository: string, tag: string) => /^v\d/.test(tag) && tag !== 'v0.0.0-dev'
    const { findings, refusal, changes } = await planMatrix(
      request(workspace, adrTrain({ versions: places }), { mode: 'check', tagExists }),
    )
    const rows = new Map(
      (release.matrix_block ?? '').split('\n').map((line, index) => [index + 1, line.split('|')[1]?.trim() ?? '']),
    )
    const found = findings.map(({ rule, line, message }) => {
      if (rule === 'misaligned-table') return rule
      const file = rule.startsWith('source-') ? ` ${/(Makefile|go\.mod):/.exec(message)?.[1] ?? ''}` : ''
      return `${rule} ${rows.get(line ?? 0) ?? ''}${file}`
    })
    // Both the Makefile and the matrix held `v.0.0.7`; `v0.0.0-dev` is said once to stand for nothing.
    const also = release.tag === 'v0.2.0' ? [] : release.tag === 'v1.0.1' ? ['placeholder-version KubeRay'] : []
    expect(found.sort()).toEqual([...expected(release), ...also].sort())
    expect(changes).toEqual([])
    expect(refusal === null).toBe(findings.every(({ severity }) => severity !== 'error'))
  })
})
