import 'server-only'
import { catalogueStamp } from './keep-read-model'

/**
 * What is read once as long as nobody tells of a change of the catalogue or of the national reference. For pages: what decides
 * reads in its own transaction. Where the catalogue is not in memory nobody would tell, so it is read each time.
 */
export function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { stamp: string; value: T } | undefined
  return async () => {
    const stamp = catalogueStamp()
    if (stamp !== undefined && kept?.stamp === stamp) return kept.value
    const value = await read()
    // A change while it was read may be in it or not.
    kept = stamp !== undefined && stamp === catalogueStamp() ? { stamp, value } : undefined
    return value
  }
}
