import { UserError } from '../plan/index.js'
import { formatReference, isTag, parseReference } from './reference.js'
/**
 * Reads what to move, from one source and its tags or from a batch, and settles what can be settled without a registry:
 * the same tag asked for twice is one request, and for two sources an error.
 *
 * @throws UserError naming the input, the item and what was expected.
 */
export function readRequests({ source, tags, images }) {
  if (images.length > 0 && (source !== '' || tags.length > 0)) {
    throw new UserError('Input “images” was given together with “source” or “tags”.', {
      advice: 'Use “source” and “tags” for one image, or “images” for several.',
    })
  }
  if (images.length > 0) return withoutContradictions(images.map(readImage))
  if (source === '' || tags.length === 0) {
    throw new UserError(
      `Input “${source === '' ? 'source' : 'tags'}” is missing: nothing says what to move${source === '' ? '' : ' where'}.`,
      {
        advice: 'Give “source” and “tags”, or a batch in “images”.',
      },
    )
  }
  return withoutContradictions([readRequest(source, tags, 'source', 'tags')])
}
function readImage(line) {
  const [source = '', targets, ...more] = line.split('=>').map((part) => part.trim())
  const tags = (targets ?? '').split(/[\s,]+/).filter((tag) => tag !== '')
  if (source === '' || tags.length === 0 || more.length > 0) {
    throw new UserError(`Input “images”: “${line}” is not SOURCE => TAG TAG….`, {
      advice: 'One image a line, for example quay.io/project-codeflare/instascale:v0.1.0 => stable.',
    })
  }
  return readRequest(source, tags, 'images', 'images')
}
function readRequest(text, tags, sourceInput, tagsInput) {
  const source = parseReference(text, `Input “${sourceInput}”`)
  if (source.tag === undefined && source.digest === undefined) {
    throw new UserError(`Input “${sourceInput}”: “${text}” names neither a tag nor a digest.`, {
      advice: 'Say which image is meant; “latest” is not assumed.',
    })
  }
  return { source, targets: tags.map((tag) => readTarget(tag, source, `Input “${tagsInput}”`)) }
}
/** A bare tag of the source's repository, or a full reference. */
function readTarget(text, source, what) {
  if (isTag(text)) return { registry: source.registry, repository: source.repository, tag: text }
  if (!text.includes('/')) {
    throw new UserError(
      `${what}: “${text}” is not a tag: letters, digits, “_”, “.” and “-”, at most 128, not starting with “.” or “-”.`,
    )
  }
  const { tag, digest, ...repository } = parseReference(text, what)
  if (tag === undefined || digest !== undefined) {
    throw new UserError(`${what}: “${text}” is not a tag: it must end in “:TAG” and hold no digest.`)
  }
  return { ...repository, tag }
}
function withoutContradictions(requests) {
  const sources = new Map()
  return requests.map(({ source, targets }) => {
    const from = formatReference(source)
    const fresh = targets.filter((target) => {
      const name = formatReference(target)
      const other = sources.get(name)
      if (other !== undefined && other !== from) {
        throw new UserError(`${name} is asked to point at two images: ${other} and ${from}.`, {
          advice: 'Leave one of them away.',
        })
      }
      sources.set(name, from)
      return other === undefined
    })
    return { source, targets: fresh }
  })
}
/**
 * The credentials of the inputs with the one registry that they are for: the one that is written to.
 *
 * @throws UserError when only one of the two was given, or when it cannot be told which registry they belong to.
 */
export function credentialsGiven(requests, { username, password }) {
  if (username === '' && password === '') return {}
  if (username === '' || password === '') {
    throw new UserError(
      `Input “${username === '' ? 'password' : 'username'}” was given without “${username === '' ? 'username' : 'password'}”.`,
      {
        advice:
          'Give both, or none to use what an earlier step logged in with. An empty secret is often one that the workflow may not read.',
      },
    )
  }
  const registries = [...new Set(requests.flatMap(({ targets }) => targets.map((target) => target.registry)))]
  const [registry = ''] = registries
  if (registries.length > 1) {
    throw new UserError(
      `Inputs “username” and “password” are for one registry; tags are to be written in ${registries.join(' and ')}.`,
      {
        advice: 'Log in to each registry in an earlier step, and leave “username” and “password” away.',
      },
    )
  }
  return { given: { registry, username, password } }
}
