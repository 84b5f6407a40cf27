import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Warning } from '@/components/ui/warning'
import type { WorkLine } from '@/lib/insight/work/work-line'
import type { NotificationView } from '@/lib/notifications/bell/letter-kind'
import { dayWords, instantInWords } from '@/lib/platform/days'

type Props = { work: WorkLine[]; changed: NotificationView[]; unread: number }

/** The first page of who has signed in: what is late, what waits, what changed. */
export function OwnHome({ work, changed, unread }: Props) {
  const late = work.filter((line) => line.late > 0)
  return (
    <>
      <h1 className="nhsuk-heading-xl">What waits for you</h1>
      {late.length > 0 ? (
        <Warning title={late.length === 1 ? 'One kind of work is late' : `${late.length} kinds of work are late`}>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {late.map((line) => (
              <li key={line.key}>
                <a href={line.href}>
                  {line.late} {line.words}
                </a>
                , due since {dayWords(line.due!)}
              </li>
            ))}
          </ul>
        </Warning>
      ) : null}
      {work.length === 0 ? <p>Nothing waits for you now.</p> : <WorkTable work={work} />}
      <h2 className="nhsuk-heading-m">What changed</h2>
      {changed.length === 0 ? <p>You have not been told of anything yet.</p> : <Changed changed={changed} />}
      <p>
        <a href="/notifications">All that you were told</a>
        {unread > 0 ? `, ${unread} unread` : ''}
      </p>
      <h2 className="nhsuk-heading-m">Look around</h2>
      <div className="tiles">
        <Card title="Modules" href="/modules">
          <p>What can be bought today, and what was proven of it.</p>
        </Card>
        <Card title="The market" href="/market">
          <p>Who runs what, area by area.</p>
        </Card>
        <Card title="Register" href="/register">
          <p>What was found of each module, on any day.</p>
        </Card>
      </div>
    </>
  )
}

const WorkTable = ({ work }: Pick<Props, 'work'>) => (
  <Table
    caption="Your work, what is late first"
    columns={[{ heading: 'What' }, { heading: 'First due' }, { heading: 'State' }]}
    rows={work.map((line) => ({
      key: line.key,
      cells: [
        <a href={line.href} key="way">
          {line.count} {line.words}
        </a>,
        line.due ? dayWords(line.due) : 'no day set',
        line.late > 0 ? (
          <Tag colour="red" key="state">{`${line.late} late`}</Tag>
        ) : (
          <Tag colour="blue" key="state">
            Waits
          </Tag>
        ),
      ],
    }))}
  />
)

const Changed = ({ changed }: Pick<Props, 'changed'>) => (
  <ul className="nhsuk-list">
    {changed.map((one) => (
      <li key={one.id}>
        <a href={one.path}>{one.subject}</a> {one.isRead ? null : <Tag colour="blue">Unread</Tag>}
        <br />
        <span className="muted">{instantInWords(one.at)}</span>
      </li>
    ))}
  </ul>
)
