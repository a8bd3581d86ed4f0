import { describe, expect, it } from 'vitest'
import { packed } from '../../golden/bundle-generate.ts'
import { BASE, csvOf, deployment, generate, rules } from './generate.ts'

const { inputs } = await packed()
const base = inputs['base'] ?? ''

describe('where operator-sdk panics', () => {
  it('a role that two bindings name is taken for each', async () => {
    const bundle = await generate([base, inputs['crash/two-rolebindings-one-role'] ?? ''])
    const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] }
    expect(csvOf(bundle)).toMatchObject({
      spec: { install: { spec: { permissions: [{ serviceAccountName: 'demo-sa', rules: [rule, rule] }] } } },
    })
    expect([...bundle.files.keys()].filter((path) => path.includes('role'))).toEqual([])
  })

  it('of roles with one name, each binding gets that of its namespace', async () => {
    const role = (namespace: string, verb: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: r, namespace: ${namespace}}
rules: [{apiGroups: [""], resources: [pods], verbs: [${verb}]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: r, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
subjects: [{kind: ServiceAccount, name: sa}]
`
    const bundle = await generate([
      BASE,
      role('one', 'get'),
      role('two', 'list'),
      deployment('d', 'serviceAccountName: sa'),
    ])
    expect(csvOf(bundle)).toMatchObject({
      spec: { install: { spec: { permissions: [{ rules: [{ verbs: ['get'] }, { verbs: ['list'] }] }] } } },
    })
  })

  it('a base without annotations gets some', async () => {
    const bundle = await generate([inputs['crash/base-without-annotations'] ?? ''])
    expect(csvOf(bundle)).toMatchObject({
      metadata: { annotations: { 'alm-examples': '[]', createdAt: '2026-01-31T12:00:00Z' } },
    })
  })

  it('a conversion without a path has none', async () => {
    const bundle = await generate([inputs['conversion-bugs/nopath'] ?? ''])
    const csv = csvOf(bundle)
    expect(csv).toMatchObject({
      spec: {
        webhookdefinitions: [{ type: 'ConversionWebhook', conversionCRDs: ['aaas.example.com'], containerPort: 443 }],
      },
    })
    expect(JSON.stringify(csv)).not.toContain('webhookPath')
  })
})

describe('what operator-sdk loses', () => {
  it('related images that the base lists by hand come after those that were found', async () => {
    const env = deployment('d').replace(
      'image: "quay.io/demo/op:v1"}',
      'image: "quay.io/demo/op:v1", env: [{name: RELATED_IMAGE_RAY_HEAD, value: "quay.io/ray/head:2"}]}',
    )
    const { relatedImages } = await generate([base, env])
    expect(relatedImages).toEqual([
      { name: 'ray-head', image: 'quay.io/ray/head:2' },
      { name: 'manual', image: 'quay.io/x/manual:1' },
    ])
  })

  it('both of two bindings with one name are written', async () => {
    const binding = (namespace: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: b, namespace: ${namespace}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: elsewhere}
subjects: [{kind: User, name: ${namespace}}]
`
    const { files } = await generate([BASE, binding('one'), binding('two')])
    const written = [...files]
      .filter(([path]) => path.includes('rolebinding'))
      .map(([path, text]) => [path, /name: (one|two)/.exec(text)?.[1]])
    expect(written).toEqual([
      ['manifests/b_rbac.authorization.k8s.io_v1_rolebinding.yaml', 'one'],
      ['manifests/dup0_b_rbac.authorization.k8s.io_v1_rolebinding.yaml', 'two'],
    ])
  })

  it('annotations of the project stay in annotations.yaml and are labels', async () => {
    const text = `annotations:
  operators.operatorframework.io.bundle.channels.v1: beta
  # Which OpenShift.
  com.redhat.openshift.versions: v4.12
  note: "with blanks and a $"
`
    const bundle = await generate([BASE], { annotations: { path: 'bundle/metadata/annotations.yaml', text } })
    expect(bundle.files.get('metadata/annotations.yaml')).toContain(`
  # Annotations of this project.
  com.redhat.openshift.versions: v4.12
  note: with blanks and a $
`)
    expect(bundle.files.get('metadata/annotations.yaml')).toContain('channels.v1: alpha\n')
    expect(bundle.dockerfile).toContain(`
# Labels of this project.
LABEL com.redhat.openshift.versions=v4.12
LABEL note="with blanks and a \\$"
`)
  })

  it('an annotations.yaml that cannot be read is not overwritten', async () => {
    const annotations = { path: 'bundle/metadata/annotations.yaml', text: 'annotations: [a\n' }
    await expect(generate([BASE], { annotations })).rejects.toThrow(/is there and holds no “annotations”/)
  })

  it('a channel that looks like a number stays a text', async () => {
    const { files } = await generate([BASE], { channels: ['4.10'] })
    expect(files.get('metadata/annotations.yaml')).toContain('channels.v1: "4.10"\n')
  })
})

describe('what OLM cannot take is told', () => {
  it('kinds that no bundle holds, by name', async () => {
    const job = (name: string): string => `apiVersion: batch/v1\nkind: Job\nmetadata: {name: ${name}}\n`
    const bundle = await generate([
      BASE,
      job('migrate'),
      job('seed'),
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n',
    ])
    expect(bundle.findings).toMatchObject([
      {
        rule: 'dropped-kind',
        severity: 'warning',
        line: 6,
        message: expect.stringMatching(/^Job\.batch .*migrate, seed/),
      },
      { rule: 'dropped-kind', severity: 'info', message: expect.stringContaining('Namespace') },
    ])
  })

  it('a custom resource of a definition in the stream is an example, not dropped', async () => {
    const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: foos.g.io}
spec: {group: g.io, names: {kind: Foo, plural: foos}, scope: Namespaced, versions: [{name: v1, served: true, storage: true}, {name: v2, served: false, storage: false}]}
`
    const foo = (version: string): string =>
      `apiVersion: g.io/${version}\nkind: Foo\nmetadata: {name: ${version}}\nspec: {html: "<b> & c"}\n`
    const bundle = await generate([BASE, crd, foo('v1'), foo('v2')])
    expect(csvOf(bundle)).toMatchObject({
      metadata: { annotations: { 'alm-examples': expect.stringContaining('"html": "\\u003cb\\u003e \\u0026 c"') } },
      spec: { customresourcedefinitions: { owned: [{ kind: 'Foo', name: 'foos.g.io', version: 'v1' }] } },
    })
    expect(bundle.findings.map(({ message }) => message)).toEqual([expect.stringContaining('Foo.g.io is no kind')])
  })

  it('namespaceSelector, matchConditions, webhooks by URL and without a deployment', async () => {
    const bundle = await generate([
      BASE,
      `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: m}
webhooks:
- name: selecting
  clientConfig: {service: {name: hooks-service, namespace: x}}
  namespaceSelector: {matchLabels: {a: b}}
  matchConditions: [{name: c, expression: "true"}]
- name: byurl
  clientConfig: {url: "https://example.com"}
`,
    ])
    expect(rules(bundle)).toEqual([
      'webhook-namespace-selector',
      'webhook-match-conditions',
      'webhook-without-deployment',
      'webhook-without-service',
    ])
    expect(csvOf(bundle)).toMatchObject({
      spec: { webhookdefinitions: [{ generateName: 'byurl' }, { generateName: 'selecting', deploymentName: 'hooks' }] },
    })
  })

  it('a conversion by a service that is not there', async () => {
    const [, , crd = ''] = (inputs['conversion-bugs/nopath'] ?? '').split(/^---\n/m).slice(1)
    const bundle = await generate([BASE, crd])
    expect(bundle.findings).toMatchObject([{ rule: 'conversion-without-service', crd: 'aaas.example.com' }])
  })

  it('fields that Kubernetes does not know, and documents that are no objects', async () => {
    const bundle = await generate([BASE, deployment('d', 'serviceAcountName: typo'), '- not\n- an object\n'])
    expect(bundle.findings).toMatchObject([
      { rule: 'not-an-object', line: 18 },
      { rule: 'unknown-field', line: 6, path: '.spec.template.spec.serviceAcountName' },
    ])
  })

  it('annotations of a deployment', async () => {
    const bundle = await generate([BASE, deployment('d').replace('{name: d}', '{name: d, annotations: {a: b}}')])
    expect(rules(bundle)).toEqual(['deployment-annotations'])
  })
})

describe('the base', () => {
  it('is taken from bases/ when the stream has none', async () => {
    const bases = {
      path: 'config/manifests/bases/demo-operator.clusterserviceversion.yaml',
      text: BASE.replace('v0.0.0', 'vX.Y.Z'),
    }
    const { csvName, findings } = await generate([deployment('d')], { bases, version: undefined })
    expect({ csvName, findings }).toEqual({ csvName: 'demo-operator.v0.0.0', findings: [] })
  })

  it('is made up when there is none, and that is an error', async () => {
    const bundle = await generate([deployment('d')])
    expect(bundle.findings).toMatchObject([{ severity: 'error', rule: 'no-csv' }])
    expect(csvOf(bundle)).toMatchObject({
      spec: {
        displayName: 'Demo Operator',
        description: 'Demo Operator description. TODO.',
        keywords: ['demo-operator'],
      },
    })
  })

  it('of two, the first counts, and that is an error with both lines', async () => {
    const bundle = await generate([BASE, BASE.replace('Demo', 'Second')])
    expect(bundle.findings).toMatchObject([{ severity: 'error', rule: 'two-csvs', line: 6 }])
    expect(csvOf(bundle)).toMatchObject({ spec: { displayName: 'Demo' } })
  })

  it('of another package is an error', async () => {
    const bundle = await generate([BASE.replace('demo-operator', 'other')])
    expect(bundle.findings).toMatchObject([{ severity: 'error', rule: 'csv-of-another-package' }])
  })
})

describe('what cannot be made is refused by name', () => {
  it.each([
    ['a version with a v', { version: 'v1.0.0' }, /Input “version” is “v1.0.0”/],
    ['a version with a leading zero', { version: '1.02.0' }, /which is not a semantic version/],
    ['a version of two numbers', { version: '1.2' }, /which is not a semantic version/],
    ['build metadata', { version: '1.0.0+build' }, /would hold a “\+”/],
    ['a channel with a blank', { channels: ['alpha beta'] }, /channel “alpha beta” is not allowed/],
    ['no channel', { channels: [] }, /names no channel/],
    ['a default channel that is none of the channels', { defaultChannel: 'beta' }, /which is none of alpha/],
    ['a package that is a path', { packageName: '../x' }, /Input “package”/],
  ])('%s', async (_, options, message) => {
    await expect(generate([BASE], options)).rejects.toThrow(message)
  })

  it.each([
    ['a document that is not YAML', 'a: "b\n', /Missing closing/],
    [
      'a value of another type',
      deployment('d').replace('{matchLabels: {app: d}}', 'no'),
      /has “false” at \.spec\.selector; expected an object/,
    ],
    [
      'a quantity that is none',
      deployment('d', '').replace('manager,', 'manager, resources: {limits: {cpu: lots}},'),
      /“lots” at .*cpu; expected a quantity/,
    ],
    [
      'a name that is a path',
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ../../x}\n',
      /cannot be part of a file's name/,
    ],
    [
      'a definition of an unknown version',
      'apiVersion: apiextensions.k8s.io/v2\nkind: CustomResourceDefinition\nmetadata: {name: x}\n',
      /version “v2”/,
    ],
    [
      'two scorecard configurations',
      'apiVersion: scorecard.operatorframework.io/v1alpha3\nkind: Configuration\nmetadata: {name: a}\n---\napiVersion: scorecard.operatorframework.io/v1alpha3\nkind: Configuration\nmetadata: {name: b}\n',
      /two scorecard configurations/,
    ],
    [
      'a related image from elsewhere',
      deployment('d').replace(
        'manager,',
        'manager, env: [{name: RELATED_IMAGE_X, valueFrom: {fieldRef: {fieldPath: metadata.name}}}],',
      ),
      /takes its value from elsewhere/,
    ],
  ])('%s, with its line', async (_, document, message) => {
    await expect(generate([BASE, document])).rejects.toMatchObject({
      message: expect.stringMatching(message),
      place: { file: 'stream.yaml', line: expect.any(Number) },
    })
  })
})
