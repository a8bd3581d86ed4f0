import { isObject, ServiceError } from '../plan/index.ts'

/** A JSON object from the bytes of an answer. @throws ServiceError naming `what` for anything else. */
export function parseObject(bytes: Uint8Array, what: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isObject(value)) return value
  } catch (error) {
    throw new ServiceError(`${what} is not JSON.`, { cause: error })
  }
  throw new ServiceError(`${what} is not a JSON object.`)
}
