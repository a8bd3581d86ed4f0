export { apply } from './apply.js';
export { describePlan } from './change.js';
export { ReportedError, ServiceError, UserError } from './errors.js';
export { code, codeBlock, details, heading, link, list, markdown, mermaid, paragraph, table, } from './report.js';
export { displayWidth } from './width.js';
export { contentDigest, Workspace } from './workspace.js';
