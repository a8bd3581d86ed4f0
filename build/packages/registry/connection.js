import { ServiceError, UserError } from '../plan/index.js'
import { LONGEST_ERROR } from './errors.js'
/** Reads a body up to its limit: what is longer fails when it is wanted, and is cut when it is only an error's text. */
export async function readAnswer(response, limit) {
  const { status, headers, body } = response
  const isGood = status >= 200 && status < 300
  const most = isGood ? limit : LONGEST_ERROR
  const chunks = []
  let length = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length <= most) continue
    if (isGood)
      throw new UserError(`The answer of ${new URL(response.url).host} is longer than ${most} bytes; it was not read.`)
    break
  }
  return { status, headers, body: Buffer.concat(chunks).subarray(0, most) }
}
/**
 * What a failed fetch means, whose `patience` in milliseconds ended it where nothing else did: worth trying again (returned) or not (thrown).
 *
 * @throws UserError for a host that does not exist or does not speak the expected protocol.
 */
export function connectionFault(error, host, patience) {
  if (error instanceof ServiceError || error instanceof UserError) throw error
  const isTimeout = error instanceof DOMException && error.name === 'TimeoutError'
  // Whatever fetch throws beside a TypeError is a defect of ours.
  if (!isTimeout && !(error instanceof TypeError)) throw error
  const code = rootCode(error)
  if (code === 'ENOTFOUND') {
    throw new UserError(`There is no registry at ${host}: its name cannot be resolved.`, {
      advice: 'Check the host in the image reference.',
      cause: error,
    })
  }
  if (/^ERR_SSL|^ERR_TLS|CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
    throw new UserError(`No trusted TLS connection to ${host} (${code}).`, {
      advice:
        'For a private certificate set NODE_EXTRA_CA_CERTS; a registry on plain HTTP belongs into “insecure-registries”.',
      cause: error,
    })
  }
  const why = isTimeout ? `no answer within ${patience / 1000} s` : code || 'the connection was cut'
  return new ServiceError(`${host} cannot be reached (${why}), and trying again did not help.`, { cause: error })
}
function rootCode(error) {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    if (at instanceof AggregateError && at.errors.length > 0) return rootCode(at.errors[0])
  }
  return ''
}
