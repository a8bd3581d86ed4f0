/** The account of the token; also for apps and the default token, which may not ask for `GET /user`. */
export async function viewerLogin(github) {
  const { viewer } = await github.graphql('viewer', 'query { viewer { login } }', {})
  return viewer.login
}
/**
 * The `Signed-off-by` line that fits the commits which this token makes: GitHub gives them the token's account as author,
 * and the DCO check compares with the author.
 */
export async function signOff(github) {
  const { data } = await github.request('GET /users/{username}', { username: await viewerLogin(github) })
  return `Signed-off-by: ${data.name ?? data.login} <${data.id}+${data.login}@users.noreply.github.com>`
}
