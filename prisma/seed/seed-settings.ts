import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { Prisma } from '../generated/client'
import { firstSettingRows } from './first-settings'

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
