import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FormName } from '../../../packages/versions/index.ts'

/** One place in which a version is written, and how a release script edits it with sed. */
export interface Reference {
  readonly of: string
  readonly file: string
  readonly form: FormName
  readonly key: string
  /** `s|…|…|` for `sed -i -E`, in the manner of the operator's own release. */
  readonly sed: string
}

interface Written {
  readonly file: string
  /** `«v1.40.0»` marks what is to be edited. */
  readonly marked: string
}

export const MEMBERS = [
  { id: 'mcad', name: 'MCAD', repository: 'project-codeflare/multi-cluster-app-dispatcher', next: '1.41.0' },
  { id: 'instascale', name: 'InstaScale', repository: 'project-codeflare/instascale', next: '0.5.0' },
  { id: 'kuberay', name: 'KubeRay', repository: 'ray-project/kuberay', next: '1.1.0' },
] as const

const [MCAD, INSTASCALE, KUBERAY] = MEMBERS
const VERSION = 'v[0-9]+\\.[0-9]+\\.[0-9]+'

const textOf = (marked: string): string => marked.replaceAll(/[«»]/g, '')
const NEXT = new Map([
  ['1.40.0', MCAD.next],
  ['0.4.0', INSTASCALE.next],
  ['1.0.0', KUBERAY.next],
])
const expectedOf = (marked: string): string =>
  marked.replaceAll(/«v([^»]*)»/g, (_mark, version: string) => `v${NEXT.get(version) ?? version}`)

/** One module of the repository: ten references in six files, among words that look like references. */
function moduleFiles(directory: string): { readonly written: readonly Written[]; readonly references: Reference[] } {
  const image = 'quay.io/project-codeflare'
  const at = (file: string): string => `${directory}/${file}`
  const reference = (
    of: string,
    file: string,
    form: FormName,
    key: string,
    pattern: string,
    tag: string,
  ): Reference => ({
    of,
    file: at(file),
    form,
    key,
    sed: `s|${pattern}${VERSION}|\\1v${tag}|g`,
  })
  const written = [
    {
      file: at('Makefile'),
      marked: `# MCAD_VERSION of v1.0.0 was the first; see MCAD_VERSION v1.40.0 in the notes.
MCAD_VERSION ?= «v1.40.0»  ## as tested
OLD_MCAD_VERSION ?= v1.39.0
INSTASCALE_VERSION ?= «v0.4.0»
KUBERAY_VERSION ?= «v1.0.0»
MCAD_CRD ?= \${MCAD_REPO}/config/crd?ref=\${MCAD_VERSION}
`,
    },
    {
      file: at('go.mod'),
      marked: `module example.com/${directory}

require (
	github.com/${MCAD.repository} «v1.40.0» // indirect
	github.com/${INSTASCALE.repository} «v0.4.0»
	github.com/${INSTASCALE.repository}-extra v0.4.0
)
`,
    },
    {
      file: at('params.env'),
      marked: `mcad-image=${image}/mcad-controller:«v1.40.0»\ninstascale-image=${image}/instascale-controller:«v0.4.0»\n`,
    },
    {
      file: at('kustomization.yaml'),
      marked: `resources:\n- github.com/${MCAD.repository}/config/crd?ref=«v1.40.0» # like v1.39.0\n- deployment.yaml\n`,
    },
    {
      file: at('deployment.yaml'),
      marked: `kind: Deployment
metadata:
  annotations: {note: "like ${image}/mcad-controller:v1.40.0 before"}
spec:
  containers:
  - image: ${image}/mcad-controller:«v1.40.0»
`,
    },
    { file: at('Dockerfile'), marked: `FROM scratch\nARG KUBERAY_VERSION="«v1.0.0»"\n# KUBERAY_VERSION v0.9.0\n` },
  ]
  return {
    written,
    references: [
      reference('mcad', 'Makefile', 'makefile', 'MCAD_VERSION', '(MCAD_VERSION.*)', MCAD.next),
      reference('instascale', 'Makefile', 'makefile', 'INSTASCALE_VERSION', '(INSTASCALE_VERSION.*)', INSTASCALE.next),
      reference('kuberay', 'Makefile', 'makefile', 'KUBERAY_VERSION', '(KUBERAY_VERSION.*)', KUBERAY.next),
      reference('mcad', 'go.mod', 'go-mod', `github.com/${MCAD.repository}`, `(${MCAD.repository}.*)`, MCAD.next),
      reference(
        'instascale',
        'go.mod',
        'go-mod',
        `github.com/${INSTASCALE.repository}`,
        `(${INSTASCALE.repository}.*)`,
        INSTASCALE.next,
      ),
      reference('mcad', 'params.env', 'params-env', 'mcad-image', '(mcad-image.*)', MCAD.next),
      reference('instascale', 'params.env', 'params-env', 'instascale-image', '(instascale-image.*)', INSTASCALE.next),
      reference(
        'mcad',
        'kustomization.yaml',
        'kustomize-ref',
        `github.com/${MCAD.repository}`,
        `(${MCAD.repository}.*)`,
        MCAD.next,
      ),
      reference('mcad', 'deployment.yaml', 'yaml-image', `${image}/mcad-controller`, '(mcad-controller.*)', MCAD.next),
      reference('kuberay', 'Dockerfile', 'dockerfile', 'KUBERAY_VERSION', '(KUBERAY_VERSION.*)', KUBERAY.next),
    ],
  }
}

export interface BenchRepository {
  readonly references: readonly Reference[]
  /** What each file with references shall hold afterwards. */
  readonly expected: ReadonlyMap<string, string>
  readonly files: number
}

/** Writes a repository of so many files; `references / 10` of its directories have ten references each. */
export async function writeRepository(root: string, files: number, references: number): Promise<BenchRepository> {
  const modules = Array.from({ length: references / 10 }, (_, index) => moduleFiles(`module-${index}`))
  const written = modules.flatMap((module) => module.written)
  const manifest = manifestOf(modules.flatMap((module) => module.references))
  const filler = Array.from({ length: files - written.length - 1 }, (_, index) => ({
    file: `pkg/p${index % 97}/file${index}.go`,
    text: `package p${index % 97}\n\n${`// Line about MCAD_VERSION v1.40.0 and ${index}.\n`.repeat(40)}`,
  }))
  const all = [
    ...written.map(({ file, marked }) => ({ file, text: textOf(marked) })),
    { file: 'release-train.yaml', text: manifest },
    ...filler,
  ]
  for (const directory of new Set(all.map(({ file }) => dirname(file))))
    await mkdir(join(root, directory), { recursive: true })
  for (const { file, text } of all) await writeFile(join(root, file), text)
  return {
    references: modules.flatMap((module) => module.references),
    expected: new Map(written.map(({ file, marked }) => [file, expectedOf(marked)])),
    files: all.length,
  }
}

function manifestOf(references: readonly Reference[]): string {
  const places = references.map(
    ({ of, file, form, key }) => `      - { of: ${of}, file: ${file}, form: ${form}, key: ${key} }\n`,
  )
  return `train: bench
title: Bench
components:
  operator:
    name: Operator
    repository: org/operator
    leads: true
    versions:
${places.join('')}external:
${MEMBERS.map(({ id, name, repository }) => `  ${id}: { name: ${name}, repository: ${repository} }\n`).join('')}`
}
