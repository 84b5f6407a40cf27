import { StandingTag } from '@/components/catalogue/standing-tag'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import type { RegisterRow } from '@/lib/assurance/register/get-register-entry'
import type { Day } from '@/lib/platform/days'

/** Every module version in the catalogue with its derived label. */
export function RegisterTable({ rows, asOf, past }: { rows: RegisterRow[]; asOf: Day; past: boolean }) {
  if (rows.length === 0) return <p>No module is in the catalogue yet.</p>
  return (
    <Table
      caption="Module versions and their labels"
      columns={[{ heading: 'Module' }, { heading: 'Version' }, { heading: 'Supplier' }, { heading: 'Label' }]}
      rows={rows.map((row) => ({
        key: row.moduleId,
        cells: [
          <a href={`/register/${row.moduleId}/${row.version}${past ? `?asOf=${asOf}` : ''}`} key="name">
            {row.name}
          </a>,
          row.version,
          row.supplier,
          <StandingTag standing={row.label} key="label" />,
        ],
      }))}
    />
  )
}

/** Another day of the register: what was known at its end (RG-02). */
export function AsOfForm({ action, asOf, errors }: { action: string; asOf: string; errors?: string[] }) {
  return (
    <form action={action} method="get" aria-label="Another day">
      <TextField
        name="asOf"
        label="As known at the end of"
        hint="Today or a past day"
        type="date"
        width={10}
        value={asOf}
        {...(errors ? { errors } : {})}
      />
      <Button look="secondary">Show that day</Button>
    </form>
  )
}
