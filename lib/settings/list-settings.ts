import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Setting } from './setting'
import { definitionOf, isSettingKey, keysOf, type SettingKey } from './setting-keys'
import { mayReadSettings, maySet } from './setting-policy'
import { settingOn } from './setting-rules'
import { findSettings } from './setting-store'

/** What counts today for a key. A value that its setter has not verified is hidden from everybody else (K3). */
export type SettingNow = { key: SettingKey; now: Setting | undefined; own: boolean; hidden: boolean }

/** The settings of the authority (null) or of a payer, as they count today; undefined for who may not read them. */
export async function listSettings(ctx: Context, organisationId: string | null): Promise<SettingNow[] | undefined> {
  if (!mayReadSettings(ctx.actor, organisationId)) return undefined
  const keys = keysOf(organisationId === null ? 'authority' : 'payer')
  const rows = await findSettings(db, keys, organisationId)
  const isSetter = maySet(ctx.actor, organisationId).allowed
  return keys.map((key) => {
    const now = settingOn(rows, key, organisationId, dayOf(ctx.now))
    const hidden = now !== undefined && now.verifiedOn === null && !isSetter
    return { key, now: hidden ? undefined : now, own: now?.organisationId === organisationId, hidden }
  })
}

/** One key with everything that was ever set, newest first; undefined for who may not read it or where there is no such key. */
export async function getSetting(ctx: Context, organisationId: string | null, key: string) {
  if (!isSettingKey(key) || !mayReadSettings(ctx.actor, organisationId)) return undefined
  if (organisationId !== null && definitionOf(key).setBy !== 'payer') return undefined
  const rows = await findSettings(db, [key], organisationId)
  const decision = maySet(ctx.actor, organisationId)
  const shown = rows.filter((row) => decision.allowed || row.verifiedOn !== null)
  const now = settingOn(rows, key, organisationId, dayOf(ctx.now))
  return {
    key,
    decision,
    now: shown.find((row) => row.id === now?.id),
    history: shown.filter((row) => row.organisationId === organisationId).toReversed(),
    inherited: shown.filter((row) => row.organisationId === null && organisationId !== null).toReversed(),
  }
}
