import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { invalid, toFormState } from './form-state'

const form = () => {
  const data = new FormData()
  for (const [name, value] of [
    ['title', 'A title'],
    ['tick', 'one'],
    ['tick', 'two'],
    ['password', 'secret'],
    ['newPassword', 'secret'],
    ['$ACTION_ID', 'x'],
  ] as const)
    data.append(name, value)
  data.append('file', new File(['x'], 'x.csv'))
  return data
}

describe('what a form is answered', () => {
  it('brings back what was typed and every tick, but no password, no file and nothing of the framework', () => {
    expect(toFormState({ kind: 'stale' }, form())).toEqual({
      message: expect.stringContaining('Somebody changed this record'),
      values: { title: 'A title', tick: 'two' },
      chosen: { title: ['A title'], tick: ['one', 'two'] },
    })
  })

  it('tells each field its reasons', () => {
    const { error } = z
      .object({ title: z.string().max(2, 'Too long'), other: z.string('Missing') })
      .safeParse({ title: 'A title' })
    expect(invalid(error!, form())).toMatchObject({ fields: { title: ['Too long'], other: ['Missing'] } })
  })
})
