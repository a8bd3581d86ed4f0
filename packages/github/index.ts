export { AnswerCache } from './answer-cache.ts'
export { readBlobs } from './archive.ts'
export { awaitRun, type RunWait } from './await-run.ts'
export { GitHub, type GitHubOptions, orAbsent } from './client.ts'
export { type OwnersRule, ownersOf, parseCodeowners, readCodeowners } from './codeowners.ts'
export {
  commitFiles,
  differing,
  type FileModes,
  type FilesCommit,
  type FileSet,
  inParts,
  wantedDigest,
} from './commit-files.ts'
export { type BranchCommit, commitOnBranch } from './commit-on-branch.ts'
export { commitsSince, compare, type CommitInfo, type Comparison, newestCommits, resolveCommit } from './commits.ts'
export { type FirstContribution, firstContributions } from './contributors.ts'
export { blobName, fileAt, type FileEntry, listFiles, readBlob } from './contents.ts'
export { type DispatchedRun, dispatchOnce, type DispatchWish } from './dispatch.ts'
export { draftOn } from './draft.ts'
export { RequestRefused, RequestUnanswered } from './errors.ts'
export { type FailedJob, failedJobs } from './failed-jobs.ts'
export { RepositoryHistory } from './history.ts'
export { type ForkPlan, planFork } from './forks.ts'
export { accountIdentity, type Identity, signOff, signOffLine } from './identity.ts'
export { type OneCommit, oneCommit, readCommit } from './one-commit.ts'
export { autoMerge, waitUntilMerged, type Waiting } from './merging.ts'
export { proposalBody, proposalFiles, reportProposal } from './proposal-inputs.ts'
export { declinedProposal, type Proposal, type ProposalPlan, type Proposed, planProposal } from './propose.ts'
export { firstLine, FollowedIssue, type IssuePlace, type IssueText, type IssueWish } from './followed-issue.ts'
export { changedPaths, type Issue, isAssignable, labelledIssues } from './issues.ts'
export { FollowedPull, type PullText } from './followed-pull.ts'
export { findPull, type PullPlace, type PullRequest, type PullState } from './pulls.ts'
export { branchHead, createBranch, createRef, listTags, moveRef, peel, type RefObject, tagCommit } from './refs.ts'
export { findRelease, planRelease, type Release, type ReleasePlan, type ReleaseWish } from './releases.ts'
export {
  fullName,
  getRepository,
  type MergeMethod,
  parseRepository,
  type Repository,
  type RepositoryName,
} from './repository.ts'
export { type RunPlace, runPlace } from './run-place.ts'
export { settling } from './settling.ts'
export { createTag, floatTag } from './tags.ts'
export { planTracking, type Tracking } from './tracking-issue.ts'
export { type DispatchInterface, parseDispatchInterface, readDispatchInterface } from './workflow-file.ts'
export { conclusionWords, waitingWords, type WorkflowRun } from './workflow-runs.ts'
