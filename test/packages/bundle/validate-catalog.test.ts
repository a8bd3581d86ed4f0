/** What the catalog’s own checker says about pull requests, and what we say about the same. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type CatalogBundle, type OperatorCatalog, validateBundle } from '../../../packages/bundle/index.ts'
import { catalogFindings } from '../../../packages/bundle/validate/catalog/validate.ts'
import { BundleDirectory } from '../../../packages/bundle/validate/bundle-files.ts'
import { operators, Said, unpack } from './graph-data.ts'
import { ANNOTATIONS, CSV, edit, type Files, goodBundle } from './validate-scenarios.ts'

const Submission = v.object({
  name: v.string(),
  version: v.string(),
  dir: v.string(),
  csv: v.array(v.tuple([v.array(v.string()), v.unknown()])),
  ann: v.array(v.tuple([v.string(), v.unknown()])),
  ci: v.unknown(),
  release: v.unknown(),
  files: v.record(v.string(), v.string()),
  drop: v.array(v.string()),
  base: v.array(v.string()),
  findings: v.array(Said),
})
type Submission = v.InferOutput<typeof Submission>
const submissions = unpack('graph/submissions', v.array(Submission))
const CI = { updateGraph: 'replaces-mode', reviewers: ['anishasthana'] }

/** The bundle that a submission adds: the good one with another version and the changes made. */
function bundleOf({ version, csv, ann, release, files, drop }: Submission): Files {
  const bundle = goodBundle()
  const renamed = (bundle.get(CSV)?.toString('utf8') ?? '')
    .replaceAll('1.15.0', 'PREVIOUS')
    .replaceAll('1.16.0', version)
  bundle.set(CSV, Buffer.from(renamed.replaceAll('PREVIOUS', '1.16.0')))
  for (const [path, value] of csv) edit(bundle, CSV, path, value === '__DELETE__' ? undefined : value)
  for (const [key, value] of ann)
    edit(bundle, ANNOTATIONS, ['annotations', key], value === '__DELETE__' ? undefined : value)
  if (release !== null) bundle.set('release-config.yaml', Buffer.from(JSON.stringify(release)))
  for (const [path, text] of Object.entries(files)) bundle.set(path, Buffer.from(text))
  if (drop.includes('csv')) bundle.delete(CSV)
  return bundle
}

function published(versions: readonly string[]): CatalogBundle[] {
  return versions.map((version) => ({
    directory: version,
    name: `codeflare-operator.v${version}`,
    version,
    package: 'codeflare-operator',
    channels: ['alpha'],
    defaultChannel: null,
    replaces: `codeflare-operator.v1.${Number(version.split('.')[1]) - 1}.0`,
    skips: [],
    skipRange: null,
    minKubeVersion: null,
    openshiftVersions: null,
  }))
}

/** The checks that say the same whatever the submission changes; the fixture leaves them out. */
const ALWAYS = ['check_using_fbc']
const isOfBase = (message: string): boolean => message.endsWith('metadata.annotations.description')

describe('the catalog’s checker', () => {
  it.each(submissions)('says of $name what we say', (submission) => {
    const catalog: OperatorCatalog = {
      operator: 'codeflare-operator',
      bundles: published(submission.base),
      pending: [],
      ci: submission.ci ?? CI,
      unseen: [],
    }
    const findings = validateBundle(bundleOf(submission), { catalog, version: submission.dir })
    const ours = findings
      .filter(({ rule, message }) => rule.startsWith('catalog/') && !isOfBase(message) && rule !== 'catalog/yaml-lint')
      .map(({ rule, severity }) => `${rule.replace('catalog/', '').replaceAll('-', '_')} ${severity}`)
      .filter((one) => !ALWAYS.some((check) => one.startsWith(check)))
    const said = submission.findings.map(({ check, kind }) => `${check} ${kind === 'warning' ? 'warning' : 'error'}`)
    if (submission.name === 'csv-file-missing') {
      // The checker crashes in each of its checks; once is enough for people.
      expect(ours).toEqual(['check_operator_name error'])
    } else expect(ours.toSorted()).toEqual(said.toSorted())
  })

  it('says of the newest bundles of 168 real operators what we say', () => {
    const checks = [
      'check_dangling_bundles',
      'check_replaces_availability',
      'check_operator_name',
      'check_api_version_constraints',
      'check_operator_name_unique',
      'check_ci_upgrade_graph',
      'check_upgrade_graph_loop',
    ]
    let count = 0
    for (const [name, { ci, bundles, expected }] of operators()) {
      for (const [version, said] of Object.entries(expected.bundleChecks)) {
        const bundle = bundles.find(({ directory }) => directory === version)
        if (bundle === undefined) continue
        count++
        const directory = new BundleDirectory(
          'bundle',
          new Map([['x.clusterserviceversion.yaml', Buffer.from('{}\n')]]),
        )
        const file = directory.file('x.clusterserviceversion.yaml')
        if (file === null) throw new Error('the file was put there')
        const catalog: OperatorCatalog = { operator: name, bundles, pending: [], ci, unseen: [] }
        const ours = catalogFindings(directory, { directory, csv: file, annotations: file, bundle }, catalog)
          .catalog.map(({ rule, severity }) => `${rule.replace('catalog/', '').replaceAll('-', '_')} ${severity}`)
          .filter((one) => checks.some((check) => one.startsWith(`${check} `)))
        const theirs = [...said, ...expected.operatorChecks]
          .filter(({ check }) => checks.includes(check))
          .map(({ check, kind }) => `${check} ${kind === 'warning' ? 'warning' : 'error'}`)
        expect({ name, version, says: ours.toSorted() }).toEqual({ name, version, says: theirs.toSorted() })
      }
    }
    expect(count).toBeGreaterThan(150)
  })
})
