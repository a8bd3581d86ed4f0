import { goConst, pythonConst } from './constants.js'
import { dockerfile } from './dockerfile.js'
import { paramsEnv } from './env.js'
import { goMod } from './go-mod.js'
import { json } from './json.js'
import { imagestream, yamlImage } from './kubernetes.js'
import { kustomizeImage, kustomizeRef } from './kustomize.js'
import { makefile } from './makefile.js'
import { markdownTable } from './markdown-table.js'
import { pyproject } from './pyproject.js'
import { regex } from './regex.js'
import { versionFile } from './version-file.js'
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
}
