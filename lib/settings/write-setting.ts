import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf, dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Setting } from './setting'
import { parseValue, typingHint } from './setting-rules'
import type { SupersedeSettingInput } from './setting-schema'
import { endSetting, insertSetting } from './setting-store'

type ToSet = Omit<SupersedeSettingInput, 'seen' | 'key'> & { key: Setting['key'] }

/** One value after the last one of its owner, whose key the caller has locked. Part of a greater act. */
export async function writeSetting(
  tx: Tx,
  ctx: Context,
  { organisationId, key, from, source, verifiedOn, value: typed }: ToSet,
  last: Setting | undefined,
): Promise<Result<Setting>> {
  const value = parseValue(key, typed)
  if (value === undefined) return invalidField('value', typingHint(key))
  const today = dayOf(ctx.now)
  if (from < today) return invalidField('from', 'It can count from today at the earliest')
  if (verifiedOn !== null && verifiedOn > today) return invalidField('verifiedOn', 'That day is still to come')
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
}
