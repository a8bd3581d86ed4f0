import { setTimeout as pause } from 'node:timers/promises'
import { ServiceError, UserError } from '../plan/index.js'
import { DeliveryInDoubt, fingerprint } from './channel.js'
import { requestHttp } from './http.js'
import { toMrkdwn } from './mrkdwn.js'
/** `event_type` of the metadata by which our messages are recognised. */
const EVENT = 'codeflare_announcement'
const PAGE = 200
const PAGES = 5
/**
 * Finds the channel.
 *
 * @throws UserError when the token is not accepted, lacks a scope, or there is no such channel.
 */
export async function openSlackChannel(options) {
  const { channel } = options
  const isId = /^[CG][A-Z0-9]{8,}$/.test(channel)
  const id = isId ? channel : await findChannel(channel.replace(/^#/, ''), options)
  async function receipt(ts) {
    return { id: ts, url: await permalink(id, ts, options), at: timeOf(ts) }
  }
  async function find(key) {
    let cursor = ''
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await call('GET', 'conversations.history', options, {
        channel: id,
        limit: String(PAGE),
        include_all_metadata: 'true',
        ...(cursor !== '' && { cursor }),
      })
      const ts = listOf(answer, 'messages').find((message) => keyOf(message) === key)?.['ts']
      if (typeof ts === 'string') return receipt(ts)
      cursor = cursorOf(answer)
      if (cursor === '') return null
    }
    return null
  }
  return {
    name: isId ? channel : `#${channel.replace(/^#/, '')}`,
    identity: fingerprint('slack', id),
    find,
    async post({ title, body, key }) {
      const message = {
        channel: id,
        text: await toMrkdwn(title, body),
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: EVENT, event_payload: { key } },
      }
      try {
        const { ts } = await call('POST', 'chat.postMessage', options, message)
        return await receipt(String(ts))
      } catch (error) {
        if (!(error instanceof DeliveryInDoubt)) throw error
        // The answer was lost, perhaps the message was not: the channel knows.
        await (options.sleep ?? pause)(1000)
        const found = await find(key)
        if (found === null) throw error
        return found
      }
    },
  }
}
async function findChannel(name, options) {
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
async function permalink(channel, ts, options) {
  try {
    const { permalink: url } = await call('GET', 'chat.getPermalink', options, { channel, message_ts: ts })
    return typeof url === 'string' ? url : null
  } catch {
    return null
  }
}
/** One method. Slack answers 200 for most failures; `ok` is what counts. */
async function call(method, name, options, given) {
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
function failure(name, status, answer, channel) {
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
  const advice = {
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
function parse(text) {
  try {
    const value = JSON.parse(text)
    return isAnswer(value) ? value : null
  } catch {
    return null
  }
}
function isAnswer(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function listOf(answer, name) {
  const value = answer[name]
  return Array.isArray(value) ? value.filter(isAnswer) : []
}
function cursorOf({ response_metadata: metadata }) {
  const cursor = isAnswer(metadata) ? metadata['next_cursor'] : ''
  return typeof cursor === 'string' ? cursor : ''
}
function keyOf({ metadata }) {
  if (!isAnswer(metadata) || metadata['event_type'] !== EVENT) return undefined
  const payload = metadata['event_payload']
  return isAnswer(payload) ? payload['key'] : undefined
}
/** A `ts` is the time in seconds, and a counter. */
function timeOf(ts) {
  const time = new Date(Number.parseInt(ts, 10) * 1000)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
