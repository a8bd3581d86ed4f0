export { readLock } from './sync/lock.js'
export { reportFile } from './report/report-file.js'
export { listSteps, reportSync } from './report/report.js'
export { sync } from './sync/sync.js'
