export {
  type AnnouncementPlan,
  type Channels,
  type Delivery,
  type InDoubt,
  planAnnouncement,
  reportAnnouncement,
  type Skipped,
} from './announce.ts'
export { type Announcement, DeliveryInDoubt, type Receipt, type Sender } from './channel.ts'
export { githubRefs } from './github-refs.ts'
export { mailSenders } from './mail.ts'
export { deliveredTo, type DeliveryState, type Receipts, type RefNames, refReceipts } from './receipts.ts'
export { type ChannelName, readAnnouncement, requestedChannels } from './request.ts'
export { openSlackChannel, type SlackChannel } from './slack-api.ts'
export { slackWebhook } from './slack-webhook.ts'
