import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Setting } from './setting'
import { definitionOf, isSettingKey } from './setting-keys'
import { maySet } from './setting-policy'
import type { SupersedeSettingInput } from './setting-schema'
import { findSettings, lockKey } from './setting-store'
import { writeSetting } from './write-setting'

/** Sets a value from a day on; what stood before ends the day before and stays to be read (K1). Nothing is set for the past. */
export function supersedeSetting(ctx: Context, { seen, ...input }: SupersedeSettingInput): Promise<Result<Setting>> {
  const { organisationId, key } = input
  return transaction(async (tx) => {
    const decision = maySet(ctx.actor, organisationId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!isSettingKey(key) || (organisationId !== null && definitionOf(key).setBy !== 'payer'))
      return refuse({ kind: 'not-found' })
    await lockKey(tx, key, organisationId)
    const last = (await findSettings(tx, [key], organisationId))
      .filter((r) => r.organisationId === organisationId)
      .at(-1)
    if ((last?.id ?? '') !== seen) return refuse({ kind: 'stale' })
    return writeSetting(tx, ctx, { ...input, key }, last)
  })
}
