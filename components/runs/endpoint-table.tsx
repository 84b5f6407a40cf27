import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type EndpointState, endpointStateWords } from '@/lib/assurance/endpoints/endpoint'
import type { EndpointView } from '@/lib/assurance/endpoints/list-endpoints'
import { dayWords } from '@/lib/platform/days'

/** Endpoints with how far each is proven. */
export function EndpointTable({ endpoints }: { endpoints: EndpointView[] }) {
  if (endpoints.length === 0) return <p>There is no endpoint yet.</p>
  return (
    <Table
      caption={`Endpoints: ${endpoints.length}`}
      columns={[{ heading: 'Module' }, { heading: 'Address' }, { heading: 'State' }, { heading: 'Proof counts until' }]}
      rows={endpoints.map((e) => ({
        key: e.id,
        cells: [
          <a href={`/endpoints/${e.id}`} key="module">
            {e.moduleName}
          </a>,
          <span className="tw:break-all" key="base">
            {e.base}
          </span>,
          <EndpointTag state={e.state} key="state" />,
          e.proofEndsOn ? dayWords(e.proofEndsOn) : '–',
        ],
      }))}
    />
  )
}

export const EndpointTag = ({ state }: { state: EndpointState }) => (
  <Tag colour={state === 'approved' ? 'green' : state === 'revoked' ? 'red' : 'grey'}>{endpointStateWords[state]}</Tag>
)
