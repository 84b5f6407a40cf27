import { Address, NotStated, Section, Words } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { type Listing, serviceKindWords } from '@/lib/catalogue/listing'
import { offersDataReturn, offersMigration, pricesOf } from '@/lib/catalogue/listing-rules'
import type { ReferenceNames } from '@/lib/catalogue/module-view'
import { priceWords } from '@/lib/catalogue/prices/price-rules'

/** P16: what the supplier does beside the module, and whether data comes in and goes back. */
export function ModuleServices({ listing }: { listing: Listing }) {
  return (
    <Section id="services">
      <SummaryList
        rows={[
          { key: 'Migration of data in', value: offersMigration(listing) ? 'Offered' : 'Not stated' },
          { key: 'Return of data', value: offersDataReturn(listing) ? 'Offered' : 'Not stated' },
        ]}
      />
      {listing.services.length === 0 ? (
        <NotStated />
      ) : (
        <Table
          caption="Services of the supplier, each with its price excluding VAT"
          columns={[
            { heading: 'Service' },
            { heading: 'Kind' },
            { heading: 'What is done' },
            { heading: 'To order it' },
            { heading: 'Price' },
          ]}
          rows={listing.services.map((service, i) => ({
            key: `${i} ${service.name}`,
            cells: [
              service.name,
              service.kind ? serviceKindWords[service.kind] : 'Not stated',
              <Words text={service.description} key="what" />,
              <Words text={service.guidance} key="guidance" />,
              service.price
                ? pricesOf({ prices: [service.price] })
                    .flatMap(priceWords)
                    .join('; ')
                : 'Not stated',
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** P17. */
export function ModuleIntegrations({ listing, names }: { listing: Listing; names: ReferenceNames }) {
  return (
    <Section id="integrations">
      {listing.integrations.length === 0 ? (
        <NotStated />
      ) : (
        <Table
          caption="Integrations as the supplier claims them; none has been proven here yet"
          columns={[
            { heading: 'Integration' },
            { heading: 'Role' },
            { heading: 'With whom' },
            { heading: 'What is exchanged' },
            { heading: 'Link' },
            { heading: 'Proven' },
          ]}
          rows={listing.integrations.map((i) => ({
            key: i.type,
            cells: [
              names.integrations[i.type] ?? i.type,
              i.role === 'provider' ? 'Provider' : 'Consumer',
              <Words text={i.withWhom} key="whom" />,
              <Words text={i.description} key="what" />,
              <Address href={i.link} key="link" />,
              'Not assessed',
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** P18. */
export function ModuleImplementation({ implementation: i }: Pick<Listing, 'implementation'>) {
  return (
    <Section id="implementation">
      <SummaryList
        rows={[
          { key: 'How it is introduced', value: <Words text={i.text} /> },
          {
            key: 'Typical weeks',
            value: i.weeksFrom === null || i.weeksTo === null ? 'Not stated' : `${i.weeksFrom} to ${i.weeksTo}`,
          },
        ]}
      />
    </Section>
  )
}
