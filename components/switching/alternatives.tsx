import { StandingTag } from '@/components/catalogue/standing-tag'
import { Table } from '@/components/ui/table'
import type { Alternatives as Found } from '@/lib/switching/cases/list-alternatives'

/** What a practice could move to: conformant modules by name, without any ranking (KO-02). */
export function Alternatives({ found }: { found: Found }) {
  const { modules, parts, capabilityIds } = found
  if (capabilityIds.length === 0)
    return <p>It is not recorded what this system does. Look for others in the catalogue.</p>
  if (modules.length > 0)
    return (
      <>
        <p>Modules that are conformant today and do all that this one does. By name, not by merit.</p>
        <Table
          caption="Alternatives"
          hideCaption
          columns={['Module', 'Supplier', 'Standing', 'Does all of it'].map((heading) => ({ heading }))}
          rows={modules.map((card) => ({
            key: card.id,
            cells: [
              <a key="name" href={`/modules/${card.id}`}>
                {card.name}
              </a>,
              card.supplierBrand,
              <StandingTag key="standing" standing={card.standing} />,
              card.proven ? 'assessed' : 'as its supplier says',
            ],
          }))}
        />
      </>
    )
  return (
    <>
      <p>No single conformant module does all that this one does. These do parts of it.</p>
      <ul>
        {parts.map(({ capabilityId, count }) => (
          <li key={capabilityId}>
            <a href={`/modules?cap=${capabilityId}&standing=conformant&standing=conformant-until`}>{capabilityId}</a>:{' '}
            {count === 0 ? 'none' : `${count} ${count === 1 ? 'module' : 'modules'}`}
          </li>
        ))}
      </ul>
    </>
  )
}
