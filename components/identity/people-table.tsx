import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/text-field'
import type { PeopleFound } from '@/lib/identity/person'

/** Who has which roles today, with a way to take each away. */
export function PeopleTable({ found }: { found: PeopleFound }) {
  return (
    <>
      <form method="get">
        <TextField name="q" label="Find by name or email address" type="search" value={found.text} width={20} />
        <Button look="secondary">Find</Button>
      </form>
      {found.people.length === 0 ? <p>Nobody found.</p> : <Rows found={found} />}
      {found.more ? <p>There are more. Enter a part of the name to see them.</p> : null}
    </>
  )
}

function Rows({ found }: { found: PeopleFound }) {
  const rows = found.people.map((person) => ({
    key: person.id,
    cells: [person.name, person.email, <Roles key="roles" person={person} />],
  }))
  return (
    <Table
      caption="People and their roles today"
      columns={[{ heading: 'Name' }, { heading: 'Email address' }, { heading: 'Roles' }]}
      rows={rows}
    />
  )
}

function Roles({ person }: { person: PeopleFound['people'][number] }) {
  if (person.grants.length === 0) return 'none'
  return (
    <ul className="nhsuk-list">
      {person.grants.map((grant) => (
        <li key={grant.id}>
          {grant.role}, {grant.organisation}
          {grant.limit ? `, ${grant.limit}` : ''}{' '}
          <a href={`/admin/people/grants/${grant.id}`}>
            Take away
            <span className="nhsuk-u-visually-hidden">
              : {grant.role} of {person.name}, {grant.organisation}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
