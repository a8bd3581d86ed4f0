import { annotationJson } from './annotation-json.ts'
import { csv } from './csv.ts'
import type { Form } from './form.ts'
import { helmChart, helmValues } from './helm.ts'
import { imagestream, yamlImage } from './kubernetes.ts'
import { kustomizeImage, kustomizePatch, kustomizeRef } from './kustomize.ts'
import { json, yaml } from './pointer.ts'

/** The forms that are read with a parser of YAML, which is loaded with them. */
export const YAML_FORMS: readonly Form[] = [
  kustomizeRef,
  kustomizeImage,
  kustomizePatch,
  yamlImage,
  yaml,
  imagestream,
  annotationJson,
  helmValues,
  helmChart,
  csv,
  json,
]
