import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Tag, type TagColour } from '@/components/ui/tag'
import {
  type Declaration,
  type DeclarationState,
  declarationStateWords,
  type DeclarationStanding as Standing,
} from '@/lib/catalogue/declarations/declaration'
import { declarationObstacle } from '@/lib/catalogue/declarations/declaration-rules'
import { dayWords } from '@/lib/platform/days'

export const declarationColours: Record<DeclarationState, TagColour> = {
  passed: 'green',
  'in-review': 'blue',
  failed: 'red',
}

/** What the declarations say today: until when, or what to do. */
export function DeclarationStanding({ standing }: { standing: Standing }) {
  if (standing.kind !== 'valid') return <InsetText>{declarationObstacle(standing)}.</InsetText>
  return (
    <p>
      Valid until {dayWords(standing.declaration.validUntil)}
      {standing.daysLeft <= 60 ? `: ${standing.daysLeft} days left` : ''}.
    </p>
  )
}

/** Every declaration that was made, newest first, each with its own page. */
export function DeclarationList({ declarations, address }: { declarations: Declaration[]; address: string }) {
  if (declarations.length === 0) return null
  return (
    <Table
      caption="Declarations, newest first"
      columns={[{ heading: 'Declared on' }, { heading: 'Valid until' }, { heading: 'Outcome' }]}
      rows={declarations.map((declaration) => ({
        key: declaration.id,
        cells: [
          <a href={`${address}/${declaration.id}`} key="link">
            {dayWords(declaration.declaredOn)}
          </a>,
          dayWords(declaration.validUntil),
          <Tag colour={declarationColours[declaration.state]} key="tag">
            {declarationStateWords[declaration.state]}
          </Tag>,
        ],
      }))}
    />
  )
}
