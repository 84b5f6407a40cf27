import { Table } from '@/components/ui/table'
import type { listCheckWaivers } from '@/lib/assurance/check-waivers/list-check-waivers'
import { dayWords } from '@/lib/platform/days'

type Props = { waivers: Awaited<ReturnType<typeof listCheckWaivers>> }

/** Checks that two officers hold to be wrong: their results count for nobody in that time (DE-03). */
export function CheckWaivers({ waivers }: Props) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Checks that count for nobody</h2>
      <p>
        A supplier can dispute a check. Where two officers agree that it is wrong, its results in that version of the
        suite count neither for nor against anybody until the last day named here.
      </p>
      {waivers.length === 0 ? (
        <p>Every check counts.</p>
      ) : (
        <Table
          caption="Waived checks"
          columns={[
            { heading: 'Check' },
            { heading: 'Suite' },
            { heading: 'From' },
            { heading: 'Until' },
            { heading: 'Why' },
          ]}
          rows={waivers.map((w) => ({
            key: w.id,
            cells: [w.check, w.suiteVersion, dayWords(w.from), dayWords(w.until), w.reason],
          }))}
        />
      )}
    </>
  )
}
