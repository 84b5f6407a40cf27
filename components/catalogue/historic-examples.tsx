import { Tag } from '@/components/ui/tag'
import {
  type HistoricExample,
  historicBanner,
  historicPriceWords,
  productWords,
  supplierWords,
  yearWords,
} from '@/lib/catalogue/historic/historic-example'

/** What former years offered, apart from the list: nothing here can be chosen, compared or sorted by price (IMP-13). */
export function HistoricExamples({ examples }: { examples: HistoricExample[] }) {
  return (
    <section aria-labelledby="former-years">
      <h2 className="nhsuk-heading-m" id="former-years">
        {examples.length === 1 ? '1 historic example' : `${examples.length} historic examples`}
      </h2>
      <p>From public sources of former years. They are found by the words of the search; other filters do not apply.</p>
      <ul className="nhsuk-list">
        {examples.map((example) => (
          <li className="nhsuk-card" key={example.id}>
            <div className="nhsuk-card__content">
              <h3 className="nhsuk-card__heading nhsuk-heading-s">
                <a href={`/modules/historic/${example.id}`}>{productWords(example)}</a>
              </h3>
              <p className="muted tw:mb-2!">
                {supplierWords(example)}, {yearWords(example)}
              </p>
              <p>
                <Tag colour="grey">{historicBanner}</Tag>
              </p>
              <p className="tw:mb-0!">Price then: {historicPriceWords(example)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
