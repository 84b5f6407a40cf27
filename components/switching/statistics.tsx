import { Table } from '@/components/ui/table'
import { dayWords } from '@/lib/platform/days'
import type { PublicStatistics } from '@/lib/switching/statistics/get-statistics'
import { leastShown } from '@/lib/switching/statistics/suppression-rules'

const count = (n: number | null): string => (n === null ? 'not shown' : n.toLocaleString('en-GB'))
const measures = [
  ['opened', 'Opened'],
  ['live', 'Live'],
  ['rolledBack', 'Rolled back'],
  ['cancelled', 'Cancelled'],
] as const
const columns = measures.map(([, heading]) => ({ heading, number: true }))

/** The public figures of switches on this portal. */
export function SwitchStatistics({ figures }: { figures: PublicStatistics }) {
  return (
    <>
      <p>
        Switches on this portal up to {dayWords(figures.asOf)}: {count(figures.switches)}. No practice is named. A count
        of 1 to {leastShown - 1} switches is not shown, and neither is one that would give such a count away.
      </p>
      <h2 className="nhsuk-heading-m">Month by month</h2>
      {figures.months.length === 0 ? <p>No switch has been opened yet.</p> : <Months figures={figures} />}
      <h2 className="nhsuk-heading-m">How long each stage takes</h2>
      <Stages stages={figures.stages} />
      <h2 className="nhsuk-heading-m">Found before go-live</h2>
      <p>
        Switches whose data were compared: {count(figures.s1BeforeGoLive.checked)}. In{' '}
        {count(figures.s1BeforeGoLive.found)} of them a comparison before go-live found a difference that could have
        harmed a patient (S1).
      </p>
      <Parties title="By commissioner" rows={figures.commissioners} />
      <Parties title="By the supplier that is left" rows={figures.losing} />
      <Parties title="By the supplier that is chosen" rows={figures.gaining} />
      <p className="muted">
        Source: the record of this portal, as of {dayWords(figures.asOf)}.{' '}
        <a href="/api/v1/market/switches">The same as JSON</a>, under &ldquo;portal&rdquo;.
      </p>
    </>
  )
}

function Months({ figures }: { figures: PublicStatistics }) {
  return (
    <>
      <Table
        caption="All switches"
        columns={[{ heading: 'Month' }, ...columns]}
        rows={figures.months.map((row) => ({
          key: row.month,
          cells: [monthWords(row.month), ...measures.map(([measure]) => count(row[measure]))],
        }))}
      />
      <Table
        caption="From module to module"
        columns={[{ heading: 'Month' }, { heading: 'From' }, { heading: 'To' }, ...columns]}
        rows={figures.rows.map((row) => ({
          key: `${row.month} ${row.from} ${row.to}`,
          cells: [monthWords(row.month), row.from, row.to, ...measures.map(([measure]) => count(row[measure]))],
        }))}
      />
    </>
  )
}

function Stages({ stages }: Pick<PublicStatistics, 'stages'>) {
  if (stages.length === 0) return <p>Fewer than {leastShown} switches have passed any stage, so no days are shown.</p>
  return (
    <Table
      caption="Calendar days in each stage that was left"
      columns={[
        { heading: 'Stage' },
        { heading: 'Half of all took at most', number: true },
        { heading: '9 of 10 took at most', number: true },
      ]}
      rows={stages.map(({ stage, medianDays, p90Days }) => ({
        key: stage,
        cells: [stage, count(medianDays), count(p90Days)],
      }))}
    />
  )
}

function Parties({ title, rows }: { title: string; rows: { name: string; opened: number | null }[] }) {
  const shown = rows.filter((row) => row.opened !== null)
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {shown.length === 0 ? <p>None has {leastShown} switches or more that can be shown.</p> : null}
      {shown.length > 0 ? (
        <Table
          caption={title}
          hideCaption
          columns={[{ heading: 'Organisation' }, { heading: 'Switches', number: true }]}
          rows={shown.map(({ name, opened }) => ({ key: name, cells: [name, count(opened)] }))}
        />
      ) : null}
    </>
  )
}

const names = 'January February March April May June July August September October November December'.split(' ')
const monthWords = (month: string): string => `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
