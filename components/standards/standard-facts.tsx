import { Table } from '@/components/ui/table'
import { coverageWords } from '@/lib/assurance/register/register-view'
import {
  type RoadmapView,
  type StandardVersionView,
  type StandardView,
  standingOfVersion,
} from '@/lib/assurance/standards/standard-view'
import { type Day, dayWords } from '@/lib/platform/days'

const words = (day: Day | null) => (day === null ? 'Not recorded' : dayWords(day))

/** Every version of a standard with its days. */
export function VersionsTable({
  versions,
  today,
  base,
}: {
  versions: StandardVersionView[]
  today: Day
  base?: string
}) {
  if (versions.length === 0) return <p>No version of it is recorded.</p>
  return (
    <Table
      caption="Versions and their days"
      columns={['Version', 'Where it stands', 'Published', 'In effect', 'Transition ends', 'Retired', 'Replaces'].map(
        (heading) => ({ heading }),
      )}
      rows={versions.map((v) => ({
        key: v.id,
        cells: [
          base ? (
            <a href={`${base}/${v.id}`} key="link">
              {v.number}
            </a>
          ) : (
            v.number
          ),
          standingOfVersion(v, today),
          words(v.publishedOn),
          words(v.effectiveOn),
          words(v.transitionEndsOn),
          v.retiredOn === null ? 'No' : dayWords(v.retiredOn),
          v.replaces.join(', ') || 'Not recorded',
        ],
      }))}
    />
  )
}

/** What the newest version asks for. */
export function RequirementList({ version }: { version: StandardVersionView }) {
  return (
    <Table
      caption={`What version ${version.number} asks for`}
      columns={[
        { heading: 'Requirement' },
        { heading: 'Level' },
        { heading: 'Text' },
        { heading: 'Tested by machine' },
      ]}
      rows={version.requirements.map((r) => ({
        key: r.id,
        cells: [
          <span key="id">
            {r.id}
            <br />
            {r.title}
          </span>,
          r.level.replace('_', ' '),
          r.text ?? 'The text is not itemised here',
          coverageWords(r.coverage),
        ],
      }))}
    />
  )
}

/** Changes that are announced; one without a day is never due. */
export function Roadmap({ items }: { items: RoadmapView[] }) {
  if (items.length === 0) return <p>Nothing is announced in the road map.</p>
  return (
    <Table
      caption="Announced in the road map"
      columns={[{ heading: 'Change' }, { heading: 'Concerns' }, { heading: 'State' }, { heading: 'In effect' }]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          item.url ? (
            <a href={item.url} key="link">
              {item.title}
            </a>
          ) : (
            item.title
          ),
          item.concerns,
          item.status,
          item.effectiveOn ? dayWords(item.effectiveOn) : item.dateNote === 'TBC' ? 'To be confirmed' : 'Not stated',
        ],
      }))}
    />
  )
}

/** Versions that are published and bind only later, soonest first: what suppliers and buyers must know of. */
export function ComingVersions({ standards, today }: { standards: StandardView[]; today: Day }) {
  const coming = standards
    .flatMap((s) => s.versions.map((v) => ({ s, v })))
    .filter(({ v }) => (v.transitionEndsOn ?? v.effectiveOn ?? '') >= today && v.withdrawnOn === null)
    .toSorted((a, b) => (`${a.v.transitionEndsOn}` < `${b.v.transitionEndsOn}` ? -1 : 1))
  if (coming.length === 0) return <p>No published version is still to bind.</p>
  return (
    <Table
      caption="Published versions that are still to bind"
      columns={[
        { heading: 'Standard' },
        { heading: 'Version' },
        { heading: 'In effect' },
        { heading: 'Transition ends' },
      ]}
      rows={coming.map(({ s, v }) => ({
        key: v.id,
        cells: [
          <a href={`/standards/${s.id}`} key="link">
            {s.name} ({s.id})
          </a>,
          v.number,
          words(v.effectiveOn),
          words(v.transitionEndsOn),
        ],
      }))}
    />
  )
}

/** Every standard, a line each. */
export function StandardsList({ standards, today }: { standards: StandardView[]; today: Day }) {
  if (standards.length === 0) return <p>No standard is recorded yet.</p>
  return (
    <Table
      caption="Standards and their versions"
      columns={[{ heading: 'Standard' }, { heading: 'Applies to' }, { heading: 'Versions' }]}
      rows={standards.map((s) => ({
        key: s.id,
        cells: [
          <a href={`/standards/${s.id}`} key="link">
            {s.name} ({s.id})
          </a>,
          s.retired ? 'Nothing, it is retired' : appliesWords(s),
          s.versions.map((v) => `${v.number}: ${standingOfVersion(v, today)}`).join(', ') || 'None recorded',
        ],
      }))}
    />
  )
}

export const appliesWords = ({ kind, capabilityIds }: Pick<StandardView, 'kind' | 'capabilityIds'>): string => {
  if (kind === 'overarching') return 'Every module'
  if (capabilityIds.length === 0) return 'No capability is recorded'
  return `${capabilityIds.length} ${capabilityIds.length === 1 ? 'capability' : 'capabilities'}`
}
