import { expect, onTestFinished, test } from 'vitest'
import { startService, type Handler, type ServiceHooks } from '../../../packages/sandbox/service.ts'

const HOOKS: ServiceHooks = { fault: () => undefined, log: () => undefined, now: () => new Date(0) }

async function serve(handler: Handler): Promise<string> {
  const service = await startService({ name: 'test', handler, ...HOOKS })
  onTestFinished(() => service.close())
  return service.url
}

test('a handler that throws is a bug of the sandbox, answered with its stack', async () => {
  const url = await serve(async () => {
    throw new TypeError('oops')
  })
  const response = await fetch(url)
  expect(response.status).toBe(500)
  expect(await response.text()).toMatch(/^\{"message":"sandbox bug: TypeError: oops\\n +at /)
})

test('a handler gets the raw path, the query and the whole body', async () => {
  const url = await serve(async ({ path, query, body }) => ({
    status: 200,
    body: { path, query: [...query], body: body.toString('utf8') },
  }))
  const response = await fetch(`${url}/a%2Fb//c?x=1&x=2`, { method: 'POST', body: 'hello' })
  expect(await response.json()).toEqual({
    path: '/a%2Fb//c',
    query: [
      ['x', '1'],
      ['x', '2'],
    ],
    body: 'hello',
  })
})

test('a body is sent as what it is: JSON, text, bytes or none', async () => {
  const bodies = { '/object': { a: 1 }, '/text': 'text', '/bytes': Buffer.from([0, 255]) }
  const url = await serve(async ({ path }) => {
    const body = Object.entries(bodies).find(([name]) => name === path)?.[1]
    return body === undefined ? { status: 204 } : { status: 200, body }
  })
  const object = await fetch(`${url}/object`)
  expect([object.headers.get('content-type'), await object.text()]).toEqual([
    'application/json; charset=utf-8',
    '{"a":1}',
  ])
  const text = await fetch(`${url}/text`)
  expect([text.headers.get('content-type'), await text.text()]).toEqual([null, 'text'])
  expect(new Uint8Array(await (await fetch(`${url}/bytes`)).arrayBuffer())).toEqual(new Uint8Array([0, 255]))
  const none = await fetch(`${url}/none`)
  expect([none.status, none.headers.get('content-length')]).toEqual([204, null])
})

test('an answer is dated by the clock of the world', async () => {
  const url = await serve(async () => ({ status: 204 }))
  expect((await fetch(url)).headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT')
})
