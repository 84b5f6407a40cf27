import { modulesTable, mostDownloaded } from '@/lib/catalogue/module-download'
import { parseAddress } from '@/lib/catalogue/module-filter-rules'
import { searchModules } from '@/lib/catalogue/search-modules'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'

/** The list of the same address as a table for a spreadsheet: its first 500 modules (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const { filter } = parseAddress(request.url)
  const { header, rows } = modulesTable(
    await searchModules(await readContext(), { ...filter, page: 1 }, mostDownloaded),
  )
  return csvAnswer('modules.csv', csvText(header, rows))
}
