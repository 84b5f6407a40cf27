import { Downloads } from '@/components/catalogue/downloads'
import { LinesTable } from '@/components/comparison/lines-table'
import { ButtonLink } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { comparisonAddress } from '@/lib/comparison/comparison-address'
import type { SavedComparisonView } from '@/lib/comparison/saved-comparisons/saved-comparison'
import { dayWords } from '@/lib/platform/days'

/** A saved comparison as it was, and beside it what says something else today (CMP-3). */
export function SavedComparisonText({ saved }: { saved: SavedComparisonView }) {
  const { content, changes, id } = saved
  const address = `/saved-comparisons/${id}/comparison`
  return (
    <>
      <h2 className="nhsuk-heading-m">What has changed since</h2>
      {changes.length === 0 ? (
        <p>Nothing in this comparison has changed.</p>
      ) : (
        <Table
          caption={`Changed since ${dayWords(saved.asOf)}`}
          columns={[{ heading: 'Module' }, { heading: 'What' }, { heading: 'Then' }, { heading: 'Now' }]}
          rows={changes.map((c) => ({
            key: `${c.module} ${c.section} ${c.label}`,
            cells: [c.module, `${c.section}: ${c.label}`, c.before, c.now],
          }))}
        />
      )}
      <h2 className="nhsuk-heading-m">As it was on {dayWords(saved.asOf)}</h2>
      <LinesTable
        caption={`These modules on ${dayWords(saved.asOf)}`}
        modules={content.modules.map((m) => ({ key: m.id, head: m.name }))}
        lines={content.lines}
      />
      <p>
        SHA-256 of what was saved: <code className="hash">{saved.sha256}</code>
      </p>
      <p className="no-print">
        <ButtonLink
          href={comparisonAddress(
            content.modules.map((m) => m.id),
            content,
          )}
        >
          Compare them today
        </ButtonLink>
      </p>
      <Downloads
        what="this comparison as it was"
        csv={`${address}.csv`}
        json={`${address}.json`}
        pdf={`${address}.pdf`}
      />
    </>
  )
}
