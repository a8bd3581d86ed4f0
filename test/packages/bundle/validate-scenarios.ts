import { parse } from 'yaml'
import { unpack } from './graph-data.ts'

/** Files of a bundle that a scenario changes. */
export type Files = Map<string, Buffer>

export const CSV = 'manifests/codeflare-operator.clusterserviceversion.yaml'
export const CRD = 'manifests/workload.codeflare.dev_appwrappers.yaml'
export const ANNOTATIONS = 'metadata/annotations.yaml'
const OLM = 'operators.operatorframework.io.bundle.'

/** A bundle without faults, as it was generated. */
export function goodBundle(): Files {
  return new Map(
    Object.entries(unpack<Record<string, string>>('validate/codeflare-operator-1.16.0')).map(([path, text]) => [
      path,
      Buffer.from(text),
    ]),
  )
}

type Tree = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- free-form manifests that scenarios cut at will

/** Changes the object in a file. */
export function edit(files: Files, path: string, change: (object: Tree) => void): void {
  const object: Tree = parse(files.get(path)?.toString('utf8') ?? '')
  change(object)
  files.set(path, Buffer.from(JSON.stringify(object, null, 1)))
}
const csv = (change: (csv: Tree) => void) => (files: Files) => edit(files, CSV, change)
const crd = (change: (crd: Tree) => void) => (files: Files) => edit(files, CRD, change)
const spec = (change: (spec: Tree) => void) => csv((object) => change(object['spec']))
const note = (key: string, value: string) => csv((object) => (object['metadata'].annotations[key] = value))
const label = (key: string, value: string | null) => (files: Files) =>
  edit(files, ANNOTATIONS, ({ annotations }) => {
    if (value === null) delete annotations[OLM + key]
    else annotations[OLM + key] = value
  })
const add = (name: string, content: string | Tree) => (files: Files) =>
  void files.set(`manifests/${name}`, Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)))
const dependencies = (type: string, value: Tree) => (files: Files) =>
  void files.set('metadata/dependencies.yaml', Buffer.from(JSON.stringify({ dependencies: [{ type, value }] })))
const drop = (start: string) => (files: Files) => {
  for (const path of files.keys()) if (path.startsWith(start)) files.delete(path)
}
const configMap = (metadata: Tree) => add('cm.yaml', { apiVersion: 'v1', kind: 'ConfigMap', metadata })
const owned = (object: Tree): Tree => object['customresourcedefinitions'].owned[0]
const mode = (object: Tree, type: string): Tree => object['installModes'].find((one: Tree) => one['type'] === type)
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
  'name-uppercase': csv((object) => (object['metadata'].name = 'Codeflare-operator.v1.16.0')),
  'name-too-long': csv((object) => (object['metadata'].name = `${'a'.repeat(60)}.v1.16.0`)),
  'name-empty': csv((object) => (object['metadata'].name = '')),
  'name-without-v': csv((object) => (object['metadata'].name = 'codeflare-operator.1.16.0')),
  'name-no-semver': csv((object) => (object['metadata'].name = 'codeflare-operator')),
  'replaces-invalid': spec((object) => (object['replaces'] = 'Codeflare_operator.v1')),
  'replaces-itself': spec((object) => (object['replaces'] = 'codeflare-operator.v1.16.0')),
  'no-annotations': csv((object) => delete object['metadata'].annotations),
  'alm-missing': csv((object) => delete object['metadata'].annotations['alm-examples']),
  'alm-empty-string': note('alm-examples', ''),
  'alm-bad-json': note('alm-examples', '[{'),
  'alm-object': note('alm-examples', '{}'),
  'alm-unknown-api': note('alm-examples', example('x.y/v1', 'Z')),
  'alm-good': note('alm-examples', example('workload.codeflare.dev/v1beta2', 'AppWrapper')),
  'alm-and-olm': note('olm.examples', '[]'),
  'skiprange-wrong-case': note('olm.skiprange', '<1.16.0'),
  'olm-properties': note('olm.properties', '[]'),
  'installmodes-none': spec((object) => delete object['installModes']),
  'installmodes-dup': spec((object) => object['installModes'].push({ type: 'AllNamespaces', supported: true })),
  'installmodes-unsupported': spec((object) => (mode(object, 'AllNamespaces')['supported'] = false)),
  'conversion-multi': spec((object) => {
    mode(object, 'OwnNamespace')['supported'] = true
    object['webhookdefinitions'][0].conversionCRDs = ['appwrappers.workload.codeflare.dev']
  }),
  'minkube-ok': spec((object) => (object['minKubeVersion'] = '1.25.0')),
  'minkube-short': spec((object) => (object['minKubeVersion'] = '1.25')),
  'minkube-v': spec((object) => (object['minKubeVersion'] = 'v1.25.0')),
  'version-missing': spec((object) => delete object['version']),
  'version-bad': spec((object) => (object['version'] = '1.16')),
  'displayname-missing': spec((object) => delete object['displayName']),
  'install-missing': spec((object) => delete object['install']),
  'deployments-empty': spec((object) => (object['install'].spec.deployments = [])),
  'deployments-missing': spec((object) => delete object['install'].spec.deployments),
  'no-resource-requests': spec(
    (object) => delete object['install'].spec.deployments[0].spec.template.spec.containers[0].resources,
  ),
  'permission-create-crd': spec((object) =>
    object['install'].spec.clusterPermissions[0].rules.push({
      apiGroups: ['apiextensions.k8s.io'],
      resources: ['customresourcedefinitions'],
      verbs: ['create'],
    }),
  ),
  'owned-crd-missing-file': drop(CRD),
  'crd-not-owned': spec((object) => (object['customresourcedefinitions'] = {})),
  'owned-wrong-version': spec((object) => (owned(object)['version'] = 'v9')),
  'owned-bad-name': spec((object) => (owned(object)['name'] = 'appwrappers')),
  'owned-described': spec((object) => (owned(object)['description'] = 'A set of objects')),
  'required-crd': spec(
    (object) => (object['customresourcedefinitions'].required = [{ name: 'a.b.c', kind: 'A', version: 'v1' }]),
  ),
  'crd-invalid-scope': crd((object) => (object['spec'].scope = 'Nope')),
  'crd-name-mismatch': crd((object) => (object['metadata'].name = 'foo.workload.codeflare.dev')),
  'crd-two-storage': crd((object) => (object['spec'].versions = [{ name: 'v1beta2', served: true, storage: false }])),
  'crd-no-schema': crd((object) => delete object['spec'].versions[0].schema),
  'crd-v1alpha1': crd((object) => (object['apiVersion'] = 'apiextensions.k8s.io/v1alpha1')),
  'capability-bad': note('capabilities', 'Basic'),
  'capability-ok-autopilot': note('capabilities', 'Auto Pilot'),
  'category-bad': note('categories', 'AI/ML'),
  'category-observability': note('categories', 'Observability'),
  'category-list-spaces': note('categories', 'Big Data ,  Monitoring'),
  'category-empty': note('categories', ''),
  'icon-none': spec((object) => delete object['icon']),
  'icon-two': spec((object) => object['icon'].push(object['icon'][0])),
  'icon-empty-fields': spec((object) => (object['icon'] = [{ base64data: '', mediatype: '' }])),
  'icon-mediatype': spec((object) => (object['icon'][0].mediatype = 'image/webp')),
  'maintainer-no-email': spec((object) => (object['maintainers'] = [{ name: 'x' }])),
  'maintainer-bad-email': spec((object) => (object['maintainers'] = [{ name: 'x', email: 'nope' }])),
  'maintainer-named-email': spec((object) => (object['maintainers'] = [{ name: 'x', email: 'X Y <x@y.z>' }])),
  'maintainers-none': spec((object) => delete object['maintainers']),
  'link-no-url': spec((object) => (object['links'] = [{ name: 'x' }])),
  'link-bad-url': spec((object) => (object['links'] = [{ name: 'x', url: 'github.com/x' }])),
  'link-path-url': spec((object) => (object['links'] = [{ name: 'x', url: '/x' }])),
  'provider-missing': spec((object) => delete object['provider']),
  'relatedimages-empty': spec((object) => (object['relatedImages'] = [{ name: 'a', image: '' }])),
  'relatedimages-bad': spec((object) => (object['relatedImages'] = [{ name: 'a', image: 'A B' }])),
  'ann-missing-package': label('package.v1', null),
  'ann-missing-channels': label('channels.v1', null),
  'ann-empty-channels': label('channels.v1', ''),
  'ann-empty-default': label('channel.default.v1', ''),
  'ann-mediatype': label('mediatype.v1', 'plain+v0'),
  'ann-manifests-missing': label('manifests.v1', null),
  'ann-manifests-wrong': label('manifests.v1', 'deploy/'),
  'ann-metadata-missing': label('metadata.v1', null),
  'ann-file-missing': (files) => {
    drop(ANNOTATIONS)(files)
    files.set('metadata/README.md', Buffer.from('# none\n'))
  },
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
  'deprecated-crd-v1beta1': crd((object) => (object['apiVersion'] = 'apiextensions.k8s.io/v1beta1')),
  'deprecated-pdb': pdb,
  'deprecated-pdb-minkube': (files) => {
    pdb(files)
    spec((object) => (object['minKubeVersion'] = '1.25.0'))(files)
  },
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
