'use client'

import { createContext, type ReactNode, useActionState, useContext, useEffect, useId, useRef } from 'react'
import { emptyForm, type FormAction, type FormState } from '@/lib/platform/form-state'
import type { ButtonLook } from './button'
import { Details } from './details'
import { ErrorSummary } from './error-summary'

const Form = createContext<{ state: FormState; prefix: string }>({ state: emptyForm, prefix: '' })

type Props = {
  action: FormAction
  hidden?: Record<string, string | number>
  button: string
  /** A second button that sends the same form and says so by its name and value. */
  other?: { name: string; value: string; words: string }
  look?: ButtonLook
  children?: ReactNode
  label?: string
  /** Folds the form away under these words; it opens by itself when an answer has something to say. */
  summary?: string
}

/**
 * A form that calls a server action: works before and without script, because the browser itself sends it. What the action
 * refuses stands at the top and beside its field. The button is dead while the answer is awaited, so nobody sends twice.
 */
export function ActionForm({ action, hidden = {}, button, other, look = 'primary', children, label, summary }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm)
  const prefix = useId()
  const self = useRef<HTMLFormElement>(null)
  // Who uses a keyboard or a screen reader is led to what went wrong.
  useEffect(() => {
    if (state.message) self.current?.querySelector<HTMLElement>('.nhsuk-error-summary')?.focus()
  }, [state])
  const looks = { primary: '', secondary: ' nhsuk-button--secondary', warning: ' nhsuk-button--warning' }
  const form = (
    <form ref={self} action={send} aria-label={label ?? button} noValidate>
      <ErrorSummary state={state} prefix={prefix} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Form.Provider value={{ state, prefix }}>{children}</Form.Provider>
      <button className={`nhsuk-button${looks[look]}`} type="submit" disabled={pending}>
        {button}
      </button>
      {other ? (
        <button
          className="nhsuk-button nhsuk-button--secondary tw:ml-4"
          type="submit"
          name={other.name}
          value={other.value}
          disabled={pending}
        >
          {other.words}
        </button>
      ) : null}
    </form>
  )
  return summary ? (
    <Details summary={summary} open={state.message !== undefined}>
      {form}
    </Details>
  ) : (
    form
  )
}

/**
 * What the last answer said of one field: its errors, and the value as it was typed. Its id is its own on a page that has
 * several forms with a field of this name.
 */
export function useField(name: string): { id: string; errors: string[] | undefined; typed: string | undefined } {
  const { state, prefix } = useContext(Form)
  return { id: `${prefix}${name}`, errors: state.fields?.[name], typed: state.values?.[name] }
}

/** Which boxes of one name were ticked when the form was sent; undefined where it has not been sent. */
export function useTicked(name: string): string[] | undefined {
  const { chosen } = useContext(Form).state
  return chosen && (chosen[name] ?? [])
}
