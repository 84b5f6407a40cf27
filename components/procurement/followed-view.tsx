import { Table } from '@/components/ui/table'
import { fundingLabels } from '@/lib/funding/funding-request'
import { dayOf, dayWords } from '@/lib/platform/days'
import { callOffLabels } from '@/lib/procurement/call-offs/call-off'
import type { WhatFollowed } from '@/lib/procurement/packs/what-followed'

type Props = { id: string; followed: WhatFollowed; nameOf: (id: string) => string }

/** What came of a decision until now: what suppliers had declared, approvals, signatures and notices, with the file of it. */
export function FollowedView({ id, followed, nameOf }: Props) {
  const { declared, orders, asAt } = followed
  return (
    <>
      <h2 className="nhsuk-heading-m">What followed</h2>
      <p>
        The pack stays as it was decided. This is what came of it until {dayWords(dayOf(new Date(asAt)))}, and it names
        the pack by its hash.
      </p>
      <p>
        <a href={`/projects/${id}/followed.json`}>Download what followed (JSON)</a>
      </p>
      {declared.length > 0 ? (
        <Table
          caption="What the suppliers had declared on the day of the decision"
          columns={[{ heading: 'Supplier' }, { heading: 'Question' }, { heading: 'Answer' }]}
          rows={declared.flatMap(({ supplierId, answers, declaredOn }) =>
            answers.length === 0
              ? [{ key: supplierId, cells: [nameOf(supplierId), 'Inducements', 'Not known'] }]
              : answers.map(({ id: question, question: words, answer, detail }) => ({
                  key: `${supplierId} ${question}`,
                  cells: [
                    nameOf(supplierId),
                    words,
                    `${answer}${detail ? `: ${detail}` : ''} (${dayWords(declaredOn!)})`,
                  ],
                })),
          )}
        />
      ) : null}
      {orders.length === 0 ? (
        <p>Nothing has been ordered from this decision yet.</p>
      ) : (
        <Table
          caption="Orders, approvals, signatures and notices"
          columns={[{ heading: 'Order' }, { heading: 'State' }, { heading: 'When' }, { heading: 'What' }]}
          rows={orders.flatMap((order) =>
            stepsOf(order).map(([when, what], i) => ({
              key: `${order.callOffId} ${i}`,
              cells: [order.number, callOffLabels[order.state].words, when, what],
            })),
          )}
        />
      )}
    </>
  )
}

type Order = WhatFollowed['orders'][number]
/** Each step with its day; an order that nobody has asked money for has one line that says so. */
function stepsOf({ approval, signatures, notices }: Order): [string, string][] {
  const on = (at: string) => dayWords(dayOf(new Date(at)))
  const steps: [string, string][] = [
    ...(approval ? [[on(approval.submittedAt), 'Funding was asked for'] as [string, string]] : []),
    ...(approval?.notes ?? []).map(({ kind, at }): [string, string] => [on(at), noteWords[kind] ?? kind]),
    ...(approval?.decidedAt
      ? [[on(approval.decidedAt), `Funding: ${fundingLabels[approval.state].words.toLowerCase()}`] as [string, string]]
      : []),
    ...signatures.map(({ side, at }): [string, string] => [on(at), `Signed for the ${side}`]),
    ...notices.map(({ kind, state, dueOn }): [string, string] => [
      dayWords(dueOn),
      `${kind} is due; ${noticeWords[state]}`,
    ]),
  ]
  return steps.length > 0 ? steps : [['Not yet', 'Nobody has asked for funding']]
}

const noteWords: Record<string, string> = {
  recommendation: 'Funding was recommended',
  question: 'Funding was returned with a question',
  answer: 'The question was answered',
  decline: 'Funding was declined',
  appeal: 'The decision was appealed',
  urgent: 'It was marked as urgent',
  review: 'The urgent approval was reviewed',
}
const noticeWords = { drafted: 'drafted', published: 'published', 'not-required': 'not required' }
