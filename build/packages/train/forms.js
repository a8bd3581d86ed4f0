/** What `key` names in each form; complete and correct by its type, so that it follows packages/versions. */
export const FORM_KEYS = {
  makefile: 'the variable',
  'go-mod': 'the module',
  'kustomize-ref': 'the address without scheme and `?ref=`',
  'kustomize-image': 'the `name` of the image',
  'params-env': 'the name before `=`, or the image',
  'yaml-image': 'the image',
  imagestream: 'the image, or the ImageStream',
  dockerfile: 'the argument, or the image',
  'go-const': 'the constant',
  'python-const': 'the constant',
  pyproject: 'the dependency, or `version`',
  'version-file': 'nothing: the file holds only a version',
  json: 'a JSON Pointer: `/dependencies/left-pad`',
  'markdown-table': 'the first cell of the row',
  regex: 'a JavaScript regular expression with one capture group',
}
