import { Address, Section, Words } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import type { SupplierContact } from '@/lib/catalogue/listing'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type Day, dayWords } from '@/lib/platform/days'

/** P24: the brand, then the legal name; what the supplier says of itself; whom to ask; the day of its declaration. */
export function ModuleSupplier({ module, declaredOn }: { module: ModuleView; declaredOn: Day | null }) {
  const { supplier } = module
  const said = module.listing.supplier
  const contacts = said?.contacts.length ? said.contacts : knownContact(supplier)
  return (
    <Section id="supplier">
      <SummaryList
        rows={[
          { key: 'Name', value: supplier.brand },
          { key: 'Legal name', value: supplier.legalName },
          { key: 'Company number', value: supplier.companyNumber ?? 'Not stated' },
          { key: 'About', value: <Words text={said?.about ?? supplier.about} /> },
          { key: 'Site', value: <Address href={said?.site ?? supplier.site} /> },
          {
            key: 'Declaration in force',
            value: declaredOn === null ? 'Not stated' : `Made on ${dayWords(declaredOn)}`,
          },
          ...(contacts.length === 0 ? [{ key: 'Contacts', value: 'Not stated' }] : []),
        ]}
      />
      {contacts.length === 0 ? null : (
        <Table
          caption="Contacts"
          columns={[{ heading: 'Name' }, { heading: 'Role' }, { heading: 'Email' }, { heading: 'Telephone' }]}
          rows={contacts.map((contact) => ({
            key: `${contact.name} ${contact.role}`,
            cells: [
              contact.name,
              contact.role ?? 'Not stated',
              contact.email ?? 'Not stated',
              contact.phone ?? 'Not stated',
            ],
          }))}
        />
      )}
    </Section>
  )
}

const knownContact = ({ brand, contactRole, contactEmail }: ModuleView['supplier']): SupplierContact[] =>
  contactEmail ? [{ name: brand, role: contactRole, email: contactEmail, phone: null }] : []
