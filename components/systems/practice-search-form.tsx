import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

/** Finds a practice by name, code or postcode: a plain GET form. */
export function PracticeSearchForm({ text }: { text: string }) {
  return (
    <search>
      <form action="/systems" method="get" aria-label="Search practices">
        <TextField
          name="q"
          type="search"
          label="Find a practice"
          hint="Name, ODS code or postcode"
          value={text}
          maxLength={100}
        />
        <Button look="secondary">Find</Button>
      </form>
    </search>
  )
}
