import type { SandboxResponse } from '../../exchange.ts'
import type { GitHub } from '../github.ts'
import { ApiError, Fields } from '../http.ts'
import type { Links } from '../links.ts'
import { execute, type GraphQlObject } from './execute.ts'
import { mutations } from './mutations.ts'
import { Schema, text, unresolved } from './schema.ts'

/** Answers POST /api/graphql: 200 with `data` and `errors`, whatever goes wrong inside. */
export async function graphqlEndpoint(
  github: GitHub,
  links: Links,
  login: string | undefined,
  body: Buffer,
): Promise<SandboxResponse> {
  if (login === undefined) throw new ApiError(401, 'This endpoint requires you to be authenticated.')
  const fields = Fields.parse(body)
  const schema = new Schema(github, links)
  const result = await execute(
    {
      query: fields.string('query'),
      operationName: fields.optionalString('operationName'),
      variables: fields.record('variables'),
    },
    { query: queries(github, schema, login), mutation: mutations(github, schema, login) },
  )
  return { status: 200, body: result }
}

function queries(github: GitHub, schema: Schema, login: string): GraphQlObject {
  return {
    typeName: 'Query',
    viewer: schema.actor(login),
    repository: (args) => {
      const fullName = `${text(args, 'owner')}/${text(args, 'name')}`
      const repository = github.find(fullName)
      if (repository === undefined) throw unresolved(`a Repository with the name '${fullName}'`)
      return schema.repository(repository)
    },
    node: (args) => {
      const id = text(args, 'id')
      const node = schema.node(id)
      if (node === null) throw unresolved(`a node with the global id of '${id}'`)
      return node
    },
  }
}
