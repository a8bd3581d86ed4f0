import { UserError } from '../plan/index.js'
import { DOCKER_HUB } from './reference.js'
/** The origin at which a registry host is reached, without a slash at its end. */
export function endpointOf(registry, { endpoints, insecure }) {
  const given = endpoints?.get(registry)
  if (given !== undefined) return given
  if (registry === DOCKER_HUB) return 'https://registry-1.docker.io'
  return `${insecure?.includes(registry) === true ? 'http' : 'https'}://${registry}`
}
/**
 * Reads the variable `CODEFLARE_REGISTRY_ENDPOINTS`: `HOST=ORIGIN`, separated by commas.
 *
 * @throws UserError naming the item that is not of that form.
 */
export function parseEndpoints(text) {
  const items = (text ?? '').split(',').map((item) => item.trim())
  return new Map(items.filter((item) => item !== '').map(parseEndpoint))
}
function parseEndpoint(item) {
  const [, registry = '', url = ''] = /^([^=\s]+)=(\S+)$/.exec(item) ?? []
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (registry === '' || parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/') {
    throw new UserError(`CODEFLARE_REGISTRY_ENDPOINTS: “${item}” is not HOST=ORIGIN.`, {
      advice: 'Write it like quay.io=http://127.0.0.1:5001, without a path.',
    })
  }
  return [registry, parsed.origin]
}
