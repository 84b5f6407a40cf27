import { NotStated, Section } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import { applicationWords, hostingWords } from '@/lib/catalogue/listing'
import { pricesOf } from '@/lib/catalogue/listing-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'

/** P15 to P24, thin: needs, services, integrations, use, hosting, road map, supplier. Empty answers say "not stated". */
export function ModuleFacts({ module, names }: { module: ModuleView; names: ReferenceNames }) {
  const { listing, supplier } = module
  const { weeksFrom, weeksTo } = listing.implementation
  return (
    <>
      <Section id="needs">
        {listing.requires.length === 0 ? (
          <p>Needs no other module.</p>
        ) : (
          <ul className="nhsuk-list nhsuk-list--bullet">
            {listing.requires.map((id) => (
              <li key={id}>
                a module with <a href={`/modules?cap=${id}`}>{names.capabilities[id]?.name ?? id}</a>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="services">
        {listing.services.length === 0 ? (
          <NotStated />
        ) : (
          <Table
            caption="Services of the supplier"
            columns={[{ heading: 'Service' }, { heading: 'What is done' }, { heading: 'Price' }]}
            rows={listing.services.map((service) => ({
              key: service.name,
              cells: [
                service.name,
                service.description,
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
      <Section id="integrations">
        {listing.integrations.length === 0 ? (
          <NotStated />
        ) : (
          <Table
            caption="Integrations as the supplier claims them; none has been proven here yet"
            columns={[{ heading: 'Integration' }, { heading: 'Role' }, { heading: 'Proven' }]}
            rows={listing.integrations.map((i) => ({
              key: i.type,
              cells: [names.integrations[i.type] ?? i.type, i.role, 'Not assessed'],
            }))}
          />
        )}
      </Section>
      <Section id="use">
        <SummaryList
          rows={[
            {
              key: 'Used with',
              value: listing.applications.map((a) => applicationWords[a.type]).join(', ') || 'Not stated',
            },
            {
              key: 'Weeks to introduce it',
              value: weeksFrom === null || weeksTo === null ? 'Not stated' : `${weeksFrom} to ${weeksTo}`,
            },
            { key: 'Support hours', value: listing.supportHours ?? 'Not stated' },
          ]}
        />
      </Section>
      <Section id="hosting">
        {listing.hosting.length === 0 ? <NotStated /> : null}
        {listing.hosting.map((host) => (
          <SummaryList
            key={host.type}
            rows={[
              { key: 'Kind', value: hostingWords[host.type] },
              { key: 'Country of storage', value: host.country ?? 'Not stated' },
              { key: 'Needs HSCN', value: host.hscn === null ? 'Not stated' : host.hscn ? 'Yes' : 'No' },
            ]}
          />
        ))}
      </Section>
      <Section id="road-map">
        {listing.roadMap.length === 0 ? (
          <NotStated />
        ) : (
          <ul className="nhsuk-list nhsuk-list--bullet">
            {listing.roadMap.map((step) => (
              <li key={step.title}>
                {step.quarter}: {step.title}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="supplier">
        <p>{supplier.about ?? 'Not stated'}</p>
        <SummaryList
          rows={[
            { key: 'Name', value: supplier.brand },
            { key: 'Legal name', value: supplier.legalName },
            { key: 'Company number', value: supplier.companyNumber ?? 'Not stated' },
            { key: 'Site', value: supplier.site ? <a href={supplier.site}>{supplier.site}</a> : 'Not stated' },
            { key: 'Contact', value: supplier.contactEmail ?? 'Not stated' },
            {
              key: 'Versions published',
              value: module.versions.map((v) => `${v.version} on ${dayWords(v.publishedOn)}`).join(', '),
            },
          ]}
        />
      </Section>
    </>
  )
}
