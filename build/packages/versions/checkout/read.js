/** The lines of `git ls-remote`; a peeled line (`^{}`) follows that of its annotated tag. */
export function readRefs(lines) {
  const tags = new Map()
  const branches = new Map()
  for (const [, object = '', kind, name = '', peeled] of lines.matchAll(
    /^([0-9a-f]{40,64})\trefs\/(heads|tags)\/(.+?)(\^\{\})?$/gm,
  )) {
    if (kind === 'heads') branches.set(name, object)
    else if (peeled === undefined) tags.set(name, { object, commit: object })
    else tags.set(name, { object: tags.get(name)?.object ?? object, commit: object })
  }
  return { tags, branches }
}
/** A record of `git log --format=%H%n%P%n%aN%n%aE%n%B`. */
export function readCommit(record) {
  const [sha = '', parents = '', name = '', mail = '', ...message] = record.split('\n')
  const parentShas = parents.split(' ').filter((parent) => parent !== '')
  // The address that GitHub gives to those who keep theirs private has their login in it.
  const login = /^(?:\d+\+)?([\w-]+(?:\[bot\])?)@users\.noreply\.[\w.-]+$/.exec(mail)?.[1]
  return {
    sha,
    message: message.join('\n').trimEnd(),
    parents: parentShas.length,
    parentShas,
    authorName: name,
    ...(login !== undefined && { author: login }),
  }
}
/** The page of a repository on a server whose addresses are like GitHub's: OWNER/NAME, by https or ssh. */
export function pageOf(address) {
  const found =
    /^(?:https?:\/\/(?:[^@/\s]*@)?|ssh:\/\/(?:[^@/\s]*@)?|[^@/:\s]+@)([\w.-]+)(?::\d+)?[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      address,
    )
  return found === null ? null : `https://${found[1]}/${found[2]}`
}
