import { UserError } from '../plan/index.js'
import { isDigest } from './digest.js'
const TAG = /^\w[\w.-]{0,127}$/
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/
const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/
/** Longest of name (255), tag (128) and digest (135) together, with their separators. */
const LONGEST = 520
export const DOCKER_HUB = 'docker.io'
/** Whether the text can be a tag (distribution specification, "Pulling manifests"). */
export function isTag(text) {
  return TAG.test(text)
}
/**
 * Reads `[HOST[:PORT]/]NAME[:TAG][@DIGEST]` by the grammar of the distribution project. As everywhere, a first part
 * without dot, colon or upper-case letter that is not `localhost` is not a host: `ubuntu` is `docker.io/library/ubuntu`.
 *
 * @throws UserError naming `what` (an input), the part that is wrong and what it must look like.
 */
export function parseReference(text, what = 'reference') {
  const wrong = (why) =>
    new UserError(`${what}: “${text.slice(0, LONGEST)}” is not an image reference: ${why}.`, {
      advice:
        'Write it as HOST/NAME:TAG or HOST/NAME@sha256:…, for example quay.io/project-codeflare/instascale:v0.1.0.',
    })
  if (text === '') throw wrong('it is empty')
  if (text.length > LONGEST) throw wrong(`it is longer than ${LONGEST} characters`)
  if (text.includes('://')) throw wrong('it starts with a URL scheme')
  const [named = '', digest, ...more] = text.split('@')
  if (more.length > 0) throw wrong('it has more than one “@”')
  if (digest !== undefined && !isDigest(digest)) throw wrong(`“${digest}” is not a whole sha256 or sha512 digest`)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  // `localhost:5000` alone is a name and a tag, as in every other tool.
  const [name, tag] = colon < 0 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)]
  if (tag !== undefined && !isTag(tag))
    throw wrong(`“${tag}” is not a tag (letters, digits, “_”, “.”, “-”; at most 128)`)
  const { registry, repository } = splitName(name)
  if (!HOST.test(registry)) throw wrong(`“${registry}” is not a registry host`)
  const bad = repository.split('/').find((component) => !PATH_COMPONENT.test(component))
  if (bad !== undefined)
    throw wrong(`“${bad}” is not a part of a repository name (lower case letters, digits, separators)`)
  if (registry.length + 1 + repository.length > 255) throw wrong('host and name are longer than 255 characters')
  return { registry, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}
/** The reference as text, always with its host, so that parsing it gives the same reference. */
export function formatReference({ registry, repository, tag, digest }) {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}
export function sameRepository(one, other) {
  return one.registry === other.registry && one.repository === other.repository
}
function splitName(name) {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const isHost = /[.:A-Z[]/.test(first) || first === 'localhost'
  const registry = isHost ? first : DOCKER_HUB
  const repository = isHost ? name.slice(slash + 1) : name
  if (registry !== DOCKER_HUB && registry !== 'index.docker.io') return { registry, repository }
  return { registry: DOCKER_HUB, repository: repository.includes('/') ? repository : `library/${repository}` }
}
