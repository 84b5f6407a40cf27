import { ActionForm } from '@/components/ui/action-form'
import { Table } from '@/components/ui/table'
import type { OpenSession } from '@/lib/identity/person'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = { sessions: OpenSession[]; end: FormAction }

/** The person's own open sessions; each can be ended but this one, which the sign-out page ends. */
export function Sessions({ sessions, end }: Props) {
  const rows = sessions.map((session) => ({
    key: session.id,
    cells: [
      instantInWords(session.createdAt),
      session.agent ?? 'Browser not stated',
      instantInWords(session.expiresAt),
      session.isThisOne ? (
        'This browser'
      ) : (
        <ActionForm
          action={end}
          hidden={{ session: session.id }}
          button="Sign out"
          look="secondary"
          label={`End the session of ${instantInWords(session.createdAt)}, ${session.agent ?? 'browser not stated'}, ${session.id.slice(0, 4)}`}
          key="end"
        />
      ),
    ],
  }))
  return (
    <Table
      caption="Open sessions"
      hideCaption
      columns={[{ heading: 'Signed in' }, { heading: 'Browser' }, { heading: 'Ends' }, { heading: 'End it' }]}
      rows={rows}
    />
  )
}
