export { planMatrix } from './plan.js';
export { referenceFindings, reportReferences } from './references-report.js';
export { pinnedDigest, wantedReferences } from './references.js';
export { renderTable } from './render.js';
export { reportMatrix } from './report.js';
export { checkedOut, knownRepository } from './repository.js';
export { memberRelease, toldImages, toldVersions } from './told.js';
