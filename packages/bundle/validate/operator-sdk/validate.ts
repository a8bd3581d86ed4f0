import type { BundleDirectory } from '../bundle-files.ts'
import { Findings } from '../findings.ts'
import { checkContents } from './contents.ts'
import { checkDefinitions } from './crd.ts'
import { checkCsv } from './csv.ts'
import { checkFormat } from './format.ts'
import { checkGoodPractices } from './good-practices.ts'
import { loadBundle } from './load.ts'
import { checkObjects } from './objects.ts'
import { checkOperatorHub } from './operator-hub.ts'
import { checkRemovedApis } from './removed-apis.ts'
import type { OperatorSdk } from './rule-set.ts'

/** All that `operator-sdk bundle validate --select-optional suite=operatorframework` says, with the places. */
export function operatorSdkFindings(directory: BundleDirectory, sdk: OperatorSdk, kubernetes: string): Findings['all'] {
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
