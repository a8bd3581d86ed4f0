import { UserError } from '../../plan/index.ts'
import { findCredentials, parseEndpoints, parseReference, RegistryClient } from '../../registry/index.ts'

/** Tells from which commit an image was built. */
export type BuiltFrom = (reference: string) => Promise<string | null>

/** Asks a registry for the label `org.opencontainers.image.revision` of an image, or of the first one in an index. */
export function builtFrom(environment: Readonly<Record<string, string | undefined>>, signal: AbortSignal): BuiltFrom {
  const client = new RegistryClient({
    credentials: findCredentials({ environment }),
    endpoints: parseEndpoints(environment['CODEFLARE_REGISTRY_ENDPOINTS']),
    signal,
    onWarning: () => undefined,
    onSecret: () => undefined,
  })
  return async (text) => {
    const reference = parseReference(text, 'image')
    const found = await client.get(reference)
    const [first] = found?.manifests ?? []
    const image = first === undefined ? found : await client.get({ ...reference, digest: first.digest })
    if (image?.config === undefined) return null
    const { config } = await client.config(reference, image.config)
    const labels = typeof config === 'object' && config !== null && 'Labels' in config ? config.Labels : null
    const entries: [string, unknown][] = Object.entries(labels ?? {})
    const revision = entries.find(([name]) => name === 'org.opencontainers.image.revision')?.[1]
    return typeof revision === 'string' ? revision : null
  }
}

/**
 * Refuses to promote an image that was built from another commit than the one that is released: v0.0.5 of the operator
 * shipped the previous MCAD that way (RELEASE-PROCESS.md).
 *
 * @throws UserError naming both commits.
 */
export async function checkBuiltFrom(ask: BuiltFrom, image: string, commit: string): Promise<void> {
  const revision = await ask(image)
  if (revision === commit) return
  const found =
    revision === null ? 'does not say from which commit it was built' : `was built from ${revision.slice(0, 7)}`
  throw new UserError(`${image} ${found}; ${commit.slice(0, 7)} is to be released.`, {
    advice: `Let CI build ${commit.slice(0, 7)}, then run again. Nothing was tagged or promoted.`,
  })
}
