import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { SupplierTask } from '@/lib/contracts/list-supplier-tasks'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { callOffLabels } from '@/lib/procurement/call-offs/call-off'
import type { OrderToSign } from '@/lib/procurement/call-offs/list-orders-to-sign'
import type { SharedOrder } from '@/lib/procurement/call-offs/proposals/list-proposals'
import { nextMove } from '@/lib/procurement/call-offs/proposals/proposal-rules'

type Props = {
  shared: SharedOrder[]
  orders: OrderToSign[]
  goLives: SupplierTask[]
  changes: SupplierTask[]
  names: (id: string) => string
}

/** What waits for a supplier: orders it may read early, signatures, days of go-live, changes. */
export function SupplierInbox({ shared, orders, goLives, changes, names }: Props) {
  return (
    <>
      <Part
        title="Orders to read and propose in"
        none="No order is shown to you before its signature."
        count={shared.length}
      >
        <Table
          caption="Orders to read and propose in"
          hideCaption
          columns={[
            { heading: 'Order' },
            { heading: 'Ordered by' },
            { heading: 'Stands at' },
            { heading: 'Next move' },
          ]}
          rows={shared.map((order) => ({ key: order.id, cells: sharedCells(order, names) }))}
        />
      </Part>
      <Part title="Orders to sign" none="No order waits for a signature." count={orders.length}>
        <Table
          caption="Orders to sign"
          hideCaption
          columns={[
            { heading: 'Order' },
            { heading: 'Ordered by' },
            { heading: 'Consent' },
            { heading: 'Waits for' },
            { heading: 'Sign by' },
            { heading: 'Whole term', number: true },
          ]}
          rows={orders.map((order) => ({ key: order.id, cells: orderCells(order, names) }))}
        />
      </Part>
      <Part title="Days of go-live to confirm" none="No day of go-live waits for you." count={goLives.length}>
        <Tasks
          caption="Days of go-live to confirm"
          heading="The practice says"
          tasks={goLives}
          path=""
          none="Nothing yet"
        />
      </Part>
      <Part title="Changes to answer" none="No change of a contract waits for you." count={changes.length}>
        <Tasks caption="Changes to answer" heading="Takes effect" tasks={changes} path="/changes" none="Not stated" />
      </Part>
    </>
  )
}

function Part({ title, none, count, children }: { title: string; none: string; count: number; children: ReactNode }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {count > 0 ? children : <p>{none}</p>}
    </>
  )
}

const sharedCells = (order: SharedOrder, names: (id: string) => string): ReactNode[] => [
  <a href={`/supplier/orders/${order.id}`} key="n">{`${order.number}, ${order.moduleName}`}</a>,
  names(order.practiceId),
  <Tag colour={callOffLabels[order.state].colour} key="s">
    {callOffLabels[order.state].words}
  </Tag>,
  nextMove(order.state, order.open),
]

const orderCells = (order: OrderToSign, names: (id: string) => string): ReactNode[] => [
  <a href={`/call-offs/${order.id}`} key="n">{`${order.number}, ${order.moduleName}`}</a>,
  names(order.practiceId),
  `${order.consented} of ${order.sites.length} ${order.sites.length === 1 ? 'practice' : 'practices'}`,
  <Tag colour={order.state === 'standstill' ? 'grey' : order.signedBySupplier ? 'purple' : 'blue'} key="w">
    {order.state === 'standstill'
      ? 'The standstill'
      : order.signedBySupplier
        ? 'The payer’s signature'
        : 'Your signature'}
  </Tag>,
  order.signBy
    ? dayWords(order.signBy)
    : order.standstillUntil
      ? `After ${dayWords(order.standstillUntil)}`
      : 'No last day',
  poundsWords(order.totalPence),
]

type TasksProps = { caption: string; heading: string; tasks: SupplierTask[]; path: string; none: string }

const Tasks = ({ caption, heading, tasks, path, none }: TasksProps) => (
  <Table
    caption={caption}
    hideCaption
    columns={[{ heading: 'Contract' }, { heading: 'Practice' }, { heading }]}
    rows={tasks.map((task) => ({
      key: task.id,
      cells: [
        <a href={`/contracts/${task.contractId}${path}`} key="n">{`${task.number}, ${task.moduleName}`}</a>,
        task.practice,
        task.day ? dayWords(task.day) : none,
      ],
    }))}
  />
)
