import { describe, expect, test } from 'vitest'
import {
  DeliveryInDoubt,
  type DeliveryState,
  type InDoubt,
  planAnnouncement,
  type Receipts,
  reportAnnouncement,
  type Sender,
} from '../../../packages/announce/index.ts'
import { apply, UserError } from '../../../packages/plan/index.ts'
import { failure, RELEASE } from './world.ts'

/** Receipts as values. */
class MemoryReceipts implements Receipts {
  readonly states = new Map<string, DeliveryState>()

  read(key: string, identity: string): Promise<DeliveryState> {
    return Promise.resolve(this.states.get(`${key} ${identity}`) ?? null)
  }
  begin(key: string, identity: string): Promise<boolean> {
    if (this.states.has(`${key} ${identity}`)) return Promise.resolve(false)
    this.states.set(`${key} ${identity}`, 'in doubt')
    return Promise.resolve(true)
  }
  withdraw(key: string, identity: string): Promise<void> {
    this.states.delete(`${key} ${identity}`)
    return Promise.resolve()
  }
  confirm(key: string, identity: string): Promise<void> {
    this.states.set(`${key} ${identity}`, 'delivered')
    return Promise.resolve()
  }
}

interface Recorded extends Sender {
  readonly sent: string[]
}

function aSender(channel: string, recognised: boolean, problem?: Error): Recorded {
  const sent: string[] = []
  return {
    channel,
    identity: channel,
    subject: `message by ${channel}`,
    recognised,
    sent,
    send({ key }) {
      if (problem !== undefined && sent.length === 0) {
        sent.push('failed')
        return Promise.reject(problem)
      }
      sent.push(key)
      return Promise.resolve({ id: 'id', url: null, at: null })
    },
  }
}

async function run(senders: readonly Sender[], receipts: Receipts, inDoubt: InDoubt = 'auto') {
  const plan = await planAnnouncement(RELEASE, { asked: [], senders, receipts }, inDoubt)
  if (plan.refusal !== undefined) throw plan.refusal
  await apply(plan.changes)
  return plan
}

describe('what cannot be asked', () => {
  test('is delivered once, and the second run says so', async () => {
    const receipts = new MemoryReceipts()
    const mail = aSender('mail', true)
    const first = await run([mail], receipts)
    expect(first.delivered()).toEqual([{ channel: 'mail', to: 'message by mail', id: 'id', url: null, at: null }])
    const second = await run([mail], receipts)
    expect([second.changes, second.delivered()]).toEqual([[], []])
    expect(second.skipped).toMatchObject([{ channel: 'mail', reason: 'delivered before' }])
    expect(mail.sent).toHaveLength(1)
  })

  test('a clear failure takes the intent back: the next run delivers', async () => {
    const receipts = new MemoryReceipts()
    const webhook = aSender('webhook', false, new UserError('no_service'))
    await expect(run([webhook], receipts)).rejects.toThrow('no_service')
    expect(receipts.states.size).toBe(0)
    await run([webhook], receipts)
    expect(webhook.sent).toEqual(['failed', RELEASE.key])
  })

  test('in doubt, mail goes out again as the same message', async () => {
    const receipts = new MemoryReceipts()
    const mail = aSender('mail', true, new DeliveryInDoubt('no answer'))
    await expect(run([mail], receipts)).rejects.toThrow('no answer')
    const { changes } = await run([mail], receipts)
    expect(changes).toMatchObject([{ before: 'in doubt', reason: expect.stringContaining('once more') as unknown }])
    expect(mail.sent).toEqual(['failed', RELEASE.key])
  })

  test('in doubt, a webhook waits for a person; settled or sent again, it is over', async () => {
    for (const [choice, sent] of [
      ['settle', ['failed']],
      ['resend', ['failed', RELEASE.key]],
    ] as const) {
      const receipts = new MemoryReceipts()
      const webhook = aSender('webhook', false, new DeliveryInDoubt('no answer'))
      await expect(run([webhook], receipts)).rejects.toThrow('no answer')
      const error = await failure(run([webhook], receipts))
      expect(error.message).toMatch(/^An earlier run began this and did not say how it ended: message by webhook\./)
      await run([webhook], receipts, choice)
      expect((await run([webhook], receipts)).changes).toEqual([])
      expect(webhook.sent).toEqual(sent)
    }
  })

  test('a resend that fails clearly leaves the first doubt', async () => {
    const receipts = new MemoryReceipts()
    await receipts.begin(RELEASE.key, 'mail')
    await expect(run([aSender('mail', true, new UserError('refused'))], receipts)).rejects.toThrow('refused')
    expect(await receipts.read(RELEASE.key, 'mail')).toBe('in doubt')
  })

  test('of two runs at once, one delivers', async () => {
    const receipts = new MemoryReceipts()
    const mail = aSender('mail', true)
    const plans = await Promise.all(
      [1, 2].map(() => planAnnouncement(RELEASE, { asked: [], senders: [mail], receipts }, 'auto')),
    )
    const results = await Promise.allSettled(plans.flatMap(({ changes }) => changes.map((change) => change.act())))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(mail.sent).toHaveLength(1)
  })
})

test('the report says what goes where, and shows the message', async () => {
  const receipts = new MemoryReceipts()
  await run([aSender('mail', true)], receipts)
  const plan = await planAnnouncement(
    RELEASE,
    { asked: [], senders: [aSender('mail', true), aSender('webhook', false)], receipts },
    'auto',
  )
  const text = JSON.stringify(reportAnnouncement(RELEASE, plan, null))
  await apply(plan.changes)
  expect(JSON.stringify(reportAnnouncement(RELEASE, plan, null))).toContain('["message by webhook","delivered"')
  for (const part of ['message by mail","delivered before', 'message by webhook","to be delivered', RELEASE.body]) {
    expect(text).toContain(part)
  }
})
