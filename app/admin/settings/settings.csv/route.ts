import { notFound } from 'next/navigation'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { listSettings } from '@/lib/settings/list-settings'
import { settingColumns, settingRows } from '@/lib/settings/settings-file-rules'

/** The authority's settings as a file that can be filled in and sent back. */
export async function GET(): Promise<Response> {
  const settings = await listSettings(await readContext(), null)
  if (!settings) notFound()
  const now = new Map(settings.flatMap((setting) => (setting.now ? [[setting.key, setting.now] as const] : [])))
  return csvAnswer('settings.csv', csvText(settingColumns, settingRows(now)))
}
