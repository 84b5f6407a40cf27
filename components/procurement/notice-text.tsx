import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { NoticeView } from '@/lib/procurement/notices/list-notices'
import { noticeLabels } from '@/lib/procurement/notices/notice-obligation'

/** What became of a notice, and its draft word for word. */
export function NoticeText({ notice }: { notice: NoticeView }) {
  return (
    <>
      <p>
        <Tag colour={noticeLabels[notice.state].colour}>{noticeLabels[notice.state].words}</Tag>{' '}
        {notice.isOverdue ? (
          <strong>Overdue since {dayWords(notice.dueOn)}</strong>
        ) : (
          `Last day: ${dayWords(notice.dueOn)}`
        )}
      </p>
      {notice.state === 'published' ? (
        <p>
          Published on {dayWords(notice.publishedOn!)}: {notice.reference}
        </p>
      ) : null}
      {notice.completion ? <p>Indicators: {notice.completion}</p> : null}
      {notice.state === 'not-required' ? <p>Not required: {notice.reason}</p> : null}
      <h2 className="nhsuk-heading-m">Draft</h2>
      <SummaryList rows={notice.text.trimEnd().split('\n').map(row)} />
    </>
  )
}

function row(line: string) {
  const [key, ...value] = line.split(': ')
  return { key: key!, value: value.join(': ') }
}
