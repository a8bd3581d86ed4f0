import { createServer } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { promote } from '../scenes/retag-image.ts'
import { Stage } from '../scenes/scene.ts'
import { runStep } from './runner.ts'

it('behind a proxy every request goes through it', async () => {
  const tunnels: string[] = []
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '')
    const [host, port] = (request.url ?? '').split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const stage = await Stage.build(promote)
  const world = await stage.open()
  onTestFinished(async () => {
    proxy.closeAllConnections()
    proxy.close()
    await world.close()
    await stage.remove()
  })

  const address = proxy.address()
  const port = typeof address === 'string' || address === null ? 0 : address.port
  const { code, stdout } = await runStep(promote.action, {
    with: stage.inputs(world),
    environment: { ...stage.environment(world), HTTP_PROXY: `http://127.0.0.1:${port}` },
  })
  expect(code, stdout).toBe(0)
  expect(new Set(tunnels)).toEqual(new Set([new URL((await world.registry('quay.io')).url).host]))
})
