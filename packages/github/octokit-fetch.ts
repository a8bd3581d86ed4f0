import type { Received } from './exchange.ts'
import type { Transport } from './transport.ts'

/** What Octokit hands over for a request. */
interface Handed {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What Octokit reads of an answer. */
interface Answered {
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * A `fetch` for Octokit over our transport. Not with `Response` and `Headers`: the first use of either loads the whole of
 * undici, which takes as long as starting Node.
 */
export function octokitFetch(transport: Transport): (url: string, handed: Handed) => Promise<Answered> {
  return async (url, { method, headers, body }) => {
    const received = await transport({ method, url, headers, ...(body !== undefined && { body }) })
    return answered(url, received)
  }
}

function answered(url: string, { status, headers, bytes }: Received): Answered {
  const single = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    status,
    statusText: '',
    url,
    headers: new Map(single),
    text: () => Promise.resolve(bytes.toString('utf8')),
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  }
}
