/** The refs of a repository on GitHub; new ones point at a commit that it has. */
export function githubRefs(github, repository, commit) {
  return {
    async list(prefix) {
      const ref = prefix.replace(/^refs\//, '')
      const found = await github.pages((page) =>
        github.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
          ...repository,
          ref,
          per_page: 100,
          page,
        }),
      )
      return found.map((one) => one.ref)
    },
    async create(ref) {
      await github.request('POST /repos/{owner}/{repo}/git/refs', { ...repository, ref, sha: commit })
    },
    async remove(name) {
      const ref = name.replace(/^refs\//, '')
      await github.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...repository, ref })
    },
  }
}
