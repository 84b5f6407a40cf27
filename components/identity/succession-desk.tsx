import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { Table } from '@/components/ui/table'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { narrow } from '@/lib/platform/narrow-list'

type Row = { practiceId: string; practice: string; successor: string; succeedsOn: Day; source: string }
type Props = { rows: Row[]; today: Day; asked: unknown; enter: FormAction }

const states = [
  { value: 'past', text: 'Succeeded' },
  { value: 'to-come', text: 'To come' },
]
const textOf = ({ practice, successor, source }: Row) => `${practice} ${successor} ${source}`

/** What has been entered, and the form for one more. */
export function SuccessionDesk({ rows, today, asked, enter }: Props) {
  const found = narrow(rows, asked, { textOf, stateOf: (row) => (row.succeedsOn <= today ? 'past' : 'to-come') })
  return (
    <>
      {rows.length > 0 ? (
        <NarrowedList
          path="/admin/successions"
          found={found}
          noun={['succession', 'successions']}
          hint="A part of a name, or an ODS code"
          states={states}
        >
          <Table
            caption="Successions"
            columns={[{ heading: 'Practice' }, { heading: 'Succeeded by' }, { heading: 'From' }, { heading: 'Source' }]}
            rows={found.rows.map((row) => ({
              key: row.practiceId,
              cells: [row.practice, row.successor, dayWords(row.succeedsOn), row.source],
            }))}
          />
        </NarrowedList>
      ) : (
        <p>No succession has been entered yet.</p>
      )}
      <p>
        <a href="/admin/imports">Import several from a file</a>: the kind “Practices that succeed others”, with the
        columns code, successor_code and succeeds_on.
      </p>
      <h2 className="nhsuk-heading-m">Enter a succession</h2>
      <p>It cannot be changed afterwards: check the codes and the day at the source.</p>
      <ActionForm action={enter} button="Enter it">
        <FormTextField name="practice" label="ODS code of the practice that ends" width={10} />
        <FormTextField name="successor" label="ODS code of the practice that goes on" width={10} />
        <FormTextField name="succeedsOn" label="First day of the practice that goes on" type="date" width={10} />
        <FormTextField name="source" label="Where is it published?" />
      </ActionForm>
    </>
  )
}
