import { type FormEventHandler, useState } from 'react'
import { SearchCombobox } from '@/components/catalogue/search-combobox'
import { Button } from '@/components/ui/button'
import { Checkboxes } from '@/components/ui/choices'
import { Details } from '@/components/ui/details'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { shownValues } from '@/lib/catalogue/facet-rules'
import { type FacetName, sizes, sortOf } from '@/lib/catalogue/module-filter'
import { modulesAddress } from '@/lib/catalogue/module-filter-rules'
import type { ModulesFound } from '@/lib/catalogue/module-view'
import { suggestionWords } from '@/lib/catalogue/suggestion-rules'

const facets: { name: FacetName; title: string; hint?: string }[] = [
  { name: 'kind', title: 'Kind' },
  { name: 'cap', title: 'Capability', hint: 'Modules that claim all of those you choose' },
  { name: 'epic', title: 'Epic', hint: 'Of the capabilities you chose; modules that claim all of them' },
  { name: 'standing', title: 'Conformance' },
  { name: 'int', title: 'Integration', hint: 'Modules that have all of those you choose' },
  { name: 'host', title: 'Hosting' },
  { name: 'app', title: 'Used with' },
  { name: 'supplier', title: 'Supplier' },
  { name: 'fw', title: 'Framework' },
  { name: 'lot', title: 'Lot' },
]
/** Facets whose values grow with the market: at first only their commonest are shown. */
const longFacets: FacetName[] = ['epic', 'supplier', 'int', 'fw']
const sorts = [
  { value: 'relevance', text: 'Relevance' },
  { value: 'name', text: 'Name, A to Z' },
  { value: 'name-down', text: 'Name, Z to A' },
  { value: 'newest', text: 'Newest first' },
  { value: 'price', text: 'Yearly price for my list size' },
]

type Props = {
  found: ModulesFound
  sizeHint: string
  /** What was ticked and unticked on this page: it stays in sight, so that nobody loses their place. */
  ticked: string[]
  onChange: FormEventHandler<HTMLFormElement>
}

/** The whole search as a plain form: the address it makes is the state of the page (CAT-7). */
export function ModuleFilterForm({ found, sizeHint, ticked, onChange }: Props) {
  const { filter } = found
  return (
    <form action="/modules" method="get" aria-label="Search and filter modules" onChange={onChange}>
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
        <FacetBox key={facet.name} {...facet} found={found} ticked={ticked} />
      ))}
      <Checkboxes
        name="proven"
        label="Proven"
        small
        options={[{ value: '1', text: 'Only capabilities that were assessed as met' }]}
        values={filter.proven ? ['1'] : []}
      />
      <Checkboxes
        name="historic"
        label="Former years"
        small
        options={[{ value: '1', text: 'Show historic examples, which are not current prices' }]}
        values={filter.historic ? ['1'] : []}
      />
      <Select
        name="size"
        label="Modules on a page"
        value={String(filter.size)}
        options={sizes.map((size) => ({ value: String(size), text: String(size) }))}
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
  ticked,
}: {
  name: FacetName
  title: string
  hint?: string
  found: ModulesFound
  ticked: string[]
}) {
  const values = found.facets[name]
  const [isOpen] = useState(values.some((v) => v.chosen) || found.filter.all.includes(name))
  // One value that everything has is no choice.
  if (values.length === 0 || (name === 'lot' && values.length === 1 && !isOpen)) return null
  const { shown, left } = shownValues(values, !longFacets.includes(name) || found.filter.all.includes(name), ticked)
  const chosen = values.filter((v) => v.chosen).map((v) => v.value)
  return (
    <Details summary={chosen.length > 0 ? `${title} (${chosen.length} chosen)` : title} open={isOpen}>
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
