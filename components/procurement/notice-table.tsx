import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { NoticeView } from '@/lib/procurement/notices/list-notices'
import { noticeLabels, noticeTitles } from '@/lib/procurement/notices/notice-obligation'

/** Notices of a payer, those to be published first; overdue is said in words. */
export function NoticeTable({ notices }: { notices: NoticeView[] }) {
  return (
    <Table
      caption="Notices"
      hideCaption
      columns={[
        { heading: 'Notice' },
        { heading: 'Contract' },
        { heading: 'State' },
        { heading: 'Last day' },
        { heading: 'Payer' },
      ]}
      rows={notices.map((notice) => ({
        key: notice.id,
        cells: [
          <a
            href={`/funding/notices/${notice.id}`}
            key="n"
          >{`${notice.kind}, ${noticeTitles[notice.kind].toLowerCase()}`}</a>,
          contractOf(notice),
          <Tag colour={notice.isOverdue ? 'red' : noticeLabels[notice.state].colour} key="s">
            {notice.isOverdue ? 'Overdue' : noticeLabels[notice.state].words}
          </Tag>,
          dayWords(notice.dueOn),
          notice.payer,
        ],
      }))}
    />
  )
}

/** The line of the draft that names the contract; a notice of a payer's payments has none. */
const contractOf = ({ text, callOffId }: NoticeView): string =>
  callOffId === null ? 'Every contract' : (/^Contract: (.+)$/m.exec(text)?.[1] ?? 'Not stated')
