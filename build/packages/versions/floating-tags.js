import { UserError } from '../plan/index.js'
import { parts } from './version.js'
/**
 * The floating tags (`v1`, `v1.4`) that a release may move: only those whose newest release it is, so that a fix of 1.3
 * never takes `v1` back, and none for a candidate.
 *
 * @throws UserError when the template has something behind the version: its floating tags would have no usual name.
 */
export function floatingTags(decision, template, which) {
  if (which === 'none') return []
  if (template.text !== `${template.prefix}{version}`) {
    throw new UserError(`Input “floating-tags”: tags of the form “${template.text}” have no floating ones.`, {
      advice: 'Use it with a plain “tag-prefix”, for example “v”.',
    })
  }
  const { major, minor } = parts(decision.version)
  return [
    ...(which !== 'minor' && decision.leads.major ? [`${template.prefix}${major}`] : []),
    ...(which !== 'major' && decision.leads.minor ? [`${template.prefix}${major}.${minor}`] : []),
  ]
}
