import * as v from 'valibot'
import { parse, stringify } from 'yaml'
import { unpack } from './graph-data.ts'

/** Files of a bundle that a scenario changes. */
export type Files = Map<string, Buffer>

export const CSV = 'manifests/codeflare-operator.clusterserviceversion.yaml'
const CRD = 'manifests/workload.codeflare.dev_appwrappers.yaml'
export const ANNOTATIONS = 'metadata/annotations.yaml'
const OLM = 'operators.operatorframework.io.bundle.'

/** A bundle without faults, as it was generated. */
export function goodBundle(): Files {
  const written = unpack('validate/codeflare-operator-1.16.0', v.record(v.string(), v.string()))
  return new Map(Object.entries(written).map(([path, text]) => [path, Buffer.from(text)]))
}

/** Sets a value of the object in a file, or removes it (undefined); a path that ends with `+` appends to a list. */
export function edit(files: Files, file: string, path: readonly string[], value: unknown): void {
  const object: unknown = parse(files.get(file)?.toString('utf8') ?? '')
  const last = path.at(-1) ?? ''
  let at = object
  for (const part of path.slice(0, -1)) at = isTree(at) ? at[part] : undefined
  if (last === '+' && Array.isArray(at)) at.push(value)
  else if (isTree(at)) {
    if (value === undefined) Reflect.deleteProperty(at, last)
    else at[last] = value
  } else throw new Error(`There is no ${path.join('.')} in ${file}.`)
  files.set(file, Buffer.from(stringify(object, { lineWidth: 0 })))
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

type Change = (files: Files) => void
const all =
  (...changes: readonly Change[]): Change =>
  (files) => {
    for (const change of changes) change(files)
  }
const csv =
  (path: string, value: unknown): Change =>
  (files) =>
    edit(files, CSV, path.split('.'), value)
const crd =
  (path: string, value: unknown): Change =>
  (files) =>
    edit(files, CRD, path.split('.'), value)
const spec = (path: string, value: unknown): Change => csv(`spec.${path}`, value)
const note =
  (key: string, value: string | undefined): Change =>
  (files) =>
    edit(files, CSV, ['metadata', 'annotations', key], value)
const label =
  (key: string, value: string | undefined): Change =>
  (files) =>
    edit(files, ANNOTATIONS, ['annotations', OLM + key], value)
const add = (name: string, content: string | object) => (files: Files) =>
  void files.set(`manifests/${name}`, Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)))
const dependencies = (type: string, value: object) => (files: Files) =>
  void files.set('metadata/dependencies.yaml', Buffer.from(JSON.stringify({ dependencies: [{ type, value }] })))
const drop = (start: string) => (files: Files) => {
  for (const path of files.keys()) if (path.startsWith(start)) files.delete(path)
}
const configMap = (metadata: object) => add('cm.yaml', { apiVersion: 'v1', kind: 'ConfigMap', metadata })
const pdb = add('pdb.yaml', {
  apiVersion: 'policy/v1beta1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'a' },
  spec: {},
})
const example = (apiVersion: string, kind: string): string =>
  JSON.stringify([{ apiVersion, kind, metadata: { name: 'a' } }])
/** Text that no compression makes smaller, of a given length. */
const noise = (length: number): string => {
  let [state, text] = [12_345, '']
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    text += state.toString(36)
  }
  return text.slice(0, length)
}

/** The scenarios of `scenarios.json.br`: what is wrong, and how a good bundle is made so. */
export const CHANGES: Readonly<Record<string, (files: Files) => void>> = {
  baseline: () => undefined,
  'name-uppercase': csv('metadata.name', 'Codeflare-operator.v1.16.0'),
  'name-too-long': csv('metadata.name', `${'a'.repeat(60)}.v1.16.0`),
  'name-empty': csv('metadata.name', ''),
  'name-without-v': csv('metadata.name', 'codeflare-operator.1.16.0'),
  'name-no-semver': csv('metadata.name', 'codeflare-operator'),
  'replaces-invalid': spec('replaces', 'Codeflare_operator.v1'),
  'replaces-itself': spec('replaces', 'codeflare-operator.v1.16.0'),
  'no-annotations': csv('metadata.annotations', undefined),
  'alm-missing': note('alm-examples', undefined),
  'alm-empty-string': note('alm-examples', ''),
  'alm-bad-json': note('alm-examples', '[{'),
  'alm-object': note('alm-examples', '{}'),
  'alm-unknown-api': note('alm-examples', example('x.y/v1', 'Z')),
  'alm-good': note('alm-examples', example('workload.codeflare.dev/v1beta2', 'AppWrapper')),
  'alm-and-olm': note('olm.examples', '[]'),
  'skiprange-wrong-case': note('olm.skiprange', '<1.16.0'),
  'olm-properties': note('olm.properties', '[]'),
  'installmodes-none': spec('installModes', undefined),
  'installmodes-dup': spec('installModes.+', { type: 'AllNamespaces', supported: true }),
  'installmodes-unsupported': spec('installModes.3.supported', false),
  'conversion-multi': all(
    spec('installModes.0.supported', true),
    spec('webhookdefinitions.0.conversionCRDs', ['appwrappers.workload.codeflare.dev']),
  ),
  'minkube-ok': spec('minKubeVersion', '1.25.0'),
  'minkube-short': spec('minKubeVersion', '1.25'),
  'minkube-v': spec('minKubeVersion', 'v1.25.0'),
  'version-missing': spec('version', undefined),
  'version-bad': spec('version', '1.16'),
  'displayname-missing': spec('displayName', undefined),
  'install-missing': spec('install', undefined),
  'deployments-empty': spec('install.spec.deployments', []),
  'deployments-missing': spec('install.spec.deployments', undefined),
  'no-resource-requests': spec('install.spec.deployments.0.spec.template.spec.containers.0.resources', undefined),
  'permission-create-crd': spec('install.spec.clusterPermissions.0.rules.+', {
    apiGroups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    verbs: ['create'],
  }),
  'owned-crd-missing-file': drop(CRD),
  'crd-not-owned': spec('customresourcedefinitions', {}),
  'owned-wrong-version': spec('customresourcedefinitions.owned.0.version', 'v9'),
  'owned-bad-name': spec('customresourcedefinitions.owned.0.name', 'appwrappers'),
  'owned-described': spec('customresourcedefinitions.owned.0.description', 'A set of objects'),
  'required-crd': spec('customresourcedefinitions.required', [{ name: 'a.b.c', kind: 'A', version: 'v1' }]),
  'crd-invalid-scope': crd('spec.scope', 'Nope'),
  'crd-name-mismatch': crd('metadata.name', 'foo.workload.codeflare.dev'),
  'crd-two-storage': crd('spec.versions', [{ name: 'v1beta2', served: true, storage: false }]),
  'crd-no-schema': crd('spec.versions.0.schema', undefined),
  'crd-v1alpha1': crd('apiVersion', 'apiextensions.k8s.io/v1alpha1'),
  'capability-bad': note('capabilities', 'Basic'),
  'capability-ok-autopilot': note('capabilities', 'Auto Pilot'),
  'category-bad': note('categories', 'AI/ML'),
  'category-observability': note('categories', 'Observability'),
  'category-list-spaces': note('categories', 'Big Data ,  Monitoring'),
  'category-empty': note('categories', ''),
  'icon-none': spec('icon', undefined),
  'icon-two': spec('icon.+', { base64data: 'AAAA', mediatype: 'image/png' }),
  'icon-empty-fields': spec('icon', [{ base64data: '', mediatype: '' }]),
  'icon-mediatype': spec('icon.0.mediatype', 'image/webp'),
  'maintainer-no-email': spec('maintainers', [{ name: 'x' }]),
  'maintainer-bad-email': spec('maintainers', [{ name: 'x', email: 'nope' }]),
  'maintainer-named-email': spec('maintainers', [{ name: 'x', email: 'X Y <x@y.z>' }]),
  'maintainers-none': spec('maintainers', undefined),
  'link-no-url': spec('links', [{ name: 'x' }]),
  'link-bad-url': spec('links', [{ name: 'x', url: 'github.com/x' }]),
  'link-path-url': spec('links', [{ name: 'x', url: '/x' }]),
  'provider-missing': spec('provider', undefined),
  'relatedimages-empty': spec('relatedImages', [{ name: 'a', image: '' }]),
  'relatedimages-bad': spec('relatedImages', [{ name: 'a', image: 'A B' }]),
  'ann-missing-package': label('package.v1', undefined),
  'ann-missing-channels': label('channels.v1', undefined),
  'ann-empty-channels': label('channels.v1', ''),
  'ann-empty-default': label('channel.default.v1', ''),
  'ann-mediatype': label('mediatype.v1', 'plain+v0'),
  'ann-manifests-missing': label('manifests.v1', undefined),
  'ann-manifests-wrong': label('manifests.v1', 'deploy/'),
  'ann-metadata-missing': label('metadata.v1', undefined),
  'ann-file-missing': all(drop(ANNOTATIONS), (files) => void files.set('metadata/README.md', Buffer.from('# none\n'))),
  'metadata-dir-missing': drop('metadata/'),
  'manifests-dir-missing': drop('manifests/'),
  'csv-missing': drop(CSV),
  'deps-bad-type': dependencies('olm.nope', { a: 'b' }),
  'deps-bad-range': dependencies('olm.package', { packageName: 'x', version: '^1.0' }),
  'deps-no-package': dependencies('olm.package', { version: '>=1.0.0' }),
  'deps-ok': dependencies('olm.package', { packageName: 'x', version: '>=1.0.0 <2.0.0' }),
  'deps-gvk-missing-kind': dependencies('olm.gvk', { group: 'a', version: 'v1' }),
  'kind-unsupported-job': add('job.yaml', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'j' } }),
  'kind-networkpolicy': add('np.yaml', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'n' },
    spec: {},
  }),
  'kind-namespace': add('ns.yaml', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'n' } }),
  'object-bad-name': configMap({ name: 'Bad_Name' }),
  'object-no-name': configMap({}),
  'object-bad-label': configMap({ name: 'cm', labels: { 'a b': 'c' } }),
  'object-namespace': configMap({ name: 'cm', namespace: 'foo' }),
  'sa-same-as-csv': add('sa.yaml', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'codeflare-operator-controller-manager' },
  }),
  'sa-other': add('sa.yaml', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'other' } }),
  'two-csvs': (files) =>
    void files.set('manifests/other.clusterserviceversion.yaml', files.get(CSV) ?? Buffer.alloc(0)),
  'not-yaml': add('x.yaml', 'a: @b\n'),
  'non-object': add('x.yaml', '- a\n- b\n'),
  'empty-file': add('x.yaml', ''),
  'multi-doc': add(
    'x.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\napiVersion: batch/v1\nkind: Job\nmetadata:\n  name: b\n',
  ),
  subdir: add('sub/cm.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'),
  hidden: add('.x.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'),
  readme: add('README.md', '# The bundle\n'),
  'deprecated-crd-v1beta1': crd('apiVersion', 'apiextensions.k8s.io/v1beta1'),
  'deprecated-pdb': pdb,
  'deprecated-pdb-minkube': all(pdb, spec('minKubeVersion', '1.25.0')),
  'size-near': add('big.yaml', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'big' },
    data: { a: noise(1_130_000) },
  }),
  'size-over': add('big.yaml', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'big' },
    data: { a: noise(1_320_000) },
  }),
}
