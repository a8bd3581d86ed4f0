import { main } from './index.js'
await main('gen-bundle')
