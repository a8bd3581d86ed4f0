import { code, details, heading, link, markdown, paragraph, table, UserError } from '../plan/index.js'
import { DeliveryInDoubt } from './channel.js'
const NOTHING = { id: null, url: null, at: null }
/**
 * Decides what still has to be delivered: looks into the Slack channel, and into the receipts of what cannot be asked.
 */
export async function planAnnouncement(announcement, { slack, senders, receipts }, inDoubt) {
  const changes = []
  const skipped = []
  const delivered = []
  const pending = []
  const doubtful = []
  const { key, title } = announcement
  const reason = `announce “${title}”`
  if (slack !== null) {
    const { name, identity } = slack
    const [found, noted] = await Promise.all([slack.find(key), receipts.read(key, identity)])
    const to = { channel: 'slack', to: name }
    if (found !== null || noted === 'delivered') {
      skipped.push({ ...to, ...(found ?? NOTHING), reason: 'delivered before' })
    } else {
      pending.push({ to: name, again: false })
      changes.push(postToSlack(slack, announcement, reason, (receipt) => delivered.push({ ...to, ...receipt })))
    }
    // Slack remembers by itself; whoever may not ask it (release-plan) sees the receipt.
    if (noted !== 'delivered') changes.push(note(`Slack message to ${name}`, identity, key, receipts, noted))
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
      const keep = (receipt) => delivered.push({ ...to, ...receipt })
      changes.push(deliver(sender, announcement, receipts, state, reason, keep))
    }
  }
  return { changes, skipped, pending, delivered: () => delivered, refusal: doubt(doubtful) }
}
/** Slack can be asked: probe, act and verify are the channel's own history. */
function postToSlack(slack, announcement, reason, keep) {
  return {
    action: 'send',
    subject: `Slack message to ${slack.name}`,
    before: null,
    after: 'delivered',
    reason,
    probe: async () => ((await slack.find(announcement.key)) === null ? null : 'delivered'),
    act: async () => void keep(await slack.post(announcement)),
  }
}
/** Intent, delivery, confirmation; an intent is taken back when it is certain that nothing was delivered. */
function deliver(sender, announcement, receipts, before, reason, keep) {
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
function note(subject, identity, key, receipts, before) {
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
function doubt(subjects) {
  if (subjects.length === 0) return undefined
  return new UserError(
    `An earlier run began this and did not say how it ended: ${subjects.join(', ')}. It was delivered, or was not. Nothing was sent now.`,
    {
      advice:
        'Look into the channel. Is it there: run again with “in-doubt: settle”. Is it not: with “in-doubt: resend”.',
    },
  )
}
/** What goes where or went there, what had been delivered before, and the message itself. */
export function reportAnnouncement(announcement, plan) {
  const delivered = plan.delivered()
  const open = plan.pending.filter(({ to }) => !delivered.some((one) => one.to === to))
  const shown = ({ to, id, url, at }, what) => {
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
  ]
}
