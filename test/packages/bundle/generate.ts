import { parse } from 'yaml'
import { type GeneratedBundle, generateBundle, type GenerateOptions } from '../../../packages/bundle/index.ts'

/** A base that says as little as a base can. */
export const BASE = `apiVersion: operators.coreos.com/v1alpha1
kind: ClusterServiceVersion
metadata: {name: demo-operator.v0.0.0}
spec: {displayName: Demo}
`

/** A deployment with one container, with more of its pod where wanted. */
export function deployment(name: string, pod = '', image = 'quay.io/demo/op:v1'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      ${pod}
      containers:
      - {name: manager, image: "${image}"}
`
}

export function generate(
  documents: readonly string[],
  options: Partial<GenerateOptions> = {},
): Promise<GeneratedBundle> {
  return generateBundle({
    stream: { path: 'stream.yaml', text: documents.join('---\n') },
    packageName: 'demo-operator',
    version: '0.1.0',
    channels: ['alpha'],
    createdAt: '2026-01-31T12:00:00Z',
    ...options,
  })
}

/** The CSV as it is read. */
export function csvOf({ files, csvPath }: GeneratedBundle): unknown {
  return parse(files.get(csvPath) ?? '')
}

export function rules({ findings }: GeneratedBundle): string[] {
  return findings.map(({ rule }) => rule)
}
