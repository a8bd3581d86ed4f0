/** The variables by which a runner behind a proxy says so; `NO_PROXY` lists the hosts that are reached without it. */
const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']
/**
 * Sends all requests of this process through the proxy that the environment names. Node 24 knows how, and does it only when
 * told; where nothing is named, nothing is loaded.
 */
export async function useProxyOf(environment) {
  if (PROXY_VARIABLES.every((name) => (environment[name] ?? '') === '')) return
  const { setGlobalProxyFromEnv } = await import('node:http')
  setGlobalProxyFromEnv(environment)
}
