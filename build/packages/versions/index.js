export { judgeCommits, strongestBump } from './bump.js'
export { Checkout } from './checkout/checkout.js'
export { commitTime } from './checkout/commit-time.js'
export { pushFloatingTag, pushTag } from './checkout/push-tag.js'
export { checkoutTarget } from './checkout/target.js'
export { readMessage } from './commit-message.js'
export { floatingTags } from './floating-tags.js'
export { decideBuild } from './next-build.js'
export { decideVersion } from './next-version.js'
export { cutNotes, LONGEST_RELEASE_BODY, renderNotes } from './notes.js'
export { compareLines, formatLine, lineOf, lineOfBranch, parseReleaseLine } from './release-line.js'
export { releaseBody, reportDecision } from './report.js'
export { isRefName, TagTemplate, templateFromPrefix } from './tag-template.js'
export {
  compareVersions,
  highest,
  isPrerelease,
  isVersion,
  parsePrereleaseId,
  parseRelease,
  parseVersion,
  parts,
  readVersion,
  releaseOf,
  suggestVersion,
  versionOf,
} from './version.js'
export { edited, referenceEdits, releasedImages, releaseEdits } from './edit.js'
export { placeOf, problem } from './forms/form.js'
export { kindOf, tagOf } from './forms/kind.js'
export { markdownBlocks } from './forms/markdown.js'
export { versionColumn } from './forms/markdown-table.js'
export { imageParts, imageText } from './forms/value.js'
export { mentions, occurrences, sourceOf } from './occurrence.js'
export { planUpdate, readSource } from './update.js'
