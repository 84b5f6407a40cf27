import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { exitItems, exitSides } from '@/lib/contracts/ends/exit-item'
import type { ContractEnd } from '@/lib/contracts/ends/get-contract-end'
import { type Day, dayWords } from '@/lib/platform/days'
import type { EndActions } from './end-forms'

type Props = { end: ContractEnd; today: Day; tick: EndActions['tick'] }

/** The exit list: what must be done, whose word it is, and what shows that it is done. */
export function ExitList({ end, today, tick }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Exit list</h2>
      <Table
        caption="What must be done before the contract is closed"
        hideCaption
        columns={['What', 'Who says so', 'State', 'Shown by'].map((heading) => ({ heading }))}
        rows={end.items.map(({ key, done }) => ({
          key,
          cells: [
            exitItems[key].words,
            done ? done.who : exitSides[exitItems[key].side],
            <Tag colour={done ? 'green' : 'grey'} key="t">
              {done ? `Done on ${dayWords(done.doneOn)}` : 'Not yet done'}
            </Tag>,
            done?.evidence ?? 'nothing yet',
          ],
        }))}
      />
      {end.items
        .filter((item) => item.mayTick)
        .map(({ key }) => (
          <ActionForm
            key={key}
            action={tick}
            hidden={{ contractId: end.id, version: end.version, key }}
            button="Record as done"
            look="secondary"
            label={exitItems[key].words}
            summary={`Record: ${exitItems[key].words}`}
          >
            <p>This is recorded once and cannot be taken back.</p>
            <FormTextField name="doneOn" type="date" label="Done on" value={today} width={10} />
            <FormTextField
              name="evidence"
              label="What shows it"
              hint="For example the number of a report"
              maxLength={500}
            />
          </ActionForm>
        ))}
    </>
  )
}
