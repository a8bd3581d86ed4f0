/**
 * Property tests draw new cases at each run, so that every `npm test` anywhere looks a little further. A gate must judge the
 * change and not its luck: with `FAST_CHECK_SEED` set, as `.ci/run` sets it, everybody draws the same cases.
 */
const seed = process.env['FAST_CHECK_SEED'] ?? ''
if (seed !== '') {
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`FAST_CHECK_SEED is “${seed}”, not a number of at most nine digits`)
  // Loaded here alone: most test files draw nothing.
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ seed: Number(seed) })
}
