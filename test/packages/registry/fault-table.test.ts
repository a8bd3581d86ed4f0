/**
 * The faults on which the tools in use were measured, each of which puts a wrong tag, or none, and ends with success in one
 * tool or another. Here each ends right, or as a failure that names its cause and leaves no wrong tag.
 */
import { describe, expect, test } from 'vitest'
import { apply, ReportedError } from '../../../packages/plan/index.ts'
import { findCredentials, planRetag, readRequests } from '../../../packages/registry/index.ts'
import { type FaultRule, type RegistryPolicy } from '../../../packages/sandbox/index.ts'
import { anIndex, aRegistry, ROBOT, TOKENS } from './registries.ts'

const image = anIndex('1.2.0')
const other = anIndex('6.6.6')
const TO = {
  'within a repository': 'quay.io/org/app:v1.2.0',
  'across repositories': 'quay.io/org/release:v1.2.0',
  'across registries': 'ghcr.io/org/app:v1.2.0',
} as const
type Way = keyof typeof TO
const ALL = Object.keys(TO).filter((way): way is Way => way in TO)
const COPIES = ALL.slice(1)
const FAR = ALL.slice(2)

const status = (code: number, more: object = {}): FaultRule['fault'] => ({ kind: 'status', status: code, ...more })
const immutable = { errors: [{ code: 'TAG_IMMUTABLE', message: 'tag is immutable' }] }
const healthcheck = status(200, { body: 'Healthcheck requested' })
const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest }
const altered = (more: object): FaultRule['fault'] => status(200, { body: other.bytes, headers: more })

const PUT: Omit<FaultRule, 'fault'> = { method: 'PUT', path: /manifests\/v1\.2\.0/ }
const GET: Omit<FaultRule, 'fault'> = { method: 'GET', path: /manifests\/dev/ }
const TOKEN: Omit<FaultRule, 'fault'> = { path: /^\/token/ }
const POST: Omit<FaultRule, 'fault'> = { method: 'POST', path: /uploads/ }
const MOUNT: Omit<FaultRule, 'fault'> = { method: 'POST', path: /mount=/ }
const UPLOAD: Omit<FaultRule, 'fault'> = { method: 'PUT', path: /uploads/ }
const BLOB: Omit<FaultRule, 'fault'> = { method: 'GET', path: /blobs\/sha256/ }
const HEAD: Omit<FaultRule, 'fault'> = { method: 'HEAD', path: /manifests/ }
const ALWAYS = { times: Infinity }
const BEFORE: FaultRule['fault'] = { kind: 'reset', when: 'before' }
const AFTER: FaultRule['fault'] = { kind: 'reset', when: 'after' }
const TURNED_AWAY = status(401, { headers: { 'www-authenticate': 'Bearer realm="/token",service="sandbox"' } })

interface Row {
  readonly fault: string
  readonly ways: readonly Way[]
  readonly rules: readonly FaultRule[]
  /** The failure's cause; missing where it must end right. */
  readonly fails?: string
  /** Milliseconds that must have been waited, at least. */
  readonly waits?: number
  readonly policy?: Partial<RegistryPolicy['auth']>
  /** The client's clock follows the registry's. */
  readonly isTruthful?: boolean
}

const ROWS: readonly Row[] = [
  {
    fault: 'PUT 429 with Retry-After 5',
    ways: ALL,
    rules: [{ ...PUT, fault: status(429, { retryAfter: 5 }) }],
    waits: 5000,
  },
  { fault: 'PUT 503', ways: ALL, rules: [{ ...PUT, fault: status(503) }] },
  { fault: 'PUT 500', ways: ALL, rules: [{ ...PUT, fault: status(500) }] },
  { fault: 'GET 503', ways: ALL, rules: [{ ...GET, fault: status(503) }] },
  { fault: 'PUT reset', ways: ALL, rules: [{ ...PUT, fault: BEFORE }] },
  { fault: 'PUT done, its answer lost', ways: ALL, rules: [{ ...PUT, fault: AFTER }] },
  { fault: 'token 503', ways: ALL, rules: [{ ...TOKEN, fault: status(503) }] },
  { fault: 'token 429', ways: ALL, rules: [{ ...TOKEN, fault: status(429, { retryAfter: 2 }) }], waits: 2000 },
  {
    fault: 'GET by tag altered, true digest header',
    ways: ALL,
    rules: [{ ...GET, nth: 2, times: 1, fault: altered(headers) }],
  },
  {
    fault: 'GET by tag altered, no digest header',
    ways: ALL,
    rules: [{ ...GET, nth: 2, fault: altered({ 'content-type': image.mediaType }) }],
  },
  {
    fault: 'PUT 201 with another digest',
    ways: ALL,
    rules: [{ ...PUT, fault: { kind: 'wrong-digest' } }],
    fails: 'says it now is sha256:000',
  },
  { fault: 'PUT answered 200 once', ways: ALL, rules: [{ ...PUT, fault: healthcheck }] },
  {
    fault: 'PUT answered 200 for good',
    ways: ALL,
    rules: [{ ...PUT, ...ALWAYS, fault: healthcheck }],
    fails: 'the tag was not written',
  },
  {
    fault: 'PUT 409 TAG_IMMUTABLE',
    ways: ALL,
    rules: [{ ...PUT, ...ALWAYS, fault: status(409, { body: immutable }) }],
    fails: 'TAG_IMMUTABLE',
  },
  { fault: 'mount 405', ways: COPIES, rules: [{ ...MOUNT, ...ALWAYS, fault: status(405) }] },
  { fault: 'mount 400', ways: COPIES, rules: [{ ...MOUNT, ...ALWAYS, fault: status(400) }] },
  { fault: 'mount 403', ways: COPIES, rules: [{ ...MOUNT, ...ALWAYS, fault: status(403) }] },
  { fault: 'source blob truncated', ways: FAR, rules: [{ ...BLOB, fault: { kind: 'truncate' } }] },
  {
    fault: 'source blob with a flipped bit, once',
    ways: FAR,
    rules: [{ ...BLOB, fault: status(200, { body: 'flipped' }) }],
  },
  {
    fault: 'source blob with a flipped bit, for good',
    ways: FAR,
    rules: [{ ...BLOB, ...ALWAYS, fault: status(200, { body: Buffer.alloc(4000, 'x') }) }],
    fails: 'was served with other content',
  },
  { fault: 'upload reset', ways: FAR, rules: [{ ...UPLOAD, fault: BEFORE }] },
  { fault: 'upload 502', ways: FAR, rules: [{ ...UPLOAD, fault: status(502) }] },
  { fault: 'upload in one POST reset', ways: FAR, rules: [{ ...POST, path: /uploads\/\?digest/, fault: BEFORE }] },
  {
    fault: 'upload in one POST answered by a load balancer',
    ways: FAR,
    rules: [{ ...POST, path: /uploads\/\?digest/, fault: healthcheck }],
  },
  { fault: '401 once on the body of a blob', ways: FAR, rules: [{ ...UPLOAD, fault: TURNED_AWAY }] },
  { fault: '401 once on a mount', ways: COPIES, rules: [{ ...MOUNT, nth: 5, fault: TURNED_AWAY }] },
  {
    fault: 'tokens that end in the middle, as they said',
    ways: COPIES,
    rules: [],
    policy: { expiresIn: 6 },
    isTruthful: true,
  },
  {
    fault: 'tokens that end in the middle, although they said more',
    ways: COPIES,
    rules: [],
    policy: { expiresIn: 6 },
  },
  { fault: 'HEAD 405', ways: ALL, rules: [{ ...HEAD, ...ALWAYS, fault: status(405) }] },
  {
    fault: 'HEAD without a digest header',
    ways: ALL,
    rules: [{ ...HEAD, path: /manifests\/v1/, fault: status(200, { headers: { 'content-type': image.mediaType } }) }],
  },
  {
    fault: 'a type with a charset',
    ways: ALL,
    rules: [
      {
        ...GET,
        nth: 2,
        fault: status(200, {
          body: image.bytes,
          headers: { ...headers, 'content-type': `${image.mediaType}; charset=utf-8` },
        }),
      },
    ],
  },
  {
    fault: 'a child that is missing',
    ways: COPIES,
    rules: [{ method: 'GET', path: /manifests\/sha256/, ...ALWAYS, fault: status(404) }],
    fails: 'is missing, although it is listed',
  },
  {
    fault: 'a child that was altered',
    ways: COPIES,
    rules: [
      {
        method: 'GET',
        path: /manifests\/sha256/,
        ...ALWAYS,
        fault: status(200, { body: other.bytes, headers: { 'content-type': image.mediaType } }),
      },
    ],
    fails: 'was served with other content',
  },
]

describe.each(ROWS)('$fault', (row) => {
  test.each(row.ways)('%s', async (way) => {
    const policy: RegistryPolicy = { auth: { scheme: 'token', users: { robot: 'secret' }, ...row.policy } }
    const { registry, world, client, pauses } = await aRegistry({ ...TOKENS, ...policy })
    const ghcr = await world.registry('ghcr.io')
    ghcr.configure(policy)
    registry.push('org/app', ['dev'], image)
    world.faults.add(...row.rules)

    const given = { registry: 'ghcr.io', username: 'robot', password: 'secret' }
    const far = findCredentials({ given, environment: {} })
    const one = client({
      credentials: async (repository) => (await ROBOT(repository)) ?? far(repository),
      ...(row.isTruthful === true && { now: () => world.ledger.now().getTime() }),
    })
    const run = async (): Promise<void> => {
      const requests = readRequests({ source: 'quay.io/org/app:dev', tags: [TO[way]], images: [] })
      const plan = await planRetag(one, requests, { guard: 'strict', channels: ['stable'] }, { now: () => 0 })
      if (plan.refusal !== null) throw plan.refusal
      await apply(plan.changes, { sleep: () => Promise.resolve() })
    }
    const error: unknown = await run().then(
      () => null,
      (thrown: unknown) => thrown,
    )

    const [target, name] =
      way === 'across registries'
        ? [ghcr, 'org/app']
        : [registry, way === 'across repositories' ? 'org/release' : 'org/app']
    if (row.rules.length > 0) expect(world.faults.hits).toBeGreaterThan(0)
    if (row.fails === undefined) {
      expect(error).toBeNull()
      expect(target.manifest(name, 'v1.2.0')).toEqual(image.bytes)
      for (const child of image.manifests) expect(target.manifest(name, child.digest)).toEqual(child.bytes)
      expect(Math.max(0, ...pauses)).toBeGreaterThanOrEqual(row.waits ?? 0)
    } else {
      expect(error).toBeInstanceOf(ReportedError)
      expect(String(error)).toContain(row.fails)
      // The one tag that may be there is the right one: a registry that says another digest had taken it all the same.
      expect([undefined, image.digest]).toContain(target.digest(name, 'v1.2.0'))
    }
  })
})
