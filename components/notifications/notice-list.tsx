import { ActionForm } from '@/components/ui/action-form'
import { deliveryWords, type NoticeView } from '@/lib/notifications/notices/notice'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

/** What one person was told, first what they must still acknowledge. */
export function NoticeList({ notices, acknowledge }: { notices: NoticeView[]; acknowledge: FormAction }) {
  if (notices.length === 0) return <p>There are none.</p>
  const waits = (notice: NoticeView) => notice.mustAcknowledge && notice.acknowledgedOn === null
  const open = notices.filter(waits)
  return (
    <>
      {open.length > 0 ? <h2 className="nhsuk-heading-m">To be acknowledged</h2> : null}
      {open.map((notice) => (
        <One notice={notice} key={notice.id}>
          <ActionForm
            action={acknowledge}
            hidden={{ noticeId: notice.id }}
            button="I have read this"
            label={`Acknowledge: ${notice.subject}`}
          />
        </One>
      ))}
      {notices.length > open.length ? <h2 className="nhsuk-heading-m">Told before</h2> : null}
      {notices
        .filter((notice) => !waits(notice))
        .map((notice) => (
          <One notice={notice} key={notice.id} />
        ))}
    </>
  )
}

function One({ notice, children }: { notice: NoticeView; children?: React.ReactNode }) {
  const { subject, text, sentOn, remindedOn, acknowledgedOn, delivery, textSha256 } = notice
  return (
    <section aria-label={subject} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-heading-s">{subject}</h3>
        <p className="tw:whitespace-pre-line">{text}</p>
        <p className="nhsuk-body-s">
          Written on {dayWords(sentOn)}, {deliveryWords[delivery]}.{' '}
          {remindedOn.length > 0 ? `Sent again on ${remindedOn.map(dayWords).join(', ')}. ` : ''}
          {acknowledgedOn ? `You said on ${dayWords(acknowledgedOn)} that you have read it. ` : ''}
          Hash of these words: <code>{textSha256.slice(0, 16)}…</code>
        </p>
        {children}
      </div>
    </section>
  )
}
