import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { DeliveryInDoubt, mailSenders } from '../../../packages/announce/index.ts'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import { aWorld, failure, RELEASE, shown } from './world.ts'

const LISTS = ['codeflare-users@example.com', 'Open Data Hub <odh@example.org>']
const now = (): Date => new Date('2024-01-15T10:00:00Z')

function senders(smtpUrl: string, to: readonly string[] = LISTS) {
  return mailSenders({ smtpUrl, from: 'CodeFlare <release@codeflare.dev>', to, now })
}
async function sendAll(smtpUrl: string, to?: readonly string[]): Promise<void> {
  for (const sender of senders(smtpUrl, to)) await sender.send(RELEASE)
}

describe('mail', () => {
  test('every recipient gets the same message once, with a Message-ID made from the key', async () => {
    const world = await aWorld()
    await sendAll(world.mail.url)
    expect(world.mail.mails.map(({ from, to, subject }) => ({ from, to, subject }))).toEqual([
      { from: 'release@codeflare.dev', to: ['codeflare-users@example.com'], subject: RELEASE.title },
      { from: 'release@codeflare.dev', to: ['odh@example.org'], subject: RELEASE.title },
    ])
    const [first, second] = world.mail.mails
    expect(first?.messageId).toMatch(/^<[0-9a-f]{32}@codeflare\.dev>$/)
    expect(first?.raw.equals(second?.raw ?? Buffer.alloc(0))).toBe(true)
    expect(first?.headers).toMatchObject({
      to: 'codeflare-users@example.com, Open Data Hub <odh@example.org>',
      date: 'Mon, 15 Jan 2024 10:00:00 +0000',
      'auto-submitted': 'auto-generated',
    })
    expect(first?.raw.toString()).toContain('[its notes](https://example.com/notes)')
    expect(first?.headers).not.toHaveProperty('x-mailer')
  })

  test.each([
    ['STARTTLS', 'smtp', false],
    ['TLS from the first byte', 'smtps', true],
  ])('by %s, and never to a server that nobody vouches for', async (_, scheme, secure) => {
    const taken: boolean[] = []
    const server = new SMTPServer({
      secure,
      onAuth: (_auth, session, done) => done(null, { user: session.secure ? 'release' : '' }),
      onData(stream, session, done) {
        taken.push(session.secure)
        stream.resume().on('end', () => done())
      },
    })
    server.on('error', () => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
    const address = server.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const url = `${scheme}://release:password@127.0.0.1:${port}`
    // Its certificate is signed by itself.
    const refused = await failure(sendAll(url))
    expect(refused.constructor).toBe(ServiceError)
    expect(refused.message).toMatch(/certificate/)
    expect(taken).toEqual([])
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    onTestFinished(() => void vi.unstubAllEnvs())
    await sendAll(url)
    expect(taken).toEqual([true, true])
  })

  test('another key is another message', async () => {
    const world = await aWorld()
    const [sender] = senders(world.mail.url)
    await sender?.send(RELEASE)
    await sender?.send({ ...RELEASE, key: 'another' })
    expect(world.mail.duplicates()).toEqual([])
  })

  test('an address that is there twice is one recipient', async () => {
    const world = await aWorld()
    await sendAll(world.mail.url, ['a@example.com', 'A <a@example.com>'])
    expect(world.mail.mails).toHaveLength(1)
  })

  test('logs in, and a wrong password is told without the password', async () => {
    const world = await aWorld()
    world.mail.requireAuth({ release: 'p@ss:word' })
    const secrets: string[] = []
    const url = world.mail.url.replace('//', '//release:p%40ss%3Aword@')
    const [sender] = mailSenders({
      smtpUrl: url,
      from: 'a@b.c',
      to: ['d@e.f'],
      now,
      onSecret: (secret) => secrets.push(secret),
    })
    await sender?.send(RELEASE)
    expect(world.mail.mails).toHaveLength(1)
    expect(secrets).toEqual(['p@ss:word'])
    const error = await failure(sendAll(world.mail.url.replace('//', '//release:wrong-password@')))
    expect(error).toMatchObject({ name: 'UserError', advice: expect.stringContaining('smtp-url') as unknown })
    expect(shown(error)).not.toContain('wrong-password')
  })

  test.each([
    ['a refusal for good', { kind: 'status', status: 550 }, UserError],
    ['a refusal for now', { kind: 'status', status: 451 }, ServiceError],
    ['the answer lost', { kind: 'reset', when: 'after' }, DeliveryInDoubt],
    ['the message lost', { kind: 'reset', when: 'before' }, DeliveryInDoubt],
  ] as const)('%s', async (_, fault, kind) => {
    const world = await aWorld()
    world.faults.add({ service: 'mail', fault })
    const error = await failure(sendAll(world.mail.url))
    expect(error.constructor).toBe(kind)
  })

  test('nobody listening, and somebody who speaks no SMTP, are no doubt', async () => {
    expect((await failure(sendAll('smtp://127.0.0.1:1'))).constructor).toBe(ServiceError)
    const server = createServer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    onTestFinished(() => void server.close())
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    expect((await failure(sendAll(`smtp://127.0.0.1:${port}`))).constructor).toBe(ServiceError)
  })

  test.each(['example.com', 'http://example.com', 'smtp://', 'smtp://h?secure=false', 'smtp://u:p%zz@h', ''])(
    'the server %j is refused',
    (url) => {
      expect(() => senders(url)).toThrow(/^Input “smtp-url”/)
    },
  )

  test.each(['nobody', 'a@b.c, d@e.f', 'a@b.c\nBcc: x@y.z', '<a@b.c> x', 'a b@c.d'])(
    'the address %j is refused',
    (address) => {
      expect(() => senders('smtp://localhost', [address])).toThrow(/^Input “mail-to”/)
    },
  )
})
