import { ActionForm } from '@/components/ui/action-form'
import { FormFile } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

/** All settings at once: the list as a file, filled in and sent back. */
export function SettingsFile({ setFromFile }: { setFromFile: FormAction }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id="file">
        Set many at once
      </h2>
      <ol>
        <li>
          <a href="/admin/settings/settings.csv">Download the settings (CSV)</a>. It names every setting, what counts
          today and how a value is typed.
        </li>
        <li>
          Fill in the value, where it comes from, and the day on which you checked it. It counts from the day on which
          you send the file, or from a later one that you name. Leave the rest as it is.
        </li>
        <li>Send the file back. All of it is set, or nothing.</li>
      </ol>
      <ActionForm action={setFromFile} button="Set what the file says">
        <FormFile name="file" label="File of settings" hint="CSV, UTF-8" accept=".csv,text/csv" />
      </ActionForm>
    </>
  )
}

/** What a file has set, in words; nothing where the address was made up. */
export function setWords(set: string | undefined, unchanged: string | undefined): string | undefined {
  const [a, b] = [set, unchanged].map((n) => (/^\d{1,3}$/.test(n ?? '') ? Number(n) : undefined))
  if (a === undefined || b === undefined) return undefined
  return `${a === 1 ? '1 setting is set' : `${a} settings are set`}. ${b === 0 ? 'None of the file stood so already.' : `${b} stood so already.`}`
}
