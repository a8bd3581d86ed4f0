import { isObject, parseJson, parseObject } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { SlackMessage, SlackMetadata, SlackState } from './state.ts'

export interface SlackContext {
  readonly state: SlackState
  readonly save: () => void
  readonly ledger: Ledger
}

/** The arguments of a method: text from a form or a query, any JSON value from a JSON body. */
export type Arguments = Readonly<Record<string, unknown>>
export type Answer = { readonly ok: boolean } & Readonly<Record<string, unknown>>
type Method = (context: SlackContext, given: Arguments) => Answer

/** The methods of the Web API that a release announcement needs, by name. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    'auth.test': () => ({
      ok: true,
      url: 'https://sandbox.slack.com/',
      team: 'Sandbox',
      user: 'release-bot',
      team_id: 'T0SANDBOX',
      user_id: 'U0SANDBOX',
      bot_id: 'B0SANDBOX',
      is_enterprise_install: false,
    }),

    'chat.postMessage'(context, given) {
      const channel = channelOf(context.state, given['channel'])
      if (channel === undefined) return failed('channel_not_found')
      const content = contentOf(given)
      if (content === undefined) return failed('no_text')
      const metadata = metadataOf(given['metadata'])
      if (metadata === 'invalid') return failed('invalid_metadata_format')
      const thread = given['thread_ts']
      const message = post(context, channel, {
        ...content,
        ...(metadata === undefined ? {} : { metadata }),
        ...(typeof thread === 'string' && thread !== '' ? { threadTs: thread } : {}),
      })
      return { ok: true, channel, ts: message.ts, message: shown(message, true) }
    },

    'chat.update'(context, given) {
      const { state, save, ledger } = context
      const channel = channelOf(state, given['channel'])
      if (channel === undefined) return failed('channel_not_found')
      const index = state.messages.findIndex((message) => message.channel === channel && message.ts === given['ts'])
      const found = state.messages[index]
      if (found === undefined) return failed('message_not_found')
      const content = contentOf(given)
      if (content === undefined) return failed('no_text')
      const metadata = metadataOf(given['metadata'])
      if (metadata === 'invalid') return failed('invalid_metadata_format')
      const edited = timestamp(context)
      const message = { ...found, ...content, ...(metadata === undefined ? {} : { metadata }), edited }
      state.messages[index] = message
      save()
      ledger.record(`slack update ${channel}`)
      return { ok: true, channel, ts: message.ts, text: message.text, message: shown(message, true) }
    },

    'chat.getPermalink'({ state }, given) {
      const channel = channelOf(state, given['channel'])
      if (channel === undefined) return failed('channel_not_found')
      const ts = given['message_ts']
      const found = state.messages.find((message) => message.channel === channel && message.ts === ts)
      if (found === undefined) return failed('message_not_found')
      const permalink = `https://sandbox.slack.com/archives/${channel}/p${found.ts.replace('.', '')}`
      return { ok: true, channel, permalink }
    },

    'conversations.history'({ state }, given) {
      const channel = Object.values(state.channels).find((id) => id === given['channel'])
      // Unlike chat.postMessage, this method takes the id only.
      if (channel === undefined) return failed('channel_not_found')
      const limit = Number(given['limit'] ?? 100)
      if (!Number.isInteger(limit) || limit < 1 || limit > 999) return failed('invalid_limit')
      const cursor = textOf(given['cursor'])
      const before = cursor === '' ? undefined : Buffer.from(cursor, 'base64').toString('utf8')
      if (before !== undefined && !before.startsWith('before:')) return failed('invalid_cursor')
      const inclusive = truthy(given['inclusive'])
      const oldest = textOf(given['oldest'])
      const latest = textOf(given['latest'])
      const found = state.messages
        .filter((message) => message.channel === channel && message.threadTs === undefined)
        .filter(({ ts }) => oldest === '' || Number(ts) > Number(oldest) || (inclusive && ts === oldest))
        .filter(({ ts }) => latest === '' || Number(ts) < Number(latest) || (inclusive && ts === latest))
        .filter(({ ts }) => before === undefined || Number(ts) < Number(before.slice('before:'.length)))
        .reverse()
      const page = found.slice(0, limit)
      const last = page.at(-1)
      const more = found.length > page.length && last !== undefined
      return {
        ok: true,
        messages: page.map((message) => shown(message, truthy(given['include_all_metadata']))),
        has_more: more,
        pin_count: 0,
        response_metadata: { next_cursor: more ? Buffer.from(`before:${last.ts}`).toString('base64') : '' },
      }
    },

    'conversations.replies'({ state }, given) {
      const channel = Object.values(state.channels).find((id) => id === given['channel'])
      if (channel === undefined) return failed('channel_not_found')
      const thread = textOf(given['ts'])
      const found = state.messages.filter(
        (message) => message.channel === channel && (message.ts === thread || message.threadTs === thread),
      )
      if (found.length === 0) return failed('thread_not_found')
      return {
        ok: true,
        messages: found.map((message) => shown(message, truthy(given['include_all_metadata']))),
        has_more: false,
        response_metadata: { next_cursor: '' },
      }
    },

    'conversations.list'({ state }) {
      const channels = Object.entries(state.channels).map(([name, id]) => ({
        id,
        name,
        is_channel: true,
        is_archived: false,
        is_member: true,
      }))
      return { ok: true, channels, response_metadata: { next_cursor: '' } }
    },
  }),
)

/** Keeps a message and counts it. */
export function post(
  context: SlackContext,
  channel: string,
  content: Omit<SlackMessage, 'channel' | 'ts'>,
): SlackMessage {
  const message: SlackMessage = { channel, ts: timestamp(context), ...content }
  context.state.messages.push(message)
  context.save()
  context.ledger.record(`slack message ${channel}`)
  return message
}

/** The world's time with the number of the message behind it: unique and rising, as Slack's are. */
function timestamp({ state, ledger }: SlackContext): string {
  return `${Math.floor(ledger.now().getTime() / 1000)}.${String(state.messages.length + 1).padStart(6, '0')}`
}

/** The parts that people see, or undefined when there are none. */
export function contentOf(given: Arguments): Pick<SlackMessage, 'text' | 'blocks' | 'attachments'> | undefined {
  const text = typeof given['text'] === 'string' ? given['text'] : ''
  const blocks = list(given['blocks'])
  const attachments = list(given['attachments'])
  if (text === '' && blocks === undefined && attachments === undefined) return undefined
  return { text, ...(blocks === undefined ? {} : { blocks }), ...(attachments === undefined ? {} : { attachments }) }
}

/** A list given as JSON, or as JSON text in a form; an empty one is none. */
function list(value: unknown): unknown[] | undefined {
  const parsed = typeof value === 'string' ? parseJson(value) : value
  return Array.isArray(parsed) && parsed.length > 0 ? parsed : undefined
}

function metadataOf(value: unknown): SlackMetadata | undefined | 'invalid' {
  if (value === undefined) return undefined
  const parsed = typeof value === 'string' ? parseObject(value) : value
  if (!isObject(parsed)) return 'invalid'
  const { event_type: type, event_payload: payload } = parsed
  return typeof type === 'string' && isObject(payload) ? { event_type: type, event_payload: payload } : 'invalid'
}

function channelOf({ channels }: SlackState, given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  const name = given.replace(/^#/, '')
  return Object.entries(channels).find(([known, id]) => known === name || id === given)?.[1]
}

function shown({ ts, text, blocks, attachments, metadata, threadTs, edited }: SlackMessage, withMetadata: boolean) {
  return {
    type: 'message',
    user: 'U0SANDBOX',
    bot_id: 'B0SANDBOX',
    ts,
    text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(edited === undefined ? {} : { edited: { user: 'U0SANDBOX', ts: edited } }),
    ...(metadata === undefined || !withMetadata ? {} : { metadata }),
  }
}

export function failed(error: string): Answer {
  return { ok: false, error }
}

function truthy(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
