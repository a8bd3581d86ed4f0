import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHtml } from '../../../packages/announce/html.ts'
import { type Message, renderMessage } from '../../../packages/announce/message.ts'
import { decodeWords, parseHeaders } from '../../../packages/sandbox/mail/message.ts'

const MESSAGE: Message = {
  from: 'CodeFlare <release@codeflare.dev>',
  to: ['users@example.com'],
  subject: 'CodeFlare Stack v1.3.0',
  text: 'Released.\n',
  html: '<p>Released.</p>\n',
  inReplyTo: null,
  messageId: '<1a@codeflare.dev>',
  date: new Date('2024-01-15T10:00:00Z'),
}

interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly raw: string
  readonly text: string
  readonly html: string
}

/** A mail as a program reads it: its headers and both of its parts (RFC 2046, 5.1). */
function received(message: Partial<Message>): Received {
  const raw = renderMessage({ ...MESSAGE, ...message })
  const headers = parseHeaders(Buffer.from(raw))
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1] ?? ''
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const pieces = body.split(`--${boundary}`)
  expect(pieces).toHaveLength(4)
  expect(pieces[3]).toBe('--\r\n')
  const [text = '', html = ''] = pieces.slice(1, 3).map((piece) => {
    const own = parseHeaders(Buffer.from(piece.trimStart()))
    const content = piece.slice(piece.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '')
    return (own['content-transfer-encoding'] === 'quoted-printable' ? decoded(content) : content).replaceAll(
      '\r\n',
      '\n',
    )
  })
  return { headers, raw, text, html }
}

/** RFC 2045, 6.7, read back. */
function decoded(body: string): string {
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const text = fc.string({ unit: 'grapheme', maxLength: 400 })
const lines = fc
  .array(fc.oneof(text, fc.constantFrom('', '.', ' ', 'a ', 'From me', '=3D', '\t', 'x'.repeat(80))))
  .map((all) => all.join('\n'))

describe('a message', () => {
  test('of ASCII is what a person would write', () => {
    expect(renderMessage(MESSAGE)).toBe(
      [
        'From: CodeFlare <release@codeflare.dev>',
        'To: users@example.com',
        'Subject: CodeFlare Stack v1.3.0',
        'Message-ID: <1a@codeflare.dev>',
        'Date: Mon, 15 Jan 2024 10:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary="=_1acdefaede"',
        '',
        '--=_1acdefaede',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        '',
        'Released.',
        '',
        '--=_1acdefaede',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        '',
        '<p>Released.</p>',
        '',
        '--=_1acdefaede--',
        '',
      ].join('\r\n'),
    )
  })

  test('any text arrives as it was, in lines that every server takes', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const { raw, text: arrived } = received({ text: given })
        const sent = given.replaceAll(/\r\n?/g, '\n')
        expect(arrived.replace(/\n+$/, '')).toBe(sent.replace(/\n+$/, ''))
        expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
        const encoded = /quoted-printable\r\n\r\n([^]*?)\r\n--=_/.exec(raw)?.[1] ?? ''
        for (const line of encoded.split('\r\n')) expect(line).not.toMatch(/[ \t]$/)
      }),
    )
  })

  test('any subject arrives as it was, blanks as one, and starts no header of its own', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom('a\r\nBcc: x@y.z', '=?UTF-8?B?YQ==?=')), (subject) => {
        const { headers, raw } = received({ subject })
        expect(decodeWords(headers['subject'] ?? '')).toBe(subject.replaceAll(/\s+/g, ' ').trim())
        expect(Object.keys(headers)).toHaveLength(8)
        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
      }),
    )
  })

  test.each([
    ['Open Data Hub <odh@example.org>', 'Open Data Hub <odh@example.org>'],
    ['Hub, Data <odh@example.org>', '"Hub, Data" <odh@example.org>'],
    ['"Hub \\"Data\\"" <odh@example.org>', '"Hub \\"Data\\"" <odh@example.org>'],
    ['<odh@example.org>', 'odh@example.org'],
    ['Jürgen <odh@example.org>', '=?UTF-8?B?SsO8cmdlbg==?= <odh@example.org>'],
  ])('the name in %j is %j', (given, header) => {
    expect(received({ to: [given] }).headers['to']).toBe(header)
  })

  test('many recipients stand a line each', () => {
    const to = ['a@example.com', 'B <b@example.com>']
    expect(received({ to }).raw).toContain('To: a@example.com,\r\n B <b@example.com>\r\n')
  })

  test('a text that holds the boundary does not end its part', () => {
    const hostile = 'x\n--=_1acdefaede--\n--=_1acdefaede\nContent-Type: text/html\n\n<b>mine</b>\n'
    expect(received({ text: hostile }).text).toBe(hostile)
  })

  test('an answer says to what', () => {
    expect(received({ inReplyTo: '<0@codeflare.dev>' }).headers).toMatchObject({
      'in-reply-to': '<0@codeflare.dev>',
      references: '<0@codeflare.dev>',
    })
  })
})

describe('the HTML of a message', () => {
  test('says what its Markdown says', async () => {
    const html = await toHtml(
      'T & C',
      '# Out\n\nIt *is* **out**: [notes](https://e.x/?a=1&b=2), `x<y`.\n\n1. one\n2. two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n',
    )
    expect(html).toContain('<title>T &amp; C</title>')
    expect(html).toContain(
      '<h1>Out</h1>\n<p>It <em>is</em> <strong>out</strong>: <a href="https://e.x/?a=1&amp;b=2">notes</a>, <code>x&lt;y</code>.</p>',
    )
    expect(html).toContain('<ol start="1">\n<li><p>one</p></li>\n<li><p>two</p></li>\n</ol>')
    expect(html).toContain(
      '<tr><th align="left">A</th><th align="left">B</th></tr>\n<tr><td align="left">1</td><td align="left">2</td></tr>',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '![a](data:text/html,x)',
    '[a](https://x" onclick="y)',
  ])('takes nothing hostile from %j', async (body) => {
    const html = await toHtml('T', body)
    expect(html).not.toMatch(/<(?:script|img)|javascript:|data:|onclick="/)
  })
})
