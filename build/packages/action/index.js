export { defineAction, } from './definition.js';
export { choice, flag, integer, list, manifestInput, required, secret, text, tokenInput, } from './input.js';
export { renderMarkdown, renderSummary } from './markdown.js';
export { useProxyOf } from './proxy.js';
export { execute } from './run.js';
export { runOnRunner } from './runner.js';
export { Secrets } from './secrets.js';
