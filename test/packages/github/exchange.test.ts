import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exchange } from '../../../packages/github/exchange.ts'

const { signal } = new AbortController()

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

describe('one exchange', () => {
  test('asks for what is compressed and hands on what was meant', async () => {
    const url = await serving(({ headers }, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(`you accept ${headers['accept-encoding']}`))
    })
    const { bytes } = await exchange(url, { method: 'GET', headers: {}, signal })
    expect(bytes.toString()).toBe('you accept gzip')
  })

  test('follows a read to another host without the token, and to the same with it', async () => {
    const seen: (string | undefined)[] = []
    const other = await serving(({ headers }, response) => {
      seen.push(headers.authorization)
      response.end('there')
    })
    const url = await serving(({ headers, url: path }, response) => {
      seen.push(headers.authorization)
      response.writeHead(302, { location: path === '/first' ? '/second' : other }).end()
    })
    const headers = { authorization: 'Bearer secret' }
    const { status, bytes } = await exchange(`${url}/first`, { method: 'GET', headers, signal })
    expect([status, bytes.toString()]).toEqual([200, 'there'])
    expect(seen).toEqual(['Bearer secret', 'Bearer secret', undefined])
  })

  test('hands on the redirect of a write, and of a read that is sent in circles', async () => {
    let asked = 0
    const url = await serving((_, response) => {
      asked += 1
      response.writeHead(307, { location: '/' }).end()
    })
    expect((await exchange(url, { method: 'POST', headers: {}, body: '{}', signal })).status).toBe(307)
    expect(asked).toBe(1)
    expect((await exchange(url, { method: 'GET', headers: {}, signal })).status).toBe(307)
    expect(asked).toBe(5)
  })

  test('keeps its connection', async () => {
    const ports = new Set<number | undefined>()
    const url = await serving(({ socket }, response) => {
      ports.add(socket.remotePort)
      response.end()
    })
    for (const _ of [1, 2, 3]) await exchange(url, { method: 'GET', headers: {}, signal })
    expect(ports.size).toBe(1)
  })

  test('says how long a body is, also one of nothing', async () => {
    const url = await serving(({ headers }, response) => void response.end(String(headers['content-length'])))
    const length = async (method: string, body?: string): Promise<string> =>
      (await exchange(url, { method, headers: {}, body, signal })).bytes.toString()
    expect([await length('POST', 'ü'), await length('PUT'), await length('GET')]).toEqual(['2', '0', 'undefined'])
  })

  test('that is cut off, or refused, is none', async () => {
    const cut = await serving((_, response) => {
      response.writeHead(200, { 'content-length': 10 })
      response.write('half', () => response.destroy())
    })
    await expect(exchange(cut, { method: 'GET', headers: {}, signal })).rejects.toThrow('aborted')
    await expect(exchange('http://127.0.0.1:1', { method: 'GET', headers: {}, signal })).rejects.toThrow('ECONNREFUSED')
  })
})
