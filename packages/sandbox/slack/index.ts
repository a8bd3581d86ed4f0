export { openSlack, type Slack, type SlackMessage, type SlackMetadata } from './slack.ts'
