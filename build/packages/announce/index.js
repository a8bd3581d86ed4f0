export { planAnnouncement, reportAnnouncement } from './announce.js';
export { DeliveryInDoubt } from './channel.js';
export { githubRefs } from './github-refs.js';
export { mailSenders } from './mail.js';
export { deliveredTo, refReceipts } from './receipts.js';
export { readAnnouncement, requestedChannels } from './request.js';
export { openSlackChannel } from './slack-api.js';
export { slackWebhook } from './slack-webhook.js';
