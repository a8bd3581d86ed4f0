import type { SandboxResponse } from '../exchange.ts'

/** The error codes of the distribution specification, with the status each is answered with here. */
const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 416,
  BLOB_UPLOAD_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 404,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  SIZE_INVALID: 400,
  UNAUTHORIZED: 401,
  UNSUPPORTED: 405,
} as const

export type ErrorCode = keyof typeof STATUS

/** An error as the specification shapes it. */
export function refuse(
  code: ErrorCode,
  message: string,
  more: {
    readonly status?: number
    readonly headers?: Readonly<Record<string, string>>
    readonly detail?: object
  } = {},
): SandboxResponse {
  return {
    status: more.status ?? STATUS[code],
    headers: more.headers ?? {},
    body: { errors: [{ code, message, ...(more.detail === undefined ? {} : { detail: more.detail }) }] },
  }
}

/** Bytes with their digest; for HEAD the headers of the same answer, length included. */
export function content(
  method: string,
  mediaType: string,
  digest: string,
  bytes: Buffer,
  more: Readonly<Record<string, string>> = {},
): SandboxResponse {
  const headers = {
    'content-type': mediaType,
    'content-length': String(bytes.length),
    'docker-content-digest': digest,
    etag: `"${digest}"`,
    ...more,
  }
  return method === 'HEAD' ? { status: 200, headers } : { status: 200, headers, body: bytes }
}
