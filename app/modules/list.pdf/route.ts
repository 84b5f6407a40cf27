import { modulesPdf, mostPrinted } from '@/lib/catalogue/module-file'
import { parseAddress } from '@/lib/catalogue/module-filter-rules'
import { searchModules } from '@/lib/catalogue/search-modules'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'

/** The list of the same address to read or print: its first 100 modules (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  const found = await searchModules(ctx, { ...parseAddress(request.url).filter, page: 1 }, mostPrinted)
  return pdfAnswer('modules.pdf', await pdfDocument(modulesPdf(found, dayOf(ctx.now)), ctx.now))
}
