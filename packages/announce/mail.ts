import { createHash } from 'node:crypto'
import { ServiceError, UserError } from '../plan/index.ts'
import { type Announcement, DeliveryInDoubt, fingerprint, type Receipt, type Sender } from './channel.ts'
import { toHtml } from './html.ts'
import { renderMessage } from './message.ts'

export interface MailOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587` (STARTTLS). */
  readonly smtpUrl: string
  /** An address, or `Name <address>`. */
  readonly from: string
  readonly to: readonly string[]
  /** The time that the mail's Date says. */
  readonly now: () => Date
  /** Told the password, before anything is done with it. */
  readonly onSecret?: (secret: string) => void
}

interface Server {
  readonly host: string
  readonly port: number
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly auth?: { readonly user: string; readonly pass: string }
}

interface Envelope {
  readonly from: string
  readonly to: string
}

/**
 * One sender for each recipient: what is announced to one list is not sent again because another address failed. All
 * get the same message, with the same Message-ID, made from the key (RFC 5322 §3.6.4): the receivers' own way to see that
 * they have it.
 *
 * @throws UserError for an address or a server that is none; the password is not repeated.
 */
export function mailSenders(options: MailOptions): Sender[] {
  const server = parseServer(options.smtpUrl)
  if (server.auth !== undefined) options.onSecret?.(server.auth.pass)
  const from = parseAddress(options.from, 'mail-from')
  const to = [...new Set(options.to.map((address) => parseAddress(address, 'mail-to')))]
  return to.map((recipient) => ({
    channel: 'mail',
    identity: fingerprint('mail', recipient.toLowerCase()),
    subject: `mail to ${recipient}`,
    recognised: true,
    async send({ title, body, key, replyTo = null }: Announcement): Promise<Receipt> {
      const messageId = messageIdOf(key, from)
      const date = options.now()
      const message = renderMessage({
        from: options.from,
        to: options.to,
        subject: title,
        text: body,
        html: await toHtml(title, body),
        messageId,
        inReplyTo: replyTo === null ? null : messageIdOf(replyTo, from),
        date,
      })
      await deliver(server, { from, to: recipient }, message)
      return { id: messageId, url: null, at: date.toISOString() }
    },
  }))
}

/** The name of a mail for ever: the same key from the same house is the same message. */
function messageIdOf(key: string, from: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${from.split('@')[1] ?? ''}>`
}

async function deliver(server: Server, envelope: Envelope, message: string): Promise<void> {
  // Loaded here: only who mails pays for it. Its protocol, TLS and logins; the rest of nodemailer is three times as large.
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection({
    ...server,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
  })
  let isConnected = false
  try {
    await new Promise<void>((resolve, reject) => {
      const send = (): void => connection.send(envelope, message, (error) => (error ? reject(error) : resolve()))
      connection.on('error', reject)
      connection.connect((error) => {
        isConnected = error === undefined || error === null
        if (error) reject(error)
        else if (server.auth === undefined || !connection.allowsAuth) send()
        else connection.login(server.auth, (refused) => (refused ? reject(refused) : send()))
      })
    })
  } catch (error) {
    throw mailError(error, `${server.host}:${server.port}`, isConnected)
  } finally {
    connection.close()
  }
}

/** A code that the server answered is clear, and so is whatever went wrong before the message was on its way. */
function mailError(error: unknown, host: string, isConnected: boolean): Error {
  const told = error instanceof Error ? error : new Error(String(error))
  const [code, status, syscall, timeout] = ['code', 'responseCode', 'syscall', 'timeoutType'].map((name) => {
    const value: unknown = Reflect.get(told, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
  if (code === 'EAUTH') {
    return new UserError(`The mail server ${host} does not accept user name and password (${status || 'no code'}).`, {
      advice: 'Check the credentials in the secret that “smtp-url” takes; special characters must be %-encoded.',
    })
  }
  if (status !== '') {
    const again = status?.startsWith('4')
    const what = `The mail server ${host} refuses the message: ${firstLine(told.message)}`
    return again
      ? new ServiceError(what, { advice: 'It is temporary: run again later. Nothing was delivered.' })
      : new UserError(what, { advice: 'Check “mail-from”, “mail-to” and what the server allows.' })
  }
  const early =
    !isConnected ||
    ['EDNS', 'ETLS', 'EENVELOPE', 'EMESSAGE'].includes(code ?? '') ||
    syscall === 'connect' ||
    told.message.startsWith('Invalid greeting') ||
    ['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT'].includes(timeout ?? '')
  if (early) {
    return new ServiceError(`The mail server ${host} cannot be used: ${firstLine(told.message)}`, {
      advice: 'Check host, port and TLS in “smtp-url” (smtps:// for port 465, smtp:// for 587). Nothing was delivered.',
    })
  }
  return new DeliveryInDoubt(`The mail server ${host} gave no answer (${code || 'connection lost'}).`, {
    advice: 'The mail was delivered, or was not. Run again: it is sent once more as the same message (Message-ID).',
  })
}

/** A server's words, short and without what it may repeat of a login. */
function firstLine(message: string): string {
  return `${(message.split('\n')[0] ?? '').slice(0, 200)}.`.replace(/\.\.$/, '.')
}

function parseServer(text: string): Server {
  const url = URL.canParse(text) ? new URL(text) : null
  const secure = url?.protocol === 'smtps:'
  if (url === null || (!secure && url.protocol !== 'smtp:') || url.hostname === '' || url.search !== '') {
    throw new UserError(
      'Input “smtp-url” is not of the form smtps://user:password@host:465 or smtp://user:password@host:587.',
      {
        advice: 'Special characters in user name and password must be %-encoded. Keep it in a secret.',
      },
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const local = ['127.0.0.1', 'localhost', '::1'].includes(host)
  const auth = url.username === '' ? {} : { auth: { user: decode(url.username), pass: decode(url.password) } }
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password never travels in the clear, whatever the server offers.
    requireTLS: !secure && !local && url.username !== '',
    ...auth,
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new UserError('Input “smtp-url”: user name or password is not properly %-encoded.', {
      advice: 'Encode special characters, for example “%” as “%25” and “@” as “%40”.',
    })
  }
}

/** The address of `address` or `Name <address>`. */
function parseAddress(text: string, input: string): string {
  const given = text.trim()
  const address = /^[^<>\r\n]*<([^<>\s]+)>$/.exec(given)?.[1] ?? given
  if (/^[^\s@<>,;"]+@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(address) && !/[\r\n]/.test(given)) return address
  throw new UserError(`Input “${input}”: “${given}” is not a mail address.`, {
    advice: 'Write name@example.com or Name <name@example.com>, one a line.',
  })
}
