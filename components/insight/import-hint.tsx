import { InsetText } from '@/components/ui/inset-text'

const publications = 'https://digital.nhs.uk/data-and-information/publications/statistical'
const register = 'https://digital.nhs.uk/services/organisation-data-service/export-data-files/csv-downloads'

/** Kind → the public file, and the page of its publisher. */
const files: Record<string, { title: string; page: string | null }> = {
  commissioners: { title: 'Organisation Data Service, file "eccg"', page: `${register}/other-nhs-organisations` },
  'commissioner-map': { title: 'The mapping of CCGs to sub-ICB locations and ICBs', page: null },
  practices: {
    title: 'Organisation Data Service, file "epraccur"',
    page: `${register}/gp-and-gp-practice-related-data`,
  },
  'list-sizes': {
    title: 'Patients Registered at a GP Practice',
    page: `${publications}/patients-registered-at-a-gp-practice`,
  },
  systems: {
    title: 'Appointments in General Practice, mapping file',
    page: `${publications}/appointments-in-general-practice`,
  },
}

/** What is missing where nothing has been imported: which public file, and the command that brings it in. */
export function ImportHint({ what, kinds }: { what: string; kinds: string[] }) {
  return (
    <InsetText>
      <p>{what} appear here once these public files are imported, in this order:</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <FileName kind={kind} />: <code>npm run import -- {kind} &lt;file&gt;</code>
          </li>
        ))}
      </ul>
      <p>A curator can import them on the page of imports as well.</p>
    </InsetText>
  )
}

function FileName({ kind }: { kind: string }) {
  const file = files[kind]
  return file?.page ? <a href={file.page}>{file.title}</a> : (file?.title ?? kind)
}
