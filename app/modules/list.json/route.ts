import { modulesRecord, mostDownloaded } from '@/lib/catalogue/module-download'
import { parseAddress } from '@/lib/catalogue/module-filter-rules'
import { searchModules } from '@/lib/catalogue/search-modules'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'

/** The list of the same address for programs: its first 500 modules (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  const { filter } = parseAddress(request.url)
  const found = await searchModules(ctx, { ...filter, page: 1 }, mostDownloaded)
  return jsonDownload('modules.json', ctx.now, filter, { ...modulesRecord(found), correctedTo: found.correctedTo })
}
