import { orAbsent } from './client.js'
/** What a workflow takes at a ref; null where there is no such file. A file that is no YAML takes nothing. */
export async function readDispatchInterface(github, { owner, repo }, workflow, ref) {
  const path = `.github/workflows/${workflow}`
  const found = await orAbsent(github.request('GET /repos/{owner}/{repo}/contents/{path}', { owner, repo, path, ref }))
  const data = found?.data
  if (typeof data !== 'object' || data === null || !('content' in data) || typeof data.content !== 'string') return null
  return parseDispatchInterface(Buffer.from(data.content, 'base64').toString('utf8'))
}
/** Loads the YAML parser only here: most actions read no workflow. */
export async function parseDispatchInterface(text) {
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text)
  const workflow = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 })
  const triggers = field(workflow, 'on')
  const runName = field(workflow, 'run-name')
  return {
    inputs: inputsOf(triggers),
    runName: typeof runName === 'string' ? runName : '',
  }
}
/** `on` is one word, a list of words, or a mapping in which a trigger's details may be left out. */
function inputsOf(triggers) {
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
function field(of, name) {
  return typeof of === 'object' && of !== null ? new Map(Object.entries(of)).get(name) : undefined
}
