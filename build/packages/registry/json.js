import { ServiceError } from '../plan/index.js'
/** A JSON object from the bytes of an answer. @throws ServiceError naming `what` for anything else. */
export function parseObject(bytes, what) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isObject(value)) return value
  } catch (error) {
    throw new ServiceError(`${what} is not JSON.`, { cause: error })
  }
  throw new ServiceError(`${what} is not a JSON object.`)
}
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
