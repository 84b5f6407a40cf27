import { Table } from '@/components/ui/table'
import { instantInWords } from '@/lib/platform/days'
import { eventTitle } from '@/lib/switching/event-titles'
import type { SwitchView } from '@/lib/switching/get-switch'

/** All that happened, or the last of it, the newest last, with who did it. */
export function History({ history, last }: { history: SwitchView['history']; last?: number }) {
  return (
    <Table
      caption="History"
      hideCaption
      columns={[{ heading: 'When' }, { heading: 'What' }, { heading: 'Who' }]}
      rows={(last ? history.slice(-last) : history).map((h) => ({
        key: String(h.id),
        cells: [instantInWords(h.at), eventTitle(h.name, h.data), h.by],
      }))}
    />
  )
}
