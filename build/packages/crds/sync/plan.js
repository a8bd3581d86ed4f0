import { UserError } from '../../plan/index.js'
import { judge, judgeRemoval } from '../compare/compatibility.js'
import { Destination } from './destination.js'
import { judgeValidity } from '../validity/validity.js'
import { applyWaivers } from './waivers.js'
import { checkSelection, isSelected } from '../document/names.js'
import { collectDefinitions, showOrigin } from './source.js'
/**
 * Decides what becomes of each CRD: pure, so that every case is a test with values.
 *
 * A CRD whose content is neither what the lock file remembers nor what the source has was edited in the destination; it
 * is not touched. Only what the lock file owns is ever deleted.
 *
 * @throws UserError for two places that define the same CRD, and for a selection that selects nothing.
 */
export function planSync({ sources, destination, lock, waivers }, policy) {
  const offered = collectDefinitions(sources)
  checkSelection([...offered.keys()].sort(), policy)
  const wanted = new Map([...offered].filter(([name]) => isSelected(name, policy)))
  if (wanted.size === 0) {
    throw new UserError(`Input “exclude” leaves none of the ${offered.size} CRDs in the sources.`, {
      advice: 'Exclude fewer, or leave the source out.',
    })
  }
  const draft = new Destination(destination)
  const started = new Map(draft.definitions().map((placed) => [placed.definition.name, placed]))
  const crds = new Map()
  const steps = []
  for (const sourced of [...wanted.values()].sort(byName)) {
    const { definition, origin } = sourced
    const crd = definition.name
    const present = started.get(crd)
    const locked = lock.crds.get(crd)
    const common = { crd, origin, before: present?.definition ?? null, after: definition }
    if (present === undefined) {
      steps.push({ ...common, action: 'added', file: draft.put(sourced) })
    } else if (present.definition.digest === definition.digest) {
      steps.push({ ...common, action: 'unchanged', file: present.file })
    } else if (locked !== undefined && locked.digest !== present.definition.digest) {
      steps.push({ ...common, action: 'edited', file: present.file, note: 'changed since it was copied' })
    } else {
      steps.push({ ...common, action: 'updated', file: draft.put(sourced) })
    }
    const step = steps.at(-1)
    if (step !== undefined) crds.set(crd, renew(locked, lockEntry(sourced, step.file)))
  }
  for (const [crd, entry] of [...lock.crds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (wanted.has(crd)) continue
    const present = started.get(crd)
    const common = {
      crd,
      origin: null,
      before: present?.definition ?? null,
      after: null,
      file: present?.file ?? entry.file,
    }
    if (offered.has(crd)) {
      // Excluded: not ours any more. The file stays, for whoever excluded it wants to keep it as it is.
      if (present !== undefined) steps.push({ ...common, action: 'kept', note: 'excluded; left as it is from now on' })
    } else if (present === undefined) {
      // Deleted by somebody already; the lock file follows.
    } else if (present.definition.digest !== entry.digest) {
      steps.push({ ...common, action: 'edited', note: 'gone from the source, and changed here since it was copied' })
      crds.set(crd, entry)
    } else if (policy.prune) {
      draft.remove(crd)
      steps.push({ ...common, action: 'removed' })
    } else {
      steps.push({ ...common, action: 'kept', note: 'gone from the source; kept because of “prune: false”' })
      crds.set(crd, entry)
    }
  }
  const owned = new Set([...lock.crds.values()].map(({ file }) => file))
  const judged = judgeAll(steps, lock, policy.compatibility)
  const { findings: marked, problems } = waive(judged, waivers, steps, policy.compatibility)
  const breaking = marked.some(({ severity, waived }) => severity === 'error' && waived !== true)
  const told = [...problems, ...marked]
  const findings = policy.compatibility === 'error' ? told : told.map(asWarning)
  return {
    steps: steps.sort((a, b) => (a.crd < b.crd ? -1 : 1)),
    files: draft.edits(),
    lock: { crds, stored: remember(lock.stored, steps) },
    findings: [...findings, ...movedRefs(sources, lock), ...movedSources(steps, lock)],
    breaking,
    // A file that was owned before and is not listed was left out of the list on purpose.
    present: unique(
      steps
        .filter((step) => isOurs(step) && (step.action === 'added' || !owned.has(step.file)))
        .map(({ file }) => file),
    ),
    absent: [...owned].filter((file) => !draft.has(file)).sort(),
  }
}
function byName(a, b) {
  return a.definition.name < b.definition.name ? -1 : 1
}
function isOurs({ action }) {
  return action === 'added' || action === 'updated' || action === 'unchanged'
}
/** A branch moves all the time; where nothing moved but its commit, the entry stays, and with it the lock file. */
function renew(old, now) {
  if (old === undefined || old.ref === null || isVersion(old.ref)) return now
  const { file, repository, ref, path, digest } = now
  const same = old.file === file && old.repository === repository && old.ref === ref && old.path === path
  return same && old.digest === digest ? old : now
}
/** Whether a ref looks like a release tag: one that is not supposed to move. */
function isVersion(ref) {
  return /\d\.\d/.test(ref) && !ref.includes('/')
}
function unique(items) {
  return [...new Set(items)]
}
function lockEntry({ definition, origin }, file) {
  const { source, commit, blob, path } = origin
  return {
    file,
    repository: source.kind === 'remote' ? source.repository : './',
    ref: source.kind === 'remote' ? source.ref : null,
    commit,
    path,
    blob,
    digest: definition.digest,
    versions: definition.versions.map(({ name }) => name),
  }
}
/** The ledger only grows: with what was the storage version here before, and with what is now. */
function remember(stored, steps) {
  const next = new Map(stored)
  for (const { crd, before, after } of steps) {
    const versions = [before, after]
      .flatMap((definition) => definition?.versions ?? [])
      .filter(({ storage }) => storage)
    const known = unique([...(next.get(crd) ?? []), ...versions.map(({ name }) => name)])
    if (known.length > 0) next.set(crd, known)
  }
  return next
}
/** What was asked not to refuse is told all the same. */
function asWarning(finding) {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding
}
function judgeAll(steps, lock, compatibility) {
  return steps.flatMap(({ crd, action, before, after, file }) => {
    // A CRD that goes away is told even where nobody asked: it takes every object with it.
    if (action === 'removed') return [{ ...judgeGone(crd, before, steps), file }]
    if (compatibility === 'off' || after === null) return []
    if (action === 'added') return judgeValidity(null, after).map((finding) => ({ ...finding, file }))
    if (action !== 'updated' || before === null) return []
    const found = [...judge(before, after, lock.stored.get(crd) ?? []), ...judgeValidity(before, after)]
    return found.map((finding) => ({ ...finding, file }))
  })
}
/** A kind that comes back under another group was moved; its objects are lost all the same. */
function judgeGone(crd, before, steps) {
  const removal = judgeRemoval(crd, before?.versions.map(({ name }) => name) ?? [])
  const heir = steps.find(
    ({ action, after }) =>
      action === 'added' &&
      before !== null &&
      after?.names.kind === before.names.kind &&
      after.names.plural === before.names.plural,
  )
  if (heir === undefined) return removal
  return {
    ...removal,
    rule: 'crd-moved',
    message: `CRD ${crd} becomes ${heir.crd}. To a cluster that is another kind: deleting the old CRD deletes every object of it, and none appears in the new one.`,
    advice: `Have users copy their objects to ${heir.crd} before ${crd} is deleted. To keep both files, set “prune: false”.`,
    after: heir.crd,
  }
}
function waive(judged, file, steps, compatibility) {
  if (file === null || compatibility === 'off') return { findings: judged, problems: [] }
  return applyWaivers(judged, file.waivers, file.path, file.today, (crd) => {
    const step = steps.find((one) => one.crd === crd)
    if (step === undefined) return 'unknown'
    return step.action === 'updated' || step.action === 'removed' || step.action === 'added' ? 'compared' : 'unchanged'
  })
}
/** A CRD that another repository keeps now. */
function movedSources(steps, lock) {
  return steps.flatMap(({ crd, origin, file }) => {
    const was = lock.crds.get(crd)?.repository
    if (origin?.source.kind !== 'remote' || was === undefined || was === './' || was === origin.source.repository)
      return []
    return [
      {
        severity: 'info',
        rule: 'source-moved',
        message: `CRD ${crd} comes from ${origin.source.repository} now; it came from ${was}.`,
        advice: 'Check that it is the same project.',
        crd,
        file,
        before: was,
        after: origin.source.repository,
      },
    ]
  })
}
/** A version tag that names another commit than it did: tags are not supposed to move. */
function movedRefs(sources, lock) {
  const told = new Map()
  for (const { origin } of sources) {
    const { source, commit } = origin
    if (source.kind !== 'remote' || commit === null || !isVersion(source.ref)) continue
    for (const entry of lock.crds.values()) {
      if (entry.repository !== source.repository || entry.ref !== source.ref) continue
      if (entry.commit === null || entry.commit === commit) continue
      told.set(`${source.repository}@${source.ref}`, {
        severity: 'warning',
        rule: 'tag-moved',
        message: `${showOrigin(origin)} was commit ${entry.commit.slice(0, 12)} when it was last copied; it is ${commit.slice(0, 12)} now.`,
        advice: `A release tag should not move. Ask ${source.repository} what happened before you take its CRDs.`,
        before: entry.commit,
        after: commit,
      })
    }
  }
  return [...told.values()]
}
