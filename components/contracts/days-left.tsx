import { type Day, dayWords } from '@/lib/platform/days'

/** The notice date and how far away it is. */
export function DaysLeft({ contract: { noticeDate, daysLeft } }: { contract: { noticeDate: Day; daysLeft: number } }) {
  return (
    <>
      {dayWords(noticeDate)} <span className="muted">({leftWords(daysLeft)})</span>
    </>
  )
}

function leftWords(days: number): string {
  if (days < 0) return 'has passed'
  if (days === 0) return 'today'
  return days === 1 ? '1 day left' : `${days.toLocaleString('en-GB')} days left`
}
