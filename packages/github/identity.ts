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

/** Who a commit is by. */
export interface Identity {
  readonly name: string
  readonly email: string
}

/** The token’s account as GitHub makes it the author of commits, with the address that does not tell the private one. */
export async function accountIdentity(github: GitHub, login?: string): Promise<Identity> {
  const { data } = await github.request('GET /users/{username}', { username: login ?? (await viewerLogin(github)) })
  return { name: data.name ?? data.login, email: `${data.id}+${data.login}@users.noreply.github.com` }
}

/**
 * The `Signed-off-by` line that fits the commits of an account's token: GitHub gives them that account as author,
 * and the DCO check compares with the author.
 */
export async function signOff(github: GitHub, login?: string): Promise<string> {
  return signOffLine(await accountIdentity(github, login))
}

/** The trailer by which the author of a commit certifies its origin (developercertificate.org). */
export function signOffLine({ name, email }: Identity): string {
  return `Signed-off-by: ${name} <${email}>`
}
