import { posix } from 'node:path'
import { UserError } from '../../plan/index.js'
const FORMS = 'OWNER/REPO@REF:PATH or ./local/path'
/**
 * Parses one line of the input `sources`.
 *
 * @throws UserError saying which part is missing or wrong.
 */
export function parseSource(text) {
  if (text.startsWith('./') || text === '.') return { kind: 'local', path: cleanPath(text, text) }
  const [, repository = '', at = '', ref = '', colon = '', path = ''] =
    /^([^@:]*)(@?)([^:]*)(:?)(.*)$/s.exec(text) ?? []
  if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/.test(repository)) {
    throw wrong(
      text,
      `“${repository}” is not a repository`,
      'Write OWNER/REPO, or start a path of this checkout with ./',
    )
  }
  if (at === '' || ref === '')
    throw wrong(
      text,
      'the ref is missing',
      `Add a tag: “${repository}@v1.2.0:${path || 'config/crd/bases'}”; or write “./${repository}” for this checkout.`,
    )
  if (/[\s~^?*[\\]|\.\.|@\{|^[-/]|\/$/.test(ref))
    throw wrong(text, `“${ref}” is not a ref`, 'Give a tag, a branch or a commit.')
  if (colon === '' || path === '')
    throw wrong(text, 'the path is missing', `Add it: “${repository}@${ref}:config/crd/bases”.`)
  return { kind: 'remote', repository, ref, path: cleanPath(path, text) }
}
/** The source as the workflow wrote it. */
export function showSource(source) {
  return source.kind === 'local' ? `./${source.path}` : `${source.repository}@${source.ref}:${source.path || '.'}`
}
/** All definitions of all sources, by name. @throws UserError when two places define the same CRD. */
export function collectDefinitions(files) {
  const found = new Map()
  for (const { documents, origin } of files) {
    for (const { definition, text } of documents) {
      if (definition === undefined) continue
      const other = found.get(definition.name)
      if (other !== undefined) {
        throw new UserError(
          `CRD “${definition.name}” comes from two places: ${showOrigin(other.origin)} and ${showOrigin(origin)}.`,
          { advice: 'Name one of them in “sources”: narrow a path, or leave one source out.' },
        )
      }
      found.set(definition.name, { definition, origin, text })
    }
  }
  return found
}
/** An origin as a person says it: repository, ref and file. */
export function showOrigin({ source, path }) {
  return source.kind === 'local' ? `./${path}` : `${source.repository}@${source.ref}:${path}`
}
function cleanPath(path, text) {
  const clean = posix.normalize(path).replace(/\/+$/, '')
  if (clean.startsWith('..') || clean.startsWith('/') || clean.includes('\\') || clean.includes('\0')) {
    throw wrong(
      text,
      `the path “${path}” leaves the repository`,
      'Give a path from the root, without “..” and “/” in front.',
    )
  }
  return clean === '.' ? '' : clean
}
function wrong(text, what, advice) {
  return new UserError(`Input “sources”: in “${text}” ${what}; expected ${FORMS}.`, { advice })
}
