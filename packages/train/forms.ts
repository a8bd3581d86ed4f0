import type { FormName } from '../versions/index.ts'

/** What `key` names in each form; complete and correct by its type, so that it follows packages/versions. */
export const FORM_KEYS: Readonly<Record<FormName, string>> = {
  makefile: 'the variable',
  'go-mod': 'the module',
  'go-work': 'the module',
  'kustomize-ref': 'the address without scheme and `?ref=`',
  'kustomize-image': 'the `name` of the image',
  'kustomize-patch': 'the `path` of the JSON patch',
  'params-env': 'the name before `=`, or the image',
  'yaml-image': 'the image',
  yaml: 'a JSON Pointer: `/spec/version`',
  imagestream: 'the image, or the ImageStream',
  'annotation-json': 'annotation and entry: `opendatahub.io/notebook-software#Python`',
  'helm-values': 'the image, or a JSON Pointer',
  'helm-chart': '`version`, `appVersion`, or the dependency',
  csv: '`version`, or `replaces`',
  dockerfile: 'the argument, or the image',
  'go-const': 'the constant',
  'python-const': 'the constant',
  pyproject: 'the dependency, or `version`',
  requirements: 'the package',
  pipfile: 'the package',
  'version-file': 'nothing: the file holds only a version',
  json: 'a JSON Pointer: `/dependencies/left-pad`',
  'markdown-table': 'the first cell of the row',
  regex: 'a JavaScript regular expression with one capture group',
}
