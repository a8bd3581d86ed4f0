export interface Message {
  /** `address`, or `Name <address>`. */
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** The same as HTML. */
  readonly html: string
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo: string | null
  /** With its angle brackets. */
  readonly messageId: string
  readonly date: Date
}

/** Of an encoded word: 39 bytes are 52 in base64, `=?UTF-8?B?…?=` stands around them, and `Subject: ` before the first; a line has 76. */
const WORD_BYTES = 39
/** Of a line of quoted-printable, the `=` at its end included (RFC 2045, 6.7). */
const LINE = 76

/**
 * A mail as it is handed to a server (RFC 5322): the text, and the same as HTML for who prefers it (RFC 2046, 5.1.4). What is not
 * ASCII in a header becomes encoded words (RFC 2047), a part that is not ASCII or has long lines quoted-printable, which stays
 * readable in an archive. The same message is the same bytes.
 */
export function renderMessage(message: Message): string {
  const { from, to, subject, messageId, inReplyTo, date } = message
  const parts = [partOf('text/plain', message.text), partOf('text/html', message.html)]
  let boundary = `=_${messageId.replaceAll(/[^0-9a-f]/g, '').slice(0, 32)}`
  while (parts.some((each) => each.includes(boundary))) boundary += '_'
  const headers = [
    `From: ${mailbox(from)}`,
    `To: ${to.map(mailbox).join(',\r\n ')}`,
    `Subject: ${words(subject.replaceAll(/\s+/g, ' ').trim())}`,
    `Message-ID: ${messageId}`,
    ...(inReplyTo === null ? [] : [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`]),
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    // So that no holiday notice answers the whole list (RFC 3834).
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ]
  const body = parts.map((each) => `--${boundary}\r\n${each}\r\n`)
  return `${headers.join('\r\n')}\r\n\r\n${body.join('')}--${boundary}--\r\n`
}

function partOf(type: string, content: string): string {
  const lines = content.replaceAll(/\r\n?/g, '\n').replace(/\n*$/, '\n')
  const plain = /^[\t\n\x20-\x7e]*$/.test(lines) && lines.split('\n').every((line) => line.length <= LINE)
  const body = plain ? lines.split('\n') : lines.split('\n').map(quotedPrintable)
  return [
    `Content-Type: ${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${plain ? '7bit' : 'quoted-printable'}`,
    '',
    body.join('\r\n'),
  ].join('\r\n')
}

/** A name of atoms stays, another is quoted, and one that is not ASCII is encoded (RFC 5322, 3.2.3 and 3.4). */
function mailbox(text: string): string {
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? []
  if (address === '') return text.trim()
  const bare = name.replace(/^"(.*)"$/, '$1').replaceAll(/\\(.)/g, '$1')
  if (bare === '') return address
  const atoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(bare)
  const quoted = atoms ? bare : `"${bare.replaceAll(/["\\]/g, '\\$&')}"`
  return `${isPlain(bare) ? quoted : words(bare)} <${address}>`
}

/** An unstructured value: as it is, or as encoded words of whole characters, each on a line of its own. */
function words(value: string): string {
  if (isPlain(value)) return value
  const full: string[] = []
  let open = ''
  for (const character of value) {
    if (Buffer.byteLength(open + character) > WORD_BYTES) {
      full.push(open)
      open = ''
    }
    open += character
  }
  return [...full, open].map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`).join('\r\n ')
}

function isPlain(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value) && value.length <= LINE - 'Subject: '.length && !value.includes('=?')
}

/** One line of a text as lines of quoted-printable; a blank at its end would be taken away on the way. */
function quotedPrintable(line: string): string {
  const bytes = [...Buffer.from(line)]
  const encoded = bytes.map((byte, index) => {
    const blank = (byte === 0x20 || byte === 0x09) && index < bytes.length - 1
    const literal = byte > 0x20 && byte < 0x7f && byte !== 0x3d
    return blank || literal ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  let [done, open] = ['', '']
  for (const [index, each] of encoded.entries()) {
    const room = index === encoded.length - 1 ? LINE : LINE - 1
    if (open.length + each.length > room) {
      done += `${open}=\r\n`
      open = ''
    }
    open += each
  }
  return done + open
}
