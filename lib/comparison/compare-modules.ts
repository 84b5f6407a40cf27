import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import type { ModuleView } from '@/lib/catalogue/module-view'
import type { Context } from '@/lib/platform/context'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { type ComparisonLine, comparisonLines, fewestCompared, mostCompared } from './comparison-rules'
import { type Bundle, bundleOf } from './get-bundle'

export type Comparison = { modules: ModuleView[]; lines: ComparisonLine[]; bundle: Bundle | undefined }

/** Two to eight published modules side by side, for everybody (CMP-1). Ids that cannot be read count as left out. */
export async function compareModules(
  ctx: Context,
  ids: string[],
  patients: number | null,
): Promise<Result<Comparison>> {
  const asked = [...new Set(ids)]
  if (asked.length > mostCompared) return invalidField('m', `Choose at most ${mostCompared} modules to compare`)
  const [modules, names] = await Promise.all([listModules(ctx, asked), getReferenceNames(ctx.actor)])
  if (modules.length < fewestCompared) return invalidField('m', `Choose at least ${fewestCompared} modules to compare`)
  return ok({ modules, lines: comparisonLines(modules, names, patients), bundle: await bundleOf(ctx, modules, names) })
}
