import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ServiceError, UserError } from '../../../packages/plan/index.ts'
import { type CredentialOptions, findCredentials, parseReference } from '../../../packages/registry/index.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const login = (user: string): object => ({ auth: base64(`${user}:secret of ${user}`) })

async function aHome(files: Readonly<Record<string, string | object>>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'home-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(home, path)), { recursive: true })
    await writeFile(join(home, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return home
}

/** The user that is shown to a repository; null for anonymous. */
async function userFor(image: string, options: CredentialOptions): Promise<string | null> {
  const credential = await findCredentials(options)(parseReference(image))
  if (credential === null) return null
  return credential.kind === 'password' ? credential.username : `${credential.kind} ${credential.token}`
}

describe('credentials', () => {
  test('of the inputs are for their registry only', async () => {
    const given = { registry: 'quay.io', username: 'me', password: 'secret' }
    expect(await userFor('quay.io/org/app', { given, environment: {} })).toBe('me')
    expect(await userFor('ghcr.io/org/app', { given, environment: {} })).toBeNull()
    expect(await userFor('quay.io:443/org/app', { given, environment: {} })).toBeNull()
  })

  test('match a host exactly, never a part of it', async () => {
    const home = await aHome({
      '.docker/config.json': {
        auths: { 'quay.io': login('quay'), 'registry:5000': login('local'), 'https://ghcr.io': login('github') },
      },
    })
    const environment = { HOME: home }
    expect(await userFor('quay.io/org/app', { environment })).toBe('quay')
    expect(await userFor('ghcr.io/org/app', { environment })).toBe('github')
    expect(await userFor('registry:5000/app', { environment })).toBe('local')
    for (const image of [
      'quay.io.example.com/app',
      'my.quay.io/app',
      'registry:5001/app',
      'registry:500/app',
      'uay.io/app',
    ]) {
      expect(await userFor(image, { environment })).toBeNull()
    }
  })

  test.each(['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'])(
    'for Docker Hub stand under %s',
    async (key) => {
      const home = await aHome({ '.docker/config.json': { auths: { [key]: login('hub') } } })
      expect(await userFor('ubuntu:22.04', { environment: { HOME: home } })).toBe('hub')
    },
  )

  test('of podman can be for one organisation; the longest that fits counts', async () => {
    const home = await aHome({
      'auth.json': { auths: { 'quay.io': login('all'), 'quay.io/org': login('org'), 'quay.io/org/app': login('app') } },
    })
    const environment = { REGISTRY_AUTH_FILE: join(home, 'auth.json') }
    expect(await userFor('quay.io/org/app', { environment })).toBe('app')
    expect(await userFor('quay.io/org/app/sub', { environment })).toBe('app')
    expect(await userFor('quay.io/org/lib', { environment })).toBe('org')
    expect(await userFor('quay.io/organisation/lib', { environment })).toBe('all')
  })

  test('are looked for in the named file, then Docker’s, then podman’s', async () => {
    const home = await aHome({
      'named.json': { auths: { 'a.io': login('named') } },
      'docker/config.json': { auths: { 'a.io': login('docker'), 'b.io': login('docker') } },
      'run/containers/auth.json': { auths: { 'b.io': login('runtime'), 'c.io': login('runtime') } },
      '.config/containers/auth.json': { auths: { 'c.io': login('config'), 'd.io': login('config') } },
    })
    const environment = {
      HOME: home,
      REGISTRY_AUTH_FILE: join(home, 'named.json'),
      DOCKER_CONFIG: join(home, 'docker'),
      XDG_RUNTIME_DIR: join(home, 'run'),
    }
    const users = await Promise.all(
      ['a.io', 'b.io', 'c.io', 'd.io', 'e.io'].map((host) => userFor(`${host}/app`, { environment })),
    )
    expect(users).toEqual(['named', 'docker', 'runtime', 'config', null])
  })

  test('can be a token of either kind, or user and password in the clear', async () => {
    const home = await aHome({
      '.docker/config.json': {
        auths: {
          'a.io': { auth: base64('<token>:'), identitytoken: 'refresh' },
          'b.io': { registrytoken: 'access' },
          'c.io': { username: 'clear', password: 'text' },
          'd.io': {},
        },
      },
    })
    const users = await Promise.all(
      ['a.io', 'b.io', 'c.io', 'd.io'].map((host) => userFor(`${host}/app`, { environment: { HOME: home } })),
    )
    expect(users).toEqual(['identity refresh', 'access access', 'clear', null])
  })

  test.each([
    ['no JSON', '{', 'not JSON'],
    ['no object', '[]', 'not a JSON object'],
    [
      'an entry that is not base64 of user and password',
      { auths: { 'quay.io': { auth: base64('hunter2') } } },
      '“quay.io”',
    ],
    ['a helper that is a path', { credHelpers: { 'quay.io': '../../bin/sh' } }, 'not a program name'],
  ])('in a file with %s are an error that names the file and shows no content', async (_, content, why) => {
    const home = await aHome({ '.docker/config.json': content })
    const error: unknown = await userFor('quay.io/org/app', { environment: { HOME: home } }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toContain(join(home, '.docker/config.json'))
    expect(String(error)).toContain(why)
    expect(String(error)).not.toContain('hunter2')
  })
})

describe('credential helpers', () => {
  const answers: Readonly<Record<string, string>> = {
    'docker-credential-one quay.io': JSON.stringify({ ServerURL: 'quay.io', Username: 'helped', Secret: 's' }),
    'docker-credential-store https://index.docker.io/v1/': JSON.stringify({ Username: '<token>', Secret: 'refresh' }),
    'docker-credential-store broken.io': 'Error: locked',
  }
  const config = {
    '.docker/config.json': {
      auths: { 'file.io': login('file') },
      credHelpers: { 'quay.io': 'one' },
      credsStore: 'store',
    },
  }

  test('are asked for their registry, the store for all others, and the file where they know nothing', async () => {
    const environment = { HOME: await aHome(config) }
    const asked: string[] = []
    const askHelper = (program: string, server: string): Promise<string> => {
      asked.push(`${program} ${server}`)
      return Promise.resolve(answers[`${program} ${server}`] ?? '')
    }
    const find = findCredentials({ environment, askHelper })
    expect(await find(parseReference('quay.io/a/b'))).toMatchObject({ username: 'helped' })
    expect(await find(parseReference('quay.io/c/d'))).toMatchObject({ username: 'helped' })
    expect(await find(parseReference('ubuntu'))).toEqual({ kind: 'identity', token: 'refresh' })
    expect(await find(parseReference('file.io/a'))).toMatchObject({ username: 'file' })
    expect(asked).toEqual([
      'docker-credential-one quay.io',
      'docker-credential-store https://index.docker.io/v1/',
      'docker-credential-store file.io',
    ])
    await expect(find(parseReference('broken.io/a'))).rejects.toThrow('docker-credential-store answered something')
  })

  test.skipIf(process.platform === 'win32')(
    'are programs on the PATH that read the server from their input',
    async () => {
      const home = await aHome({
        '.docker/config.json': { credsStore: 'fake' },
        'bin/docker-credential-fake': `#!/bin/sh
read server
if [ "$1 $server" = "get quay.io" ]; then echo '{"Username":"from helper","Secret":"x"}'; exit 0; fi
if [ "$server" = "broken.io" ]; then echo 'keychain is locked'; exit 1; fi
echo 'credentials not found in native keychain'; exit 1
`,
      })
      await chmod(join(home, 'bin/docker-credential-fake'), 0o755)
      const environment = { HOME: home, PATH: [join(home, 'bin'), process.env['PATH']].join(delimiter) }
      expect(await userFor('quay.io/org/app', { environment })).toBe('from helper')
      expect(await userFor('ghcr.io/org/app', { environment })).toBeNull()
      await expect(userFor('broken.io/org/app', { environment })).rejects.toThrow(ServiceError)
    },
  )

  test('that are not installed are named', async () => {
    const home = await aHome({ '.docker/config.json': { credsStore: 'missing' } })
    await expect(userFor('quay.io/org/app', { environment: { HOME: home, PATH: home } })).rejects.toThrow(
      'docker-credential-missing is not installed',
    )
  })
})
