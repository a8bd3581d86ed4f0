import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.ts'

/** What is announced, once per key. */
export interface Announcement {
  /** One line. */
  readonly title: string
  /** Markdown. */
  readonly body: string
  /** Names this announcement for ever: `project-codeflare/codeflare-operator@v1.2.0`. */
  readonly key: string
  /** The key of an earlier announcement to which this one is a reply; null for none. */
  readonly replyTo?: string | null
}

/** How one channel took it; what a service does not tell is null. */
export interface Receipt {
  /** The message's name in its channel: a Slack `ts`, a Message-ID. */
  readonly id: string | null
  readonly url: string | null
  /** RFC 3339, UTC. */
  readonly at: string | null
}

/** A message that is there. */
export interface Posted extends Receipt {
  readonly id: string
  /** Of the announcement that it says, as `digestOf` gives it; null for a message that does not tell. */
  readonly digest: string | null
}

/** A channel that can be asked what it has: a message is found again by its key, and corrected. */
export interface AskedChannel {
  /** As outputs name it: `slack`, `discussion`. */
  readonly channel: string
  /** For people: `#codeflare-announce`. */
  readonly name: string
  /** Names the channel in receipts. */
  readonly identity: string
  find(announcement: Pick<Announcement, 'key' | 'replyTo'>): Promise<Posted | null>
  /** Posts it, with the key. @throws DeliveryInDoubt when no clear answer came. */
  post(announcement: Announcement): Promise<Receipt>
  /** Lets a message that is there say this. */
  update(announcement: Announcement, posted: Posted): Promise<void>
}

/** What an announcement says, so that a correction is noticed. */
export function digestOf({ title, body }: Pick<Announcement, 'title' | 'body'>): string {
  return createHash('sha256').update(`${title}\0${body}`).digest('hex').slice(0, 12)
}

/** A way to deliver that cannot be asked afterwards: whether it happened is only in the answer. */
export interface Sender {
  /** As outputs name it: `mail`, `slack-webhook`. */
  readonly channel: string
  /** Tells apart what differs in where it goes, and says nothing secret. */
  readonly identity: string
  /** For people: `mail to codeflare-users@example.com`. */
  readonly subject: string
  /** Whether receivers recognise a second delivery as the same message and need not be spared it. */
  readonly recognised: boolean
  /**
   * Sends it, once.
   *
   * @throws DeliveryInDoubt when no clear answer came; whatever else is thrown, nothing was delivered.
   */
  send(announcement: Announcement): Promise<Receipt>
}

/** No clear answer came: it may have been delivered or not. */
export class DeliveryInDoubt extends ServiceError {}

/** Tells one address from another without telling the address: there is no way back from it. */
export function fingerprint(channel: string, address: string): string {
  return `${channel}-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`
}
