import { describe, expect, test } from 'vitest'
import type { RegistryAuth } from '../../../packages/sandbox/index.ts'
import { aRegistry } from './registries.ts'

const users = { robot: 'pass:word' }
const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** A registry with token authentication, and a way to get a token. */
async function withTokens(more: Partial<RegistryAuth> = {}) {
  const { ask, registry } = await aRegistry({ auth: { scheme: 'token', users, ...more } })
  async function token(scope: string, authorization?: string): Promise<string> {
    const headers = authorization === undefined ? {} : { authorization }
    const { text } = await ask('GET', `/token?service=quay.io&scope=${scope}`, { headers })
    return /"token":"([^"]+)"/.exec(text)?.[1] ?? ''
  }
  const upload = (bearer: string, name = 'org/app'): Promise<{ readonly status: number; readonly headers: Headers }> =>
    ask('POST', `/v2/${name}/blobs/uploads/`, { headers: { authorization: `Bearer ${bearer}` } })
  return { ask, registry, token, upload }
}

describe('token authentication', () => {
  test('challenges with realm, service and the scope that is needed', async () => {
    const { ask, registry } = await withTokens()
    const challenge = async (method: string, path: string): Promise<unknown[]> => {
      const answer = await ask(method, path)
      return [answer.status, answer.codes, answer.headers.get('www-authenticate')]
    }
    const realm = `Bearer realm="${registry.url}/token",service="quay.io"`
    expect(await challenge('GET', '/v2/')).toEqual([401, ['UNAUTHORIZED'], realm])
    expect(await challenge('GET', '/v2/org/app/tags/list')).toEqual([
      401,
      ['UNAUTHORIZED'],
      `${realm},scope="repository:org/app:pull"`,
    ])
    expect(await challenge('PUT', '/v2/org/app/manifests/v1')).toEqual([
      401,
      ['UNAUTHORIZED'],
      `${realm},scope="repository:org/app:pull,push"`,
    ])
    expect((await challenge('DELETE', '/v2/org/app/manifests/v1'))[2]).toContain('repository:org/app:delete')
  })

  test('gives a user a token for what was asked, and for nothing else', async () => {
    const { token, upload } = await withTokens()
    const bearer = await token('repository:org/app:pull,push', basic('robot', 'pass:word'))
    expect((await upload(bearer)).status).toBe(202)
    const elsewhere = await upload(bearer, 'org/other')
    expect([elsewhere.status, elsewhere.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="insufficient_scope"'),
    ])
  })

  test('gives nobody a token to pull, unless pulling is for users only', async () => {
    const open = await withTokens()
    const pull = await open.token('repository:org/app:pull,push')
    expect((await open.ask('GET', '/v2/', { headers: { authorization: `Bearer ${pull}` } })).status).toBe(200)
    const get = { headers: { authorization: `Bearer ${pull}` } }
    expect((await open.ask('GET', '/v2/org/app/tags/list', get)).status).toBe(404)
    expect((await open.upload(pull)).status).toBe(401)

    const closed = await withTokens({ anonymousPull: false })
    const none = await closed.token('repository:org/app:pull')
    const listed = await closed.ask('GET', '/v2/org/app/tags/list', { headers: { authorization: `Bearer ${none}` } })
    expect(listed.status).toBe(401)
  })

  test('takes several scopes, in one parameter or in several, and * for all actions', async () => {
    const { token, upload, ask } = await withTokens()
    const authorization = basic('robot', 'pass:word')
    const two = await token('repository:org/a:pull,push&scope=repository:org/b:*', authorization)
    expect([(await upload(two, 'org/a')).status, (await upload(two, 'org/b')).status]).toEqual([202, 202])
    const one = await token('repository:org/a:pull,push%20repository:org/b:delete', authorization)
    expect([(await upload(one, 'org/a')).status, (await upload(one, 'org/b')).status]).toEqual([202, 401])
    const del = await ask('DELETE', '/v2/org/b/manifests/v1', { headers: { authorization: `Bearer ${one}` } })
    expect(del.status).toBe(404)
  })

  test('refuses wrong credentials, and what is no token', async () => {
    const { ask } = await withTokens()
    for (const authorization of [basic('robot', 'wrong'), basic('constructor', 'x'), basic('', '')]) {
      expect((await ask('GET', '/token', { headers: { authorization } })).status).toBe(401)
    }
    const answer = await ask('GET', '/v2/', { headers: { authorization: 'Bearer nonsense' } })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ])
  })

  test('takes an OAuth 2 password grant', async () => {
    const { ask, upload } = await withTokens()
    const body = `grant_type=password&username=robot&password=pass%3Aword&scope=repository%3Aorg%2Fapp%3Apull%2Cpush`
    const { text } = await ask('POST', '/token', { body })
    expect((await upload(/"access_token":"([^"]+)"/.exec(text)?.[1] ?? '')).status).toBe(202)
  })

  test('lets a token expire by the clock of the world', async () => {
    const { token, ask } = await withTokens({ expiresIn: 2 })
    const bearer = await token('repository:org/app:pull,push', basic('robot', 'pass:word'))
    const put = (text: string, digest: string): Promise<{ readonly status: number }> =>
      ask('POST', `/v2/org/app/blobs/uploads/?digest=sha256:${digest}`, {
        body: text,
        headers: { authorization: `Bearer ${bearer}` },
      })
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect([(await put('', empty)).status, (await put('', empty)).status, (await put('', empty)).status]).toEqual([
      201, 201, 401,
    ])
  })

  test('does not mount from a repository that the token does not open', async () => {
    const { token, ask } = await withTokens()
    const authorization = `Bearer ${await token('repository:org/secret:pull,push', basic('robot', 'pass:word'))}`
    const empty = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    await ask('POST', `/v2/org/secret/blobs/uploads/?digest=${empty}`, { headers: { authorization } })
    const mount = async (scope: string): Promise<number> => {
      const bearer = await token(scope, basic('robot', 'pass:word'))
      const path = `/v2/org/app/blobs/uploads/?mount=${empty}&from=org/secret`
      return (await ask('POST', path, { headers: { authorization: `Bearer ${bearer}` } })).status
    }
    expect(await mount('repository:org/app:pull,push')).toBe(202)
    expect(await mount('repository:org/app:pull,push&scope=repository:org/secret:pull')).toBe(201)
  })
})

describe('basic authentication', () => {
  test('lets everybody pull and users push', async () => {
    const { ask } = await aRegistry({ auth: { scheme: 'basic', users } })
    expect((await ask('GET', '/v2/org/app/tags/list')).status).toBe(404)
    const refused = await ask('POST', '/v2/org/app/blobs/uploads/')
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="quay.io"'])
    const wrong = { headers: { authorization: basic('robot', 'wrong') } }
    expect((await ask('GET', '/v2/org/app/tags/list', wrong)).status).toBe(401)
    const right = { headers: { authorization: basic('robot', 'pass:word') } }
    expect((await ask('POST', '/v2/org/app/blobs/uploads/', right)).status).toBe(202)
    expect((await ask('GET', '/token', right)).status).toBe(404)
  })

  test('lets only users pull when anonymous pulls are off', async () => {
    const { ask } = await aRegistry({ auth: { scheme: 'basic', users, anonymousPull: false } })
    expect((await ask('GET', '/v2/org/app/tags/list')).status).toBe(401)
  })
})
