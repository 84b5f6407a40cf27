import { ExclusionFields } from '@/components/comparison/exclusions'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { Warning } from '@/components/ui/warning'
import { modulesAddress } from '@/lib/catalogue/module-filter-rules'
import type { SavedFilterView } from '@/lib/comparison/saved-filters/saved-filter'
import { filterOf, sinceWords } from '@/lib/comparison/saved-filters/saved-filter-rules'
import { mostEntries } from '@/lib/comparison/shortlist'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** Rows shown here; the list itself has pages. */
const mostShown = 100

/** What a saved search finds now, and what is new or gone since somebody looked last (CAT-8). */
export function SavedFilterText({ saved }: { saved: SavedFilterView }) {
  const { cards, sinceLook, goneNames } = saved
  return (
    <>
      {saved.marks.map((mark) => (
        <Warning title="Expiry" key={mark}>
          {mark}.
        </Warning>
      ))}
      <InsetText>
        <strong>{sinceWords(sinceLook)}</strong> since the last look on {instantInWords(saved.lookedAt)}.{' '}
        {sinceWords(saved.sinceSave)} since it was saved on {instantInWords(saved.createdAt)}.
      </InsetText>
      {goneNames.length > 0 ? <p>Gone since the last look: {goneNames.join(', ')}.</p> : null}
      <p>
        <a href={modulesAddress(filterOf(saved.query))}>See this search in the catalogue</a>
      </p>
      {cards.length === 0 ? (
        <p>It finds no module today.</p>
      ) : (
        <Table
          caption={
            cards.length > mostShown ? `The first ${mostShown} of ${cards.length} modules found` : 'Modules found'
          }
          columns={[
            { heading: 'Module' },
            { heading: 'Supplier' },
            { heading: 'Conformance' },
            { heading: 'Since the last look' },
          ]}
          rows={cards.slice(0, mostShown).map((card) => ({
            key: card.id,
            cells: [
              <a href={`/modules/${card.id}`} key="name">
                {card.name}
              </a>,
              card.supplierBrand,
              card.standing.words,
              sinceLook.added.includes(card.id) ? 'New' : 'As before',
            ],
          }))}
        />
      )}
    </>
  )
}

/** A shortlist of all that is found; each module left out needs its reason (SHL-1, SHL-2). */
export function ShortlistFromFilter({ saved, action }: { saved: SavedFilterView; action: FormAction }) {
  const { cards } = saved
  if (cards.length === 0) return null
  return (
    <section aria-labelledby="shortlist">
      <h2 className="nhsuk-heading-m" id="shortlist">
        Make a shortlist from it
      </h2>
      {cards.length > mostEntries ? (
        <p>
          It finds {cards.length} modules and a shortlist holds {mostEntries}:{' '}
          <a href={modulesAddress(filterOf(saved.query))}>narrow the search</a>.
        </p>
      ) : (
        <ActionForm
          action={action}
          hidden={{ filterId: saved.id, seen: cards.map((card) => card.id).join(',') }}
          button="Make the shortlist"
          label="Make a shortlist"
        >
          <FormTextField name="name" label="Name of the shortlist" maxLength={255} />
          <FormTextField name="description" label="What it is for (optional)" maxLength={250} />
          {cards.map((card) => (
            <ExclusionFields
              name={card.name}
              id={card.id}
              field={`-${card.id}`}
              none="Keep it on the shortlist"
              key={card.id}
            />
          ))}
        </ActionForm>
      )}
    </section>
  )
}
