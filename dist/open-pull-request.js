import { main } from './index.js'
await main('open-pull-request')
