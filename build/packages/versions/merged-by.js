/** A commit that came by the merge of a pull request is of that pull request; one that was squashed says so itself. */
export function withPullRequests(commits) {
  const known = new Map(commits.map((commit) => [commit.sha, commit]))
  const numbers = new Map()
  const seen = new Set()
  const firstParents = (tip) => {
    const chain = []
    for (let at = known.get(tip); at !== undefined && !seen.has(at.sha); at = known.get(at.parentShas?.[0] ?? '')) {
      seen.add(at.sha)
      chain.push(at)
    }
    return chain.reverse()
  }
  const assign = (start, number) => {
    const left = [start]
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      const commit = known.get(at)
      if (commit === undefined || seen.has(at)) continue
      seen.add(at)
      numbers.set(at, number)
      left.push(...(commit.parentShas ?? []))
    }
  }
  // Oldest merge first: what an older one brought is seen when a younger one is looked at.
  const walk = (tip) => {
    for (const { message, parentShas = [] } of firstParents(tip)) {
      const number = /^Merge pull request #(\d{1,9}) from /.exec(message)?.[1]
      for (const merged of parentShas.slice(1)) {
        if (number === undefined) walk(merged)
        else assign(merged, Number(number))
      }
    }
  }
  walk(commits.at(-1)?.sha ?? '')
  return commits.map((commit) => ({
    ...commit,
    pullRequest: commit.pullRequest ?? numbers.get(commit.sha) ?? null,
  }))
}
