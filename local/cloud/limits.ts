/** The platform's limits, on by default. Bytes, seconds or counts as the name says. Tests may lower them, never raise. */
export interface Limits {
  getDefault: number;
  getMax: number;
  aggregateDefault: number;
  skipMax: number;
  multiWriteMax: number;
  documentBytes: number;
  answerBytes: number;
  depthMax: number;
  collections: number;
  indexesPerCollection: number;
  fieldsPerIndex: number;
  keyBytes: number;
  callsInFlight: number;
  waitSeconds: number;
  transactionsOpen: number;
  transactionSeconds: number;
  transactionOperations: number;
  clientBodyBytes: number;
  functionBodyBytes: number;
  functionSeconds: number;
  clientAnswerWarnBytes: number;
  adminBodyBytes: number;
  objectBytes: number;
  clientFileBytes: number;
  functionPackageBytes: number;
  functionVariablesBytes: number;
  nestedCalls: number;
  storageBatch: number;
  addressSecondsDefault: number;
  addressSecondsMax: number;
}

export const LIMITS: Readonly<Limits> = Object.freeze({
  getDefault: 100,
  getMax: 1_000,
  aggregateDefault: 20,
  skipMax: 1_000,
  multiWriteMax: 1_000,
  documentBytes: 16_000_000,
  answerBytes: 16_000_000,
  depthMax: 100,
  collections: 100,
  indexesPerCollection: 20,
  fieldsPerIndex: 31,
  keyBytes: 1_024,
  callsInFlight: 30,
  waitSeconds: 5,
  transactionsOpen: 50,
  transactionSeconds: 30,
  transactionOperations: 100,
  clientBodyBytes: 100_000,
  functionBodyBytes: 6_000_000,
  functionSeconds: 60,
  clientAnswerWarnBytes: 256_000,
  adminBodyBytes: 100_000_000,
  objectBytes: 100_000_000,
  clientFileBytes: 20_000_000,
  functionPackageBytes: 50_000_000,
  functionVariablesBytes: 4_096,
  nestedCalls: 3,
  storageBatch: 50,
  addressSecondsDefault: 3_600,
  addressSecondsMax: 86_400,
});

/** A copy with some limits lowered; raising one, or naming an unknown one, is refused. */
export function lowered(changes: Partial<Limits>): Limits {
  const result: Limits = { ...LIMITS };
  for (const [name, value] of Object.entries(changes)) {
    const key = name as keyof Limits;
    if (!(key in LIMITS) || typeof value !== 'number' || value > LIMITS[key]) {
      throw new Error(`A limit can only be lowered: ${name}`);
    }
    result[key] = value;
  }
  return result;
}
