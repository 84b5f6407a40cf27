import { SearchCombobox } from '@/components/catalogue/search-combobox'
import { Button } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/choices'
import { Details } from '@/components/ui/details'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { shownValues } from '@/lib/catalogue/facet-rules'
import { type FacetName, sortOf } from '@/lib/catalogue/module-filter'
import { modulesAddress } from '@/lib/catalogue/module-filter-rules'
import type { ModulesFound } from '@/lib/catalogue/module-view'
import { suggestionWords } from '@/lib/catalogue/suggestion-rules'

const facets: { name: FacetName; title: string; hint?: string }[] = [
  { name: 'kind', title: 'Kind' },
  { name: 'cap', title: 'Capability', hint: 'Modules that claim all of those you choose' },
  { name: 'standing', title: 'Conformance' },
  { name: 'int', title: 'Integration', hint: 'Modules that have all of those you choose' },
  { name: 'host', title: 'Hosting' },
  { name: 'app', title: 'Used with' },
  { name: 'supplier', title: 'Supplier' },
  { name: 'fw', title: 'Framework' },
]
/** Facets whose values grow with the market: at first only their commonest are shown. */
const longFacets: FacetName[] = ['supplier', 'int', 'fw']
const sorts = [
  { value: 'relevance', text: 'Relevance' },
  { value: 'name', text: 'Name, A to Z' },
  { value: 'name-down', text: 'Name, Z to A' },
  { value: 'newest', text: 'Newest first' },
  { value: 'price', text: 'Yearly price for my list size' },
]

/** The whole search as a plain form: the address it makes is the state of the page (CAT-7). */
export function ModuleFilterForm({ found, sizeHint }: { found: ModulesFound; sizeHint: string }) {
  const { filter } = found
  return (
    <form action="/modules" method="get" aria-label="Search and filter modules">
      <Field name="q" label="Search" hint="Words, a “phrase”, or -word to leave one out">
        <SearchCombobox id="q" value={filter.q} describedBy="q-hint" kinds={suggestionWords} />
      </Field>
      <TextField
        name="n"
        label="My list size"
        hint={sizeHint}
        width={10}
        inputMode="numeric"
        value={filter.n === null ? '' : String(filter.n)}
      />
      <Select name="sort" label="Sort by" value={sortOf(filter)} options={filter.q ? sorts : sorts.slice(1)} />
      {facets.map((facet) => (
        <FacetBox key={facet.name} {...facet} found={found} />
      ))}
      <Checkboxes
        name="proven"
        label="Proven"
        small
        options={[{ value: '1', text: 'Only capabilities that were assessed as met' }]}
        values={filter.proven ? ['1'] : []}
      />
      {filter.all.map((name) => (
        <input type="hidden" name="all" value={name} key={name} />
      ))}
      <div className="button-row">
        <Button>Show modules</Button>
        <a href="/modules">Clear everything</a>
      </div>
    </form>
  )
}

/** The values of one facet, each with the number of results after choosing it (CAT-3). */
function FacetBox({
  name,
  title,
  hint,
  found,
}: {
  name: FacetName
  title: string
  hint?: string
  found: ModulesFound
}) {
  const values = found.facets[name]
  if (values.length === 0) return null
  const { shown, left } = shownValues(values, !longFacets.includes(name) || found.filter.all.includes(name))
  const chosen = values.filter((v) => v.chosen).map((v) => v.value)
  return (
    <Details
      summary={chosen.length > 0 ? `${title} (${chosen.length} chosen)` : title}
      open={chosen.length > 0 || found.filter.all.includes(name)}
    >
      <Checkboxes
        name={name}
        label={title}
        small
        {...(hint ? { hint } : {})}
        options={shown.map((v) => ({ value: v.value, text: `${v.label} (${v.count})` }))}
        values={chosen}
      />
      {left > 0 ? (
        <p className="nhsuk-body-s">
          <a href={modulesAddress({ ...found.filter, all: [...found.filter.all, name] })}>
            Show {left} more<span className="nhsuk-u-visually-hidden"> values of {title}</span>
          </a>
        </p>
      ) : null}
    </Details>
  )
}
