import { UserError } from '../plan/index.js'
import { nearest } from './nearest.js'
/** The component whose version is the train's version. */
export function leader(train) {
  const found = train.components.find((component) => component.leads)
  if (found === undefined) throw new Error(`train ${train.id} was made without a leading component`)
  return found
}
/**
 * The component or external project that a person named, by id (`operator`) or by name (`CodeFlare Operator`).
 *
 * @param what names the input or file in which the name was given, for the error.
 * @throws UserError with the nearest name when there is none.
 */
export function findMember(train, given, what) {
  const all = [...train.components, ...train.external]
  const wanted = given.trim().toLowerCase()
  const found = all.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
  if (found !== undefined) return found
  const close = nearest(
    given,
    all.flatMap(({ id, name }) => [id, name]),
  )
  throw new UserError(`${what}: “${given}” is no component of the train “${train.id}”.`, {
    advice: `${close === null ? '' : `Did you mean “${close}”? `}${train.file} knows: ${all.map(({ id }) => id).join(', ')}.`,
  })
}
/** The component that a person named; as `findMember`, for what only a component can answer. */
export function findComponent(train, given, what) {
  const found = findMember(train, given, what)
  if (isComponent(found)) return found
  throw new UserError(`${what}: “${given}” is an external project; the train adopts its releases and makes none.`, {
    advice: `Components of ${train.file}: ${train.components.map(({ id }) => id).join(', ')}.`,
  })
}
export function isComponent(of) {
  return 'leads' in of
}
