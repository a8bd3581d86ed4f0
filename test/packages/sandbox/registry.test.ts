import { describe, expect, test } from 'vitest'
import { aWorld, temporaryDirectory } from './worlds.ts'
import { aRegistry, digest, INDEX, MANIFEST, type Answer } from './registries.ts'

type Ask = Awaited<ReturnType<typeof aRegistry>>['ask']

/** Uploads a blob in one POST and gives its digest. */
async function putBlob(ask: Ask, text: string, name = 'org/app', algorithm = 'sha256'): Promise<string> {
  const known = digest(text, algorithm)
  const { status } = await ask('POST', `/v2/${name}/blobs/uploads/?digest=${known}`, { body: text })
  expect(status).toBe(201)
  return known
}

/** Uploads config and manifest, and gives the manifest's exact text. */
async function putImage(ask: Ask, tag: string, more: object = {}, name = 'org/app'): Promise<string> {
  const config = await putBlob(ask, '{}', name)
  // Spaces on purpose: the bytes must come back as they are.
  const text = JSON.stringify(
    {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: { mediaType: 'a/b', digest: config, size: 2 },
      layers: [],
      ...more,
    },
    undefined,
    3,
  )
  const { status } = await putManifest(ask, tag, text, MANIFEST, name)
  expect(status).toBe(201)
  return text
}

function putManifest(ask: Ask, reference: string, body: string, type = MANIFEST, name = 'org/app'): Promise<Answer> {
  return ask('PUT', `/v2/${name}/manifests/${reference}`, { body, headers: { 'content-type': type } })
}

describe('determining support (end-1)', () => {
  test('GET /v2/ is 200', async () => {
    const { ask } = await aRegistry()
    expect(await ask('GET', '/v2/')).toMatchObject({ status: 200, text: '{}' })
    expect((await ask('GET', '/v2')).status).toBe(200)
  })

  test('what is no endpoint is 404, a wrong method 405', async () => {
    const { ask } = await aRegistry()
    expect((await ask('GET', '/v1/')).status).toBe(404)
    expect((await ask('GET', '/v2/org/app/nothing/here')).status).toBe(404)
    expect(await ask('DELETE', '/v2/')).toMatchObject({ status: 405, codes: ['UNSUPPORTED'] })
  })

  test.each([
    ['DELETE', 'tags/list'],
    ['PUT', `referrers/${digest('x')}`],
    ['GET', 'blobs/uploads/'],
    ['PUT', `blobs/${digest('x')}`],
    ['POST', 'manifests/v1'],
  ])('%s %s is 405', async (method, path) => {
    const { ask } = await aRegistry()
    expect(await ask(method, `/v2/org/app/${path}`)).toMatchObject({ status: 405, codes: ['UNSUPPORTED'] })
  })

  test('a path that cannot be decoded is no name', async () => {
    const { ask } = await aRegistry()
    expect((await ask('GET', '/v2/org%zz/tags/list')).status).toBe(400)
  })

  test.each(['Org/App', 'org//app', '-org/app', 'org/app_', '..%2f..%2fetc', 'a'.repeat(256)])(
    'the name %s is refused',
    async (name) => {
      const { ask } = await aRegistry()
      expect(await ask('GET', `/v2/${name}/tags/list`)).toMatchObject({ status: 400, codes: ['NAME_INVALID'] })
    },
  )

  test('a name may end in what looks like an endpoint', async () => {
    const { ask } = await aRegistry()
    const text = await putImage(ask, 'v1', {}, 'org/blobs/uploads/tags')
    expect((await ask('GET', '/v2/org/blobs/uploads/tags/manifests/v1')).text).toBe(text)
  })
})

describe('pushing blobs (end-4, end-5, end-6)', () => {
  test('POST then PUT stores the blob at the location it names', async () => {
    const { ask } = await aRegistry()
    const started = await ask('POST', '/v2/org/app/blobs/uploads/')
    expect(started.status).toBe(202)
    const location = started.headers.get('location') ?? ''
    expect(location).toMatch(/^\/v2\/org\/app\/blobs\/uploads\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    const done = await ask('PUT', `${location}?digest=${digest('hello')}`, { body: 'hello' })
    expect([done.status, done.headers.get('docker-content-digest')]).toEqual([201, digest('hello')])
    expect((await ask('GET', done.headers.get('location') ?? '')).text).toBe('hello')
    expect(await ask('GET', location)).toMatchObject({ status: 404, codes: ['BLOB_UPLOAD_UNKNOWN'] })
  })

  test('a single POST with its digest is 201 at once', async () => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    expect((await ask('GET', `/v2/org/app/blobs/${known}`)).text).toBe('hello')
  })

  test('a blob may be empty, and may have a sha512 digest', async () => {
    const { ask } = await aRegistry()
    for (const algorithm of ['sha256', 'sha512']) {
      const known = await putBlob(ask, '', 'org/app', algorithm)
      expect(await ask('GET', `/v2/org/app/blobs/${known}`)).toMatchObject({ status: 200, text: '' })
    }
  })

  test.each([
    ['of other bytes', digest('other')],
    ['that is none', 'sha256:abc'],
    ['of an unknown algorithm', `md5:${'0'.repeat(32)}`],
  ])('a digest %s is 400 and stores nothing', async (_, wrong) => {
    const { ask, registry } = await aRegistry()
    const answer = await ask('POST', `/v2/org/app/blobs/uploads/?digest=${wrong}`, { body: 'hello' })
    expect(answer).toMatchObject({ status: 400, codes: ['DIGEST_INVALID'] })
    expect(registry.repositories()).toEqual([])
  })

  test('chunks go in order, each answer saying how far it is', async () => {
    const { ask } = await aRegistry()
    const location = (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    const chunk = (body: string, range: string, method = 'PATCH', query = ''): Promise<Answer> =>
      ask(method, `${location}${query}`, { body, headers: { 'content-range': range } })

    const first = await chunk('hel', '0-2')
    expect([first.status, first.headers.get('range'), first.headers.get('location')]).toEqual([202, '0-2', location])
    const tooEarly = await chunk('hel', '0-2')
    expect([tooEarly.status, tooEarly.headers.get('range'), tooEarly.codes]).toEqual([
      416,
      '0-2',
      ['BLOB_UPLOAD_INVALID'],
    ])
    expect((await chunk('o', '4-4')).status).toBe(416)
    expect(await chunk('lo', '3-9')).toMatchObject({ status: 400, codes: ['SIZE_INVALID'] })

    const status = await ask('GET', location)
    expect([status.status, status.headers.get('range')]).toEqual([204, '0-2'])
    expect((await chunk('!', '9-9', 'PUT', `?digest=${digest('hello')}`)).status).toBe(416)
    expect((await chunk('lo', '3-4', 'PUT', `?digest=${digest('hello')}`)).status).toBe(201)
    expect((await ask('GET', `/v2/org/app/blobs/${digest('hello')}`)).text).toBe('hello')
  })

  test('a stream is a chunk without a range', async () => {
    const { ask } = await aRegistry()
    const location = (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    expect((await ask('PATCH', location, { body: 'hello' })).headers.get('range')).toBe('0-4')
    expect((await ask('PUT', `${location}?digest=${digest('hello')}`)).status).toBe(201)
  })

  test('a cancelled upload is gone (end-14)', async () => {
    const { ask } = await aRegistry()
    const location = (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    expect((await ask('DELETE', location)).status).toBe(204)
    expect((await ask('PATCH', location, { body: 'x' })).status).toBe(404)
  })

  test('an upload goes on after the world was opened again', async () => {
    const directory = await temporaryDirectory()
    const before = await aWorld({ directory })
    const { url } = await before.registry('quay.io')
    const started = await fetch(`${url}/v2/org/app/blobs/uploads/`, { method: 'POST' })
    const location = started.headers.get('location') ?? ''
    await fetch(new URL(location, url), { method: 'PATCH', body: 'hel' })
    await before.close()
    const after = await (await aWorld({ directory })).registry('quay.io')
    const closing = new URL(`${location}?digest=${digest('hello')}`, after.url)
    expect((await fetch(closing, { method: 'PUT', body: 'lo' })).status).toBe(201)
  })

  test('uploads that are open at the same time do not mix', async () => {
    const { ask } = await aRegistry()
    const start = async (): Promise<string> =>
      (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    const [one, two] = await Promise.all([start(), start()])
    expect(one).not.toBe(two)
    await ask('PATCH', one, { body: 'one' })
    expect((await ask('PUT', `${two}?digest=${digest('two')}`, { body: 'two' })).status).toBe(201)
    expect((await ask('PUT', `${one}?digest=${digest('one')}`)).status).toBe(201)
  })

  test('a closing PUT without a digest, and a POST to an upload, are refused', async () => {
    const { ask } = await aRegistry()
    const location = (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    expect(await ask('PUT', location)).toMatchObject({ status: 400, codes: ['DIGEST_INVALID'] })
    expect((await ask('POST', location)).status).toBe(405)
  })

  test('an upload belongs to its repository', async () => {
    const { ask } = await aRegistry()
    const location = (await ask('POST', '/v2/org/app/blobs/uploads/')).headers.get('location') ?? ''
    expect((await ask('GET', location.replace('org/app', 'org/other'))).status).toBe(404)
    expect((await ask('GET', '/v2/org/app/blobs/uploads/..%2f..%2fstate')).status).toBe(404)
  })
})

describe('mounting a blob from another repository (end-11)', () => {
  test('is 201 without any bytes when the other repository has it', async () => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'layer', 'org/source')
    const mounted = await ask('POST', `/v2/org/app/blobs/uploads/?mount=${known}&from=org/source`)
    expect([mounted.status, mounted.headers.get('location')]).toEqual([201, `/v2/org/app/blobs/${known}`])
    expect((await ask('GET', `/v2/org/app/blobs/${known}`)).text).toBe('layer')
  })

  test.each([
    ['the other repository lacks it', '&from=org/other'],
    ['no other repository is named', ''],
  ])('begins an upload, 202, when %s', async (_, from) => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'layer', 'org/source')
    const answer = await ask('POST', `/v2/org/app/blobs/uploads/?mount=${known}${from}`)
    expect([answer.status, answer.headers.has('location')]).toEqual([202, true])
    expect((await ask('HEAD', `/v2/org/app/blobs/${known}`)).status).toBe(404)
  })
})

describe('pulling blobs (end-2, end-10)', () => {
  test('HEAD gives length and digest, GET the bytes', async () => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    const head = await ask('HEAD', `/v2/org/app/blobs/${known}`)
    expect([head.status, head.headers.get('content-length'), head.headers.get('docker-content-digest')]).toEqual([
      200,
      '5',
      known,
    ])
    expect(head.text).toBe('')
  })

  test.each([
    ['bytes=1-3', 206, 'ell', 'bytes 1-3/5'],
    ['bytes=3-', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=-2', 206, 'lo', 'bytes 3-4/5'],
    ['bytes=-99', 206, 'hello', 'bytes 0-4/5'],
    ['bytes=4-99', 206, 'o', 'bytes 4-4/5'],
    ['bytes=3-1', 200, 'hello', null],
    ['bytes=0-1,3-4', 200, 'hello', null],
    ['lines=1-2', 200, 'hello', null],
  ])('the range %s is %i %s', async (range, status, text, contentRange) => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    const answer = await ask('GET', `/v2/org/app/blobs/${known}`, { headers: { range } })
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([status, text, contentRange])
  })

  test.each(['bytes=5-9', 'bytes=-0'])('the range %s is outside: 416', async (range) => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    const answer = await ask('GET', `/v2/org/app/blobs/${known}`, { headers: { range } })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */5'])
  })

  test('a blob of another repository is unknown here', async () => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    expect(await ask('GET', `/v2/org/other/blobs/${known}`)).toMatchObject({ status: 404, codes: ['BLOB_UNKNOWN'] })
  })

  test('a deleted blob is gone in its repository and stays in the others', async () => {
    const { ask } = await aRegistry()
    const known = await putBlob(ask, 'hello')
    await putBlob(ask, 'hello', 'org/other')
    expect((await ask('DELETE', `/v2/org/app/blobs/${known}`)).status).toBe(202)
    expect((await ask('DELETE', `/v2/org/app/blobs/${known}`)).status).toBe(404)
    expect((await ask('GET', `/v2/org/other/blobs/${known}`)).text).toBe('hello')
  })
})

describe('manifests (end-3, end-7, end-9)', () => {
  test('come back byte for byte, by tag and by digest', async () => {
    const { ask } = await aRegistry()
    const text = await putImage(ask, 'v1')
    for (const reference of ['v1', digest(text)]) {
      const answer = await ask('GET', `/v2/org/app/manifests/${reference}`)
      expect(answer.text).toBe(text)
      expect([answer.headers.get('docker-content-digest'), answer.headers.get('content-type')]).toEqual([
        digest(text),
        MANIFEST,
      ])
      const head = await ask('HEAD', `/v2/org/app/manifests/${reference}`)
      expect([head.status, head.headers.get('content-length'), head.text]).toEqual([200, String(text.length), ''])
    }
  })

  test('say 201, where they are and what digest they have', async () => {
    const { ask } = await aRegistry()
    const config = await putBlob(ask, '{}')
    const text = JSON.stringify({ schemaVersion: 2, config: { mediaType: 'a/b', digest: config, size: 2 }, layers: [] })
    const answer = await putManifest(ask, 'v1', text)
    expect([answer.status, answer.headers.get('location'), answer.headers.get('docker-content-digest')]).toEqual([
      201,
      `/v2/org/app/manifests/${digest(text)}`,
      digest(text),
    ])
    expect((await ask('GET', '/v2/org/app/manifests/v1')).headers.get('content-type')).toBe(MANIFEST)
  })

  test('a tag moves with the next push; the old manifest stays under its digest', async () => {
    const { ask, registry } = await aRegistry()
    const old = await putImage(ask, 'dev')
    const young = await putImage(ask, 'dev', { annotations: { a: 'b' } })
    expect(registry.digest('org/app', 'dev')).toBe(digest(young))
    expect((await ask('GET', `/v2/org/app/manifests/${digest(old)}`)).text).toBe(old)
  })

  test('pushed by digest must have that digest, sha256 or sha512', async () => {
    const { ask } = await aRegistry()
    const text = await putImage(ask, 'v1')
    expect((await putManifest(ask, digest(text, 'sha512'), text)).status).toBe(201)
    expect((await ask('GET', `/v2/org/app/manifests/${digest(text, 'sha512')}`)).text).toBe(text)
    expect(await putManifest(ask, digest('other'), text)).toMatchObject({ status: 400, codes: ['DIGEST_INVALID'] })
    expect(await putManifest(ask, 'sha256:abc', text)).toMatchObject({ status: 400, codes: ['DIGEST_INVALID'] })
  })

  test.each([
    ['no JSON', 'hello'],
    ['no object', '[]'],
    ['layers without digests', '{"layers":[{}]}'],
    ['a mediaType other than Content-Type', JSON.stringify({ mediaType: INDEX, manifests: [] })],
    ['annotations that are no map', '{"annotations":[1]}'],
    ['a config that is no descriptor', '{"config":{"digest":1}}'],
    ['a mediaType that is no text', '{"mediaType":1}'],
    ['an artifactType that is no text', '{"artifactType":1}'],
    ['a list that is none', '{"manifests":{}}'],
    ['a subject that is no descriptor', '{"subject":"sha256:abc"}'],
  ])('with %s are 400', async (_, text) => {
    const { ask } = await aRegistry()
    expect(await putManifest(ask, 'v1', text)).toMatchObject({ status: 400, codes: ['MANIFEST_INVALID'] })
  })

  test.each(['-v1', '.v1', 'v1+2', 'a'.repeat(129)])('the tag %s is refused', async (tag) => {
    const { ask } = await aRegistry()
    expect((await putManifest(ask, encodeURIComponent(tag), '{}')).status).toBe(400)
  })

  test('over 4 MiB are 413', async () => {
    const { ask } = await aRegistry()
    const text = JSON.stringify({ annotations: { a: 'x'.repeat(4 * 1024 * 1024) } })
    expect((await putManifest(ask, 'v1', text)).status).toBe(413)
  })

  test('that list what the repository does not hold are MANIFEST_BLOB_UNKNOWN and name it', async () => {
    const { ask, registry } = await aRegistry()
    const missing = { mediaType: MANIFEST, digest: digest('missing'), size: 7 }
    for (const [type, text] of [
      [MANIFEST, JSON.stringify({ config: missing, layers: [] })],
      [MANIFEST, JSON.stringify({ layers: [missing] })],
      [INDEX, JSON.stringify({ manifests: [missing] })],
    ] as const) {
      const answer = await putManifest(ask, 'v1', text, type)
      expect(answer).toMatchObject({ status: 404, codes: ['MANIFEST_BLOB_UNKNOWN'] })
      expect(answer.text).toContain(digest('missing'))
    }
    expect(registry.tags('org/app')).toEqual([])
  })

  test('may list layers that are not distributed', async () => {
    const { ask } = await aRegistry()
    const foreign = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip'
    await putImage(ask, 'v1', { layers: [{ mediaType: foreign, digest: digest('elsewhere'), size: 9 }] })
  })

  test('are given only to those who accept their type', async () => {
    const { ask } = await aRegistry()
    await putImage(ask, 'v1')
    const get = (accept: string): Promise<number> =>
      ask('GET', '/v2/org/app/manifests/v1', { headers: { accept } }).then(({ status }) => status)
    expect(await get(INDEX)).toBe(404)
    expect(await get(`${INDEX}, ${MANIFEST};q=0.5`)).toBe(200)
    expect(await get('*/*')).toBe(200)
  })

  test('are 304 for those who have them', async () => {
    const { ask } = await aRegistry()
    await putImage(ask, 'v1')
    const { headers } = await ask('GET', '/v2/org/app/manifests/v1')
    const again = await ask('GET', '/v2/org/app/manifests/v1', {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('that are unknown, or in an unknown repository, are 404', async () => {
    const { ask } = await aRegistry()
    expect(await ask('GET', '/v2/org/app/manifests/v1')).toMatchObject({ status: 404, codes: ['NAME_UNKNOWN'] })
    await putImage(ask, 'v1')
    expect(await ask('GET', '/v2/org/app/manifests/v2')).toMatchObject({ status: 404, codes: ['MANIFEST_UNKNOWN'] })
    expect((await ask('DELETE', '/v2/org/app/manifests/v2')).status).toBe(404)
  })

  test('a deleted tag leaves the manifest, a deleted manifest takes its tags along', async () => {
    const { ask, registry } = await aRegistry()
    const text = await putImage(ask, 'v1')
    await putManifest(ask, 'v2', text)
    await putManifest(ask, 'v3', text)
    expect((await ask('DELETE', '/v2/org/app/manifests/v1')).status).toBe(202)
    expect(registry.tags('org/app')).toEqual(['v2', 'v3'])
    expect((await ask('DELETE', `/v2/org/app/manifests/${digest(text)}`)).status).toBe(202)
    expect(registry.tags('org/app')).toEqual([])
    expect((await ask('GET', `/v2/org/app/manifests/${digest(text)}`)).status).toBe(404)
  })

  test('get several tags in one push where the registry offers it', async () => {
    const { ask, registry } = await aRegistry({ multiTag: true })
    const text = await putImage(ask, 'v1')
    const answer = await putManifest(ask, `${digest(text)}?tag=v1.0&tag=stable`, text)
    expect([answer.status, answer.headers.get('oci-tag')]).toEqual([201, 'v1.0, stable'])
    expect(registry.tags('org/app')).toEqual(['stable', 'v1', 'v1.0'])
    expect((await putManifest(ask, `${digest(text)}?tag=-bad`, text)).status).toBe(400)
  })

  test('get no tags from the query where the registry does not offer it', async () => {
    const { ask, registry } = await aRegistry()
    const text = await putImage(ask, 'v1')
    const answer = await putManifest(ask, `${digest(text)}?tag=v2`, text)
    expect([answer.status, answer.headers.get('oci-tag')]).toEqual([201, null])
    expect(registry.tags('org/app')).toEqual(['v1'])
  })
})

describe('listing tags (end-8)', () => {
  test('gives all of them in the order of their bytes', async () => {
    const { ask } = await aRegistry()
    for (const tag of ['v2', 'V1', 'v10', '_x']) await putImage(ask, tag)
    const { text } = await ask('GET', '/v2/org/app/tags/list')
    expect(JSON.parse(text)).toEqual({ name: 'org/app', tags: ['V1', '_x', 'v10', 'v2'] })
  })

  test('gives pages, each with a link to the next', async () => {
    const { ask } = await aRegistry()
    for (const tag of ['a', 'b', 'c', 'd', 'e']) await putImage(ask, tag)
    const pages: string[] = []
    let next: string | undefined = '/v2/org/app/tags/list?n=2'
    while (next !== undefined) {
      const { text, headers } = await ask('GET', next)
      pages.push(text)
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
    }
    expect(pages.map((page) => /\[.*\]/.exec(page)?.[0])).toEqual(['["a","b"]', '["c","d"]', '["e"]'])
  })

  test('takes last without n, and nothing for n=0', async () => {
    const { ask } = await aRegistry()
    for (const tag of ['a', 'b', 'c']) await putImage(ask, tag)
    expect((await ask('GET', '/v2/org/app/tags/list?last=a')).text).toContain('["b","c"]')
    const none = await ask('GET', '/v2/org/app/tags/list?n=0')
    expect([none.status, none.headers.get('link')]).toEqual([200, null])
    expect(none.text).toContain('[]')
    expect((await ask('GET', '/v2/org/app/tags/list?n=x')).status).toBe(400)
  })

  test('of an unknown repository is 404', async () => {
    const { ask } = await aRegistry()
    expect(await ask('GET', '/v2/org/app/tags/list')).toMatchObject({ status: 404, codes: ['NAME_UNKNOWN'] })
  })
})

describe('referrers (end-12)', () => {
  test('a push with a subject says so, and is listed with its type and annotations', async () => {
    const { ask } = await aRegistry()
    const image = await putImage(ask, 'v1')
    const subject = { mediaType: MANIFEST, digest: digest(image), size: image.length }
    const signature = await putImage(ask, 'sig', {
      subject,
      artifactType: 'example/signature',
      annotations: { by: 'me' },
    })
    const plain = await putImage(ask, 'plain', { subject })
    const answer = await putManifest(ask, 'plain', plain)
    expect(answer.headers.get('oci-subject')).toBe(digest(image))

    const list = await ask('GET', `/v2/org/app/referrers/${digest(image)}`)
    expect(list.headers.get('content-type')).toBe(INDEX)
    const entries = [
      {
        mediaType: MANIFEST,
        digest: digest(signature),
        size: signature.length,
        artifactType: 'example/signature',
        annotations: { by: 'me' },
      },
      { mediaType: MANIFEST, digest: digest(plain), size: plain.length, artifactType: 'a/b' },
    ].sort((left, right) => (left.digest < right.digest ? -1 : 1))
    expect(JSON.parse(list.text)).toEqual({ schemaVersion: 2, mediaType: INDEX, manifests: entries })

    const filtered = await ask('GET', `/v2/org/app/referrers/${digest(image)}?artifactType=example/signature`)
    expect(filtered.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(JSON.parse(filtered.text)).toMatchObject({ manifests: [{ digest: digest(signature) }] })
  })

  test('the subject may come later, or never', async () => {
    const { ask } = await aRegistry()
    const subject = { mediaType: MANIFEST, digest: digest('later'), size: 5 }
    const referrer = await putImage(ask, 'sig', { subject })
    const { text } = await ask('GET', `/v2/org/app/referrers/${digest('later')}`)
    expect(text).toContain(digest(referrer))
  })

  test('a subject without referrers, and a repository without anything, have an empty list', async () => {
    const { ask } = await aRegistry()
    const answer = await ask('GET', `/v2/org/app/referrers/${digest('x')}`)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ manifests: [] })
  })

  test('a digest that is none is 400', async () => {
    const { ask } = await aRegistry()
    expect((await ask('GET', '/v2/org/app/referrers/sha256:abc')).status).toBe(400)
  })

  test('a deleted referrer is no longer listed', async () => {
    const { ask } = await aRegistry()
    const subject = { mediaType: MANIFEST, digest: digest('later'), size: 5 }
    const referrer = await putImage(ask, 'sig', { subject })
    await ask('DELETE', `/v2/org/app/manifests/${digest(referrer)}`)
    expect((await ask('GET', `/v2/org/app/referrers/${digest('later')}`)).text).toContain('"manifests":[]')
  })

  test('a registry before 1.1 knows none of it', async () => {
    const { ask } = await aRegistry({ referrers: false })
    const subject = { mediaType: MANIFEST, digest: digest('later'), size: 5 }
    const text = await putImage(ask, 'sig', { subject })
    expect((await putManifest(ask, 'sig', text)).headers.get('oci-subject')).toBeNull()
    expect((await ask('GET', `/v2/org/app/referrers/${digest('later')}`)).status).toBe(404)
  })
})
