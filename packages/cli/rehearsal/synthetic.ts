import type { WorldFile, HistoryEntry, RepositoryHistory } from './world-file.ts'

/** A train of any size, for measuring: its manifest and its world. */
export interface SyntheticStack {
  readonly manifest: string
  readonly world: WorldFile
}

/**
 * Makes a train of `count` components behind one operator: each depends on up to two earlier ones, has one release and
 * one feature waiting, and one image. The operator writes all their versions in its Makefile and lists them in its README.
 */
export function syntheticStack(count: number): SyntheticStack {
  const ids = Array.from({ length: count }, (_, index) => `c${String(index + 1).padStart(3, '0')}`)
  const needs = (index: number): string[] =>
    ids.slice(Math.max(0, Math.floor(index / 2) - 1), Math.floor(index / 2)).slice(0, 2)
  const components = ids.map(
    (id, index) => `
  ${id}:
    name: Component ${id}
    repository: synthetic/${id}
    workflow: release.yml
    images:
      - name: quay.io/synthetic/${id}
        channels: [dev, stable]
    depends-on: [${needs(index).join(', ')}]
`,
  )
  const manifest = `train: synthetic
title: Synthetic Stack
components:
  operator:
    name: Operator
    repository: synthetic/operator
    leads: true
    images:
      - name: quay.io/synthetic/operator
        channels: [dev, stable]
    depends-on: [${ids.join(', ')}]
    versions:
${ids.map((id) => `      - { of: ${id}, file: Makefile, form: makefile, key: ${id.toUpperCase()}_VERSION }`).join('\n')}
    matrix:
      file: README.md
      section: Compatibility Matrix
${components.join('')}`
  return {
    manifest,
    world: {
      now: '2024-04-05T09:00:00Z',
      repositories: [
        operator(ids),
        ...ids.map((id) =>
          repository(`synthetic/${id}`, { 'README.md': `# ${id}\n`, '.github/workflows/release.yml': WORKFLOW }),
        ),
      ],
    },
  }
}

const WORKFLOW = `name: Release
run-name: Release \${{ inputs.version }} (\${{ inputs.correlation-id }})
on:
  workflow_dispatch:
    inputs:
      version:
        required: true
      commit:
        required: true
      correlation-id:
        description: What this run is found by
`

function operator(ids: readonly string[]): RepositoryHistory {
  const rows = ['Operator', ...ids.map((id) => `Component ${id}`)].map((name) => `| ${name} | v1.0.0 |\n`)
  return repository('synthetic/operator', {
    Makefile: ids.map((id) => `${id.toUpperCase()}_VERSION ?= v1.0.0\n`).join(''),
    'README.md': `# Operator\n\n<!-- Compatibility Matrix start -->\n| Component | Version |\n|---|---|\n${rows.join('')}<!-- Compatibility Matrix end -->\n`,
  })
}

function repository(name: string, files: Readonly<Record<string, string>>): RepositoryHistory {
  const entry = { pull: null, releases: [], tags: [] }
  const history: HistoryEntry[] = [
    { ...entry, on: '2024-03-01', message: 'feat: first release', files, releases: ['v1.0.0'] },
    { ...entry, on: '2024-03-20', message: 'feat: something new', files: { 'feature.txt': 'new\n' } },
  ]
  return { name, description: '', history }
}
