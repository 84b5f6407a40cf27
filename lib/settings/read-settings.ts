import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { SettingValue } from './setting'
import { definitionOf, type SettingKey } from './setting-keys'
import { settingOn } from './setting-rules'
import { findInForce, findSettings } from './setting-store'

/** What was read: the values by key, and the rows they came from, which belong into the evidence of what is decided by them (K1). */
export type Settings = {
  ids: string[]
  count: (key: SettingKey) => number
  pence: (key: SettingKey) => bigint
  /** Undefined where it is set to none. */
  penceOrNone: (key: SettingKey) => bigint | undefined
  text: (key: SettingKey) => string
  list: (key: SettingKey) => string[]
  /** Whether users may be shown it (K3). */
  isVerified: (key: SettingKey) => boolean
  /** Where the figure comes from, in its setter's words. */
  sourceOf: (key: SettingKey) => string
}

/** The settings of these keys for a payer at `ctx.now`. One that nobody has set is a refusal that names it and who sets it. */
export const readSettings = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  payerId: string | null,
  keys: SettingKey[],
): Promise<Result<Settings>> => readSettingsOn(tx, dayOf(ctx.now), payerId, keys)

/** The same for a query that is asked about a day. */
export async function readSettingsOn(
  tx: Tx,
  on: Day,
  payerId: string | null,
  keys: SettingKey[],
): Promise<Result<Settings>> {
  const rows = await findSettings(tx, keys, payerId)
  const found = new Map(keys.map((key) => [key, settingOn(rows, key, payerId, on)]))
  const missing = keys.find((key) => !found.get(key))
  if (missing) return refuse({ kind: 'conflict', because: missingWords(missing) })
  const value = (key: SettingKey): SettingValue => {
    const row = found.get(key)
    if (!row) throw new Error(`the setting ${key} was not asked for`)
    return row.value
  }
  return ok({
    ids: keys.map((key) => found.get(key)!.id),
    count: (key) => Number(value(key)),
    pence: (key) => BigInt(value(key) as string),
    penceOrNone: (key) => (value(key) === null ? undefined : BigInt(value(key) as string)),
    text: (key) => String(value(key)),
    list: (key) => (value(key) as (string | number)[]).map(String),
    isVerified: (key) => found.get(key)?.verifiedOn !== null,
    sourceOf: (key) => found.get(key)?.source ?? '',
  })
}

/** What counts on a day for a key, whoever has set it: how far a search for all payers must reach. */
export const listValuesInForce = (tx: Tx, key: SettingKey, on: Day): Promise<SettingValue[]> => findInForce(tx, key, on)

const missingWords = (key: SettingKey): string =>
  `“${definitionOf(key).words}” is not set. ${
    definitionOf(key).setBy === 'payer' ? 'A finance officer of the payer, or a curator,' : 'A curator of the authority'
  } must set it first.`
