import type { Contract } from '../kernel/contract';
import { areaContract } from './area';
import { auditContract } from './audit';
import { boardContract } from './board';
import { buildingContract } from './building';
import { censusContract } from './census';
import { exportContract } from './export';
import { linkContract } from './link';
import { phoneContract } from './phone';
import { practiceContract } from './practice';
import { printContract } from './print';
import { registerContract } from './register';
import { sessionContract } from './session';

/** Every contract by the name of its cloud function. */
export const CONTRACTS = {
  area: areaContract,
  audit: auditContract,
  board: boardContract,
  building: buildingContract,
  census: censusContract,
  export: exportContract,
  link: linkContract,
  phone: phoneContract,
  practice: practiceContract,
  print: printContract,
  register: registerContract,
  session: sessionContract,
} as const satisfies Readonly<Record<string, Contract>>;
