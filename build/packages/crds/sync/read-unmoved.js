/**
 * What a source has, from the lock file and the copies alone: its ref still names the commit that was copied, and every copy is
 * what the lock file remembers, so nothing need be fetched to know that nothing moved. Null where that does not hold. A
 * commit that is written in full is not even asked for.
 */
export async function readUnmoved(source, remote, lock, destination) {
  if (source.kind === 'local') return null
  const { repository, ref, path } = source
  const entries = [...lock.crds].filter(
    ([, entry]) => entry.repository === repository && entry.ref === ref && isBelow(entry.path, path),
  )
  const commits = new Set(entries.map(([, { commit }]) => commit))
  const [commit] = commits
  if (commits.size !== 1 || commit === undefined || commit === null) return null
  if (ref !== commit && (await remote.resolve(repository, ref)) !== commit) return null
  const files = []
  for (const [name, entry] of entries) {
    const document = destination
      .flatMap(({ documents }) => documents)
      .find(({ definition }) => definition?.name === name && definition.digest === entry.digest)
    if (document === undefined) return null
    files.push({
      path: entry.path,
      documents: [document],
      origin: { source, path: entry.path, commit, blob: entry.blob },
    })
  }
  return { files, findings: [] }
}
function isBelow(file, path) {
  return path === '' || file === path || file.startsWith(`${path}/`)
}
