import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import { type CompetitionStage, stageWords } from '@/lib/procurement/competitions/competition-view'
import type { CompetitionLine } from '@/lib/procurement/competitions/list-competitions'
import { lastOfferDay } from '@/lib/procurement/competitions/offer-rules'

export const stageColours: Record<CompetitionStage, TagColour> = {
  preparing: 'grey',
  offers: 'orange',
  scoring: 'blue',
  scored: 'aqua-green',
  decided: 'green',
}

/** Competitions in which the reader has a part, a line each. */
export function CompetitionTable({ lines, none }: { lines: CompetitionLine[]; none: string }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <Table
      caption="Competitions"
      hideCaption
      columns={['Competition', 'Buyer', 'Modules', 'Last day for offers', 'State'].map((heading) => ({ heading }))}
      rows={lines.map((line) => ({
        key: line.id,
        cells: [
          <a href={`/competitions/${line.id}`} key="n">
            {line.name}
          </a>,
          line.buyerName,
          line.modules.join(', '),
          line.deadlineAt ? dayWords(lastOfferDay(line.deadlineAt)) : 'Not set',
          <Tag colour={stageColours[line.stage]} key="s">
            {stageWords[line.stage]}
          </Tag>,
        ],
      }))}
    />
  )
}
