/** Runs one of our actions from its sources, as `dist/NAME.js` does: `node run-action.ts NAME`. */
import { main } from '../../../actions/main.ts'

await main(process.argv[2] ?? '')
