import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { startDockerRegistry } from '../../real/docker-registry.ts'
import { digestOf } from './images.ts'
import { action, type Command } from './tools.ts'

/** Megabytes above an idle Node. */
export const LIMIT = 120
const LAYER = 2_000_000_000
const PIECE = Buffer.alloc(1_000_000, 'two gigabytes of this. ')
/** Tells at its end how much a process had in memory at most; in kilobytes, as getrusage does. */
const TELL =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak:'+process.resourceUsage().maxRSS+'\\n'))"

/** Copies an image with one layer of 2 GB from a registry that is made of nothing to a real one. */
export async function measureMemory(): Promise<{
  readonly idle: number
  readonly peak: number
  readonly seconds: number
}> {
  const hash = createHash('sha256')
  for (let at = 0; at < LAYER; at += PIECE.length) hash.update(PIECE)
  const layer = `sha256:${hash.digest('hex')}`
  const config = Buffer.from('{"architecture":"amd64","os":"linux"}')
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(config), size: config.length },
      layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: layer, size: LAYER }],
    }),
  )
  const source = await serve(({ url = '' }, reply) => {
    if (url.includes('/manifests/')) {
      reply.writeHead(200, { 'content-type': mediaType, 'docker-content-digest': digestOf(manifest) }).end(manifest)
    } else if (url.endsWith(digestOf(config))) reply.end(config)
    else {
      reply.writeHead(200, { 'content-length': LAYER })
      let at = 0
      const write = (): void => {
        while (at < LAYER) {
          at += PIECE.length
          if (!reply.write(PIECE)) return void reply.once('drain', write)
        }
        reply.end()
      }
      write()
    }
  })
  const target = await startDockerRegistry()
  const host = new URL(target.url).host
  try {
    const idle = await peakOf([process.execPath, '--import', TELL, '-e', '0'])
    const start = performance.now()
    const inputs = {
      source: `${source.host}/app:dev`,
      tags: `${host}/app:v1.0.0`,
      referrers: 'false',
      'insecure-registries': `${source.host},${host}`,
    }
    const peak = await peakOf(action(inputs, '--import', TELL))
    const seconds = (performance.now() - start) / 1000
    const there = await fetch(`${target.url}/v2/app/blobs/${layer}`, { method: 'HEAD' })
    if (there.headers.get('content-length') !== String(LAYER)) throw new Error('the layer did not arrive')
    return { idle, peak, seconds }
  } finally {
    source.close()
    await target.stop()
  }
}

async function peakOf([program, ...parameters]: Command): Promise<number> {
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()))
  await once(child, 'close')
  const [, kilobytes] = /\npeak:(\d+)/.exec(said) ?? []
  if (child.exitCode !== 0 || kilobytes === undefined)
    throw new Error(`ended with ${child.exitCode}:\n${said.slice(-2000)}`)
  return Number(kilobytes) / 1024
}

async function serve(listener: RequestListener): Promise<{ readonly host: string; close(): void }> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    host: `127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
