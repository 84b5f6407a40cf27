import { writeFileSync } from 'node:fs'
import { buildKernel } from '../build-kernel'
import { kernelFile } from '../kernel-program'

writeFileSync(kernelFile, await buildKernel())
