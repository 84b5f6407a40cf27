import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import type { SavedComparison } from '@/lib/comparison/saved-comparisons/saved-comparison'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** Saves the comparison that the address names. */
export function SaveComparison({
  action,
  hidden,
  names,
}: {
  action: FormAction
  hidden: Record<string, string>
  names: string[]
}) {
  return (
    <section aria-labelledby="save">
      <h2 className="nhsuk-heading-m" id="save">
        Save this comparison
      </h2>
      <p>
        {names.join(', ')}: their listings, prices and conformance as they stand today are kept for good. What changes
        later is shown beside it.
      </p>
      <ActionForm action={action} hidden={hidden} button="Save the comparison">
        <FormTextField name="name" label="Name" hint="For instance: Record systems before the board" maxLength={255} />
        <FormTextField name="description" label="What it is for (optional)" maxLength={250} />
      </ActionForm>
    </section>
  )
}

/** The saved comparisons of the reader's organisations. */
export function SavedComparisonTable({ saved }: { saved: SavedComparison[] }) {
  if (saved.length === 0)
    return (
      <p>
        No comparison is saved yet. <a href="/modules">Choose modules</a>, compare them, then save what you see.
      </p>
    )
  return (
    <Table
      caption="Comparisons of your organisation"
      columns={[{ heading: 'Name' }, { heading: 'For' }, { heading: 'As of' }]}
      rows={saved.map((s) => ({
        key: s.id,
        cells: [
          <a href={`/saved-comparisons/${s.id}`} key="name">
            {s.name}
          </a>,
          s.description ?? 'Not stated',
          dayWords(s.asOf),
        ],
      }))}
    />
  )
}
