import { z } from 'zod'
import { patientsOf } from '@/lib/catalogue/module-filter-rules'
import { termOf } from '@/lib/catalogue/prices/calculator-rules'
import { comparedIds } from '../comparison-address'
import { savedTexts } from '../saved-texts-schema'

/** The form under a comparison: its texts, and the address of what is shown. */
export const saveComparisonInput = z
  .object({
    ...savedTexts,
    m: z.string().max(1_000),
    n: z.string().max(20).default(''),
    term: z.string().max(20).default(''),
  })
  .transform(({ m, n, term, ...texts }) => ({
    ...texts,
    moduleIds: comparedIds(m),
    patients: patientsOf(n),
    term: termOf(term),
  }))

export type SaveComparison = z.infer<typeof saveComparisonInput>
