import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalWords } from '@/lib/platform/refusal-words'
import { listUrgentFigures, urgentTable } from '@/lib/procurement/reviews/list-urgent-figures'

export async function GET(): Promise<Response> {
  const figures = await listUrgentFigures(await readContext())
  if (!figures.ok) return new Response(refusalWords(figures.refusal), { status: 503 })
  const { header, rows } = urgentTable(figures.value)
  return csvAnswer('urgent-awards.csv', csvText(header, rows), 'public, max-age=300')
}
