import { setTimeout as pause } from 'node:timers/promises'
import { ServiceError, UserError } from '../plan/index.ts'
import {
  type Announcement,
  type AskedChannel,
  DeliveryInDoubt,
  digestOf,
  fingerprint,
  type Posted,
  type Receipt,
} from './channel.ts'
import { type Http, requestHttp } from './http.ts'
import { toMrkdwn } from './mrkdwn.ts'

export interface SlackOptions extends Http {
  /** A bot token with chat:write, channels:read and channels:history (groups:… for private channels). */
  readonly token: string
  /** An id (`C0123456789`) or a name (`#codeflare-announce`). */
  readonly channel: string
  /** Base of the Web API, for a world other than Slack's own. */
  readonly api?: string | undefined
}

/** `event_type` of the metadata by which our messages are recognised. */
const EVENT = 'codeflare_announcement'

const PAGE = 200
const PAGES = 5

/**
 * Slack's Web API for one channel. It can be asked what it has: a message is found among the newest thousand by the key in its
 * metadata, a reply in the thread of what it replies to.
 *
 * @throws UserError when the token is not accepted, lacks a scope, or there is no such channel.
 */
export async function openSlackChannel(options: SlackOptions): Promise<AskedChannel> {
  const { channel } = options
  const isId = /^[CG][A-Z0-9]{8,}$/.test(channel)
  const id = isId ? channel : await findChannel(channel.replace(/^#/, ''), options)

  async function receipt(ts: string): Promise<Receipt & { readonly id: string }> {
    return { id: ts, url: await permalink(id, ts, options), at: timeOf(ts) }
  }

  async function findIn(thread: string | null, key: string): Promise<Posted | null> {
    let cursor = ''
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await call('GET', thread === null ? 'conversations.history' : 'conversations.replies', options, {
        channel: id,
        limit: String(PAGE),
        include_all_metadata: 'true',
        ...(thread !== null && { ts: thread }),
        ...(cursor !== '' && { cursor }),
      })
      const found = listOf(answer, 'messages').find((message) => payloadOf(message)?.['key'] === key)
      const [ts, digest] = [found?.['ts'], found === undefined ? null : payloadOf(found)?.['digest']]
      if (typeof ts === 'string') return { ...(await receipt(ts)), digest: typeof digest === 'string' ? digest : null }
      cursor = cursorOf(answer)
      if (cursor === '') return null
    }
    return null
  }

  async function threadOf(replyTo: string | null | undefined): Promise<string | null> {
    if (replyTo === null || replyTo === undefined) return null
    const parent = await findIn(null, replyTo)
    if (parent !== null) return parent.id
    throw new UserError(
      `Input “reply-to”: there is no announcement “${replyTo}” among the newest messages of ${channel}.`,
      {
        advice: 'Give the key of an announcement that was made in this channel, or leave “reply-to” out.',
      },
    )
  }

  const find: AskedChannel['find'] = async ({ key, replyTo }) => findIn(await threadOf(replyTo), key)

  return {
    channel: 'slack',
    name: isId ? channel : `#${channel.replace(/^#/, '')}`,
    identity: fingerprint('slack', id),
    find,
    async post(announcement) {
      const thread = await threadOf(announcement.replyTo)
      const message = { ...(await messageOf(announcement)), ...(thread !== null && { thread_ts: thread }) }
      try {
        const { ts } = await call('POST', 'chat.postMessage', options, { channel: id, ...message })
        return await receipt(String(ts))
      } catch (error) {
        if (!(error instanceof DeliveryInDoubt)) throw error
        // The answer was lost, perhaps the message was not: the channel knows.
        await (options.sleep ?? pause)(1000)
        const found = await find(announcement)
        if (found === null) throw error
        return found
      }
    },
    async update(announcement, posted) {
      await call('POST', 'chat.update', options, { channel: id, ts: posted.id, ...(await messageOf(announcement)) })
    },
  }
}

async function messageOf(announcement: Announcement): Promise<Readonly<Record<string, unknown>>> {
  const { title, body, key } = announcement
  return {
    text: await toMrkdwn(title, body),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT, event_payload: { key, digest: digestOf(announcement) } },
  }
}

async function findChannel(name: string, options: SlackOptions): Promise<string> {
  let cursor = ''
  do {
    const answer = await call('GET', 'conversations.list', options, {
      types: 'public_channel,private_channel',
      exclude_archived: 'true',
      limit: String(PAGE),
      ...(cursor !== '' && { cursor }),
    })
    const id = listOf(answer, 'channels').find((channel) => channel['name'] === name)?.['id']
    if (typeof id === 'string') return id
    cursor = cursorOf(answer)
  } while (cursor !== '')
  throw new UserError(`Input “slack-channel”: the app sees no channel “#${name}”.`, {
    advice: `Check the name; for a private channel, invite the app (/invite in the channel) or give the channel’s id.`,
  })
}

/** A nicety: an announcement without a link is still an announcement. */
async function permalink(channel: string, ts: string, options: SlackOptions): Promise<string | null> {
  try {
    const { permalink: url } = await call('GET', 'chat.getPermalink', options, { channel, message_ts: ts })
    return typeof url === 'string' ? url : null
  } catch {
    return null
  }
}

type Answer = Readonly<Record<string, unknown>>

/** One method. Slack answers 200 for most failures; `ok` is what counts. */
async function call(
  method: 'GET' | 'POST',
  name: string,
  options: SlackOptions,
  given: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const url = new URL(name, options.api ?? 'https://slack.com/api/')
  if (method === 'GET') for (const [key, value] of Object.entries(given)) url.searchParams.set(key, String(value))
  const { status, text } = await requestHttp(
    {
      method,
      url,
      headers: {
        authorization: `Bearer ${options.token}`,
        ...(method === 'POST' && { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(method === 'POST' && { body: JSON.stringify(given) }),
      service: `Slack (${name})`,
    },
    options,
  )
  const answer = parse(text)
  if (answer?.['ok'] === true) return answer
  throw failure(name, status, answer, options.channel)
}

function failure(name: string, status: number, answer: Answer | null, channel: string): Error {
  const error = typeof answer?.['error'] === 'string' ? answer['error'].slice(0, 60) : null
  const unclear = error === null || /^(?:internal_error|fatal_error|service_unavailable|request_timeout)$/.test(error)
  if (unclear && status !== 429) {
    const what = `Slack (${name}) failed: ${error ?? `status ${status}, and not in Slack’s words`}.`
    return name === 'chat.postMessage'
      ? new DeliveryInDoubt(what, { advice: 'Run again: the channel is asked first whether the message is there.' })
      : new ServiceError(what, { advice: 'Run again later; see status.slack.com. Nothing was delivered by this step.' })
  }
  if (status === 429 || error === 'ratelimited') {
    return new ServiceError(`Slack (${name}) says that there were too many requests.`, {
      advice: 'Run again in a minute.',
    })
  }
  const needed = typeof answer?.['needed'] === 'string' ? answer['needed'].slice(0, 100) : 'another scope'
  const advice: Readonly<Record<string, string>> = {
    not_in_channel: `Invite the app: /invite in ${channel}.`,
    channel_not_found: `Check “slack-channel”; for a private channel, invite the app.`,
    is_archived: 'Unarchive the channel, or give another one.',
    missing_scope: `Add ${needed} to the app’s bot token scopes and install it again: the channel is read to post exactly once.`,
  }
  const token = /^(?:not_authed|invalid_auth|account_inactive|token_(?:revoked|expired)|no_permission)$/.test(
    error ?? '',
  )
  return new UserError(`Slack (${name}) refuses: ${error ?? 'no reason given'}.`, {
    advice: token
      ? 'Put a valid bot token (xoxb-…) of the app into the secret that “slack-token” takes.'
      : (advice[error ?? ''] ?? 'See the method’s errors in Slack’s documentation, then run again.'),
  })
}

function parse(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    return isAnswer(value) ? value : null
  } catch {
    return null
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(answer: Answer, name: string): Answer[] {
  const value = answer[name]
  return Array.isArray(value) ? value.filter(isAnswer) : []
}

function cursorOf({ response_metadata: metadata }: Answer): string {
  const cursor = isAnswer(metadata) ? metadata['next_cursor'] : ''
  return typeof cursor === 'string' ? cursor : ''
}

function payloadOf({ metadata }: Answer): Answer | null {
  if (!isAnswer(metadata) || metadata['event_type'] !== EVENT) return null
  const payload = metadata['event_payload']
  return isAnswer(payload) ? payload : null
}

/** A `ts` is the time in seconds, and a counter. */
function timeOf(ts: string): string | null {
  const time = new Date(Number.parseInt(ts, 10) * 1000)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
