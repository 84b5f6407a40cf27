'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '@/lib/catalogue/suggestion-rules'
import { activeAfter } from './combobox-keys'

type Shown = Suggestion & { kindWords: string }
const pause = 150

/**
 * The search field with suggestions (CAT-5; the combobox pattern of ARIA 1.2). Before and without script it is the plain
 * field of the form; Enter searches for what was typed unless a suggestion is active.
 */
export function SearchCombobox({ id, value, describedBy, kinds }: Props) {
  const [isReady, setReady] = useState(false)
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Shown[]>([])
  const [active, setActive] = useState<number | null>(null)
  const wanted = useRef(typed)
  wanted.current = typed
  // What was waved away stays away, even when its answer comes late; the next letter asks anew.
  const dismissed = useRef<string | null>(null)
  function close() {
    dismissed.current = typed
    setShown([])
    setActive(null)
  }
  useEffect(() => setReady(true), [])
  useEffect(() => {
    const leave = new AbortController()
    const timer = setTimeout(() => find(typed, leave.signal).then(show, () => show([])), pause)
    function show(found: Suggestion[]) {
      if (leave.signal.aborted || wanted.current !== typed || dismissed.current === typed) return
      setShown(found.map((s) => ({ ...s, kindWords: kinds[s.kind] })))
      setActive(null)
    }
    return () => {
      clearTimeout(timer)
      leave.abort()
    }
  }, [typed, kinds])

  const isOpen = shown.length > 0
  const optionId = (i: number) => `${id}-option-${i}`
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      if (isOpen) event.preventDefault()
      close()
    }
    if (event.key === 'Enter' && active !== null) {
      event.preventDefault()
      window.location.assign(shown[active]!.href)
    }
    if (event.key.startsWith('Arrow') && isOpen) {
      const next = activeAfter(event.key, active, shown.length)
      if (next !== active) event.preventDefault()
      setActive(next)
    }
  }
  const combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': active === null ? undefined : optionId(active),
  } as const
  return (
    <div className="combobox">
      <input
        className="nhsuk-input"
        id={id}
        name={id}
        type="search"
        defaultValue={value}
        maxLength={200}
        autoComplete={isReady ? 'off' : undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          dismissed.current = null
          setTyped(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        {...(isReady ? combobox : {})}
      />
      {isOpen ? (
        <div className="combobox__list" role="listbox" id={`${id}-list`} aria-label="Suggestions">
          {shown.map((s, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            <div
              role="option"
              key={s.kind + s.text + s.href}
              id={optionId(i)}
              aria-selected={i === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => window.location.assign(s.href)}
            >
              {s.text} <span className="combobox__kind">{s.kindWords}</span>
            </div>
          ))}
        </div>
      ) : null}
      <div className="nhsuk-u-visually-hidden" role="status">
        {isOpen ? `${shown.length} suggestions, use the arrow keys` : ''}
      </div>
    </div>
  )
}

type Props = { id: string; value: string; describedBy: string; kinds: Record<Suggestion['kind'], string> }

async function find(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (typed.trim().length < 2) return []
  const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(typed)}`, { signal })
  return answer.ok ? answer.json() : []
}
