import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type MatrixRequest, planMatrix } from '../../../packages/matrix/index.ts'
import { apply, Workspace } from '../../../packages/plan/index.ts'
import { parseManifest, type Train } from '../../../packages/train/index.ts'

/** A checkout that holds these files, gone when the test ends. */
export function checkout(files: Readonly<Record<string, string>>): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'matrix-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return new Workspace(root)
}

export const fixture = (path: string): string =>
  readFileSync(new URL(`../../fixtures/matrix/${path}`, import.meta.url), 'utf8')

export interface TrainParts {
  /** Lines of `versions:` of the operator. */
  readonly versions?: readonly string[]
  /** Further lines under `components:` and `external:`. */
  readonly components?: string
  readonly external?: string
  readonly sdkImages?: string
  /** More of the operator. */
  readonly beside?: string
}

/** The stack of the ADR, as the matrix showed it then. */
export function adrTrain({
  versions = [],
  components = '',
  external = '',
  sdkImages = '[]',
  beside = '',
}: TrainParts = {}): Train {
  const places = versions.length === 0 ? '' : `    versions:\n${versions.map((line) => `      - ${line}\n`).join('')}`
  return parseManifest(
    `train: codeflare
title: CodeFlare Stack
components:
  operator:
    name: CodeFlare Operator
    repository: project-codeflare/codeflare-operator
    leads: true
    depends-on: [mcad, sdk, instascale, kuberay]
${places}${beside}  mcad: { name: Multi-Cluster App Dispatcher, repository: project-codeflare/multi-cluster-app-dispatcher }
  sdk: { name: CodeFlare SDK, repository: project-codeflare/codeflare-sdk, images: ${sdkImages} }
  instascale: { name: InstaScale, repository: project-codeflare/instascale }
${components}external:
  kuberay: { name: KubeRay, repository: ray-project/kuberay }
${external}`,
    'release-train.yaml',
  )
}

/** What planMatrix is asked where a test says nothing else. */
export function request(workspace: Workspace, train: Train, others: Partial<MatrixRequest> = {}): MatrixRequest {
  return {
    workspace,
    train,
    repository: 'project-codeflare/codeflare-operator',
    server: 'https://github.com',
    file: 'README.md',
    section: 'Compatibility Matrix',
    versions: [],
    downgrades: [],
    mode: 'update',
    sources: true,
    tagExists: null,
    notesFile: null,
    digests: false,
    digestOf: null,
    past: null,
    historyFile: null,
    historyLength: 10,
    ...others,
  }
}

/** Plans, applies, and reads the file back. */
export async function updated(
  workspace: Workspace,
  train: Train,
  others: Partial<MatrixRequest> = {},
): Promise<string> {
  const plan = await planMatrix(request(workspace, train, others))
  if (plan.refusal !== null) throw plan.refusal
  await apply(plan.changes)
  return String(await workspace.read(others.file ?? 'README.md'))
}
