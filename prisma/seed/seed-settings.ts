import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '../generated/client'
import { firstSettingRows } from './first-settings'
import { fixedId } from './fixed-id'
import { payerSettings } from './payer-settings'

/** The first values of the authority's settings, none of them verified. What somebody has set already stays. */
export async function seedSettings(): Promise<void> {
  await db.setting.createMany({
    data: firstSettingRows().map(({ value, validFrom, ...row }) => ({
      ...row,
      value: value === null ? Prisma.JsonNull : value,
      validFrom: dateFromDay(validFrom),
    })),
    skipDuplicates: true,
  })
}

/** What the commissioners of the story have set for themselves, checked on the day on which it counts first. */
export async function seedPayerSettings(): Promise<void> {
  const from = dateFromDay('2020-01-01')
  await db.setting.createMany({
    data: payerSettings.map(({ payer, key, value, source }) => ({
      id: fixedId(`setting/${payer}/${key}`),
      organisationId: fixedId(payer),
      key,
      value: value ?? Prisma.JsonNull,
      source,
      validFrom: from,
      verifiedOn: from,
    })),
    skipDuplicates: true,
  })
}
