import { StandingTag } from '@/components/catalogue/standing-tag'
import { Tag } from '@/components/ui/tag'
import { yearlyFor } from '@/lib/catalogue/listing-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleCard as Card } from '@/lib/catalogue/module-view'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { poundsWords } from '@/lib/platform/money'

/** One module of the list: what it is, whether it was assessed, what it costs, and a box to compare it. */
export function ModuleCard({ card, patients }: { card: Card; patients: number | null }) {
  return (
    <li className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-card__heading nhsuk-heading-s">
          <a href={`/modules/${card.id}${patients === null ? '' : `?n=${patients}`}`}>{card.name}</a>
        </h3>
        <p className="muted tw:mb-2!">
          {card.supplierBrand}, version {card.version}
        </p>
        <p className="button-row tw:mb-2!">
          <StandingTag standing={card.standing} />
          {card.demo ? <Tag colour="white">Demonstration</Tag> : null}
        </p>
        <p>{isOffSale(card.standing) ? (card.standing.because ?? 'No reason is published.') : card.summary}</p>
        {isOffSale(card.standing) ? null : <p className="tw:mb-4!">{priceLine(card, patients)}</p>}
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          <div className="nhsuk-checkboxes__item">
            <input className="nhsuk-checkboxes__input" type="checkbox" id={`m-${card.id}`} name="m" value={card.id} />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`m-${card.id}`}>
              Compare <span className="nhsuk-u-visually-hidden">{card.name}</span>
            </label>
          </div>
        </div>
      </div>
    </li>
  )
}

function priceLine({ price }: Card, patients: number | null) {
  if (!price) return 'Price: not stated'
  const yearly = patients === null ? undefined : yearlyFor(price, patients)
  if (yearly !== undefined && patients !== null)
    return (
      <>
        <strong>{poundsWords(yearly)} a year</strong> for {patients.toLocaleString('en-GB')} patients, excluding VAT
      </>
    )
  const words = priceWords(price)
  return `${words[0]}${words.length > 1 ? ', by tiers' : ''}${price.basis === 'on-demand' ? ', by recorded use' : ''}, excluding VAT`
}
