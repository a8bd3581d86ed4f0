import type { Context } from '../packages/action/index.ts'

/** Asks registries for the digests of images by tag. The client is loaded for the first question: most runs ask none. */
export function imageDigests({ environment, signal, log }: Context): (image: string) => Promise<string | null> {
  const connected = async () => {
    const { findCredentials, parseEndpoints, parseReference, RegistryClient } =
      await import('../packages/registry/index.ts')
    const client = new RegistryClient({
      credentials: findCredentials({ environment }),
      endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
      signal,
      onWarning: (line) => log.warning(line),
      onSecret: (value) => log.mask(value),
    })
    return async (image: string) => (await client.head(parseReference(image, 'image')))?.digest ?? null
  }
  let ask: ReturnType<typeof connected> | undefined
  return async (image) => (await (ask ??= connected()))(image)
}
