import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sha256Hex } from '../canonical-json'
import { buildKernel } from './build-kernel'
import { kernelSha256 } from './kernel-hash'
import { kernelFile } from './kernel-program'

it('EN-01: the committed kernel is what its source compiles to, byte for byte, under the hash that the portal lists', async () => {
  const committed = readFileSync(kernelFile)
  expect(Buffer.compare(Buffer.from(await buildKernel()), committed)).toBe(0)
  expect(kernelSha256).toBe(sha256Hex(committed))
})
