import { type GitHub, orAbsent } from './client.ts'
import type { RepositoryName } from './repository.ts'

/** What a workflow takes when somebody starts it. */
export interface DispatchInterface {
  /** Its inputs by name; null where it cannot be started (`on: workflow_dispatch` is missing). */
  readonly inputs: ReadonlyMap<string, { readonly required: boolean }> | null
  /** `run-name`, unresolved; empty where there is none. */
  readonly runName: string
}

/** What a workflow takes at a ref; null where there is no such file. A file that is no YAML takes nothing. */
export async function readDispatchInterface(
  github: GitHub,
  { owner, repo }: RepositoryName,
  workflow: string,
  ref: string,
): Promise<DispatchInterface | null> {
  const path = `.github/workflows/${workflow}`
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/contents/{path}', { owner, repo, path, ref }))
  const data: unknown = found?.data
  if (typeof data !== 'object' || data === null || !('content' in data) || typeof data.content !== 'string') return null
  return parseDispatchInterface(Buffer.from(data.content, 'base64').toString('utf8'))
}

/** Loads the YAML parser only here: most actions read no workflow. */
export async function parseDispatchInterface(text: string): Promise<DispatchInterface> {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text)
  const workflow: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 })
  const triggers = field(workflow, 'on')
  const runName = field(workflow, 'run-name')
  return {
    inputs: inputsOf(triggers),
    runName: typeof runName === 'string' ? runName : '',
  }
}

/** `on` is one word, a list of words, or a mapping in which a trigger's details may be left out. */
function inputsOf(triggers: unknown): Map<string, { required: boolean }> | null {
  const words = typeof triggers === 'string' ? [triggers] : Array.isArray(triggers) ? triggers : null
  if (words !== null) return words.includes('workflow_dispatch') ? new Map() : null
  if (typeof triggers !== 'object' || triggers === null || !('workflow_dispatch' in triggers)) return null
  const declared = field(triggers.workflow_dispatch, 'inputs')
  const entries = typeof declared === 'object' && declared !== null ? Object.entries(declared) : []
  return new Map(
    entries.map(([name, details]) => {
      const hasDefault = field(details, 'default') !== undefined
      return [name, { required: field(details, 'required') === true && !hasDefault }]
    }),
  )
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? new Map<string, unknown>(Object.entries(of)).get(name) : undefined
}
