import { Downloads } from '@/components/catalogue/downloads'
import { ModuleCard } from '@/components/catalogue/module-card'
import { Button } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Pager } from '@/components/ui/pager'
import { mostDownloaded } from '@/lib/catalogue/module-download'
import { facetNames } from '@/lib/catalogue/module-filter'
import { modulesAddress, withoutValue } from '@/lib/catalogue/module-filter-rules'
import type { ModulesFound } from '@/lib/catalogue/module-view'

export const resultWords = (total: number): string => (total === 1 ? '1 module' : `${total} modules`)

/** What the search found: how many, what was chosen, the cards with boxes to compare, and the pages. */
export function ModuleResults({ found, ignored }: { found: ModulesFound; ignored: string[] }) {
  const { filter, total } = found
  return (
    <section aria-labelledby="results">
      <h2 className="nhsuk-heading-m" id="results">
        {resultWords(total)}
      </h2>
      {ignored.length > 0 ? (
        <InsetText>Some of the address was not understood and is left out: {ignored.join(', ')}.</InsetText>
      ) : null}
      {found.correctedTo !== null ? (
        <InsetText>
          Nothing was found for “{filter.q}”. These are the results for{' '}
          <a href={modulesAddress({ ...filter, q: found.correctedTo, page: 1 })}>{found.correctedTo}</a>.
        </InsetText>
      ) : null}
      {filter.sort === 'price' && filter.n === null ? (
        <InsetText>Enter your list size to sort by the price a year.</InsetText>
      ) : null}
      <Chosen found={found} />
      {total === 0 ? <NothingFound /> : <Cards found={found} />}
      <Pager page={filter.page} pages={found.pages} hrefOf={(page) => modulesAddress({ ...filter, page })} />
      {total === 0 ? null : (
        <Downloads
          what={total > mostDownloaded ? `the first ${mostDownloaded} of this list` : 'this list'}
          csv={modulesAddress({ ...filter, page: 1 }, '/modules/list.csv')}
          json={modulesAddress({ ...filter, page: 1 }, '/modules/list.json')}
          pdf={modulesAddress({ ...filter, page: 1 }, '/modules/list.pdf')}
        />
      )}
    </section>
  )
}

function Cards({ found: { cards, filter } }: { found: ModulesFound }) {
  return (
    <form action="/compare" method="get" aria-label="Compare modules">
      {filter.n === null ? null : <input type="hidden" name="n" value={filter.n} />}
      <ul className="nhsuk-list">
        {cards.map((card) => (
          <ModuleCard card={card} patients={filter.n} key={card.id} />
        ))}
      </ul>
      <p>Tick 2 to 8 modules to see them side by side.</p>
      <Button look="secondary">Compare the chosen modules</Button>
    </form>
  )
}

function Chosen({ found: { facets, filter } }: { found: ModulesFound }) {
  const chosen = facetNames.flatMap((name) => facets[name].filter((v) => v.chosen).map((v) => ({ name, ...v })))
  if (chosen.length === 0) return null
  return (
    <ul className="nhsuk-list button-row" aria-label="Chosen filters">
      {chosen.map(({ name, value, label }) => (
        <li key={name + value}>
          <a href={modulesAddress(withoutValue(filter, name, value))}>
            <span className="nhsuk-u-visually-hidden">Remove filter </span>
            {label} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function NothingFound() {
  return (
    <div>
      <p>No module matches all of this.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>take away a filter</li>
        <li>use fewer or other words</li>
        <li>
          <a href="/modules">see every module</a>
        </li>
      </ul>
    </div>
  )
}
