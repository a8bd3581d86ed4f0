import { createTransport, type SendMailOptions } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import type { World } from '../../../packages/sandbox/index.ts'
import { decodeWords, parseHeaders } from '../../../packages/sandbox/mail/message.ts'
import { aWorld, temporaryDirectory } from './worlds.ts'

const MAIL = {
  from: 'release@example.org',
  to: ['team@example.org', 'list@example.org'],
  subject: 'CodeFlare v1.2.0 ist da – endlich! 🎉',
  text: 'Everything is out.',
  messageId: '<org/app/v1.2.0@release.example.org>',
} satisfies SendMailOptions

async function send(
  world: World,
  mail: SendMailOptions = MAIL,
  auth?: { user: string; pass: string },
): Promise<string> {
  const transport = createTransport(world.mail.url, auth === undefined ? {} : { auth })
  try {
    const { response } = (await transport.sendMail(mail)) as { response: string }
    return response
  } finally {
    transport.close()
  }
}

describe('the mail server', () => {
  test('keeps what was sent, with envelope, headers and bytes', async () => {
    const world = await aWorld()
    expect(await send(world)).toMatch(/^250/)
    const [mail] = world.mail.mails
    expect(mail).toMatchObject({
      from: 'release@example.org',
      to: ['team@example.org', 'list@example.org'],
      subject: MAIL.subject,
      messageId: MAIL.messageId,
      headers: { to: 'team@example.org, list@example.org', 'mime-version': '1.0' },
    })
    expect(mail?.raw.toString('utf8')).toMatch(/\r\n\r\nEverything is out\.\r\n$/)
    expect(world.ledger.subjects).toEqual(['mail to team@example.org, list@example.org'])
    expect(world.requests.lines()).toEqual(['DATA mail / 250 *'])
  })

  test('shows which mail came twice', async () => {
    const world = await aWorld()
    await send(world)
    await send(world, { ...MAIL, messageId: '<other@example.org>' })
    expect(world.mail.duplicates()).toEqual([])
    await send(world)
    expect(world.mail.duplicates()).toEqual([MAIL.messageId])
  })

  test('has its mails after it was opened again', async () => {
    const directory = await temporaryDirectory()
    const before = await aWorld({ directory })
    await send(before)
    const [mail, snapshot] = [before.mail.mails[0], await before.snapshot()]
    await before.close()
    const after = await aWorld({ directory })
    expect(after.mail.mails).toEqual([mail])
    expect(await after.snapshot()).toEqual(snapshot)
  })

  test('demands a user when told to', async () => {
    const world = await aWorld()
    expect(await send(world, MAIL, { user: 'anybody', pass: 'x' })).toMatch(/^250/)
    world.mail.requireAuth({ robot: 'secret' })
    await expect(send(world)).rejects.toMatchObject({ responseCode: 530 })
    await expect(send(world, MAIL, { user: 'robot', pass: 'wrong' })).rejects.toMatchObject({ responseCode: 535 })
    expect(await send(world, MAIL, { user: 'robot', pass: 'secret' })).toMatch(/^250/)
    expect(world.mail.mails).toHaveLength(2)
  })

  test('gives equal snapshots for equal mails, whatever their dates and boundaries', async () => {
    const [one, two] = await Promise.all([aWorld(), aWorld()])
    await send(one, { ...MAIL, html: '<b>out</b>', date: '2024-01-01T00:00:00Z' })
    await send(two, { ...MAIL, html: '<b>out</b>', date: '2025-01-01T00:00:00Z' })
    expect(one.mail.mails[0]?.raw).not.toEqual(two.mail.mails[0]?.raw)
    expect(await one.snapshot()).toEqual(await two.snapshot())
  })
})

describe('a mail that meets', () => {
  test('a status fault is refused with that code', async () => {
    const world = await aWorld()
    world.faults.add({ service: 'mail', fault: { kind: 'status', status: 451 } })
    await expect(send(world)).rejects.toMatchObject({ responseCode: 451 })
    expect(world.mail.mails).toEqual([])
    expect(await send(world)).toMatch(/^250/)
  })

  test('a reset before is not there, a reset after is', async () => {
    const world = await aWorld()
    world.faults.add(
      { service: 'mail', nth: 1, fault: { kind: 'reset', when: 'before' } },
      { service: 'mail', nth: 2, fault: { kind: 'reset', when: 'after' } },
    )
    await expect(send(world)).rejects.toThrow()
    expect(world.mail.mails).toHaveLength(0)
    await expect(send(world)).rejects.toThrow()
    expect(world.mail.mails).toHaveLength(1)
    expect(world.requests.lines()).toEqual(['DATA mail / lost', 'DATA mail / lost *'])
  })

  test('a delay is accepted when it is let go', async () => {
    const world = await aWorld()
    const gate = Promise.withResolvers<void>()
    world.faults.add({ service: 'mail', fault: { kind: 'delay', wait: () => gate.promise } })
    const sending = send(world)
    await expect.poll(() => world.faults.hits).toBe(1)
    expect(world.mail.mails).toEqual([])
    gate.resolve()
    expect(await sending).toMatch(/^250/)
  })

  test('the crash point is kept, is not answered, and is the last', async () => {
    const directory = await temporaryDirectory()
    const world = await aWorld({ directory, crash: { afterWrite: 1, act: () => undefined } })
    await expect(send(world)).rejects.toThrow()
    await expect(send(world)).rejects.toThrow()
    await world.close()
    expect((await aWorld({ directory })).mail.mails).toHaveLength(1)
  })
})

describe('reading a message', () => {
  test('unfolds headers, keeps the first of a name, and stops at the empty line', () => {
    const raw = Buffer.from('Subject: a\r\n long one\r\nX-A: 1\r\nX-A: 2\r\n\r\nX-B: not a header\r\n')
    expect(parseHeaders(raw)).toEqual({ subject: 'a long one', 'x-a': '1' })
  })

  test.each([
    ['plain', 'plain'],
    ['=?UTF-8?Q?Gr=C3=BC=C3=9Fe_all?=', 'Grüße all'],
    ['=?utf-8?B?8J+OiQ==?= done', '🎉 done'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    // A character may be cut in two by the limit on the length of a word.
    ['=?UTF-8?Q?=F0=9F?= =?UTF-8?Q?=8E=89?=', '🎉'],
    ['=?iso-8859-1?Q?=FC?=', '=?iso-8859-1?Q?=FC?='],
  ])('decodes %s', (header, text) => {
    expect(decodeWords(header)).toBe(text)
  })
})
