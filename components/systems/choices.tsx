import { StandingTag } from '@/components/catalogue/standing-tag'
import { Table } from '@/components/ui/table'
import { yearlyFor } from '@/lib/catalogue/listing-rules'
import { modulesAddress } from '@/lib/catalogue/module-filter-rules'
import type { ModuleCard, ModulesFound } from '@/lib/catalogue/module-view'
import { count } from '@/lib/insight/market-words'
import { inMixedCase, type PracticeFacts } from '@/lib/insight/practice'
import { poundsWords } from '@/lib/platform/money'

const shown = 5

/** From what a practice runs to what it could run: whole clinical systems, priced for its list. */
export function Choices({ practice, found }: { practice: PracticeFacts; found: ModulesFound }) {
  const patients = practice.list?.patients ?? null
  return (
    <>
      <h2 className="nhsuk-heading-m" id="choices">
        What else the practice could have
      </h2>
      {found.total === 0 ? <p>No whole clinical system is listed at present.</p> : null}
      {found.total > 0 ? (
        <Table
          caption={`${Math.min(shown, found.total)} of ${count(found.total)} whole clinical systems${patients === null ? '' : `, for ${count(patients)} patients`}`}
          columns={[
            { heading: 'Module' },
            { heading: 'Supplier' },
            { heading: 'Standing' },
            { heading: 'A year, excluding VAT', number: true },
          ]}
          rows={found.cards.slice(0, shown).map((card) => ({ key: card.id, cells: cellsOf(card, patients) }))}
        />
      ) : null}
      <ul>
        <li>
          <a href={modulesAddress(found.filter)}>All clinical systems of the catalogue</a>
        </li>
        {practice.areaCode && practice.icbCode ? (
          <li>
            <a href={`/market/${practice.areaCode}`}>What the neighbours of {inMixedCase(practice.name)} run</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

function cellsOf(card: ModuleCard, patients: number | null) {
  const yearly = card.price && patients !== null ? yearlyFor(card.price, patients) : undefined
  return [
    <a href={`/modules/${card.id}${patients === null ? '' : `?n=${patients}`}`} key="a">
      {card.name}
    </a>,
    card.supplierBrand,
    <StandingTag standing={card.standing} key="t" />,
    yearly === undefined ? 'not stated for a list size' : poundsWords(yearly),
  ]
}
