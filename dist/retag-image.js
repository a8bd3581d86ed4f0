import { main } from './index.js'
await main('retag-image')
