import { goConst, pythonConst } from './constants.ts'
import { dockerfile } from './dockerfile.ts'
import { paramsEnv } from './env.ts'
import type { FormSpec } from './form.ts'
import { goMod } from './go-mod.ts'
import { json } from './json.ts'
import { imagestream, yamlImage } from './kubernetes.ts'
import { kustomizeImage, kustomizeRef } from './kustomize.ts'
import { makefile } from './makefile.ts'
import { markdownTable } from './markdown-table.ts'
import { pyproject } from './pyproject.ts'
import { regex } from './regex.ts'
import { versionFile } from './version-file.ts'

/** The ways in which a version is written in a file, by the name that a manifest gives them. */
export const FORM_SPECS = {
  makefile,
  'go-mod': goMod,
  'kustomize-ref': kustomizeRef,
  'kustomize-image': kustomizeImage,
  'params-env': paramsEnv,
  'yaml-image': yamlImage,
  imagestream,
  dockerfile,
  'go-const': goConst,
  'python-const': pythonConst,
  pyproject,
  'version-file': versionFile,
  json,
  'markdown-table': markdownTable,
  regex,
} satisfies Record<string, FormSpec>

export type FormName = keyof typeof FORM_SPECS
