import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Row = { practiceId: string; practice: string; successor: string; succeedsOn: Day; source: string }
type Props = { rows: Row[]; enter: FormAction }

/** What has been entered, and the form for one more. */
export function SuccessionDesk({ rows, enter }: Props) {
  return (
    <>
      {rows.length > 0 ? (
        <Table
          caption="Successions"
          columns={[{ heading: 'Practice' }, { heading: 'Succeeded by' }, { heading: 'From' }, { heading: 'Source' }]}
          rows={rows.map((row) => ({
            key: row.practiceId,
            cells: [row.practice, row.successor, dayWords(row.succeedsOn), row.source],
          }))}
        />
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
