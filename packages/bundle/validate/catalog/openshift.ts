import { compareSemVer, readSemVer, type SemVer } from '../../graph/semver.ts'

/** The OpenShift releases that community operators are published for, oldest first (August 2026). */
export const SUPPORTED_OPENSHIFT: readonly string[] = [
  '4.12',
  '4.13',
  '4.14',
  '4.15',
  '4.16',
  '4.17',
  '4.18',
  '4.19',
  '4.20',
  '4.21',
]

/** The Kubernetes in each OpenShift, as the catalog’s checker knows it (access.redhat.com/solutions/4870701). */
const KUBERNETES: readonly (readonly [string, string])[] = [
  ['4.1', '1.13'],
  ['4.2', '1.14'],
  ['4.3', '1.16'],
  ['4.4', '1.17'],
  ['4.5', '1.18'],
  ['4.6', '1.19'],
  ['4.7', '1.20'],
  ['4.8', '1.21'],
  ['4.9', '1.22'],
  ['4.10', '1.23'],
  ['4.11', '1.24'],
  ['4.12', '1.25'],
  ['4.13', '1.26'],
  ['4.14', '1.27'],
  ['4.15', '1.28'],
  ['4.16', '1.29'],
  ['4.17', '1.30'],
]

/** Which releases the annotation `com.redhat.openshift.versions` selects from a list; null for a text that it may not hold. */
export interface OpenShiftRange {
  readonly holds: (release: string) => boolean
  /** The one release that it names. */
  readonly exactly?: SemVer
  /** A list of releases, which was meant for 4.5 and 4.6 only; it means that and everything newer. */
  readonly isList: boolean
}

/** Reads `v4.12` (and newer), `v4.12-v4.16`, `=v4.12` and the deprecated `v4.5,v4.6`. */
export function parseOpenShiftRange(text: string): OpenShiftRange | null {
  const selector = text.trim()
  const range = (holds: (release: SemVer) => boolean, isList = false): OpenShiftRange => ({
    isList,
    holds: (release) => {
      const version = readRelease(release)
      return version !== null && holds(version)
    },
  })
  if (selector.includes('-')) {
    const [from, to] = [selector.slice(0, selector.indexOf('-')), selector.slice(selector.indexOf('-') + 1)].map(
      readRelease,
    )
    if (from === null || to === null || from === undefined || to === undefined) return null
    return range((release) => compareSemVer(from, release) <= 0 && compareSemVer(release, to) <= 0)
  }
  if (selector.includes(',')) {
    const listed = selector.split(',').map(readRelease)
    const known = listed.filter((release) => release !== null)
    const [least] = known.toSorted(compareSemVer)
    if (known.length < listed.length || least === undefined) return null
    const isAllowed =
      known.every(({ major, minor }) => major === 4n && (minor === 5n || minor === 6n)) &&
      new Set(known.map(({ minor }) => minor)).size === 2
    return range((release) => compareSemVer(release, least) >= 0, !isAllowed)
  }
  const isExact = selector.startsWith('=')
  const one = readRelease(selector.replace(/^=/, ''))
  if (one === null) return null
  if (!isExact) return range((release) => compareSemVer(release, one) >= 0)
  return { ...range((release) => compareSemVer(release, one) === 0), exactly: one }
}

/** The releases of a range that bring a Kubernetes older than the oldest that an operator runs on. */
export function releasesBelow({ holds, exactly }: OpenShiftRange, minimum: SemVer): string[] {
  // A release that the checker does not know stands for the newest one below it that it knows.
  const one = exactly === undefined ? null : closest(exactly)
  return KUBERNETES.flatMap(([release, kubernetes]) => {
    const [own, version] = [readRelease(release), readRelease(kubernetes)]
    if (own === null || version === null || compareSemVer(version, minimum) >= 0) return []
    return (one === null ? holds(release) : compareSemVer(own, one) === 0) ? [release] : []
  })
}

/** The Kubernetes of the newest release in a range, which the pipeline checks removed APIs for; empty where none is in it. */
export function newestKubernetes(
  range: OpenShiftRange | null,
  supported: readonly string[] = SUPPORTED_OPENSHIFT,
): string {
  const newest = supported.findLast((release) => range === null || range.holds(release))
  const version = newest === undefined ? null : readRelease(newest)
  if (version === null) return ''
  const known = KUBERNETES.findLast(([release]) => {
    const other = readRelease(release)
    return other !== null && compareSemVer(other, version) <= 0
  })
  return known?.[1] ?? ''
}

/** Reads as Python’s semver does with optional minor and patch numbers; what is behind them does not count. */
export function readShort(text: string): SemVer | null {
  const [, major, minor = '.0', patch = '.0', rest = ''] =
    /^(\d+)(\.\d+)?(?:(?<=\.\d+)(\.\d+))?([-+].*)?$/.exec(text.trim()) ?? []
  const read = major === undefined ? null : readSemVer(`${major}${minor}${patch}${rest}`)
  return read === null ? null : { ...read, prerelease: [], build: [] }
}

function readRelease(text: string): SemVer | null {
  const read = readShort(text.trim().replace(/^v/, ''))
  return read === null ? null : { ...read, patch: 0n }
}

function closest(version: SemVer): SemVer {
  const known = KUBERNETES.flatMap(([release]) => readRelease(release) ?? [])
  return known.findLast((release) => compareSemVer(release, version) <= 0) ?? known[0] ?? version
}
