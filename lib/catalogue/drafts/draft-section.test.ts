import { expect, it } from 'vitest'
import { type SectionField, whatDiffers } from './draft-section'

const field = (name: string, kind: SectionField['kind'] = 'text'): SectionField => ({ name, label: name, kind })

it('LST-1: says beside each field that was typed otherwise what stands there now, and nothing of hidden ones', () => {
  const fields = [field('same'), field('other'), field('gone'), field('many'), field('mark', 'hidden')]
  const now = { same: 'a', other: 'new', many: ['x', 'y'], mark: '2' }
  const typed = { same: 'a', other: 'old', gone: 'mine', many: ['x'], mark: '1' }
  expect(whatDiffers(fields, now, typed)).toEqual({
    other: ['It now says: “new”'],
    gone: ['It now says: “nothing”'],
    many: ['It now says: “x, y”'],
  })
})
