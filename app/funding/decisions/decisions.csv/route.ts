import { figuresTable, listDecisionFigures } from '@/lib/funding/list-decision-figures'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalWords } from '@/lib/platform/refusal-words'

export async function GET(): Promise<Response> {
  const figures = await listDecisionFigures(await readContext())
  if (!figures.ok) return new Response(refusalWords(figures.refusal), { status: 503 })
  const { header, rows } = figuresTable(figures.value)
  return csvAnswer('funding-decisions.csv', csvText(header, rows), 'public, max-age=300')
}
