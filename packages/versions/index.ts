export { type Bump, type JudgedCommit, judgeCommits, strongestBump } from './bump.ts'
export { Checkout } from './checkout/checkout.ts'
export { commitTime } from './checkout/commit-time.ts'
export { pushFloatingTag, pushTag } from './checkout/push-tag.ts'
export { type CheckoutTarget, checkoutTarget } from './checkout/target.ts'
export { type Commit, type CommitMessage, readMessage } from './commit-message.ts'
export { floatingTags } from './floating-tags.ts'
export type { History, VersionRequest } from './history.ts'
export { decideBuild } from './next-build.ts'
export { decideVersion, type VersionDecision } from './next-version.ts'
export { cutNotes, LONGEST_RELEASE_BODY, type Newcomer, type NotesPlace, renderNotes } from './notes.ts'
export { compareLines, formatLine, lineOf, lineOfBranch, parseReleaseLine, type ReleaseLine } from './release-line.ts'
export { type NotesSource, releaseBody, reportDecision } from './report.ts'
export { isRefName, type ReadTag, TagTemplate, templateFromPrefix } from './tag-template.ts'
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
  type Version,
  versionOf,
} from './version.ts'
export { type Digests, type Edit, edited, referenceEdits, releasedImages, releaseEdits } from './edit.ts'
export { type Form, type ImageParts, literally, placeOf, problem, type Source } from './forms/form.ts'
export type { FormName } from './forms/form-name.ts'
export { loadForm } from './forms/index.ts'
export { type Kind, kindOf, type Release, tagOf } from './forms/kind.ts'
export type { Cell, CellLink, MarkdownBlock, MarkdownTable } from './forms/markdown.ts'
export { versionColumn } from './forms/version-column.ts'
export { readMarkdown } from './markdown.ts'
export { imageParts, imageText } from './forms/value.ts'
export { mentions, type Occurrence, occurrences, sourceOf } from './occurrence.ts'
export { planUpdate, readSource, type Update, type Wanted } from './update.ts'
