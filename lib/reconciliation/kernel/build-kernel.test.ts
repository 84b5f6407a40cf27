import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildKernel } from './build-kernel'
import { kernelFile } from './kernel-program'

it('EN-01: the committed kernel is what its source compiles to, byte for byte', async () => {
  expect(Buffer.compare(Buffer.from(await buildKernel()), readFileSync(kernelFile))).toBe(0)
})
