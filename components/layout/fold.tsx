import type { ReactNode } from 'react'

type Props = {
  label: ReactNode
  /** Folds of one name close each other. */
  name: string
  /** `bar` folds on narrow screens only; `group` always. */
  kind: 'bar' | 'group'
  here?: boolean
  children: ReactNode
}

/** A part of the header behind one word: opened by a click or a key without a script, its state said to readers of screens. */
export function Fold({ label, name, kind, here, children }: Props) {
  return (
    <details className={`fold fold--${kind}${here ? ' fold--here' : ''}`} name={name}>
      <summary className="fold__label">{label}</summary>
      <div className="fold__panel">{children}</div>
    </details>
  )
}
