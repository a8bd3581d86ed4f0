import { join } from 'node:path'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { readIfThere, readState, writeAtomic, writeState } from '../durable.ts'
import { WorldStopped, writeScope, type Ledger } from '../ledger.ts'
import { listen, waitFor, type ServiceHooks } from '../service.ts'
import { decodeWords, parseHeaders } from './message.ts'

/** One accepted mail. */
export interface Mail {
  /** The envelope's sender and recipients: what was said to the server, not what the headers claim. */
  readonly from: string
  readonly to: readonly string[]
  /** The whole message as it came. */
  readonly raw: Buffer
  /** Header fields by lower-case name, unfolded. */
  readonly headers: Readonly<Record<string, string>>
  /** With its angle brackets; empty when the sender gave none. */
  readonly messageId: string
  /** Decoded. */
  readonly subject: string
}

/** The mail server of the world: it accepts everything and delivers nothing. */
export interface Mailbox {
  /** `smtp://127.0.0.1:PORT`. */
  readonly url: string
  /** In the order of acceptance; a mail that was sent twice is here twice. */
  readonly mails: readonly Mail[]
  /** The Message-IDs that were accepted more than once. */
  duplicates(): readonly string[]
  /** Demands AUTH PLAIN or LOGIN with one of these users from now on (before, any is welcome); kept with the world. */
  requireAuth(users: Readonly<Record<string, string>>): void
}

export interface MailOptions extends ServiceHooks {
  readonly directory: string
  readonly ledger: Ledger
  readonly port?: number | undefined
}

interface MailState {
  readonly envelopes: { readonly from: string; readonly to: readonly string[] }[]
  readonly users?: Readonly<Record<string, string>>
}

/**
 * Starts the mail server; a mail is one file in `directory`, beside the envelopes.
 * To faults and the log a mail is the request `DATA /` of the service `mail`; a status fault is the SMTP code.
 */
export async function openMail(
  options: MailOptions,
): Promise<Mailbox & { readonly port: number; snapshot(): object; stop(): void; close(): Promise<void> }> {
  const stateFile = join(options.directory, 'mail.json')
  let state = readState<MailState>(stateFile, { envelopes: [] })
  const mails = state.envelopes.map((envelope, index) =>
    toMail(envelope, readIfThere(mailFile(options.directory, index)) ?? Buffer.alloc(0)),
  )
  const sockets = new Set<Socket>()
  const running = new Set<Promise<void>>()
  let stopped = false
  const ended = Promise.withResolvers<void>()

  function accept(session: SMTPServerSession, raw: Buffer): void {
    const { mailFrom, rcptTo } = session.envelope
    const envelope = {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
    }
    writeAtomic(mailFile(options.directory, mails.length), raw)
    state = { ...state, envelopes: [...state.envelopes, envelope] }
    writeState(stateFile, state)
    const mail = toMail(envelope, raw)
    mails.push(mail)
    options.ledger.record(`mail to ${mail.to.join(', ')}`)
  }

  async function receive(session: SMTPServerSession, raw: Buffer, reply: (error?: Error) => void): Promise<void> {
    const request = { service: 'mail', method: 'DATA', path: '/', query: new URLSearchParams(), headers: {}, body: raw }
    const scope = { wrote: false }
    const hangUp = (): void => void socketOf(sockets, session)?.destroy()
    let status = 0
    const fault = options.fault(request)
    try {
      if (fault?.kind === 'reset' && fault.when === 'before') return hangUp()
      if (fault?.kind === 'delay') await Promise.race([waitFor(fault), ended.promise])
      if (stopped) throw new WorldStopped()
      if (fault?.kind === 'status') {
        status = fault.status
        reply(Object.assign(new Error('refused by a fault of the sandbox'), { responseCode: fault.status }))
        return
      }
      writeScope.run(scope, () => accept(session, raw))
      if (fault?.kind === 'reset') return hangUp()
      status = 250
      reply()
    } catch (error) {
      if (!(error instanceof WorldStopped)) throw error
      hangUp()
    } finally {
      options.log({ service: 'mail', method: 'DATA', path: '/', query: '', status, wrote: scope.wrote })
    }
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onAuth(auth, _session, callback) {
      const { username = '', password } = auth
      const right = state.users === undefined || (password !== undefined && state.users[username] === password)
      if (right) return callback(null, { user: username })
      callback(Object.assign(new Error('wrong user name or password'), { responseCode: 535 }))
    },
    onMailFrom(_address, session, callback) {
      if (state.users === undefined || session.user !== undefined) return callback()
      callback(Object.assign(new Error('authentication required'), { responseCode: 530 }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const work = receive(session, Buffer.concat(chunks), callback).finally(() => running.delete(work))
        running.add(work)
      })
    },
  })
  // A client that is cut off is what a fault or a crash does on purpose.
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => {
    if (stopped) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server.server, options.port)

  function stop(): void {
    stopped = true
    ended.resolve()
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    duplicates: () => {
      const ids = mails.map(({ messageId }) => messageId).filter((id) => id !== '')
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
    },
    requireAuth(users) {
      state = { ...state, users }
      writeState(stateFile, state)
    },
    // Dates and MIME boundaries differ from run to run; who was told what does not.
    snapshot: () =>
      mails.map(({ from, to, messageId, subject, raw }) => ({ from, to, messageId, subject, body: stableBody(raw) })),
    stop,
    async close() {
      stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
      })
      await Promise.all(running)
    },
  }
}

function toMail(envelope: MailState['envelopes'][number], raw: Buffer): Mail {
  const headers = parseHeaders(raw)
  return {
    ...envelope,
    raw,
    headers,
    messageId: headers['message-id'] ?? '',
    subject: decodeWords(headers['subject'] ?? ''),
  }
}

function mailFile(directory: string, index: number): string {
  return join(directory, `${String(index + 1).padStart(6, '0')}.eml`)
}

function socketOf(sockets: ReadonlySet<Socket>, session: SMTPServerSession): Socket | undefined {
  return [...sockets].find(({ remotePort }) => remotePort === session.remotePort)
}

function stableBody(raw: Buffer): string {
  const text = raw.toString('utf8')
  const boundary = /boundary="?([^";\r\n]+)/i.exec(parseHeaders(raw)['content-type'] ?? '')?.[1]
  const body = text.slice(text.indexOf('\r\n\r\n') + 4)
  return boundary === undefined ? body : body.replaceAll(boundary, 'BOUNDARY')
}
