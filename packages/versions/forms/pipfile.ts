import type { Form } from './form.ts'
import { isVersionField } from './pyproject.ts'
import { normalized, pinned } from './requirement.ts'
import { tomlStrings } from './toml.ts'

/**
 * A dependency in a Pipfile: `codeflare-sdk = "==0.14.0"`, also as a table (`{version = "==0.14.0"}`, `{git = …, ref =
 * "v0.14.0"}`), in `[packages]`, `[dev-packages]` and any other group. An operator in front stays.
 *
 * Source: pipenv.pypa.io, "Pipfile & Pipfile.lock".
 */
export const pipfile: Form = {
  name: 'pipfile',
  matches: 'many',
  spelling: 'bare',
  keyNames: 'package',
  find(source, key) {
    return tomlStrings(source).flatMap(({ path, start, end }) => {
      const [group, name, field] = path
      const isPackage = !['source', 'requires', 'pipenv', 'scripts'].includes(String(group))
      const isNamed = typeof name === 'string' && normalized(name) === normalized(key)
      const isVersion = (field === undefined || typeof field === 'string') && isVersionField(field)
      return isPackage && isNamed && isVersion ? [pinned(source, { start, end }, key)] : []
    })
  },
}
