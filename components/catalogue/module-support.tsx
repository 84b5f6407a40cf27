import { NotStated, Section, Words, yesNo } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import { Table } from '@/components/ui/table'
import type { Listing } from '@/lib/catalogue/listing'
import { type ServiceLevels, serviceTypeWords, weekdaysInWords } from '@/lib/catalogue/service-levels'

type Props = {
  listing: Listing
  /** What was measured of each promise, in words with its day and source, by the promise's name. Nothing is measured yet. */
  measured?: Record<string, string>
}

/** P22: when help is there, how to reach it, and what is promised beside what was measured. */
export function ModuleSupport({ listing, measured = {} }: Props) {
  const { serviceLevels: said, supportHours } = listing
  return (
    <Section id="support">
      <SummaryList
        rows={[
          { key: 'Type of service', value: said?.type ? serviceTypeWords[said.type] : 'Not stated' },
          { key: 'Support hours', value: <Words text={supportHours} /> },
        ]}
      />
      {said ? <Tables said={said} measured={measured} /> : <NotStated />}
    </Section>
  )
}

function Tables({ said, measured }: { said: ServiceLevels; measured: Record<string, string> }) {
  return (
    <>
      {said.hours.length === 0 ? null : (
        <Table
          caption="Support hours, London time"
          columns={[
            { heading: 'Support' },
            { heading: 'Days' },
            { heading: 'Hours' },
            { heading: 'Bank holidays' },
            { heading: 'More' },
          ]}
          rows={said.hours.map((h, i) => ({
            key: `${i} ${h.type}`,
            cells: [
              h.type,
              weekdaysInWords(h.days),
              `${h.from} to ${h.until}`,
              yesNo(h.bankHolidays),
              <Words text={h.extra} key="extra" />,
            ],
          }))}
        />
      )}
      {said.contacts.length === 0 ? (
        <p>Ways to reach support: not stated</p>
      ) : (
        <Table
          caption="How to reach support"
          columns={[{ heading: 'Channel' }, { heading: 'Detail' }, { heading: 'When' }]}
          rows={said.contacts.map((c, i) => ({
            key: `${i} ${c.channel}`,
            cells: [c.channel, <Words text={c.detail} key="detail" />, <Words text={c.hours} key="hours" />],
          }))}
        />
      )}
      {said.levels.length === 0 ? (
        <p>Service levels: not stated</p>
      ) : (
        <Table
          caption="Service levels: promised, and measured"
          columns={[
            { heading: 'What is promised' },
            { heading: 'Level' },
            { heading: 'How it is measured' },
            { heading: 'Service credits' },
            { heading: 'Measured' },
          ]}
          rows={said.levels.map((l, i) => ({
            key: `${i} ${l.type}`,
            cells: [
              l.type,
              <Words text={l.level} key="level" />,
              <Words text={l.measured} key="how" />,
              yesNo(l.credits),
              measured[l.type] ?? 'Not measured',
            ],
          }))}
        />
      )}
    </>
  )
}
