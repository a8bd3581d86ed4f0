import { appendFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isMissing, readIfThere } from '../durable.ts'
import type { SandboxRequest, SandboxResponse } from '../exchange.ts'
import { refuse } from './answers.ts'
import { mayPull } from './auth.ts'
import type { RegistryContext } from './context.ts'
import { algorithmOf, digestOf } from './digest.ts'

/**
 * end-4 and end-11: start an upload, or be done at once with a single POST or a mount.
 * An open upload is not a write of the ledger: nobody can see it before it is closed.
 */
export function startUpload(context: RegistryContext, request: SandboxRequest, name: string): SandboxResponse {
  const { store, ledger, host } = context
  const mount = request.query.get('mount')
  const from = request.query.get('from')
  if (mount !== null && from !== null && mayPull(context, request, from)) {
    const size = store.repository(from)?.blobs[mount]
    if (size !== undefined) {
      store.change(name, ({ blobs }) => {
        blobs[mount] = size
      })
      ledger.record(`registry ${host} mount blob ${name}@${mount}`)
      return created(name, mount)
    }
  }
  const digest = request.query.get('digest')
  if (digest !== null) return keep(context, name, digest, request.body)
  const file = newSession(context, name)
  writeFileSync(file.path, '')
  return progress(202, name, file.session, 0)
}

/** end-5, end-6, end-13 and end-14: the life of one upload. */
export function continueUpload(
  context: RegistryContext,
  request: SandboxRequest,
  name: string,
  session: string,
): SandboxResponse {
  const path = sessionFile(context, name, session)
  const offset = path === undefined ? undefined : sizeOf(path)
  if (path === undefined || offset === undefined) {
    return refuse('BLOB_UPLOAD_UNKNOWN', `no upload ${session} in ${name}`)
  }
  switch (request.method) {
    case 'GET':
      return progress(204, name, session, offset)
    case 'DELETE':
      rmSync(path)
      return { status: 204 }
    case 'PATCH':
    case 'PUT':
      return append(context, request, name, session, path, offset)
    default:
      return refuse('UNSUPPORTED', `${request.method} is not for uploads`)
  }
}

function append(
  context: RegistryContext,
  request: SandboxRequest,
  name: string,
  session: string,
  path: string,
  offset: number,
): SandboxResponse {
  const { body, method } = request
  const range = request.headers['content-range']
  if (range !== undefined) {
    const [, first, last] = /^(?:bytes[ =])?(\d+)-(\d+)(?:\/.*)?$/.exec(range) ?? []
    if (first === undefined || last === undefined || Number(last) - Number(first) + 1 !== body.length) {
      return refuse('SIZE_INVALID', `Content-Range: found ${range} for a body of ${body.length} bytes`)
    }
    if (Number(first) !== offset) {
      const headers = progress(416, name, session, offset).headers ?? {}
      return refuse('BLOB_UPLOAD_INVALID', `expected the chunk that begins at ${offset}, found ${range}`, { headers })
    }
  }
  if (method === 'PATCH') {
    appendFileSync(path, body)
    return progress(202, name, session, offset + body.length)
  }
  const digest = request.query.get('digest')
  if (digest === null) return refuse('DIGEST_INVALID', 'the closing PUT needs ?digest=')
  const answer = keep(context, name, digest, Buffer.concat([readIfThere(path) ?? Buffer.alloc(0), body]), () =>
    rmSync(path),
  )
  return answer
}

/** Verifies and keeps a blob; `done` runs before the write is counted, so that a crash leaves no open upload. */
function keep(
  { store, ledger, host }: RegistryContext,
  name: string,
  digest: string,
  bytes: Buffer,
  done: () => void = () => undefined,
): SandboxResponse {
  const algorithm = algorithmOf(digest)
  if (algorithm === undefined) return refuse('DIGEST_INVALID', `not a digest that this registry knows: ${digest}`)
  const found = digestOf(bytes, algorithm)
  if (found !== digest) return refuse('DIGEST_INVALID', `expected ${digest}, found ${found}`)
  store.putBlob(name, digest, bytes)
  done()
  ledger.record(`registry ${host} put blob ${name}@${digest}`)
  return created(name, digest)
}

function created(name: string, digest: string): SandboxResponse {
  return { status: 201, headers: { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest } }
}

function progress(status: number, name: string, session: string, offset: number): SandboxResponse {
  return {
    status,
    headers: {
      location: `/v2/${name}/blobs/uploads/${session}`,
      // The specification has no word for "nothing yet"; 0-0 is what the reference implementation says.
      range: `0-${Math.max(0, offset - 1)}`,
      'docker-upload-uuid': session,
    },
  }
}

/** A session id that is new in this repository and yet the same in every rehearsal: a UUID made from a count. */
function newSession(context: RegistryContext, name: string): { readonly session: string; readonly path: string } {
  const folder = join(context.directory, 'uploads', name.replaceAll('/', '@'))
  mkdirSync(folder, { recursive: true })
  for (let count = 1; ; count += 1) {
    const hex = createHash('sha256').update(`${name} ${context.ledger.writes} ${count}`).digest('hex')
    const session = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `a${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ]
    const path = join(folder, session.join('-'))
    if (sizeOf(path) === undefined) return { session: session.join('-'), path }
  }
}

function sessionFile(context: RegistryContext, name: string, session: string): string | undefined {
  if (!/^[0-9a-f-]{36}$/.test(session)) return undefined
  return join(context.directory, 'uploads', name.replaceAll('/', '@'), session)
}

function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
