import type { GitHub } from './client.ts'

/** The account of the token; also for apps and the default token, which may not ask for `GET /user`. */
export async function viewerLogin(github: GitHub): Promise<string> {
  const { viewer } = await github.graphql<{ readonly viewer: { readonly login: string } }>(
    'viewer',
    'query { viewer { login } }',
    {},
  )
  return viewer.login
}

/**
 * The `Signed-off-by` line that fits the commits of an account's token: GitHub gives them that account as author,
 * and the DCO check compares with the author.
 */
export async function signOff(github: GitHub, login: string): Promise<string> {
  const { data } = await github.request('GET /users/{username}', { username: login })
  return `Signed-off-by: ${data.name ?? data.login} <${data.id}+${data.login}@users.noreply.github.com>`
}
