import 'server-only'
import { catalogueStamp } from './keep-read-model'

/**
 * What is read once as long as nobody tells of a change of the catalogue, the national reference or the facts of assurance, by
 * however many at once. For pages: what decides reads in its own transaction. Where the catalogue is not in memory nobody would
 * tell, so it is read each time. What changes while it is read is told after that, and then it is read anew.
 */
export function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { stamp: string; value: Promise<T> } | undefined
  return () => {
    const stamp = catalogueStamp()
    if (stamp !== undefined && kept?.stamp === stamp) return kept.value
    const value = read()
    const own = stamp === undefined ? undefined : { stamp, value }
    kept = own
    // What failed is asked for again; who waits for it is told.
    value.catch(() => {
      if (kept === own) kept = undefined
    })
    return value
  }
}
