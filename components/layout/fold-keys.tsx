'use client'

import { useEffect } from 'react'

const openFolds = () => [...document.querySelectorAll<HTMLDetailsElement>('.fold[open]')]

/** Where a script runs, the header's folds close with Escape, and when the reader goes on elsewhere. */
export function FoldKeys() {
  useEffect(() => {
    const leave = ({ target }: Event) => {
      for (const fold of openFolds()) if (!fold.contains(target as Node)) fold.open = false
    }
    const onKey = ({ key }: KeyboardEvent) => {
      const innermost = openFolds().at(-1)
      if (key !== 'Escape' || !innermost) return
      innermost.open = false
      innermost.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return null
}
