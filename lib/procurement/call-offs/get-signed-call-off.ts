import type { Tx } from '@/lib/platform/db'
import type { SignedCallOff } from './signed-call-off'

/** The terms of a call-off that both sides signed; undefined where it does not exist or is not signed. */
export async function getSignedCallOff(_tx: Tx, _id: string): Promise<SignedCallOff | undefined> {
  return undefined
}
