import { Section, Words } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { ListingReference, OtherModule } from '@/lib/catalogue/listing-reference'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'

type Props = { module: ModuleView; names: ReferenceNames; reference: ListingReference }

/** P15: what it needs, works with and cannot stand beside, in both directions. All of it is claimed; nothing is proven here. */
export function ModuleNeeds({ module: { listing }, names, reference }: Props) {
  const theirs = (what: 'conflicts' | 'worksWith') => reference.namedBy.filter((other) => other[what])
  return (
    <Section id="needs">
      <SummaryList
        rows={[
          {
            key: 'Needs another module with',
            value:
              listing.requires.length === 0 ? (
                'Nothing is stated that it needs'
              ) : (
                <ul className="nhsuk-list tw:mb-0!">
                  {listing.requires.map((id) => (
                    <Need id={id} name={names.capabilities[id]?.name ?? id} reference={reference} key={id} />
                  ))}
                </ul>
              ),
          },
          { key: 'Works with', value: <Others ids={listing.worksWith} reference={reference} /> },
          { key: 'Cannot run beside', value: <Others ids={listing.conflicts} reference={reference} /> },
          { key: 'Others say they work with it', value: <List others={theirs('worksWith')} /> },
          { key: 'Others say they cannot run beside it', value: <List others={theirs('conflicts')} /> },
        ]}
      />
      <p className="muted">Claimed by the suppliers as their texts stand now; no pair has been proven here.</p>
    </Section>
  )
}

function Need({ id, name, reference }: { id: string; name: string; reference: ListingReference }) {
  const { count, own } = reference.alternatives[id] ?? { count: 0, own: 0 }
  return (
    <li>
      <a href={`/modules?cap=${id}`}>{name}</a>: {count === 0 ? 'no other module offers it' : `${count} offer it`}{' '}
      {count > 0 && own === count ? <Tag colour="orange">Tied to this supplier</Tag> : null}
    </li>
  )
}

function Others({ ids = [], reference }: { ids: string[] | undefined; reference: ListingReference }) {
  return (
    <List
      others={ids.map(
        (id) => reference.named[id] ?? { id, name: 'A module that is not known', supplierBrand: '', listed: false },
      )}
    />
  )
}

function List({ others }: { others: OtherModule[] }) {
  if (others.length === 0) return <Words text={null} />
  return (
    <ul className="nhsuk-list tw:mb-0!">
      {others.map(({ id, name, supplierBrand, listed }) => (
        <li key={id}>
          {supplierBrand ? <a href={`/modules/${id}`}>{name}</a> : name}
          {supplierBrand ? `, ${supplierBrand}` : ''}
          {listed || !supplierBrand ? '' : ' (not in the catalogue now)'}
        </li>
      ))}
    </ul>
  )
}
