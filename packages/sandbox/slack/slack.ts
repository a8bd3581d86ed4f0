import { join } from 'node:path'
import { readState, writeState } from '../durable.ts'
import type { Ledger } from '../ledger.ts'
import type { Handler } from '../exchange.ts'
import { slackHandler } from './handler.ts'
import { TOKEN, WEBHOOK_PATH, type SlackMessage, type SlackState } from './state.ts'

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
