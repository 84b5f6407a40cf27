/** How far long work has come. `total` 0 means: not known yet. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 0
  return (
    <div>
      <p className="nhsuk-body-s">
        {label}:{' '}
        {total > 0 ? `${percent} %, ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}` : 'starting'}
      </p>
      <div
        className="bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
