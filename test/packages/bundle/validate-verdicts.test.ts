/**
 * Odd values, and whether `operator-sdk bundle validate` v1.42.3 (suite operatorframework) lets the bundle pass: each one was run
 * through it on the bundle of validate-scenarios.ts.
 */
import { expect, it } from 'vitest'
import { validateBundle } from '../../../packages/bundle/index.ts'
import { ANNOTATIONS, CSV, edit, type Files, goodBundle } from './validate-scenarios.ts'

const CRD = 'manifests/workload.codeflare.dev_appwrappers.yaml'
const OLM = 'operators.operatorframework.io.bundle'

type Case = readonly [what: string, passes: boolean, change: (files: Files) => void]
const at =
  (file: string, path: string, value: unknown): Case[2] =>
  (files) =>
    edit(files, file, path.split('.'), value)
const addition =
  (text: string): Case[2] =>
  (files) =>
    void files.set('manifests/x.yaml', Buffer.from(text))
const mail = (email: string, passes: boolean): Case => [
  `mail ${email}`,
  passes,
  at(CSV, 'spec.maintainers', [{ name: 'x', email }]),
]
const url = (text: string, passes: boolean): Case => [
  `url ${text}`,
  passes,
  at(CSV, 'spec.links', [{ name: 'x', url: text }]),
]
const range = (version: string, passes: boolean): Case => [
  `range ${version}`,
  passes,
  (files) =>
    void files.set(
      'metadata/dependencies.yaml',
      Buffer.from(JSON.stringify({ dependencies: [{ type: 'olm.package', value: { packageName: 'x', version } }] })),
    ),
]
const configMap = (metadata: object): Case[2] =>
  addition(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata }))
const crd = (path: string, value: unknown, passes: boolean): Case => [
  `CRD ${path} ${JSON.stringify(value)}`,
  passes,
  at(CRD, `spec.${path}`, value),
]
const csv = (path: string, value: unknown, passes: boolean): Case => [
  `CSV ${path} ${JSON.stringify(value)}`,
  passes,
  at(CSV, path, value),
]
const webhook = (webhookOf: object): object => ({ strategy: 'Webhook', webhook: webhookOf })

const CASES: readonly Case[] = [
  mail('x@y', true),
  mail('"q q"@y.z', true),
  mail('x@[1.2.3.4]', true),
  mail('x@y (comment)', true),
  mail('a b <c@d>', true),
  mail('ä@b.c', true),
  mail('X Y x@y.z', false),
  mail('a..b@c.d', false),
  mail('a@b,c@d', false),
  mail('@b', false),
  url('x:y', true),
  url('//x', true),
  url('*', true),
  url('http://h?x=%zz', true),
  url('javascript:alert(1)', true),
  url('1:x', false),
  url('/%zz', false),
  url('http://a b', false),
  url('http://a:b', false),
  url('http://[::1', false),
  url('http://exa%6dple/', false),
  range('>=1.0.0 <2.0.0', true),
  range('>= 1.0.0', true),
  range('>=1.x', true),
  range('!1.0.0', true),
  range('1.0.0 - 2.0.0', true),
  range('1.0', false),
  range('~1.0.0', false),
  range('*', false),
  range('1.0.0 ||', false),
  csv('spec.version', 5, false),
  csv('spec.version', '01.2.3', true),
  csv('spec.version', '1.2.3.4', false),
  csv('spec.version', '0.0.0', false),
  csv('spec.displayName', 5, true),
  csv('spec.displayName', { a: 1 }, false),
  csv('spec.keywords', 'x', false),
  csv('spec.provider', { name: '  ' }, false),
  csv('spec.icon', null, true),
  csv('spec.installModes.0.supported', 'x', false),
  csv('spec.install.strategy', '', false),
  csv(
    'spec.customresourcedefinitions.owned.+',
    { name: 'appwrappers.workload.codeflare.dev', version: 'v1beta2', kind: 'AppWrapper' },
    false,
  ),
  csv('metadata.annotations', 'x', false),
  csv('metadata.generation', -1, true),
  csv('apiVersion', '', false),
  csv('metadata.annotations.alm-examples', '[null]', false),
  csv('metadata.annotations.alm-examples', 'null', true),
  csv('metadata.annotations.categories', 'Security,,Storage', false),
  crd('group', 'x', false),
  crd('scope', undefined, false),
  crd('names.kind', 'app_wrapper', false),
  crd('names.listKind', 'AppWrapper', false),
  crd('names.singular', '', true),
  crd('versions', [], false),
  crd('versions.0.name', 'V1', false),
  crd('versions.0.deprecationWarning', 'x', false),
  crd('versions.0.additionalPrinterColumns.0.type', 'foo', false),
  crd('versions.0.subresources', { scale: { specReplicasPath: 'x', statusReplicasPath: '.status.x' } }, false),
  crd('versions.0.schema.openAPIV3Schema.type', 'foo', true),
  crd('versions.0.selectableFields', [{ jsonPath: '.spec.suspend' }], true),
  crd('versions.0.selectableFields', [{ jsonPath: '.spec.nope' }], false),
  crd('preserveUnknownFields', true, false),
  crd('conversion', { strategy: 'Foo' }, false),
  crd(
    'conversion',
    webhook({ conversionReviewVersions: ['v1'], clientConfig: { service: { name: 'a', namespace: 'b' } } }),
    true,
  ),
  crd('conversion', webhook({ conversionReviewVersions: ['v2'], clientConfig: { url: 'https://x' } }), false),
  crd('conversion', webhook({ conversionReviewVersions: ['v1'], clientConfig: { url: 'http://x' } }), false),
  ['an object whose name is a number', false, configMap({ name: 5 })],
  ['labels that are no texts', true, configMap({ name: 'a', labels: { 'b c': 5 } })],
  ['a finalizer with a blank', false, configMap({ name: 'a', finalizers: ['x y'] })],
  ['a negative generation', false, configMap({ name: 'a', generation: -5 })],
  ['managed fields of another operation', false, configMap({ name: 'a', managedFields: [{ operation: 'x' }] })],
  ['a key that is there twice', true, addition('kind: ConfigMap\nmetadata:\n  name: a\nkind: Secret\n')],
  ['a second document that is no YAML', true, addition('kind: ConfigMap\nmetadata:\n  name: a\n---\n: :\n  - [\n')],
  ['a file with comments only', false, addition('# only comment\n')],
  ['a file with one text', false, addition('text\n')],
  [
    'manifests in ./manifests//',
    true,
    at(ANNOTATIONS, 'annotations', {
      [`${OLM}.mediatype.v1`]: 'registry+v1',
      [`${OLM}.manifests.v1`]: './manifests//',
      [`${OLM}.metadata.v1`]: 'metadata/',
      [`${OLM}.package.v1`]: '',
      [`${OLM}.channels.v1`]: 'alpha',
    }),
  ],
]

it.each(CASES)('%s: passes %s', (_, passes, change) => {
  const files = goodBundle()
  change(files)
  const errors = validateBundle(files).filter(
    ({ rule, severity }) => rule.startsWith('operator-sdk/') && severity === 'error',
  )
  expect(errors.length === 0).toBe(passes)
})
