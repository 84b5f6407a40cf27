import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import {
  type SavedFilterState,
  type SavedFilterSummary,
  savedFilterStateWords,
} from '@/lib/comparison/saved-filters/saved-filter'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** Saves the search that the address names. */
export function SaveFilter({ action, query }: { action: FormAction; query: string }) {
  return (
    <section aria-labelledby="save">
      <h2 className="nhsuk-heading-m" id="save">
        Save a search
      </h2>
      <p>
        {query === '' ? (
          <>
            This saves a search for every module. <a href="/modules">Narrow it first</a>, then save it from there.
          </>
        ) : (
          <>
            This saves <a href={`/modules?${query}`}>the search you came from</a> with what it finds today.
          </>
        )}
      </p>
      <ActionForm action={action} hidden={{ query }} button="Save the search">
        <FormTextField name="name" label="Name" hint="For instance: Triage in the cloud" maxLength={255} />
        <FormTextField name="description" label="What it is for (optional)" maxLength={250} />
      </ActionForm>
    </section>
  )
}

/** Live or archived, in a word. */
export function SavedFilterTag({ state }: { state: SavedFilterState }) {
  return <Tag colour={state === 'live' ? 'green' : 'grey'}>{savedFilterStateWords[state]}</Tag>
}

/** The saved filters of the reader's organisations. */
export function SavedFilterTable({ saved }: { saved: SavedFilterSummary[] }) {
  if (saved.length === 0)
    return (
      <p>
        No search is saved yet. <a href="/modules">Search the catalogue</a>, then save what you looked for.
      </p>
    )
  return (
    <Table
      caption="Saved filters of your organisation"
      columns={[
        { heading: 'Name' },
        { heading: 'For' },
        { heading: 'Expires' },
        { heading: 'Last look' },
        { heading: 'State' },
      ]}
      rows={saved.map((s) => ({
        key: s.id,
        cells: [
          <a href={`/saved-filters/${s.id}`} key="name">
            {s.name}
          </a>,
          s.description ?? 'Not stated',
          s.marks.length === 0 ? 'Nothing in it' : s.marks.join('. '),
          instantInWords(s.lookedAt),
          <SavedFilterTag state={s.state} key="state" />,
        ],
      }))}
    />
  )
}
