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

/** The bot token and the webhook path of every sandbox workspace; they open nothing else. */
export const TOKEN = 'xoxb-sandbox'
export const WEBHOOK_PATH = '/services/T0SANDBOX/B0SANDBOX/sandbox'

/** What a workspace holds, in its state file. */
export interface SlackState {
  readonly channels: Record<string, string>
  readonly messages: SlackMessage[]
}
