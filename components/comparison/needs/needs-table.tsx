import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type NeedsProfileSummary, needsProfileStateWords } from '@/lib/comparison/needs-profiles/needs-profile'
import { dayOf, dayWords } from '@/lib/platform/days'

type Props = { profiles: NeedsProfileSummary[]; names: (id: string) => string }

/** The profiles that the reader may see: their organisations', and those shared with them. */
export function NeedsTable({ profiles, names }: Props) {
  if (profiles.length === 0) return <p>There is no needs profile yet.</p>
  return (
    <Table
      caption="Needs profiles"
      columns={[{ heading: 'Name' }, { heading: 'Of' }, { heading: 'Last changed' }, { heading: 'State' }]}
      rows={profiles.map((profile) => ({
        key: profile.id,
        cells: [
          <a href={`/shortlists/needs/${profile.id}`} key="name">
            {profile.name}
          </a>,
          names(profile.organisationId),
          dayWords(dayOf(profile.editedAt)),
          <Tag colour={profile.state === 'live' ? 'green' : 'grey'} key="state">
            {needsProfileStateWords[profile.state]}
          </Tag>,
        ],
      }))}
    />
  )
}
