import { z } from 'zod'
import type { PortfolioLine } from './portfolio'
import { type Stage, stages } from './stage-rules'

const stageNames = Object.keys(stages) as [Stage, ...Stage[]]

/** The address is the whole state of the view; what it does not understand it ignores. */
export const portfolioFilter = z.object({
  stage: z.enum(stageNames).optional().catch(undefined),
  supplier: z.uuid().optional().catch(undefined),
  late: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((late) => late === 'yes'),
})
export type PortfolioFilter = z.infer<typeof portfolioFilter>

/** Those that the filter leaves. Ended switches are shown only where their stage is asked for. */
export function filtered(lines: PortfolioLine[], { stage, supplier, late }: PortfolioFilter): PortfolioLine[] {
  return lines.filter(
    (line) =>
      (stage ? line.stage === stage : line.stage !== 'ended') &&
      (!supplier || line.suppliers.includes(supplier)) &&
      (!late || line.late.length > 0),
  )
}
