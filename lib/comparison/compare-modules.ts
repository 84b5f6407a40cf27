import 'server-only'
import { listStandardValues } from '@/lib/assurance/list-standard-values'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import type { ModuleView } from '@/lib/catalogue/module-view'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { type ComparedFor, type ComparisonLine, fewestCompared, mostCompared } from './comparison'
import { comparisonLines } from './comparison-rules'
import { type Bundle, bundleOf } from './get-bundle'

export type Comparison = { modules: ModuleView[]; lines: ComparisonLine[]; bundle: Bundle | undefined }

/** Two to eight published modules side by side, for everybody (CMP-1). Ids that cannot be read count as left out. */
export async function compareModules(
  ctx: Context,
  ids: string[],
  asked: ComparedFor,
  tx?: Tx,
): Promise<Result<Comparison>> {
  const chosen = [...new Set(ids)]
  if (chosen.length > mostCompared) return invalidField('m', `Choose at most ${mostCompared} modules to compare`)
  const modules = await listModules(ctx, chosen, tx)
  const names = await getReferenceNames(ctx.actor)
  if (modules.length < fewestCompared) return invalidField('m', `Choose at least ${fewestCompared} modules to compare`)
  const standards = await listStandardValues(
    ctx,
    modules.map((m) => m.moduleVersionId),
    tx,
  )
  const bundle = await bundleOf(ctx, modules, names, tx)
  return ok({ modules, lines: comparisonLines(modules, names, asked, standards), bundle })
}
