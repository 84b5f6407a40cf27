import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { wholeLifePence } from '../call-offs/call-off-rules'
import { findCallOff } from '../call-offs/call-off-store'
import { standingOf } from './notice-rules'
import { readNoticeFigures } from './read-notice-figures'

/** Whether the whole life of this order reaches the threshold of its payer (Procurement Act 2023, Schedule 1). @returns a refusal where a setting is missing. */
export async function isAboveThreshold(tx: Tx, ctx: Context, callOffId: string): Promise<Result<boolean>> {
  const callOff = await findCallOff(tx, callOffId)
  if (!callOff) return ok(false)
  const read = await readNoticeFigures(tx, ctx, callOff.payerId)
  return read.ok ? ok(standingOf(wholeLifePence(callOff), read.value.figures) === 'above') : read
}
