import { posix } from 'node:path'
import { UserError } from '../../plan/index.js'
import { mayHoldDefinitions, readDefinitions } from '../document/definition.js'
import { drift } from './drift.js'
import { editResources } from './kustomization.js'
import { KUSTOMIZATIONS } from './kustomized.js'
import { readLock, writeLock } from './lock.js'
import { planSync } from './plan.js'
import { readSource, remembering } from './read-source.js'
import { readUnmoved } from './read-unmoved.js'
import { parseSource } from './source.js'
import { readWaivers } from './waivers.js'
/**
 * Observes the sources and the destination, and decides what to copy, to delete and to tell.
 *
 * @throws UserError for an input, a source or a file that cannot be used; nothing was written then.
 */
export async function sync(options, workspace, remote) {
  const destination = directory(options.destination)
  const lockFile =
    options.lockFile === '' ? posix.join(destination, 'crds.lock.yaml') : posix.normalize(options.lockFile)
  if (options.sources.length === 0) {
    throw new UserError('Input “sources” is missing: at least one OWNER/REPO@REF:PATH or ./local/path, one a line.', {
      advice: 'For example “project-codeflare/appwrapper@v1.0.4:config/crd/bases”.',
    })
  }
  const parsed = options.sources.map(parseSource)
  await workspace.locate(destination, 'destination')
  const [lock, present, kustomization, waivers] = await Promise.all([
    workspace.read(lockFile, 'lock-file').then((bytes) => readLock(bytes, lockFile)),
    readDestination(destination, lockFile, workspace),
    findKustomization(options.kustomization, destination, workspace),
    findWaivers(options, workspace),
  ])
  const asking = remembering(remote)
  const read = await Promise.all(
    parsed.map(async (source) => {
      const unmoved = options.mode === 'check' ? await readUnmoved(source, asking, lock, present) : null
      return unmoved ?? (await readSource(source, workspace, asking))
    }),
  )
  const sources = read.flatMap(({ files }) => files)
  const plan = planSync({ sources, destination: present, lock, waivers }, options)
  const told = [...read.flatMap(({ findings }) => findings), ...plan.findings].map((finding) => {
    return finding.file === undefined || finding.rule.startsWith('waiver-')
      ? finding
      : { ...finding, file: posix.join(destination, finding.file) }
  })
  const change = (path, content, reason) => workspace.change(path, content, reason)
  const written = []
  const deleted = []
  for (const [file, text] of plan.files) {
    const path = posix.join(destination, file)
    if (text === null) deleted.push(await change(path, null, 'no source has the CRD any more'))
    else written.push(await change(path, text, reasonFor(file, plan)))
  }
  const listed =
    kustomization === null
      ? null
      : await change(
          kustomization.path,
          listResources(kustomization, destination, plan),
          'list the CRD files that are there',
        )
  // Last: as long as it is not written, everything before it is still seen as work to do.
  const locked = await change(lockFile, writeLock(plan.lock), 'remember what was copied from where')
  const changes = [...written, listed, ...deleted, locked].filter((item) => item !== null)
  const edited = plan.steps.filter(({ action }) => action === 'edited')
  const common = { plan, sources, destination, lockFile }
  if (options.mode === 'check') {
    const found = [
      ...drift(plan.steps, destination),
      ...(listed === null || kustomization === null ? [] : [outdated('kustomization', kustomization.path)]),
      ...(locked === null ? [] : [outdated('lock', lockFile)]),
    ]
    const wrong = told.filter(({ rule, severity }) => rule.startsWith('waiver-') && severity === 'error')
    return {
      ...common,
      changes: [],
      findings: [...found, ...told],
      refusal: driftRefusal(found) ?? breakingRefusal(wrong),
    }
  }
  const edits = drift(edited, destination)
  return {
    ...common,
    changes,
    findings: [...edits, ...told],
    refusal: editRefusal(edited.length) ?? breakingRefusal(plan.findings),
  }
}
async function readDestination(destination, lockFile, workspace) {
  const paths = (await workspace.list(destination, 'destination')).filter(
    (path) =>
      posix.dirname(path) === (destination === '' ? '.' : destination) && mayHoldDefinitions(path) && path !== lockFile,
  )
  return Promise.all(
    paths.map(async (path) => readDefinitions((await workspace.read(path)) ?? Buffer.alloc(0), path, 'name')),
  )
}
async function findWaivers({ waivers, today }, workspace) {
  if (waivers === '') return null
  return { path: waivers, waivers: readWaivers(await workspace.read(waivers, 'waivers'), waivers), today }
}
async function findKustomization(input, destination, workspace) {
  if (input === 'none') return null
  const given = input !== 'auto' && input !== ''
  const paths = given ? [posix.normalize(input)] : KUSTOMIZATIONS.map((name) => posix.join(destination, name))
  for (const path of paths) {
    const bytes = await workspace.read(path, 'kustomization')
    if (bytes !== null) return { path, text: bytes.toString('utf8') }
  }
  if (!given) return null
  throw new UserError(`Input “kustomization”: there is no file “${input}”.`, {
    file: input,
    advice: 'Give the path of the kustomization.yaml that lists the CRDs, or “auto”, or “none”.',
  })
}
function listResources({ path, text }, destination, { present, absent }) {
  const fromThere = (file) => posix.relative(posix.dirname(path), posix.join(destination, file))
  return editResources(text, path, present.map(fromThere), absent.map(fromThere))
}
function reasonFor(file, { steps }) {
  const told = steps.filter((step) => step.file === file && step.action !== 'unchanged' && step.action !== 'kept')
  return told.map(({ crd, action }) => `${crd} ${action === 'removed' ? 'goes away' : action}`).join(', ')
}
function outdated(which, file) {
  return {
    severity: 'error',
    rule: `${which}-outdated`,
    message: `${file} does not say which CRDs are there${which === 'lock' ? ' and where they came from' : ''}.`,
    advice: 'Run sync-crds.',
    file,
  }
}
function driftRefusal(found) {
  if (found.length === 0) return undefined
  const differences = found.length === 1 ? 'one difference' : `${found.length} differences`
  return new UserError(`The CRDs are not what the sources and the lock file say: ${differences}.`, {
    advice: 'Run sync-crds with “mode: sync” and merge the result; see the findings for each file.',
  })
}
function editRefusal(count) {
  if (count === 0) return undefined
  return new UserError(
    `${count === 1 ? 'A CRD was' : `${count} CRDs were`} edited here after the last copy; copying would undo the edits. Nothing was written.`,
    {
      advice:
        'Take the edit to the source repository. To drop it, delete the file and run again; to keep it, name the CRD in “exclude”.',
    },
  )
}
function breakingRefusal(findings) {
  const errors = findings.filter(({ severity, waived }) => severity === 'error' && waived !== true)
  const breaking = errors.filter(({ rule }) => !rule.startsWith('waiver-'))
  if (errors.length === 0) return undefined
  if (breaking.length === 0) {
    return new UserError(
      `${errors.length === 1 ? 'A waiver is' : `${errors.length} waivers are`} expired or unused. Nothing was written.`,
      {
        advice: 'Correct the file of waivers; see the findings.',
      },
    )
  }
  const crds = new Set(breaking.map(({ crd }) => crd)).size
  return new UserError(
    `${breaking.length === 1 ? 'A change breaks' : `${breaking.length} changes break`} users of ${crds === 1 ? 'a CRD' : `${crds} CRDs`}. Nothing was written.`,
    {
      advice:
        'Have them undone in the source; or take them knowingly, each with an entry in “waivers” or all with “compatibility: warn”, and say so in the release notes.',
    },
  )
}
function directory(input) {
  const clean = posix.normalize(input.trim() === '' ? '.' : input.trim()).replace(/\/+$/, '')
  return clean === '.' ? '' : clean
}
