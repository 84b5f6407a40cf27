import type { Check } from '../run/check'
import { apt01 } from './apt-01'
import { apt03 } from './apt-03'
import { apt04 } from './apt-04'
import { apt05 } from './apt-05'
import { apt06 } from './apt-06'
import { auth01 } from './auth-01'
import { auth02 } from './auth-02'
import { cap01 } from './cap-01'
import { cap02 } from './cap-02'
import { cap03 } from './cap-03'
import { doc01 } from './doc-01'
import { err01 } from './err-01'
import { err02 } from './err-02'
import { err03 } from './err-03'
import { err04 } from './err-04'
import { err05 } from './err-05'
import { exp01 } from './exp-01'
import { exp02 } from './exp-02'
import { hdr01 } from './hdr-01'
import { hdr02 } from './hdr-02'
import { jwt01 } from './jwt-01'
import { jwt02 } from './jwt-02'
import { jwt03 } from './jwt-03'
import { jwt04 } from './jwt-04'
import { jwt05 } from './jwt-05'
import { jwt06 } from './jwt-06'
import { jwt07 } from './jwt-07'
import { jwt08 } from './jwt-08'
import { jwt09 } from './jwt-09'
import { mig01 } from './mig-01'
import { page01 } from './page-01'
import { perf01 } from './perf-01'
import { perf02 } from './perf-02'
import { rec01 } from './rec-01'
import { rec02a } from './rec-02a'
import { rec02b } from './rec-02b'
import { rec03 } from './rec-03'
import { ruleChecks } from './rules/rule-checks'
import { smart01 } from './smart-01'
import { srch01 } from './srch-01'
import { srch02 } from './srch-02'
import { srch03 } from './srch-03'
import { tls01 } from './tls-01'
import { tls02 } from './tls-02'
import { tls03 } from './tls-03'
import { tls04 } from './tls-04'
import { tls05 } from './tls-05'
import { ver01 } from './ver-01'
import { wrt01 } from './wrt-01'
import { wrt02 } from './wrt-02'

/** The suite `core-r4`, in the order in which results are told. Ids are permanent: one that is retired is never given again (CK-06). */
export const coreR4: readonly Check[] = [
  cap01,
  cap02,
  cap03,
  hdr01,
  hdr02,
  tls01,
  tls02,
  tls03,
  tls04,
  tls05,
  auth01,
  auth02,
  jwt01,
  jwt02,
  jwt03,
  jwt04,
  jwt05,
  jwt06,
  jwt07,
  jwt08,
  jwt09,
  smart01,
  err01,
  err02,
  err03,
  err04,
  err05,
  srch01,
  srch02,
  srch03,
  page01,
  wrt01,
  wrt02,
  ver01,
  rec01,
  rec02a,
  rec02b,
  rec03,
  apt01,
  apt03,
  apt04,
  apt05,
  apt06,
  doc01,
  exp01,
  exp02,
  mig01,
  perf01,
  perf02,
  ...ruleChecks,
]
/** The version of the suite; it rises with any change of what a check demands. */
export const suiteVersion = '2.0.0'
