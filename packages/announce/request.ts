import { UserError, type Workspace } from '../plan/index.ts'
import type { Announcement } from './channel.ts'

/** The inputs of the action that say what goes where. */
export interface AnnouncementInputs {
  readonly title: string
  readonly body: string
  readonly 'body-file': string
  readonly key: string
  readonly 'reply-to': string
  readonly 'slack-webhook': string
  readonly 'slack-token': string
  readonly 'slack-channel': string
  readonly 'smtp-url': string
  readonly 'mail-from': string
  readonly 'mail-to': readonly string[]
  readonly 'discussion-category': string
}

export type ChannelName = 'slack' | 'mail' | 'slack-webhook' | 'discussion'

/**
 * Which channels are wanted: none is a valid answer.
 *
 * @throws UserError for a channel of which a part is missing, most often a secret that a fork does not have.
 */
export function requestedChannels(inputs: AnnouncementInputs): readonly ChannelName[] {
  const channels: ChannelName[] = []
  if (allOrNone(inputs, ['slack-token', 'slack-channel'])) channels.push('slack')
  if (allOrNone(inputs, ['smtp-url', 'mail-from', 'mail-to'])) channels.push('mail')
  if (inputs['slack-webhook'] !== '') channels.push('slack-webhook')
  if (inputs['discussion-category'] !== '') channels.push('discussion')
  return channels
}

function allOrNone(inputs: AnnouncementInputs, names: readonly (keyof AnnouncementInputs)[]): boolean {
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

/** The notes of a release: what is announced when nothing else is given. */
export interface Notes {
  readonly title: string
  /** Markdown; a train's begin with the support matrix. */
  readonly body: string
  readonly url: string
}

/**
 * What to announce. Without a key, it is repository and tag, in a run for a tag; without a text, the notes of the release that the
 * key names.
 *
 * @throws UserError for what is missing or cannot be used.
 */
export async function readAnnouncement(
  inputs: AnnouncementInputs,
  environment: Readonly<Record<string, string | undefined>>,
  workspace: Workspace,
  notesOf: (key: string) => Promise<Notes | null>,
): Promise<Announcement> {
  const key = inputs.key === '' ? keyOfTag(environment) : inputs.key
  if (key === '') {
    throw new UserError('Input “key” is missing, and this run is not for a tag from which it could be taken.', {
      advice: 'Give what names this announcement, for example “key: ${{ github.repository }}@v1.2.0”.',
    })
  }
  const given = await readBody(inputs, workspace)
  const notes = given.trim() === '' ? await notesOf(key) : null
  const title = inputs.title === '' ? (notes?.title ?? '') : inputs.title
  if (title === '' || /[\r\n]/.test(title)) {
    throw new UserError(`Input “title” ${title === '' ? 'is missing' : 'has more than one line'}.`, {
      advice: 'Give one line, for example “CodeFlare Stack v1.2.0”.',
    })
  }
  const body = notes === null ? given : `${notes.body.trim()}\n\n[${notes.title}](${notes.url})\n`
  if (body.trim() === '') {
    throw new UserError(
      'There is nothing to announce: “body” and “body-file” are empty, and no release has this key.',
      {
        advice:
          'Give Markdown in “body” or a “body-file”, or a “key” OWNER/NAME@TAG of a published release: its notes are announced.',
      },
    )
  }
  const replyTo = inputs['reply-to'] === '' ? null : inputs['reply-to']
  return { title, body, key, replyTo }
}

async function readBody(inputs: AnnouncementInputs, workspace: Workspace): Promise<string> {
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

function keyOfTag(environment: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = environment
  return type === 'tag' && tag !== undefined && repository !== undefined ? `${repository}@${tag}` : ''
}
