import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Artifact } from '../../packages/sandbox/index.ts'

/** Debian's package `docker-registry` (`apt-get install docker-registry`): distribution/distribution 2.8. */
export const PROGRAM = 'docker-registry'

export interface DockerRegistry {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts a registry on loopback with a storage of its own; `htpasswd` asks for user names and passwords. */
export async function startDockerRegistry(htpasswd?: string): Promise<DockerRegistry> {
  const directory = await mkdtemp(join(tmpdir(), 'docker-registry-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const path = JSON.stringify(join(directory, 'htpasswd'))
  if (htpasswd !== undefined) await writeFile(join(directory, 'htpasswd'), htpasswd)
  await writeFile(
    join(directory, 'config.yml'),
    [
      'version: 0.1',
      'log: { level: error }',
      `storage: { filesystem: { rootdirectory: ${JSON.stringify(join(directory, 'storage'))} }, delete: { enabled: true } }`,
      `http: { addr: '127.0.0.1:${port}', relativeurls: true }`,
      ...(htpasswd === undefined ? [] : [`auth: { htpasswd: { realm: registry, path: ${path} } }`]),
      '',
    ].join('\n'),
  )
  const server = spawn(PROGRAM, ['serve', join(directory, 'config.yml')], { stdio: 'ignore' })
  const ended = once(server, 'exit')
  await until(async () => [200, 401].includes((await fetch(`${url}/v2/`)).status))
  return {
    url,
    async stop() {
      server.kill()
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Pushes an artifact by plain HTTP, so that nothing of the client under test is used. */
export async function push(
  url: string,
  repository: string,
  artifact: Artifact,
  name: string = artifact.digest,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const send = async (method: string, at: URL, type: string, body?: Buffer): Promise<Response> => {
    const answer = await fetch(at.href, {
      method,
      headers: { ...headers, 'content-type': type },
      ...(body && { body: new Uint8Array(body) }),
    })
    if (answer.status !== 201 && answer.status !== 202) throw new Error(`${method} ${at.pathname}: ${answer.status}`)
    return answer
  }
  for (const child of artifact.manifests) await push(url, repository, child, child.digest, headers)
  for (const blob of artifact.blobs) {
    const opened = await send('POST', new URL(`/v2/${repository}/blobs/uploads/`, url), 'application/octet-stream')
    const at = new URL(opened.headers.get('location') ?? '', url)
    at.searchParams.set('digest', `sha256:${createHash('sha256').update(blob).digest('hex')}`)
    await send('PUT', at, 'application/octet-stream', blob)
  }
  await send('PUT', new URL(`/v2/${repository}/manifests/${name}`, url), artifact.mediaType, artifact.bytes)
}

/** Whether a program can be started. */
export function isInstalled(program: string, ...parameters: string[]): boolean {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isReady().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${PROGRAM} did not start within ten seconds`)
}
