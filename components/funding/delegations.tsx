import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { type Delegation, isDelegatedOn } from '@/lib/funding/delegation'
import type { Holder } from '@/lib/identity/list-limits'
import { type Day, dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = {
  payerId: string
  delegations: Delegation[]
  approvers: Holder[]
  mayLend: boolean
  isFinance: boolean
  today: Day
  reader: string
  delegate: FormAction
  end: FormAction
}

/** Who approves up to what, who has lent what to whom, and the form to lend. */
export function Delegations({
  payerId,
  delegations,
  approvers,
  mayLend,
  isFinance,
  today,
  reader,
  delegate,
  end,
}: Props) {
  const name = (id: string) => approvers.find((a) => a.personId === id)?.name ?? 'No longer an approver'
  const others = approvers.filter((a) => a.personId !== reader)
  return (
    <>
      <Table
        caption="Approvers and their own limits"
        columns={[{ heading: 'Approver' }, { heading: 'Whole life with options', number: true }]}
        rows={approvers.map((a) => ({
          key: a.personId,
          cells: [a.name, a.limitPence === null ? 'The payer’s usual limit' : poundsWords(a.limitPence)],
        }))}
      />
      <h2 className="nhsuk-heading-m">Limits that are lent</h2>
      {delegations.length === 0 ? (
        <p>Nobody has lent a limit.</p>
      ) : (
        <Table
          caption="Limits that are lent"
          hideCaption
          columns={['To', 'From', 'Limit', 'First day', 'Last day', 'Why', 'State'].map((heading) => ({ heading }))}
          rows={delegations.map((d) => ({
            key: d.id,
            cells: [
              name(d.toId),
              name(d.fromId),
              poundsWords(d.limitPence),
              dayWords(d.validFrom),
              dayWords(d.validTo),
              d.reason,
              stateOf(d, today),
            ],
          }))}
        />
      )}
      {delegations
        .filter((d) => d.endedAt === null && d.validTo >= today && (isFinance || d.fromId === reader))
        .map((d) => (
          <ActionForm
            key={d.id}
            action={end}
            hidden={{ id: d.id }}
            button={`End the loan to ${name(d.toId)}`}
            look="secondary"
          />
        ))}
      {mayLend && others.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">Lend your limit</h2>
          <p>
            Another approver may then decide up to this sum, between these days. It is never more than your own limit.
          </p>
          <ActionForm action={delegate} hidden={{ payerId }} button="Lend the limit">
            <FormSelect
              name="toId"
              label="To whom"
              options={others.map((a) => ({ value: a.personId, text: a.name }))}
            />
            <FormTextField name="pounds" label="Limit in pounds" inputMode="decimal" width={10} />
            <FormTextField name="validFrom" label="First day" type="date" value={today} width={10} />
            <FormTextField name="validTo" label="Last day" type="date" width={10} />
            <FormTextArea name="reason" label="Why, for the record" rows={2} />
          </ActionForm>
        </>
      ) : null}
    </>
  )
}

function stateOf(d: Delegation, today: Day): string {
  if (d.endedAt) return 'Ended early'
  if (isDelegatedOn(d, today)) return 'Counts today'
  return d.validFrom > today ? 'Not yet' : 'Over'
}
