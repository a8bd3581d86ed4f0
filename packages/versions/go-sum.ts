import type { Files } from '../plan/index.ts'
import type { Source } from './forms/form.ts'
import { goMod as form } from './forms/go-mod.ts'
import { occurrences } from './occurrence.ts'

/**
 * Whether go.sum, beside a go.mod, lacks the hash of one of these modules at the version that go.mod requires: then no
 * build accepts it before `go mod tidy` ran; null where there is no go.sum to ask.
 *
 * Source: go.dev/ref/mod, "go.sum files": `module version hash`.
 */
export async function needsTidy(workspace: Files, goMod: Source, modules: readonly string[]): Promise<boolean | null> {
  const sum = await workspace.read(goMod.file.replace(/go\.mod$/, 'go.sum'), 'go.sum')
  if (sum === null) return null
  const lines = String(sum)
  return modules.some((module) =>
    occurrences(goMod, form, module).some(({ value }) => !`\n${lines}`.includes(`\n${module} ${value} h1:`)),
  )
}
