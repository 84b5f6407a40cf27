import { InsetText } from '@/components/ui/inset-text'

const files: Record<string, string> = {
  commissioners: 'ODS file "eccg"',
  'commissioner-map': 'mapping of CCGs to sub-ICB locations and ICBs',
  practices: 'ODS file "epraccur"',
  'list-sizes': 'NHS England, Patients Registered at a GP Practice',
  systems: 'NHS England, Appointments in General Practice, mapping file',
}

/** What is missing where nothing has been imported: which public file, and the command that brings it in. */
export function ImportHint({ what, kinds }: { what: string; kinds: string[] }) {
  return (
    <InsetText>
      <p>{what} appear here once these public files are imported, in this order:</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            {files[kind]}: <code>npm run import -- {kind} &lt;file&gt;</code>
          </li>
        ))}
      </ul>
      <p>A curator can import them on the page of imports as well.</p>
    </InsetText>
  )
}
