import { Findings } from '../findings.js'
import { checkContents } from './contents.js'
import { checkDefinitions } from './crd.js'
import { checkCsv } from './csv.js'
import { checkFormat } from './format.js'
import { checkGoodPractices } from './good-practices.js'
import { loadBundle } from './load.js'
import { checkObjects } from './objects.js'
import { checkOperatorHub } from './operator-hub.js'
import { checkRemovedApis } from './removed-apis.js'
/** All that `operator-sdk bundle validate --select-optional suite=operatorframework` says, with the places. */
export function operatorSdkFindings(directory, sdk, kubernetes) {
  const findings = new Findings('operator-sdk')
  const bundle = loadBundle(directory, findings)
  if (bundle === null) return findings.all
  checkFormat(directory, bundle.mediaType, findings)
  if (bundle.mediaType !== 'helm+v0') {
    checkObjects(bundle, sdk, findings)
    checkContents(bundle, findings)
    checkCsv(bundle, sdk, findings)
    checkDefinitions(bundle, findings)
  }
  checkOperatorHub(bundle, sdk, findings)
  checkRemovedApis(bundle, kubernetes, findings)
  checkGoodPractices(bundle, findings)
  return findings.all
}
