import type { ReactNode } from 'react'

export type ButtonLook = 'primary' | 'secondary' | 'warning'
const looks = { primary: '', secondary: ' nhsuk-button--secondary', warning: ' nhsuk-button--warning' }

/** Sends its form. `name` and `value` tell apart several buttons of one form. */
export function Button({
  look = 'primary',
  name,
  value,
  children,
}: {
  look?: ButtonLook
  name?: string
  value?: string
  children: ReactNode
}) {
  return (
    <button className={`nhsuk-button${looks[look]}`} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}

/** A link that looks like a button, for the start of something. */
export function ButtonLink({
  look = 'primary',
  href,
  children,
}: {
  look?: ButtonLook
  href: string
  children: ReactNode
}) {
  return (
    <a className={`nhsuk-button${looks[look]}`} href={href}>
      {children}
    </a>
  )
}
