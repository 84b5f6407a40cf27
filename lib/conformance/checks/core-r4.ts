import type { Check } from '../run/check'
import { apt03 } from './apt-03'
import { apt04 } from './apt-04'
import { auth01 } from './auth-01'
import { cap01 } from './cap-01'
import { cap02 } from './cap-02'
import { err01 } from './err-01'
import { err02 } from './err-02'
import { err03 } from './err-03'
import { exp01 } from './exp-01'
import { hdr01 } from './hdr-01'
import { hdr02 } from './hdr-02'
import { page01 } from './page-01'
import { perf01 } from './perf-01'
import { rec01 } from './rec-01'
import { rec02a } from './rec-02a'
import { rec02b } from './rec-02b'
import { smart01 } from './smart-01'
import { srch01 } from './srch-01'
import { wrt01 } from './wrt-01'

/** The suite `core-r4`, in the order in which results are told. Ids are permanent: one that is retired is never given again (CK-06). */
export const coreR4: readonly Check[] = [
  cap01,
  cap02,
  hdr01,
  hdr02,
  auth01,
  smart01,
  err01,
  err02,
  err03,
  srch01,
  page01,
  wrt01,
  rec01,
  rec02a,
  rec02b,
  apt03,
  apt04,
  exp01,
  perf01,
]
/** The version of the suite; it rises with any change of what a check demands. */
export const suiteVersion = '1.0.0'
