import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Setting, SettingValue } from './setting'
import { isSettingKey, type SettingKey } from './setting-keys'

const shape = {
  id: true,
  organisationId: true,
  key: true,
  value: true,
  validFrom: true,
  validTo: true,
  source: true,
  verifiedOn: true,
} as const
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.setting.findUnique({ where: { id }, select: shape })

const toSetting = (row: Row): Setting => ({
  ...row,
  key: row.key as SettingKey,
  value: row.value as SettingValue,
  validFrom: dayFromDate(row.validFrom),
  validTo: row.validTo && dayFromDate(row.validTo),
  verifiedOn: row.verifiedOn && dayFromDate(row.verifiedOn),
})

/** The rows of these keys, the authority's and this payer's, oldest first. */
export async function findSettings(tx: Tx, keys: SettingKey[], payerId: string | null): Promise<Setting[]> {
  // Every command asks it: prepared, it costs a fifth of what the client makes of it.
  const rows = await tx.$queryRaw<Row[]>`
    select id, "organisationId", key, value, "validFrom", "validTo", source, "verifiedOn" from "Setting"
    where key = any(${keys}) and ("organisationId" is null or "organisationId" = ${payerId}::uuid) order by "validFrom"`
  return rows.filter((row) => isSettingKey(row.key)).map(toSetting)
}

/** The values of a key that count on a day, of every owner. */
export async function findInForce(tx: Tx, key: SettingKey, on: Day): Promise<SettingValue[]> {
  const day = dateFromDay(on)
  const rows = await tx.setting.findMany({
    where: { key, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    select: { value: true },
  })
  return rows.map((row) => row.value as SettingValue)
}

/** Two who set the same key wait for each other, so that the second sees what the first has set. */
export async function lockKey(tx: Tx, key: SettingKey, organisationId: string | null): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`setting/${key}/${organisationId ?? ''}`}, 0))`
}

/** The only change that a row bears: its last day. */
export async function endSetting(tx: Tx, id: string, validTo: string): Promise<boolean> {
  return (
    (await tx.setting.updateMany({ where: { id, validTo: null }, data: { validTo: dateFromDay(validTo) } })).count === 1
  )
}

export async function insertSetting(
  tx: Tx,
  { value, validFrom, validTo, verifiedOn, ...rest }: Setting,
): Promise<void> {
  await tx.setting.create({
    data: {
      ...rest,
      value: value === null ? Prisma.JsonNull : value,
      validFrom: dateFromDay(validFrom),
      validTo: validTo && dateFromDay(validTo),
      verifiedOn: verifiedOn && dateFromDay(verifiedOn),
    },
    select: { id: true },
  })
}
