import { main } from './index.js'
await main('semver-tag')
