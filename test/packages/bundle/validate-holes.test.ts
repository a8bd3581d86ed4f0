/** What operator-sdk and the catalog’s checker let through, and we do not. */
import { describe, expect, it } from 'vitest'
import type { CatalogBundle, OperatorCatalog } from '../../../packages/bundle/index.ts'
import { validateBundle } from '../../../packages/bundle/index.ts'
import { ANNOTATIONS, CSV, edit, type Files, goodBundle } from './validate-scenarios.ts'

const LABEL = 'operators.operatorframework.io.bundle'
const published = (version: string, replaces: string | null, more: Partial<CatalogBundle> = {}): CatalogBundle => ({
  directory: version,
  name: `codeflare-operator.v${version}`,
  version,
  package: 'codeflare-operator',
  channels: ['alpha'],
  defaultChannel: null,
  replaces: replaces === null ? null : `codeflare-operator.v${replaces}`,
  skips: [],
  skipRange: null,
  minKubeVersion: null,
  openshiftVersions: null,
  ...more,
})
const CATALOG: OperatorCatalog = {
  operator: 'codeflare-operator',
  bundles: [published('1.14.0', null), published('1.15.0', '1.14.0')],
  pending: [],
  ci: { updateGraph: 'replaces-mode', reviewers: ['a'] },
  unseen: [],
}

type Change = (files: Files) => void
const csv =
  (path: string, value: unknown): Change =>
  (files) =>
    edit(files, CSV, path.split('.'), value)
const note =
  (key: string, value: string): Change =>
  (files) =>
    edit(files, CSV, ['metadata', 'annotations', key], value)
const label =
  (key: string, value: string): Change =>
  (files) =>
    edit(files, ANNOTATIONS, ['annotations', `${LABEL}.${key}`], value)
const add =
  (path: string, text: string): Change =>
  (files) =>
    void files.set(path, Buffer.from(text))

/** The rules of ours that speak up for a change, beyond those that speak for the bundle as it is. */
function extra(change: Change, catalog: OperatorCatalog = CATALOG): string[] {
  const rules = (files: Files): string[] =>
    validateBundle(files, { catalog }).flatMap(({ rule, severity }) =>
      rule.startsWith('extra/') ? [`${severity} ${rule.slice('extra/'.length)}`] : [],
    )
  const before = new Set(rules(goodBundle()))
  const files = goodBundle()
  change(files)
  return rules(files).filter((rule) => !before.has(rule))
}

it('a good bundle in its place has no errors, and notes on its tag and its channel', () => {
  const findings = validateBundle(goodBundle(), { catalog: CATALOG })
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(findings.filter(({ rule }) => rule.startsWith('extra/')).map(({ rule }) => rule)).toEqual([
    'extra/image-not-pinned',
    'extra/channel-convention',
  ])
})

describe('in the bundle', () => {
  it.each<[string, string, Change]>([
    [
      'a second document',
      'error second-document',
      add('manifests/x.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\nkind: Job\n'),
    ],
    ['a directory “bundle” within it', 'error nested-bundle', add('bundle/manifests/x.yaml', 'a: b\n')],
    [
      'an install mode twice',
      'error install-mode-duplicate',
      csv('spec.installModes.+', { type: 'AllNamespaces', supported: true }),
    ],
    [
      'a name that a cluster refuses',
      'error object-name',
      add('manifests/x.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Bad_Name\n'),
    ],
    ['a channel name with a blank', 'error channel-name', label('channels.v1', 'alpha, my channel')],
    ['itself as what it replaces', 'error replaces-itself', csv('spec.replaces', 'codeflare-operator.v1.16.0')],
    ['a version of two numbers', 'error version-not-semver', csv('spec.version', '1.16')],
    ['a name with another version', 'error version-in-name', csv('spec.version', '1.17.0')],
    ['no deployment', 'warning deployments-empty', csv('spec.install.spec.deployments', [])],
    ['a link that is a path', 'warning link-not-web', csv('spec.links', [{ name: 'x', url: '/x' }])],
    ['a long display name', 'warning display-name-long', csv('spec.displayName', 'x'.repeat(51))],
    ['a related image that is none', 'error related-image', csv('spec.relatedImages', [{ name: 'a', image: 'A B' }])],
    ['a related image that is empty', 'error related-image', csv('spec.relatedImages', [{ name: 'a', image: '' }])],
    [
      'a default channel that is none of its own',
      'warning default-channel-elsewhere',
      label('channel.default.v1', 'stable'),
    ],
  ])('%s', (_, rule, change) => {
    expect(extra(change)).toContain(rule)
  })

  it('a CRD version without a schema', () => {
    expect(
      extra((files) =>
        edit(
          files,
          'manifests/workload.codeflare.dev_appwrappers.yaml',
          ['spec', 'versions', '0', 'schema'],
          undefined,
        ),
      ),
    ).toEqual(['error crd-schema-missing'])
  })

  it('names the line and the value', () => {
    const files = goodBundle()
    edit(files, CSV, ['spec', 'links'], [{ name: 'x', url: '/x' }])
    const finding = validateBundle(files).find(({ rule }) => rule === 'extra/link-not-web')
    const lines = files.get(CSV)?.toString('utf8').split('\n') ?? []
    expect(finding).toMatchObject({ file: `bundle/${CSV}`, path: '.spec.links[0].url' })
    expect(lines[(finding?.line ?? 0) - 1]).toContain('url: /x')
  })
})

describe('in the update graph', () => {
  it.each<[string, string, Change]>([
    ['a default channel that has no bundle', 'error default-channel-unknown', label('channel.default.v1', 'nope')],
    [
      'a channel that its predecessor is in and it is not',
      'warning graph-channel-left',
      label('channels.v1', 'stable'),
    ],
    ['the name of another operator', 'error graph-other-operator', csv('spec.replaces', 'other.v1.15.0')],
    ['a range that OLM cannot read', 'error skip-range-unreadable', note('olm.skipRange', '^1.0.0')],
    ['a range that holds itself', 'error skip-range-itself', note('olm.skipRange', '>=1.0.0')],
    ['a second head', 'warning graph-several-heads', csv('spec.replaces', 'codeflare-operator.v1.14.0')],
    ['users who are stranded', 'warning graph-users-stranded', csv('spec.replaces', undefined)],
  ])('%s', (_, rule, change) => {
    expect(extra(change)).toContain(rule)
  })

  it('a range that the checker and OLM read differently', () => {
    const catalog = { ...CATALOG, bundles: [...CATALOG.bundles, published('1.16.0-rc.1', '1.15.0', { skips: [] })] }
    expect(extra(note('olm.skipRange', '>=1.0.0 <1.16.0'), catalog)).toContain('warning skip-range-dialects')
  })

  it('a directory of the catalog that is no bundle, and a name that is taken', () => {
    const catalog = {
      ...CATALOG,
      unseen: ['1.13.0'],
      bundles: [...CATALOG.bundles, published('1.16.1', '1.15.0', { name: 'codeflare-operator.v1.16.0' })],
    }
    const rules = validateBundle(goodBundle(), { catalog }).map(({ rule, severity }) => `${severity} ${rule}`)
    expect(rules).toContain('info extra/nested-bundle')
    expect(rules).toContain('error extra/graph-name-taken')
  })

  it('an unknown key of ci.yaml', () => {
    const catalog = { ...CATALOG, ci: { updateGraph: 'replaces-mode', reviewers: ['a'], updategraph: 1 } }
    const finding = validateBundle(goodBundle(), { catalog }).find(({ rule }) => rule === 'extra/ci-unknown-key')
    expect(finding).toMatchObject({ severity: 'warning', file: 'operators/codeflare-operator/ci.yaml' })
  })
})

describe('the catalog’s yamllint', () => {
  it.each([
    ['trailing spaces', 'a: b \n'],
    ['no new line character', 'a: b'],
    ['too many blank lines', 'a: b\n\n\n\nc: d\n'],
    ['new line character', 'a: b\r\n'],
    ['duplication of key', 'a: b\na: c\n'],
  ])('%s', (message, text) => {
    const files = goodBundle()
    files.set('tests/scorecard/config.yaml', Buffer.from(text))
    const found = validateBundle(files).filter(({ rule }) => rule === 'catalog/yaml-lint')
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain(message)
  })
})

describe('ci.yaml and release-config.yaml', () => {
  const rulesOf = (ci: unknown, release?: unknown): string[] => {
    const files = goodBundle()
    if (release !== undefined) files.set('release-config.yaml', Buffer.from(`${JSON.stringify(release)}\n`))
    return validateBundle(files, { catalog: { ...CATALOG, ci } }).flatMap(({ rule, message }) =>
      /schema|config/.test(rule) ? [`${rule} ${message}`] : [],
    )
  }
  const FBC = {
    enabled: true,
    catalog_mapping: [{ template_name: 'a.yaml', type: 'olm.template.basic', catalog_names: ['v4.14'] }],
  }

  it.each<[string, unknown]>([
    ['“updateGraph” does', { updateGraph: 'semver-skippatch-mode' }],
    ['“reviewers” does', { reviewers: [] }],
    ['“reviewers” does', { reviewers: 'me' }],
    ['“merge” does', { merge: 'yes' }],
    ['“fbc.enabled” does', { fbc: { enabled: 'yes' } }],
    ['“fbc.foo” does', { fbc: { foo: 1 } }],
    ['“fbc.version_promotion_strategy” does', { fbc: { version_promotion_strategy: 'maybe' } }],
    ['“fbc.catalog_mapping” does', { fbc: { catalog_mapping: {} } }],
    ['“fbc.catalog_mapping.0” does', { fbc: { catalog_mapping: [{}] } }],
    [
      '“fbc.catalog_mapping.0.catalog_names” does',
      { fbc: { catalog_mapping: [{ template_name: 'a', type: 'olm.semver', catalog_names: ['a', 'a'] }] } },
    ],
    ['The file does', []],
  ])('%s not comply', (message, ci) => {
    expect(rulesOf(ci).join('\n')).toContain(message)
  })

  it.each<[string, unknown]>([
    ['The file does', []],
    ['“foo” does', { foo: 1, catalog_templates: [{ template_name: 'a.yaml', channels: ['a'] }] }],
    ['“catalog_templates” does', { catalog_templates: [] }],
    ['“catalog_templates.0.channels” does', { catalog_templates: [{ template_name: 'a.yaml', channels: [] }] }],
    [
      '“catalog_templates.0.replaces” does',
      { catalog_templates: [{ template_name: 'a.yaml', channels: ['a'], replaces: 1 }] },
    ],
    [
      'two of its items are equal',
      {
        catalog_templates: [
          { template_name: 'a.yaml', channels: ['a'] },
          { template_name: 'a.yaml', channels: ['a'] },
        ],
      },
    ],
  ])('release-config.yaml: %s', (message, release) => {
    expect(rulesOf({ reviewers: ['a'], fbc: FBC }, release).join('\n')).toContain(message)
  })
})
