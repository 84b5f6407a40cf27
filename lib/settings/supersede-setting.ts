import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Setting } from './setting'
import { definitionOf, isSettingKey } from './setting-keys'
import { maySet } from './setting-policy'
import { parseValue, typingHint } from './setting-rules'
import type { SupersedeSettingInput } from './setting-schema'
import { endSetting, findSettings, insertSetting, lockKey } from './setting-store'

/** Sets a value from a day on; what stood before ends the day before and stays to be read (K1). Nothing is set for the past. */
export function supersedeSetting(ctx: Context, input: SupersedeSettingInput): Promise<Result<Setting>> {
  const { organisationId, key, from, source, verifiedOn } = input
  return transaction(async (tx) => {
    const decision = maySet(ctx.actor, organisationId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!isSettingKey(key) || (organisationId !== null && definitionOf(key).setBy !== 'payer'))
      return refuse({ kind: 'not-found' })
    const value = parseValue(key, input.value)
    if (value === undefined) return invalidField('value', typingHint(key))
    const today = dayOf(ctx.now)
    if (from < today) return invalidField('from', 'It can count from today at the earliest')
    if (verifiedOn !== null && verifiedOn > today) return invalidField('verifiedOn', 'That day is still to come')
    await lockKey(tx, key, organisationId)
    const last = (await findSettings(tx, [key], organisationId))
      .filter((r) => r.organisationId === organisationId)
      .at(-1)
    if ((last?.id ?? '') !== input.seen) return refuse({ kind: 'stale' })
    if (last && from <= last.validFrom)
      return invalidField('from', `It must come after ${dayWords(last.validFrom)}, from when the last value counts`)
    if (last && !(await endSetting(tx, last.id, addDays(from, -1)))) return refuse({ kind: 'stale' })
    const setting = { id: newId(), organisationId, key, value, validFrom: from, validTo: null, source, verifiedOn }
    await insertSetting(tx, setting)
    await record(tx, ctx, {
      name: 'SettingSuperseded',
      about: { type: 'Setting', id: key },
      organisationId: organisationId ?? ctx.actor.organisationId,
      data: { settingId: setting.id, before: last?.id ?? null, from, verified: verifiedOn !== null, organisationId },
    })
    return ok(setting)
  })
}
