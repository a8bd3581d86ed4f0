import { join } from 'node:path'
import { readState, writeState } from '../durable.ts'
import type { Ledger } from '../ledger.ts'
import type { Handler } from '../service.ts'
import { slackHandler } from './handler.ts'

/** One message as Slack keeps it. */
export interface SlackMessage {
  /** The channel's id. */
  readonly channel: string
  /** Seconds and a counter, in the world's time: the message's identity in its channel. */
  readonly ts: string
  readonly text: string
  readonly blocks?: readonly unknown[]
  readonly attachments?: readonly unknown[]
  readonly metadata?: SlackMetadata
  readonly threadTs?: string
  /** The time of its last edit. */
  readonly edited?: string
}

/** What a sender keeps with a message for itself: how exactly-once delivery recognises its own. */
export interface SlackMetadata {
  readonly event_type: string
  readonly event_payload: Readonly<Record<string, unknown>>
}

/** The workspace of the world: one bot, one incoming webhook, some channels. */
export interface Slack {
  /** `http://127.0.0.1:PORT/api/`: the base of the Web API. */
  readonly api: string
  /** The address of the incoming webhook, which posts to `#general`. */
  readonly webhook: string
  /** The bot token that the Web API accepts. */
  readonly token: string
  /** Channel ids by name, without `#`. */
  readonly channels: Readonly<Record<string, string>>
  /** Creates a channel that the bot is a member of; gives the id, also of one that exists. */
  addChannel(name: string): string
  /** All messages, oldest first. */
  readonly messages: readonly SlackMessage[]
}

/** The bot token and the webhook path of every sandbox workspace; they open nothing else. */
export const TOKEN = 'xoxb-sandbox'
export const WEBHOOK_PATH = '/services/T0SANDBOX/B0SANDBOX/sandbox'

/** What a workspace holds, in its state file. */
export interface SlackState {
  readonly channels: Record<string, string>
  readonly messages: SlackMessage[]
}

/** The workspace without its server. */
export function openSlack(options: {
  readonly directory: string
  readonly ledger: Ledger
}): Omit<Slack, 'api' | 'webhook'> & { readonly handler: Handler; readonly webhookPath: string; snapshot(): object } {
  const file = join(options.directory, 'slack.json')
  const state = readState<SlackState>(file, { channels: { general: 'C0000000001' }, messages: [] })
  const save = (): void => writeState(file, state)
  return {
    handler: slackHandler({ state, save, ledger: options.ledger }),
    webhookPath: WEBHOOK_PATH,
    token: TOKEN,
    channels: state.channels,
    messages: state.messages,
    addChannel(name) {
      const id = state.channels[name] ?? `C${String(Object.keys(state.channels).length + 1).padStart(10, '0')}`
      if (state.channels[name] === undefined) {
        state.channels[name] = id
        save()
      }
      return id
    },
    // A message's ts is the world's clock and so differs after a crash; what was said where does not.
    snapshot: () =>
      state.messages.map(({ channel, text, blocks, attachments, metadata, threadTs }) => ({
        channel,
        text,
        blocks,
        attachments,
        metadata,
        inThread: threadTs !== undefined,
      })),
  }
}
