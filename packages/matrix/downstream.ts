import { apply, type Files, type Finding, type Place, placeText, UserError } from '../plan/index.ts'
import type { Downstream, Train } from '../train/index.ts'
import { planUpdate, type Update } from '../versions/index.ts'
import type { TagExists } from './check-tags.ts'
import type { DigestOf } from './images.ts'
import { type MatrixPlan, planMatrix } from './plan.ts'
import { referenceFindings } from './references-report.ts'
import { pinnedDigest, wantedReferences } from './references.ts'

export interface DownstreamRequest {
  readonly train: Train
  readonly downstream: Downstream
  /** `Component=vX.Y.Z` */
  readonly versions: readonly string[]
  /** Where the matrix's links lead: `https://github.com`. */
  readonly server: string
  /** Asks whether each version of the matrix is a tag; null for not at all. */
  readonly tagExists: TagExists | null
  /** Pin images to their digests, and show them in the matrix. */
  readonly digests: boolean
  readonly digestOf: DigestOf
  readonly signal: AbortSignal
}

/** What a release changes in a downstream repository. */
export interface DownstreamEdit {
  /** The versions in its files; null where the manifest names none. */
  readonly references: Update | null
  /** Its support matrix; null where it has none. */
  readonly matrix: MatrixPlan | null
  /** What does not fit in these two, with its place in words. */
  readonly findings: readonly Finding[]
}

/**
 * Brings the files of a downstream repository to a release: first the versions, as `update-image-refs` does, then the
 * matrix, as `update-support-matrix` does, which is compared with them. `draft` takes the edits.
 *
 * @throws UserError as these two do, naming the downstream repository; `draft` is then of no use.
 */
export async function editDownstream(draft: Files, request: DownstreamRequest): Promise<DownstreamEdit> {
  const { downstream } = request
  try {
    const references = downstream.versions.length === 0 ? null : await writeVersions(draft, request)
    const matrix = downstream.matrix === null ? null : await writeMatrix(draft, request)
    const found = [...(references === null ? [] : referenceFindings(references, [], '')), ...(matrix?.findings ?? [])]
    return { references, matrix, findings: found.map((finding) => inWords(finding, downstream)) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { message, advice, place } = error
    const at = placeIn(downstream, place.file !== undefined && message.includes(place.file) ? {} : place)
    throw new UserError(`${downstream.name} (${at}): ${message}`, { ...(advice !== undefined && { advice }) })
  }
}

function inWords({ severity, rule, message, advice, ...place }: Finding, downstream: Downstream): Finding {
  return { severity, rule, message: `${placeIn(downstream, place)}: ${message}`, advice }
}

/** A place in words: an annotation can only point into the repository that runs. */
function placeIn({ repository }: Downstream, place: Place): string {
  const text = placeText(place)
  return text === '' ? repository : `${repository}, ${text}`
}

async function writeVersions(draft: Files, request: DownstreamRequest): Promise<Update> {
  const { train, versions, digests, digestOf, signal } = request
  const { repository } = request.downstream
  const { wanted } = await wantedReferences({ workspace: draft, train, repository, versions, images: [], paths: [] })
  const update = await planUpdate(draft, wanted, digests ? pinnedDigest(digestOf) : undefined)
  await apply(update.changes, { signal })
  return update
}

async function writeMatrix(draft: Files, { downstream, ...request }: DownstreamRequest): Promise<MatrixPlan> {
  const plan = await planMatrix({
    ...request,
    ...(downstream.matrix ?? { file: '', section: '' }),
    workspace: draft,
    repository: downstream.repository,
    downgrades: [],
    mode: 'update',
    sources: true,
    notesFile: null,
    past: null,
    historyFile: null,
    historyLength: 0,
  })
  if (plan.refusal !== null) throw plan.refusal
  await apply(plan.changes, { signal: request.signal })
  return plan
}
