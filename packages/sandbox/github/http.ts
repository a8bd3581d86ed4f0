import { createHash } from 'node:crypto'
import { isObject, parseJson } from '../json.ts'
import type { SandboxRequest, SandboxResponse } from '../exchange.ts'

/** One entry of GitHub's `errors`. */
export interface ErrorDetail {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** An answer that is an error, in GitHub's words. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly errors: readonly ErrorDetail[]

  constructor(status: number, message: string, errors: readonly ErrorDetail[] = []) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found')
}

export function validationFailed(...errors: readonly ErrorDetail[]): ApiError {
  return new ApiError(422, 'Validation Failed', errors)
}

export function errorResponse(error: ApiError): SandboxResponse {
  return {
    status: error.status,
    body: {
      message: error.message,
      ...(error.errors.length === 0 ? {} : { errors: error.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(error.status),
    },
  }
}

/** The fields of a JSON request body, each read with GitHub's error for a missing or mistyped one. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }

  /** @throws ApiError 400 when the body is no JSON object. */
  static parse(body: Buffer): Fields {
    if (body.length === 0) return new Fields({})
    const parsed = parseJson(body.toString('utf8'))
    if (parsed === undefined) throw new ApiError(400, 'Problems parsing JSON')
    if (!isObject(parsed)) throw new ApiError(400, 'Body should be a JSON object')
    return new Fields(parsed)
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined
  }

  string(name: string): string {
    const value = this.optionalString(name)
    if (value === undefined) throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`)
    return value
  }

  /** Absent and null are the same, as on GitHub. */
  optionalString(name: string): string | undefined {
    return this.#typed(name, 'a string', (value) => typeof value === 'string')
  }

  boolean(name: string): boolean | undefined {
    return this.#typed(name, 'a boolean', (value) => typeof value === 'boolean')
  }

  strings(name: string): string[] | undefined {
    return this.#typed(
      name,
      'an array of strings',
      (value): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
    )
  }

  record(name: string): Readonly<Record<string, unknown>> | undefined {
    return this.#typed(name, 'an object', isObject)
  }

  fields(name: string): Fields | undefined {
    const value = this.record(name)
    return value === undefined ? undefined : new Fields(value)
  }

  list(name: string): Fields[] | undefined {
    const isList = (value: unknown): value is Readonly<Record<string, unknown>>[] =>
      Array.isArray(value) && value.every(isObject)
    return this.#typed(name, 'an array of objects', isList)?.map((value) => new Fields(value))
  }

  isNull(name: string): boolean {
    return this.#values[name] === null
  }

  #typed<T>(name: string, expected: string, test: (value: unknown) => value is T): T | undefined {
    const value = this.#values[name]
    if (value === undefined || value === null) return undefined
    if (test(value)) return value
    const found = JSON.stringify(value)
    throw new ApiError(422, `Invalid request.\n\nFor 'properties/${name}', ${found} is not ${expected}.`)
  }
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** The `Link` header, when there is more than one page. */
  readonly headers: Readonly<Record<string, string>>
  readonly page: number
}

/** Cuts the page that the query asks for (`per_page` 1 to 100, 30 by default) and links to its neighbours. */
export function paginate<T>(request: SandboxRequest, origin: string, all: readonly T[], perPageDefault = 30): Page<T> {
  const size = Math.min(100, Math.max(1, positive(request.query.get('per_page')) ?? perPageDefault))
  const page = positive(request.query.get('page')) ?? 1
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (number: number, rel: string): string => {
    const query = new URLSearchParams(request.query)
    query.set('page', String(number))
    return `<${origin}${request.path}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') }
  return { items: all.slice((page - 1) * size, page * size), headers, page }
}

function positive(text: string | null): number | undefined {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) || value < 1 ? undefined : value
}

/** Adds the ETag of a JSON answer, and answers 304 to a client that has it already. */
export function conditional(request: SandboxRequest, response: SandboxResponse): SandboxResponse {
  if (request.method !== 'GET' || response.status !== 200 || response.body === undefined) return response
  const { body } = response
  const bytes = Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body)
  const etag = `W/"${createHash('sha256').update(bytes).digest('hex')}"`
  const headers = { ...response.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' }
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? []
  return known.includes(etag) || known.includes(etag.slice(2))
    ? { status: 304, headers }
    : { status: 200, headers, body: response.body }
}
