import { Select } from '@/components/ui/select'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import type { ContractUsage } from '@/lib/payments/usage/get-contract-usage'

type Props = { usage: ContractUsage; nameOf: (id: string) => string }

/** Which month, at which practice: a form that the browser sends as an address. */
export function UsageForm({ usage: { contract, months, month, practice, practiceIds }, nameOf }: Props) {
  const choices = [...new Set([month, ...months])].toSorted().toReversed()
  return (
    <form action={`/contracts/${contract.id}/usage`} method="get" aria-label="Choose a month" className="no-print">
      <Select
        name="month"
        label="Month"
        options={choices.map((each) => ({ value: each.slice(0, 7), text: monthWords(each) }))}
        value={month.slice(0, 7)}
      />
      <Select
        name="practice"
        label="Practice"
        options={[
          { value: '', text: 'Every practice of the contract' },
          ...practiceIds.map((value) => ({ value, text: nameOf(value) })),
        ]}
        value={practice}
      />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Show
      </button>
    </form>
  )
}
