import { ActionForm } from '@/components/ui/action-form'
import { Table } from '@/components/ui/table'
import { remainderOf } from '@/lib/funding/commitment'
import type { BudgetView } from '@/lib/funding/list-budgets'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = { budget: BudgetView; roll: FormAction }

/** What draws on a line, what can be carried into the next year when this one is over, and how its allocation was changed. */
export function BudgetSlices({ budget: { slices, changes, maySet, isOver }, roll }: Props) {
  const rollable = slices.filter((s) => isOver && maySet && (s.state === 'committed' || s.state === 'part-spent'))
  return (
    <>
      {slices.length === 0 ? (
        <p>Nothing draws on this line yet.</p>
      ) : (
        <Table
          caption="What draws on this line"
          columns={[
            { heading: 'Request' },
            { heading: 'State' },
            { heading: 'Sum', number: true },
            { heading: 'Spent', number: true },
            { heading: 'Still to be spent', number: true },
          ]}
          rows={slices.map((slice) => ({
            key: slice.id,
            cells: [
              <a href={`/funding/${slice.fundingRequestId}`} key="link">
                {slice.request.title}
              </a>,
              slice.state.replace('-', ' '),
              ...[slice.pence, slice.spentPence, remainderOf(slice)].map(poundsWords),
            ],
          }))}
        />
      )}
      {rollable.map((slice) => (
        <ActionForm
          key={slice.id}
          action={roll}
          button={`Carry ${poundsWords(remainderOf(slice))} into the next year`}
          label={`Carry over: ${slice.request.title}`}
          look="secondary"
          hidden={{ commitmentId: slice.id, pence: remainderOf(slice).toString() }}
        >
          <p>
            {slice.request.title}: the year is over. What is carried draws on next year’s line, and it cannot be carried
            back.
          </p>
        </ActionForm>
      ))}
      {changes.length > 0 ? (
        <Table
          caption="How the allocation was changed"
          columns={[
            { heading: 'When' },
            { heading: 'From', number: true },
            { heading: 'To', number: true },
            { heading: 'Why' },
          ]}
          rows={changes.map((change) => ({
            key: change.id,
            cells: [
              dayWords(dayOf(change.at)),
              poundsWords(change.fromPence),
              poundsWords(change.toPence),
              change.reason,
            ],
          }))}
        />
      ) : null}
    </>
  )
}
