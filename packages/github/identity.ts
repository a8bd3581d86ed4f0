import type { GitHub } from './client.ts'

/**
 * The `Signed-off-by` line that fits the commits which this token makes: GitHub gives them the token's account as
 * author, and the DCO check compares with the author. Works for people, apps and the default token
 * (`github-actions[bot]`), which may not ask for `GET /user`.
 */
export async function signOff(github: GitHub): Promise<string> {
  const { viewer } = await github.graphql<{ readonly viewer: { readonly login: string } }>(
    'viewer',
    'query { viewer { login } }',
    {},
  )
  const { data } = await github.request('GET /users/{username}', { username: viewer.login })
  const name = data.name ?? data.login
  return `Signed-off-by: ${name} <${data.id}+${data.login}@users.noreply.github.com>`
}
