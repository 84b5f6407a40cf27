import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256Hex } from '../../canonical-json'
import { buildKernel } from '../build-kernel'
import { kernelFile } from '../kernel-program'

const hashFile = fileURLToPath(new URL('../kernel-hash.ts', import.meta.url))
const bytes = await buildKernel()
writeFileSync(kernelFile, bytes)
writeFileSync(
  hashFile,
  `/** SHA-256 of kernel.wasm, written with it: the portal lists it without loading the kernel. */
export const kernelSha256 = '${sha256Hex(bytes)}'
`,
)
