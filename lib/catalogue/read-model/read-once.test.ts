import { expect, it, vi } from 'vitest'
import { readOnce } from './read-once'

const stamp = vi.hoisted(() => ({ now: undefined as string | undefined }))
vi.mock('./keep-read-model', () => ({ catalogueStamp: () => stamp.now }))

it('is read each time where nobody would tell of a change', async () => {
  stamp.now = undefined
  let times = 0
  const read = readOnce(async () => ++times)
  expect([await read(), await read()]).toEqual([1, 2])
})

it('is read once for all who ask under one stamp; what failed is asked for again', async () => {
  let times = 0
  const read = readOnce(async () => {
    times += 1
    if (times === 1) throw new Error('gone')
    return times
  })
  stamp.now = 'a'
  await expect(Promise.all([read(), read()])).rejects.toThrow('gone')
  expect(times).toBe(1)
  expect(await Promise.all([read(), read()])).toEqual([2, 2])
  stamp.now = 'b'
  expect(await read()).toBe(3)
})
