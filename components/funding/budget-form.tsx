import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { type BudgetLine, streams } from '@/lib/funding/funding-request'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = {
  payerId: string
  year: number
  line?: BudgetLine
  action: FormAction
}

/** A new line, or another allocation for one that is there. */
export function BudgetForm({ payerId, year, line, action }: Props) {
  const seen = line?.allocatedPence.toString() ?? ''
  const fixed: Record<string, string | number> = line ? { stream: line.stream, year: line.year } : {}
  return (
    <>
      <h2 className="nhsuk-heading-m">{line ? 'Change the allocation' : 'Set a budget'}</h2>
      <ActionForm
        action={action}
        button={line ? 'Change the allocation' : 'Set the budget'}
        hidden={{ payerId, seen, ...fixed }}
      >
        {line ? null : (
          <>
            <FormSelect
              name="stream"
              label="Stream"
              options={Object.entries(streams).map(([value, text]) => ({ value, text }))}
            />
            <FormTextField
              name="year"
              label="Financial year"
              hint="The year in which it begins: 2026 for 2026/27"
              value={String(year)}
              inputMode="numeric"
              width={4}
            />
          </>
        )}
        <FormTextField
          name="pounds"
          label="Allocation in pounds"
          value={line ? poundsWords(line.allocatedPence).slice(1) : ''}
          inputMode="decimal"
          width={10}
        />
        <FormTextArea name="reason" label="Why, for the record" rows={2} />
      </ActionForm>
    </>
  )
}
