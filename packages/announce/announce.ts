import {
  type Change,
  code,
  codeBlock,
  details,
  heading,
  type Inline,
  link,
  markdown,
  paragraph,
  type Report,
  table,
  UserError,
} from '../plan/index.ts'
import {
  type Announcement,
  type AskedChannel,
  DeliveryInDoubt,
  digestOf,
  type Posted,
  type Receipt,
  type Sender,
} from './channel.ts'
import type { DeliveryState, Receipts } from './receipts.ts'

/**
 * What to do about a delivery that was begun and never confirmed. `auto`: send again where receivers recognise the
 * message (mail), otherwise ask a person; `resend`: send again; `settle`: take it as delivered.
 */
export type InDoubt = 'auto' | 'resend' | 'settle'

export interface Channels {
  /** Those that can be asked what they have. */
  readonly asked: readonly AskedChannel[]
  readonly senders: readonly Sender[]
  readonly receipts: Receipts
}

/** One line of the outputs `delivered` and `skipped`. */
type Delivery = Receipt & { readonly [key: string]: unknown; readonly channel: string; readonly to: string }
type Skipped = Delivery & { readonly reason: string }

export interface AnnouncementPlan {
  /** One change a delivery; those that can be asked about first. */
  readonly changes: readonly Change[]
  readonly refusal: UserError | undefined
  readonly skipped: readonly Skipped[]
  /** What the changes are to deliver, and whether it is for the second time. */
  readonly pending: readonly { readonly to: string; readonly again: boolean }[]
  /** What was delivered by the changes that were applied so far. */
  delivered(): readonly Delivery[]
}

const NOTHING: Receipt = { id: null, url: null, at: null }

/**
 * Decides what still has to be delivered: looks into the Slack channel, and into the receipts of what cannot be asked.
 */
export async function planAnnouncement(
  announcement: Announcement,
  { asked, senders, receipts }: Channels,
  inDoubt: InDoubt,
): Promise<AnnouncementPlan> {
  const changes: Change[] = []
  const skipped: Skipped[] = []
  const delivered: Delivery[] = []
  const pending: { to: string; again: boolean }[] = []
  const doubtful: string[] = []
  const { key, title } = announcement
  const reason = `announce “${title}”`

  for (const channel of asked) {
    const { name, identity } = channel
    const [found, noted] = await Promise.all([channel.find(announcement), receipts.read(key, identity)])
    const to = { channel: channel.channel, to: name }
    const wanted = digestOf(announcement)
    if (found !== null && found.digest !== null && found.digest !== wanted) {
      changes.push(correct(channel, announcement, found, wanted))
      skipped.push({ ...to, ...withoutDigest(found), reason: 'delivered before, and corrected now' })
    } else if (found !== null || noted === 'delivered') {
      skipped.push({ ...to, ...(found === null ? NOTHING : withoutDigest(found)), reason: 'delivered before' })
    } else {
      pending.push({ to: name, again: false })
      changes.push(post(channel, announcement, reason, (receipt) => delivered.push({ ...to, ...receipt })))
    }
    // The channel remembers by itself; whoever may not ask it (release-plan) sees the receipt.
    if (noted !== 'delivered') changes.push(note(subjectOf(channel), identity, key, receipts, noted))
  }
  for (const sender of senders) {
    const state = await receipts.read(key, sender.identity)
    const to = { channel: sender.channel, to: sender.subject }
    if (state === 'delivered') {
      skipped.push({ ...to, ...NOTHING, reason: 'delivered before' })
    } else if (state === 'in doubt' && inDoubt === 'settle') {
      changes.push(note(sender.subject, sender.identity, key, receipts, state))
      skipped.push({ ...to, ...NOTHING, reason: 'taken as delivered: “in-doubt: settle”' })
    } else if (state === 'in doubt' && inDoubt === 'auto' && !sender.recognised) {
      doubtful.push(sender.subject)
    } else {
      pending.push({ to: sender.subject, again: state !== null })
      const keep = (receipt: Receipt): number => delivered.push({ ...to, ...receipt })
      changes.push(deliver(sender, announcement, receipts, state, reason, keep))
    }
  }
  return { changes, skipped, pending, delivered: () => delivered, refusal: doubt(doubtful) }
}

/** Such a channel is its own memory: probe, act and verify are its history. */
function post(
  channel: AskedChannel,
  announcement: Announcement,
  reason: string,
  keep: (receipt: Receipt) => unknown,
): Change {
  return {
    action: 'send',
    subject: subjectOf(channel),
    before: null,
    after: 'delivered',
    reason,
    probe: async () => ((await channel.find(announcement)) === null ? null : 'delivered'),
    act: async () => {
      const { id, url, at } = await channel.post(announcement)
      keep({ id, url, at })
    },
  }
}

/** What was announced and has changed since (the notes, mostly) is corrected where it stands; nobody is told twice. */
function correct(channel: AskedChannel, announcement: Announcement, found: Posted, wanted: string): Change {
  return {
    action: 'update',
    subject: subjectOf(channel),
    before: found.digest,
    after: wanted,
    reason: `“${announcement.title}” says something else now`,
    probe: async () => (await channel.find(announcement))?.digest ?? null,
    act: () => channel.update(announcement, found),
  }
}

function subjectOf({ channel, name }: AskedChannel): string {
  return channel === 'slack' ? `Slack message to ${name}` : name
}

function withoutDigest({ id, url, at }: Posted): Receipt {
  return { id, url, at }
}

/** Intent, delivery, confirmation; an intent is taken back when it is certain that nothing was delivered. */
function deliver(
  sender: Sender,
  announcement: Announcement,
  receipts: Receipts,
  before: 'in doubt' | null,
  reason: string,
  keep: (receipt: Receipt) => unknown,
): Change {
  const { key } = announcement
  return {
    action: 'send',
    subject: sender.subject,
    before,
    after: 'delivered',
    reason: before === null ? reason : `${reason}, once more: an earlier run did not say how it ended`,
    probe: () => receipts.read(key, sender.identity),
    async act() {
      if (before === null && !(await receipts.begin(key, sender.identity))) {
        throw new UserError(`Another run is delivering this right now (${sender.subject}); this one does not.`, {
          advice: 'Wait for it. Give the workflow a concurrency group, so that it does not run twice at once.',
        })
      }
      try {
        keep(await sender.send(announcement))
      } catch (error) {
        // Should that fail too, the delivery stays in doubt, which is the safe side; this error is the one to tell.
        const clear = before === null && !(error instanceof DeliveryInDoubt)
        if (clear) await receipts.withdraw(key, sender.identity).catch(() => undefined)
        throw error
      }
      await receipts.confirm(key, sender.identity)
    },
  }
}

/** Notes what was delivered already. */
function note(subject: string, identity: string, key: string, receipts: Receipts, before: DeliveryState): Change {
  return {
    action: before === null ? 'create' : 'update',
    subject: `receipt of ${subject}`,
    before,
    after: 'delivered',
    reason: before === null ? 'remember that it was delivered' : 'somebody looked: it was delivered',
    probe: () => receipts.read(key, identity),
    act: () => receipts.confirm(key, identity),
  }
}

function doubt(subjects: readonly string[]): UserError | undefined {
  if (subjects.length === 0) return undefined
  return new UserError(
    `An earlier run began this and did not say how it ended: ${subjects.join(', ')}. It was delivered, or was not. Nothing was sent now.`,
    {
      advice:
        'Look into the channel. Is it there: run again with “in-doubt: settle”. Is it not: with “in-doubt: resend”.',
    },
  )
}

/** What goes where or went there, what had been delivered before, and the message itself, as it was written and as Slack has it. */
export function reportAnnouncement(
  announcement: Announcement,
  plan: AnnouncementPlan,
  slackText: string | null,
): Report {
  const delivered = plan.delivered()
  const open = plan.pending.filter(({ to }) => !delivered.some((one) => one.to === to))
  const shown = ({ to, id, url, at }: Delivery, what: string): Inline[] => {
    return [url === null ? to : link(to, url), what, id === null ? '' : code(id), at ?? '']
  }
  return [
    heading('Announcement'),
    paragraph(announcement.title, ' (key ', code(announcement.key), ')'),
    table(
      ['Where', 'What', 'Id', 'At'],
      [
        ...delivered.map((one) => shown(one, 'delivered')),
        ...open.map(({ to, again }) => [to, again ? 'to be delivered once more' : 'to be delivered', '', '']),
        ...plan.skipped.map((one) => shown(one, one.reason)),
      ],
    ),
    details('Message', [markdown(announcement.body)]),
    ...(slackText === null ? [] : [details('As Slack has it', [codeBlock(slackText)])]),
  ]
}
