export { openSlack, type Slack } from './slack.ts'
export type { SlackMessage, SlackMetadata } from './state.ts'
