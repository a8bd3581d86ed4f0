import { UserError } from '../plan/index.js'
/**
 * Which channels are wanted: none is a valid answer.
 *
 * @throws UserError for a channel of which a part is missing, most often a secret that a fork does not have.
 */
export function requestedChannels(inputs) {
  if (inputs['discussion-category'] !== '') {
    throw new UserError('Input “discussion-category”: announcing in Discussions is not built yet.', {
      advice: 'Leave it out; Slack and mail work.',
    })
  }
  const channels = []
  if (allOrNone(inputs, ['slack-token', 'slack-channel'])) channels.push('slack')
  if (allOrNone(inputs, ['smtp-url', 'mail-from', 'mail-to'])) channels.push('mail')
  if (inputs['slack-webhook'] !== '') channels.push('slack-webhook')
  return channels
}
function allOrNone(inputs, names) {
  const missing = names.filter((name) => inputs[name].length === 0)
  if (missing.length === names.length) return false
  const [first] = missing
  if (first === undefined) return true
  const given = names.filter((name) => !missing.includes(name)).map((name) => `“${name}”`)
  throw new UserError(
    `Input “${first}” is missing; ${given.join(' and ')} ${given.length === 1 ? 'needs' : 'need'} it.`,
    {
      advice: 'Give all of them or none. If it comes from a secret: this repository, or a fork of it, may not have it.',
    },
  )
}
/**
 * What to announce. Without a key, it is repository and tag, in a run for a tag.
 *
 * @throws UserError for what is missing or cannot be used.
 */
export async function readAnnouncement(inputs, environment, workspace) {
  const { title } = inputs
  if (title === '' || /[\r\n]/.test(title)) {
    throw new UserError(`Input “title” ${title === '' ? 'is missing' : 'has more than one line'}.`, {
      advice: 'Give one line, for example “CodeFlare Stack v1.2.0”.',
    })
  }
  const body = await readBody(inputs, workspace)
  if (body.trim() === '') {
    throw new UserError('There is nothing to announce: “body” and “body-file” are empty.', {
      advice: 'Give Markdown in “body”, or the release notes as “body-file”.',
    })
  }
  const key = inputs.key === '' ? keyOfTag(environment) : inputs.key
  if (key === '') {
    throw new UserError('Input “key” is missing, and this run is not for a tag from which it could be taken.', {
      advice: 'Give what names this announcement, for example “key: ${{ github.repository }}@v1.2.0”.',
    })
  }
  return { title, body, key }
}
async function readBody(inputs, workspace) {
  const { body, 'body-file': file } = inputs
  if (file === '') return body
  if (body !== '') {
    throw new UserError('Both “body” and “body-file” are given.', { advice: 'Leave one of them out.' })
  }
  const bytes = await workspace.read(file, 'body-file')
  if (bytes !== null) return bytes.toString('utf8')
  throw new UserError(`Input “body-file”: there is no file “${file}” in the checkout.`, {
    file,
    advice: 'Check the path, and that a step before this one writes it.',
  })
}
function keyOfTag(environment) {
  const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = environment
  return type === 'tag' && tag !== undefined && repository !== undefined ? `${repository}@${tag}` : ''
}
