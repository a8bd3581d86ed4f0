import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Message, renderMessage } from '../../../packages/announce/message.ts'
import { decodeWords, parseHeaders } from '../../../packages/sandbox/mail/message.ts'

const MESSAGE: Message = {
  from: 'CodeFlare <release@codeflare.dev>',
  to: ['users@example.com'],
  subject: 'CodeFlare Stack v1.3.0',
  text: 'Released.\n',
  messageId: '<1@codeflare.dev>',
  date: new Date('2024-01-15T10:00:00Z'),
}

function received(message: Partial<Message>): { headers: Readonly<Record<string, string>>; raw: string; text: string } {
  const raw = renderMessage({ ...MESSAGE, ...message })
  const headers = parseHeaders(Buffer.from(raw))
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const encoded = headers['content-transfer-encoding'] === 'quoted-printable'
  return { headers, raw, text: (encoded ? decoded(body) : body).replaceAll('\r\n', '\n') }
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
        'Message-ID: <1@codeflare.dev>',
        'Date: Mon, 15 Jan 2024 10:00:00 +0000',
        'Auto-Submitted: auto-generated',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        '',
        'Released.',
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
        for (const line of raw.split('\r\n\r\n').slice(1).join('\r\n\r\n').split('\r\n')) {
          if (raw.includes('quoted-printable')) expect(line).not.toMatch(/[ \t]$/)
        }
      }),
    )
  })

  test('any subject arrives as it was, blanks as one, and starts no header of its own', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom('a\r\nBcc: x@y.z', '=?UTF-8?B?YQ==?=')), (subject) => {
        const { headers, raw } = received({ subject })
        expect(decodeWords(headers['subject'] ?? '')).toBe(subject.replaceAll(/\s+/g, ' ').trim())
        expect(Object.keys(headers)).toHaveLength(9)
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
})
