import { UserError } from '../plan/index.js'
import { parseManifest } from './manifest.js'
/**
 * What a manifest that was changed in the middle of a train means: the release is what the manifest at its tag described, and
 * it is judged by the one that was read. Null when both say the same, or the tag holds none that can be read.
 *
 * @param text the manifest at the tag; null for none.
 */
export function manifestChange(train, tag, text) {
  const then = text === null ? null : readable(text, train.file)
  if (then === null || JSON.stringify(then) === JSON.stringify(train)) return null
  const names = (of) => new Map([...of.components, ...of.external].map(({ id, name }) => [id, name]))
  const [before, now] = [names(then), names(train)]
  const came = [...now].flatMap(([id, name]) => (before.has(id) ? [] : [name]))
  const went = [...before].flatMap(([id, name]) => (now.has(id) ? [] : [name]))
  const what = [
    ...(came.length > 0 ? [`${came.join(', ')} came in`] : []),
    ...(went.length > 0 ? [`${went.join(', ')} went out`] : []),
  ]
  return {
    message: `${train.file} has changed since ${tag} was tagged${what.length === 0 ? '' : `: ${what.join('; ')}`}.`,
    advice: `The release is judged by the manifest that was read. To finish it as it was begun, check out ${tag}; what is new comes with the next release.`,
  }
}
function readable(text, file) {
  try {
    return parseManifest(text, file)
  } catch (error) {
    // One that cannot be read now could not be read then by this version; nothing can be compared.
    if (error instanceof UserError) return null
    throw error
  }
}
