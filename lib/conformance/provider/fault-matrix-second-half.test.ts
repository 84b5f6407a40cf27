import { describe } from 'vitest'
import { tryHalf } from './fault-matrix'

describe('the fault matrix, second half', () => {
  tryHalf(1)
})
