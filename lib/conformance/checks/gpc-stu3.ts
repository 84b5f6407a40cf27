import type { Check } from '../run/check'
import { stu3Auth01 } from './stu3/stu3-auth-01'
import { stu3Cap01 } from './stu3/stu3-cap-01'
import { stu3Hdr01 } from './stu3/stu3-hdr-01'
import { stu3Rec01 } from './stu3/stu3-rec-01'
import { stu3Rec02 } from './stu3/stu3-rec-02'
import { tls01 } from './tls-01'
import { tls02 } from './tls-02'
import { tls03 } from './tls-03'
import { tls04 } from './tls-04'

/** The profile `gpc-stu3`: the structured record of GP Connect as it is served today, in STU3. */
export const gpcStu3: readonly Check[] = [
  stu3Cap01,
  stu3Hdr01,
  tls01,
  tls02,
  tls03,
  tls04,
  stu3Auth01,
  stu3Rec01,
  stu3Rec02,
]
export const gpcStu3Version = '1.0.0'
