import { builtFrom } from '../../packages/cli/rehearsal/built-from.ts'
import type { World } from '../../packages/sandbox/index.ts'

/**
 * The end state with images named by what they are: a merge that happened a second later has another commit id, so the
 * image built from it has another digest. Which tags are one image, and that it was built from the tagged commit, is
 * what counts. Mail counts by its Message-ID: a server that died while it took one cannot be asked whether it did, so the
 * same message is handed over again, and its readers see one.
 */
export async function endOf(world: World): Promise<object> {
  // A run whose work was found done goes on by itself: nobody has to look at it.
  await world.github.settleRuns()
  const snapshot = await world.snapshot()
  const ask = builtFrom(world.environment(), new AbortController().signal)
  const images: Record<string, object> = {}
  for (const [host, repositories] of Object.entries(snapshot.registries)) {
    for (const [name, { tags, manifests }] of Object.entries(repositories)) {
      const sameAs = Object.entries(tags).map(([tag, digest]): [string, string[]] => [
        tag,
        Object.keys(tags).filter((other) => tags[other] === digest),
      ])
      images[`${host}/${name}`] = { tags: Object.fromEntries(sameAs), manifests: manifests.length }
    }
  }
  const operator = 'project-codeflare/codeflare-operator'
  const released = await ask(`quay.io/${operator}:v1.3.0`)
  return {
    ...snapshot,
    github: withNights(withoutFailedRuns(await withBundles(world, snapshot.github)), await nightsIn(world, operator)),
    mail: oncePerMessage(snapshot.mail),
    registries: images,
    operatorImageIsOfItsTag: released === (await world.github.resolve(operator, 'refs/tags/v1.3.0')),
  }
}

/** A run that met trouble stays in the list of runs, beside the one that did the work the next time. */
function withoutFailedRuns(github: object): object {
  const entries: [string, unknown][] = Object.entries(github)
  return Object.fromEntries(
    entries.map(([name, repository]) => {
      if (typeof repository !== 'object' || repository === null || !('runs' in repository)) return [name, repository]
      const runs: unknown[] = Array.isArray(repository.runs) ? repository.runs : []
      const isDone = (run: unknown): boolean =>
        typeof run === 'object' && run !== null && 'conclusion' in run && run.conclusion === 'success'
      return [name, { ...repository, runs: runs.filter(isDone) }]
    }),
  )
}

/** The nights that a repository remembers, without commits, digests and what is named after them: those differ as images do. */
async function nightsIn(world: World, repository: string): Promise<string> {
  const month = world.ledger.now().toISOString().slice(0, 7)
  const file = await world.github.readFile(repository, 'nightly-history', `nights/${month}.jsonl`)
  return (file?.toString() ?? '').replaceAll(/\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{8})\b/g, '…')
}

/** The branch of the history by what it says, instead of by the hash of it. */
function withNights(github: object, nights: string): unknown {
  const named = (key: string, value: unknown): unknown => (key === 'refs/heads/nightly-history' ? nights : value)
  return JSON.parse(JSON.stringify(github), named)
}

const BUNDLE = 'operators/codeflare-operator/1.3.0/manifests/codeflare-operator.clusterserviceversion.yaml'

/**
 * The catalog and its fork with the new bundle as it reads, instead of by the id of its tree: it names the image of this release
 * by digest and the time of the tagged commit, and both follow from when that commit was made.
 */
async function withBundles(world: World, repositories: Snapshot['github']): Promise<object> {
  const image = (await world.registry('quay.io')).digest('project-codeflare/codeflare-operator', 'v1.3.0')
  const ends = Object.entries(repositories).map(async ([name, repository]) => {
    if (!name.endsWith('/community-operators-prod')) return [name, repository] as const
    const refs = Object.entries(repository.refs).map(async ([ref, state]) => {
      const bundle = (await world.github.readFile(name, ref, BUNDLE))?.toString()
      const read = bundle?.replaceAll(image ?? '', 'IMAGE').replace(/createdAt: ".*"/, 'createdAt: TIME')
      return [ref, read === undefined ? state : { ...asObject(state), tree: read }] as const
    })
    return [name, { ...repository, refs: Object.fromEntries(await Promise.all(refs)) }] as const
  })
  return Object.fromEntries(await Promise.all(ends))
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

type Snapshot = Awaited<ReturnType<World['snapshot']>>

function oncePerMessage(mails: object): unknown[] {
  const all: unknown[] = Array.isArray(mails) ? mails : [mails]
  return [...new Set(all.map((mail) => JSON.stringify(mail)))].map((mail): unknown => JSON.parse(mail))
}

/** Where two values of JSON differ, with what stands there. */
export function differences(left: unknown, right: unknown, path = ''): string[] {
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    const [one, other] = [new Map(Object.entries(left)), new Map(Object.entries(right))]
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
      differences(one.get(key), other.get(key), `${path}/${key}`),
    )
  }
  return left === right ? [] : [`${path} is ${JSON.stringify(right)}, not ${JSON.stringify(left)}`]
}
