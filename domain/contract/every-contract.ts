import type { Contract } from '../kernel/contract';
import { activityContract } from './activity';
import { areaContract } from './area';
import { auditContract } from './audit';
import { boardContract } from './board';
import { buildingContract } from './building';
import { censusContract } from './census';
import { certificateContract } from './certificate';
import { contentContract } from './content';
import { courseContract } from './course';
import { duplicateContract } from './duplicate';
import { exportContract } from './export';
import { giftContract } from './gift';
import { guideContract } from './guide';
import { householdContract } from './household';
import { inboxContract } from './inbox';
import { issueContract } from './issue';
import { familyContract } from './family';
import { linkContract } from './link';
import { noticeContract } from './notice';
import { phoneContract } from './phone';
import { practiceContract } from './practice';
import { printContract } from './print';
import { registerContract } from './register';
import { sessionContract } from './session';
import { tacticContract } from './tactic';
import { taskContract } from './task';
import { teamContract } from './team';
import { tenancyContract } from './tenancy';
import { userContract } from './user';
import { visitContract } from './visit';
import { volunteerContract } from './volunteer';
import { wishContract } from './wish';

/** Every contract by the name of its cloud function. */
export const CONTRACTS = {
  activity: activityContract,
  area: areaContract,
  audit: auditContract,
  board: boardContract,
  building: buildingContract,
  census: censusContract,
  certificate: certificateContract,
  content: contentContract,
  course: courseContract,
  duplicate: duplicateContract,
  export: exportContract,
  family: familyContract,
  gift: giftContract,
  guide: guideContract,
  household: householdContract,
  inbox: inboxContract,
  issue: issueContract,
  link: linkContract,
  notice: noticeContract,
  phone: phoneContract,
  practice: practiceContract,
  print: printContract,
  register: registerContract,
  session: sessionContract,
  tactic: tacticContract,
  task: taskContract,
  team: teamContract,
  tenancy: tenancyContract,
  user: userContract,
  visit: visitContract,
  volunteer: volunteerContract,
  wish: wishContract,
} as const satisfies Readonly<Record<string, Contract>>;
