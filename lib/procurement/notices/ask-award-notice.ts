import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff } from '../call-offs/call-off'
import { wholeLifePence } from '../call-offs/call-off-rules'
import { findNoticesOf } from './notice-obligation-store'
import { standingOf } from './notice-rules'
import { readNoticeFigures } from './read-notice-figures'

/** Whether the last signature may be given: above the threshold the award notice of these very terms is published first (UK6, section 50). */
export async function askAwardNotice(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<undefined>> {
  const read = await readNoticeFigures(tx, ctx, callOff.payerId)
  if (!read.ok) return read
  if (standingOf(wholeLifePence(callOff), read.value.figures) !== 'above') return ok(undefined)
  const notice = (await findNoticesOf(tx, callOff.id, 'UK6')).find(({ termsHash }) => termsHash === callOff.termsHash)
  return notice && notice.state !== 'drafted'
    ? ok(undefined)
    : refuse({
        kind: 'conflict',
        because:
          'The value is above the threshold: the payer must publish the contract award notice (UK6) before the last signature, and record where it can be read',
      })
}
