import { isScalar, isSeq, parseDocument } from 'yaml'
import { UserError } from '../../plan/index.js'
/** The `PROJECT` file beside or above the manifests. */
export async function readProject(workspace, manifests) {
  const parts = manifests.split('/').filter((part) => part !== '' && part !== '.')
  for (let depth = parts.length; depth >= 0; depth--) {
    const path = [...parts.slice(0, depth), 'PROJECT'].join('/')
    const bytes = await workspace.read(path, 'PROJECT')
    if (bytes !== null) return parseProject(bytes.toString('utf8'), path)
  }
  return null
}
function parseProject(text, path) {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  const [problem] = document.errors
  if (problem !== undefined) {
    throw new UserError(`${path} is not YAML: ${problem.message}`, { file: path, advice: 'Correct it.' })
  }
  const name = document.get('projectName')
  const layout = document.get('layout', true)
  return { name: typeof name === 'string' ? name : '', layout: textsOf(layout).join(',') }
}
/** `layout` is a list of plugins; in old projects, one of them. */
function textsOf(node) {
  if (isScalar(node)) return [String(node.value)]
  return isSeq(node) ? node.items.flatMap(textsOf) : []
}
