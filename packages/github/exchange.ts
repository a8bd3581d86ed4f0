import type { IncomingMessage } from 'node:http'

export interface Sent {
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
}

export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly bytes: Buffer
}

/** As many as a tarball takes, and one more. */
const MOST_REDIRECTS = 3

/**
 * One request and its whole answer, over connections that are kept. Node's own client instead of `fetch`, of which the first use
 * costs as much as starting Node (50 ms). Answers come compressed. A read that is sent elsewhere follows, without the token where
 * that is another host.
 *
 * @throws Error when no whole answer came; with the signal's reason as cause where it ended it.
 */
export async function exchange(url: string, sent: Sent, redirects = 0): Promise<Received> {
  const answer = await begin(url, sent)
  const bytes = await whole(answer)
  const { statusCode: status = 0, headers } = answer
  const { location } = headers
  const reads = sent.method === 'GET' || sent.method === 'HEAD'
  if (
    reads &&
    status >= 301 &&
    status <= 308 &&
    status !== 304 &&
    location !== undefined &&
    redirects < MOST_REDIRECTS
  ) {
    const next = new URL(location, url)
    const { authorization, ...others } = sent.headers
    const same = next.host === new URL(url).host && authorization !== undefined
    return exchange(next.href, { ...sent, headers: same ? { ...others, authorization } : others }, redirects + 1)
  }
  const single = Object.entries(headers).map(([name, value]): [string, string | undefined] => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  const decoded = await decompressed(bytes, headers['content-encoding'])
  return { status, headers: Object.fromEntries(single), bytes: decoded }
}

function begin(url: string, { method, headers, body, signal }: Sent): Promise<IncomingMessage> {
  // TLS only for those who need it. Not by `import`, which reads every export of a built-in module, also those of `node:http` that
  // load the whole of `fetch`.
  const { request } = process.getBuiltinModule(url.startsWith('https:') ? 'node:https' : 'node:http')
  const length =
    body === undefined
      ? method === 'POST' || method === 'PUT' || method === 'PATCH'
        ? 0
        : undefined
      : Buffer.byteLength(body)
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      signal,
      headers: {
        ...headers,
        'accept-encoding': 'gzip',
        ...(length !== undefined && { 'content-length': length }),
      },
    })
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  // A body that is cut off rejects here and not in somebody's parser.
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function decompressed(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding !== 'gzip' || bytes.length === 0) return bytes
  const { gunzip } = process.getBuiltinModule('node:zlib')
  return new Promise((resolve, reject) => {
    gunzip(bytes, (error, result) => (error === null ? resolve(result) : reject(error)))
  })
}
