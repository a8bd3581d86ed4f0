import { paginate } from '../http.ts'
import { joining, open, param, reading, type Route, signed } from '../router.ts'
import { publicUser, simpleUser } from '../views/user.ts'
import { fullRepository, minimalRepository } from '../views/repository.ts'

export const repositoryRoutes: readonly Route[] = [
  open('GET', '/meta', async () => ({ status: 200, body: { verifiable_password_authentication: false } })),

  open('GET', '/rate_limit', async ({ github }) => {
    const core = github.rateLimit()
    return {
      status: 200,
      body: { resources: { core, search: github.rateLimit(0), graphql: github.rateLimit(0) }, rate: core },
    }
  }),

  signed('GET', '/user', async ({ links, login }) => ({ status: 200, body: publicUser(links, login) })),

  open('GET', '/users/{username}', async (call) => ({
    status: 200,
    body: publicUser(call.links, param(call, 'username')),
  })),

  reading('', async ({ github, links, repository, login }) => ({
    status: 200,
    body: fullRepository(github, links, repository, login),
  })),

  reading('/forks', async ({ github, request, links, repository }) => {
    const forks = github.repositories().filter(({ state }) => state.parent === repository.fullName)
    const { items, headers } = paginate(request, links.origin, forks)
    return { status: 200, headers, body: items.map((fork) => minimalRepository(links, fork)) }
  }),

  joining('POST', '/forks', async ({ github, links, repository, body, login }) => {
    const owner = body.optionalString('organization') ?? login
    const name = body.optionalString('name') ?? repository.name
    const { fork, created } = github.fork(repository, owner, name)
    if (created) github.record(fork, 'create fork')
    return { status: 202, body: fullRepository(github, links, fork, login) }
  }),

  reading('/collaborators/{username}/permission', async (call) => {
    const login = param(call, 'username')
    const { permissions } = fullRepository(call.github, call.links, call.repository, login)
    const permission = permissions.push ? 'write' : 'read'
    return {
      status: 200,
      body: {
        permission,
        role_name: permission,
        user: { ...simpleUser(call.links, login), permissions, role_name: permission },
      },
    }
  }),
]
