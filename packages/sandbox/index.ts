export type { Fault, FaultRule, Faults } from './faults.ts'
export type {
  CheckOutcome,
  CommitSeed,
  Conclusion,
  DispatchedRun,
  DispatchScript,
  GitHubSandbox,
  MergeMethod,
  PullRequestSeed,
  Push,
  PushReaction,
  ReleaseSeed,
  RepositorySeed,
  TagSeed,
} from './github/index.ts'
export { WorldStopped, type CrashPoint, type Ledger } from './ledger.ts'
export type { Mail, Mailbox } from './mail/index.ts'
export * from './registry/index.ts'
export type { LoggedRequest, RequestLog } from './requests.ts'
export type { Handler, SandboxRequest, SandboxResponse } from './exchange.ts'
export type { Slack, SlackMessage, SlackMetadata } from './slack/index.ts'
export type { WorldSnapshot } from './snapshot.ts'
export { openWorld, type World, type WorldOptions } from './world.ts'
