import { createHash } from 'node:crypto'
import { ServiceError } from '../plan/index.js'
/** No clear answer came: it may have been delivered or not. */
export class DeliveryInDoubt extends ServiceError {}
/** Tells one address from another without telling the address: there is no way back from it. */
export function fingerprint(channel, address) {
  return `${channel}-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`
}
