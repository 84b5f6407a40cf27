import { Table } from '@/components/ui/table'

const sources = [
  {
    what: 'Practices, commissioners and their areas',
    who: 'NHS Organisation Data Service: epraccur, eccg',
    date: 'December 2023 and December 2025',
  },
  {
    what: 'Patients registered at each practice',
    who: 'NHS England: Patients Registered at a GP Practice',
    date: '1 May 2022',
  },
  {
    what: 'Clinical system of each practice, 2025',
    who: 'NHS England: Appointments in General Practice, mapping',
    date: 'August 2025',
  },
  {
    what: 'Clinical system of each practice, 2019',
    who: 'NHS Digital: GP2GP management information (EMIS and TPP only)',
    date: 'September 2019',
  },
  {
    what: 'Capabilities, epics, standards and frameworks: ids, names and links',
    who: 'NHS England Buying Catalogue (source published under the MIT licence)',
    date: 'October 2024',
  },
]

/** Where every public fact comes from, and how to take it along. */
export function Sources() {
  return (
    <>
      <p>
        Contains information from NHS England, licensed under the Open Government Licence v3.0. Every figure on a page
        says its own date and source.
      </p>
      <Table
        caption="Where the facts come from"
        columns={[{ heading: 'What' }, { heading: 'Publisher' }, { heading: 'Date' }]}
        rows={sources.map((s) => ({ key: s.what, cells: [s.what, s.who, s.date] }))}
      />
      <h2 className="nhsuk-heading-m">Take it with you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/api/v1/market/shares">Market shares by area (JSON)</a>
        </li>
        <li>
          <a href="/api/v1/market/switches">Switches between 2019 and 2025 (JSON)</a>
        </li>
        <li>
          <a href="/market/areas.csv">Areas, shares and concentration (CSV)</a>
        </li>
      </ul>
      <p>
        The suppliers, modules, practices and prices of the demonstration are invented, and marked so wherever they
        stand.
      </p>
    </>
  )
}
