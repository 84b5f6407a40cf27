import { ActionForm } from '@/components/ui/action-form'
import { Table } from '@/components/ui/table'
import type { Correction, ReferenceKind } from '@/lib/platform/corrections/correction'
import { textOf } from '@/lib/platform/corrections/correction-rules'
import type { RowView } from '@/lib/platform/corrections/list-rows'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  kind: ReferenceKind
  row: RowView
  giveBack: FormAction
}

/** What curators set on this row, the newest first: before, after, why, and whether it still holds. */
export function Corrections({ kind, row, giveBack }: Props) {
  if (row.corrections.length === 0) return <p>Everything on this row is as the file says.</p>
  return (
    <>
      <h2 className="nhsuk-heading-m">What curators have set</h2>
      <Table
        caption="Corrections, the newest first"
        hideCaption
        columns={['Field', 'Before', 'After', 'Reason', 'Set on', 'Holds'].map((heading) => ({ heading }))}
        rows={row.corrections.map((correction) => ({
          key: correction.id,
          cells: [
            fieldOf(kind, correction),
            correction.column === '*' ? 'Not there' : textOf(correction.was) || 'Not stated',
            correction.column === '*' ? 'Added' : textOf(correction.value as never) || 'Not stated',
            correction.reason,
            instantInWords(correction.madeAt),
            correction.endedAt ? 'No longer' : 'Holds against files',
          ],
        }))}
      />
      {row.corrections
        .filter((correction) => correction.endedAt === null)
        .map((correction) => (
          <ActionForm
            action={giveBack}
            hidden={{ kind: kind.slug, correctionId: correction.id }}
            button="Let the files decide again"
            look="secondary"
            label={`Give back: ${fieldOf(kind, correction)}`}
            summary={`Give back: ${fieldOf(kind, correction)}`}
            key={correction.id}
          >
            <p>The value stays until the next file says what it is.</p>
          </ActionForm>
        ))}
    </>
  )
}

const fieldOf = (kind: ReferenceKind, { column }: Correction): string =>
  column === '*' ? 'The whole row' : (kind.fields.find(({ name }) => name === column)?.label ?? column)
