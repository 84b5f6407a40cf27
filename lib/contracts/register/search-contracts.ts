import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { type Day, daysBetween } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { type RegisterFilter, registerPageSize } from './register-filter'
import { countByMonth, countRegister, findRegister, type RegisterRow } from './register-store'

export type RegisterLine = RegisterRow & { daysLeft: number }

/** One page of the contracts of the actor's organisations that answer the question. */
export async function searchContracts(
  actor: Actor,
  filter: RegisterFilter,
  page: number,
  today: Day,
): Promise<{ lines: RegisterLine[]; total: number; pages: number; page: number }> {
  const ids = organisationsOf(actor)
  const total = await countRegister(db, ids, filter)
  const pages = Math.max(1, Math.ceil(total / registerPageSize))
  const shown = Math.min(page, pages)
  const window = { limit: registerPageSize, offset: (shown - 1) * registerPageSize }
  const rows = await findRegister(db, ids, filter, window)
  return {
    lines: rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.noticeDate) })),
    total,
    pages,
    page: shown,
  }
}

/** The whole answer, for a download: at most 50,000 contracts. */
export const listForDownload = (actor: Actor, filter: RegisterFilter): Promise<RegisterRow[]> =>
  findRegister(db, organisationsOf(actor), filter, { limit: 50_000, offset: 0 })

/** How many notice dates of the actor's contracts fall into each month from today on. */
export const listNoticeMonths = (actor: Actor, today: Day) => countByMonth(db, organisationsOf(actor), today)
