import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ServiceError, UserError } from '../../plan/index.js'
const VERSION = '5.6.0'
/** Checksums of the release's archives, as its `checksums.txt` lists them. */
const CHECKSUMS = new Map([
  ['linux_amd64', '54e4031ddc4e7fc59e408da29e7c646e8e57b8088c51b84b3df0864f47b5148f'],
  ['linux_arm64', 'ad8ab62d4f6d59a8afda0eec4ba2e5cd2f86bf1afeea4b78d06daac945eb0660'],
  ['darwin_amd64', '3432be97f9fb4899148bf2485ccf9080e5e7702758eb16c92cd2f2f335e12a03'],
  ['darwin_arm64', '791d9497d2973d4af17c9c0c2b3991ce82e61d1a2bf79f4ef78dd9dce25a6d3d'],
])
/**
 * Path of a kustomize in the runner's tool cache, fetched once and only with the checksum that is written here. It is laid
 * out as @actions/tool-cache does it (NAME/VERSION/ARCH, with a file beside it that says that it is whole).
 *
 * @throws UserError on a system for which no checksum is known. @throws ServiceError when the download fails or is another file.
 */
export async function fetchKustomize(options) {
  const { toolCache, platform, architecture } = options
  const system = `${platform}_${architecture === 'x64' ? 'amd64' : architecture}`
  const checksum = (options.checksums ?? CHECKSUMS).get(system)
  if (checksum === undefined) {
    throw new UserError(`There is neither kustomize nor kubectl on this machine, and none is fetched for ${system}.`, {
      advice: 'Install kustomize in an earlier step, or give the rendered manifests as a file in “manifests”.',
    })
  }
  const home = join(toolCache, 'kustomize', VERSION, architecture)
  const program = join(home, 'kustomize')
  if (await exists(`${home}.complete`)) return program
  const name = `kustomize_v${VERSION}_${system}.tar.gz`
  const url = `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv${VERSION}/${name}`
  const archive = await download(url, options)
  const digest = createHash('sha256').update(archive).digest('hex')
  if (digest !== checksum) {
    throw new ServiceError(`${name} was fetched and is another file: its checksum is ${digest}, not ${checksum}.`, {
      advice: 'It was not run. Look at what stands between this machine and github.com, or install kustomize yourself.',
    })
  }
  await place(program, fileOf(gunzipSync(archive), 'kustomize'))
  await writeFile(`${home}.complete`, '')
  return program
}
async function download(url, { get }) {
  const problem = (why, cause) =>
    new ServiceError(`kustomize could not be fetched from ${url}: ${why}.`, {
      advice: 'Run again, or install kustomize (or kubectl) in an earlier step.',
      cause,
    })
  try {
    const response = await get(url)
    if (!response.ok) throw problem(`status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw error instanceof ServiceError ? error : problem('no answer', error)
  }
}
/** One file of a tar archive (POSIX ustar: blocks of 512 bytes, the size in octal). */
function fileOf(tar, name) {
  for (let at = 0; at + 512 <= tar.length;) {
    const field = (from, length) =>
      tar
        .subarray(at + from, at + from + length)
        .toString('latin1')
        .split('\0')[0] ?? ''
    const size = Number.parseInt(field(124, 12), 8)
    if (field(0, 100) === name) return tar.subarray(at + 512, at + 512 + size)
    at += 512 * (1 + Math.ceil((Number.isNaN(size) ? 0 : size) / 512))
  }
  throw new ServiceError(`The archive of kustomize ${VERSION} holds no “${name}”.`)
}
/** Written beside and renamed, so that nobody ever starts half a program. */
async function place(path, content) {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${randomUUID()}`
  await writeFile(beside, content, { mode: 0o755 })
  await rename(beside, path)
}
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  )
}
