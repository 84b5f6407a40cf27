import 'server-only'
import { z } from 'zod'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Tool } from '@/lib/reconciliation/report'
import { toolSchema } from '@/lib/reconciliation/report-schema'
import { listedTools } from './report-intake-rules'

/** The authority's list of checkers in force on that day: its setting `reconciliation.tools`, or the list released with the portal. */
export async function findListedTools(tx: Tx, today: Day): Promise<Tool[]> {
  const day = dateFromDay(today)
  const row = await tx.setting.findFirst({
    where: {
      key: 'reconciliation.tools',
      organisationId: null,
      verifiedOn: { not: null },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    orderBy: { validFrom: 'desc' },
    select: { value: true },
  })
  return row ? z.array(toolSchema).parse(row.value) : listedTools
}
