import { goConst, pythonConst } from './constants.ts'
import { dockerfile } from './dockerfile.ts'
import { paramsEnv } from './env.ts'
import type { FormName } from './form-name.ts'
import type { Form } from './form.ts'
import { goMod, goWork } from './go-mod.ts'
import { makefile } from './makefile.ts'
import { pipfile } from './pipfile.ts'
import { pyproject } from './pyproject.ts'
import { regex } from './regex.ts'
import { requirements } from './requirements.ts'
import { versionFile } from './version-file.ts'

const LIGHT: readonly Form[] = [
  makefile,
  goMod,
  goWork,
  paramsEnv,
  dockerfile,
  goConst,
  pythonConst,
  pyproject,
  requirements,
  pipfile,
  versionFile,
  regex,
]

/**
 * A form by its name. Those that need a parser of YAML or Markdown are loaded when they are asked for: an action that
 * reads a Makefile does not start with both.
 */
export async function loadForm(name: FormName): Promise<Form> {
  const light = LIGHT.find((form) => form.name === name)
  if (light !== undefined) return light
  if (name === 'markdown-table') return (await import('./markdown-table.ts')).markdownTable
  const { YAML_FORMS } = await import('./yaml-forms.ts')
  const found = YAML_FORMS.find((form) => form.name === name)
  if (found === undefined) throw new RangeError(`there is no form “${name}”`)
  return found
}
