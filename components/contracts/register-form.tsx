import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { contractStateLabels, contractStates } from '@/lib/contracts/contract'
import type { RegisterFilter } from '@/lib/contracts/register/register-filter'

const states = [
  { value: '', text: 'Any state' },
  ...contractStates.map((value) => ({ value, text: contractStateLabels[value] })),
]

/** The question to the register: a form that the browser sends as an address. */
export function RegisterForm({ filter }: { filter: RegisterFilter }) {
  return (
    <form action="/contracts" method="get" aria-label="Search the contracts" className="no-print">
      <TextField
        name="words"
        label="Words"
        hint="A part of the number, or of the module's, practice's or supplier's name"
        value={filter.words}
        width={20}
      />
      <TextField
        name="practice"
        label="Practice"
        hint="A part of the name, or the ODS code"
        value={filter.practice}
        width={20}
      />
      <TextField name="supplier" label="Supplier" value={filter.supplier} width={20} />
      <TextField name="payer" label="Paid by" value={filter.payer} width={20} />
      <TextField
        name="month"
        label="Month of the notice date"
        hint="For example 2029-03"
        value={filter.month}
        width={10}
      />
      <Select name="state" label="State" options={states} value={filter.state} />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Search
      </button>
    </form>
  )
}
