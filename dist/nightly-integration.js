import { main } from './index.js'
await main('nightly-integration')
